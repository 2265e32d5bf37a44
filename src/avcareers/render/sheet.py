"""The labelled sections of a sheet on a terminal, shortened to a screen when asked."""

from collections.abc import Iterator

from avcareers.present.page import Line, Page, Section, Span

from .flow import flowing, harmless
from .grid import GAP, grid_lines, wrapped_lines
from .table import table_lines

LABEL_WIDTH = 14
RAIL_WIDTH = 18
"""Width of the labels of a sheet, and of the numbered stages of a chain."""
STACKED_BELOW = 56
"""Columns under which a label stands above its section rather than beside it."""
BULLET = "– "


CUT = "[…]"
"""Ends a list of which a short sheet shows the first lines only."""


def sheet_lines(page: Page, width: int) -> Iterator[Line]:
    """Yield the sections of a page, from top to bottom."""
    for section in page.sections:
        yield from _drawn(page, section, width)


def fitted(page: Page, width: int) -> Page:
    """Return a page with as many items as its `brief_lines` hold, and what to say of the others."""
    whole = page._replace(shortened="")
    if not page.brief_lines:
        return whole
    drawn = [_drawn(page, section, width) for section in page.sections]
    room = page.brief_lines - sum(1 for _ in flowing((page.title, *page.lead), width))
    if sum(map(len, drawn)) + _below(page, width) < room:
        return whole
    shown = page
    while sum(map(len, drawn)) + _below(shown, width) + len(_told(page, shown, width)) > room:
        able = [i for i, section in enumerate(shown.sections) if len(section.items) > section.least]
        if not able:
            break
        # The last of the highest: what comes first in the sheet matters most.
        index = max(able, key=lambda i: (len(drawn[i]), i))
        sections = list(shown.sections)
        sections[index] = _cut(page.sections[index], len(sections[index].items) - 1)
        shown = shown._replace(sections=tuple(sections))
        drawn[index] = _drawn(page, sections[index], width)
    return shown._replace(shortened=_cut_message(page, shown)) if shown is not page else whole


def _cut_message(page: Page, shown: Page) -> str:
    """Return what says that a sheet was shortened, and at which of its sections."""
    both = zip(page.sections, shown.sections, strict=True)
    labels = [whole.label for whole, part in both if len(part.items) < len(whole.items)]
    return page.shortened.replace("{}", ", ".join(labels))


def _told(page: Page, shown: Page, width: int) -> list[Line]:
    return list(flowing([(Span(_cut_message(page, shown), "muted"),)], width))


def _below(page: Page, width: int) -> int:
    """Count the lines under the sections of a page, and the one that stands between."""
    closing = page.closing
    return 1 + sum(1 for _ in flowing(closing, width)) if closing else 0


def _cut(section: Section, items: int) -> Section:
    """Return the first items of a section; the last line of a list says that others follow."""
    if not items:
        return section._replace(items=())
    *first, last = section.items[:items]
    if not last.bullet:
        return section._replace(items=(*first, last))
    last = last._replace(line=(*last.line, Span(f" {CUT}", "muted")))
    return section._replace(items=(*first, last))


def _drawn(page: Page, section: Section, width: int) -> list[Line]:
    """Draw a section; nothing when it has no item left."""
    if section.table is not None:
        return list(_with_table(section, width))
    if not section.items:
        return []
    lines: list[Line] = []
    if section.heading:
        lines.append(())
        lines.extend(flowing([(Span(section.heading, "heading"),)], width))
    label = harmless((Span(section.label, "label"),))
    if width < STACKED_BELOW:
        lines.extend(wrapped_lines(label, width))
        lines.extend((Span(" " * GAP), *body) for body in _body(section, width - GAP))
        return lines
    label_width = RAIL_WIDTH if page.railed else LABEL_WIDTH
    labels = wrapped_lines(label, label_width)
    body = list(_body(section, width - label_width - GAP))
    if page.railed and section.key != page.sections[-1].key:
        labels += [(Span("  │", "accent"),)] * (len(body) - len(labels))
    for number in range(max(len(labels), len(body))):
        cells = [part[number] if number < len(part) else () for part in (labels, body)]
        lines.extend(grid_lines(cells, [label_width, width - label_width - GAP]))
    return lines


def _with_table(section: Section, width: int) -> Iterator[Line]:
    """Yield a section that holds a table: as wide as the screen, under its label."""
    yield ()
    yield from flowing([(Span(section.label, "heading"),)], width)
    if section.table is not None:
        yield from table_lines(section.table, width)
    yield from _body(section, width)
    yield ()


def _body(section: Section, width: int) -> Iterator[Line]:
    for item in section.items:
        first, below = (BULLET, " " * len(BULLET)) if item.bullet else item.branch
        if len(first) > width // 2:
            # No room for the whole branch of a tree: its tip says that there is one.
            first, below = first[-len(BULLET) :], " " * len(BULLET)
        lines = wrapped_lines(harmless(item.line), width - max(len(first), len(below)))
        for number, part in enumerate(lines):
            lead = below if number else first
            yield (Span(lead, "muted"), *part) if lead else part
