"""The words of the web site that no page of the command line says."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.model.errors import DeadLinksError, OccupiedError
from avcareers.query.home import Home
from avcareers.query.schools import SchoolList
from avcareers.text.folding import collation_key
from avcareers.text.wording import Wording

from .citations import source_line
from .page import Item, Line, Page, Section, Span, line

if TYPE_CHECKING:
    from avcareers.model.source import Source


class Labels(NamedTuple):
    """What stands around every page."""

    name: str
    skip: str
    search: str
    find: str
    menu: str
    other_language: str
    more: str
    send: str
    address: str
    print_it: str
    print_whole: str
    on_paper: str
    """What a sheet of paper says of what it leaves out."""
    data: str
    feed: str
    calendar: str
    changes: str
    coming: str
    about: str
    terminal: str
    """What leads a command that only a terminal answers."""
    old: str
    """What the script says when the site was made long ago; {} is a number of months."""
    here: str
    """What a mark says to who hears the page."""
    away: str
    over: str
    """What the script adds to a date that has passed."""


def labels(words: Wording) -> Labels:
    """Return what stands around every page."""
    return Labels(
        name=words("Métiers du cinéma et de l'audiovisuel", "Jobs in French film and television"),
        skip=words("Aller au contenu", "Skip to content"),
        search=words("Chercher", "Search"),
        find=words("Un métier, une école, un mot", "A job, a school, a word"),
        menu=words("Rubriques", "Sections"),
        other_language=words("English", "Français"),
        more=words("Voir aussi", "See also"),
        send=words("Envoyer cette page", "Send this page"),
        address=words("Adresse de cette page", "Address of this page"),
        print_it=words("Imprimer", "Print"),
        print_whole=words("Tout imprimer", "Print everything"),
        on_paper=words("L'essentiel est imprimé ici ; le détail et chaque source sont sur le site.",
                       "What matters most is printed here; the detail and each source are on the site."),
        data=words("Les données de cette page (JSON)", "The data of this page (JSON)"),
        feed=words("Être averti de ce qui change ici (fil Atom)", "Be told what changes here (Atom feed)"),
        calendar=words("Ces échéances dans un calendrier (.ics)", "These ends in a calendar (.ics)"),
        changes=words("Ce qui a changé", "What changed"),
        coming=words("Ce qui prend fin", "What ends"),
        about=words("À propos de ce site", "About this site"),
        terminal=words("en ligne de commande :", "on the command line:"),
        old=words("Ce site a été fait il y a {} mois : des prix, des places et des dates ont pu "
                  "changer depuis.",
                  "This site was made {} months ago: fees, places and dates may have changed since."),
        here=words("oui", "yes"),
        away=words("non", "no"),
        over=words("passé depuis", "now past"),
    )  # fmt: skip


def kind_title(kind: str, words: Wording) -> str:
    """Return what a kind of page is called."""
    return words(*_KINDS[kind])


_KINDS = {
    "match": ("Des métiers pour vous", "Jobs for you"),
    "compare": ("Comparer", "Compare"),
    "profession": ("Métiers", "Jobs"),
    "school": ("Écoles", "Schools"),
    "stage": ("Étapes", "Stages"),
    "department": ("Départements", "Departments"),
    "topic": ("Mots expliqués", "Words explained"),
    "agreement": ("Conventions", "Agreements"),
    "source": ("Sources", "Sources"),
}


def menu_name(kind: str, words: Wording) -> str:
    """Return what leads to a kind of page in the menu, which holds on one line."""
    return words("Pour vous", "For you") if kind == "match" else kind_title(kind, words)


def kind_about(kind: str, words: Wording) -> str:
    """Return what one finds among the pages of a kind."""
    return words(*_ABOUT_KINDS[kind])


_ABOUT_KINDS = {
    "compare": ("De deux à quatre métiers, ou écoles, côte à côte.",
                "Two to four jobs, or schools, side by side."),
    "match": ("De ce que vous aimez et de ce que vous ne voulez pas, à des métiers, avec les raisons.",
              "From what you like and what you won't do, to jobs, with the reasons."),
    "profession": ("Ce qu'on y fait, comment on y entre, ce que ça paie au moins.",
                   "What the work is, how to get in, what it pays at least."),
    "school": ("Par région : diplômes, coût, alternance, et qui en répond.",
               "By region: diplomas, cost, alternance, and who stands behind them."),
    "stage": ("Comment une œuvre se fait, et qui y travaille quand.",
              "How a work is made, and who works on it when."),
    "department": ("Les équipes, de l'écriture à la salle.", "The teams, from writing to the cinema."),
    "topic": ("Intermittence, alternance, diplômes reconnus : des réponses courtes.",
              "Intermittent work, alternance, recognised diplomas: short answers."),
    "agreement": ("Les textes qui fixent les salaires minimums.", "The texts that set minimum pay."),
    "source": ("D'où vient chaque fait, et quand la page a été lue.",
               "Where each fact comes from, and when the page was read."),
}  # fmt: skip


def days_line(read_until: str | None, today: str, words: Wording) -> str:
    """Return of what days the data and the page are."""
    made = words(f"Page faite le {words.day(today)}", f"Page made on {words.day(today)}")
    if not read_until:
        return f"{made}."
    read = words.day(read_until)
    return words(f"Sources lues jusqu'au {read}. {made}.", f"Sources read up to {read}. {made}.")


def regional(page: Page, found: SchoolList, words: Wording) -> Page:
    """Return the list of schools by region: each under every region in which it teaches."""
    if page.table is None:
        return page
    unknown = words("Région non renseignée", "Region unknown")
    by_region: dict[str, list[int]] = {}
    for place, row in enumerate(found.schools):
        regions = {found.places[campus.place].region for campus in row.school.campuses}
        for region in regions or {unknown}:
            by_region.setdefault(region, []).append(place)
    named = sorted(by_region, key=lambda region: (region == unknown, collation_key(region)))
    rows = tuple(
        page.table.rows[place]._replace(group=region)
        for region in named for place in by_region[region]
    )  # fmt: skip
    said = words("Une école qui enseigne dans plusieurs régions est dans chacune.",
                 "A school that teaches in several regions is in each of them.")  # fmt: skip
    counted = words.count(found.matching, ("école", "écoles"), ("school", "schools"))
    lead = (*page.lead, line(Span(said, "muted")))
    title = (page.title[0], Span(f" – {counted}"))
    # Nothing is asked of this list: its programmes are all there are.
    said_of = {"programmes": words("Formations", "Programmes"), "kind": words("Statut", "Status")}
    columns = tuple(
        column._replace(title=said_of[column.key], plain_only=False) if column.key in said_of else column
        for column in page.table.columns
    )  # fmt: skip
    table = page.table._replace(rows=rows, columns=columns)
    return page._replace(title=title, lead=lead, table=table)


def _cited(source: "Source", words: Wording) -> Line:
    """Cite a source under its publisher, with its licence when it states one: most pages state none."""
    return source_line(source, words, licensed=bool(source.licence))[2:]


def every_source(sources: "Iterable[Source]", words: Wording) -> Page:
    """Present every source, under who publishes it."""
    listed = sorted(sources, key=lambda one: (collation_key(one.publisher), one.slug))
    sections = tuple(
        # Nothing leads to a publisher: it has no address. The heading says who it is.
        Section("", publisher, tuple(Item(_cited(source, words), True) for source in group))
        for publisher, group in groupby(listed, key=lambda one: one.publisher)
    )  # fmt: skip
    title = line(Span(words("Les sources", "Sources"), "strong"), f" – {words.number(len(listed))}")
    return Page(title=title, sections=sections)


def unkeyed(page: Page) -> Page:
    """Return a list without the column of its keys, which nobody types here."""
    if page.table is None:
        return page
    key, *columns = page.table.columns
    return page._replace(
        table=page.table._replace(columns=(key._replace(plain_only=True), *columns))
    )


def facets_title(words: Wording) -> str:
    """Return what the links to the groups of a list are called."""
    return words("Aller à un groupe", "Go to a group")


class MapSaid(NamedTuple):
    """What the map of schools says."""

    title: str
    about: str


def map_said(words: Wording) -> MapSaid:
    """Return what the map of schools says."""
    return MapSaid(
        words("La carte", "The map"),
        words("Chaque rond est une ville où l'on enseigne, plus grand où il y a plus d'écoles ; il mène à la "
              "liste autour d'elle. Les petits points sont des communes.",
              "Each disc is a city where one can learn, larger where there are more schools; it leads to the "
              "list around it. The small dots are communes."),
    )  # fmt: skip


def first_page(found: Home, words: Wording) -> Page:
    """Present what the site answers."""
    counts = found.records
    jobs = words.count(counts["profession"], ("métier", "métiers"), ("job", "jobs"))
    schools = words.count(counts["school"], ("école", "écoles"), ("school", "schools"))
    sources = words.count(counts["source"], ("source", "sources"), ("source", "sources"))
    said = words(
        f"{jobs} et {schools} : ce qu'on y fait, comment on y entre, ce que ça coûte et ce que ça paie. "
        f"Chaque fait vient d'une page lue ({sources}) ; ce que l'on ignore est dit.",
        f"{jobs} and {schools}: what the work is, how to get in, what it costs and what it pays. "
        f"Every fact comes from a page that was read ({sources}); what is unknown is said.",
    )
    return Page(title=line(Span(labels(words).name, "strong")), lead=(line(said),))


def search_page(words: Wording) -> Page:
    """Present the search, and what to do where no script runs."""
    said = words("Tapez un mot en haut de la page. La recherche demande un script ; les listes, non.",
                 "Type a word at the top of the page. The search needs a script; the lists do not.")  # fmt: skip
    return Page(title=line(Span(labels(words).search, "strong")), lead=(line(said),))


def compare_page(words: Wording) -> Page:
    """Present the comparison, and what it needs."""
    said = words("De deux à quatre métiers, ou de deux à quatre écoles.",
                 "Two to four jobs, or two to four schools.")  # fmt: skip
    title = words("Comparer", "Compare")
    return Page(title=line(Span(title, "strong")), lead=(line(said),))


def compare_said(words: Wording) -> dict[str, Any]:
    """Return what the script of the comparison says; `{}` stands for names."""
    other = {kind: words(*said) for kind, said in _OTHER_KIND.items()}
    return {key: words(*said) for key, said in _COMPARE.items()} | {"other": other}


_OTHER_KIND = {
    "job": ("On compare des écoles : « {} » est un métier.",
            "Schools are being compared: “{}” is a job."),
    "school": ("On compare des métiers : « {} » est une école.",
               "Jobs are being compared: “{}” is a school."),
}  # fmt: skip


_COMPARE = {
    "add": ("Ajouter un métier ou une école", "Add a job or a school"),
    "profession": ("Comparer avec un autre métier", "Compare with another job"),
    "school": ("Comparer avec une autre école", "Compare with another school"),
    "script": ("La comparaison demande un script.", "The comparison needs a script."),
    "put": ("Ajouter", "Add"),
    "compared": ("La comparaison est plus bas.", "The comparison is below."),
    "title": ("Comparer", "Compare"),
    "heading": ("Côte à côte", "Side by side"),
    "added": ("Ajouté : {}.", "Added: {}."),
    "removed": ("Retiré : {}.", "Removed: {}."),
    "already": ("Déjà là : {}.", "Already there: {}."),
    "anew": ("Commencer une autre comparaison avec {}", "Start another comparison with {}"),
    "which": ("Lequel ?", "Which one?"),
    "nobody": ("Aucun nom d'ici ne ressemble à « {} ».", "No name here looks like “{}”."),
    "full": ("Quatre au plus : en retirer un d'abord.", "Four at most: remove one first."),
    "colon": ("\N{NO-BREAK SPACE}: ", ": "),
    "remove": ("retirer", "remove"),
    "same": ("Pareil", "The same"),
    "silent": ("Non renseigné", "Unknown"),
    "unknown": ("non renseigné", "unknown"),
    "more": ("Ajouter encore un nom pour comparer.", "Add another name to compare."),
    "ignored": ("Inconnu ici ou en trop, ignoré : {}.",
                "Not known here or too many, ignored: {}."),
    "failed": ("Une fiche n'a pas pu être lue.", "A sheet could not be read."),
}  # fmt: skip


def missing_page(words: Wording) -> Page:
    """Present what is said of an address that leads nowhere."""
    said = words("Rien à cette adresse. Cherchez un mot en haut de la page, ou partez d'une liste.",
                 "Nothing at this address. Search a word at the top of the page, or start from a list.")  # fmt: skip
    title = words("Page introuvable", "Page not found")
    return Page(title=line(Span(title, "strong")), lead=(line(said),))


def about_page(words: Wording) -> Page:
    """Present what the site is, what it does not do, and how it was checked."""
    title = labels(words).about
    sections = tuple(
        Section(key, words(*name), tuple(Item(line(words(*said)), True) for said in lines))
        for key, name, lines in _ABOUT
    )
    return Page(title=line(Span(title, "strong")), sections=sections)


_ABOUT = (
    ("offline", ("Sans réseau", "Offline"), (
        ("Ce site s'ouvre depuis un dossier ou une clé USB : il n'a pas besoin de serveur.",
         "This site opens from a folder or a USB stick: it needs no server."),
        ("Les fiches et les listes se lisent sans script ; chercher, choisir et comparer en demandent un.",
         "Sheets and lists are read without scripts; searching, choosing and comparing need one."),
        ("Il n'enregistre rien de vous : ni compte, ni cookie, ni mesure d'audience.",
         "It records nothing about you: no account, no cookie, no tracking."),
    )),
    ("facts", ("Les faits", "The facts"), (
        ("Chaque fait a sa source et le jour où elle a été lue. « Non renseigné » veut dire que nous ne savons pas.",
         "Every fact has its source and the day it was read. “Unknown” means that we do not know."),
        ("Un montant minimum n'est pas un revenu ; une inscription qui a une fin ne compte plus après elle.",
         "A minimum is not an income; a registration that has an end no longer counts after it."),
    )),
    ("rights", ("Qui, et à quelles conditions", "Who, and on what terms"), (
        ("Fait avec avcareers, par ses fondateurs : ce n'est le site d'aucun ministère ni d'aucune école.",
         "Made with avcareers, by its founders: it is the site of no ministry and of no school."),
        ("Imprimer, copier, distribuer ces pages est permis, même contre paiement : les données sont sous Licence "
         "Ouverte 2.0, à condition de nommer avcareers et le jour de la page. Le programme est sous licence MIT ; les "
         "coordonnées des villes viennent de GeoNames (CC BY 4.0).",
         "Printing, copying, handing out these pages is allowed, even for money: the data are under the Licence Ouverte "
         "2.0, provided one names avcareers and the day of the page. The program is under the MIT licence; the "
         "coordinates of cities come from GeoNames (CC BY 4.0)."),
        ("Une erreur se dit à qui vous a remis ce site, avec la page qui la montre.",
         "An error is told to whoever gave you this site, with the page that shows it."),
    )),
    ("tested", ("Ce qui a été essayé", "What was tried"), (
        ("Une page de chaque sorte, dans les deux langues, a été essayée dans Chromium : avec axe en clair et en sombre, "
         "sans défaut relevé ; à 320 pixels de large, sans défilement de côté.",
         "A page of each kind, in both languages, was tried in Chromium: with axe in light and dark, without a fault "
         "found; 320 pixels wide, without scrolling sideways."),
        ("Le clavier seul, l'impression et l'absence de script ont été essayés sur quelques pages. "
         "Aucun lecteur d'écran ni aucun autre navigateur ne l'a été : ce n'est pas une déclaration de conformité.",
         "The keyboard alone, printing and the absence of scripts were tried on some pages. "
         "No screen reader and no other browser was: this is no claim of conformity."),
    )),
)  # fmt: skip


def site_failure(error: OccupiedError | DeadLinksError, words: Wording) -> str:
    """Return why a site was not written."""
    if isinstance(error, OccupiedError):
        return words(
            f"{error} contient autre chose qu'un site fait par avcareers : choisir un dossier vide.",
            f"{error} holds something else than a site made by avcareers: choose an empty folder.",
        )
    count = words.count(len(error.links), ("lien", "liens"), ("link", "links"))
    return words(f"Des liens du site ne mènent nulle part ({count}) ; rien n'est écrit.\n{error}",
                 f"Links of the site lead nowhere ({count}); nothing is written.\n{error}")  # fmt: skip
