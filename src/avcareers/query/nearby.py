"""Where a campus is, and how far it is from a city."""

from collections.abc import Iterable
from math import cos, degrees, radians
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged
from avcareers.store.sites import located
from avcareers.text.geography import EARTH_RADIUS_KM, kilometres_between

if TYPE_CHECKING:
    from avcareers.model.place import Place
    from avcareers.model.school import Campus

    from .filters.schools import SchoolFilters


class PlacedCampus(NamedTuple):
    """A campus, with its city."""

    campus: Annotated["Campus", Merged()]
    """The campus."""
    city: "Place"
    """City."""

    @property
    def site(self) -> tuple[float, float]:
        """Return its latitude and longitude in degrees, or those of its city."""
        return located(self.campus, {self.campus.place: self.city})


def placed(campuses: "Iterable[Campus]", places: dict[str, Any]) -> tuple[PlacedCampus, ...]:
    """Return campuses with their cities."""
    return tuple(PlacedCampus(campus, places[campus.place]) for campus in campuses)


class Near(NamedTuple):
    """A city, and how far around it one looks."""

    place: "Place"
    within_km: float


def bounding_box(near: Near) -> tuple[float, float, float, float]:
    """Return latitudes and longitudes (low, high, low, high) that hold every point within reach."""
    reach = degrees(near.within_km / EARTH_RADIUS_KM)
    narrowing = max(0.01, cos(radians(near.place.lat)))
    width = min(180.0, reach / narrowing)
    lat, lon = near.place.lat, near.place.lon
    return lat - reach, lat + reach, lon - width, lon + width


def nearest_kilometres(near: Near, campuses: Iterable[Any], places: dict[str, Any]) -> float | None:
    """Return the distance to the nearest campus, in km; None when none is located."""
    distances = [
        kilometres_between(near.place.lat, near.place.lon, *located(campus, places))
        for campus in campuses
    ]
    return min(distances, default=None)


def cities_of(
    campuses: "Iterable[Campus]", filters: "SchoolFilters", places: dict[str, Any]
) -> tuple[str, ...]:
    """Return the names of the cities of some campuses, the one that made them match first."""
    near, regions = filters.near, filters.regions
    campuses = list(campuses)
    if near:
        campuses.sort(key=lambda campus: nearest_kilometres(near, [campus], places) or 0)
    elif regions:
        campuses.sort(key=lambda campus: places[campus.place].region not in regions)
    return tuple(dict.fromkeys(places[campus.place].name for campus in campuses))
