"""How far a filter of schools must be widened to let in the nearest that all the others let in.

Each takes what is asked, the list without that filter, and the catalogue; it returns the value to ask
for instead, or None when nothing known says which.
"""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import TYPE_CHECKING, Any

from avcareers.query.nearby import Near, nearest_kilometres
from avcareers.store.sites import campuses_of, located
from avcareers.text.geography import kilometres_between

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

ROUNDED_TO = 10
"""A reach in kilometres, or a sum in euros, is proposed as a multiple of this."""


def as_far(near: Near, found: Any, _: "Catalogue") -> Near | None:
    """Return the same city, with a reach to the nearest place."""
    away = (nearest_kilometres(near, [campus], found.places) for campus in _campuses(found))
    least = min((distance for distance in away if distance is not None), default=None)
    return None if least is None else Near(near.place, float(_rounded(least)))


def as_dear(_: float, found: Any, __: "Catalogue") -> float | None:
    """Return the least a year costs, in euros."""
    least = _least(programme.lowest_cost for programme in _programmes(found))
    return None if least is None else float(_rounded(least))


def as_long(_: float, found: Any, __: "Catalogue") -> float | None:
    """Return the least a programme lasts, in years."""
    return _least(programme.record.years for programme in _programmes(found))


def as_high(_: int, found: Any, __: "Catalogue") -> int | None:
    """Return the lowest level asked of who enters."""
    least = _least(programme.record.entry_level for programme in _programmes(found))
    return None if least is None else int(least)


def next_door(regions: tuple[str, ...], found: Any, catalogue: "Catalogue") -> tuple[str, ...]:
    """Return the region of the place nearest to the prefecture of one of those asked for."""
    asked = (each for each in catalogue.documents("region") if each.name in regions)
    seats = [catalogue.document("place", region.seat) for region in asked]
    away = {
        kilometres_between(seat.lat, seat.lon, *located(campus, found.places)): found.places[
            campus.place
        ]
        for campus in _campuses(found)
        for seat in seats
    }
    return (away[min(away)].region,) if away else ()


def _programmes(found: Any) -> Iterator[Any]:
    return (programme for row in found.schools for programme in row.programmes)


def _campuses(found: Any) -> Iterator[Any]:
    """Yield where the programmes listed are taught; where a school is, when none is known of it."""
    for row in found.schools:
        taught = [c for p in row.programmes for c in campuses_of(row.school, p.record)]
        yield from taught or row.school.campuses


def _least(values: Iterable[float | None]) -> float | None:
    return min((value for value in values if value is not None), default=None)


def _rounded(value: float) -> int:
    return ceil(value / ROUNDED_TO) * ROUNDED_TO
