"""The data files as they were read: once, so that what is checked is what is compiled."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from avcareers.model.errors import DataError, Problem

from .files import DATA_FILES, PAY_FOLDER

CATALOGUE_FORMAT = 1
"""Raised whenever the layout of the compiled catalogue changes."""
READINGS = 9
"""How often files that change while they are read are read again."""


class SourceFiles(NamedTuple):
    """The bytes of a data folder's files."""

    folder: Path
    """Where they were read."""
    contents: dict[str, bytes | OSError]
    """What each file held: YAML by name without its ending, tables by path; none for a missing one."""

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
        before = _states(folder)
        contents = {name: _content(path) for name, path in _paths(folder)}
        if _states(folder) == before:
            present = {name: data for name, data in contents.items() if data is not None}
            return SourceFiles(folder, present)
    problem = "changed each time it was read: run again when nothing writes to it"
    raise DataError((Problem(str(folder), 0, 0, "", problem),))


def _paths(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in DATA_FILES:
        yield file.name, folder / f"{file.name}.yaml"
    for path in sorted((folder / PAY_FOLDER).glob("*.csv")):
        yield f"{PAY_FOLDER}/{path.name}", path


def _content(path: Path) -> bytes | OSError | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return error


def _states(folder: Path) -> dict[str, tuple[int, ...] | None]:
    return {name: _state(path) for name, path in _paths(folder)}


def _state(path: Path) -> tuple[int, ...] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
