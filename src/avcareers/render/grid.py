"""Rows of cells side by side, wrapped to the widths of their columns.

Rich's own tables and texts measure, pad and re-render each cell through a dozen objects: drawing
a list with them took longer than everything else a command does (figures in docs/performance.md).
Here lines stay what pages are made of, until rich styles the whole.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from textwrap import TextWrapper

from rich.cells import cell_len

from avcareers.present.page import Line, Span, text_of

GAP = 2
"""Blank columns between two columns."""


def grid_lines(
    cells: Sequence[Line], widths: Sequence[int], right: Sequence[bool] = ()
) -> Iterator[Line]:
    """Yield the screen lines of one row: each cell wrapped to its width, without trailing space."""
    wrapped = [wrapped_lines(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        line: list[Span] = []
        pending = 0
        for index, parts in enumerate(wrapped):
            part = parts[number] if number < len(parts) else ()
            width = widths[index]
            used = cell_len(text_of(part))
            if used:
                before = width - used if index < len(right) and right[index] else 0
                if pending + before:
                    line.append(Span(" " * (pending + before)))
                line.extend(part)
                pending = width - used - before + GAP
            else:
                pending += width + GAP
        yield tuple(line)


def wrapped_lines(line: Line, width: int) -> list[Line]:
    """Return the screen lines of a line: broken at spaces, else in the middle of a word."""
    text = text_of(line)
    if cell_len(text) <= width and "\n" not in text:
        return [_cut(line, 0, len(text.rstrip()))] if text[-1:].isspace() else [line]
    found: list[Line] = []
    here = 0
    text = _hyphenated(_HELD_TOGETHER.sub(_UNBREAKABLE, _commands_held(line, width)), width)
    for paragraph in text.split("\n"):
        pieces = _pieces(paragraph, width) or [""]
        for piece in pieces:
            # Only white space is left out between two pieces.
            place = text.index(piece, here)
            here = place + len(piece)
            start = place - text.count(_HYPHENATION, 0, place)
            kept = piece.rstrip()
            cut = _cut(line, start, start + len(kept) - kept.count(_HYPHENATION))
            found.append((*cut, Span("-", cut[-1].role)) if kept.endswith(_HYPHENATION) else cut)
    return found


def _hyphenated(text: str, width: int) -> str:
    """Mark where the words of a text that are wider than a column may be broken, between syllables."""
    if not any(len(word) > width for word in text.split(" ")):
        return text
    return _WORD.sub(lambda word: _in_parts(word[0], width), text)


def _in_parts(word: str, width: int) -> str:
    """Mark the fewest places at which the parts of a word hold in a column, with their hyphen."""
    if len(word) <= width:
        return word
    whole = ""
    for joined in _AFTER_A_JOINT.split(word):
        room, used = (width - 1 if len(joined) > width else width), 0
        for syllable in _SYLLABLE.split(joined) if len(joined) > width else [joined]:
            if used and used + len(syllable) > room:
                whole, used = whole + _HYPHENATION, 0
            whole, used = whole + syllable, used + len(syllable)
    return whole


def _commands_held(line: Line, width: int) -> str:
    """Return the text of a line, in which no command that a screen line can hold may be broken."""
    return "".join(
        text.replace(" ", _UNBREAKABLE)
        if role == "command" and cell_len(text) + _SIGNS <= width
        else text
        for text, role in line
    )


def _pieces(paragraph: str, width: int) -> list[str]:
    # One by one: a wide character and one of no width would be two columns, like two letters.
    if all(cell_len(character) == 1 for character in set(paragraph)):
        return _wrapper(width).wrap(paragraph)
    # Wide and combined characters: rich knows what room each takes.
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    lines = Text(paragraph).wrap(Console(file=StringIO()), width, overflow="fold")
    return [line.plain.rstrip() for line in lines]


class _Wrapper(TextWrapper):
    """Breaks a word too long for its column after a hyphen, an apostrophe or a slash, when it has one."""

    def _split(self, text: str) -> list[str]:
        return [
            part
            for chunk in super()._split(text)
            for part in (_AFTER_A_JOINT.split(chunk) if len(chunk) > self.width else [chunk])
            if part
        ]


_UNBREAKABLE = "\u00a0"
_SIGNS = 2
"""Signs that may touch a command: a bracket before it, a full stop after."""
_HELD_TOGETHER = re.compile(r"(?<=«) | (?=[;:!?»€%])|(?<=\d) (?=\d{3}\b)")
"""French signs that have a space before, or after, never stand apart from their word, nor thousands
from hundreds."""
_HYPHENATION = "\u2027"
"""Where a word may be broken, with a hyphen."""
_WORD = re.compile(r"(?<![^ \n])(?!\S*//)[^ \n]+")
"""What no space breaks; an address gets no hyphen."""
_SYLLABLE = re.compile(
    r"(?<=[^\W\d_]{2})(?<![bcdfgptv](?=[lr]))(?<![cps](?=h))(?<!g(?=n))"
    r"(?=(?:[bcdfgptv][lr]|[cps]h|gn|qu|[bcdfghjklmnpqrstvwxz])[aeiouyàâéèêëîïôûù][^\W\d_])", re.IGNORECASE)  # fmt: skip
"""Before the consonant, or the two that belong together, that begin a syllable."""
_AFTER_A_JOINT = re.compile("(?<=[-'’/\u2027])(?<!//)(?!/)")
"""Never inside « https:// »: an address that is broken begins with its site."""


@cache
def _wrapper(width: int) -> TextWrapper:
    return _Wrapper(width, expand_tabs=False, replace_whitespace=False, break_on_hyphens=False)


def _cut(line: Line, start: int, end: int) -> Line:
    """Return the spans of a line from one character to another."""
    kept = []
    offset = 0
    for text, role in line:
        part = text[max(start - offset, 0) : max(end - offset, 0)]
        if part:
            kept.append(Span(part, role))
        offset += len(text)
    return tuple(kept)
