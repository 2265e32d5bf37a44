"""Pages as Markdown, to paste in a document or print."""

import re
from collections.abc import Iterator

from avcareers.present.page import Line, Page, Table, text_of

from .safety import printable

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_EMPHASIS = {"strong": "**", "unknown": "*", "warn": "**"}


def markdown_lines(page: Page) -> Iterator[str]:
    """Yield a page as Markdown."""
    yield f"# {escaped(text_of(page.title))}"
    yield ""
    for spans in page.lead:
        yield inline(spans)
        yield ""
    if page.table is not None:
        yield from _table(page.table) if page.table.rows else (escaped(page.empty),)
        yield ""
    for section in page.sections:
        if section.heading:
            yield f"## {escaped(section.heading)}"
            yield ""
        yield f"{'###' if page.railed else '##'} {escaped(section.label)}"
        yield ""
        yield from (f"- {inline(item.whole)}" for item in section.items)
        yield ""
    for spans in page.footer:
        yield inline(spans)
        yield ""


def _table(table: Table) -> Iterator[str]:
    grouped = any(row.group for row in table.rows)
    titles = [*([""] if grouped else []), *(column.title for column in table.columns)]
    yield f"| {' | '.join(map(escaped, titles))} |"
    yield f"|{'---|' * len(titles)}"
    for row in table.rows:
        cells = [*([escaped(row.group)] if grouped else []), *map(inline, row.cells)]
        yield f"| {' | '.join(cells)} |"


def inline(spans: Line) -> str:
    """Write a line with its emphasis."""
    parts = []
    for text, role in spans:
        mark = _EMPHASIS.get(role, "")
        core = escaped(text)
        stripped = core.strip()
        if mark and stripped:
            core = core.replace(stripped, f"{mark}{stripped}{mark}", 1)
        parts.append(core)
    return "".join(parts)


def escaped(text: str) -> str:
    """Escape what Markdown or HTML would read as markup."""
    return _SPECIAL.sub(r"\\\1", printable(text).replace("\n", " "))
