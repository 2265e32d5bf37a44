"""A title of the national register."""

from typing import Annotated

from pydantic import Field

from .base import IsoDate, Line, Record, Refers, Slug, SourceId, Text, Url
from .profession import ProfessionSlug

CertificationSlug = Annotated[Slug, Refers("certification")]
Level = Annotated[int, Field(ge=3, le=8)]


class Listing(Record):
    """Whether a certification was among the active ones of the register on the day of an export."""

    active: bool
    """Whether it was."""
    on: IsoDate
    """Day of the export. It says nothing of the days after."""
    source: SourceId
    """The export."""


class Certification(Record):
    """A certification registered, now or once, in the RNCP."""

    slug: CertificationSlug
    """Key: `rncp-` followed by the number."""
    number: Annotated[int, Field(ge=1, le=99999)]
    """RNCP number."""
    title: Line | None = None
    """Official title; absent when no page read shows it."""
    title_inferred: bool = False
    """Whether the title was put together from the sheet's text and is not the official heading."""
    level: Level | None = None
    """Level of the French framework (3 CAP, 4 bac, 5, 6, 7, 8)."""
    certifiers: tuple[Line, ...] = ()
    """Who delivers it."""
    expires: IsoDate | None = None
    """Last day of the registration; absent when not known."""
    listed: Listing | None = None
    """Whether the last export read counts it as active; absent when it was not looked up there."""
    replaced_by: tuple[CertificationSlug, ...] = ()
    """Its successors in the register."""
    apprenticeship: bool | None = None
    """Whether the register opens it to apprenticeship; absent when not known."""
    leads_to: tuple[ProfessionSlug, ...] = ()
    """Jobs it prepares for wherever it is taught: its programmes lead to them, and write none of
    their own. Empty when that depends on the programme."""
    url: Url
    """Its sheet at France compétences."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was read."""
    doubts: tuple[Text, ...] = ()
    """What could not be verified."""
