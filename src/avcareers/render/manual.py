"""A help text, on a terminal or in a pipe: a term, then what it is."""

import sys
from collections.abc import Iterator
from typing import TextIO, cast

from avcareers.present.manual import Manual, Part
from avcareers.present.notices import pager_prompt
from avcareers.present.page import Line, Span, text_of
from avcareers.text.wording import Wording

from .copying import command_lines
from .flow import flowing
from .grid import GAP, grid_lines
from .safety import EncodingStream

WIDEST = 100
"""Columns past which lines are hard to read."""
TERM = 24
"""Widest column of terms: a longer one stands above its text."""
STACKED_BELOW = 50
"""Columns under which every term does."""
INDENT = "  "


def print_manual(manual: Manual, words: Wording, *, color: bool | None, paged: bool) -> None:
    """Write a help text to standard output; on a terminal, a screen at a time when it is longer."""
    from .terminal import page_through, print_lines, terminal

    stdout = cast("TextIO", EncodingStream(sys.stdout))
    console = terminal(stdout, color=color)
    lines = list(manual_lines(manual, words, min(console.width, WIDEST)))
    if stdout.isatty() and paged:
        page_through(lines, (), console, pager_prompt(words))
    elif stdout.isatty():
        print_lines(lines, console)
    else:
        stdout.write("".join(f"{text_of(each)}\n" for each in lines))
    stdout.flush()


def manual_lines(manual: Manual, words: Wording, width: int) -> Iterator[Line]:
    """Yield the screen lines of a help text."""
    usage = words("Utilisation : ", "Usage: ")
    if len(usage) + len(manual.usage) <= width:
        yield (Span(usage, "muted"), Span(manual.usage, "strong"))
    else:
        yield (Span(usage.rstrip(), "muted"),)
        yield from flowing([(Span(manual.usage, "strong"),)], width)
    yield ()
    yield from flowing([(Span(manual.about),)], width)
    if manual.examples:
        yield ()
        yield (Span(words("Exemples", "Examples"), "label"),)
        for example in manual.examples:
            lines = command_lines(f"avcareers {example}", width - len(INDENT))
            indent = INDENT if max(map(len, lines)) + len(INDENT) <= width else ""
            yield from ((Span(indent), Span(text, "accent")) for text in lines)
    column = _term_width(manual, width)
    for part in manual.parts:
        yield ()
        yield from flowing([(Span(part.title, "label"),)], width)
        yield from _part_lines(part, column, width)


def _term_width(manual: Manual, width: int) -> int:
    """Return the width of the column of terms; 0 where they stand above their texts."""
    if width < STACKED_BELOW:
        return 0
    lengths = [len(term) for part in manual.parts for term, _ in part.rows]
    return max([length for length in lengths if length <= TERM], default=0)


def _part_lines(part: Part, column: int, width: int) -> Iterator[Line]:
    for term, text in part.rows:
        room = width - len(INDENT) - column - GAP
        if column and len(term) <= column:
            cells: list[Line] = [(), (Span(term, "accent"),), (Span(text),)]
            yield from grid_lines(cells, [0, column, room])
            continue
        indent = INDENT if len(INDENT) + len(term) <= width else ""
        for each in flowing([(Span(term, "accent"),)], width - len(indent)):
            yield (Span(indent), *each)
        below = INDENT + (" " * (column + GAP) if column else INDENT)
        for each in flowing([(Span(text),)], width - len(below)):
            yield (Span(below), *each)
