"""Questions to a person at a terminal: which of several was meant, or what was not said."""

import sys
from typing import TYPE_CHECKING

from avcareers.model.errors import NOT_FOUND, AmbiguousNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from avcareers.model.errors import BadValueError, NotFoundError
    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording

LEAVING = frozenset({"q", "quit", "quitter", "exit"})
"""What people type to answer no more."""
DECLINING = frozenset({"non", "no", "n"})
"""What people type to choose none."""
JOINING = frozenset({"et", "and"})
AGREEING = frozenset({"o", "oui", "y", "yes"})
"""What people type to agree."""
OFFERED = 9
"""Most records that are offered."""


def chosen(
    catalogue: "Catalogue",
    error: "AmbiguousNameError | NotFoundError",
    slugs: tuple[str, ...],
    words: "Wording",
) -> str:
    """Return the key of the record that a person chooses. Raise the error where nobody can be asked.

    No answer leaves with the status of a name that was not found.
    """
    if not slugs or not can_ask():
        if isinstance(error, AmbiguousNameError):
            error.called = catalogue.called(error.kind, words.language)
        raise error
    return slugs[ask(catalogue, error, slugs[:OFFERED], words)]


def can_ask() -> bool:
    """True if a person reads what is asked, and types: never in a pipe."""
    return sys.stdin is not None and all(
        stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    )


def confirmed(question: str, words: "Wording") -> bool:
    """True if a person says yes, in either language; nothing, or anything else, is no."""
    sys.stderr.write(f"{question} {words('[o/N]', '[y/N]')} ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        sys.stderr.write("\n")
    return answer.strip().casefold() in AGREEING


def ask(
    catalogue: "Catalogue",
    error: "AmbiguousNameError | NotFoundError",
    slugs: tuple[str, ...],
    words: "Wording",
) -> int:
    """Return the place of the record chosen, from 0."""
    from avcareers.present.question import choice_lines, one_question

    cards = catalogue.cards(error.kind, slugs)
    if len(slugs) == 1:
        _agreed_to(one_question(error.kind, cards[slugs[0]], words), slugs[0], words)
        return 0
    return _answered(choice_lines(error, cards, slugs, words), slugs, words)


def value_chosen(error: "BadValueError", words: "Wording") -> str:
    """Return the near value that a person chooses. Raise the error where nobody can be asked."""
    from avcareers.present.question import value_lines, value_question

    if not error.near or not can_ask():
        raise error
    if len(error.near) == 1:
        _agreed_to(value_question(error, words), error.near[0], words)
        return error.near[0]
    return error.near[_answered(value_lines(error, words), error.near, words)]


def _answered(lines: "Iterable[str]", choices: tuple[str, ...], words: "Wording") -> int:
    """Return the place, from 0, of what is chosen among the numbered lines of a question."""
    from avcareers.present.question import choice_prompt, choice_refused
    from avcareers.render.emit import say
    from avcareers.text.folding import fold

    for line in lines:
        say(line)
    while True:
        answer = line_typed(choice_prompt(len(choices), words))
        typed = answer.casefold()
        if not typed or typed in DECLINING:
            raise SystemExit(NOT_FOUND)
        if typed.isdecimal() and 1 <= int(typed) <= len(choices):
            return int(typed) - 1
        for place, choice in enumerate(choices):
            if fold(choice) == fold(answer):
                return place
        _leave_for_a_command(answer, words)
        say(choice_refused(answer, len(choices), words))


def _agreed_to(question: str, key: str, words: "Wording") -> None:
    """Ask whether the one thing near is meant; Enter agrees, and no leaves."""
    from avcareers.present.question import agreement_refused
    from avcareers.render.emit import say
    from avcareers.text.folding import fold

    while True:
        answer = line_typed(f"{question} {words('[O/n]', '[Y/n]')} ")
        typed = answer.casefold()
        if not typed or typed == "1" or typed in AGREEING or fold(answer) == fold(key):
            return
        if typed in DECLINING:
            raise SystemExit(NOT_FOUND)
        _leave_for_a_command(answer, words)
        say(agreement_refused(answer, words))


def _leave_for_a_command(answer: str, words: "Wording") -> None:
    """Leave, with nothing chosen, when an answer is a command or a sentence: it was meant for a shell."""
    from avcareers.present.question import nothing_chosen
    from avcareers.render.emit import say

    from .commands import COMMANDS

    if " " in answer or answer in COMMANDS:
        say(nothing_chosen(answer, words))
        raise SystemExit(NOT_FOUND)


def numbers_typed(
    choices: "Sequence[str]",
    words: "Wording",
    *,
    most: int | None = None,
    said: "Callable[[str], list[str]]",
) -> list[str]:
    """Return the choices whose numbers a person types, at most so many; none for Enter.

    `said` tells the choices that words stand for: they may be typed too.
    """
    from avcareers.present.question import numbers_prompt, numbers_refused
    from avcareers.render.emit import say

    while True:
        answer = line_typed(numbers_prompt(most, words))
        typed = [word for word in answer.replace(",", " ").split() if word not in JOINING]
        numbers = [
            int(word) for word in typed if word.isdecimal() and 1 <= int(word) <= len(choices)
        ]
        if len(numbers) == len(typed) and (most is None or len(numbers) <= most):
            return [choices[number - 1] for number in dict.fromkeys(numbers)]
        meant = said(answer)
        if meant and (most is None or len(meant) <= most):
            return meant
        say(numbers_refused(answer, len(choices), most, words))


def line_typed(prompt: str) -> str:
    """Return what a person types after a prompt; nothing for Enter. The end of the input leaves."""
    from avcareers.render.safety import printable

    sys.stderr.write(printable(prompt))
    sys.stderr.flush()
    try:
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        raise
    if not answer.endswith("\n"):
        # The end of the input leaves the cursor after the question.
        sys.stderr.write("\n")
    if not answer or answer.strip().casefold() in LEAVING:
        raise SystemExit(NOT_FOUND)
    return answer.strip()
