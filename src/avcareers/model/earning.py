"""What people really earn and how much they work: a figure of a group, for a year, from a source."""

from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from .base import MOST_EUROS, Record, Slug, SourceId, Text
from .chain import DepartmentSlug
from .profession import ProfessionSlug
from .vocabulary import Confidence, EarningKind, EarningUnit, Regime, Statistic

PERCENTAGES: frozenset[Statistic] = frozenset({"share", "change", "largest-change", "gap"})
"""Statistics that are said in percent; a mean and a median are said in euros or in hours."""


class Group(Record):
    """The jobs a figure is about: some jobs, some departments, or a sector by its schemes."""

    jobs: tuple[ProfessionSlug, ...] = ()
    """Jobs it was measured for."""
    departments: tuple[DepartmentSlug, ...] = ()
    """Departments it was measured for."""
    regimes: tuple[Regime, ...] = ()
    """Schemes whose whole sector it was measured for."""


class Earning(Record):
    """A figure of what people earn, how much they work, or how employment moves."""

    slug: Slug
    """Key."""
    covers: Group
    """The jobs it is shown for, by one of the three ways."""
    kind: EarningKind
    """What it measures: earnings, hours, a gap between women and men, the way employment goes."""
    measure: Text
    """What is counted, in a few words."""
    value: Annotated[float, Field(ge=-100, le=MOST_EUROS)]
    """The figure."""
    unit: EarningUnit
    """Its unit."""
    statistic: Statistic
    """How it sums up the group."""
    period: Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}(-20[0-9]{2})?$")]
    """Year it is about, or first and last years."""
    population: Text
    """Who was counted, in a few words that follow « pour » or “for”."""
    according_to: Text
    """Who gives the figure; a union, a guild or a rights society is called so."""
    computed_from: Text | None = None
    """The published totals we divided; absent for a figure that was published."""
    confidence: Confidence
    """How well it is supported."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was read."""

    def model_post_init(self, _context: object, /) -> None:
        """Refuse a figure about several kinds of groups, and a unit that its statistic can't have."""
        given = [name for name in Group.model_fields if getattr(self.covers, name)]
        if len(given) != 1:
            message = "must be about jobs, departments or regimes: one of the three"
            raise PydanticCustomError("group", message)
        if (self.unit == "percent") != (self.statistic in PERCENTAGES):
            message = "must give a share, a change or a gap in percent, and nothing else"
            raise PydanticCustomError("statistic", message)
        if self.statistic in ("mean", "median", "share") and self.value < 0:
            raise PydanticCustomError("negative", "must not be below zero")
        if self.period[5:] and self.period[5:] <= self.period[:4]:
            raise PydanticCustomError("crossed", "must not end before it begins")
