"""Messages and commands folded to a screen: no word is broken, and a command can be copied whole."""

import os
import re
from collections.abc import Iterator
from typing import TextIO

_WORDS = re.compile(r"(?:'[^']*'|\"[^\"]*\"|[^ '\"])+|\S")
"""Words of a command, those in quotes whole."""
_PIECES = re.compile(r"avcareers(?: [^ ]+)+$|[^ ]+")
"""Words of a message; the command that ends it is one."""
GOES_ON = " \\"
"""What tells a shell that the command goes on below."""
_JOINED = re.compile(r"(?<=[«“]) | (?=[;:!?»€%])|(?<=\d) (?=\d{3}\b)")
_KEPT = "\N{NO-BREAK SPACE}"


NARROWEST, UNKNOWN_WIDTH = 20, 80
"""Columns under which nothing is folded any more; those of a terminal that says it has none."""


def columns(stream: TextIO) -> int:
    """Return how many columns a terminal has: COLUMNS, else what it says."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return max(int(asked), NARROWEST)
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        width = 0
    return max(width or UNKNOWN_WIDTH, NARROWEST)


def command_lines(command: str, width: int) -> list[str]:
    """Return a command whole when it fits, else broken between words as a shell takes it."""
    if len(command) <= width:
        return [command]
    lines: list[str] = []
    for word in _WORDS.findall(command):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and len(joined) + len(GOES_ON) <= width:
            lines[-1] = joined
        elif lines:
            lines.append(f"  {word}" if len(word) + 2 + len(GOES_ON) <= width else word)
        else:
            lines.append(word)
    return [*(f"{line}{GOES_ON}" for line in lines[:-1]), *lines[-1:]]


def folded(message: str, width: int) -> str:
    """Return a message folded to a screen."""
    return "\n".join(part for line in message.split("\n") for part in _folded_lines(line, width))


def _folded_lines(line: str, width: int) -> Iterator[str]:
    if len(line) <= width:
        yield line
        return
    indent = line[: len(line) - len(line.lstrip(" "))]
    shown = indent
    for piece in _PIECES.findall(_JOINED.sub(_KEPT, line)):
        between = " " if shown != indent else ""
        if len(shown) + len(between) + len(piece) <= width:
            shown += between + piece
            continue
        if shown != indent:
            yield shown
        *above, shown = command_lines(piece, width - len(indent)) if " " in piece else [piece]
        yield from (indent + each for each in above)
        shown = indent + shown
    yield shown
