"""A catalogue file, opened only when it is what was compiled."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from .catalogue import Catalogue
from .stamps import intact

Notify = Callable[[str], None]
"""Told of `compiling`, `damaged`, `shipped-damaged` or `uncached`, as it happens."""


def opened(path: Path, seen: Path | None, key: str | None = None) -> Catalogue | None:
    """Open a catalogue for reading, or give nothing when it is damaged, or not of that key."""
    if not intact(path, seen):
        return None
    connection = None
    try:
        uri = f"file:{_quoted(path)}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True)
        (found,) = connection.execute("SELECT value FROM meta WHERE key = 'key'").fetchone()
        if key in {None, found}:
            # Sorting a long answer must not need a disk that can be written.
            connection.execute("PRAGMA temp_store = MEMORY")
            return Catalogue(connection)
    except (sqlite3.Error, TypeError, OSError):
        pass
    if connection:
        connection.close()
    return None


def _quoted(path: Path) -> str:
    """Escape what an SQLite address reads as its own."""
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
