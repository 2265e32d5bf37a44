"""The catalogue of a data folder: cached, or compiled now.

A cached catalogue is named after the content of its sources and written beside, then renamed
into place: a crash or two first runs at once leave nothing half-written. Its stamp holds its
digest and what the file system said of it; when the file system says otherwise the digest is
taken again, so a damaged file is noticed at the cost of one `stat`.
"""

import json
import os
import sqlite3
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, NamedTuple

from avcareers import __version__

from .catalogue import Catalogue
from .opening import Notify, opened
from .sources import SourceFiles, read_sources

if TYPE_CHECKING:
    from avcareers.model.content import Content

KEPT = 4
"""Catalogues kept in the cache, the most recent ones."""
ABANDONED_SECONDS = 3600
"""Age past which an unfinished file is what a crash left."""


class _Stamp(NamedTuple):
    digest: str
    size: int
    modified_ns: int
    changed_ns: int
    inode: int


def cached_catalogue(folder: Path, notify: Notify) -> Catalogue:
    """Open the cached catalogue of a data folder, compiling it when it is stale or damaged.

    Raises DataError when the sources are wrong.
    """
    sources = read_sources(folder)
    key = sources.key(__version__)
    cache = _cache_folder()
    if cache is None:
        notify("uncached")
        return _in_memory(sources, key, notify)
    path = cache / f"catalogue-{key}.sqlite"
    if path.exists():
        catalogue = opened(path) if _intact(path) else None
        if catalogue:
            return catalogue
        notify("damaged")
    return _compiled(sources, key, path, notify)


def _cache_folder() -> Path | None:
    """Give the user's cache folder for this tool, or nothing when it can't be written."""
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("avcareers", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder if os.access(folder, os.W_OK | os.X_OK) else None


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
    try:
        write_catalogue(path, content, key, stamped=True)
    except (OSError, sqlite3.Error):
        # A full disk, a folder that vanished: the answer still comes, from memory.
        notify("uncached")
        return _in_memory(sources, key, lambda _: None)
    with suppress(OSError):
        _write_stamp(path, _measured(path, _digest(path)))
    _prune(path.parent, keep=path)
    catalogue = opened(path)
    return catalogue or _in_memory(sources, key, lambda _: None)


def write_catalogue(path: Path, content: "Content", key: str, *, stamped: bool = False) -> None:
    """Compile validated records into a file, whole or not at all; with its stamp if asked."""
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
        if stamped:
            # The stamp comes first: another run that finds the catalogue finds its digest too.
            _write_stamp(path, _Stamp(_digest(beside), 0, 0, 0, 0))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _stamp_path(path: Path) -> Path:
    return path.with_suffix(".stamp")


def _measured(path: Path, digest: str) -> _Stamp:
    stat = path.stat()
    return _Stamp(digest, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = blake2b(digest_size=16)
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _write_stamp(path: Path, stamp: _Stamp) -> None:
    """Write what an intact file looks like. Without a stamp the file is compiled again."""
    with suppress(OSError):
        handle, name = tempfile.mkstemp(prefix=".compiling-", suffix=".stamp", dir=path.parent)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(stamp, file)
        Path(name).replace(_stamp_path(path))


def _intact(path: Path) -> bool:
    try:
        stamp = _Stamp(*json.loads(_stamp_path(path).read_text(encoding="ascii")))
        measured = _measured(path, stamp.digest)
        if measured == stamp:
            return True
        intact = _digest(path) == stamp.digest
    except (OSError, ValueError, TypeError, RecursionError):
        return False
    if intact:
        _write_stamp(path, measured)
    return intact


def _prune(folder: Path, keep: Path) -> None:
    """Remove the oldest catalogues, and what a crash left."""
    with suppress(OSError):
        catalogues = sorted(folder.glob("catalogue-*.sqlite"), key=_age)
        for path in catalogues[KEPT:]:
            if path != keep:
                path.unlink(missing_ok=True)
                _stamp_path(path).unlink(missing_ok=True)
        for path in folder.glob(".compiling-*"):
            if _age(path) > ABANDONED_SECONDS:
                path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return time() - path.stat().st_mtime
    except OSError:
        return 0
