"""From data files to validated records, or every problem at its file, line and column."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from avcareers.model.content import Content, model_of
from avcareers.model.errors import DataError, Problem
from avcareers.text.constraints import must, named, shown

from .data_files import DATA_FILES, DataFile, Snapshot, UnreadableError
from .mending import is_echo, mended
from .pay_tables import PayTables
from .problems import LISTED, capped
from .references import Keys, Path
from .yaml_reader import YamlFile

Advance = Callable[[float], None]
"""Told which part of the files was read, from 0 to 1."""


class Stated(NamedTuple):
    """Where a record is written."""

    file: YamlFile
    rank: int
    """Its place in the list, from 0."""
    name: str
    """What problems call it: its slug, or its place when it has none."""

    def problem(self, path: Path, message: str, *, key: bool = False) -> Problem:
        """Return a problem of the record at the line and column of a path in it."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{named(step)}" for step in path)
        line, column = self.file.place((self.rank, *path), key=key)
        return Problem(self.file.path, line, column, self.name + "".join(steps), message)


class Places:
    """Where the records of a data folder are written."""

    def __init__(self, stated: dict[tuple[str, str], Stated]) -> None:
        """Keep where each record is written, by kind and slug."""
        self._stated = stated

    def located(self, kind: str, slug: str, path: Path, message: str) -> Problem:
        """Return a problem of a valid record with its file, line and column."""
        return self._stated[kind, slug].problem(path, message)


def load(snapshot: Snapshot, advance: Advance = lambda _: None) -> Content:
    """Validate the files of a data folder.

    `advance` is told which part of them was read, from 0 to 1. Raises DataError with all problems,
    each at its file, line and column.
    """
    content, _ = load_with_places(snapshot, advance)
    return content


def load_with_places(
    snapshot: Snapshot, advance: Advance = lambda _: None
) -> tuple[Content, Places]:
    """Validate a data folder as `load` does, and return where things stand in it too."""
    reading = _Reading(snapshot, advance)
    content = reading.content()
    if reading.problems:
        raise DataError(tuple(sorted(reading.problems, key=_order)))
    return content, reading.places()


