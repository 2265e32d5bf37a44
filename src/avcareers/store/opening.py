"""The catalogue of a location: found, checked and opened, or compiled when it is not there.

An installed package has its catalogue beside it. Any other data folder has one in the user's cache,
under a name made from the content of its files; it is written beside and renamed into place, so that
a crash, or two first runs side by side, leave nothing half-written. The digest of a catalogue is kept
beside it, in its stamp: a catalogue whose digest is another is damaged, and compiled again.

Nothing is read twice without need. What the file system said of a file when it was last read is
remembered, and as long as it says the same the file is not read again.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing, suppress
from functools import cache as once
from pathlib import Path
from stat import S_ISREG
from time import time_ns
from typing import TYPE_CHECKING
from zlib import crc32

from avcareers import __version__

from .cache import Cache, is_own
from .catalogue import Catalogue
from .location import Location, cache_folder

if TYPE_CHECKING:
    from avcareers.model.content import Content

    from .data_files import Snapshot

CATALOGUE_FORMAT = 22
"""Raised whenever the layout of the compiled catalogue changes."""
SETTLED_NS = 2_000_000_000
"""Age from which any later change shows in the times of a file, on the coarsest file system."""

Notify = Callable[[str], None]
"""Called with `compiling`, `damaged`, `shipped-damaged` or `uncached`, as it happens."""
Advance = Callable[[float], None]
"""Called with the part of the data read so far, from 0 to 1."""


def open_catalogue(
    location: Location,
    notify: Notify = lambda _: None,
    advance: Advance = lambda _: None,
) -> Catalogue:
    """Open the catalogue of a location, compiling it when it is not there, stale or damaged.

    Raises DataError when the data are wrong.
    """
    folder = cache_folder()
    cache = Cache(folder) if folder else None
    if location.shipped:
        catalogue = _opened_shipped(location.shipped, cache)
        if catalogue:
            return catalogue
        notify("shipped-damaged")
    return _open_folder(location.folder, cache, notify, advance)


def open_compiled(location: Location) -> Catalogue | None:
    """Open the catalogue of a location as it was last compiled; nothing where there is none.

    It may be older than the data: for who would rather not wait.
    """
    folder = cache_folder()
    cache = Cache(folder) if folder else None
    if location.shipped:
        return _opened_shipped(location.shipped, cache)
    memory = cache.recall(_memory(location.folder)) if cache else None
    match memory:
        case {"compiler": str(compiler), "key": str(key)} if cache and key.isalnum():
            layout = compiler.partition("-")[0] == _compiler().partition("-")[0]
            return _opened_cached(cache, key, lambda _: None) if layout else None
    return None


def distrust_catalogues() -> None:
    """Make the next run check every catalogue whole, since one proved damaged."""
    folder = cache_folder()
    if folder:
        Cache(folder).forget()


def _opened_shipped(path: Path, cache: Cache | None) -> Catalogue | None:
    # It belongs to whoever installed it: one file of memory an installation.
    memory = f"shipped-{crc32(bytes(path)):08x}.seen"
    return _opened(path) if _is_whole(path, cache, memory) else None


def _open_folder(folder: Path, cache: Cache | None, notify: Notify, advance: Advance) -> Catalogue:
    """Open the catalogue of a data folder: the cached one, else one compiled now."""
    from .data_files import file_states, fingerprint, read_snapshot

    memory = _memory(folder)
    key = _remembered_key(cache, memory, fingerprint(file_states(folder))) if cache else None
    catalogue = _opened_cached(cache, key, notify) if cache and key else None
    if catalogue:
        return catalogue
    snapshot = read_snapshot(folder)
    found = catalogue_key(snapshot)
    if cache and found != key:
        if _are_settled(snapshot.states.values()):
            files = fingerprint(snapshot.states)
            cache.remember(memory, {"compiler": _compiler(), "files": files, "key": found})
        catalogue = _opened_cached(cache, found, notify)
    return catalogue or _compile(snapshot, found, cache, notify, advance)


def _memory(folder: Path) -> str:
    """Return the name under which what is known of a data folder is remembered."""
    return f"data-{crc32(bytes(folder.absolute())):08x}.seen"


def _remembered_key(cache: Cache, memory: str, files: int) -> str | None:
    """Return the key of data files, if it is known for files the system says the same of."""
    match cache.recall(memory):
        case {"compiler": compiler, "files": known, "key": str(key)}:
            # It becomes part of a path.
            if compiler == _compiler() and known == files and key.isalnum():
                return key
    return None


def _are_settled(states: Iterable[tuple[int, ...]]) -> bool:
    now = time_ns()
    return all(state and _is_settled(state[3:], now) for state in states)


def _opened_cached(cache: Cache, key: str, notify: Notify) -> Catalogue | None:
    path = _path(cache.folder, key)
    if not cache.is_trusted() or not os.access(path, os.R_OK):
        return None
    catalogue = None
    with suppress(OSError):
        own = is_own(path) and is_own(stamp_path(path))
        if own and _is_whole(path, cache, f"{path.stem}.seen"):
            catalogue = _opened(path, key)
    if catalogue is None:
        notify("damaged")
    return catalogue


def _is_whole(path: Path, cache: Cache | None, memory: str) -> bool:
    """True if a catalogue is as it was compiled: its digest is its stamp's."""
    try:
        state = _state(path)
        if cache and cache.recall(memory) == state:
            return True
        stamp = stamp_path(path)
        whole = bool(_state(stamp)) and stamp.read_bytes() == digest(path).encode("ascii")
    except OSError:
        return False
    if whole and cache and _is_settled(state[1:3], time_ns()):
        cache.remember(memory, state)
    return whole


