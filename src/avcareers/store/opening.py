"""Opening the catalogue of a location, wherever it is."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from .catalogue import Catalogue
from .location import Location

Notify = Callable[[str], None]
"""Told of `compiling`, `damaged` or `uncached`, as it happens."""


def open_catalogue(location: Location, notify: Notify = lambda _: None) -> Catalogue:
    """Open the catalogue of a location, compiling it when it is not there, stale or damaged.

    Raises DataError when the sources are wrong.
    """
    if location.shipped:
        catalogue = opened(location.shipped)
        if catalogue:
            return catalogue
        notify("damaged")
    # What follows needs hashing, locking, and perhaps the validator: the wheel needs none.
    from .cache import cached_catalogue

    return cached_catalogue(location.folder, notify)


def opened(path: Path) -> Catalogue | None:
    """Open a catalogue file for reading, or give nothing when it is not one."""
    try:
        uri = f"file:{_quoted(path)}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True)
        connection.execute("SELECT value FROM meta WHERE key = 'key'").fetchone()[0]
    except (sqlite3.Error, TypeError, OSError):
        return None
    return Catalogue(connection)


def _quoted(path: Path) -> str:
    """Escape what an SQLite address reads as its own."""
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
