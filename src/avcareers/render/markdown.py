"""Pages as Markdown, to paste in a document or print."""

import re
from collections.abc import Iterator

from avcareers.present.page import Line, Page, Table, text_of

from .safety import printable

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\d{1,9}(?=[.)]( |$))|(?=[#+=-]))")
"""What makes a heading, a list or a rule of a line that begins with it."""
_EMPHASIS = {"strong": "**", "unknown": "*", "warn": "**"}


def markdown_lines(page: Page) -> Iterator[str]:
    """Yield a page as Markdown."""
    yield f"# {heading(text_of(page.title))}"
    yield ""
    for spans in page.lead:
        yield paragraph(spans)
        yield ""
    if page.table is not None:
        yield from _table(page.table) if page.table.drawn else _empty(page)
        yield ""
    for section in page.sections:
        if section.heading:
            yield f"## {heading(section.heading)}"
            yield ""
        yield f"{'###' if page.railed else '##'} {heading(section.label)}"
        yield ""
        if section.table is not None:
            yield from _table(section.table)
            yield ""
        yield from (f"- {paragraph(item.whole)}" for item in section.items)
        yield ""
    for spans in page.closing:
        yield paragraph(spans)
        yield ""


def _empty(page: Page) -> Iterator[str]:
    yield escaped(page.empty)
    yield ""
    yield from (f"- {paragraph(spans)}" for spans in page.instead)


def _table(table: Table) -> Iterator[str]:
    grouped = table.grouped
    drawn = [index for index, column in enumerate(table.columns) if not column.plain_only]
    titles = [*([""] if grouped else []), *(table.columns[index].title for index in drawn)]
    yield f"| {' | '.join(map(escaped, titles))} |"
    yield f"|{'---|' * len(titles)}"
    for row in table.drawn:
        said = (inline(row.cells[index]) for index in drawn)
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
    parts = []
    for text, role in spans:
        if role == "command":
            parts.append(f"`{printable(text)}`")
            continue
        mark = _EMPHASIS.get(role, "")
        core = escaped(text)
        stripped = core.strip()
        if mark and stripped:
            core = core.replace(stripped, f"{mark}{stripped}{mark}", 1)
        parts.append(core)
    return "".join(parts)


def escaped(text: str) -> str:
    """Escape what Markdown or HTML would read as markup."""
    return _SPECIAL.sub(r"\\\g<0>", printable(text).replace("\n", " "))
