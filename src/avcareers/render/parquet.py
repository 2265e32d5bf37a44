"""The flat tables as Parquet, through DuckDB: the extra `avcareers[parquet]`."""

import importlib
import importlib.util
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from avcareers.store.flat.records import Records
from avcareers.store.flat.relation import Relation

TYPES = {
    "string": "VARCHAR", "date": "DATE", "integer": "BIGINT", "boolean": "BOOLEAN", "number": "DOUBLE",
}  # fmt: skip


def can_write() -> bool:
    """True if what writes Parquet is installed."""
    return importlib.util.find_spec("duckdb") is not None


def write_parquet(records: Records, table: Relation, path: Path) -> None:
    """Write a table as Parquet."""
    from .exports import write_lines

    # Found by its name: it is an extra, and its absence is no error of types.
    duckdb: Any = importlib.import_module("duckdb")
    columns = ", ".join(f"'{each.name}': '{TYPES[each.type]}'" for each in table.columns)
    with TemporaryDirectory() as folder, duckdb.connect() as database:
        lines = Path(folder) / "rows.jsonl"
        write_lines(records, table, lines)
        # One thread keeps the rows in order: two exports are the same bytes.
        database.execute("SET threads = 1")
        read = f"read_json({_quoted(lines)}, format = 'newline_delimited', columns = {{{columns}}})"
        database.execute(f"COPY (FROM {read}) TO {_quoted(path)} (FORMAT parquet)")


def _quoted(path: Path) -> str:
    """Return a path as SQL has it."""
    return "'" + str(path).replace("'", "''") + "'"
