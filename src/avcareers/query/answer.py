"""How an answer is declared: what a query returns is what `-o json` publishes.

An answer is a named tuple whose fields carry their description. `published` makes the JSON value
of it, `schemas.py` the JSON Schema. Marks on a field say when it is not published under its own
name:

- `Annotated["Profession", Merged()]`: the fields of the record stand among the others; a field
  declared later under the same name replaces the record's;
- `Annotated[Cards, Unpublished]`: kept so that a page can word the answer;
- `Annotated[tuple[JobRow, ...], Rows]`: the answer is a list, or numbers by name
  (`dict[str, int]`), and this is all that is published.

A name that Python reserves ends with an underscore, which is not published: `from_`.
"""

from enum import Enum
from functools import cache
from typing import Any

from avcareers.store.view import View


class Merged:
    """Marks a record whose fields are published among those of the answer: all, or only some."""

    def __init__(self, *only: str) -> None:
        """Take the names of the fields to publish; none means all of them."""
        self.only = only


class Mark(Enum):
    """Marks a field that is not published as it stands."""

    UNPUBLISHED = "unpublished"
    ROWS = "rows"


Unpublished = Mark.UNPUBLISHED
Rows = Mark.ROWS


def published(value: Any) -> Any:
    """Return an answer, or any value it holds, as what JSON can write."""
    whole = [value]
    # Walked, not recursed: a ladder may be deeper than Python lets calls nest.
    unmade: list[tuple[Any, Any]] = [(whole, 0)]
    while unmade:
        holder, place = unmade.pop()
        made = holder[place] = _opened(holder[place])
        if made.__class__ is dict:
            unmade += ((made, name) for name, item in made.items() if item.__class__ not in _PLAIN)
        elif made.__class__ is list:
            unmade += ((made, i) for i, item in enumerate(made) if item.__class__ not in _PLAIN)
    return whole[0]


_PLAIN = frozenset({str, int, float, bool, type(None)})
"""Types that JSON writes as they are."""


def _opened(value: Any) -> Any:
    """Return a value as the dictionary or list it is published as, its parts left as they are."""
    if isinstance(value, View):
        return dict(vars(value))
    if isinstance(value, tuple):
        return _fields(value) if hasattr(value, "_fields") else list(value)
    return dict(value) if isinstance(value, dict) else value


def _fields(answer: Any) -> Any:
    """Return the published fields of an answer by their names, or its rows when it is a list."""
    fields: dict[str, Any] = {}
    for (name, mark), value in zip(_marks(answer.__class__), answer, strict=True):
        if mark is Rows:
            return _opened(value)
        if mark is Unpublished:
            continue
        if isinstance(mark, Merged):
            whole = _opened(value)
            fields |= {key: whole[key] for key in mark.only} if mark.only else whole
        else:
            fields[name.rstrip("_")] = value
    return fields


@cache
def _marks(kind: Any) -> tuple[tuple[str, Merged | Mark | None], ...]:
    """Return each field of a class of answers with its mark."""
    return tuple((name, mark_of(annotation)) for name, annotation in kind.__annotations__.items())


def mark_of(annotation: Any) -> Merged | Mark | None:
    """Return the mark of a field, from its annotation."""
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Merged | Mark):
            return mark
    return None
