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

COLUMNS = ("grid", "function", "basis", "amount_eur")


def read_floors(
    sources: SourceFiles, content: Content
) -> tuple[tuple[PayFloor, ...], list[Problem]]:
    """Give the floors of all tables, and every problem with its file, line and column."""
    floors: list[PayFloor] = []
    problems: list[Problem] = []
    grids = {grid.slug for agreement in content.agreements for grid in agreement.grids}
    bases = {basis.slug for basis in content.pay_bases}
    for name, raw in sources.contents.items():
        if not name.startswith(f"{PAY_FOLDER}/"):
            continue
        try:
            text = _decoded(raw)
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(name, 0, 0, "", f"must be readable UTF-8 text ({error})"))
            continue
        seen: dict[tuple[str, str, str], int] = {}
        for found in _rows(name, text):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            line, floor = found
            for column, slug, known in (("grid", floor.grid, grids), ("basis", floor.basis, bases)):
                if slug not in known:
                    close = nearest(slug, sorted(known))
                    hint = f": did you mean {' or '.join(close)}?" if close else ""
                    message = f"must be the slug of a {column}, found {shown(slug)}{hint}"
                    place = COLUMNS.index(column) + 1
                    problems.append(Problem(name, line, place, column, message))
            key = (floor.grid, floor.function, floor.basis)
            if key in seen:
                message = f"must be given once: line {seen[key]} gives it already"
                problems.append(Problem(name, line, 1, floor.function, message))
            seen.setdefault(key, line)
            floors.append(floor)
    return tuple(floors), problems


def _decoded(raw: bytes | OSError) -> str:
    if isinstance(raw, OSError):
        raise raw
    return raw.decode("utf-8-sig")


def _rows(name: str, text: str) -> Iterator[tuple[int, PayFloor] | Problem]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            wanted = ",".join(COLUMNS)
            yield Problem(name, 1, 1, "", f"must begin with {wanted}, found {shown(header)}")
            return
        for cells in reader:
            yield _row(name, reader.line_num, cells)
    except csv.Error as error:
        yield Problem(name, reader.line_num, 1, "", f"is not CSV: {error}")


def _row(name: str, line: int, cells: list[str]) -> tuple[int, PayFloor] | Problem:
    if len(cells) != len(COLUMNS):
        message = f"must hold {len(COLUMNS)} cells, found {len(cells)}"
        return Problem(name, line, 1, "", message)
    values = dict(zip(COLUMNS, cells, strict=True))
    written = values["amount_eur"]
    amount: object = float(written) if _AMOUNT.fullmatch(written) else written
    try:
        return line, PayFloor.model_validate({**values, "amount_eur": amount})
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        column = str(details["loc"][0])
        message = must(details["type"], details.get("ctx", {}), details["msg"])
        found = shown(details["input"])
        return Problem(name, line, COLUMNS.index(column) + 1, column, f"{message}, found {found}")
