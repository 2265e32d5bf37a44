"""The whole catalogue as files: records as JSON, or flat tables, written as they are read."""

import csv
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from avcareers.store.catalogue import Catalogue
from avcareers.store.data_files import DATA_FILES
from avcareers.store.flat.made import table_name
from avcareers.store.flat.records import Records
from avcareers.store.flat.relation import Relation, relations

from .data import json_text, published, write_json
from .datapackage import Form, package, table_file
from .notice import NOTICE, Licences
from .safety import spreadsheet_safe

Write = Callable[[Path], None]
"""Writes a file at a path."""
PACKAGE = "datapackage.json"


def exported_files(catalogue: Catalogue, form: Form) -> dict[str, Write]:
    """Return what writes each file of an export, by name, in the order they are written."""
    records = Records(catalogue)
    licences = Licences(records)
    noticed: dict[str, Write] = {NOTICE: partial(_write_text, licences.notice())}
    if form == "json":
        whole: dict[str, Write] = {
            f"{table_name(file.kind)}.json": partial(_write_records, catalogue, file.kind)
            for file in DATA_FILES
        }
        return {**whole, **noticed}
    described: dict[str, Write] = {
        **noticed,
        PACKAGE: partial(_write_object, package(form, licences)),
    }
    if form == "sqlite":
        from .notice import about
        from .sqlite import metadata, write_sqlite

        return {
            table_file("", form): partial(write_sqlite, records, about(licences)),
            "metadata.json": partial(_write_object, metadata()),
            **described,
        }
    if form == "parquet":
        from .parquet import write_parquet as write
    else:
        write = {"csv": write_table, "excel": write_excel, "jsonl": write_lines}[form]
    tables = {table_file(each.name, form): partial(write, records, each) for each in relations()}
    return {**tables, **described}


def _write_records(catalogue: Catalogue, kind: str, path: Path) -> None:
    with _text(path) as file:
        write_json(_Published(catalogue, kind), file)


class _Published:
    """The records of a kind, as they are published, read again each time they are gone through."""

    def __init__(self, catalogue: Catalogue, kind: str) -> None:
        self._catalogue = catalogue
        self._kind = kind

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(published, self._catalogue.documents(self._kind))


def _write_object(value: dict[str, Any], path: Path) -> None:
    _write_text(json_text(value, indent=2), path)


def _write_text(text: str, path: Path) -> None:
    with _text(path) as file:
        file.write(text)


def write_lines(records: Records, table: Relation, path: Path) -> None:
    """Write a table as JSON lines: an object a row, a name for each column."""
    names = [column.name for column in table.columns]
    with _text(path) as file:
        for row in table.rows(records):
            file.write(json_text(dict(zip(names, row, strict=True))))


def write_table(records: Records, table: Relation, path: Path) -> None:
    """Write a table as CSV: commas, UTF-8; what is not known is an empty cell."""
    _write_csv(
        table, _cells(table.rows(records)), path, "utf-8", delimiter=",", lineterminator="\n"
    )


def write_excel(records: Records, table: Relation, path: Path) -> None:
    """Write a table as a French spreadsheet opens it: semicolons, decimal commas, a mark of UTF-8."""
    rows = (
        [cell.replace(".", ",") if isinstance(value, float) else cell
         for cell, value in zip(cells, row, strict=True)]
        for row in table.rows(records)
        for cells in _cells([row])
    )  # fmt: skip
    _write_csv(table, rows, path, "utf-8-sig", delimiter=";", lineterminator="\r\n")


def _write_csv(
    table: Relation, rows: Iterable[list[str]], path: Path, encoding: str, **form: str
) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, **form)  # type: ignore[arg-type]
        writer.writerow([column.name for column in table.columns])
        writer.writerows(rows)


def _cells(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[str]]:
    """Yield rows as text; a negative number is no formula."""
    for row in rows:
        yield [
            spreadsheet_safe(value) if isinstance(value, str)
            else "" if value is None
            else str(value).lower()
            for value in row
        ]  # fmt: skip


def _text(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")
