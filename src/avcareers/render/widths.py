"""Which columns of a table a screen has room for, and how wide they are."""

from collections.abc import Sequence
from typing import NamedTuple

from avcareers.present.page import Column, Line, Row, Table, text_of

from .grid import GAP

MEASURED = 1000
"""Rows that are measured: longer cells further down are wrapped."""


class Fit(NamedTuple):
    """The columns of a table, by their places: drawn, or why they are not."""

    drawn: tuple[int, ...]
    unknown: tuple[int, ...] = ()
    """Nothing is known, whatever the row."""
    same: tuple[int, ...] = ()
    """No room is left, and every row says the same."""
    narrowed: tuple[int, ...] = ()
    """No room is left."""


def least_width(columns: Sequence[Column]) -> int:
    """Return the width under which some column says nothing any more."""
    return sum(column.least + GAP for column in columns) - GAP


def columns_that_fit(table: Table, width: int) -> Fit:
    """Return the columns a width has room for: the least important are left out first.

    One that says the same on every row goes before any other, for that is said once below. One that
    says what was asked never goes, nor one without which two rows would look alike, nor one of rank
    0: what is drawn may be too wide still.
    """
    columns, rows = table.columns, table.rows
    given = [place for place, column in enumerate(columns) if not column.plain_only]
    unknown = tuple(i for i in given if rows and all(_is_unknown(r.cells[i]) for r in rows))
    drawn = [place for place in given if place not in unknown]
    same: list[int] = []
    narrowed: list[int] = []
    if least_width([columns[i] for i in drawn]) > width:
        alike = {i for i in drawn if len({text_of(row.cells[i]) for row in rows}) == 1}
        for place in sorted(drawn, key=lambda i: (i not in alike, -columns[i].rank, -i)):
            if least_width([columns[i] for i in drawn]) <= width:
                break
            rest = [i for i in drawn if i != place]
            may_go = columns[place].rank and (place in alike or not columns[place].asked)
            if may_go and _told_apart(rows, rest) == _told_apart(rows, drawn):
                drawn = rest
                (same if place in alike else narrowed).append(place)
    return Fit(tuple(drawn), unknown, tuple(sorted(same)), tuple(sorted(narrowed)))


def _is_unknown(cell: Line) -> bool:
    """True if a cell says that something is not known, or nothing at all."""
    return all(span.role == "unknown" or not span.text.strip() for span in cell)


def _told_apart(rows: Sequence[Row], places: Sequence[int]) -> int:
    """Return how many rows some columns tell apart."""
    return len({(row.group, *(text_of(row.cells[i]) for i in places)) for row in rows})


def column_widths(table: Table, drawn: Sequence[int], width: int) -> dict[int, int]:
    """Return the width of each column that is drawn, by its place in the table.

    There is room for them. A column of ratio 0 has its least width. The others share what is left by
    their ratios, but none takes more than its longest cell, among the rows that are measured. Widths
    are worked out here, once for all groups of rows, because measuring every cell is what costs most
    in drawing a table.
    """
    widths = {i: table.columns[i].least for i in drawn}
    measured = table.rows[:MEASURED]
    natural = {
        i: max([len(table.columns[i].title), *(len(text_of(r.cells[i])) for r in measured)])
        for i in drawn
        if table.columns[i].ratio
    }
    spare = width - sum(widths.values()) - GAP * (len(drawn) - 1)
    growing = {i for i in natural if natural[i] > widths[i]}
    while growing and spare > 0:
        room, shares = spare, sum(table.columns[i].ratio for i in growing)
        for i in sorted(growing):
            share = max(1, room * table.columns[i].ratio // shares)
            grown = min(share, natural[i] - widths[i], spare)
            widths[i] += grown
            spare -= grown
            if widths[i] == natural[i]:
                growing.discard(i)
            if spare <= 0:
                break
    return widths
