"""What a command needs and was not told, asked step by step to a person at a terminal. Enter skips."""

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from avcareers.model.vocabulary import ENTRY_LEVELS

from .asking import line_typed, numbers_typed
from .language import LANGUAGE, said
from .numbers import number_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording

    from .session import Session

_BETWEEN = re.compile(r"[,;]|\b(?:et|ou|and|or)\b")
_ARTICLE = re.compile(r"^(?:l['’]|(?:le|la|les|un|une|du|de la|des|the|a|an)\s+)", re.IGNORECASE)


def wishes_typed(session: "Session", catalogue: "Catalogue") -> dict[str, Any]:
    """Return what a person says of what they like, of their limits and of where they stand.

    By the name of each wish, as its option would give it.
    """
    from avcareers.model.vocabulary import Activity, values
    from avcareers.query.filters.jobs import CONDITIONS_ASKED

    words = session.words
    return {
        "likes": _chosen(words("Qu'aimez-vous faire ?", "What do you like to do?"),
                         values(Activity), "activity", words),
        "refused": _chosen(words("Que ne pouvez-vous, ou ne voulez-vous pas ?", "What can't or won't you do?"),
                           tuple(CONDITIONS_ASKED), "condition-asked", words),
        "level": level_typed(words),
        "near": _city(session, catalogue),
        "max_fees": _number("--max-fees", words(
            "Combien d'euros par an pour une école, au plus ? 0 si rien (Entrée pour passer) : ",
            "How many euros a year for a school, at most? 0 if none (Enter to skip): "), words),
        "max_years": _number("--max-years", words(
            "Combien d'années de formation, au plus ? (Entrée pour passer) : ",
            "How many years of courses, at most? (Enter to skip): "), words),
        "alternance": _agreed(words("En alternance seulement ? o pour oui (Entrée pour passer) : ",
                                    "In alternance only? y for yes (Enter to skip): ")),
    }  # fmt: skip


def level_typed(words: "Wording") -> str | None:
    """Return the level that a person holds, as an option would give it; None when it is skipped."""
    question = words("Quel niveau avez-vous ?", "Which level do you hold?")
    from avcareers.present.choices import level_meant

    levels = tuple(ENTRY_LEVELS)
    chosen = _chosen(
        question,
        levels,
        "entry-level",
        words,
        most=1,
        said=lambda typed: [*filter(None, [level_meant(typed, levels)])],
    )
    return next(iter(chosen), None)


def name_and_level_typed(options: "Sequence[str]") -> list[str]:
    """Return the name of what a person aims at, then the level they hold unless an option says it.

    Nothing is typed for Enter.
    """
    from avcareers.text.wording import Wording

    name = line_typed(said("Quel métier, ou quelle école, visez-vous ? (Entrée pour annuler) : ",
                           "Which job, or which school, do you aim at? (Enter to cancel): "))  # fmt: skip
    if not name:
        return []
    held = any(word.partition("=")[0] == "--from" for word in options)
    level = None if held else level_typed(Wording(LANGUAGE))
    return ["--from", level, "--", name] if level else ["--", name]


def _chosen(
    question: str,
    choices: tuple[str, ...],
    vocabulary: str,
    words: "Wording",
    *,
    most: int | None = None,
    said: "Callable[[str], list[str]] | None" = None,
) -> list[str]:
    from avcareers.present.labels import label
    from avcareers.present.question import numbered
    from avcareers.render.emit import say

    for line in numbered(question, (label(words, vocabulary, each) for each in choices)):
        say(line)
    meant = said or partial(_meant, choices, vocabulary)
    return numbers_typed(choices, words, most=most, said=meant)


def _meant(choices: tuple[str, ...], vocabulary: str, typed: str) -> list[str]:
    """Return the choices that words stand for, one after the other: « le son, et dessiner ». None if one stands for none."""
    from avcareers.present.choices import exactly_meant

    said = [part for part in _BETWEEN.split(typed) if part.strip()]
    found = [
        exactly_meant(part.strip(), choices, vocabulary)
        or exactly_meant(_ARTICLE.sub("", part.strip()), choices, vocabulary)
        for part in said
    ]
    meant = [*dict.fromkeys(filter(None, found))]
    return meant if all(found) else []


def _city(session: "Session", catalogue: "Catalogue") -> str | None:
    """Return a city that the catalogue knows; what it does not is asked again."""
    from avcareers.model.errors import BadValueError
    from avcareers.present.failures import failure_message
    from avcareers.render.emit import say

    from .places import place_named

    words = session.words
    while typed := line_typed(words("Près de quelle ville ? (Entrée pour passer) : ",
                                    "Near which city? (Enter to skip): ")):  # fmt: skip
        try:
            return place_named(session, catalogue, "--near", typed)
        except SystemExit:
            # None of the near ones: the city is asked again, and what was answered is kept.
            continue
        except BadValueError as error:
            say(failure_message(error, words, ()))
    return None


def _number(option: str, prompt: str, words: "Wording") -> float | None:
    from avcareers.render.emit import say

    while typed := line_typed(prompt):
        try:
            number = float(number_typed(option, typed))
        except ValueError:
            number = -1.0
        if 0 <= number < float("inf"):
            return number
        asked = words.quoted(typed)
        say(
            words(
                f"{asked} : il faut un nombre, 0 ou plus.",
                f"{asked}: it takes a number, 0 or more.",
            )
        )
    return None


def _agreed(prompt: str) -> bool:
    return line_typed(prompt).casefold() in {"o", "oui", "y", "yes", "1"}
