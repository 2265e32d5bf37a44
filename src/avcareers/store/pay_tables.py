"""The tables of minimum pay: CSV files a spreadsheet opens, validated line by line."""

import csv
import re
from array import array
from collections.abc import Iterator, Set
from contextlib import suppress
from itertools import chain
from typing import TextIO

from pydantic import ValidationError

from avcareers.model.errors import Problem
from avcareers.model.pay import PayFloor
from avcareers.text.constraints import must, shown
from avcareers.text.nearest import nearest

from .files import PAY_FOLDER
from .problems import Told, first
from .streams import Sources, UnreadableError, text_of

_BYTE_ORDER_MARK = "\ufeff"
_AMOUNT = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,4})?")

Cells = dict[str, str]
Key = tuple[str, str, str]
"""A grid, a function and a basis."""

COLUMNS = ("grid", "function", "basis", "amount_eur")


class Floors:
    """The tables, read one after the other: their floors, then what is wrong with them.

    What was given is kept as numbers, a few bytes a row.
    """

    def __init__(self, grids: Set[str], bases: Set[str]) -> None:
        """Take the grids and bases that rows may name."""
        self.problems: list[Problem] = []
        self._grids = grids
        self._bases = bases
        self._given: dict[str, array[int]] = {}
        self._grid = ""
        self._in_grid: set[int] = set()
        """What the rows of the current grid give: they usually follow one another."""
        self._again: set[Key] = set()

    def read(self, name: str, sources: Sources) -> Iterator[PayFloor]:
        """Yield the floors of a table, noting problems with their line and column."""
        told = Told()
        try:
            with text_of(sources, name, name) as text:
                for found in _rows(name, text):
                    if isinstance(found, Problem):
                        told.add([found])
                        continue
                    line, cells = found
                    floor, wrong = self._floor(cells)
                    told.add(Problem(name, line, COLUMNS.index(c) + 1, c, why) for c, why in wrong)
                    if floor:
                        self._give(floor)
                        yield floor
        except UnreadableError as error:
            told = Told()
            told.add([error.problem])
        self.problems += told.problems

    def all_problems(self, sources: Sources) -> list[Problem]:
        """Give every problem; the tables are read again only if they give something twice."""
        return [*self.problems, *(first(self._repeated(sources)) if self._again else ())]

    def _floor(self, cells: Cells) -> tuple[PayFloor | None, Iterator[tuple[str, str]]]:
        """Give the floor of a row, or what is wrong with it: the column, and what must hold."""
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
                close = nearest(slug, sorted(known))
                hint = f": did you mean {' or '.join(close)}?" if close else ""
                yield column, f"must be the slug of a {column}, found {shown(slug)}{hint}"

    def _give(self, floor: PayFloor) -> None:
        if floor.grid != self._grid:
            self._given[self._grid] = array("q", self._in_grid)
            self._grid, self._in_grid = floor.grid, set(self._given.get(floor.grid, ()))
        given = hash((floor.function, floor.basis))
        if given in self._in_grid:
            self._again.add(_key(floor))
        self._in_grid.add(given)

    def _repeated(self, sources: Sources) -> Iterator[Problem]:
        given: dict[Key | None, str] = {}
        for name in sources.names():
            if not name.startswith(f"{PAY_FOLDER}/"):
                continue
            # What can't be read was told the first time.
            with suppress(UnreadableError), text_of(sources, name, name) as text:
                for found in _rows(name, text):
                    if isinstance(found, Problem):
                        continue
                    line, cells = found
                    floor, _ = self._floor(cells)
                    key = _key(floor) if floor else None
                    if key not in self._again:
                        continue
                    if key in given:
                        message = f"must be given once: {given[key]} gives it already"
                        yield Problem(name, line, 1, cells["function"], message)
                    given.setdefault(key, f"{name}:{line}")


def _key(floor: PayFloor) -> Key:
    return floor.grid, floor.function, floor.basis


def _rows(name: str, text: TextIO) -> Iterator[tuple[int, Cells] | Problem]:
    start = next(text, "").removeprefix(_BYTE_ORDER_MARK)
    reader = csv.reader(chain([start], text), strict=True)
    line = 1
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            wanted = ",".join(COLUMNS)
            yield Problem(name, 1, 1, "", f"must begin with {wanted}, found {shown(header)}")
            return
        # A quoted cell may go on for lines: a row is told by its first.
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(COLUMNS):
                yield line, dict(zip(COLUMNS, cells, strict=True))
            else:
                message = f"must hold {len(COLUMNS)} cells, found {len(cells)}"
                yield Problem(name, line, 1, "", message)
            line = reader.line_num + 1
    except csv.Error as error:
        yield Problem(name, line, 1, "", f"is not CSV: {error}")


def _values(cells: Cells) -> dict[str, object]:
    written = cells["amount_eur"]
    amount: object = float(written) if _AMOUNT.fullmatch(written) else written
    return {**cells, "amount_eur": amount}
