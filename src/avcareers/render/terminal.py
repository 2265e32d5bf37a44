"""Pages on a terminal, fitted to its width."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.segment import Segment, Segments

from avcareers.present.page import Line, Page, Role, Span

from .flow import flowing
from .table import seen, table_lines

STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "muted": "dim",
    "accent": "cyan",
    "command": "cyan",
    "good": "green",
    "warn": "yellow",
    "bad": "red",
    "unknown": "italic dim",
    "heading": "bold underline",
    "label": "bold cyan",
}

Prompt = tuple[str, str]
"""What a pager says below a screen, and below the last one."""
NARROWEST = 20
"""Columns under which nothing is fitted any more: the terminal folds."""
UNKNOWN_WIDTH, UNKNOWN_HEIGHT = 80, 25
"""Columns and lines of a terminal that says it has none."""


def print_page(page: Page, stream: TextIO, *, color: bool | None, width: int | None = None) -> None:
    """Write a page for a person to look at."""
    console = terminal(stream, color=color, width=width)
    print_lines(page_lines(page, console.width), console)


def page_through(
    lines: Sequence[Line],
    below: Sequence[Line],
    console: Console,
    prompt: Prompt,
    ahead: Sequence[Line] = (),
) -> bool:
    """Write screen lines a screen at a time, if they and those `below` are longer than the screen.

    True if those below were written too: when they alone make it too long. Lines said `ahead` are on
    the screen already: they are repeated where they would scroll out of sight.
    """
    # The last line of the screen is for what is typed next.
    if len(ahead) + len(lines) + len(below) < console.height:
        print_lines(lines, console)
        return False
    together = len(ahead) + len(lines) < console.height
    from .pager import show

    written = (*lines, *below) if together else lines
    with console.capture() as drawn:
        print_lines((*ahead, *written), console)
    if not show(drawn.get(), console.encoding, prompt):
        print_lines(written, console)
    return together


def terminal(stream: TextIO, *, color: bool | None, width: int | None = None) -> Console:
    """Return a console that writes to a stream, in colour or not (None: as the stream can)."""
    if color is None and os.environ.get("NO_COLOR"):
        color = False
    console = _Terminal(
        file=stream,
        width=width,
        force_terminal=color,
        no_color=True if color is False else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    if width is None and console.is_dumb_terminal:
        # Rich takes every dumb terminal for one of 80 columns.
        from .copying import columns

        console.width, console.height = columns(stream), UNKNOWN_HEIGHT
    console.width = max(console.width or UNKNOWN_WIDTH, NARROWEST)
    return console


class _Terminal(Console):
    """A console that leaves it to the command line what a reader who left means."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def print_lines(lines: Iterable[Line], console: Console) -> None:
    """Write screen lines. Nothing in them is read as markup."""
    styles = {role: console.get_style(style) for role, style in STYLES.items() if style}
    end = Segment.line()
    segments: list[Segment] = []
    for spans in lines:
        segments.extend(Segment(text, styles.get(role)) for text, role in spans)
        segments.append(end)
    # Styled together: rich takes longer to style them one by one.
    console.print(Segments(segments), end="", soft_wrap=True)


def page_lines(page: Page, width: int) -> Iterator[Line]:
    """Yield the screen lines of a page, none wider than the screen."""
    if page.sections:
        from .sheet import fitted, sheet_lines

        page = fitted(page, width)
    yield from flowing((page.title, *page.lead), width)
    if page.table is not None:
        yield ()
        if drawn := page.table.drawn:
            yield from table_lines(page.table._replace(rows=drawn), width)
        else:
            yield from flowing([(Span(page.empty),), *page.instead], width)
    if page.sections:
        yield from sheet_lines(page, width)
        if page.shortened:
            yield from flowing([(Span(page.shortened, "muted"),)], width)
    if page.table is not None and page.glosses:
        # A word is explained where it is drawn.
        page = page._replace(table=seen(page.table, width))
    if closing := page.closing:
        yield ()
        yield from flowing(closing, width)
