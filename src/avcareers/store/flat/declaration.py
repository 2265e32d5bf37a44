"""How a flat table is declared, and what its columns are: read from the models, so said once.

A table follows a *path* through the records of a kind: `programmes/fees` goes from a school to its
programmes, then to what each costs. It has the keys of what it goes through, the key or the place of
what it arrives at, then each field of that: nested ones are joined (`title_fr_m`), and lists are left
to tables of their own.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from avcareers.model import base
from avcareers.model.content import Content

from .records import Records

Type = Literal["string", "integer", "number", "boolean", "date"]
"""Types of columns, as Frictionless calls them."""
Rows = Iterator[tuple[Any, ...]]
_TYPES: dict[Any, Type] = {str: "string", int: "integer", float: "number", bool: "boolean"}
MODELS: dict[str, type[BaseModel]] = {
    field.title: get_args(field.annotation)[0]
    for field in Content.model_fields.values()
    if field.title
}
"""The model of the records of each kind."""
UNITS = {
    "low": "EUR per year", "high": "EUR per year", "eur_per_year": "EUR per year",
    "amount_eur": "EUR", "hourly_eur": "EUR per hour", "monthly_35h_eur": "EUR per month",
    "lat": "degree", "lon": "degree", "years": "year", "months": "month", "base_hours": "hour",
    "from_hour": "hour", "to_hour": "hour", "increase_percent": "%", "employed_percent": "%",
    "studying_percent": "%", "population": "inhabitant",
}  # fmt: skip
"""Units of numbers, by the name of their column."""
SINGULAR = {"series": "series"}
"""What one of a list is called, when it is not the name of the list without its s."""


class Column(NamedTuple):
    """A column of a flat table."""

    name: str
    """Name."""
    type: Type
    """Type of its values."""
    description: str
    """What it says, in English, as the models say it."""
    required: bool = False
    """Whether it always has a value; an empty cell is not known, or there is none."""
    values: tuple[str | int, ...] = ()
    """The values it may have, when the list is closed."""
    is_url: bool = False
    """Whether it is a web address."""
    refers: str = ""
    """Kind of the record whose key it is; empty when it is none."""

    @property
    def unit(self) -> str | None:
        """The unit of its numbers."""
        return UNITS.get(self.name) if self.type in ("integer", "number") else None


class ForeignKey(NamedTuple):
    """Columns that name a row of another table."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Path(NamedTuple):
    """A way through the records of a kind, and what its rows are called when a table has several."""

    steps: str
    label: str = ""


class Table(NamedTuple):
    """A flat table."""

    name: str
    """Name, which files bear too."""
    kind: str
    """Kind of the records it is read from."""
    paths: tuple[Path, ...] = (Path(""),)
    """What of them: themselves, or a list they hold; several when one column tells them apart."""
    label: str = ""
    """That column."""
    value: str = ""
    """What a value is called, when the list is one of plain values."""
    leave: tuple[str, ...] = ()
    """Columns left out: another table says more."""
    key: tuple[str, ...] = ()
    """Columns that name a row; by default the keys of what the path goes through, and its own."""
    made: "Made | None" = None
    """How it is made, when no path leads to it."""


class Made(NamedTuple):
    """A table that is no list of a record."""

    description: str
    """What a row is."""
    columns: tuple[Column, ...]
    rows: Callable[[Records], Rows]
    """Reads its rows."""
    inside: tuple[ForeignKey, ...] = ()
    """What names a row of another table by more than the key of a record."""


class Way(NamedTuple):
    """A path, as far as the models know it."""

    label: str
    hops: tuple[tuple[str, ...], ...]
    """Names of fields, from one list to the next."""
    keys: tuple[Column, ...]
    """Keys of the records it goes through, then that of a row: a slug, or a place from 1."""
    keyed: tuple[bool, ...]
    """Whether each is a slug."""
    fields: tuple[tuple[Column, tuple[str, ...]], ...]
    """The other columns, and where each stands in an item; nowhere for a list of plain values."""
    about: str
    """What a row is."""


def kind_name(kind: str) -> str:
    """Return what the key of a record is called in tables of what it holds."""
    return "job" if kind == "profession" else kind.replace("-", "_")


