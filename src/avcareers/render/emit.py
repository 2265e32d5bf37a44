"""The only writer to standard output: one answer, in the format asked for."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from stat import S_ISFIFO
from typing import Any, NamedTuple, TextIO, cast

from avcareers.present.page import Line, Page, Span, text_of

from .formats import DATA_FORMATS, Output
from .safety import EncodingStream, printable


class Screen(NamedTuple):
    """How answers are to be written."""

    output: Output | None
    """Format asked for; nothing means a table for a terminal, plain text for a pipe."""
    color: bool | None
    """Colour asked for or refused; nothing means as the terminal can."""
    pager: bool = True
    """Whether what is longer than the screen is shown a screen at a time."""
    prompt: tuple[str, str] = ("", "")
    """What stands below a screen then, and below the last one; nothing means as the pager says."""


def emit(screen: Screen, page: Callable[[], Page], found: Callable[[], Any]) -> None:
    """Write one answer to standard output, and what surrounds it to standard error.

    Only one is called: `page` for a format that people read, `found` for one of programs.
    """
    if screen.output in DATA_FORMATS:
        emit_data(screen, found())
        return
    stdout = cast("TextIO", EncodingStream(sys.stdout))
    looked_at = sys.stdout.isatty()
    match screen.output or ("table" if looked_at else "plain"):
        case "table":
            draw(screen, page())
        case "md" if looked_at:
            # Its signs are for programs: a person sees what they mean. Markdown is never shortened.
            draw(screen, page()._replace(brief_lines=None, next=()))
        case "md":
            from .markdown import markdown_lines

            _write_lines(markdown_lines(page()), stdout)
        case "plain":
            _write_plain(page(), stdout)
    stdout.flush()


def _write_plain(shown: Page, stdout: TextIO) -> None:
    from .plain import plain_lines

    _write_lines(plain_lines(shown), stdout)
    if shown.table and not shown.table.rows:
        around = (*shown.lead, (Span(shown.empty),), *shown.instead, *shown.closing)
    elif _drawn_by_another():
        # What it draws, and when, is not known: a message would stand in the middle of a row.
        around = ()
    else:
        around = (*(shown.lead if shown.table else ()), *shown.closing)
    # Messages come after the rows, also where both are written to one place.
    stdout.flush()
    for spans in around:
        say(text_of(spans))


def _drawn_by_another() -> bool:
    """True if rows go to another program, and messages straight to the screen that it may draw on."""
    with suppress(OSError, ValueError):
        return S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode) and sys.stderr.isatty()
    return False


def draw(screen: Screen, page: Page) -> None:
    """Draw a page for a person to look at, a screen at a time when it is longer; then what to try."""
    from .terminal import page_lines, page_through, print_lines, terminal

    stdout = cast("TextIO", EncodingStream(sys.stdout))
    console = terminal(stdout, color=screen.color)
    lines = list(page_lines(page, console.width))
    steps = _steps(page, console.width)
    if not (screen.pager and stdout.isatty()):
        print_lines(lines, console)
    elif page_through(lines, steps, console, screen.prompt, _understood(console.width)):
        return
    if steps:
        stdout.flush()
        print_lines(steps, terminal(cast("TextIO", EncodingStream(sys.stderr)), color=screen.color))


def _understood(width: int) -> "list[Line]":
    """Return what was said ahead of the answer, if it stands on the same screen; it is said once."""
    from .copying import folded

    said = [*_UNDERSTOOD] if sys.stderr.isatty() else []
    _UNDERSTOOD.clear()
    return [(Span(line),) for each in said for line in folded(each, width).splitlines()]


def emit_data(screen: Screen, found: Any) -> None:
    """Write what is published of an answer, in a format for programs."""
    from .data import in_columns, published, write_data

    stdout = cast("TextIO", EncodingStream(sys.stdout))
    made = in_columns(found) if screen.output == "csv" else published(found)
    write_data(made, screen.output or "json", stdout)
    stdout.flush()


def say(message: str) -> None:
    """Write a message for a person to standard error, if it can be written, folded to a screen."""
    stderr = EncodingStream(sys.stderr)
    try:
        # It may quote what was typed, or found in a file.
        shown = printable(message)
        if stderr.isatty():
            from .copying import columns, folded

            shown = folded(shown, columns(sys.stderr))
        stderr.write(f"{shown}\n")
        stderr.flush()
    except OSError:
        give_up(sys.stderr)


_UNDERSTOOD: list[str] = []
"""What was said ahead of an answer, for the pager, which hides what stands above it."""


def say_understood(message: str) -> None:
    """Say what was understood of what was typed, ahead of the answer; a pager shows it too."""
    say(message)
    _UNDERSTOOD.append(message)


def give_up(stream: TextIO) -> None:
    """Send what is still to be written nowhere: writing it again would fail again, aloud."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _write_lines(lines: Iterable[str], stream: TextIO) -> None:
    stream.write("".join(f"{text}\n" for text in lines))


def _steps(page: Page, width: int) -> "list[Line]":
    """Return what to try next, for a person only."""
    if not page.next or not sys.stdout.isatty() or not sys.stderr.isatty():
        return []
    from .hints import hint_lines

    return list(hint_lines(page.next, width))


def print_text(text: str) -> None:
    """Write a plain line to standard output."""
    _write_lines((text,), cast("TextIO", EncodingStream(sys.stdout)))