def _opened(path: Path, key: str | None = None) -> Catalogue | None:
    """Open a catalogue for reading, or return nothing when it can't be read, or has another key."""
    connection = None
    try:
        connection = sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True)
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


def _compile(
    snapshot: "Snapshot", key: str, cache: Cache | None, notify: Notify, advance: Advance
) -> Catalogue:
    """Compile a catalogue into the cache and open it; in memory where nothing can be written."""
    from .validation import load

    writable = cache if cache and cache.claim() else None
    if not writable:
        notify("uncached")
    notify("compiling")
    if writable:
        # First, because what crashes left may be what fills the disk.
        writable.prune()
    content = load(snapshot, advance)
    if writable:
        catalogue = None
        with suppress(OSError, sqlite3.Error):
            writable.mark()
            catalogue = _opened(write_catalogue(writable.folder, content, key), key)
        if catalogue:
            return catalogue
        # A full disk, a folder that vanished: the answer still comes, from memory.
        notify("uncached")
    return _compiled_in_memory(content, key)


def _compiled_in_memory(content: "Content", key: str) -> Catalogue:
    from .compiler import compile_into

    with ExitStack() as on_failure:
        connection = on_failure.enter_context(closing(sqlite3.connect(":memory:")))
        connection.execute("PRAGMA temp_store = MEMORY")
        compile_into(connection, content, key)
        on_failure.pop_all()
    return Catalogue(connection)


def write_catalogue(folder: Path, content: "Content", key: str) -> Path:
    """Compile records into a catalogue and its stamp, whole or not at all; return its path.

    Raises OSError or sqlite3.Error when it can't be written.
    """
    from .compiler import compile_into
    from .writing import write_texts, written_whole

    path = _path(folder, key)
    with written_whole(path, ours=True) as beside:
        with closing(sqlite3.connect(beside)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            compile_into(connection, content, key)
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        # The stamp comes first: another run that finds the catalogue finds its digest too.
        write_texts(folder, {stamp_path(path).name: digest(beside)}, ours=True)
    return path


def catalogue_key(snapshot: "Snapshot") -> str:
    """Return the key of the catalogue of a snapshot: another as soon as its data, or our code, is."""
    return snapshot.digest(_compiler())


def stamp_path(path: Path) -> Path:
    """Return where the digest of a catalogue is kept."""
    return path.with_suffix(".stamp")


def digest(path: Path) -> str:
    """Return the digest of a file. Raises OSError."""
    from hashlib import blake2b, file_digest

    with path.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


@once
def _compiler() -> str:
    """Return what a catalogue depends on besides its data: the code that compiles it.

    A checkout changes without its version doing so; the time of its last change shows.
    """
    package = Path(__file__).parent.parent
    changed = (
        entry.stat().st_mtime_ns
        for layer in ("store", "model", "text")
        for entry in os.scandir(package / layer)
        if entry.name.endswith((".py", ".sql"))
    )
    return f"{CATALOGUE_FORMAT}/{__version__}-{max(changed, default=0)}"


def _path(folder: Path, key: str) -> Path:
    return folder / f"catalogue-{key}.sqlite"


def _state(path: Path) -> list[int]:
    """Return what the file system says of a file: it changes whenever the file does."""
    stat = path.stat()
    if not S_ISREG(stat.st_mode):
        # A pipe would be waited for.
        raise OSError(f"{path}: not a file")
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def _is_settled(times_ns: Sequence[int], now_ns: int) -> bool:
    """True if a file of those times can no more change without their showing it."""
    return now_ns - max(times_ns) > SETTLED_NS


def _quoted(path: Path) -> str:
    """Return a path without what an SQLite address reads as its own."""
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
