"""The schools that a limit on fees leaves out for what is known of them: they cost more."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Unpublished

from .costs import older_fees, uncounted
from .filters.judging import Judge
from .nearby import nearest_kilometres

if TYPE_CHECKING:
    from .filters.school_answers import Surroundings
    from .filters.schools import SchoolFilters
    from .judged import CandidateSchool


class Dearer(NamedTuple):
    """Schools left out only because a year costs more than what was asked."""

    schools: int
    """How many."""
    public: int
    """How many of them are public."""
    nearest_public: str | None
    """The public one nearest to the city asked for, else the cheapest; null without any."""
    eur_per_year: float | None
    """What a year costs there at least."""
    name: Annotated[str, Unpublished]
    """Its name."""


def dearer_than(
    asked: "SchoolFilters", left: "Iterable[CandidateSchool]", around: "Surroundings"
) -> Dearer | None:
    """Return what a limit on fees leaves out of some schools that do not match; None without any."""
    if asked.max_fees is None:
        return None
    judge, near = Judge(asked._replace(max_fees=None), around), asked.near
    found, public = 0, []
    for candidate in left:
        costs = [each.lowest_cost for each in judge.verdict(candidate).programmes]
        known = [cost for cost in costs if cost is not None]
        if not known:
            continue
        found += 1
        school = candidate.school
        if school.kind == "public":
            away = nearest_kilometres(near, school.campuses, around.places) if near else None
            public.append((away or 0.0, min(known), school.slug, school.name))
    if not found:
        return None
    _, euros, slug, name = min(public, default=(0.0, None, None, ""))
    return Dearer(found, len(public), slug, euros, name)


def has_uncounted(candidate: "CandidateSchool", today: str) -> bool:
    """True if an amount was read of a school that is no price on a day (ISO): old, undated, or a part."""
    return any(uncounted([(older_fees(each.record, today), 1)]) for each in candidate.programmes)
