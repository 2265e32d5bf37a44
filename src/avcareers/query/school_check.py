"""What a visitor should ask a school about. Facts and rules; no score, no verdict."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import located
from avcareers.text.geography import kilometres_between

from .alternance import alternance_mode
from .costs import current_fees
from .school import SchoolSheet, school_sheet
from .training import Course

if TYPE_CHECKING:
    from avcareers.model.school import Programme

STATE_NAMES = re.compile(r"\b(master|licence)s?\b", re.IGNORECASE)
"""Names of degrees that only the State confers (topic `visa-et-grade`)."""
COMMERCIAL_NAMES = re.compile(r"\b(mastères?|bachelors?|MBA)\b", re.IGNORECASE)
"""Names anyone may sell a course under."""


class Point(NamedTuple):
    """A fact to ask about."""

    rule: str
    """`registration-expired`, `registration-end-unknown`, `no-registration`, `state-name`,
    `commercial-name`, `total-cost`, `fees-unknown`, `employer`, `alternance-unknown`."""
    programme: "Programme"
    facts: dict[str, Any]
    """Figures the wording needs."""
    source: str | None
    """Source of the fact; nothing for the absence of one."""


class Nearest(NamedTuple):
    """The nearest public programme that prepares for some of the same jobs."""

    course: Course
    kilometres: float | None
    """Distance between the two; nothing when one is not located."""
    jobs: tuple[str, ...]
    """Jobs both prepare for."""


class SchoolCheck(NamedTuple):
    """What to ask a school about."""

    sheet: SchoolSheet
    points: tuple[Point, ...]
    nearest_public: Nearest | None


def school_check(catalogue: Catalogue, slug: str, today: str) -> SchoolCheck:
    """Give the points to ask a school about on a day (ISO), in a fixed order of rules."""
    sheet = school_sheet(catalogue, slug, today)
    points = [point for programme in sheet.school.programmes for point in _points(programme, sheet)]
    points.sort(key=lambda point: RULES.index(point.rule))
    return SchoolCheck(sheet, tuple(points), _nearest_public(catalogue, sheet))


RULES = (
    "registration-expired",
    "registration-end-unknown",
    "no-registration",
    "state-name",
    "commercial-name",
    "total-cost",
    "fees-unknown",
    "employer",
    "alternance-unknown",
)


def _points(programme: "Programme", sheet: SchoolSheet) -> Iterator[Point]:
    yield from _registration(programme, sheet)
    name = f"{programme.course_name or ''} {programme.title}"
    if programme.award not in {"national", "grade"}:
        for rule, pattern in (("state-name", STATE_NAMES), ("commercial-name", COMMERCIAL_NAMES)):
            match = pattern.search(name)
            if match:
                yield Point(rule, programme, {"name": match[0]}, programme.sources[0])
    current = current_fees(programme, sheet.today)
    if current and programme.years and current[0].low > 0:
        low = current[0].low * programme.years
        high = (current[0].high or current[0].low) * programme.years
        facts = {"low": low, "high": high, "years": programme.years, "year": current[0].year}
        yield Point("total-cost", programme, facts, current[0].source)
    elif not current:
        yield Point("fees-unknown", programme, {}, None)
    mode = alternance_mode(programme)
    if mode in {"likely", "partial", "full"} and programme.alternance:
        before = programme.alternance.contract_before_entry
        yield Point(
            "employer", programme, {"before": before, "mode": mode}, programme.alternance.source
        )
    elif mode == "unknown":
        yield Point("alternance-unknown", programme, {}, None)


def _registration(programme: "Programme", sheet: SchoolSheet) -> Iterator[Point]:
    if programme.certification is None:
        if programme.award == "school":
            yield Point("no-registration", programme, {}, programme.sources[0])
        return
    certification = sheet.certifications[programme.certification]
    facts = {
        "number": certification.number,
        "expires": certification.expires,
        "successors": certification.replaced_by,
    }
    if certification.expires is None:
        yield Point("registration-end-unknown", programme, facts, certification.sources[0])
    elif certification.expires < sheet.today:
        yield Point("registration-expired", programme, facts, certification.sources[0])


def _nearest_public(catalogue: Catalogue, sheet: SchoolSheet) -> Nearest | None:
    """Find the public programme closest to the school among those that share a job with it."""
    jobs = sorted(sheet.jobs)
    if not jobs or sheet.school.kind == "public":
        return None
    marks = ",".join("?" * len(jobs))
    sql = f"""
        SELECT programme.school, programme.position, sites, count(*)
        FROM programme_facet AS wanted
        JOIN facet ON facet.kind = 'school' AND facet.facet = 'kind'
            AND facet.value = 'public' AND facet.slug = wanted.school
        JOIN programme USING (school, position)
        JOIN record ON record.kind = 'school' AND record.slug = wanted.school
        WHERE wanted.facet = 'job' AND wanted.value IN ({marks})
        GROUP BY programme.school, programme.position
        ORDER BY record.collation, record.slug, programme.position
    """
    here = [located(campus, sheet.places) for campus in sheet.school.campuses]
    found = [
        _Candidate(school, position, _kilometres(here, json.loads(sites or "[]")), shared)
        for school, position, sites, shared in catalogue.rows(sql, jobs)
    ]
    if not found:
        return None
    best = min(found, key=_closeness)
    sql = """
        SELECT record.card, programme.card FROM programme
        JOIN record ON record.kind = 'school' AND record.slug = school
        WHERE school = ? AND programme.position = ?
    """
    course = next(Course(*p) for p in catalogue.read_pairs(sql, (best.school, best.position)))
    both = tuple(job for job in course.programme.leads_to if job in sheet.jobs)
    return Nearest(course, best.kilometres, both)


class _Candidate(NamedTuple):
    """A public programme, by its school and its place there."""

    school: str
    position: int
    kilometres: float | None
    jobs: int


def _kilometres(here: list[tuple[float, float]], there: list[tuple[float, float]]) -> float | None:
    """Give the shortest way between places, each a latitude and a longitude."""
    return min((kilometres_between(*one, *other) for one in here for other in there), default=None)


def _closeness(found: _Candidate) -> tuple[bool, float, int]:
    away = found.kilometres
    return away is None, round(away or 0.0), -found.jobs
