"""The tables of minimum pay: CSV files a spreadsheet opens, validated line by line."""

import csv
import io
import re
from collections.abc import Iterator

from pydantic import ValidationError

from avcareers.model.content import Content
from avcareers.model.errors import Problem
from avcareers.model.pay import PayFloor
from avcareers.text.constraints import must, shown
from avcareers.text.nearest import nearest

from .files import PAY_FOLDER
from .problems import first
from .sources import SourceFiles, text_of

_BYTE_ORDER_MARK = "\ufeff"
_AMOUNT = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,4})?")

Cells = dict[str, str]

COLUMNS = ("grid", "function", "basis", "amount_eur")


def read_floors(
    sources: SourceFiles, content: Content
) -> tuple[tuple[PayFloor, ...], list[Problem]]:
    """Give the floors of all tables, and every problem with its file, line and column."""
    tables = _Tables(content)
    problems: list[Problem] = []
    for name, raw in sources.contents.items():
        if name.startswith(f"{PAY_FOLDER}/"):
            text = text_of(name, raw)
            problems += [text] if isinstance(text, Problem) else first(tables.read(name, text))
    return tuple(tables.floors), problems


class _Tables:
    """The floors read so far, and what their lines may name."""

    def __init__(self, content: Content) -> None:
        self.floors: list[PayFloor] = []
        self._grids = {grid.slug for agreement in content.agreements for grid in agreement.grids}
        self._bases = {basis.slug for basis in content.pay_bases}
        self._given: dict[tuple[str, str, str], str] = {}

    def read(self, name: str, text: str) -> Iterator[Problem]:
        """Take the floors of a table, and yield what is wrong with it."""
        for found in _rows(name, text.removeprefix(_BYTE_ORDER_MARK)):
            if isinstance(found, Problem):
                yield found
                continue
            line, cells = found
            wrong = list(_problems(cells, self._grids, self._bases))
            if wrong:
                for column, message in wrong:
                    yield Problem(name, line, COLUMNS.index(column) + 1, column, message)
                continue
            floor = PayFloor.model_validate(_values(cells))
            key = (floor.grid, floor.function, floor.basis)
            if key in self._given:
                message = f"must be given once: {self._given[key]} gives it already"
                yield Problem(name, line, 1, floor.function, message)
            self._given.setdefault(key, f"{name}:{line}")
            self.floors.append(floor)


def _rows(name: str, text: str) -> Iterator[tuple[int, Cells] | Problem]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
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


def _problems(cells: Cells, grids: set[str], bases: set[str]) -> Iterator[tuple[str, str]]:
    """Yield all that is wrong in a line: the column, and what must hold."""
    wrong = set()
    try:
        PayFloor.model_validate(_values(cells))
    except ValidationError as error:
        for details in error.errors(include_url=False):
            column = str(details["loc"][0])
            wrong.add(column)
            message = must(details["type"], details.get("ctx", {}), details["msg"])
            yield column, f"{message}, found {shown(details['input'])}"
    for column, known in (("grid", grids), ("basis", bases)):
        slug = cells[column]
        if column not in wrong and slug not in known:
            close = nearest(slug, sorted(known))
            hint = f": did you mean {' or '.join(close)}?" if close else ""
            yield column, f"must be the slug of a {column}, found {shown(slug)}{hint}"
