"""What the full screen says: its keys, the names of its panes, what it could not do."""

from typing import NamedTuple

from avcareers.text.wording import Wording

from .page import Column, Page, Row, Span, line
from .tables import table_of

Words = tuple[str, str]


class Key(NamedTuple):
    """A key, and what it does."""

    keys: str
    """As the library calls them."""
    action: str
    named: Words
    """As people call it."""
    label: Words
    """In the line at the foot of the screen."""
    about: Words
    foot: bool = True
    """Whether it stands there."""


def _same(text: str) -> Words:
    return text, text


KEYS = (
    Key("question_mark", "help", _same("?"), ("Aide", "Help"),
        ("Cette aide ; F1 pendant que l’on tape.", "This help; F1 while typing.")),
    Key("enter", "open", ("Entrée", "Enter"), ("Ouvrir", "Open"),
        ("Aller à la fiche ; dans les filtres, cocher ou choisir.",
         "Go to the sheet; among filters, tick or choose."), foot=False),
    Key("escape", "step_back", ("Échap", "Esc"), ("Retour", "Back"),
        ("Revenir : à la liste, à la fiche, aux filtres.", "Go back: to the list, the sheet, the filters."), foot=False),
    Key("f1", "keys", _same("F1"), ("Aide", "Help"), ("", "")),
    Key("escape", "stop_typing", ("Échap", "Esc"), ("Retour", "Back"), ("", "")),
    Key("slash", "search", _same("/"), ("Chercher", "Search"),
        ("Chercher partout, à chaque lettre. Échap revient à la liste filtrée.",
         "Search everything, at each letter. Esc goes back to the filtered list.")),
    Key("f", "filters", _same("f"), ("Filtres", "Filters"),
        ("Filtrer : taper « Lyon alternance », ou descendre jusqu’à un filtre.",
         "Filter: type “Lyon alternance”, or go down to a filter.")),
    Key("s", "list('schools')", _same("s"), ("Écoles", "Schools"),
        ("Passer des métiers aux écoles, et retour.", "Go from jobs to schools, and back.")),
    Key("s", "list('jobs')", _same("s"), ("Métiers", "Jobs"), ("", "")),
    Key("space", "mark", _same("␣"), ("Marquer", "Mark"),
        ("La barre d’espace marque, pour comparer : jusqu’à quatre.", "The space bar marks, to compare: up to four.")),
    Key("c", "compare", _same("c"), ("Comparer", "Compare"),
        ("Comparer ce qui est marqué ; un seul : avec la ligne choisie.",
         "Compare what is marked; only one: with the selected row.")),
    Key("q", "quit", _same("q"), ("Quitter", "Quit"),
        ("Quitter ; la commande équivalente s’écrit. Ctrl+C aussi.",
         "Quit; the equivalent command is written. Ctrl+C too.")),
    Key("p", "plan", _same("p"), ("Voies", "Routes"),
        ("Les voies qui y mènent, dans les limites des filtres d’écoles : niveau, ville, prix, durée…",
         "The routes that lead there, within the filters of schools: level, city, cost, length…")),
    Key("o", "source", _same("o"), ("Sources", "Sources"),
        ("Ouvrir une de ses sources, ou le site de l’école, dans le navigateur.",
         "Open one of its sources, or the school’s site, in the browser.")),
    Key("x", "clear", _same("x"), ("Effacer", "Clear"),
        ("Effacer les filtres et les marques.", "Clear filters and marks.")),
    Key("tab", "pane(1)", _same("Tab"), ("Volet", "Pane"),
        ("Volet suivant : filtres, liste, fiche ; Maj+Tab : le précédent.",
         "Next pane: filters, list, sheet; Shift+Tab: the one before.")),
    Key("shift+tab", "pane(-1)", ("Maj+Tab", "Shift+Tab"), ("Volet", "Pane"), ("", ""), foot=False),
    Key("t", "theme", _same("t"), ("Clair/sombre", "Light/dark"),
        ("Couleurs du terminal, claires, sombres.", "Colours of the terminal, light, dark."), foot=False),
)  # fmt: skip


