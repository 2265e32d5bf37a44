"""The data files as they were read: once, so that what is checked is what is compiled."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol, TextIO

from avcareers.model.errors import DataError, Problem

from .files import DATA_FILES, PAY_FOLDER

CATALOGUE_FORMAT = 2
"""Raised whenever the layout of the compiled catalogue changes."""
READINGS = 9
"""How often files that change while they are read are read again."""


_State = tuple[int, ...]


class Sources(Protocol):
    """The files of a data folder, wherever they are."""

    @property
    def folder(self) -> Path:
        """Where they are."""

    def names(self) -> tuple[str, ...]:
        """Give those that exist: YAML by name without its ending, tables by path."""

    def open(self, name: str) -> BinaryIO:
        """Open one from its beginning. Raises OSError when it can't be read."""


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

    def key(self, salt: str) -> str:
        """Give a text that changes whenever a file, or the salt, changes."""
        digest = blake2b(f"{CATALOGUE_FORMAT}/{salt}".encode(), digest_size=16)
        for name, content in self.contents.items():
            data = content if isinstance(content, bytes) else repr(content).encode()
            digest.update(f"\0{name}\0{len(data)}\0".encode())
            digest.update(data)
        return digest.hexdigest()


def read_sources(folder: Path) -> SourceFiles:
    """Read every data file of a folder, all of one moment.

    A file that can't be read is kept as its error. Raises DataError when files keep changing.
    """
    for _ in range(READINGS):
        read = {name: _read(path) for name, path in _paths(folder)}
        if {name: _state(path) for name, path in _paths(folder)} == {
            name: state for name, (state, _) in read.items()
        }:
            present = {name: data for name, (_, data) in read.items() if data is not None}
            return SourceFiles(folder, present)
    problem = "changed each time it was read: run again when nothing writes to it"
    raise DataError((Problem(str(folder), 0, 0, "", problem),))


def _paths(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in DATA_FILES:
        yield file.name, folder / f"{file.name}.yaml"
    for path in sorted((folder / PAY_FOLDER).glob("*.csv")):
        # A name that can't be printed is told, and digested, by its escapes.
        name = path.name if path.name.isprintable() else ascii(path.name)[1:-1]
        yield f"{PAY_FOLDER}/{name}", path


def _read(path: Path) -> tuple[_State | None, bytes | OSError | None]:
    """Read a file; give the error when it can't be read, nothing when there is none.

    Beside it, the state of the very file that was opened: the path may lead to another by now.
    """
    state = _state(path)
    try:
        if path.is_file():
            with path.open("rb") as file:
                return _state_of(os.fstat(file.fileno())), file.read()
        # A pipe or a device may give bytes for ever, or none and never end.
        return state, OSError("not a regular file") if path.exists() else None
    except OSError as error:
        return state, error


def _state(path: Path) -> _State | None:
    try:
        return _state_of(path.stat())
    except OSError:
        return None


def _state_of(stat: os.stat_result) -> _State:
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


class UnreadableError(Exception):
    """A file that is not text, or can't be read: what is wrong, and where."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(str(problem))
        self.problem = problem


@contextmanager
def text_of(sources: Sources, name: str, file: str) -> Iterator[TextIO]:
    """Open a file as text, its ends of lines as they are. Raises UnreadableError.

    `file` is what a problem calls it.
    """
    try:
        # « utf-8-sig » would count the byte order mark as nothing; the readers know what it is.
        with TextIOWrapper(sources.open(name), "utf-8", newline="") as text:
            yield text
    except UnicodeDecodeError:
        # It tells the place in what was read at once: look for the one in the whole file.
        with sources.open(name) as whole:
            raise UnreadableError(_not_text(file, whole.read())) from None
    except OSError as error:
        message = f"must be a file that can be read ({error})"
        raise UnreadableError(Problem(file, 0, 0, "", message)) from error


def _not_text(file: str, raw: bytes) -> Problem:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"must be UTF-8 text, found byte 0x{raw[error.start]:02x}"
        return Problem(file, line, len(before) + 1, "", message)
    return Problem(file, 0, 0, "", "must not change while it is read")
