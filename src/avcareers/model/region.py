"""The regions of France, their départements, and what people call them."""

from typing import Annotated

from pydantic import Field

from .base import Line, Record, Slug
from .place import PlaceSlug


class County(Record):
    """A French département: the English word for a department is taken by those of a production."""

    code: Annotated[Line, Field(pattern=r"^([0-9]{2}|2[AB]|97[0-9])$")]
    """Official code: 33, 2A, 974."""
    name: Line
    """Name."""
    seat: PlaceSlug
    """City of its prefecture."""


class Region(Record):
    """A French région, as it is since 2016."""

    slug: Slug
    """Key: the name in ascii."""
    name: Line
    """Name, as places give it."""
    seat: PlaceSlug
    """City of its prefecture."""
    other_names: tuple[Line, ...] = ()
    """What else it is called, in either language."""
    former: tuple[Line, ...] = ()
    """Régions that it was made of in 2016."""
    departments: Annotated[tuple[County, ...], Field(min_length=1)]
    """Its départements."""
