"""The rows of an answer: held when they are few, read again each time when they are many.

A list printed whole would hold all it prints, twice: the records, and the lines made of them. Past a
thousand, rows know how to be read instead, and what is made of them is made as they are.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import Any, Generic, TypeVar, overload

HELD = 1000
"""Rows held at most."""
BATCH = 200
"""Rows read at a time, when they are read by their keys."""

K = TypeVar("K")
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


def batches(keys: Sequence[K]) -> Iterator[Sequence[K]]:
    """Yield keys, so many as are read at a time."""
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


class Kept(Generic[K, T]):
    """Rows kept one by one, then put in order: their keys, and the rows too while they are few."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._ranked: list[tuple[Any, K]] = []
        self._held: dict[K, T] | None = {}

    def __len__(self) -> int:
        """Give how many are kept."""
        return len(self._ranked)

    def add(self, rank: Any, key: K, row: T) -> None:
        """Keep a row under a key of its own."""
        self._ranked.append((rank, key))
        if self._held is not None:
            self._held[key] = row
            if len(self._held) > HELD:
                self._held = None

    def in_order(
        self, limit: int | None, read: Callable[[Sequence[K]], Iterator[T]]
    ) -> Sequence[T]:
        """Give so many by rank, those of one rank as they came. `read` gives rows by their keys."""
        self._ranked.sort(key=itemgetter(0))
        keys = [key for _, key in self._ranked[:limit]]
        held = self._held
        if held is not None:
            return tuple(held[key] for key in keys)
        return rows_of(len(keys), lambda: chain.from_iterable(map(read, batches(keys))))
