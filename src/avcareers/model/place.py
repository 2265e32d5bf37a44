"""Where a city is."""

from typing import Annotated

from pydantic import Field

from .base import Line, Record, Refers, Slug

MOST_PEOPLE = 10_000_000
"""Of a city, or of candidates: past it, a slip of the keyboard."""
PlaceSlug = Annotated[Slug, Refers("place")]

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Place(Record):
    """A French city: used by a campus, or large enough that someone asks from it."""

    slug: Slug
    """Key: the name in ascii, followed by the department code when two cities share it."""
    name: Line
    """Name of the city."""
    department: Annotated[Line, Field(pattern=r"^([0-9]{2}|2[AB]|9[0-9]{2})$")]
    """Code of the French département."""
    region: Line
    """Name of the French région."""
    lat: Latitude
    """Latitude in degrees (WGS 84)."""
    lon: Longitude
    """Longitude in degrees (WGS 84)."""
    population: Annotated[int, Field(ge=0, le=MOST_PEOPLE)] | None = None
    """Inhabitants, when known."""
