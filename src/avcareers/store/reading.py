"""All the files of a data folder in one pass: their records, then whether anything was wrong.

Nothing is kept of a record but its keys: whoever asks for the records keeps what it needs of them.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress

from avcareers.model.content import AnyRecord
from avcareers.model.errors import DataError, Problem
from avcareers.model.pay import PayFloor

from .files import DATA_FILES, PAY_FOLDER, READING_ORDER, DataFile
from .parts import Part, parts
from .pay_tables import Floors
from .problems import Told, first
from .records import slugs_in, validated, where
from .references import Keys, Path
from .streams import Sources, UnreadableError, text_of

Found = Callable[[DataFile, Part], None]
"""Told of each part that was read."""


class Reading:
    """One pass over a data folder.

    Records are handed out as long as nothing is wrong; from then on the files are read only to find
    all that is wrong. So a record that was handed out names nothing of a file read before it that
    does not exist.
    """

    def __init__(self, sources: Sources, found: Found = lambda _file, _part: None) -> None:
        """Take the files to read, and who to tell of their parts."""
        self._sources = sources
        self._found = found
        self._keys = Keys()
        self._problems: list[Problem] = []
        self._wrong: set[str] = set()
        """Kinds of the files in which something is wrong."""
        self._sound = True

    def in_order(self) -> Iterator[tuple[str, AnyRecord]]:
        """Yield every record with its kind, those that others name first."""
        for file in READING_ORDER:
            for record in self._valid(file):
                if self._sound:
                    yield file.kind, record
            for kind in _kinds(file):
                self._keys.complete(kind)

    def all_floors(self) -> Iterator[PayFloor]:
        """Yield the pay floors of the tables, after the records.

        Raises DataError, at the end, with all that is wrong in any file, each at its place.
        """
        floors = Floors(self._keys.of("grid"), self._keys.of("pay-basis"))
        for name in self._sources.names():
            if name.startswith(f"{PAY_FOLDER}/"):
                for floor in floors.read(name, self._sources):
                    if self._sound and not floors.problems:
                        yield floor
        problems = [*self._problems, *first(self._dangling())]
        if not self._wrong & {"agreement", "pay-basis"}:
            # Otherwise every row would be told to name no grid.
            problems += floors.all_problems(self._sources)
        if problems:
            raise DataError(tuple(sorted(problems, key=_place)))

    def _valid(self, file: DataFile) -> Iterator[AnyRecord]:
        """Yield the valid records of a file, noting problems and keys."""
        told = Told()
        if file.name not in self._sources.names():
            if file.required:
                message = f"must exist in {self._sources.folder}"
                self._problems.append(Problem(f"{file.name}.yaml", 0, 0, "", message))
                self._set_aside(file, None)
            return
        try:
            for part in self._parts(file):
                self._found(file, part)
                records, problems = validated(file, part)
                told.add(problems)
                if records is None:
                    self._set_aside(file, slugs_in(part))
                for rank, record in enumerate(records or ()):
                    told.add(
                        _located(file, part, (rank, *path), message)
                        for path, message in self._keys.claim(file.kind, record)
                    )
                    self._sound = self._keys.want(record) and self._sound and not told.problems
                    yield record
                if told.full:
                    # What it holds further on is not known: nothing can be said to be missing.
                    self._set_aside(file, None)
                    break
        except UnreadableError as error:
            told = Told()
            told.add([error.problem])
            self._set_aside(file, None)
        self._problems += told.problems

    def _parts(self, file: DataFile) -> Iterator[Part]:
        with text_of(self._sources, file.name, f"{file.name}.yaml") as text:
            yield from parts(text)

    def _set_aside(self, file: DataFile, slugs: set[str] | None) -> None:
        """Note that something is wrong with a file: the slugs it has, nothing if not all are known."""
        self._sound = False
        self._wrong.add(file.kind)
        for kind in _kinds(file):
            if slugs is None:
                self._keys.leave_unread(kind)
            else:
                self._keys.take(kind, slugs)

    def _dangling(self) -> Iterator[Problem]:
        """Yield every reference to nothing: the files are read again only if there is one."""
        missing = self._keys.missing()
        there = self._sources.names()
        for file in (file for file in DATA_FILES if missing and file.name in there):
            # What can't be read was told the first time.
            with suppress(UnreadableError):
                for part in self._parts(file):
                    records, _ = validated(file, part)
                    for rank, record in enumerate(records or ()):
                        for path, message in self._keys.dangling(record, missing):
                            yield _located(file, part, (rank, *path), message)


def _kinds(file: DataFile) -> tuple[str, ...]:
    # Deliverables stand inside stages.
    return (file.kind, "deliverable") if file.kind == "stage" else (file.kind,)


def _located(file: DataFile, part: Part, path: Path, message: str) -> Problem:
    """Give a problem of a validated record its file, line and column."""
    return Problem(f"{file.name}.yaml", *part.place(path), where(path, part), message)


_ORDER = {f"{file.name}.yaml": index for index, file in enumerate(DATA_FILES)}


def _place(problem: Problem) -> tuple[int, Problem]:
    return _ORDER.get(problem.file, len(_ORDER)), problem
