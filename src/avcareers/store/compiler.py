"""Validated records → one SQLite catalogue, whatever their number.

Records come one after the other and nothing is kept of them but what others need. Their rows go to
the database, those of large tables by a temporary one, from which they are put in order at the end.
"""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Protocol

from avcareers.model.content import AnyRecord, Content
from avcareers.model.pay import PayFloor

from .files import READING_ORDER
from .known import Known
from .layout import INDEXES, TABLES
from .rows import PROGRAMMES, floor_row, rows_of
from .search_index import SearchIndex
from .staging import Staging
from .traits import Traits


class Records(Protocol):
    """What is compiled, handed out one after the other."""

    def in_order(self) -> Iterator[tuple[str, AnyRecord]]:
        """Yield every record with its kind, those that others name first."""

    def all_floors(self) -> Iterator[PayFloor]:
        """Yield the pay floors, once the records were yielded. May raise DataError at the end."""


class _Loaded:
    """Records that are all in memory."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def in_order(self) -> Iterator[tuple[str, AnyRecord]]:
        for file in READING_ORDER:
            for record in getattr(self._content, file.name):
                yield file.kind, record

    def all_floors(self) -> Iterator[PayFloor]:
        yield from self._content.floors


def compile_into(
    connection: sqlite3.Connection, content: Content | Records, key: str | Callable[[], str]
) -> None:
    """Write the whole catalogue into an empty database.

    The key is asked for when all was read. Raises DataError when what is read is wrong.
    """
    records = _Loaded(content) if isinstance(content, Content) else content
    connection.executescript(TABLES)
    connection.execute(
        f"CREATE TEMP TABLE {PROGRAMMES} (school, position, key, sites, card, document, facts)"
    )
    staging = Staging(connection)
    search = SearchIndex(connection)
    known = Known()
    for position, (kind, record) in enumerate(records.in_order()):
        known.add(record)
        for table, row in rows_of(kind, position, record, known):
            staging.add(table, row)
        search.add(record, known)
    for floor in records.all_floors():
        staging.add(*floor_row(floor, known))
    for table, row in search.rows():
        staging.add(table, row)
    staging.add("meta", ("key", key if isinstance(key, str) else key()))
    staging.settle()
    _share_traits(connection)
    search.settle()
    connection.commit()
    connection.executescript(INDEXES)
    connection.execute("ANALYZE")
    connection.commit()


def _share_traits(connection: sqlite3.Connection) -> None:
    """Fill the programmes and their traits: programmes alike share one row of these."""
    connection.execute(f"INSERT OR IGNORE INTO traits (facts) SELECT facts FROM {PROGRAMMES}")
    connection.execute(
        "INSERT INTO programme SELECT school, position, key, "
        "(SELECT id FROM traits WHERE traits.facts = described.facts), sites, card, document "
        f"FROM {PROGRAMMES} AS described"
    )
    connection.execute(f"DROP TABLE {PROGRAMMES}")
    connection.execute(
        "INSERT INTO traits_job SELECT DISTINCT job.value, traits.id "
        "FROM traits, json_each(facts, ?) AS job ORDER BY 1, 2",
        [f"$[{Traits._fields.index('leads_to')}]"],
    )
