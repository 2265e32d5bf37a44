"""Somebody's contracts, read from a CSV file that a spreadsheet opens. Nothing of it is kept.

A comma or a semicolon separates the cells; headers are French or English; a day is 2026-05-31 or
31/05/2026; a number may have a decimal comma.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date
from io import StringIO

from avcareers.model.contract import KINDS, Contract
from avcareers.model.errors import ContractsError, Wrong
from avcareers.model.vocabulary import EARLIEST_YEAR, LATEST_YEAR
from avcareers.text.folding import fold

COLUMNS = {
    "from": ("from", "start", "du", "debut"),
    "to": ("to", "end", "au", "fin"),
    "employer": ("employer", "employeur"),
    "hours": ("hours", "heures"),
    "cachets": ("cachets",),
    "annexe": ("annexe", "annex"),
    "kind": ("kind", "nature", "type"),
}
"""What each column may be called, folded."""
NEEDED = ("from", "to", "annexe")
HOURS_IN_A_DAY = 24

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{4})")
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?")
_ANNEXES = {"8": 8, "viii": 8, "annexe 8": 8, "10": 10, "x": 10, "annexe 10": 10}
_KIND_OF_NAME = {fold(name): key for key, kind in KINDS.items() for name in (key, *kind.names)}


def read_contracts(file: str, content: bytes) -> tuple[Contract, ...]:
    """Return the lines of a file of contracts. Raise ContractsError with all that is wrong in it."""
    reading = _Reading()
    found = reading.contracts(_text(content))
    if not reading.wrong and not found:
        reading.wrong.append(Wrong(0, 0, "", "empty"))
    if reading.wrong:
        raise ContractsError(file, tuple(sorted(reading.wrong)))
    return tuple(found)


def _text(content: bytes) -> str:
    """Return what a spreadsheet wrote: in UTF-8, else as Windows writes French."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


class _Reading:
    """A file being read: what is wrong in it so far."""

    def __init__(self) -> None:
        self.wrong: list[Wrong] = []
        self._headers: dict[str, tuple[int, str]] = {}
        """Number of each column, and what the file calls it."""
        self._line = 1
        self._cells: list[str] = []

    def contracts(self, text: str) -> list[Contract]:
        """Return the lines that can be read."""
        first = text.partition("\n")[0]
        reader = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in first else ",",
                            strict=True)  # fmt: skip
        read: list[Contract] = []
        try:
            self._read_header(next(reader, []))
            self._line = reader.line_num + 1
            for cells in reader if not self.wrong else ():
                self._cells = [cell.strip() for cell in cells]
                if any(self._cells) and (contract := self._contract()):
                    read.append(contract)
                self._line = reader.line_num + 1
        except csv.Error:
            self.wrong.append(Wrong(self._line, 0, "", "csv"))
        self.wrong += self._together(read)
        return read

    def _read_header(self, cells: list[str]) -> None:
        names = {name: column for column, known in COLUMNS.items() for name in known}
        for number, cell in enumerate(cells, 1):
            column = names.get(fold(cell))
            if column is None or column in self._headers:
                what = "column" if column is None else "column-twice"
                self.wrong.append(Wrong(1, number, cell, what, cell))
            else:
                self._headers[column] = (number, cell)
        missing = [column for column in NEEDED if column not in self._headers]
        if "hours" not in self._headers and "cachets" not in self._headers:
            missing.append("hours")
        self.wrong += (Wrong(1, 0, "", "no-column", column) for column in missing)

    def _cell(self, column: str) -> str:
        number, _ = self._headers.get(column, (0, ""))
        return self._cells[number - 1] if number else ""

    def _refuse(self, column: str, what: str, found: str = "") -> None:
        number, name = self._headers.get(column, (0, column))
        self.wrong.append(Wrong(self._line, number, name, what, found))

    def _contract(self) -> Contract | None:
        """Return the line being read, or nothing once what is wrong with it is kept."""
        before = len(self.wrong)
        if len(self._cells) != len(self._headers):
            self.wrong.append(Wrong(self._line, 0, "", "cells", str(len(self._cells))))
            return None
        start, end = self._day("from"), self._day("to")
        hours, cachets = self._number("hours"), self._number("cachets")
        annexe, kind = self._annexe(), self._kind()
        if start and end and end < start:
            self._refuse("to", "order", self._cell("from"))
        elif start and end and (hours or 0) > HOURS_IN_A_DAY * ((end - start).days + 1):
            self._refuse("hours", "day", self._cell("hours"))
        if kind:
            self._check_kind(kind, annexe)
        if len(self.wrong) > before or start is None or end is None:
            return None
        employer = self._cell("employer")
        return Contract(self._line, start, end, employer, hours, cachets, annexe, kind)

    def _day(self, column: str) -> date | None:
        cell = self._cell(column)
        if found := _DAY.fullmatch(cell):
            year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
            try:
                if EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
                    return date(int(year), int(month), int(day))
            except ValueError:
                pass
        self._refuse(column, "date", cell)
        return None

    def _number(self, column: str) -> float | None:
        cell = self._cell(column)
        if not cell:
            return None
        if _NUMBER.fullmatch(cell) and (value := float(cell.replace(",", "."))) > 0:
            return value
        self._refuse(column, "number", cell)
        return None

    def _annexe(self) -> int | None:
        cell = self._cell("annexe")
        if cell and fold(cell) not in _ANNEXES:
            self._refuse("annexe", "annexe", cell)
        return _ANNEXES.get(fold(cell))

    def _kind(self) -> str:
        """Return the kind of the line: work, when nothing is said."""
        cell = self._cell("kind")
        kind = _KIND_OF_NAME.get(fold(cell)) if cell else "work"
        if kind is None:
            self._refuse("kind", "kind", cell)
        return kind or ""

    def _check_kind(self, kind: str, annexe: int | None) -> None:
        """Keep what a line of its kind lacks, or must not say."""
        holds = KINDS[kind]
        hours, cachets = self._cell("hours"), self._cell("cachets")
        if holds.annexe and not self._cell("annexe"):
            self._refuse("annexe", "no-annexe")
        if kind == "work" and not self._cell("employer"):
            self._refuse("employer", "no-employer")
        if cachets and (holds.amount != "paid" or annexe == 8):
            self._refuse("cachets", "no-cachet", cachets)
        elif hours and cachets:
            self._refuse("cachets", "both", hours)
        if hours and holds.amount == "days":
            self._refuse("hours", "days-only", hours)
        if holds.amount in {"paid", "hours"} and not hours and not cachets:
            self._refuse("hours" if "hours" in self._headers else "cachets", "no-amount")

    def _together(self, read: list[Contract]) -> Iterator[Wrong]:
        """Yield what is wrong between lines: one given twice, a day of more than 24 hours."""
        given: dict[Contract, int] = {}
        worked: dict[date, float] = {}
        hours_at, hours_name = self._headers.get("hours", (0, ""))
        for each in read:
            same = each._replace(line=0, employer=fold(each.employer))
            if (first := given.setdefault(same, each.line)) != each.line:
                yield Wrong(each.line, 0, "", "twice", str(first))
            elif each.days == 1 and each.hours:
                worked[each.start] = worked.get(each.start, 0) + each.hours
                if worked[each.start] > HOURS_IN_A_DAY:
                    total = f"{worked[each.start]:g}"
                    yield Wrong(each.line, hours_at, hours_name, "day", total)
