"""Every bilingual text of a record, with the path that leads to it."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from avcareers.model.base import Text

Path = tuple[str | int, ...]


def texts_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Yield each bilingual text below a value, in the order it is written."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts_of(item, (*path, index))


def strings_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield each string below a value, in the order it is written."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from strings_of(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from strings_of(item, (*path, index))


def both(text: Text) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return a text as (language, words) pairs."""
    return ("fr", text.fr), ("en", text.en)
