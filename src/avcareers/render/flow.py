"""Text on a terminal: harmless, wrapped to the screen."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from avcareers.present.page import Line, Span

from .grid import wrapped_lines
from .safety import printable

_ROLE = itemgetter(1)


def flowing(lines: Iterable[Line], width: int) -> Iterator[Line]:
    """Yield lines of text, wrapped to the screen."""
    for spans in lines:
        yield from wrapped_lines(harmless(spans), width)


def harmless(spans: Line) -> Line:
    """Return a line without anything a terminal acts on."""
    return tuple(
        Span(printable("".join(text for text, _ in run)), role)
        for role, run in groupby(spans, key=_ROLE)
    )
