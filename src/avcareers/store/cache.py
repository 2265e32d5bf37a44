"""The catalogue of a data folder: cached, or compiled now.

A cached catalogue is named after the content of its sources and written beside, then renamed
into place: a crash or two first runs at once leave nothing half-written. Its stamp tells whether
it is damaged (`stamps.py`).
"""

import os
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from avcareers import __version__

from .catalogue import Catalogue
from .location import cache_folder
from .opening import Notify, opened
from .sources import SourceFiles, read_sources
from .stamps import digest, stamp_path
from .writing import write_texts

if TYPE_CHECKING:
    from avcareers.model.content import Content

KEPT = 4
"""Catalogues kept in the cache, the most recent ones."""
ABANDONED_SECONDS = 3600
"""Age past which an unfinished file is what a crash left."""


def cached_catalogue(folder: Path, notify: Notify) -> Catalogue:
    """Open the cached catalogue of a data folder, compiling it when it is stale or damaged.

    Raises DataError when the sources are wrong.
    """
    sources = read_sources(folder)
    key = sources.key(__version__)
    cache = cache_folder()
    if cache is None:
        notify("uncached")
        return _in_memory(sources, key, notify)
    path = cache / f"catalogue-{key}.sqlite"
    if os.access(path, os.R_OK):
        catalogue = opened(path, _seen_path(path), key)
        if catalogue:
            return catalogue
        notify("damaged")
    if not _can_be_written(cache):
        notify("uncached")
        return _in_memory(sources, key, notify)
    return _compiled(sources, key, path, notify)


def _can_be_written(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _in_memory(sources: SourceFiles, key: str, notify: Notify) -> Catalogue:
    from .compiler import compile_into
    from .validation import load

    notify("compiling")
    connection = sqlite3.connect(":memory:")
    compile_into(connection, load(sources), key)
    return Catalogue(connection)


def _compiled(sources: SourceFiles, key: str, path: Path, notify: Notify) -> Catalogue:
    from .validation import load

    notify("compiling")
    content = load(sources)
    # First, because what crashes left may be what fills the disk.
    _prune(path.parent, keep=path)
    catalogue = None
    with suppress(OSError, sqlite3.Error):
        write_catalogue(path, content, key)
        catalogue = opened(path, _seen_path(path), key)
    if catalogue:
        return catalogue
    # A full disk, a folder that vanished: the answer still comes, from memory.
    notify("uncached")
    return _in_memory(sources, key, lambda _: None)


def write_catalogue(path: Path, content: "Content", key: str) -> None:
    """Compile validated records into a file and its stamp, whole or not at all."""
    from .compiler import compile_into

    handle, name = tempfile.mkstemp(prefix=".compiling-", suffix=".sqlite", dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        connection = sqlite3.connect(beside)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            compile_into(connection, content, key)
        finally:
            connection.close()
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        # The stamp comes first: another run that finds the catalogue finds its digest too.
        stamp = stamp_path(path)
        write_texts(stamp.parent, {stamp.name: digest(beside)})
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _seen_path(path: Path) -> Path:
    return path.with_suffix(".seen")


def _prune(folder: Path, keep: Path) -> None:
    """Remove the oldest catalogues, and what a crash left."""
    with suppress(OSError):
        others = (path for path in folder.glob("catalogue-*.sqlite") if path != keep)
        for path in sorted(others, key=_age)[KEPT - 1 :]:
            for part in (path, stamp_path(path), _seen_path(path)):
                part.unlink(missing_ok=True)
        for path in folder.glob(".*"):
            if _age(path) > ABANDONED_SECONDS:
                path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return time() - path.stat().st_mtime
    except OSError:
        return 0
