"""From data files to validated records, or every problem at once with its place."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from avcareers.model.content import type_of_records
from avcareers.model.errors import Problem
from avcareers.text.constraints import must, named, shown
from avcareers.text.nearest import nearest

from .files import DataFile
from .parts import Part
from .yaml_reader import Step

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def validated(file: DataFile, part: Part) -> tuple[tuple[Any, ...] | None, Iterator[Problem]]:
    """Give the records of a part of a file, or nothing and then all that is wrong with it."""
    if part.flaws:
        return None, _flaws(file, part)
    written = json.dumps([] if part.value is None else part.value)
    try:
        return _validator(file.name).validate_json(written), iter(())
    except ValidationError as error:
        return None, _problems(file, part, error)


def _flaws(file: DataFile, part: Part) -> Iterator[Problem]:
    for flaw in part.flaws:
        place = where(flaw.path, part)
        yield Problem(f"{file.name}.yaml", flaw.line, flaw.column, place, flaw.message)


def _problems(file: DataFile, part: Part, error: ValidationError) -> Iterator[Problem]:
    for details in error.errors(include_url=False):
        if not _echo(details):
            yield _problem(f"{file.name}.yaml", part, details, file)


@cache
def _validator(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(type_of_records(name))


def slugs_in(part: Part) -> set[str] | None:
    """Give the slugs of records that could not be validated, or nothing when some have none."""
    if part.flaws or not isinstance(part.value, list):
        return None
    named_all = all(isinstance(item, dict) and "slug" in item for item in part.value)
    return set(_slugs_below(part.value)) if named_all else None


def _slugs_below(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _slugs_below(item)
    elif isinstance(value, dict):
        if isinstance(value.get("slug"), str):
            yield value["slug"]
        yield from _slugs_below(list(value.values()))


def _echo(details: ErrorDetails) -> bool:
    """Tell whether a list is called short only because some of its items are wrong."""
    least = details.get("ctx", {}).get("min_length", 0)
    given = details["input"]
    return details["type"] == "too_short" and isinstance(given, list) and len(given) >= least


def _problem(name: str, part: Part, details: ErrorDetails, file: DataFile) -> Problem:
    path: tuple[Step, ...] = tuple(details["loc"])
    kind = details["type"]
    message = must(kind, details.get("ctx", {}), details["msg"])
    if kind != "missing":
        message += f", found {shown(details['input'])}"
    message += _repair(kind, details, path, file)
    line, column = part.place(path, key=kind == "extra_forbidden")
    return Problem(name, line, column, where(path, part), message)


def _repair(kind: str, details: ErrorDetails, path: tuple[Step, ...], file: DataFile) -> str:
    found = details["input"]
    if kind == "string_type" and isinstance(found, int | float):
        return ": put it in quotes"
    if kind in {"float_type", "int_type"} and isinstance(found, str) and _NUMBER.fullmatch(found):
        return ": write digits without quotes"
    if kind == "extra_forbidden":
        close = nearest(str(path[-1]), _field_names(file, path[:-1]))
        return f": did you mean {' or '.join(close)}?" if close else ": remove it"
    if kind == "literal_error" and isinstance(found, str):
        values = details.get("ctx", {}).get("expected", "").replace("'", "").split(" or ")
        flat = [value for part in values for value in part.split(", ")]
        close = nearest(found, flat, limit=1)
        return f": did you mean {close[0]}?" if close else ""
    return ""


def _field_names(file: DataFile, path: tuple[Step, ...]) -> tuple[str, ...]:
    annotation = type_of_records(file.name)
    for step in path:
        model = _model_in(annotation)
        if isinstance(step, int) or model is None:
            continue
        field = model.model_fields.get(step)
        annotation = field.annotation if field else None
    model = _model_in(annotation)
    return tuple(model.model_fields) if model else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        model = _model_in(part)
        if model:
            return model
    return None


def where(path: tuple[Step, ...], part: Part) -> str:
    """Name a place by its record's slug, then its field: `la-femis.programmes[2].level`."""
    if not path:
        return ""
    rank, value = path[0], part.value
    record = value[rank] if isinstance(value, list) and isinstance(rank, int) else None
    slug = record.get("slug") if isinstance(record, dict) else None
    unnamed = part.first + rank if isinstance(rank, int) else rank
    name = named(slug) if isinstance(slug, str) else f"[{unnamed}]"
    return name + "".join(f"[{s}]" if isinstance(s, int) else f".{named(s)}" for s in path[1:])
