"""Pages on a terminal, fitted to its width."""

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from avcareers.present.page import Column, Item, Line, Page, Role, Row, Section, Table

from .safety import printable

STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "muted": "dim",
    "accent": "cyan",
    "good": "green",
    "warn": "yellow",
    "bad": "red",
    "unknown": "italic dim",
}
LABEL_WIDTH = 14
STACKED_BELOW = 56
"""Columns under which a label stands above its section rather than beside it."""
GAP = 2


def print_page(page: Page, stream: TextIO, *, color: bool | None, width: int | None = None) -> None:
    """Write a page for a person to look at."""
    console = terminal(stream, color=color, width=width)
    for part in page_parts(page, console):
        console.print(part, soft_wrap=False)


def terminal(stream: TextIO, *, color: bool | None, width: int | None = None) -> Console:
    """Give a console that writes to a stream, in colour or not (nothing: as the stream can)."""
    return Console(
        file=stream,
        width=width,
        force_terminal=color,
        no_color=color is False or None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def page_parts(page: Page, console: Console) -> Iterator[RenderableType]:
    """Yield the parts of a page from top to bottom."""
    yield rich_text(page.title)
    for spans in page.lead:
        yield rich_text(spans)
    if page.table is not None:
        if page.table.rows:
            yield Text()
            yield rich_table(page.table, console.width)
        else:
            yield rich_text(((page.empty, "plain"),))  # type: ignore[arg-type]
    if page.sections:
        yield from _sections(page, console)
    if page.footer:
        yield Text()
        for spans in page.footer:
            yield rich_text(spans)


def rich_text(spans: Line) -> Text:
    """Give a line as styled text. Nothing in it is read as markup or as a control sequence."""
    text = Text()
    for span_text, role in spans:
        text.append(printable(span_text), STYLES[role])
    return text


def rich_table(table: Table, width: int) -> RenderableType:
    """Give a table, without the columns that a narrow screen has no room for."""
    kept = columns_that_fit(table.columns, width)
    parts: list[RenderableType] = []
    for group, rows in _by_group(table.rows):
        if group:
            parts.append(Text(printable(group), "bold underline"))
        grid = RichTable(
            box=None, padding=(0, GAP, 0, 0), pad_edge=False, expand=False,
            show_header=not parts or (bool(group) and len(parts) == 1), header_style="dim",
            width=width,
        )  # fmt: skip
        for index in kept:
            column = table.columns[index]
            grid.add_column(
                column.title,
                ratio=column.ratio or None,
                width=None if column.ratio else column.least,
                min_width=min(column.least, width),
                justify="right" if column.right else "left",
                overflow="fold",
            )
        for row in rows:
            grid.add_row(*(rich_text(row.cells[index]) for index in kept))
        parts.append(grid)
    return Group(*parts)


def columns_that_fit(columns: tuple[Column, ...], width: int) -> list[int]:
    """Give the columns a width has room for: the least important are left out first."""
    kept = list(range(len(columns)))
    while sum(columns[i].least + GAP for i in kept) - GAP > width:
        droppable = [i for i in kept if columns[i].rank]
        if not droppable:
            break
        kept.remove(max(droppable, key=lambda i: (columns[i].rank, i)))
    return kept


def _by_group(rows: tuple[Row, ...]) -> Iterator[tuple[str, list[Row]]]:
    group: list[Row] = []
    for row in rows:
        if group and row.group != group[0].group:
            yield group[0].group, group
            group = []
        group.append(row)
    if group:
        yield group[0].group, group


def _sections(page: Page, console: Console) -> Iterator[RenderableType]:
    shown = {section.key: len(section.items) for section in page.sections}
    parts = [_section(page, section, shown, console) for section in page.sections]
    if page.brief_lines:
        used = 1 + sum(_height(rich_text(spans), console) for spans in page.lead)
        heights = [_height(part, console) for part in parts]
        cut = False
        # One line is kept for saying that the sheet was shortened.
        while used + sum(heights) > page.brief_lines - 1:
            index = _longest_to_cut(page.sections, shown, heights)
            if index is None:
                break
            cut = True
            shown[page.sections[index].key] -= 1
            parts[index] = _section(page, page.sections[index], shown, console)
            heights[index] = _height(parts[index], console)
        yield from parts
        if cut:
            yield Text(printable(page.shortened), "dim")
    else:
        yield from parts


def _longest_to_cut(
    sections: tuple[Section, ...], shown: dict[str, int], heights: list[int]
) -> int | None:
    """Choose the section to lose an item: the highest of those that may, the last if equal."""
    able = [i for i, section in enumerate(sections) if shown[section.key] > section.least]
    return max(able, key=lambda i: (heights[i], i), default=None)


def _height(part: RenderableType, console: Console) -> int:
    return len(console.render_lines(part, pad=False))


def _section(
    page: Page, section: Section, shown: dict[str, int], console: Console
) -> RenderableType:
    items = section.items[: shown[section.key]]
    body = Group(*(_item(item) for item in items))
    label = Text(printable(section.label), "bold cyan")
    if console.width < STACKED_BELOW:
        part: RenderableType = Group(label, Padding(body, (0, 0, 0, 2))) if items else Text()
    else:
        grid = RichTable.grid(padding=(0, GAP, 0, 0), expand=False)
        grid.add_column(width=LABEL_WIDTH)
        grid.add_column(ratio=1)
        if page.railed:
            label.append("\n  │")
        grid.add_row(label, body)
        part = grid
    if not section.heading:
        return part
    return Group(Text(), Text(printable(section.heading), "bold underline"), part)


def _item(item: Item) -> RenderableType:
    if not item.bullet:
        return rich_text(item.line)
    grid = RichTable.grid(padding=(0, 0, 0, 0))
    grid.add_column(width=2)
    grid.add_column(ratio=1)
    grid.add_row(Text("–", "dim"), rich_text(item.line))
    return grid
