"""Jobs that no programme prepares for, and the jobs below them whose programmes stand in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue

from .cards import in_order
from .climbing import climb_to, stand_ins

if TYPE_CHECKING:
    from avcareers.model.profession import Profession
    from avcareers.model.school import Programme


class Untaught(NamedTuple):
    """A job that no programme prepares for."""

    job: "Profession"
    """The job."""
    below: "tuple[Profession, ...]"
    """Cards of the jobs whose programmes stand in; none when no job below it is taught."""


def untaught_among(catalogue: Catalogue, jobs: Iterable[str]) -> tuple[Untaught, ...]:
    """Return those of some jobs that no programme prepares for."""
    sql = "SELECT 1 FROM programme_facet WHERE facet = 'job' AND value = ? LIMIT 1"
    return tuple(_untaught(catalogue, job) for job in jobs if not list(catalogue.rows(sql, [job])))


def _untaught(catalogue: Catalogue, job: str) -> Untaught:
    below = stand_ins(catalogue, climb_to(catalogue, job))
    return Untaught(
        catalogue.document("profession", job),
        in_order(catalogue.cards("profession", below), below),
    )


def looked_for(jobs: Iterable[str], untaught: Iterable[Untaught]) -> tuple[str, ...]:
    """Return the jobs whose programmes answer for some jobs: themselves, or those that stand in."""
    below = {one.job.slug: tuple(job.slug for job in one.below) for one in untaught}
    return tuple(dict.fromkeys(other for job in jobs for other in below.get(job) or (job,)))


def through(
    programmes: "Iterable[Programme]", jobs: Iterable[str], untaught: Iterable[Untaught]
) -> tuple[str, ...]:
    """Return the jobs that stand in by which some programmes answer; none for those that lead there."""
    asked = frozenset(jobs)
    others = [each.leads_to for each in programmes if asked.isdisjoint(each.leads_to)]
    below = dict.fromkeys(job.slug for one in untaught for job in one.below)
    return tuple(job for job in below if any(job in leads_to for leads_to in others))