def keys_page(words: Wording) -> Page:
    """Present the keys."""
    columns = (
        Column("key", words("Touche", "Key"), 9, ratio=0),
        Column("about", words("Ce qu’elle fait", "What it does"), 20),
    )
    rows = [Row((line(Span(words(*key.named), "strong")), line(words(*key.about))))
            for key in KEYS if key.about[0]]  # fmt: skip
    return Page(
        title=line(Span(words("Les touches", "Keys"), "strong")),
        table=table_of(words, columns, rows),
        footer=(
            line(words(
                "La souris aussi : un clic choisit, un second ouvre. Flèches, Page suivante, Début et "
                "Fin font défiler.",
                "The mouse too: a click selects, a second one opens. Arrows, Page Down, Home and End "
                "scroll.")),
            line(Span(words("Échap ferme cette aide.", "Esc closes this help."), "muted")),
        ),
    )  # fmt: skip


def pane_names(words: Wording) -> tuple[str, str, str]:
    """Return the titles of the panes."""
    return (words("Filtres", "Filters"), words("Liste", "List"), words("Fiche", "Sheet"))


LISTINGS: dict[str, Words] = {"jobs": ("Métiers", "Jobs"), "schools": ("Écoles", "Schools")}


def view_name(view: str, words: Wording) -> str:
    """Return what the third pane is called."""
    return words(*{
        "sheet": ("Fiche", "Sheet"),
        "plan": ("Voies", "Routes"),
        "compare": ("Comparaison", "Comparison"),
    }[view])  # fmt: skip


def typing_hint(words: Wording) -> str:
    """Return what may be typed among filters."""
    return words("Lyon alternance… ou ↓ Entrée", "Lyon alternance… or ↓ Enter")


def not_read(some: str, words: Wording) -> str:
    """Return what is said of words that no filter takes."""
    return words(f"Aucun filtre ne prend {some}. Chercher partout : Échap, puis /",
                 f"No filter takes {some}. To search everything: Esc, then /")  # fmt: skip


def level_of_diploma(words: Wording) -> str:
    """Return what is said where a level was read as that of a diploma, and may be one's own."""
    return words("C’est le niveau du diplôme préparé. Le vôtre s’écrit « après le bac ».",
                 "It is the level of the diploma aimed at. Your own is typed “after the bac”.")  # fmt: skip


def value_hint(words: Wording, *, number: bool, city: bool) -> str:
    """Return how the value of a filter is given."""
    if number:
        return words("un nombre", "a number")
    return words("une ville, 30 km", "a city, 30 km") if city else words("un mot…", "a word…")


def back_to_filters(words: Wording) -> str:
    """Return what goes back from the values of a filter to all filters."""
    return words("Tous les filtres", "All filters")


def mark_another(words: Wording) -> str:
    """Return what is said when there is nothing to compare with."""
    return words("Marquez-en d’abord un autre du même genre (Espace).",
                 "First mark another of the same kind (Space).")  # fmt: skip


def no_address(words: Wording) -> str:
    """Return what is said of a record without an address."""
    return words("Aucune adresse connue pour cette fiche.", "No address known for this record.")


def opened(address: str, words: Wording) -> str:
    """Return what is said of an address that a browser opens, for where none does."""
    return words(f"Ouvert dans le navigateur : {address}", f"Opened in the browser: {address}")


def address_page(address: str, words: Wording) -> Page:
    """Present an address that nothing here opens, to be copied."""
    return Page(
        title=line(words("Aucun navigateur ici. L’adresse :", "No browser here. The address:")),
        lead=((), line(Span(address, "accent"))),
    )


def sources_title(words: Wording) -> str:
    """Return what heads the addresses of a record."""
    return words("Ouvrir dans le navigateur (Entrée) :", "Open in the browser (Enter):")


def needs_screen(words: Wording) -> str:
    """Return what is said where there is no screen to draw on."""
    return words(
        "browse se sert d’un terminal entier : ni une redirection, ni un terminal sans écran (TERM=dumb). "
        "Les mêmes réponses : avcareers jobs, avcareers schools.",
        "browse takes a whole terminal: no pipe, no terminal without a screen (TERM=dumb). "
        "The same answers: avcareers jobs, avcareers schools.",
    )


def needs_extra(words: Wording) -> str:
    """Return how what it needs is installed."""
    return words("browse demande un complément : pip install 'avcareers[browse]'",
                 "browse needs an extra: pip install 'avcareers[browse]'")  # fmt: skip
