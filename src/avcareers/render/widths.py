"""How wide the columns of a table are on a given screen."""

from collections.abc import Sequence

from avcareers.present.page import Column, Table, text_of

from .grid import GAP

MEASURED = 1000
"""Rows that are measured: longer cells further down are wrapped."""


def least_width(columns: Sequence[Column]) -> int:
    """Return the width under which some column says nothing any more."""
    return sum(column.least + GAP for column in columns) - GAP


def columns_that_fit(columns: tuple[Column, ...], width: int) -> list[int]:
    """Return the columns a width has room for: the least important are left out first."""
    kept = list(range(len(columns)))
    while least_width([columns[i] for i in kept]) > width:
        droppable = [i for i in kept if columns[i].rank]
        if not droppable:
            break
        kept.remove(max(droppable, key=lambda i: (columns[i].rank, i)))
    return kept


def column_widths(table: Table, width: int) -> dict[int, int]:
    """Return the width of each column that fits, by its place in the table.

    A column of ratio 0 has its least width. The others share what is left by their ratios, but
    none takes more than its longest cell, among the rows that are measured. Widths are worked out
    here, once for all groups of rows, because measuring every cell is what costs most in drawing a
    table.
    """
    kept = columns_that_fit(table.columns, width)
    widths = {i: table.columns[i].least for i in kept}
    while sum(widths.values()) + GAP * (len(kept) - 1) > width and max(widths.values()) > 1:
        # Even the columns that never go are too wide: the widest give way.
        widths[max(widths, key=lambda i: (widths[i], i))] -= 1
    measured = table.rows[:MEASURED]
    natural = {
        i: max([len(table.columns[i].title), *(len(text_of(r.cells[i])) for r in measured)])
        for i in kept
        if table.columns[i].ratio
    }
    spare = width - sum(widths.values()) - GAP * (len(kept) - 1)
    growing = {i for i in natural if natural[i] > widths[i]}
    while growing and spare > 0:
        shares = sum(table.columns[i].ratio for i in growing)
        for i in sorted(growing):
            share = max(1, spare * table.columns[i].ratio // shares)
            grown = min(share, natural[i] - widths[i], spare)
            widths[i] += grown
            spare -= grown
            if widths[i] == natural[i]:
                growing.discard(i)
            if spare <= 0:
                break
    return widths
