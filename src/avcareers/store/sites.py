"""Where programmes are taught."""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


def sites_of(school: "School", programme: "Programme", places: dict[str, Any]) -> str | None:
    """Return the latitudes and longitudes a programme is taught at, as JSON; nothing if unknown."""
    sites = sorted({located(campus, places) for campus in campuses_of(school, programme)})
    return json.dumps(sites, separators=(",", ":")) if sites else None


def campuses_of(school: "School", programme: "Programme") -> tuple[Any, ...]:
    """Return the campuses a programme is taught on: its own, else all of its school."""
    if not programme.campuses:
        return school.campuses
    return tuple(campus for campus in school.campuses if campus.place in programme.campuses)


def located(campus: Any, places: dict[str, Any]) -> tuple[float, float]:
    """Return a campus's own coordinates, or those of its city."""
    if campus.lat is not None and campus.lon is not None:
        return campus.lat, campus.lon
    place = places[campus.place]
    return place.lat, place.lon
