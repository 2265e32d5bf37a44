"""A page as the lines of a pane: of a list, one line a row, drawn when it comes into sight."""

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from avcareers.present.page import Column, Line, Page, Span, Table, text_of
from avcareers.render.flow import flowing, harmless
from avcareers.render.grid import GAP, grid_lines
from avcareers.render.terminal import page_lines
from avcareers.render.widths import column_widths, columns_that_fit

from .answers import Listed
from .state import Key

MARK, BLANK = "● ", "  "
"""What leads a row that is marked, and one that is not."""
CUT = "…"


FEW = 16
"""Characters of a cell that is never cut, where another column can give way; what that one keeps."""


class Drawn(NamedTuple):
    """The lines of a pane, each with what it is about."""

    keys: Sequence[Hashable | None]
    """What each line is about; nothing of one that can't be chosen."""
    line: Callable[[int], Line]
    """Draws the line of a number."""


def drawn(lines: Sequence[Line], keys: Sequence[Hashable | None] = ()) -> Drawn:
    """Return lines that are there already; none can be chosen, unless keys say so."""
    return Drawn(keys or [None] * len(lines), lines.__getitem__)


def page_drawn(page: Page, width: int) -> Drawn:
    """Return a whole page, fitted to a pane."""
    return drawn(list(page_lines(page._replace(brief_lines=None, next=()), width)))


def list_drawn(listed: Listed, width: int, marked: Sequence[Key]) -> Drawn:
    """Return a list: titles, a line for each row under its group, what the page says below."""
    table = listed.page.table
    if table is None or not table.rows:
        return page_drawn(listed.page, width)
    keys: list[Key | None] = [None]
    rows: list[int | Line] = [_titles(table, width)]
    group = ""
    for place, row in enumerate(table.rows):
        if row.group != group:
            group = row.group
            keys.append(None)
            rows.append((Span(_cut_text(group, width), "heading"),))
        keys.append(listed.keys[place])
        rows.append(place)
    below = list(flowing((*listed.page.lead, *listed.page.closing), width))
    rows += [(), *below]
    keys += [None] * (len(below) + 1)
    draw = _drawing(table, width)

    def line(number: int) -> Line:
        row = rows[number]
        if not isinstance(row, int):
            return row
        return (Span(MARK if keys[number] in marked else BLANK, "accent"), *draw(row))

    return Drawn(keys, line)


def _titles(table: Table, width: int) -> Line:
    columns, places = table.columns, _widths(table, width - len(BLANK))
    titles: list[Line] = [(Span(_cut_text(columns[i].title, w), "muted"),) for i, w in places]
    right = [columns[i].right for i, _ in places]
    return (Span(BLANK), *next(grid_lines(titles, [w for _, w in places], right)))


def _drawing(table: Table, width: int) -> Callable[[int], Line]:
    """Return what draws one row of a table, on one line."""
    places = _widths(table, width - len(BLANK))
    widths = [w for _, w in places]
    right = [table.columns[i].right for i, _ in places]

    def draw(row: int) -> Line:
        cells = [
            (_cut_inside if place == 0 else _cut)(harmless(table.rows[row].cells[i]), w)
            for place, (i, w) in enumerate(places)
        ]
        return next(grid_lines(cells, widths, right))

    return draw


def _widths(table: Table, width: int) -> list[tuple[int, int]]:
    """Return the columns that are drawn, by their places, each with its width: the first always is."""
    fit = list(columns_that_fit(table, width).drawn)
    while len(fit) > 1 and _least(table.columns, fit) > width:
        fit.pop()
    if len(fit) == 1:
        return [(fit[0], width)]
    widths = column_widths(table, fit, width)
    for place, i in enumerate(fit):
        # A name, and a few words such as a rank, come before the sentence beside them.
        longest = max(cell_len(text_of(row.cells[i])) for row in table.rows)
        wanted = min(longest, width // 2) if place == 0 else longest if longest <= FEW else 0
        widest = max(fit[1:], key=widths.__getitem__)
        more = wanted - widths[i]
        if more > 0 and widths[widest] - more >= FEW:
            widths[i], widths[widest] = wanted, widths[widest] - more
    return list(widths.items())


def _least(columns: Sequence[Column], places: Sequence[int]) -> int:
    return sum(columns[i].least + GAP for i in places) - GAP


def _cut(cell: Line, width: int) -> Line:
    """Return a cell on one line: what does not fit is cut, and said to be."""
    if cell_len(text_of(cell)) <= width:
        return cell
    kept: list[Span] = []
    room = width - len(CUT)
    for text, role in cell:
        part = text if cell_len(text) <= room else set_cell_size(text, room)
        kept.append(Span(part, role))
        room -= cell_len(part)
        if room <= 0:
            break
    *head, last = kept
    return (*head, Span(last.text.rstrip() + CUT, last.role))


def _cut_inside(cell: Line, width: int) -> Line:
    """Return a name on one line, cut inside: what tells it from another often stands at its end."""
    text = text_of(cell)
    if cell_len(text) <= width or not cell:
        return cell
    head = set_cell_size(text, width // 2).rstrip(" /,")
    tail = ""
    for word in reversed(text.split()):
        if cell_len(head) + cell_len(CUT) + cell_len(f"{word} {tail}".rstrip()) > width:
            break
        tail = f"{word} {tail}".rstrip()
    return (Span(f"{head}{CUT}{tail}", cell[0].role),) if tail else _cut(cell, width)


def _cut_text(text: str, width: int) -> str:
    return text_of(_cut((Span(text),), width))
