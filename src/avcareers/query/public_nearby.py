"""The public programmes nearest to a school that is not public, for some of the same jobs."""

import json
from typing import Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Rounded
from avcareers.store.catalogue import Catalogue
from avcareers.text.geography import kilometres_between

from .school import SchoolSheet
from .training import Course, course_of


class Nearest(NamedTuple):
    """The public programme nearest to a campus that prepares for some of the same jobs."""

    campus: str | None
    """City of the campus, by key; null when none is known."""

    course: Annotated[Course, Merged()]
    """The programme and its school."""
    kilometres: Annotated[float | None, Rounded(1)]
    """Distance to that campus; null when one of the two is not located."""
    jobs: tuple[str, ...]
    """Jobs both prepare for."""


NEAREST = 3
"""Public programmes that are named."""


def nearest_public(catalogue: Catalogue, sheet: SchoolSheet) -> tuple[Nearest, ...]:
    """Return the public programme closest to each campus among those that share a job with it.

    Who would enter the school must be able to enter it: it asks for the lowest level that the school
    does, and the job is one of those prepared for from there.
    """
    entry, jobs = _from_the_bottom(sheet)
    if not jobs or sheet.school.kind == "public":
        return ()
    marks = ",".join("?" * len(jobs))
    sql = f"""
        SELECT programme.school, programme.position, sites, count(*)
        FROM programme_facet AS wanted
        JOIN facet ON facet.kind = 'school' AND facet.facet = 'kind'
            AND facet.value = 'public' AND facet.slug = wanted.school
        JOIN programme USING (school, position)
        JOIN record ON record.kind = 'school' AND record.slug = wanted.school
        WHERE wanted.facet = 'job' AND wanted.value IN ({marks})
            AND (? IS NULL OR json_extract(programme.document, '$.entry_level') = ?)
        GROUP BY programme.school, programme.position
        ORDER BY record.collation, record.slug, programme.position
    """
    found = [
        _Candidate(school, position, tuple(map(tuple, json.loads(sites or "[]"))), shared)
        for school, position, sites, shared in catalogue.rows(sql, (*jobs, entry, entry))
    ]
    if not found:
        return ()
    campuses: list[tuple[str | None, tuple[float, float] | None]]
    campuses = [(each.city.slug, each.site) for each in sheet.campuses] or [(None, None)]
    nearest: dict[tuple[str, int], Nearest] = {}
    for city, site in campuses:
        best = min(found, key=lambda each: each.closeness(site))
        one = _named(catalogue, best, sheet, city, best.kilometres(site))
        known = nearest.setdefault((best.school, best.position), one)
        nearest[best.school, best.position] = min(known, one, key=by_distance)
    return tuple(sorted(nearest.values(), key=by_distance)[:NEAREST])


def _from_the_bottom(sheet: SchoolSheet) -> tuple[int | None, list[str]]:
    """Return the lowest level that a school asks for, when one is known, and the jobs from there."""
    records = [programme.record for programme in sheet.programmes]
    entry = min((r.entry_level for r in records if r.entry_level is not None), default=None)
    return entry, sorted({job for r in records if r.entry_level == entry for job in r.leads_to})


def by_distance(found: Nearest) -> tuple[bool, float]:
    """Return what sorts programmes by how near they are."""
    return found.kilometres is None, found.kilometres or 0.0


class _Candidate(NamedTuple):
    """A public programme, by its school and its place there."""

    school: str
    position: int
    sites: tuple[Any, ...]
    jobs: int

    def kilometres(self, here: tuple[float, float] | None) -> float | None:
        """Return the shortest way from a place (latitude, longitude), in km; None when unknown."""
        away = (kilometres_between(*here, *there) for there in self.sites) if here else ()
        return min(away, default=None)

    def closeness(self, here: tuple[float, float] | None) -> tuple[bool, float, int]:
        """Return what sorts candidates: to the kilometre, those that share most jobs first."""
        away = self.kilometres(here)
        return away is None, round(away or 0.0), -self.jobs


def _named(
    catalogue: Catalogue,
    best: _Candidate,
    sheet: SchoolSheet,
    city: str | None,
    away: float | None,
) -> Nearest:
    sql = """
        SELECT record.card, programme.card FROM programme
        JOIN record ON record.kind = 'school' AND record.slug = school
        WHERE school = ? AND programme.position = ?
    """
    course = next(map(course_of, catalogue.read_pairs(sql, (best.school, best.position))))
    both = tuple(job for job in course.taught.leads_to if job in sheet.jobs)
    return Nearest(city, course, away, both)
