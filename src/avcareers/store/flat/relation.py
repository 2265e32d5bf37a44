"""A flat table as it is written: columns, keys, and rows read from the compiled catalogue."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from . import made
from .declaration import Column, ForeignKey, Rows, Table, Way, way
from .records import Records
from .tables import TABLES


class Relation(NamedTuple):
    """A flat table, ready to be written."""

    name: str
    """Name, which files bear too."""
    description: str
    """What a row is, in English."""
    columns: tuple[Column, ...]
    """Columns, in order."""
    key: tuple[str, ...]
    """Columns that name a row."""
    foreign_keys: tuple[ForeignKey, ...]
    """Columns that name a row of another table."""
    rows: Callable[[Records], Rows]
    """Reads its rows, in the order of the data."""


@cache
def relations() -> tuple[Relation, ...]:
    """Return every flat table."""
    return tuple(map(_relation, TABLES))


def named(name: str) -> Relation:
    """Return the flat table of that name."""
    return next(each for each in relations() if each.name == name)


def _relation(table: Table) -> Relation:
    if table.made:
        columns, rows, about = table.made.columns, table.made.rows, table.made.description
        key, joined = table.key, table.made.inside
    else:
        ways = [way(table, path) for path in table.paths]
        columns, about = _merged(table, ways), ways[0].about
        key = table.key or (
            (ways[0].keys[0].name, "position") if table.label else _names(ways[0].keys)
        )
        joined = tuple(_joined(table, ways))

        def rows(records: Records) -> Rows:
            return _rows(table, ways, _names(columns), records)

    of_columns = (
        ForeignKey((each.name,), target, ("slug",))
        for each in columns
        if each.refers and (target := table_of(each.refers))
    )
    described = about if about.endswith(".") else f"{about}."
    return Relation(table.name, described, columns, key, (*joined, *of_columns), rows)


@cache
def table_of(kind: str) -> str | None:
    """Return the table whose rows are the records of a kind."""
    if kind == "deliverable":
        return "deliverables"
    own = (each.name for each in TABLES if each.kind == kind and not each.made)
    return next((name for name in own if name == made.table_name(kind)), None)


def _joined(table: Table, ways: list[Way]) -> Iterator[ForeignKey]:
    """Yield what ties a row to a record inside another that it was reached through."""
    for path, through in zip(table.paths, ways, strict=True):
        if len(through.hops) > 1 and through.keyed[1]:
            before = path.steps.partition("/")[0]
            parent = next(each for each in TABLES if each.paths[0].steps == before)
            own = _names(through.keys[:2])
            key = parent.key or (own[0], "slug")
            yield ForeignKey(own[-len(key) :], parent.name, key)


def _merged(table: Table, ways: list[Way]) -> tuple[Column, ...]:
    """Return the columns of all the paths, each once; required when they are on every path."""
    paths = [{each.name: each for each in (*w.keys, *(c for c, _ in w.fields))} for w in ways]
    columns = {}
    for name in dict.fromkeys(name for found in (max(paths, key=len), *paths) for name in found):
        same = [found[name] for found in paths if name in found]
        needed = len(same) == len(paths) and all(each.required for each in same)
        closed = all(each.values for each in same)
        values = dict.fromkeys(value for each in same for value in each.values if closed)
        refers = same[0].refers if len({each.refers for each in same}) == 1 else ""
        columns[name] = same[0]._replace(required=needed, values=tuple(values), refers=refers)
    merged = list(columns.values())
    if table.label:
        labels = tuple(each.label for each in ways)
        said = Column(table.label, "string", "Which list it stands in.", True, labels)
        after_key = next(i for i, each in enumerate(merged, 1) if each.name == "position")
        merged.insert(after_key, said)
    return tuple(merged)


def _rows(
    table: Table, ways: list[Way], columns: tuple[str, ...], records: Records
) -> Iterator[tuple[Any, ...]]:
    for record in records.of(table.kind):
        count = 0
        for through in ways:
            for keys, item in _walked(record, through.hops):
                count += 1
                cells = dict(zip(_names(through.keys), keys, strict=True))
                if table.label:
                    cells |= {"position": count, table.label: through.label}
                for column, place in through.fields:
                    cells[column.name] = _at(item, place)
                yield tuple(map(cells.get, columns))


def _walked(
    record: Any, hops: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield what a path arrives at, with the keys of what it goes through."""
    found: list[tuple[tuple[Any, ...], Any]] = [((record.slug,), record)]
    for hop in hops:
        found = [
            ((*keys, getattr(each, "slug", place)), each)
            for keys, item in found
            for place, each in enumerate(_at(item, hop) or (), 1)
        ]
    return iter(found)


def _at(item: Any, place: tuple[str, ...]) -> Any:
    for name in place:
        if item is None:
            return None
        item = getattr(item, name)
    return item


def _names(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(each.name for each in columns)
