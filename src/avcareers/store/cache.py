"""The catalogue of a data folder: cached, or compiled now.

A cached catalogue is named after the content of its sources and written beside, then renamed
into place: a crash or two first runs at once leave nothing half-written. Its stamp tells whether
it is damaged (`stamps.py`).
"""

import os
import sqlite3
import tempfile
from contextlib import ExitStack, closing, suppress
from functools import cache as once
from pathlib import Path
from time import time
from zlib import crc32

from avcareers import __version__

from .catalogue import Catalogue
from .database import Notify, opened
from .location import cache_folder
from .sources import Advance, SourceFolder, at_once, quietly
from .stamps import digest, stamp_path
from .writing import write_texts

KEPT = 4
"""Catalogues kept in the cache, the most recent ones."""
ABANDONED_SECONDS = 3600
"""Age past which an unfinished file is what a crash left."""


def cached_catalogue(folder: Path, notify: Notify, advance: Advance = quietly) -> Catalogue:
    """Open the cached catalogue of a data folder, compiling it when it is stale or damaged.

    Raises DataError when the sources are wrong.
    """
    cache = cache_folder()
    if cache is None:
        notify("uncached")
        return _in_memory(folder, notify, advance)
    seen = _digests_path(cache, folder)
    key = at_once(folder, lambda sources: sources.key(_compiler(), seen))
    path = _path(cache, key)
    if os.access(path, os.R_OK):
        catalogue = opened(path, _seen_path(path), key)
        if catalogue:
            return catalogue
        notify("damaged")
    if not _can_be_written(cache):
        notify("uncached")
        return _in_memory(folder, notify, advance)
    catalogue = _compiled(folder, cache, notify, advance)
    if not os.access(path, os.R_OK):
        # Another key than was reckoned: what was remembered may be damaged.
        with suppress(OSError):
            seen.unlink(missing_ok=True)
    return catalogue


def _can_be_written(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _in_memory(folder: Path, notify: Notify, advance: Advance) -> Catalogue:
    from .compiler import compile_into
    from .reading import Reading

    def compiled(sources: SourceFolder) -> Catalogue:
        with ExitStack() as on_failure:
            connection = on_failure.enter_context(closing(sqlite3.connect(":memory:")))
            connection.execute("PRAGMA temp_store = MEMORY")
            compile_into(connection, Reading(sources), lambda: sources.key_as_read(_compiler()))
            on_failure.pop_all()
        return Catalogue(connection)

    notify("compiling")
    return at_once(folder, compiled, advance)


def _compiled(folder: Path, cache: Path, notify: Notify, advance: Advance) -> Catalogue:
    notify("compiling")
    # First, because what crashes left may be what fills the disk.
    _prune(cache)
    catalogue = None
    with suppress(OSError, sqlite3.Error):
        path = at_once(folder, lambda sources: write_catalogue(cache, sources), advance)
        catalogue = opened(path, _seen_path(path))
    if catalogue:
        return catalogue
    # A full disk, a folder that vanished: the answer still comes, from memory.
    notify("uncached")
    return _in_memory(folder, lambda _: None, advance)


def write_catalogue(folder: Path, sources: SourceFolder) -> Path:
    """Compile data files into a catalogue and its stamp, whole or not at all; give its path.

    Raises DataError when they are wrong, ChangedError when they change meanwhile.
    """
    from .compiler import compile_into
    from .reading import Reading

    handle, name = tempfile.mkstemp(prefix=".compiling-", suffix=".sqlite", dir=folder)
    os.close(handle)
    beside = Path(name)
    try:
        with closing(sqlite3.connect(beside)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            compile_into(connection, Reading(sources), lambda: sources.key_as_read(_compiler()))
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        path = _path(folder, sources.key_as_read(_compiler()))
        # The stamp comes first: another run that finds the catalogue finds its digest too.
        stamp = stamp_path(path)
        write_texts(stamp.parent, {stamp.name: digest(beside)})
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


@once
def _compiler() -> str:
    """Give what a catalogue depends on besides its sources: the code that compiles it.

    A checkout changes without its version doing so; the time of its last change tells.
    """
    package = Path(__file__).parent.parent
    changed = (
        entry.stat().st_mtime_ns
        for layer in ("store", "model", "text")
        for entry in os.scandir(package / layer)
        if entry.name.endswith(".py")
    )
    return f"{__version__}-{max(changed, default=0)}"


def _path(cache: Path, key: str) -> Path:
    return cache / f"catalogue-{key}.sqlite"


def _digests_path(cache: Path, folder: Path) -> Path:
    """Give where the digests of the files of a folder are kept: one file a folder."""
    return cache / f"sources-{crc32(bytes(folder.absolute())):08x}.digests"


def _seen_path(path: Path) -> Path:
    return path.with_suffix(".seen")


def _prune(folder: Path) -> None:
    """Leave room for one more catalogue, and remove what a crash left."""
    with suppress(OSError):
        for path in sorted(folder.glob("catalogue-*.sqlite"), key=_age)[KEPT - 1 :]:
            for part in (path, stamp_path(path), _seen_path(path)):
                part.unlink(missing_ok=True)
        for path in sorted(folder.glob("sources-*.digests"), key=_age)[KEPT:]:
            path.unlink(missing_ok=True)
        for path in folder.glob(".*"):
            if _age(path) > ABANDONED_SECONDS:
                path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return time() - path.stat().st_mtime
    except OSError:
        return 0
