"""The labelled sections of a sheet on a terminal, shortened to a screen when asked."""

from collections.abc import Iterator

from avcareers.present.page import Line, Page, Section, Span

from .flow import flowing, harmless
from .grid import GAP, grid_lines, wrapped_lines

LABEL_WIDTH = 14
RAIL_WIDTH = 18
"""Width of the labels of a sheet, and of the numbered stages of a chain."""
STACKED_BELOW = 56
"""Columns under which a label stands above its section rather than beside it."""
BULLET = "– "


def sheet_lines(page: Page, width: int) -> Iterator[Line]:
    """Yield the sections of a page, from top to bottom."""
    drawn = [_drawn(page, section, len(section.items), width) for section in page.sections]
    shortened = False
    if page.brief_lines:
        above = sum(1 for _ in flowing((page.title, *page.lead), width))
        # One line is kept for saying that the sheet was shortened.
        shortened = _shorten(page, drawn, page.brief_lines - above - 1, width)
    for lines in drawn:
        yield from lines
    if shortened:
        yield from flowing([(Span(page.shortened, "muted"),)], width)


def _shorten(page: Page, drawn: list[list[Line]], room: int, width: int) -> bool:
    """Take items from the highest sections until all fit. True if any was taken."""
    full = [len(section.items) for section in page.sections]
    shown = [*full]
    while sum(map(len, drawn)) > room:
        able = [i for i, section in enumerate(page.sections) if shown[i] > section.least]
        if not able:
            break
        # The last of the highest: what comes first in the sheet matters most.
        index = max(able, key=lambda i: (len(drawn[i]), i))
        shown[index] -= 1
        drawn[index] = _drawn(page, page.sections[index], shown[index], width)
    return shown != full


def _drawn(page: Page, section: Section, shown: int, width: int) -> list[Line]:
    """Draw a section with so many of its items; nothing when it has none left."""
    if not shown:
        return []
    lines: list[Line] = []
    if section.heading:
        lines.append(())
        lines.extend(flowing([(Span(section.heading, "heading"),)], width))
    label = harmless((Span(section.label, "label"),))
    if width < STACKED_BELOW:
        lines.extend(wrapped_lines(label, width))
        lines.extend((Span(" " * GAP), *body) for body in _body(section, shown, width - GAP))
        return lines
    label_width = RAIL_WIDTH if page.railed else LABEL_WIDTH
    labels = wrapped_lines(label, label_width)
    body = list(_body(section, shown, width - label_width - GAP))
    if page.railed and section is not page.sections[-1]:
        labels += [(Span("  │", "accent"),)] * (len(body) - len(labels))
    for number in range(max(len(labels), len(body))):
        cells = [part[number] if number < len(part) else () for part in (labels, body)]
        lines.extend(grid_lines(cells, [label_width, width - label_width - GAP]))
    return lines


def _body(section: Section, shown: int, width: int) -> Iterator[Line]:
    for item in section.items[:shown]:
        first, below = (BULLET, " " * len(BULLET)) if item.bullet else item.branch
        if len(first) > width // 2:
            # No room for the whole branch of a tree: its tip says that there is one.
            first, below = first[-len(BULLET) :], " " * len(BULLET)
        lines = wrapped_lines(harmless(item.line), width - max(len(first), len(below)))
        for number, part in enumerate(lines):
            lead = below if number else first
            yield (Span(lead, "muted"), *part) if lead else part
