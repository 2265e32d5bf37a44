"""Rows on their way to the tables: a few in memory, the others on disk, put in order at the end.

Tables whose rows are kept in the order of their key are filled from a temporary one in that order:
their pages are full and written once, whatever the number of rows and the order they come in.
"""

import sqlite3
from collections import defaultdict
from typing import Any

Row = tuple[Any, ...]

ROWS = 1000
"""Rows kept in memory at most."""


class Staging:
    """The tables of a catalogue being filled."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a database whose tables are there and empty."""
        self._connection = connection
        self._rows: dict[str, list[Row]] = defaultdict(list)
        self._count = 0
        self._keys: dict[str, str] = {}
        """The key of each table kept in order, as SQL."""
        for (table,) in connection.execute(
            "SELECT name FROM main.sqlite_master WHERE sql LIKE '%WITHOUT ROWID' ORDER BY name"
        ).fetchall():
            key = "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk"
            self._keys[table] = ", ".join(name for (name,) in connection.execute(key, (table,)))
            connection.execute(f"CREATE TEMP TABLE staged_{table} AS SELECT * FROM {table}")

    def add(self, table: str, row: Row) -> None:
        """Take a row."""
        self._rows[table].append(row)
        self._count += 1
        if self._count >= ROWS:
            self.flush()

    def flush(self) -> None:
        """Have every row taken in the database."""
        for table, rows in self._rows.items():
            into = f"staged_{table}" if table in self._keys else table
            places = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {into} VALUES ({places})", rows)
        self._rows.clear()
        self._count = 0

    def settle(self) -> None:
        """Put the rows in their tables. Of rows of one key the first that came is kept."""
        self.flush()
        for table, key in self._keys.items():
            self._connection.execute(
                f"INSERT OR IGNORE INTO {table} SELECT * FROM staged_{table} ORDER BY {key}, rowid"
            )
            self._connection.execute(f"DROP TABLE staged_{table}")
