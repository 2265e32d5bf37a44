"""Opening the catalogue of a location, wherever it is."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from .catalogue import Catalogue
from .location import Location, cache_folder
from .stamps import intact

Notify = Callable[[str], None]
"""Told of `compiling`, `damaged`, `shipped-damaged` or `uncached`, as it happens."""


def open_catalogue(
    location: Location,
    notify: Notify = lambda _: None,
    advance: Callable[[float], None] = lambda _: None,
) -> Catalogue:
    """Open the catalogue of a location, compiling it when it is not there, stale or damaged.

    `advance` is told which part of the data was read, from 0 to 1. Raises DataError when the
    sources are wrong.
    """
    if location.shipped:
        catalogue = opened(location.shipped, _seen(location.shipped))
        if catalogue:
            return catalogue
        notify("shipped-damaged")
    # What follows needs hashing, and perhaps the validator: the wheel needs none.
    from .cache import cached_catalogue

    return cached_catalogue(location.folder, notify, advance)


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


def distrust_catalogues() -> None:
    """Have every catalogue checked whole at the next run, since one proved damaged."""
    folder = cache_folder()
    with suppress(OSError):
        for seen in folder.glob("*.seen") if folder else ():
            seen.unlink()


def _seen(shipped: Path) -> Path | None:
    """Give where what is known of an installed catalogue is kept: one file an installation."""
    folder = cache_folder()
    return folder / f"shipped-{crc32(bytes(shipped)):08x}.seen" if folder else None


def _quoted(path: Path) -> str:
    """Escape what an SQLite address reads as its own."""
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
