"""The flat tables as one SQLite database, with their keys and a few views."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from avcareers.store.flat.declaration import Column
from avcareers.store.flat.records import Records
from avcareers.store.flat.relation import Relation, relations

from .datapackage import DATABASE, DESCRIPTION, TITLE
from .notice import OPEN, OPEN_URL

VIEWS = Path(__file__).with_name("views.sql")
TYPES = {
    "string": "TEXT",
    "date": "TEXT",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "number": "REAL",
}
LABELS = ("title_fr_m", "title_fr", "name_fr", "name", "title")
"""What a row may be called, the first it has."""


def write_sqlite(records: Records, about: dict[str, str], path: Path) -> None:
    """Write every table, the views, and what the database says of itself. Raises OSError where it can't be written."""
    try:
        with closing(sqlite3.connect(path)) as database:
            # The file is renamed into its place once it is whole: none of its parts need be safe.
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            for table in relations():
                database.executescript("\n".join(_declared(table)))
                places = ", ".join("?" * len(table.columns))
                insert = f'INSERT INTO "{table.name}" VALUES ({places})'
                database.executemany(insert, table.rows(records))
            database.executescript(VIEWS.read_text(encoding="utf-8"))
            database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
            database.executemany("INSERT INTO about VALUES (?, ?)", about.items())
            database.commit()
    except sqlite3.Error as error:
        raise OSError(f"{path}: {error}") from error


def _declared(table: Relation) -> list[str]:
    """Return the statements that declare a table, and what finds the rows that name another's."""
    parts = [_column(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({_names(table.key)})")
    for key in table.foreign_keys:
        to = f'"{key.table}" ({_names(key.to)})'
        parts.append(f"FOREIGN KEY ({_names(key.columns)}) REFERENCES {to}")
    body = ",\n  ".join(parts)
    indexes = [
        f'CREATE INDEX "{table.name}_{"_".join(key.columns)}" ON "{table.name}" ({_names(key.columns)});'
        for key in table.foreign_keys
        if table.key[: len(key.columns)] != key.columns
    ]
    return [f'CREATE TABLE "{table.name}" (\n  {body}\n);', *indexes]


def _column(column: Column) -> str:
    needed = " NOT NULL" if column.required else ""
    return f'"{column.name}" {TYPES[column.type]}{needed}'


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def metadata() -> dict[str, Any]:
    """Return what Datasette shows beside the tables: `datasette avcareers.sqlite -m metadata.json`."""
    tables = {table.name: _described(table) for table in relations()}
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "license": OPEN,
        "license_url": OPEN_URL,
        "databases": {DATABASE.removesuffix(".sqlite"): {"tables": tables}},
    }


def _described(table: Relation) -> dict[str, Any]:
    columns = {
        column.name: f"{column.description} ({column.unit})" if column.unit else column.description
        for column in table.columns
    }
    described: dict[str, Any] = {"description": table.description, "columns": columns}
    label = next((name for name in LABELS if name in columns and "slug" in columns), None)
    return {**described, "label_column": label} if label else described
