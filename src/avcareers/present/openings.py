"""What to ask instead of what has no answer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from avcareers.query.filters.declaration import written
from avcareers.query.openings import Opening
from avcareers.text.wording import Wording

from .page import Line, Span, line

NAMED = 2
"""Records named at most."""


def named_when_few(counted: str, names: Sequence[str], matching: int) -> str:
    """Return a count, with the names of what is counted when they are few."""
    return f"{counted} ({', '.join(names)})" if matching <= NAMED else counted


def opening_lines(
    openings: Iterable[Opening],
    command: tuple[str, ...],
    said: Callable[[Any], str],
    words: Wording,
) -> Iterator[Line]:
    """Yield what would open an empty list, each with how much it opens and the command that asks it.

    `said` counts, and may name, what is listed then.
    """
    for opening in openings:
        change = (
            words("sans ", "without ") + words.list(opening.without)
            if opening.without
            else words("avec ", "with ") + " ".join(opening.given)
        )
        yield line(
            Span(f"{change[0].upper()}{change[1:]}{words(' : ', ': ')}", "strong"),
            said(opening.found),
        )
        yield to_type(words.command(*command, *written(opening.asked)))


def to_type(command: str) -> Line:
    """Return a line of its own for a command."""
    return line("  ", Span(command, "command"))
