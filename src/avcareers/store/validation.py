"""From data files to validated records, or every problem at once with its place."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from avcareers.model.content import Content, type_of_records
from avcareers.model.errors import DataError, Problem
from avcareers.text.constraints import must, named, shown
from avcareers.text.nearest import nearest

from .files import DATA_FILES, DataFile
from .pay_tables import read_floors
from .problems import first
from .references import dangling, duplicates
from .sources import SourceFiles, text_of
from .yaml_reader import Document, Step, read_yaml

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

Documents = dict[str, Document]


def load(sources: SourceFiles) -> Content:
    """Validate the files of a data folder.

    Raises DataError with all problems, each at its file, line and column.
    """
    content, _ = load_with_places(sources)
    return content


def load_with_places(sources: SourceFiles) -> tuple[Content, Documents]:
    """Validate a data folder, and keep the documents that say where things stand."""
    documents: Documents = {}
    problems: list[Problem] = []
    records: dict[str, Any] = {}
    unread: dict[str, set[str] | None] = {}
    for file in DATA_FILES:
        document, found, file_problems = _read(file, sources)
        if document:
            documents[file.name] = document
        records[file.name] = found
        problems += file_problems
        if file_problems:
            unread[file.kind] = _slugs_in(document) if document else None
    # Deliverables stand inside stages.
    if "stage" in unread:
        unread["deliverable"] = unread["stage"]
    content = Content.model_construct(**records)
    floors, pay_problems = read_floors(sources, content)
    content = Content.model_construct(**records, floors=floors)
    troubles = chain(duplicates(content), dangling(content, unread))
    problems += first(located(*trouble, content, documents) for trouble in troubles)
    if "agreement" not in unread and "pay-basis" not in unread:
        # Otherwise every row would be told to name no grid.
        problems += pay_problems
    if problems:
        order = {f"{file.name}.yaml": index for index, file in enumerate(DATA_FILES)}
        problems.sort(key=lambda problem: (order.get(problem.file, len(order)), problem))
        raise DataError(tuple(problems))
    return content, documents


def _read(file: DataFile, sources: SourceFiles) -> tuple[Document | None, Any, list[Problem]]:
    """Give a file's document, its records if they are all valid, and what is wrong with it."""
    raw = sources.contents.get(file.name)
    if raw is None:
        missing = [_whole(file, f"must exist in {sources.folder}")] if file.required else []
        return None, (), missing
    text = text_of(f"{file.name}.yaml", raw)
    if isinstance(text, Problem):
        return None, (), [text]
    document = read_yaml(text)
    return document, *_validated(file, document)


def _slugs_in(document: Document) -> set[str] | None:
    """Give the slugs of records that could not be validated, or nothing when some have none."""
    if document.flaws or not isinstance(document.value, list):
        return None
    named_all = all(isinstance(item, dict) and "slug" in item for item in document.value)
    return set(_slugs_below(document.value)) if named_all else None


def _slugs_below(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _slugs_below(item)
    elif isinstance(value, dict):
        if isinstance(value.get("slug"), str):
            yield value["slug"]
        yield from _slugs_below(list(value.values()))


def _whole(file: DataFile, message: str) -> Problem:
    return Problem(f"{file.name}.yaml", 0, 0, "", message)


def _validated(file: DataFile, document: Document) -> tuple[Any, list[Problem]]:
    name = f"{file.name}.yaml"
    if document.flaws:
        return (), first(
            Problem(name, flaw.line, flaw.column, _where(flaw.path, document.value), flaw.message)
            for flaw in document.flaws
        )
    written = json.dumps([] if document.value is None else document.value)
    try:
        return _validator(file.name).validate_json(written), []
    except ValidationError as error:
        return (), sorted(
            first(
                _problem(name, document, details, file)
                for details in error.errors(include_url=False)
                if not _echo(details)
            )
        )


@cache
def _validator(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(type_of_records(name))


def _echo(details: ErrorDetails) -> bool:
    """Tell whether a list is called short only because some of its items are wrong."""
    least = details.get("ctx", {}).get("min_length", 0)
    given = details["input"]
    return details["type"] == "too_short" and isinstance(given, list) and len(given) >= least


def _problem(name: str, document: Document, details: ErrorDetails, file: DataFile) -> Problem:
    path: tuple[Step, ...] = tuple(details["loc"])
    kind = details["type"]
    message = must(kind, details.get("ctx", {}), details["msg"])
    if kind != "missing":
        message += f", found {shown(details['input'])}"
    message += _repair(kind, details, path, file)
    line, column = document.place(path, key=kind == "extra_forbidden")
    return Problem(name, line, column, _where(path, document.value), message)


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


def _where(path: tuple[Step, ...], value: Any) -> str:
    """Name a place by its record's slug, then its field: `la-femis.programmes[2].level`."""
    if not path:
        return ""
    record = value[path[0]] if isinstance(value, list) and isinstance(path[0], int) else None
    slug = record.get("slug") if isinstance(record, dict) else None
    name = named(slug) if isinstance(slug, str) else f"[{path[0]}]"
    return name + "".join(f"[{s}]" if isinstance(s, int) else f".{named(s)}" for s in path[1:])


def located(
    kind: str,
    slug: str,
    path: tuple[Step, ...],
    message: str,
    content: Content,
    documents: Documents,
) -> Problem:
    """Give a problem of a validated record its file, line and column."""
    file = next(file for file in DATA_FILES if file.kind == kind)
    # The last record of that slug: of two that share one, the second is to be mended.
    index = max(i for i, r in enumerate(getattr(content, file.name)) if r.slug == slug)
    line, column = documents[file.name].place((index, *path))
    where = slug + "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path)
    return Problem(f"{file.name}.yaml", line, column, where, message)
