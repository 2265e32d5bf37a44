"""A rule on what training costs: whom it covers, how much, since when, and what it leaves out."""

from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from .base import MOST_EUROS, IsoDate, Record, SchoolYear, Slug, SourceId, Text
from .diploma import DiplomaSlug
from .vocabulary import Route, SchoolKind, SchoolType


class Covers(Record):
    """Whom a rule covers: what meets every condition given. An empty one asks for nothing."""

    kinds: tuple[SchoolKind, ...] = ()
    """Who owns the school."""
    types: tuple[SchoolType, ...] = ()
    """What the school is."""
    diplomas: tuple[DiplomaSlug, ...] = ()
    """National diploma the programme leads to."""
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]
    """Status under which the programme is followed."""


class Rule(Record):
    """What a law or a national order makes some programmes cost."""

    slug: Slug
    """Key."""
    covers: Covers
    """Whom it covers."""
    eur_per_year: Annotated[float, Field(ge=0, le=MOST_EUROS)]
    """Euros per year; 0 when nothing may be asked."""
    year: SchoolYear | None = None
    """School year the amount holds for; absent for a rule that holds from one year to the next."""
    since: IsoDate | None = None
    """First day, when a text gives one and no school year is set."""
    until: IsoDate | None = None
    """Last day, when a text gives one and no school year is set."""
    says: Text
    """The rule in a few words, as it stands beside an amount."""
    leaves_out: Text | None = None
    """What is to be paid besides, in a few words."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """The pages that state it."""

    def model_post_init(self, _context: Any, /) -> None:
        """Refuse a school year beside days, and a first day after the last."""
        if self.year and (self.since or self.until):
            message = "must give a school year, or days: not both"
            raise PydanticCustomError("year_and_days", message)
        if self.since and self.until and self.until < self.since:
            raise PydanticCustomError("crossed", "must not end before it begins")

    @property
    def period(self) -> tuple[str, str]:
        """Return the first and the last day (ISO): a school year begins on 1 September."""
        if self.year:
            return f"{self.year[:4]}-09-01", f"{self.year[5:]}-08-31"
        return self.since or "0000-00-00", self.until or "9999-99-99"
