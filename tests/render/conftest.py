"""Pages to draw, kind and unkind."""

import io
from collections.abc import Callable

import pytest

from avcareers.present.page import (
    Column,
    Item,
    Next,
    Page,
    Row,
    Section,
    Span,
    Table,
    line,
)

HOSTILE = (
    "\x1b[31mrouge\x1b[0m",
    "\x1b]8;;https://evil.example\x07lien\x1b]8;;\x07",
    "\x9b31m",
    "a\rb",
    "bip\x07",
    "retour\x08",
    "nul\x00",
    "\u202egauche",
    "\u2066isolé\u2069",
    "\u200binvisible",
    "\ufeffmarque",
    "ligne\u2028deux",
    "[bold]gras[/bold]",
    "[red]rouge[/]",
    "[link=https://evil.example]x[/link]",
    ":smile:",
    "{jeton}",
    "tab\tulation",
    "deux\nlignes",
)


def page_saying(text: str) -> Page:
    """Build a page that has a text in each of its places."""
    return Page(
        title=line(Span(text, "strong")),
        lead=(line(text, Span(text, "muted")),),
        table=Table(
            (Column("a", "A", 5, ratio=1), Column("b", "B", 5, rank=1)),
            (
                Row((line(text), line(Span(text, "accent"))), group=text),
                Row((line("x"), line("y")), group=text),
            ),
        ),
        sections=(
            Section("s", text, (Item(line(text), bullet=True), Item(line(text))), heading=text),
        ),
        footer=(line(text),),
        next=(Next("avcareers", text),),
    )


@pytest.fixture(params=HOSTILE, ids=ascii)
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def saying() -> Callable[[str], Page]:
    return page_saying


class Encoded(io.TextIOWrapper):
    """A stream of one encoding, as a pipe or an old terminal is: what it can't write, it refuses."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")

    def written(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined]


@pytest.fixture
def encoded() -> Callable[[str], Encoded]:
    return Encoded
