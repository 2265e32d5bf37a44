"""Relations by slug: every one must resolve, and no key may be taken twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from avcareers.model.base import Refers
from avcareers.model.content import Content
from avcareers.text.constraints import named, shown
from avcareers.text.nearest import nearest

Path = tuple[str | int, ...]
Trouble = tuple[str, str, Path, str]
"""Kind, slug, path and message."""
NOTHING: Mapping[str, set[str] | None] = MappingProxyType({})


def known_slugs(content: Content) -> dict[str, set[str]]:
    """Give the slugs each kind of reference may name."""
    known: dict[str, set[str]] = defaultdict(set)
    for kind, record in content.all_records():
        known[kind].add(record.slug)
    known["deliverable"] = {d.slug for stage in content.stages for d in stage.deliverables}
    return known


def dangling(
    content: Content, unread: Mapping[str, set[str] | None] = NOTHING
) -> Iterator[Trouble]:
    """Yield every reference that names no record, with the nearest slugs.

    `unread` gives the slugs, by kind, of records that could not be validated; nothing for a kind
    whose file could not be read at all, to which no reference can be called wrong.
    """
    known = known_slugs(content)
    for kind, slugs in unread.items():
        known[kind] |= slugs or set()
    hidden = {kind for kind, slugs in unread.items() if slugs is None}
    for kind, record in content.all_records():
        for path, target, slug in references(record):
            if target not in hidden and slug not in known[target]:
                close = nearest(slug, sorted(known[target]))
                # A record that could not be validated may have anything for a slug.
                hint = f": did you mean {' or '.join(map(named, close))}?" if close else ""
                message = f"must be the slug of a {target}, found {shown(slug)}{hint}"
                yield kind, record.slug, path, message


def duplicates(content: Content) -> Iterator[Trouble]:
    """Yield every slug, present or former, that two records of a kind claim."""
    claimed: set[tuple[str, str]] = set()
    delivered: set[str] = set()
    grids: set[str] = set()
    for kind, record in content.all_records():
        for slug in (record.slug, *getattr(record, "formerly", ())):
            if (kind, slug) in claimed:
                message = f"must be the slug of one {kind}, found {shown(slug)} twice: rename one"
                yield kind, record.slug, ("slug",), message
            claimed.add((kind, slug))
    for stage in content.stages:
        yield from _repeated("stage", stage.slug, "deliverables", stage.deliverables, delivered)
    for agreement in content.agreements:
        yield from _repeated("agreement", agreement.slug, "grids", agreement.grids, grids)
    for school in content.schools:
        yield from _repeated("school", school.slug, "programmes", school.programmes, set())


def _repeated(
    kind: str, slug: str, name: str, records: Iterable[Any], taken: set[str]
) -> Iterator[Trouble]:
    """Yield the slugs of nested records that are taken already, then take them all."""
    for index, record in enumerate(records):
        if record.slug in taken:
            one = name.removesuffix("s")
            message = f"must be one {one}'s, found {shown(record.slug)} twice: rename one"
            yield kind, slug, (name, index, "slug"), message
        taken.add(record.slug)


def references(record: BaseModel) -> Iterator[tuple[Path, str, str]]:
    """Yield each reference of a record: its path, the kind it names, the slug it gives."""
    yield from _below(record, ())


def _below(record: BaseModel, path: Path) -> Iterator[tuple[Path, str, str]]:
    for name, target, nested in _shape(type(record)):
        value = getattr(record, name)
        items = value if isinstance(value, tuple) else (value,)
        for index, item in enumerate(items):
            here = (*path, name, index) if isinstance(value, tuple) else (*path, name)
            if item is None:
                continue
            if target:
                yield here, target, item
            elif nested:
                yield from _below(item, here)


@cache
def _shape(model: type[BaseModel]) -> tuple[tuple[str, str | None, bool], ...]:
    """Give the fields of a model that are references or hold records."""
    shape = []
    for name, field in model.model_fields.items():
        marks = [*field.metadata, *_marks(field.annotation)]
        target = next((mark.kind for mark in marks if isinstance(mark, Refers)), None)
        nested = target is None and _holds_records(field.annotation)
        if target or nested:
            shape.append((name, target, nested))
    return tuple(shape)


def _marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for part in get_args(annotation):
        yield from _marks(part)


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_records(part) for part in get_args(annotation))
