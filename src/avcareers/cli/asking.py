"""A question to a person at a terminal: which of several was meant."""

import sys
from typing import TYPE_CHECKING, NoReturn

from avcareers.model.errors import NOT_FOUND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from avcareers.model.errors import AmbiguousNameError, BadValueError, NotFoundError
    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording

LEAVING = frozenset({"q", "quit", "quitter", "exit", "non", "no", "n"})
"""What people type to choose none."""
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
        raise error
    return slugs[ask(catalogue, error, slugs[:OFFERED], words)]


def can_ask() -> bool:
    """True if a person reads what is asked, and types: never in a pipe."""
    return sys.stdin is not None and all(
        stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    )


def ask(
    catalogue: "Catalogue",
    error: "AmbiguousNameError | NotFoundError",
    slugs: tuple[str, ...],
    words: "Wording",
) -> int:
    """Return the place of the record chosen, from 0."""
    from avcareers.present.question import choice_lines

    lines = choice_lines(error, catalogue.cards(error.kind, slugs), slugs, words)
    return _answered(lines, slugs, words)


def value_chosen(error: "BadValueError", words: "Wording") -> str:
    """Return the near value that a person chooses. Raise the error where nobody can be asked."""
    from avcareers.present.question import value_lines

    if not error.near or not can_ask():
        raise error
    return error.near[_answered(value_lines(error, words), error.near, words)]


def _answered(lines: "Iterable[str]", choices: tuple[str, ...], words: "Wording") -> int:
    """Return the place, from 0, of what is chosen among the numbered lines of a question."""
    from avcareers.present.question import choice_prompt, choice_refused
    from avcareers.render.emit import say

    for line in lines:
        say(line)
    while True:
        sys.stderr.write(choice_prompt(len(choices), words))
        sys.stderr.flush()
        answer = sys.stdin.readline()
        typed = answer.strip().casefold()
        if not typed or typed in LEAVING:
            _leave(answer)
        if typed.isdecimal() and 1 <= int(typed) <= len(choices):
            return int(typed) - 1
        if typed in choices:
            return choices.index(typed)
        say(choice_refused(answer.strip(), len(choices), words))


def _leave(answer: str) -> NoReturn:
    if not answer.endswith("\n"):
        # The end of the input leaves the cursor after the question.
        sys.stderr.write("\n")
    raise SystemExit(NOT_FOUND)