class _Reading:
    """The records of the files read so far, and all that is wrong with them."""

    def __init__(self, snapshot: Snapshot, advance: Advance) -> None:
        self.problems: list[Problem] = []
        self._snapshot = snapshot
        self._advance = advance
        self._keys = Keys()
        self._records: dict[str, list[tuple[Any, Stated]]] = {file.name: [] for file in DATA_FILES}
        self._refused: set[str] = set()
        """Kinds of which a record was refused."""

    def content(self) -> Content:
        """Return the valid records, noting problems."""
        sizes = [len(self._bytes(file)) for file in DATA_FILES]
        for index, file in enumerate(DATA_FILES):
            found = capped(self._read(file))
            if len(found) > LISTED:
                # What it holds further on is not known: nothing can be said to be missing.
                self._leave_unread(file)
            self.problems += found
            self._advance(sum(sizes[: index + 1]) / (sum(sizes) or 1))
        self.problems += capped(self._dangling())
        tables = PayTables(self._keys.of("grid"), self._keys.of("pay-basis"))
        found = list(tables.read(self._snapshot))
        if not self._refused & {"agreement", "pay-basis"}:
            # Otherwise every row would be said to name no grid.
            self.problems += found
        records: dict[str, Any] = {
            name: tuple(record for record, _ in those) for name, those in self._records.items()
        }
        return Content.model_construct(**records, floors=tuple(tables.floors))

    def places(self) -> Places:
        """Return where the valid records are written."""
        return Places(
            {
                (file.kind, record.slug): stated
                for file in DATA_FILES
                for record, stated in self._records[file.name]
            }
        )

    def _bytes(self, file: DataFile) -> bytes:
        content = self._snapshot.contents.get(file.path)
        return content if isinstance(content, bytes) else b""

    def _read(self, file: DataFile) -> Iterator[Problem]:
        """Take the records of a file, yielding its problems."""
        if file.path not in self._snapshot.contents:
            if file.required:
                self._leave_unread(file)
                message = f"must exist in {self._snapshot.folder}"
                yield Problem(file.path, 0, 0, "", message)
            return
        try:
            yaml_file = YamlFile(file.path, self._snapshot.text(file.path))
        except UnreadableError as error:
            self._leave_unread(file)
            yield error.problem
            return
        value, flaws = yaml_file.read()
        items = [] if value is None else value
        if flaws or not isinstance(items, list):
            self._leave_unread(file)
            yield from _flaws(yaml_file, value, flaws)
            return
        for rank, item in enumerate(items):
            yield from self._take(file, Stated(yaml_file, rank, _name(item, rank)), item)

    def _take(self, file: DataFile, stated: Stated, value: Any) -> Iterator[Problem]:
        """Take a record, or yield its problems."""
        model = model_of(file.name)
        try:
            record: Any = model.model_validate_json(json.dumps(value))
        except ValidationError as error:
            self._refuse(file, value)
            for details in error.errors(include_url=False):
                if not is_echo(details):
                    kind = details["type"]
                    message = mended(details, model)
                    yield stated.problem(details["loc"], message, key=kind == "extra_forbidden")
            return
        for path, message in self._keys.claim(file.kind, record):
            yield stated.problem(path, message)
        self._records[file.name].append((record, stated))

    def _refuse(self, file: DataFile, value: Any) -> None:
        """Note that a record is wrong: what it names itself may be named all the same."""
        self._refused.add(file.kind)
        if isinstance(value, dict) and "slug" in value:
            for kind in _kinds(file):
                self._keys.take(kind, _slugs_below(value))
        else:
            self._leave_unread(file)

    def _leave_unread(self, file: DataFile) -> None:
        self._refused.add(file.kind)
        for kind in _kinds(file):
            self._keys.leave_unread(kind)

    def _dangling(self) -> Iterator[Problem]:
        """Yield every reference to nothing."""
        for file in DATA_FILES:
            for record, stated in self._records[file.name]:
                for path, message in self._keys.dangling(record):
                    yield stated.problem(path, message)


def _flaws(file: YamlFile, value: Any, flaws: Any) -> Iterator[Problem]:
    """Yield what is wrong with a file as YAML, or that it holds no list."""
    for flaw in flaws:
        rank, *path = flaw.path or (None,)
        item = value[rank] if isinstance(value, list) and isinstance(rank, int) else None
        steps = (f"[{step}]" if isinstance(step, int) else f".{named(step)}" for step in path)
        where = _name(item, rank) + "".join(steps) if flaw.path else ""
        yield Problem(file.path, flaw.line, flaw.column, where, flaw.message)
    if not flaws:
        message = f"{must('tuple_type', {}, '')}, found {shown(value)}"
        yield Problem(file.path, *file.place(()), "", message)


def _name(item: Any, rank: Any) -> str:
    slug = item.get("slug") if isinstance(item, dict) else None
    return named(slug) if isinstance(slug, str) else f"[{rank}]"


def _kinds(file: DataFile) -> tuple[str, ...]:
    # Deliverables stand inside stages.
    return (file.kind, "deliverable") if file.kind == "stage" else (file.kind,)


def _slugs_below(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _slugs_below(item)
    elif isinstance(value, dict):
        if isinstance(value.get("slug"), str):
            yield value["slug"]
        yield from _slugs_below(list(value.values()))


_ORDER = {file.name: index for index, file in enumerate(DATA_FILES)}


def _order(problem: Problem) -> tuple[int, Problem]:
    """Sort problems by file in the order of `DATA_FILES`, tables last, then by place."""
    name = problem.file.partition("/")[0].removesuffix(".yaml")
    return _ORDER.get(name, len(_ORDER)), problem
