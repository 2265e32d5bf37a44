"""What a shell says has been typed so far, as Typer's scripts have it sent."""

import os
from collections.abc import Iterator
from shlex import shlex
from typing import NamedTuple

from .commands import COMMON_VALUES
from .line import as_commands, split

_CURSOR = "\0"
"""Stands where one types: no line holds it."""


class ShellLine(NamedTuple):
    """A line on which a shell asks what may come next."""

    words: list[str]
    """The words before, of the command: common options and `help` apart, its French name put in ours."""
    typed: str
    """The beginning of the word that is asked for, its quotes removed."""
    common: list[str]
    """The common options before, each with its value."""
    option: str = ""
    """The common option of which a value is asked for, if one is."""
    kept: str = ""
    """What stands before that word and is part of it for the shell: « --near= »."""


def shell_line(shell: str) -> ShellLine | None:
    """Return what a shell says was typed; nothing where no shell asks so."""
    if shell == "bash":
        place = os.environ.get("COMP_CWORD", "")
        if "COMP_WORDS" not in os.environ or not place.isdecimal():
            return None
        words, typed = _of_bash(os.environ["COMP_WORDS"], int(place))
    else:
        asked = os.environ.get("_TYPER_COMPLETE_ARGS", "")
        if shell in {"powershell", "pwsh"}:
            # It says the whole line, and the word apart.
            word = os.environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
            asked = asked if word else f"{asked} "
        *words, typed = _split(f"{asked}{_CURSOR}")
        typed = typed.removesuffix(_CURSOR)
    return _told_apart(words[1:], typed)


def _told_apart(words: list[str], typed: str) -> ShellLine:
    option, equals, value = typed.partition("=")
    kept = f"{option}{equals}" if equals and option.startswith("--") else ""
    if kept:
        words, typed = [*words, option], value
    line = split(words)
    asked = line.common[-1] if line.common and words[-1] == line.common[-1] else ""
    asked = asked if asked in COMMON_VALUES else ""
    words = line.words[1:] if line.words[:1] == ["help"] else line.words
    return ShellLine(as_commands(words), typed, line.common, asked, kept)


def _of_bash(sent: str, place: int) -> tuple[list[str], str]:
    """Return the words before a place, and the one there: bash sends one a line."""
    pieces = sent.split("\n") if "\n" in sent else [sent]
    words = [word for piece in pieces for word in (*_split(piece),) or ("",)]
    before, typed = words[:place], "".join(words[place : place + 1])
    # It sends « --near=ly » as three words.
    before = [word for word, last in zip(before, ["", *before], strict=False)
              if word != "=" or not last.startswith("--")]  # fmt: skip
    return before, "" if typed == "=" else typed


def _split(text: str) -> Iterator[str]:
    """Yield words as a shell reads them; a quote that is still open ends with the text."""
    lexer = shlex(text, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    try:
        yield from lexer
    except ValueError:
        yield lexer.token
