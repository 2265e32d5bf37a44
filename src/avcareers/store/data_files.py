"""The files of a data folder: which holds what, and a consistent snapshot of their bytes."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from errno import ELOOP, ENOENT, ENOTDIR
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from avcareers.model.errors import DataError, Problem

COMMUNES = "communes.csv"
"""The list of communes."""
PAY_FOLDER = "pay"
"""Folder of the tables of minimum pay: one CSV file for each agreement."""
RELEASED = "changes/released.json.xz"
"""What the last release said, to compare with: read by who makes the next one only."""
READINGS = 9
"""How often files that change while they are read are read again."""
_NOWHERE = frozenset({ENOENT, ENOTDIR, ELOOP})
"""Errors of a path where there is nothing, unless it is itself a link: to nothing, or to itself."""
_state: Callable[[os.stat_result], tuple[int, ...]] = attrgetter(
    "st_dev", "st_ino", "st_size", "st_mtime_ns", "st_ctime_ns"
)


class DataFile(NamedTuple):
    """A list of records in the data folder; each may have the rest of it in a sheet of its own.

    The sheet of `scripte`, an entry of `professions.yaml`, is `professions/scripte.yaml`.
    """

    name: str
    """Name without `.yaml`, folder of the sheets, and field of `Content`."""
    kind: str
    """Kind of the records it holds."""
    required: bool
    """Whether a catalogue without it is refused."""
    entry: tuple[str, ...] = ()
    """Fields that stand in the list when a record has a sheet; none when there are no sheets."""

    @property
    def path(self) -> str:
        """Where it stands in the data folder."""
        return f"{self.name}.yaml"


DATA_FILES = (
    DataFile(
        "professions",
        "profession",
        True,
        ("slug", "formerly", "title", "department", "stages", "level", "works_on", "rome",
         "summary", "sources"),
    ),
    DataFile(
        "schools",
        "school",
        True,
        ("slug", "formerly", "name", "kind", "type", "website", "campuses", "sources"),
    ),
    DataFile("stages", "stage", True),
    DataFile("departments", "department", True),
    DataFile("certifications", "certification", True),
    DataFile("diplomas", "diploma", False),
    DataFile("agreements", "agreement", False),
    DataFile("pay_bases", "pay-basis", False),
    DataFile("minimum_wages", "minimum-wage", False),
    DataFile("topics", "topic", False, ("slug", "formerly", "title", "asked")),
    DataFile("synonyms", "synonym", False),
    DataFile("sources", "source", True),
    DataFile("places", "place", True),
    DataFile("regions", "region", True),
    DataFile("rome", "rome", False),
    DataFile("rules", "rule", False),
    DataFile("earnings", "earning", False),
    DataFile("changes", "release", False, ("slug", "day", "note")),
)  # fmt: skip

FILE_OF = {file.kind: file.path for file in DATA_FILES}
"""File of the records of each kind."""

State = tuple[int, ...]
"""What the file system says of a file: it changes whenever the file does. Empty when it says nothing."""


class UnreadableError(Exception):
    """A file that is not text, or can't be read: what is wrong, and where."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(str(problem))
        self.problem = problem


def printable(path: str) -> str:
    """Return a path as it can be printed: by its escapes, if need be."""
    return path if path.isprintable() else ascii(path)[1:-1]


