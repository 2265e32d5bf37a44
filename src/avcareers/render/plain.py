"""Pages for a pipe: tab-separated, with a header, nothing cut, no colour."""

from collections.abc import Iterator

from avcareers.present.page import Page, Table, text_of

from .safety import printable


def plain_lines(page: Page) -> Iterator[str]:
    """Yield a page as tab-separated lines, the header first."""
    if page.table is not None:
        yield from map(_joined, _rows(page.table))
    if page.sections or page.table is None:
        # A page that is its title alone says it too.
        yield _joined(["section", "text"])
        yield _joined(["title", text_of(page.title)])
        for spans in page.lead:
            yield _joined(["head", text_of(spans)])
        for section in page.sections:
            if section.table is not None:
                yield from (_joined([section.key, row]) for row in _told(section.table))
            for item in section.items:
                yield _joined([section.key, text_of(item.whole)])


def _rows(table: Table) -> Iterator[list[str]]:
    """Yield the keys of the columns, then the rows, each after the group it belongs to, if any."""
    grouped = table.grouped
    yield [*(["group"] if grouped else []), *(column.key for column in table.columns)]
    for row in table.rows:
        cells = [text_of(cell) for cell in row.cells]
        yield [row.group, *cells] if grouped else cells


def _told(table: Table) -> Iterator[str]:
    """Yield the rows of a table inside a sheet, whose lines have two columns: each cell after its title."""
    told = [place for place, column in enumerate(table.columns) if not column.drawn_only]
    for row in table.rows:
        named, *cells = ((table.columns[place].title, text_of(row.cells[place])) for place in told)
        said = "; ".join([named[1], *(f"{title} – {cell}" for title, cell in cells if cell)])
        yield f"{row.group} – {said}" if row.group else said


_DRAWN = dict.fromkeys(range(0x2500, 0x2580), " ")
"""Box-drawing characters: a tree keeps its indentation without its branches."""


def _joined(cells: list[str]) -> str:
    clean = (printable(cell).translate(_DRAWN) for cell in cells)
    return "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in clean)
