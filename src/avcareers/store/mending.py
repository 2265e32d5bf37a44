"""What a refused value must be, what was found, how to mend it."""

import re
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from avcareers.text.constraints import must, shown
from avcareers.text.nearest import nearest

from .references import Path

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def is_echo(details: ErrorDetails) -> bool:
    """True if a list is called short only because some of its items are wrong."""
    least = details.get("ctx", {}).get("min_length", 0)
    given = details["input"]
    return details["type"] == "too_short" and isinstance(given, list) and len(given) >= least


def mended(details: ErrorDetails, model: type[BaseModel]) -> str:
    """Return the message for what the validator refused in a record of a model."""
    kind = details["type"]
    message = must(kind, details.get("ctx", {}), details["msg"])
    if kind != "missing":
        message += f", found {shown(details['input'])}"
    return message + _repair(kind, details, model)


def _repair(kind: str, details: ErrorDetails, model: type[BaseModel]) -> str:
    found = details["input"]
    if kind == "string_type" and isinstance(found, int | float):
        return ": put it in quotes"
    if kind in {"float_type", "int_type"} and isinstance(found, str) and _NUMBER.fullmatch(found):
        return ": write digits without quotes"
    if kind == "extra_forbidden":
        *above, name = details["loc"]
        close = nearest(str(name), _field_names(model, tuple(above)))
        return f": did you mean {' or '.join(close)}?" if close else ": remove it"
    if kind == "literal_error" and isinstance(found, str):
        values = details.get("ctx", {}).get("expected", "").replace("'", "").split(" or ")
        flat = [value for part in values for value in part.split(", ")]
        close = nearest(found, flat, limit=1)
        return f": did you mean {close[0]}?" if close else ""
    return ""


def _field_names(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the fields there may be at a path of a record."""
    annotation: Any = model
    for step in path:
        above = _model_in(annotation)
        if isinstance(step, int) or above is None:
            continue
        field = above.model_fields.get(step)
        annotation = field.annotation if field else None
    found = _model_in(annotation)
    return tuple(found.model_fields) if found else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        model = _model_in(part)
        if model:
            return model
    return None
