"""A national diploma, and the ministry that answers for it wherever it is prepared."""

from typing import Annotated

from pydantic import Field

from .base import Record, Refers, Slug, SourceId, Text
from .certification import Level
from .vocabulary import Authority

DiplomaSlug = Annotated[Slug, Refers("diploma")]


class Diploma(Record):
    """A diploma of the State: the same whoever prepares for it, a private school included."""

    slug: Slug
    """Key."""
    name: Text
    """What it is called, in short."""
    authority: Authority
    """The ministry that answers for it."""
    level: Level
    """Level of the French framework."""
    text: Text
    """What makes it a national diploma, with the text that says so."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was read."""
