"""The rows of an answer: held when they are few, read again each time when they are many.

A list printed whole would hold all it prints, twice: the records, and the lines made of them. Past a
thousand, rows know how to be read instead, and what is made of them is made as they are.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

HELD = 1000
"""Rows held at most."""

T = TypeVar("T")
S = TypeVar("S")


class Reread(Sequence[T]):
    """Rows read again each time they are gone through; those of a catalogue do not change."""

    def __init__(self, count: int, read: Callable[[], Iterator[T]]) -> None:
        """Take how many there are, and what reads them."""
        self._count = count
        self._read = read

    def __len__(self) -> int:
        """Give how many there are, without reading them."""
        return self._count

    def __iter__(self) -> Iterator[T]:
        """Read them."""
        return self._read()

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        """Read those before it, to give it: meant for the first ones."""
        wanted = range(self._count)[place]
        if isinstance(wanted, int):
            return next(islice(self, wanted, None))
        return tuple(islice(self, wanted.start, wanted.stop, wanted.step))


def rows_of(count: int, read: Callable[[], Iterator[T]]) -> Sequence[T]:
    """Give so many rows, held when they are few."""
    return tuple(read()) if count <= HELD else Reread(count, read)


def each(function: Callable[[T], S], rows: Sequence[T]) -> Sequence[S]:
    """Give what a function makes of each row: as the rows are, held or not."""
    return rows_of(len(rows), lambda: map(function, rows))
