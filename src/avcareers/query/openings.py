"""What would open a list that its filters have emptied: which to leave out, or to widen, and how far."""

from collections.abc import Callable, Iterator
from itertools import chain, combinations
from typing import Any, NamedTuple, Protocol

from avcareers.store.catalogue import Catalogue

from .filters.declaration import entries, is_asked, written

MOST = 4
"""Changes proposed at most."""


class Listed(Protocol):
    """A list that filters may empty."""

    @property
    def matching(self) -> int:
        """How many match."""


class Opening(NamedTuple):
    """A change of what is asked after which the list is no longer empty."""

    asked: Any
    """What to ask instead."""
    without: tuple[str, ...]
    """Options that are left out."""
    given: tuple[str, ...]
    """Options given instead, as they are typed."""
    found: Any
    """What is listed then."""


def openings(
    asked: Any, listed: Callable[[Any], Listed], catalogue: Catalogue
) -> tuple[Opening, ...]:
    """Return what would open an empty list, the smallest change first; none when nothing is asked.

    A filter is widened as far as the nearest record that all others let in, where its entry says how
    (`Filter.wider`); or left out, alone or, when that is not enough, with another. `listed` returns
    the list for what is asked.
    """
    names = [name for name, value in zip(asked._fields, asked, strict=True) if is_asked(value)]
    alone = tuple(_without(asked, listed, 1, names))
    widened = tuple(chain.from_iterable(_wider(asked, one, listed, catalogue) for one in alone))
    let_in = tuple(_let_in(asked, listed))
    changes = (*widened, *let_in, *alone) or tuple(_without(asked, listed, 2, names))
    if not changes and len(names) > 2:
        changes = tuple(_without(asked, listed, len(names), names))
    return changes[:MOST]


def _without(
    asked: Any, listed: Callable[[Any], Listed], several: int, names: list[str]
) -> Iterator[Opening]:
    """Yield what is listed without so many of the filters in use, where that is something."""
    options = {name: entry.option for name, entry in entries(type(asked)).items()}
    for left_out in combinations(names, several):
        fewer = asked._replace(**{name: asked._field_defaults[name] for name in left_out})
        found = listed(fewer)
        if found.matching:
            yield Opening(fewer, tuple(options[name] for name in left_out), (), found)


def _wider(
    asked: Any, opening: Opening, listed: Callable[[Any], Listed], catalogue: Catalogue
) -> Iterator[Opening]:
    """Yield what is asked with one filter only as wide as it must be, rather than left out."""
    for name, entry in entries(type(asked)).items():
        if entry.wider is None or opening.without != (entry.option,):
            continue
        value = entry.wider(getattr(asked, name), opening.found, catalogue)
        wider = asked._replace(**{name: value})
        found = listed(wider) if is_asked(value) else None
        if found and found.matching:
            given = written(type(asked)()._replace(**{name: value}))
            # Of a city and a reach, the reach alone has changed.
            yield Opening(wider, (), given[2:] if entry.within else given, found)


def _let_in(asked: Any, listed: Callable[[Any], Listed]) -> Iterator[Opening]:
    """Yield what is asked with what is not sure let in, where that is something."""
    for name, entry in entries(type(asked)).items():
        if entry.lets_in and not getattr(asked, name):
            more = asked._replace(**{name: True})
            found = listed(more)
            if found.matching:
                yield Opening(more, (), (entry.option,), found)
