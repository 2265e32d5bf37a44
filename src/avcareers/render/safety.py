"""Text that can't harm what it is written to."""

import codecs
import re
import unicodedata
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TextIO

_REPLACED = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-", "…": "...",
    "●": "#", "○": "-", "│": "|", "▼": "v", "→": "->", "≤": "<=", "≥": ">=", "×": "x", "€": "EUR",
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ", "✓": "v", "✗": "x", "─": "-", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "└": "`", "├": "|", "■": "#", "□": "-", "█": "#", "░": ".",
}  # fmt: skip
# Compiled when they are first used: a table on a screen has no need of them.
_FORMULA = "(^'*|; *'*)(?=[=+@\t\r\n＝＋－＠-])"
"""Where a spreadsheet may begin to read a formula: at the beginning of a cell, and after what a
French one takes for the end of a cell. Wide signs count: some read them as the narrow ones."""
_ACTED_ON = "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
"""What JSON may hold as it is, but terminals act on or nobody sees."""


_APOSTROPHE = r"(?<=\w)'(?=[\w«“])"
"""One inside a word or between two: not the quotes of a shell, in a command to copy."""


def printable(text: str) -> str:
    """Return a text as people are shown it, in any format.

    Control characters and invisible direction marks, which terminals act on, are replaced; the
    straight apostrophes of a keyboard, which data hold, are those of print.
    """
    if "'" in text:
        text = re.sub(_APOSTROPHE, "’", text)
    # French spacing is not printable to Python, and is in most lines.
    if (
        text.replace("\N{NO-BREAK SPACE}", "")
        .replace("\N{NARROW NO-BREAK SPACE}", "")
        .isprintable()
    ):
        return text
    return "".join(
        c if c.isprintable() or _harmless(c) else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def _harmless(character: str) -> bool:
    return character == "\n" or unicodedata.category(character) == "Zs"


def encodable(text: str, encoding: str) -> str:
    """Return a text as an encoding can write it: unaccented rather than garbled."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_encodable(character, encoding) for character in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def _encodable(character: str, encoding: str) -> str:
    plain = unicodedata.normalize("NFKD", character)
    unaccented = "".join(c for c in plain if not unicodedata.combining(c))
    for candidate in (character, _REPLACED.get(character, ""), unaccented):
        try:
            if candidate:
                candidate.encode(encoding)
                return candidate
        except UnicodeEncodeError:
            continue
    return "?"


def use_plain_letters(stream: TextIO) -> None:
    """Make a stream write what it cannot encode in plain letters, whoever writes to it."""

    def replaced(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        failing = error.object[error.start : error.end]
        return "".join(_encodable(c, error.encoding) for c in failing), error.end

    codecs.register_error("plain-letters", replaced)
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="plain-letters")


def spreadsheet_safe(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula, as OWASP advises.

    What has one already gets another, so that taking one away always gives the text back.
    """
    return re.sub(_FORMULA, r"\1'", cell)


def json_safe(text: str) -> str:
    """Escape, in a JSON text, the control and direction characters that JSON lets through."""
    return re.sub(_ACTED_ON, lambda match: f"\\u{ord(match[0]):04x}", text)


class EncodingStream:
    """A stream that writes what it can't encode in plain letters."""

    def __init__(self, stream: TextIO) -> None:
        """Wrap a stream."""
        self._stream = stream
        self.encoding = stream.encoding or "utf-8"

    def write(self, text: str) -> int:
        """Write a text."""
        return self._stream.write(encodable(text, self.encoding))

    def writelines(self, lines: Iterable[str]) -> None:
        """Write several texts."""
        for text in lines:
            self.write(text)

    def flush(self) -> None:
        """Flush the stream."""
        self._stream.flush()

    def isatty(self) -> bool:
        """True if a person is looking."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """Return the descriptor, from which a terminal's width is asked."""
        return self._stream.fileno()
