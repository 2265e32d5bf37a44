"""Parcoursup, figures of admission: the CSV file the ministry publishes for each session.

Six of its 118 columns are read. The access rate is not one of them: the ministry revised it
between two editions of the same session.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from avcareers.text.constraints import shown

from .csv_rows import Column, CsvRow, read_rows, tidy
from .files import Part, is_spreadsheet, listed, parts_of, refuse_other_kinds, tables_among
from .refusals import refusal
from .rncp import is_rncp

_COLUMNS = (
    Column("session", "Session"),
    Column("cod_uai", "Code UAI de l'établissement"),
    Column("lib_for_voe_ins", "Filière de formation"),
    Column("capa_fin", "Capacité de l'établissement par formation"),
    Column("voe_tot", "Effectif total des candidats pour une formation"),
    Column(
        "acc_tot",
        "Effectif total des candidats ayant accepté la proposition de l'établissement (admis)",
    ),
)
_YEAR = re.compile(r"(20(?:1[89]|[2-9]\d))(?:\.0+)?")
_COUNT = re.compile(r"(\d{1,7}|\d{1,3}(?:\s\d{3})+)(\.0+)?")
"""A number, also as a spreadsheet writes it: thousands set apart, a decimal nothing."""


class ParcoursupRow(NamedTuple):
    """The figures of one course."""

    line: int
    """Line in the file."""
    uai: str
    """National number of the establishment."""
    title: str
    """Name of the course."""
    places: int | None
    candidates: int | None
    admitted: int | None


class ParcoursupExport(NamedTuple):
    """The courses of the establishments asked for, in one session."""

    session: int
    rows: tuple[ParcoursupRow, ...]


def read_parcoursup(path: Path, uais: frozenset[str]) -> ParcoursupExport:
    """Read the courses of those establishments. Raise ExportError for a file of another kind."""
    with parts_of(path) as parts:
        part = _table(path, parts)
        part.check()
        refuse_other_kinds(part)
        with part.open() as stream:
            session = ""
            kept = []
            for row in read_rows(part.where, stream, _COLUMNS):
                session = _session(part.where, row, session)
                if _uai(row) in uais:
                    kept.append(_course(part.where, row))
    return ParcoursupExport(int(session), tuple(kept))


def _table(path: Path, parts: tuple[Part, ...]) -> Part:
    """Return the CSV file among what was given. Raise ExportError for none, several, or the RNCP's."""
    if is_rncp(parts):
        raise refusal(path.name, 0, "is-rncp")
    if is_spreadsheet(parts):
        raise refusal(path.name, 0, "spreadsheet")
    if len(parts) == 1:
        # Alone, it is the file whatever its name.
        return parts[0]
    tables = tables_among(parts)
    if len(tables) != 1:
        what = "several-tables" if tables else "no-table"
        raise refusal(path.name, 0, what, held=listed(tuple(tables)))
    return tables[0]


def _uai(row: CsvRow) -> str:
    return row.cells[1].strip().upper()


def _session(file: str, row: CsvRow, known: str) -> str:
    """Return the session of a row, which is every row's: the source names one year."""
    text = row.cells[0].strip()
    match = _YEAR.fullmatch(text)
    if not match:
        raise refusal(file, row.line, "session", found=shown(text))
    if known and match[1] != known:
        raise refusal(file, row.line, "sessions", known=known, found=shown(text))
    return match[1]


def _course(file: str, row: CsvRow) -> ParcoursupRow:
    title = tidy(row.cells[2])
    if not title:
        raise refusal(file, row.line, "no-course")
    places, candidates, admitted = _counts(file, row)
    return ParcoursupRow(row.line, _uai(row), title, places, candidates, admitted)


def _counts(file: str, row: CsvRow) -> Iterator[int | None]:
    for column, cell in zip(_COLUMNS[3:], row.cells[3:], strict=True):
        text = cell.strip()
        match = _COUNT.fullmatch(text)
        if text and not match:
            raise refusal(file, row.line, "count", column=column.name, found=shown(text))
        yield int("".join(match[1].split())) if match else None
