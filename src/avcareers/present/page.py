"""A page: what to say, in which order and with what weight; not how it looks.

Every renderer understands these few shapes, so one question serves a terminal, a pipe and a
document alike.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

Role = Literal[
    "plain", "strong", "muted", "accent", "good", "warn", "bad", "unknown", "heading", "label",
    "command",
]  # fmt: skip
"""What a span means; renderers choose the colour. Meaning never rests on colour alone.

A `command` is one to copy (`Wording.command`): it is broken only where no line can hold it.
"""


class Span(NamedTuple):
    """A run of text with one meaning."""

    text: str
    role: Role = "plain"


Line = tuple[Span, ...]


class Item(NamedTuple):
    """A line of a section, led by a bullet or not."""

    line: Line
    bullet: bool = False
    branch: tuple[str, str] = ("", "")
    """What leads its first line, and the lines it is wrapped to: the branches of a tree."""

    @property
    def whole(self) -> Line:
        """Return the line with its branch."""
        return (Span(self.branch[0], "muted"), *self.line) if self.branch[0] else self.line


class Section(NamedTuple):
    """A labelled part of a sheet."""

    key: str
    """Name `--section` takes."""
    label: str
    items: tuple[Item, ...]
    least: int = 1
    """Items a short sheet keeps at least."""
    heading: str = ""
    """Heading above it, when it opens a group of sections."""
    table: "Table | None" = None
    """Rows that are compared, above its items."""


class Column(NamedTuple):
    """A column of a table."""

    key: str
    title: str
    least: int
    """Narrowest width, in characters, at which it still says something."""
    ratio: int = 1
    """Share of the width left over."""
    rank: int = 0
    """When the screen is narrow, columns of the highest rank go first; 0 never goes."""
    asked: bool = False
    """Whether it says what was asked: then it never goes, unless it says the same on every row."""
    right: bool = False
    """Whether it is aligned to the right."""
    plain_only: bool = False
    """Whether only `-o plain` gives it, unless it is asked for: a key, a name in the other language."""
    drawn_only: bool = False
    """Whether `-o plain` leaves it out, for a column that says the same whole."""


class Row(NamedTuple):
    """A row of a table."""

    cells: tuple[Line, ...]
    group: str = ""
    """Heading of the rows that belong together."""
    plain_only: bool = False
    """Whether only `-o plain` gives it: on a screen, a line below sums it up."""


class Remarks(NamedTuple):
    """What is said, below a table, of the columns that are not drawn; `{}` stands for them."""

    narrowed: str = ""
    """Of those a screen has no room for."""
    unknown: str = ""
    """Of those of which nothing is known, whatever the row."""
    same: str = ""
    """Of those a screen has no room for and that say the same on every row: what they say."""


class Table(NamedTuple):
    """Rows that are compared."""

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    """All of a group, or none."""
    remarks: Remarks = Remarks()

    @property
    def drawn(self) -> Sequence[Row]:
        """Return the rows that a screen draws."""
        if any(row.plain_only for row in self.rows):
            return [row for row in self.rows if not row.plain_only]
        return self.rows

    @property
    def grouped(self) -> bool:
        """True if its rows belong to groups."""
        return any(row.group for row in self.rows[:1])


class Next(NamedTuple):
    """A command to try next."""

    command: str
    why: str


class Gloss(NamedTuple):
    """What a word of a page means, in a line of its own."""

    found: str
    """Pattern of the word."""
    line: Line
    """The word, what it means, and the command that says more."""


class Page(NamedTuple):
    """Everything one answer says."""

    title: Line
    lead: tuple[Line, ...] = ()
    """Lines under the title."""
    table: Table | None = None
    sections: tuple[Section, ...] = ()
    empty: str = ""
    """What to say instead of a table without rows."""
    instead: tuple[Line, ...] = ()
    """What to ask then, for an answer that is not empty."""
    footer: tuple[Line, ...] = ()
    """What was counted, what was left out, what words mean."""
    glosses: tuple[Gloss, ...] = ()
    """What its words mean; see `closing`."""
    next: tuple[Next, ...] = ()
    railed: bool = False
    """Whether the sections follow one another like the stages of a chain."""
    brief_lines: int | None = None
    """Lines the sheet should hold in, when it may be shortened."""
    shortened: str = ""
    """What to say when it was; `{}` stands for the sections cut."""

    @property
    def closing(self) -> tuple[Line, ...]:
        """Return the lines that end the page: its footer, then what the words it uses mean."""
        if not self.glosses:
            return self.footer
        said = "\n".join(self._texts())
        return (*self.footer, *(one.line for one in self.glosses if re.search(one.found, said)))

    def _texts(self) -> Iterator[str]:
        yield from map(text_of, (self.title, *self.lead))
        for table in filter(None, (self.table, *(section.table for section in self.sections))):
            yield from (column.title for column in table.columns)
            yield from (text_of(cell) for row in table.rows for cell in row.cells)
        for section in self.sections:
            yield from (section.heading, section.label)
            yield from (text_of(item.line) for item in section.items)


def line(*parts: "str | Span | Line") -> Line:
    """Build a line from texts, spans and lines."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, str):
            spans.append(Span(part))
        elif isinstance(part, Span):
            spans.append(part)
        else:
            spans.extend(part)
    return tuple(spans)


def with_notes(page: Page, notes: Iterable[str]) -> Page:
    """Return a page that says, below its title, what was understood of the question.

    A note may end with a command.
    """
    parts = (note.partition("avcareers ") for note in notes)
    said = tuple(
        line(Span(text, "muted"), *((Span(name + command, "command"),) if name else ()))
        for text, name, command in parts
    )
    return page._replace(lead=(*said, *page.lead)) if said else page


def joined(parts: Iterable[Line], separator: str = ", ") -> Line:
    """Join lines with a separator."""
    spans: list[Span] = []
    for index, part in enumerate(parts):
        if index:
            spans.append(Span(separator))
        spans.extend(part)
    return tuple(spans)


def text_of(spans: Line) -> str:
    """Return the words of a line."""
    return "".join(span.text for span in spans)


def labelled(name: str, content: Line) -> Item:
    """Return an item whose first words say what follows."""
    return Item(line(Span(f"{name} ", "muted"), content))