@cache
def way(table: Table, path: Path) -> Way:
    """Return what the models say of a path of a table."""
    hops = tuple(tuple(step.split(".")) for step in path.steps.split("/")) if path.steps else ()
    item: Any = MODELS[table.kind]
    value: Any = item
    about = " ".join((item.__doc__ or "").split())
    key = kind_name(table.kind)
    keys, keyed = [_key(item, key if hops else "slug", about, table.kind if hops else "")], [True]
    for depth, hop in enumerate(hops):
        for name in hop:
            field = item.model_fields[name]
            value = _item(field.annotation)
            item = _core(value)
        about = field.description or ""
        if _is_model(item) and item is not base.Text:
            about = " ".join((item.__doc__ or "").split())
        has_slug = _is_model(item) and "slug" in item.model_fields
        last = depth == len(hops) - 1
        own = SINGULAR.get(hop[-1]) or hop[-1].removesuffix("s")
        name = ("slug" if has_slug else "position") if last else own
        keys.append(_key(item, name, about) if has_slug else _place(name))
        keyed.append(has_slug)
    return Way(
        path.label, hops, tuple(keys), tuple(keyed), tuple(_fields(table, value, about)), about
    )


def _fields(table: Table, value: Any, about: str) -> Iterator[tuple[Column, tuple[str, ...]]]:
    if not _is_model(_core(value)):
        yield _column(table.value, value, about, required=True), ()
        return
    for column, place in columns_of(_core(value)):
        if column.name != "slug" and column.name not in table.leave:
            yield column, place


def columns_of(
    model: Any, before: tuple[str, ...] = (), about: str = "", *, required: bool = True
) -> Iterator[tuple[Column, tuple[str, ...]]]:
    """Yield the columns of a model, each with where its value stands; its lists are left out."""
    for name, field in model.model_fields.items():
        annotation = field.annotation
        if field.metadata:
            annotation = Annotated[annotation, *field.metadata]
        place, core = (*before, name), _core(annotation)
        described = f"{about} {field.description or ''}".strip()
        needed = required and NoneType not in get_args(field.annotation)
        if _is_list(annotation):
            continue
        if _is_model(core):
            yield from columns_of(core, place, described, required=needed)
        else:
            yield _column("_".join(place), annotation, described, required=needed), place


def column(name: str, of: type[BaseModel], field: str, *, required: bool | None = None) -> Column:
    """Return the column of a model's field, under a name of its own."""
    found = next(found for found, place in columns_of(of) if ".".join(place) == field)
    return found._replace(name=name, required=found.required if required is None else required)


def _column(name: str, annotation: Any, description: str, *, required: bool) -> Column:
    marks = list(_marks(annotation))
    core = _core(annotation)
    values = get_args(core) if get_origin(core) is Literal else ()
    day = _has(marks, base.IsoDate)
    return Column(
        name,
        "date" if day else _TYPES[type(values[0]) if values else core],
        description,
        required,
        values,
        _has(marks, base.Url),
        next((mark.kind for mark in marks if isinstance(mark, base.Refers)), ""),
    )


def _key(model: Any, name: str, about: str, refers: str = "") -> Column:
    said = model.model_fields["slug"].description or ""
    description = f"{about} {said}" if name != "slug" else said
    return Column(name, "string", description, required=True, refers=refers)


def _place(name: str) -> Column:
    return Column(name, "integer", "Place in the list, from 1.", required=True)


def _core(annotation: Any) -> Any:
    """Return the bare type of a value, or of the items of a list."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _core(arguments[0])
    if origin in (Union, UnionType):
        return _core(next(part for part in arguments if part is not NoneType))
    return _core(arguments[0]) if origin is tuple else annotation


def _item(annotation: Any) -> Any:
    """Return the type of the items of a list, with its marks; of anything else, its own."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated or origin in (Union, UnionType):
        inner = next(part for part in arguments if part is not NoneType)
        return _item(inner) if _is_list(annotation) else annotation
    return arguments[0] if origin is tuple else annotation


def _is_list(annotation: Any) -> bool:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _is_list(arguments[0])
    return origin is tuple or (origin in (Union, UnionType) and any(map(_is_list, arguments)))


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for part in get_args(annotation):
        yield from _marks(part)


def _has(marks: Iterable[Any], named: Any) -> bool:
    """True if a type is one of those that the models name, or is made of it."""
    return set(get_args(named)[1:]) <= set(marks)