class Snapshot(NamedTuple):
    """The data files of a folder as they stood together at one moment."""

    folder: Path
    """Where they were read."""
    contents: Mapping[str, bytes | OSError]
    """What each file held, by its path in the folder; an error for one that could not be read."""
    states: Mapping[str, State] = {}
    """What the file system said of each of them."""

    def sheets(self, file: DataFile) -> dict[str, str]:
        """Return the paths of the sheets of a file's records, by name without `.yaml`."""
        folder = f"{file.name}/"
        return {
            path.removeprefix(folder).removesuffix(".yaml"): path
            for path in self.contents
            if path.startswith(folder)
        }

    def text(self, path: str) -> str:
        """Return a file as text, its ends of lines as they are. Raises UnreadableError."""
        content = self.contents[path]
        if isinstance(content, OSError):
            message = f"must be a file that can be read ({content})"
            raise UnreadableError(Problem(printable(path), 0, 0, "", message))
        try:
            # « utf-8-sig » would count the byte order mark as nothing; the readers know what it is.
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            before = content[content.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")
            line = content.count(b"\n", 0, error.start) + 1
            message = f"must be UTF-8 text, found byte 0x{content[error.start]:02x}"
            problem = Problem(printable(path), line, len(before) + 1, "", message)
            raise UnreadableError(problem) from None

    def digest(self, salt: str) -> str:
        """Return a text of 32 digits that is another as soon as a file, or the salt, is."""
        from hashlib import blake2b

        digest = blake2b(f"{salt}\0".encode(), digest_size=16)
        for path, content in self.contents.items():
            raw = content if isinstance(content, bytes) else repr(content).encode()
            digest.update(f"{path}\0{len(raw)}\0".encode(errors="surrogateescape"))
            digest.update(raw)
        return digest.hexdigest()


class _ChangedError(Exception):
    """A file is not the one that was looked at."""


def file_states(folder: Path) -> dict[str, State]:
    """Return what the file system says of each data file of a folder, by its path there."""
    states: dict[str, State] = {}
    for path in _paths(folder):
        try:
            # Not by pathlib: asked of hundreds of files at every command.
            states[path] = _state(os.stat(f"{folder}{os.sep}{path}"))  # noqa: PTH116
        except OSError as error:
            if error.errno not in _NOWHERE or (folder / path).is_symlink():
                states[path] = ()
    return states


def _paths(folder: Path) -> list[str]:
    """Return the path of each data file that may be there."""
    paths: list[str] = []
    for file in DATA_FILES:
        paths.append(file.path)
        if file.entry:
            paths += _listed(folder, file.name, ".yaml")
    return [*paths, COMMUNES, *_listed(folder, PAY_FOLDER, ".csv")]


def _listed(folder: Path, name: str, ending: str) -> list[str]:
    try:
        found = sorted(os.listdir(folder / name))  # noqa: PTH208 (at every command)
    except OSError:
        return []
    # Those that begin with a dot are left by editors and systems.
    return [f"{name}/{each}" for each in found if each.endswith(ending) and each[0] != "."]


def fingerprint(states: Mapping[str, State]) -> int:
    """Return a number that is another as soon as the file system says anything else of a file."""
    # Python hashes numbers alike at every run, and text not.
    names = crc32("\0".join(states).encode(errors="surrogateescape"))
    return hash((names, *chain.from_iterable(states.values())))


def read_snapshot(folder: Path) -> Snapshot:
    """Return the bytes of every data file, each read once; again if one changed meanwhile.

    A file that can't be read is kept as its error. Raises DataError when files keep changing.
    """
    for _ in range(READINGS):
        # A folder put in the place of another meanwhile shows by its own state.
        here, states = _state_at(folder), file_states(folder)
        with suppress(_ChangedError):
            contents = {path: _content(folder / path, state) for path, state in states.items()}
            if (file_states(folder), _state_at(folder)) == (states, here):
                return Snapshot(folder, contents, states)
    message = "changed each time it was read: run again when nothing writes to it"
    raise DataError((Problem(str(folder), 0, 0, "", message),))


def _content(path: Path, state: State) -> bytes | OSError:
    try:
        # A pipe or a device may give bytes for ever, or none and never end.
        if not path.is_file():
            return OSError("not a regular file")
        with path.open("rb") as file:
            if _state(os.fstat(file.fileno())) != state:
                raise _ChangedError
            return file.read()
    except OSError as error:
        return error


def _state_at(path: Path) -> State:
    try:
        return _state(path.stat())
    except OSError:
        return ()
