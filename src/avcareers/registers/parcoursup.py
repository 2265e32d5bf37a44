"""Parcoursup, figures of admission: the CSV file the ministry publishes for each session.

Six of its 118 columns are read. The access rate is not one of them: the ministry revised it
between two editions of the same session.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from avcareers.text.constraints import shown

from .csv_rows import Column, CsvRow, read_rows, refusal, refuse_endless, tidy

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
_YEAR = re.compile(r"20(1[89]|[2-9]\d)")
_COUNT = re.compile(r"(\d{1,7})(\.0+)?")


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
    """Read the courses of those establishments. Raise DataError for a file of another kind."""
    try:
        refuse_endless(path)
        with path.open("rb") as stream:
            session = ""
            kept = []
            for row in read_rows(path.name, stream, _COLUMNS):
                session = _session(path.name, row, session)
                if row.cells[1].strip() in uais:
                    kept.append(_course(path.name, row))
    except OSError as error:
        raise refusal(path.name, 0, f"must be a file that can be read ({error})") from None
    return ParcoursupExport(int(session), tuple(kept))


def _session(file: str, row: CsvRow, known: str) -> str:
    """Return the session of a row, which is every row's: the source names one year."""
    found = row.cells[0].strip()
    if known and found != known:
        message = f"must be of session {known} as the first row, found {shown(found)}"
        raise refusal(file, row.line, f"{message}: one file for each session")
    if not _YEAR.fullmatch(found):
        raise refusal(file, row.line, f"session must be a year, found {shown(found)}")
    return found


def _course(file: str, row: CsvRow) -> ParcoursupRow:
    title = tidy(row.cells[2])
    if not title:
        raise refusal(file, row.line, "lib_for_voe_ins must name the course, found nothing")
    places, candidates, admitted = _counts(file, row)
    return ParcoursupRow(row.line, row.cells[1].strip(), title, places, candidates, admitted)


def _counts(file: str, row: CsvRow) -> Iterator[int | None]:
    for column, cell in zip(_COLUMNS[3:], row.cells[3:], strict=True):
        text = cell.strip()
        match = _COUNT.fullmatch(text)
        if text and not match:
            message = f"{column.name} must be a whole number, found {shown(text)}"
            raise refusal(file, row.line, message)
        yield int(match[1]) if match else None
