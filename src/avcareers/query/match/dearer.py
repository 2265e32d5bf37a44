"""The programmes that a limit on fees alone sets aside of a job, and the cheapest of them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue

from ..plan.candidates import Candidate
from .wishes import Wishes


class MatchCheapest(NamedTuple):
    """A programme that costs more than the limit."""

    school: str
    """School slug."""
    school_name: str
    """School name."""
    programme: str
    """Programme slug."""
    course_name: str
    """Its name, as the school gives it."""
    fees_eur_per_year: float
    """What a year of it costs, in euros."""
    public: bool
    """Whether its school is public."""


class MatchDearer(NamedTuple):
    """What the limit on fees alone sets aside, of the programmes one may enter with one's level.

    They prepare for the job; if none does, for a job below it.
    """

    dearer: int
    """How many cost more than the limit."""
    unknown: int
    """Of how many nobody says what they cost."""
    cheapest: tuple[MatchCheapest, ...]
    """The cheapest that costs more; then the cheapest of a public school, when it is another."""


def set_aside_by_fees(
    catalogue: Catalogue, candidates: dict[str, tuple[Candidate, ...]], wishes: Wishes
) -> dict[str, MatchDearer]:
    """Return what the limit on fees alone sets aside of each job, of those it sets something aside of."""
    found = {}
    for job, every in candidates.items():
        alone = [one for one in every if _closed_by_fees(one, wishes)]
        kept = [one for one in alone if job in one.leads_to] or alone
        if kept:
            found[job] = kept
    chosen = {job: tuple(_cheapest(kept)) for job, kept in found.items()}
    slugs = {one.key.partition("/")[0] for each in chosen.values() for one in each}
    names = {slug: school.name for slug, school in catalogue.cards("school", slugs).items()}
    return {
        job: MatchDearer(
            sum(one.facts.fees is not None for one in kept),
            sum(one.facts.fees is None for one in kept),
            tuple(_told(one, names) for one in chosen[job]),
        )
        for job, kept in found.items()
    }


def _closed_by_fees(one: Candidate, wishes: Wishes) -> bool:
    programme = one.facts.programme
    entered = wishes.level is None or (programme.entry_level or 0) <= wishes.level
    short = wishes.max_years is None or (programme.years or 0) <= wishes.max_years
    kinds = {reason.kind for reason in one.reasons}
    return bool(kinds) and kinds <= {"fees", "fees-unknown"} and entered and short


def _cheapest(kept: Iterable[Candidate]) -> Iterator[Candidate]:
    priced = sorted(
        (one for one in kept if one.facts.fees is not None),
        key=lambda one: (one.facts.fees, not one.public, one.key),
    )
    yield from priced[:1]
    if priced and not priced[0].public:
        yield from [one for one in priced if one.public][:1]


def _told(one: Candidate, names: dict[str, str]) -> MatchCheapest:
    school, _, slug = one.key.partition("/")
    programme = one.facts.programme
    name = programme.course_name or programme.title
    return MatchCheapest(school, names[school], slug, name, one.facts.fees or 0.0, one.public)
