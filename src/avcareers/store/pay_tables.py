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
from .sources import SourceFiles

_AMOUNT = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,4})?")

Cells = dict[str, str]

COLUMNS = ("grid", "function", "basis", "amount_eur")


def read_floors(
    sources: SourceFiles, content: Content
) -> tuple[tuple[PayFloor, ...], list[Problem]]:
    """Give the floors of all tables, and every problem with its file, line and column."""
    floors: list[PayFloor] = []
    problems: list[Problem] = []
    grids = {grid.slug for agreement in content.agreements for grid in agreement.grids}
    bases = {basis.slug for basis in content.pay_bases}
    seen: dict[tuple[str, str, str], str] = {}
    for name, raw in sources.contents.items():
        if not name.startswith(f"{PAY_FOLDER}/"):
            continue
        try:
            text = _decoded(raw)
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(name, 0, 0, "", f"must be readable UTF-8 text ({error})"))
            continue
        for found in _rows(name, text):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            line, cells = found
            wrong = list(_problems(cells, grids, bases))
            problems += (Problem(name, line, COLUMNS.index(c) + 1, c, why) for c, why in wrong)
            if wrong:
                continue
            floor = PayFloor.model_validate(_values(cells))
            key = (floor.grid, floor.function, floor.basis)
            if key in seen:
                message = f"must be given once: {seen[key]} gives it already"
                problems.append(Problem(name, line, 1, floor.function, message))
            seen.setdefault(key, f"{name}:{line}")
            floors.append(floor)
    return tuple(floors), problems


def _decoded(raw: bytes | OSError) -> str:
    if isinstance(raw, OSError):
        raise raw
    return raw.decode("utf-8-sig")


def _rows(name: str, text: str) -> Iterator[tuple[int, Cells] | Problem]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            wanted = ",".join(COLUMNS)
            yield Problem(name, 1, 1, "", f"must begin with {wanted}, found {shown(header)}")
            return
        for cells in reader:
            if len(cells) == len(COLUMNS):
                yield reader.line_num, dict(zip(COLUMNS, cells, strict=True))
            else:
                message = f"must hold {len(COLUMNS)} cells, found {len(cells)}"
                yield Problem(name, reader.line_num, 1, "", message)
    except csv.Error as error:
        yield Problem(name, reader.line_num, 1, "", f"is not CSV: {error}")


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
