"""The records that flat tables are read from."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from avcareers.store.catalogue import READ_TOGETHER, Catalogue


class Records:
    """The records of a catalogue, kind by kind.

    Several tables are read from one kind: the records of a small one are kept, those of a larger one
    are read again, so that what is held does not grow with the catalogue.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Read from a catalogue."""
        self._catalogue = catalogue
        self._kept: dict[str, list[Any]] = {}

    def of(self, kind: str) -> Iterator[Any]:
        """Return the records of a kind, as written."""
        if kind not in self._kept:
            first = list(islice(self._catalogue.documents(kind), READ_TOGETHER + 1))
            self._kept[kind] = first if len(first) <= READ_TOGETHER else []
        return iter(self._kept[kind] or self._catalogue.documents(kind))

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self._catalogue.rows(sql, parameters)
