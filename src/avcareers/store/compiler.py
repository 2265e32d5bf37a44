"""Validated records → one SQLite catalogue."""

import sqlite3
from collections import defaultdict
from pathlib import Path

from avcareers.model.content import Content

from .communes import packed
from .known import Known
from .rows import Row, floor_row, rows_of
from .search_index import search_rows

TABLES = Path(__file__).with_name("tables.sql")
HELD = 10_000
"""Rows held in memory before they are written."""


def compile_into(connection: sqlite3.Connection, content: Content, key: str) -> None:
    """Write the whole catalogue into an empty database. Raises sqlite3.Error."""
    connection.executescript(TABLES.read_text(encoding="utf-8"))
    tables = _Tables(connection)
    content = content.inherited()
    known = Known(content)
    for position, (kind, record) in enumerate(content.all_records()):
        for table, row in rows_of(kind, position, record, known):
            tables.add(table, row)
    for floor in content.floors:
        tables.add("pay_floor", floor_row(floor, known))
    if content.communes:
        tables.add("commune_list", (packed(content.communes),))
    for table, row in search_rows(content, known):
        tables.add(table, row)
    tables.add("meta", ("key", key))
    tables.write()
    connection.execute("ANALYZE")
    connection.commit()
    # Rows came in any order: their pages are written again, full and in that of their keys.
    connection.execute("VACUUM")


class _Tables:
    """Rows on their way to the tables of a catalogue."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held: dict[str, list[Row]] = defaultdict(list)
        self._count = 0

    def add(self, table: str, row: Row) -> None:
        self._held[table].append(row)
        self._count += 1
        if self._count >= HELD:
            self.write()

    def write(self) -> None:
        for table, rows in self._held.items():
            # One thing may be said twice of a record; a record must not be there twice.
            insert = "INSERT" if table == "record" else "INSERT OR IGNORE"
            places = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"{insert} INTO {table} VALUES ({places})", rows)
        self._held.clear()
        self._count = 0
