"""What the page of the web site that goes from a person to jobs says."""

from collections.abc import Callable
from typing import Any

from avcareers.model.vocabulary import ENTRY_LEVELS, Activity, values
from avcareers.query.filters.jobs import CONDITIONS_ASKED
from avcareers.query.match.judging import LIKE, WAY
from avcareers.text.wording import Wording

from .labels import label
from .match import GROUP_NAMES, fitting, on_a_condition, to_be_asked, why_aside
from .page import Page, Span, line
from .site import kind_title


def match_form_page(words: Wording) -> Page:
    """Present the questions, and what becomes of the answers."""
    said = words(
        "Cochez ce qui est vrai pour vous : les métiers viennent aussitôt, chacun avec ses raisons, prises "
        "dans sa fiche. Ce n'est pas un test, et il n'y a pas de note.",
        "Tick what is true of you: jobs come at once, each with its reasons, taken from its sheet. This is "
        "no test, and there is no score.",
    )
    kept = words("Rien n'est gardé ni envoyé ; l'adresse de la page dit ce que vous avez coché.",
                 "Nothing is kept or sent; the address of the page says what you ticked.")  # fmt: skip
    return Page(
        title=line(Span(kind_title("match", words), "strong")),
        lead=(line(said), line(Span(kept, "muted"))),
    )


def match_choices(words: Wording) -> tuple[tuple[str, str, dict[str, str]], ...]:
    """Return the questions: the option each stands for, what is asked, what one may answer."""
    return (
        ("like", words("Ce que j'aime faire", "What I like to do"),
         {one: label(words, "activity", one) for one in values(Activity)}),
        ("not", words("Ce que je ne peux pas ou ne veux pas", "What I can't or won't do"),
         {one: label(words, "condition-asked", one) for one in CONDITIONS_ASKED}),
        ("from", words("Où j'en suis", "Where I stand"),
         {"": words("je ne le dis pas", "I would rather not say"),
          **{one: label(words, "entry-level", one) for one in ENTRY_LEVELS},
          "bac": words("bac, ou en terminale", "bac, or in its last year (terminale)")}),
    )  # fmt: skip


def known_for(count: int, words: Wording) -> str:
    """Return for how many jobs it is known whether one meets a working condition."""
    jobs = words.count(count, ("métier", "métiers"), ("job", "jobs"))
    return words(f"connu pour {jobs}", f"known for {jobs}")


def match_said(words: Wording) -> dict[str, Any]:
    """Return what the script of the page says; `{}` stands for what it counts or names."""
    return {
        **{key: words(*said) for key, said in _SAID.items()},
        "verdict": {
            "fits": _counting(fitting, words),
            "fits-if": _counting(on_a_condition, words),
            "ask-first": _counting(to_be_asked, words),
        },
        "groups": {group: words(*name) for group, name in GROUP_NAMES.items()},
        "why": {by: why_aside(by, words) for by in (LIKE, WAY)}
        | {word: why_aside(name, words) for word, name in CONDITIONS_ASKED.items()},
        "jobs": _counting(
            lambda count, words: words.count(count, ("métier", "métiers"), ("job", "jobs")), words
        ),
        "more": _counting(
            lambda count, words: words.count(
                count, ("métier de plus", "métiers de plus"), ("more job", "more jobs")
            ),
            words,
        ),
        "quoted": words.quoted("{}"),
    }


def _counting(say: Callable[[int, Wording], str], words: Wording) -> list[str]:
    """Return what is said of none, of one and of several."""
    return [say(0, words), say(1, words), say(2, words).replace("2", "{}", 1)]


_SAID = {
    "colon": ("\N{NO-BREAK SPACE}: ", ": "),
    "semicolon": ("\N{NARROW NO-BREAK SPACE}; ", "; "),
    "done": ("on y fait", "you do"),
    "ask": ("à demander", "to ask"),
    "unknown": ("non renseigné", "unknown"),
    "others": ("Et aussi", "And also"),
    "aside": ("Écartés", "Set aside"),
    "without": ("Sans {}", "Without {}"),
    "given": ("Avec {}", "With {}"),
    "ignored": ("Inconnu ici, ignoré : {}.", "Not known here, ignored: {}."),
    "clear": ("Tout effacer", "Clear all"),
    "free": ("Où l'apprendre pour 0 € par an", "Where to learn it for €0 a year"),
}  # fmt: skip


def limits_said(words: Wording) -> tuple[str, ...]:
    """Return what the page leaves out of account, the list where it counts, and the command for it."""
    return (
        words("Ni la ville, ni l'argent, ni la durée, ni l'alternance ne comptent ici : la voie montrée est la "
              "plus proche pour votre niveau, où que soit l'école.",
              "City, money, years and alternance do not count here: the route shown is the nearest for your "
              "level, wherever the school is."),
        words("Choisir parmi les écoles, par ville et par coût", "Choose among schools, by city and cost"),
        words("Tout à la fois, en ligne de commande :", "All at once, on the command line:"),
        "--near Lille --max-fees 0",
    )  # fmt: skip


def without_script(words: Wording) -> str:
    """Return what is said where no script runs."""
    return words("Sans script, on ne peut pas cocher : les métiers sont plus bas, par ce qu'on y fait.",
                 "Without scripts, one cannot tick: jobs are below, by what one does.")  # fmt: skip


def by_activity_title(words: Wording) -> str:
    """Return what the list of jobs by what one does is called."""
    return words("Les métiers, par ce qu'on y fait", "Jobs, by what one does")
