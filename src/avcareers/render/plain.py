"""Pages for a pipe: tab-separated, with a header, nothing cut, no colour."""

from collections.abc import Iterator

from avcareers.present.page import Page, text_of

from .safety import printable


def plain_lines(page: Page) -> Iterator[str]:
    """Yield a page as tab-separated lines, the header first."""
    if page.table is not None:
        grouped = page.table.grouped
        yield _joined([*(["group"] if grouped else []), *(c.key for c in page.table.columns)])
        for row in page.table.rows:
            cells = [text_of(cell) for cell in row.cells]
            yield _joined([row.group, *cells] if grouped else cells)
    if page.sections:
        yield _joined(["section", "text"])
        yield _joined(["title", text_of(page.title)])
        for spans in page.lead:
            yield _joined(["head", text_of(spans)])
        for section in page.sections:
            if section.table is not None:
                yield _joined([section.key, *(column.key for column in section.table.columns)])
                for row in section.table.rows:
                    yield _joined([section.key, *map(text_of, row.cells)])
            for item in section.items:
                yield _joined([section.key, text_of(item.whole)])


_DRAWN = dict.fromkeys(range(0x2500, 0x2580), " ")
"""Box-drawing characters: a tree keeps its indentation without its branches."""


def _joined(cells: list[str]) -> str:
    clean = (printable(cell).translate(_DRAWN) for cell in cells)
    return "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in clean)
