"""Rows of an official CSV file: semicolons, UTF-8, one header; refused when it is anything else."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from avcareers.model.errors import DataError, Problem
from avcareers.text.constraints import shown, visible
from avcareers.text.folding import fold

LONGEST_LINE_BYTES = 1 << 20
"""No line of these files comes near; reading on would fill the memory with a file of another kind."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


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


def refusal(file: str, line: int, message: str) -> DataError:
    """Return the error that refuses an export; line 0 means the whole file."""
    # The name may be that of a file in an archive, which may be anything.
    problem = Problem(visible(file), line, 1 if line else 0, "", visible(message))
    return DataError((problem,))


def refuse_endless(path: Path) -> None:
    """Raise OSError for a pipe or a device, which may never end."""
    if path.exists() and not path.is_file():
        raise OSError("not a regular file: download it first")


def read_rows(file: str, stream: IO[bytes], columns: Sequence[Column]) -> Iterator[CsvRow]:
    """Yield the columns asked for, row by row; other columns are passed over.

    Raise DataError for a missing column, a row of another length, text that is not UTF-8, broken
    quotes, and a file without a row of data.
    """
    rows = _parsed(file, stream)
    _, header = next(rows, (0, []))
    if not header:
        raise refusal(file, 0, f"must begin with a header of columns: {_named(columns)}")
    indexes = _indexes(file, header, columns)
    line = 0
    for line, cells in rows:
        if len(cells) != len(header):
            message = f"must have {len(header)} fields as the header does, found {len(cells)}"
            raise refusal(file, line, f"{message}: download the file again")
        # An absent optional column reads the empty cell put after the last one.
        cells.append("")
        yield CsvRow(line, tuple(cells[index] for index in indexes))
    if not line:
        raise refusal(file, 0, "must hold a row of data, found the header alone")


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
        plural = "s" if len(missing) > 1 else ""
        raise refusal(
            file,
            1,
            f"must have the column{plural} {_named(missing)}, found {shown(';'.join(header))}: "
            "the file is expected as published, separated by semicolons",
        )
    return indexes


def _named(columns: Iterable[Column]) -> str:
    return ", ".join(
        f"{column.name} (“{column.label}”)" if column.label else column.name for column in columns
    )


def _parsed(file: str, stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_lines(file, stream), delimiter=";", strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = f"must be CSV whose quotes are closed ({error}): download the file again"
            raise refusal(file, line, message) from None
        if cells:
            yield line, cells


def _lines(file: str, stream: IO[bytes]) -> Iterator[str]:
    """Yield lines decoded one by one, so that what can't be is named by its line."""
    chunks = iter(partial(stream.readline, LONGEST_LINE_BYTES), b"")
    for number, raw in enumerate(chunks, start=1):
        if len(raw) == LONGEST_LINE_BYTES:
            raise refusal(file, number, "must be lines of text, found a line without end")
        text = raw.removeprefix(_BYTE_ORDER_MARK) if number == 1 else raw
        try:
            yield text.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = text[error.start]
            raise refusal(file, number, f"must be UTF-8 text, found byte 0x{byte:02x}") from None


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
