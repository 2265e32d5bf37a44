"""Pages as Markdown, to paste in a document or print."""

import re
from collections.abc import Iterator

from avcareers.present.page import Line, Page, Table, text_of

from .safety import printable

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\d{1,9}(?=[.)]( |$))|(?=[#+=-]))")
"""What makes a heading, a list or a rule of a line that begins with it."""
ADDRESS = re.compile(r"https?://[!-;=?-{}~]*[!-&*-+/-9=?-Z_a-z~-]")
"""A web address, without what ends the sentence it stands in, nor any sign that would end it."""
_OUTSIDE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE},;:."
_EMPHASIS = {"strong": "**", "unknown": "*", "warn": "**"}


def markdown_lines(page: Page) -> Iterator[str]:
    """Yield a page as Markdown."""
    yield f"# {heading(text_of(page.title))}"
    yield ""
    for spans in page.lead:
        yield paragraph(spans)
        yield ""
    if page.table is not None:
        yield from table_lines(page.table) if page.table.drawn else empty_lines(page)
        yield ""
    for section in page.sections:
        if section.heading:
            yield f"## {heading(section.heading)}"
            yield ""
        yield f"{'###' if page.railed else '##'} {heading(section.label)}"
        yield ""
        if section.table is not None:
            yield from table_lines(section.table)
            yield ""
        yield from (f"- {paragraph(item.whole)}" for item in section.items)
        yield ""
    for spans in page.closing:
        yield paragraph(spans)
        yield ""


def empty_lines(page: Page) -> Iterator[str]:
    """Yield what is said instead of a table without rows."""
    yield escaped(page.empty)
    yield ""
    yield from (f"- {paragraph(spans)}" for spans in page.instead)


def table_lines(table: Table) -> Iterator[str]:
    """Yield a table, its group in a column of its own."""
    grouped = table.grouped
    drawn = [index for index, column in enumerate(table.columns) if not column.plain_only]
    titles = [*([""] if grouped else []), *(table.columns[index].title for index in drawn)]
    yield f"| {' | '.join(map(escaped, titles))} |"
    yield f"|{'---|' * len(titles)}"
    for row in table.drawn:
        said = (_cell(row.cells[index]) for index in drawn)
        cells = [*([escaped(row.group)] if grouped else []), *said]
        yield f"| {' | '.join(cells)} |"


def heading(text: str) -> str:
    """Write the text of a heading."""
    return re.sub(r"#(?=#*$)", r"\\#", escaped(text))


def paragraph(spans: Line) -> str:
    """Write a line that stands by itself, or begins an item of a list."""
    return _OPENING.sub(r"\1\\", inline(spans))


def inline(spans: Line) -> str:
    """Write a line with its emphasis, to stand inside another."""
    return "".join(
        _code(text) if role == "command" else _emphasised(_linked(text), _EMPHASIS.get(role, ""))
        for text, role in spans
    )


def _emphasised(text: str, mark: str) -> str:
    """Put marks around a text, not around what it begins with that would undo them."""
    core = text.lstrip(_OUTSIDE).rstrip()
    return text.replace(core, f"{mark}{core}{mark}", 1) if mark and core else text


def _linked(text: str) -> str:
    """Escape a text, its web addresses whole."""
    parts: list[str] = []
    end = 0
    for found in ADDRESS.finditer(text):
        parts += (escaped(text[end : found.start()]), f"<{found[0]}>")
        end = found.end()
    return "".join((*parts, escaped(text[end:])))


def _cell(spans: Line) -> str:
    # A bar ends a cell, even in a command.
    return inline(tuple(
        span._replace(text=span.text.replace("|", r"\|")) if span.role == "command" else span
        for span in spans
    ))  # fmt: skip


def _code(text: str) -> str:
    """Write what is to be copied as it is, between more backticks than it holds in a row."""
    text = printable(text).replace("\n", " ")
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def escaped(text: str) -> str:
    """Escape what Markdown or HTML would read as markup."""
    return _SPECIAL.sub(r"\\\g<0>", printable(text).replace("\n", " "))
