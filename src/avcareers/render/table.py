"""A table on a screen: side by side where there is room, else one row after the other."""

from collections.abc import Iterator
from itertools import groupby

from avcareers.present.page import Line, Row, Span, Table, text_of

from .flow import flowing, harmless
from .grid import grid_lines, wrapped_lines
from .widths import Fit, column_widths, columns_that_fit, least_width

INDENT = "  "
"""What leads the cells of a row that stand under one another."""


def table_lines(table: Table, width: int) -> Iterator[Line]:
    """Yield a table that has rows, group by group, then what is said of the columns not drawn."""
    fit = columns_that_fit(table, width)
    if least_width([table.columns[i] for i in fit.drawn]) > width:
        # Under one another, there is room for all.
        shown = sorted({*fit.drawn, *fit.same, *fit.narrowed})
        fit = Fit(tuple(shown), fit.unknown)
        yield from _stacked_lines(table, fit.drawn, width)
    else:
        yield from _lines_side_by_side(table, fit.drawn, width)
    yield from flowing(_remarks(table, fit), width)


def seen(table: Table, width: int) -> Table:
    """Return a table with only what a width has room for."""
    fit = columns_that_fit(table, width)
    places = fit.drawn
    if least_width([table.columns[i] for i in places]) > width:
        places = tuple(sorted({*places, *fit.same, *fit.narrowed}))
    rows = [row._replace(cells=tuple(row.cells[i] for i in places)) for row in table.drawn]
    return Table(tuple(table.columns[i] for i in places), rows)


def _lines_side_by_side(table: Table, drawn: tuple[int, ...], width: int) -> Iterator[Line]:
    widths = list(column_widths(table, drawn, width).values())
    right = [table.columns[index].right for index in drawn]
    titles = [(Span(table.columns[index].title, "muted"),) for index in drawn]
    yield from grid_lines(titles, widths, right)
    for group, rows in groupby(table.rows, key=lambda row: row.group):
        yield from _heading(group, width)
        for row in rows:
            yield from grid_lines([harmless(row.cells[index]) for index in drawn], widths, right)


def _stacked_lines(table: Table, drawn: tuple[int, ...], width: int) -> Iterator[Line]:
    """Yield the title of the first column, then each row, group by group."""
    if title := table.columns[drawn[0]].title:
        yield from flowing([(Span(title, "muted"),)], width)
    for group, rows in groupby(table.rows, key=lambda row: row.group):
        yield from _heading(group, width)
        for row in rows:
            yield from _stacked_row(table, row, drawn, width)


def _stacked_row(table: Table, row: Row, drawn: tuple[int, ...], width: int) -> Iterator[Line]:
    """Yield what the first cell of a row says, then the other cells under their titles."""
    first, *others = drawn
    yield from flowing([row.cells[first]], width)
    for index in others:
        if text_of(row.cells[index]):
            title = table.columns[index].title
            said = (Span(f"{title} – " if title else "", "muted"), *row.cells[index])
            for part in wrapped_lines(harmless(said), max(1, width - len(INDENT))):
                yield (Span(INDENT), *part)


def _heading(group: str, width: int) -> Iterator[Line]:
    if group:
        yield from flowing([(Span(group, "heading"),)], width)


def _remarks(table: Table, fit: Fit) -> Iterator[Line]:
    """Yield what is said of the columns that are not drawn."""
    columns = table.columns
    titles = {i: columns[i].title for i in range(len(columns)) if columns[i].title}
    alike = (f"{titles[i]} – {text_of(table.rows[0].cells[i])}" for i in fit.same if i in titles)
    said = (
        _filled(table.remarks.same, " · ".join(alike)),
        _filled(table.remarks.unknown, ", ".join(titles[i] for i in fit.unknown if i in titles)),
        _filled(table.remarks.narrowed, ", ".join(titles[i] for i in fit.narrowed if i in titles)),
    )
    yield from ((Span(remark, "muted"),) for remark in said if remark)


def _filled(remark: str, what: str) -> str:
    return remark.format(what) if what else ""
