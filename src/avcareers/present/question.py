"""Which of several was meant: a question, with what may be answered."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from avcareers.model.errors import (
    AmbiguousNameError,
    AmbiguousValueError,
    BadValueError,
    NotFoundError,
)
from avcareers.text.wording import Wording

from .choices import listed
from .labels import label
from .naming import job_title


def choice_lines(
    error: AmbiguousNameError | NotFoundError,
    cards: Mapping[str, Any],
    slugs: tuple[str, ...],
    words: Wording,
) -> Iterator[str]:
    """Yield what is not clear, then each record it may be, numbered."""
    asked, kind = words.typed(error.asked), label(words, "kind", error.kind)
    if isinstance(error, AmbiguousNameError):
        yield words(f"{asked} peut désigner :", f"{asked} may be:")
    else:
        yield words(f"Rien ne s'appelle {asked} ({kind}). Peut-être :",
                    f"Nothing is called {asked} ({kind}). Perhaps:")  # fmt: skip
    for number, slug in enumerate(slugs, 1):
        yield f"  {number}. {_named(error.kind, cards[slug], words)} ({slug})"


def value_lines(error: BadValueError, words: Wording) -> Iterator[str]:
    """Yield what is not clear of a value, then each value it may stand for, numbered."""
    asked = words.typed(error.value)
    if isinstance(error, AmbiguousValueError):
        yield words(f"{asked} peut désigner :", f"{asked} may be:")
    else:
        yield words(f"{error.option} ne prend pas {asked}. Peut-être :",
                    f"{error.option} does not take {asked}. Perhaps:")  # fmt: skip
    for number, value in enumerate(error.near, 1):
        yield f"  {number}. {listed([value], error.vocabulary, words)}"


def value_question(error: BadValueError, words: Wording) -> str:
    """Return what asks whether the one value near what was typed is meant."""
    name = words.quoted(listed(error.near, error.vocabulary, words))
    return words(f"Vouliez-vous dire {name} ?", f"Did you mean {name}?")


def choice_prompt(count: int, words: Wording) -> str:
    """Return what asks for a number."""
    return words(f"Numéro, de 1 à {count} (Entrée pour annuler) : ",
                 f"Number, from 1 to {count} (Enter to cancel): ")  # fmt: skip


def choice_refused(typed: str, count: int, words: Wording) -> str:
    """Return what is said of an answer that is none of those offered."""
    asked = words.quoted(typed)
    return words(f"{asked} n'est pas un choix : un numéro de 1 à {count}, ou q pour annuler.",
                 f"{asked} is no choice: a number from 1 to {count}, or q to cancel.")  # fmt: skip


def one_question(kind: str, card: Any, words: Wording) -> str:
    """Return what asks whether the one thing near what was typed is meant."""
    name = words.quoted(_named(kind, card, words))
    return words(f"Vouliez-vous dire {name} ?", f"Did you mean {name}?")


def agreement_refused(typed: str, words: Wording) -> str:
    """Return what is said of an answer that is neither yes nor no."""
    asked = words.quoted(typed)
    return words(f"{asked} : o pour oui, n pour non.", f"{asked}: y for yes, n for no.")


def nothing_chosen(typed: str, words: Wording) -> str:
    """Return what is said of a command, or a sentence, typed where a number was asked for."""
    asked = words.quoted(typed)
    return words(f"{asked} n'est pas un numéro : rien n'est choisi, la question est fermée.",
                 f"{asked} is no number: nothing is chosen, the question is closed.")  # fmt: skip


def numbered(question: str, choices: Iterable[str]) -> Iterator[str]:
    """Yield a question, then what may be answered, numbered."""
    yield question
    yield from (f"{number:>4}. {choice}" for number, choice in enumerate(choices, 1))


def numbers_prompt(most: int | None, words: Wording) -> str:
    """Return what asks for some numbers, or for one."""
    if most == 1:
        return words("Numéro (Entrée pour passer) : ", "Number (Enter to skip): ")
    return words("Numéros, par exemple 2 5 (Entrée pour passer) : ",
                 "Numbers, for example 2 5 (Enter to skip): ")  # fmt: skip


def numbers_refused(typed: str, count: int, most: int | None, words: Wording) -> str:
    """Return what is said of an answer that holds something else than numbers offered."""
    asked = words.quoted(typed)
    if most == 1:
        return words(f"{asked} : il faut un numéro de 1 à {count}, ou q pour quitter.",
                     f"{asked}: it takes a number from 1 to {count}, or q to leave.")  # fmt: skip
    return words(f"{asked} : il faut des numéros de 1 à {count}, ou q pour quitter.",
                 f"{asked}: it takes numbers from 1 to {count}, or q to leave.")  # fmt: skip


def _named(kind: str, card: Any, words: Wording) -> str:
    if kind == "profession":
        return job_title(card, words)
    if kind == "topic":
        return words.of(card.title)
    name = card.name
    return name if isinstance(name, str) else words.of(name)
