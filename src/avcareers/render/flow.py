"""Text on a terminal: styled by role, wrapped to the screen."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from avcareers.present.page import Line, Role

from .grid import grid_lines
from .safety import printable

STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "muted": "dim",
    "accent": "cyan",
    "good": "green",
    "warn": "yellow",
    "bad": "red",
    "unknown": "italic dim",
}


def flowing(lines: Iterable[Line], console: Console) -> Iterator[Text]:
    """Yield lines of text, wrapped to the screen."""
    for spans in lines:
        yield from wrapped(rich_text(spans), console)


def wrapped(text: Text, console: Console) -> Iterator[Text]:
    """Yield the screen lines of a text."""
    yield from grid_lines([text], [console.width], console)


def rich_text(spans: Line) -> Text:
    """Give a line as styled text. Nothing in it is read as markup or as a control sequence."""
    text = Text(end="")
    for role, run in groupby(spans, key=lambda span: span.role):
        text.append("".join(printable(span.text) for span in run), STYLES[role])
    return text
