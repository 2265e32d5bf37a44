"""The files of a data folder: what they hold, all of one moment, and the key of that."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from errno import ELOOP, ENOENT, ENOTDIR
from functools import partial
from hashlib import blake2b
from io import BufferedReader, BytesIO, FileIO, RawIOBase
from pathlib import Path
from time import time_ns
from typing import Any, BinaryIO, NamedTuple, TypeVar

from avcareers.model.errors import DataError, Problem

from .files import DATA_FILES, PAY_FOLDER
from .stamps import recalled, remember, settled

CATALOGUE_FORMAT = 7
"""Raised whenever the layout of the compiled catalogue changes."""
CHUNK = 1 << 18
"""Bytes read at once."""
NOWHERE = frozenset({ENOENT, ENOTDIR, ELOOP})
"""Errors of a path that leads to no file, a link to itself among them."""
READINGS = 9
"""How often files that change while they are read are read again."""


Result = TypeVar("Result")
_State = tuple[int, ...]
"""What the file system says of a file."""
Advance = Callable[[float], None]
"""Told which part of the files was read, from 0 to 1."""


def quietly(_part: float) -> None:
    """Tell nobody."""


class SourceFiles(NamedTuple):
    """The bytes of a data folder's files."""

    folder: Path
    """Where they were read."""
    contents: dict[str, bytes | OSError]
    """What each file held: YAML by name without its ending, tables by path; none for a missing one."""

    def names(self) -> tuple[str, ...]:
        """Give the files that exist."""
        return tuple(self.contents)

    def open(self, name: str) -> BinaryIO:
        """Give a stream of a file's bytes. Raises OSError when it could not be read."""
        content = self.contents[name]
        if isinstance(content, OSError):
            raise content
        return BytesIO(content)


class ChangedError(Exception):
    """A file changed while it was read."""


class SourceFolder:
    """The files of a folder, read as streams however large; it knows the digest of what was read."""

    def __init__(self, folder: Path, advance: Advance = quietly) -> None:
        """Look at what is there."""
        self.folder = folder
        # Of a folder that is put in the place of another meanwhile, nothing is trusted.
        before = _state(folder)
        self._paths: dict[str, str] = {}
        self._states: dict[str, _State | None] = {}
        for name, path in _paths(folder):
            try:
                self._states[name] = _state_of(os.stat(path))  # noqa: PTH116 (at every command)
            except OSError as error:
                if error.errno in NOWHERE:
                    continue
                self._states[name] = None
            self._paths[name] = path
        self._settled = _state(folder) == before
        self._digests: dict[str, str] = {}
        self._advance = advance
        self._size = 1 + sum(state[2] for state in self._states.values() if state)
        self._read = 0

    def names(self) -> tuple[str, ...]:
        """Give the files that exist."""
        return tuple(self._paths)

    def open(self, name: str) -> BinaryIO:
        """Open a file from its beginning.

        Raises OSError when it can't be read, ChangedError when it is not the one looked at.
        """
        path = Path(self._paths[name])
        # A pipe or a device may give bytes for ever, or none and never end.
        if not path.is_file():
            raise OSError("not a regular file")
        file = path.open("rb", buffering=0)
        if _state_of(os.fstat(file.fileno())) != self._states[name]:
            file.close()
            raise ChangedError
        return BufferedReader(_Watched(file, partial(self._watch, name)), CHUNK)

    def key(self, salt: str, seen: Path | None) -> str:
        """Give a text that changes whenever a file, or the salt, changes.

        `seen` keeps the digests of files and what the file system said of them: those it says the
        same of are not read. Raises ChangedError when one changes while it is read.
        """
        now = time_ns()
        known = recalled(seen) if seen else None
        known = known if isinstance(known, dict) else {}
        kept = {}
        for name, state in self._states.items():
            match known.get(name):
                case [[*then], str(digest)] if state and tuple(then) == state:
                    self._digests[name] = digest
                case _:
                    self._digest(name)
            # One that changed just now could change again without its times showing it.
            if state and settled(state[3:], now):
                kept[name] = [[*state], self._digests[name]]
        if kept == known and len(kept) == len(self._states) and self._settled:
            return self._key(salt)
        key = self.key_as_read(salt)
        if seen and kept and kept != known:
            remember(seen, kept)
        return key

    def key_as_read(self, salt: str) -> str:
        """Give the key of what was read. Raises ChangedError when it was not all of one moment."""
        if not self.unchanged():
            raise ChangedError
        return self._key(salt)

    def unchanged(self) -> bool:
        """Tell whether the files are what they were at first."""
        now = SourceFolder(self.folder)
        return self._settled and now._settled and now._states == self._states

    def _key(self, salt: str) -> str:
        digest = blake2b(f"{CATALOGUE_FORMAT}/{salt}".encode(), digest_size=16)
        for name in self._paths:
            digest.update(f"\0{name}\0{self._digests[name]}".encode())
        return digest.hexdigest()

    def _digest(self, name: str) -> None:
        try:
            with self.open(name) as file:
                while file.read(CHUNK):
                    pass
        except OSError as error:
            self._digests[name] = repr(error)

    def _watch(self, name: str, count: int, digest: str) -> None:
        self._read += count
        self._advance(min(1.0, self._read / self._size))
        if not count:
            self._digests[name] = digest


class _Watched(RawIOBase):
    """The bytes of a file, told of as they are read: how many, and the digest of all so far."""

    def __init__(self, file: FileIO, watch: Callable[[int, str], None]) -> None:
        self._file = file
        self._digest = blake2b(digest_size=16)
        self._watch = watch

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count = self._file.readinto(buffer) or 0
        self._digest.update(memoryview(buffer)[:count])
        self._watch(count, "" if count else self._digest.hexdigest())
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


def at_once(
    folder: Path, use: Callable[[SourceFolder], Result], advance: Advance = quietly
) -> Result:
    """Give what is made of the files of a folder, all of one moment.

    Raises DataError when they are wrong, or keep changing.
    """
    for _ in range(READINGS):
        sources = SourceFolder(folder, advance)
        with suppress(ChangedError):
            try:
                return use(sources)
            except DataError:
                if sources.unchanged():
                    raise
    problem = "changed each time it was read: run again when nothing writes to it"
    raise DataError((Problem(str(folder), 0, 0, "", problem),))


def read_sources(folder: Path) -> SourceFiles:
    """Read every data file of a folder, all of one moment.

    A file that can't be read is kept as its error. Raises DataError when files keep changing.
    """

    def read(sources: SourceFolder) -> SourceFiles:
        contents = {name: _content(sources, name) for name in sources.names()}
        if not sources.unchanged():
            raise ChangedError
        return SourceFiles(folder, contents)

    return at_once(folder, read)


def _paths(folder: Path) -> Iterator[tuple[str, str]]:
    for file in DATA_FILES:
        yield file.name, f"{folder}{os.sep}{file.name}.yaml"
    try:
        with os.scandir(folder / PAY_FOLDER) as entries:
            tables = sorted((each.name, each.path) for each in entries)
    except OSError:
        return
    for name, path in tables:
        if name.endswith(".csv"):
            # A name that can't be printed is told, and digested, by its escapes.
            yield f"{PAY_FOLDER}/{name if name.isprintable() else ascii(name)[1:-1]}", path


def _content(sources: SourceFolder, name: str) -> bytes | OSError:
    try:
        with sources.open(name) as file:
            return file.read()
    except OSError as error:
        return error


def _state(path: Path) -> _State | None:
    try:
        return _state_of(path.stat())
    except OSError:
        return None


def _state_of(stat: os.stat_result) -> _State:
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
