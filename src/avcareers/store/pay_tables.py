"""The tables of minimum pay: CSV files a spreadsheet opens, validated line by line."""

import csv
import re
from collections.abc import Iterator, Set
from io import StringIO

from pydantic import ValidationError

from avcareers.model.errors import Problem
from avcareers.model.pay import PayFloor
from avcareers.text.constraints import must, shown
from avcareers.text.nearest import nearest

from .data_files import PAY_FOLDER, Snapshot, UnreadableError, printable
from .problems import capped

_BYTE_ORDER_MARK = "\ufeff"
_AMOUNT = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,4})?")

Cells = dict[str, str]
COLUMNS = ("grid", "function", "basis", "amount_eur")


class PayTables:
    """The tables of a data folder: their floors, and what is wrong with them."""

    def __init__(self, grids: Set[str], bases: Set[str]) -> None:
        """Keep the grids and bases that rows may name."""
        self.floors: list[PayFloor] = []
        self._grids = grids
        self._bases = bases
        self._given: dict[tuple[str, str, str], str] = {}
        """File and line of each grid, function and basis."""

    def read(self, snapshot: Snapshot) -> Iterator[Problem]:
        """Take the floors of every table; yield the problems of each file."""
        for path in snapshot.contents:
            if path.startswith(f"{PAY_FOLDER}/"):
                yield from capped(self._read(snapshot, path))

    def _read(self, snapshot: Snapshot, path: str) -> Iterator[Problem]:
        file = printable(path)
        try:
            text = snapshot.text(path)
        except UnreadableError as error:
            yield error.problem
            return
        for found in rows(file, text, COLUMNS):
            if isinstance(found, Problem):
                yield found
                continue
            line, cells = found
            floor, wrong = self._floor(cells)
            if floor is None:
                for column, message in wrong:
                    yield Problem(file, line, COLUMNS.index(column) + 1, column, message)
                continue
            before = self._given.setdefault(
                (floor.grid, floor.function, floor.basis), f"{file}:{line}"
            )
            if before != f"{file}:{line}":
                message = f"must be given once: {before} gives it already"
                yield Problem(file, line, 1, floor.function, message)
            self.floors.append(floor)

    def _floor(self, cells: Cells) -> tuple[PayFloor | None, Iterator[tuple[str, str]]]:
        """Return the floor of a row, or what is wrong with it: the column, and what must hold."""
        error = None
        try:
            floor = PayFloor.model_validate(_values(cells))
            if floor.grid in self._grids and floor.basis in self._bases:
                return floor, iter(())
        except ValidationError as caught:
            error = caught
        return None, self._wrong(cells, error)

    def _wrong(self, cells: Cells, error: ValidationError | None) -> Iterator[tuple[str, str]]:
        wrong = set()
        for details in error.errors(include_url=False) if error else ():
            column = str(details["loc"][0])
            wrong.add(column)
            message = must(details["type"], details.get("ctx", {}), details["msg"])
            yield column, f"{message}, found {shown(details['input'])}"
        for column, known in (("grid", self._grids), ("basis", self._bases)):
            slug = cells[column]
            if column not in wrong and slug not in known:
                close = nearest(slug, known)
                hint = f": did you mean {' or '.join(close)}?" if close else ""
                yield column, f"must be the slug of a {column}, found {shown(slug)}{hint}"


def rows(name: str, text: str, columns: tuple[str, ...]) -> Iterator[tuple[int, Cells] | Problem]:
    """Yield the rows of a CSV file by the names of its columns, each with its line, or problems."""
    lines = StringIO(text.removeprefix(_BYTE_ORDER_MARK), newline="")
    reader = csv.reader(lines, strict=True)
    line = 1
    try:
        header = next(reader, [])
        if tuple(header) != columns:
            wanted = ",".join(columns)
            yield Problem(name, 1, 1, "", f"must begin with {wanted}, found {shown(header)}")
            return
        # A quoted cell may go on for lines: a row is named by its first.
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(columns):
                yield line, dict(zip(columns, cells, strict=True))
            else:
                message = f"must hold {len(columns)} cells, found {len(cells)}"
                yield Problem(name, line, 1, "", message)
            line = reader.line_num + 1
    except csv.Error as error:
        yield Problem(name, line, 1, "", f"is not CSV: {error}")


def _values(cells: Cells) -> dict[str, object]:
    written = cells["amount_eur"]
    amount: object = float(written) if _AMOUNT.fullmatch(written) else written
    return {**cells, "amount_eur": amount}
