"""Pages on a terminal, fitted to its width."""

import os
from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from avcareers.present.page import Page, Table

from .flow import flowing, rich_text, wrapped
from .grid import grid_lines
from .safety import printable
from .widths import column_widths


def print_page(page: Page, stream: TextIO, *, color: bool | None, width: int | None = None) -> None:
    """Write a page for a person to look at."""
    console = terminal(stream, color=color, width=width)
    console.print(Text("\n").join(page_lines(page, console)), soft_wrap=True)


def terminal(stream: TextIO, *, color: bool | None, width: int | None = None) -> Console:
    """Give a console that writes to a stream, in colour or not (nothing: as the stream can)."""
    if color is None and os.environ.get("NO_COLOR"):
        color = False
    return Console(
        file=stream,
        width=width,
        force_terminal=color,
        no_color=True if color is False else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def page_lines(page: Page, console: Console) -> Iterator[Text]:
    """Yield the screen lines of a page, none wider than the screen."""
    yield from flowing((page.title, *page.lead), console)
    if page.table is not None:
        yield Text()
        if page.table.rows:
            yield from _table_lines(page.table, console)
        else:
            yield from wrapped(Text(printable(page.empty)), console)
    if page.sections:
        from .sheet import sheet_lines

        yield from sheet_lines(page, console)
    if page.footer:
        yield Text()
        yield from flowing(page.footer, console)


def _table_lines(table: Table, console: Console) -> Iterator[Text]:
    """Yield a table, group by group, without the columns a narrow screen has no room for."""
    by_place = column_widths(table, console.width)
    widths = list(by_place.values())
    right = [table.columns[index].right for index in by_place]
    titles = [Text(table.columns[index].title, "dim") for index in by_place]
    yield from grid_lines(titles, widths, console, right)
    for group, rows in groupby(table.rows, key=lambda row: row.group):
        if group:
            yield from wrapped(Text(printable(group), "bold underline"), console)
        for row in rows:
            cells = [rich_text(row.cells[index]) for index in by_place]
            yield from grid_lines(cells, widths, console, right)
