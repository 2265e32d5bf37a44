"""Rows of an official CSV file: UTF-8, one header; refused when it is anything else.

The files are published with semicolons; tools that save them again may put commas or tabs, and a first
line `sep=;` that tells a spreadsheet so.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import IO, NamedTuple

from avcareers.text.constraints import shown
from avcareers.text.folding import fold

from .refusals import refusal

LONGEST_LINE_BYTES = 1 << 20
"""No line of these files comes near; reading on would fill the memory with a file of another kind."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SEPARATORS = ";,\t"
_TOLD = re.compile(r'"?sep=(.)"?\s*')
"""First line that some tools write for a spreadsheet."""
_APPRENTICES, _MAP = frozenset({"nb_rech_con"}), frozenset({"etab_uai", "gta"})
"""Columns of two other files of Parcoursup."""


class Column(NamedTuple):
    """A column to read, by either of the names its header may have."""

    name: str
    """Identifier."""
    label: str = ""
    """Words that stand for it when the file was exported with labels."""
    required: bool = True
    """Whether a file without it is refused; it reads as empty otherwise."""


class CsvRow(NamedTuple):
    """The cells asked for, of one row."""

    line: int
    """Line the row begins on, from 1."""
    cells: tuple[str, ...]
    """Cells, in the order the columns were asked for."""


def read_rows(file: str, stream: IO[bytes], columns: Sequence[Column]) -> Iterator[CsvRow]:
    """Yield the columns asked for, row by row; other columns are passed over.

    Raise ExportError for a missing column, a row of another length, text that is not UTF-8, broken
    quotes, and a file without a row of data.
    """
    rows = _parsed(file, stream)
    _, header = next(rows, (0, []))
    if not header:
        raise refusal(file, 0, "no-header", columns=_named(columns))
    indexes = _indexes(file, header, columns)
    line = 0
    for line, cells in rows:
        if len(cells) != len(header):
            raise refusal(file, line, "fields", expected=len(header), found=len(cells))
        # An absent optional column reads the empty cell put after the last one.
        cells.append("")
        yield CsvRow(line, tuple(cells[index] for index in indexes))
    if not line:
        raise refusal(file, 0, "no-row")


def _indexes(file: str, header: list[str], columns: Sequence[Column]) -> list[int]:
    """Return the place of each column in the header.

    Labels are not unique there (« Filière de formation » stands for two columns): the first of
    two is the one whose identifier comes first.
    """
    places: dict[str, int] = {}
    for index, title in enumerate(header):
        places.setdefault(fold(title), index)
    missing = []
    indexes = []
    for column in columns:
        names = (fold(name) for name in (column.name, column.label) if name)
        found = next((places[name] for name in names if name in places), None)
        if found is None and column.required:
            missing.append(column)
        indexes.append(len(header) if found is None else found)
    if missing:
        titles = frozenset(header)
        other = "apprentices" if titles >= _APPRENTICES else "map" if titles >= _MAP else ""
        named = {"columns": _named(missing), "found": shown(";".join(header))}
        raise refusal(file, 1, other or "columns", **named)
    return indexes


def _named(columns: Iterable[Column]) -> str:
    return ", ".join(
        f"{column.name} ({column.label})" if column.label else column.name for column in columns
    )


def _parsed(file: str, stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    lines = _lines(file, stream)
    first = next(lines, "")
    told = _TOLD.fullmatch(first)
    before = 1 if told else 0
    if told:
        first = next(lines, "")
    separator = told[1] if told else max(_SEPARATORS, key=first.count)
    reader = csv.reader(chain([first] if first else [], lines), delimiter=separator, strict=True)
    while True:
        line = before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise refusal(file, line, "quotes", error=error) from None
        if cells:
            yield line, cells


def _lines(file: str, stream: IO[bytes]) -> Iterator[str]:
    """Yield lines decoded one by one, so that what can't be is named by its line."""
    chunks = iter(partial(stream.readline, LONGEST_LINE_BYTES), b"")
    for number, raw in enumerate(chunks, start=1):
        if len(raw) == LONGEST_LINE_BYTES:
            raise refusal(file, number, "endless")
        text = raw.removeprefix(_BYTE_ORDER_MARK) if number == 1 else raw
        try:
            yield text.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = text[error.start]
            raise refusal(file, number, "not-utf8", byte=f"0x{byte:02x}") from None


def tidy(text: str) -> str:
    """Return a cell as the catalogue writes texts: one line, composed accents, single apostrophes."""
    composed = unicodedata.normalize("NFC", text).replace("''", "'")
    kept = (_kept(character) for character in composed)
    return " ".join("".join(kept).split())


def _kept(character: str) -> str:
    match unicodedata.category(character):
        case "Cc":
            return " "
        case "Cf" | "Cs":
            return ""
        case _:
            return character
