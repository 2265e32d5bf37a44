"""Public programmes to look at beside a school that is not: the same diploma, then the same trades."""

import json
from typing import Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Rounded
from avcareers.store.catalogue import Catalogue
from avcareers.text.geography import kilometres_between

from .school import SchoolSheet
from .training import Course, course_of


class Nearest(NamedTuple):
    """A public programme near a campus that prepares for some of the same jobs."""

    campus: str | None
    """City of the campus, by key; null when none is known."""

    course: Annotated[Course, Merged()]
    """The programme and its school."""
    kilometres: Annotated[float | None, Rounded(1)]
    """Distance to that campus; null when one of the two is not located."""
    jobs: tuple[str, ...]
    """Jobs both prepare for."""
    same_diploma: bool
    """Whether it leads to a national diploma that the school prepares for too."""


NEAREST = 3
"""Public programmes that are named."""
BAC = 4
"""Level of the bac."""
REACH_KM = 30
"""Distances that are as good as one another: who shares more jobs comes first."""
Closeness = tuple[bool, bool, bool, float, int, float]
THEORY = ("licence", "master")
"""Diplomas that come after those which teach the trade itself."""


def nearest_public(catalogue: Catalogue, sheet: SchoolSheet) -> tuple[Nearest, ...]:
    """Return the public programmes that answer best, and nearest: for each campus, then the next ones.

    The same national diploma comes first, then what teaches some of the same jobs, then university
    degrees. Who would enter the school must be able to enter them: they ask for the lowest level that
    the school does, and the job is one of those prepared for from there.
    """
    entry, jobs = _from_the_bottom(sheet)
    if not jobs or sheet.school.kind == "public":
        return ()
    marks = ",".join("?" * len(jobs))
    sql = f"""
        SELECT programme.school, programme.position, sites, count(*),
            json_extract(programme.document, '$.diploma'),
            json_extract(programme.document, '$.entry_level')
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
    diplomas = {each.record.diploma for each in sheet.programmes if each.record.diploma}
    found = [
        _Candidate(school, position, tuple(map(tuple, json.loads(sites or "[]"))), shared,
                   diploma in diplomas, diploma in THEORY or (level or 0) > BAC)
        for school, position, sites, shared, diploma, level in catalogue.rows(
            sql, (*jobs, entry, entry))
    ]  # fmt: skip
    campuses: list[tuple[str | None, tuple[float, float] | None]]
    campuses = [(each.city.slug, each.site) for each in sheet.campuses] or [(None, None)]
    offered = [(*one.closeness(site), one, city, one.kilometres(site))
               for one in found for city, site in campuses]  # fmt: skip
    offered.sort(key=lambda each: each[:-3])
    chosen: dict[str, Nearest] = {}
    best_of_each = {each[-2]: each for each in reversed(offered)}.values()
    for *_, one, city, away in (*sorted(best_of_each, key=lambda e: e[:-3]), *offered):
        if one.school not in chosen and len(chosen) < NEAREST:
            chosen[one.school] = _named(catalogue, one, sheet, city, away)
    return tuple(sorted(chosen.values(), key=by_worth))


def _from_the_bottom(sheet: SchoolSheet) -> tuple[int | None, list[str]]:
    """Return the lowest level that a school asks for, when one is known, and the jobs from there."""
    records = [programme.record for programme in sheet.programmes]
    entry = min((r.entry_level for r in records if r.entry_level is not None), default=None)
    return entry, sorted({job for r in records if r.entry_level == entry for job in r.leads_to})


def by_worth(found: Nearest) -> tuple[bool, bool, bool, float]:
    """Return what sorts programmes: the same diploma, then those of the trade, then by how near."""
    theory = found.course.taught.diploma in THEORY
    return not found.same_diploma, theory, found.kilometres is None, found.kilometres or 0.0


class _Candidate(NamedTuple):
    """A public programme, by its school and its place there."""

    school: str
    position: int
    sites: tuple[Any, ...]
    jobs: int
    same_diploma: bool
    later: bool
    """Whether others come first: a university degree, or one that asks for more than the bac."""

    def kilometres(self, here: tuple[float, float] | None) -> float | None:
        """Return the shortest way from a place (latitude, longitude), in km; None when unknown."""
        away = (kilometres_between(*here, *there) for there in self.sites) if here else ()
        return min(away, default=None)

    def closeness(self, here: tuple[float, float] | None) -> "Closeness":
        """Return what sorts candidates: by diploma, by how near, by jobs shared within reach."""
        away = self.kilometres(here)
        near = away or 0.0
        return not self.same_diploma, self.later, away is None, near // REACH_KM, -self.jobs, near


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
    return Nearest(city, course, away, both, best.same_diploma)
