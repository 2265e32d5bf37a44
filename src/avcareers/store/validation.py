"""From data files to validated records, or every problem at its file, line and column."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from avcareers.model.content import Content, model_of
from avcareers.model.errors import DataError, Problem
from avcareers.text.constraints import must, named, shown
from avcareers.text.nearest import nearest

from .communes import CommuneList
from .data_files import DATA_FILES, DataFile, Snapshot, UnreadableError, printable
from .mending import is_echo, mended
from .pay_tables import PayTables
from .problems import LISTED, capped
from .references import Keys, Path
from .yaml_reader import Flaw, YamlFile

Advance = Callable[[float], None]
"""Called with the part of the files read so far, from 0 to 1."""


class Stated(NamedTuple):
    """Where a record is written: in a list, and the rest in a sheet if it has one."""

    name: str
    """What problems call it: its slug, or its place in the list when it has none."""
    list: YamlFile
    rank: int
    """Its place in the list, from 0."""
    sheet: YamlFile | None = None
    in_list: frozenset[str] = frozenset()
    """Fields of a record with a sheet that stand in the list, or would."""

    def problem(self, path: Path, message: str, *, key: bool = False) -> Problem:
        """Return a problem of the record at the line and column of a path in it."""
        if self.sheet and path and path[0] not in self.in_list:
            return _problem(self.sheet, path, self.name + _steps(path), message, key=key)
        where = self.name + _steps(path)
        return _problem(self.list, (self.rank, *path), where, message, key=key)


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
        communes = CommuneList()
        self.problems += capped(communes.read(self._snapshot))
        records: dict[str, Any] = {
            name: tuple(record for record, _ in those) for name, those in self._records.items()
        }
        return Content.model_construct(
            **records, floors=tuple(tables.floors), communes=tuple(communes.communes)
        )

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
            else:
                yield from _orphans(file, [], self._snapshot.sheets(file))
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
        sheets = self._snapshot.sheets(file)
        for rank, item in enumerate(items):
            stated = Stated(_name(item, rank), yaml_file, rank)
            slug = item.get("slug") if isinstance(item, dict) else None
            if isinstance(slug, str) and slug in sheets:
                yield from self._take_with_sheet(file, stated, item, sheets[slug])
            else:
                yield from self._take(file, stated, item)
        yield from _orphans(file, items, sheets)

    def _take_with_sheet(
        self, file: DataFile, stated: Stated, item: dict[str, Any], path: str
    ) -> Iterator[Problem]:
        """Take a record made of its entry and its sheet, or yield their problems."""
        problems = []
        try:
            sheet = YamlFile(printable(path), self._snapshot.text(path))
            value, flaws = sheet.read()
        except UnreadableError as error:
            problems.append(error.problem)
        else:
            if flaws or not isinstance(value, dict):
                problems += _flaws_of_sheet(sheet, stated.name, value, flaws)
            else:
                problems += _given_twice(file, sheet, stated.name, item, value)
        if problems:
            self._refuse(file, item)
            yield from problems
            return
        in_list = frozenset((*item, *file.entry)) - value.keys()
        yield from self._take(
            file, stated._replace(sheet=sheet, in_list=in_list), {**item, **value}
        )

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


def _flaws(file: YamlFile, value: Any, flaws: Iterable[Flaw]) -> Iterator[Problem]:
    """Yield what is wrong with a list as YAML, or that it is none."""
    for flaw in flaws:
        rank, *path = flaw.path or (None,)
        item = value[rank] if isinstance(value, list) and isinstance(rank, int) else None
        where = _name(item, rank) + _steps(path) if flaw.path else ""
        yield Problem(file.path, flaw.line, flaw.column, where, flaw.message)
    if not flaws:
        message = f"{must('tuple_type', {}, '')}, found {shown(value)}"
        yield _problem(file, (), "", message)


def _flaws_of_sheet(
    sheet: YamlFile, name: str, value: Any, flaws: Iterable[Flaw]
) -> Iterator[Problem]:
    """Yield what is wrong with a sheet as YAML, or that it is none."""
    for flaw in flaws:
        where = name + _steps(flaw.path)
        yield Problem(sheet.path, flaw.line, flaw.column, where, flaw.message)
    if not flaws:
        message = f"{must('dict_type', {}, '')}, found {shown(value)}"
        yield _problem(sheet, (), name, message)


def _given_twice(
    file: DataFile, sheet: YamlFile, name: str, item: dict[str, Any], value: dict[str, Any]
) -> Iterator[Problem]:
    """Yield the fields that stand both in an entry and in its sheet."""
    for field in value:
        if field in item:
            message = f"must be given once: {file.path} gives it too, remove one"
            yield _problem(sheet, (field,), name + _steps((field,)), message, key=True)


def _orphans(file: DataFile, items: list[Any], sheets: dict[str, str]) -> Iterator[Problem]:
    """Yield the sheets whose name is the slug of no entry."""
    slugs = {item["slug"] for item in items if isinstance(item, dict) and _has_slug(item)}
    for name, path in sheets.items():
        if name not in slugs:
            close = nearest(name, slugs - sheets.keys()) or nearest(name, slugs)
            hint = f": did you mean {' or '.join(map(named, close))}?" if close else ""
            message = f"must be named after the slug of an entry of {file.path}{hint}"
            yield Problem(printable(path), 1, 1, "", message)


def _has_slug(item: dict[str, Any]) -> bool:
    return isinstance(item.get("slug"), str)


def _problem(file: YamlFile, path: Path, where: str, message: str, *, key: bool = False) -> Problem:
    return Problem(file.path, *file.place(path, key=key), where, message)


def _steps(path: Iterable[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{named(step)}" for step in path)


def _name(item: Any, rank: Any) -> str:
    slug = item.get("slug") if isinstance(item, dict) else None
    return named(slug) if isinstance(slug, str) else f"[{rank}]"


def _kinds(file: DataFile) -> tuple[str, ...]:
    # Deliverables stand inside stages; an entry of the ROME is named by its code.
    also = {"stage": ("deliverable",), "rome": ("rome-code",)}
    return (file.kind, *also.get(file.kind, ()))


def _slugs_below(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _slugs_below(item)
    elif isinstance(value, dict):
        yield from (value[key] for key in ("slug", "code") if isinstance(value.get(key), str))
        yield from _slugs_below(list(value.values()))


_ORDER = {file.name: index for index, file in enumerate(DATA_FILES)}


def _order(problem: Problem) -> tuple[int, Problem]:
    """Sort problems by file in the order of `DATA_FILES`, tables last, then by place."""
    name = problem.file.partition("/")[0].removesuffix(".yaml")
    return _ORDER.get(name, len(_ORDER)), problem
