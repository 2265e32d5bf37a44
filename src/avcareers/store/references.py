"""Relations by slug: every one must resolve, and no key may be taken twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from avcareers.model.base import Refers
from avcareers.text.constraints import named, shown
from avcareers.text.nearest import nearest

Path = tuple[str | int, ...]


class Keys:
    """The keys of the records of a data folder."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[str, set[str]] = defaultdict(set)
        self._former: dict[str, set[str]] = defaultdict(set)
        self._unread: set[str] = set()

    def of(self, kind: str) -> set[str]:
        """Return the slugs a reference to a kind may name."""
        return self._known[kind]

    def claim(self, kind: str, record: Any) -> Iterator[tuple[Path, str]]:
        """Take the keys of a record; yield those that are another's, with what must hold."""
        known, former = self._known[kind], self._former[kind]
        for slug in (record.slug, *getattr(record, "formerly", ())):
            if slug in known or slug in former:
                message = f"must be the slug of one {kind}, found {shown(slug)} twice: rename one"
                yield ("slug",), message
            (known if slug == record.slug else former).add(slug)
        match kind:
            case "rome":
                self.take("rome-code", (record.code,))
            case "stage":
                yield from _claimed("deliverables", record.deliverables, self.of("deliverable"))
            case "agreement":
                yield from _claimed("grids", record.grids, self.of("grid"))
            case "school":
                yield from _claimed("programmes", record.programmes, set())

    def take(self, kind: str, slugs: Iterable[str]) -> None:
        """Take slugs no one else may claim, or those of refused records: naming them is not wrong."""
        self._known[kind].update(slugs)

    def leave_unread(self, kind: str) -> None:
        """Note that not all slugs of a kind are known: no reference to it can be called wrong."""
        self._unread.add(kind)

    def dangling(self, record: BaseModel) -> Iterator[tuple[Path, str]]:
        """Yield the references of a record that name nothing, with what must hold."""
        for path, kind, slug in references(record):
            if slug not in self._known[kind] and kind not in self._unread:
                close = nearest(slug, self._known[kind])
                # A record that could not be validated may have anything for a slug.
                hint = f": did you mean {' or '.join(map(named, close))}?" if close else ""
                yield path, f"must be {Refers(kind).what}, found {shown(slug)}{hint}"


def _claimed(name: str, records: Iterable[Any], taken: set[str]) -> Iterator[tuple[Path, str]]:
    """Yield the slugs of nested records that are taken already, then take them all."""
    for index, record in enumerate(records):
        for slug in (record.slug, *getattr(record, "formerly", ())):
            if slug in taken:
                one = name.removesuffix("s")
                message = f"must be one {one}'s, found {shown(slug)} twice: rename one"
                yield (name, index, "slug"), message
            taken.add(slug)


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
    """Return the fields of a model that are references or hold records."""
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
