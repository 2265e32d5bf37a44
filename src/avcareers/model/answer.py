"""How an answer is declared: what is published of what a query returns.

An answer is a named tuple whose fields carry their description. `render/data.py` makes the JSON
value of it, `render/schemas.py` the JSON Schema. Marks on a field say when it is not published under
its own name:

- `Annotated["Profession", Merged()]`: the fields of the record stand among the others; a field
  declared later under the same name replaces the record's;
- `Annotated[float, Rounded(1)]`: published with so many decimals;
- `Annotated[Cards, Unpublished]`: kept so that a page can word the answer;
- `Annotated[tuple[JobRow, ...], Rows]`: the answer is a list, or numbers by name
  (`dict[str, int]`), and this is all that is published.

A name that Python reserves ends with an underscore, which is not published: `from_`.
"""

from enum import Enum
from typing import Any


class Merged:
    """Marks a record whose fields are published among those of the answer: all, or only some."""

    def __init__(self, *only: str) -> None:
        """Take the names of the fields to publish; none means all of them."""
        self.only = only


class Rounded:
    """Marks a number that is published rounded."""

    def __init__(self, decimals: int) -> None:
        """Take how many decimals are published."""
        self.decimals = decimals


class Mark(Enum):
    """Marks a field that is not published as it stands."""

    UNPUBLISHED = "unpublished"
    ROWS = "rows"


Unpublished = Mark.UNPUBLISHED
Rows = Mark.ROWS


def mark_of(annotation: Any) -> Merged | Rounded | Mark | None:
    """Return the mark of a field, from its annotation."""
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Merged | Rounded | Mark):
            return mark
    return None
