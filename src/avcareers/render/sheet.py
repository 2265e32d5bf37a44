"""The labelled sections of a sheet on a terminal, shortened to a screen when asked."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from avcareers.present.page import Page, Section

from .flow import flowing, rich_text, wrapped
from .grid import GAP, grid_lines
from .safety import printable

LABEL_WIDTH = 14
RAIL_WIDTH = 18
"""Width of the labels of a sheet, and of the numbered stages of a chain."""
STACKED_BELOW = 56
"""Columns under which a label stands above its section rather than beside it."""
BULLET = "– "


def sheet_lines(page: Page, console: Console) -> Iterator[Text]:
    """Yield the sections of a page, from top to bottom."""
    drawn = [_drawn(page, section, len(section.items), console) for section in page.sections]
    shortened = False
    if page.brief_lines:
        above = sum(1 for _ in flowing((page.title, *page.lead), console))
        # One line is kept for saying that the sheet was shortened.
        shortened = _shorten(page, drawn, page.brief_lines - above - 1, console)
    for lines in drawn:
        yield from lines
    if shortened:
        yield from wrapped(Text(printable(page.shortened), "dim"), console)


def _shorten(page: Page, drawn: list[list[Text]], room: int, console: Console) -> bool:
    """Take items from the highest sections until all fit. Tell whether any was taken."""
    full = [len(section.items) for section in page.sections]
    shown = [*full]
    while sum(map(len, drawn)) > room:
        able = [i for i, section in enumerate(page.sections) if shown[i] > section.least]
        if not able:
            break
        # The last of the highest: what comes first in the sheet matters most.
        index = max(able, key=lambda i: (len(drawn[i]), i))
        shown[index] -= 1
        drawn[index] = _drawn(page, page.sections[index], shown[index], console)
    return shown != full


def _drawn(page: Page, section: Section, shown: int, console: Console) -> list[Text]:
    """Draw a section with so many of its items; nothing when it has none left."""
    if not shown:
        return []
    lines: list[Text] = []
    if section.heading:
        lines.append(Text())
        lines.extend(wrapped(Text(printable(section.heading), "bold underline"), console))
    label = Text(printable(section.label), "bold cyan")
    if console.width < STACKED_BELOW:
        lines.extend(wrapped(label, console))
        lines.extend(
            _indented(body, GAP) for body in _body(section, shown, console.width - GAP, console)
        )
        return lines
    label_width = RAIL_WIDTH if page.railed else LABEL_WIDTH
    labels = list(grid_lines([label], [label_width], console))
    body = list(_body(section, shown, console.width - label_width - GAP, console))
    if page.railed and section is not page.sections[-1]:
        labels += [Text("  │", "cyan")] * (len(body) - len(labels))
    for number in range(max(len(labels), len(body))):
        cells = [part[number] if number < len(part) else Text() for part in (labels, body)]
        lines.extend(grid_lines(cells, [label_width, console.width - label_width - GAP], console))
    return lines


def _body(section: Section, shown: int, width: int, console: Console) -> Iterator[Text]:
    for item in section.items[:shown]:
        first, below = (BULLET, " " * len(BULLET)) if item.bullet else item.branch
        if len(first) > width // 2:
            # No room for the whole branch of a tree: its tip says that there is one.
            first, below = first[-len(BULLET) :], " " * len(BULLET)
        lines = grid_lines([rich_text(item.line)], [width - len(first)], console)
        for number, part in enumerate(lines):
            yield Text.assemble((below if number else first, "dim"), part) if first else part


def _indented(text: Text, by: int) -> Text:
    return Text(" " * by).append_text(text)
