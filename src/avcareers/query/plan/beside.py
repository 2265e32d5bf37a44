"""What is worth asking about when no school within the limits prepares for a job: one that does for a job near it."""

import json
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue

from ..jobs import neighbours_of
from .candidates import Candidate, candidates_for
from .request import Request
from .steps import PlanProgramme, programmes_named


class PlanBeside(NamedTuple):
    """An open programme that does not name the job aimed at, but one that people begin with near it."""

    programme: PlanProgramme
    """The programme."""
    job: str
    """Key of a first job that it prepares for, in the same department or in one next to it."""


def beside(catalogue: Catalogue, target: str, request: Request, today: str) -> PlanBeside | None:
    """Return the best open programme beside a job, near the city asked for; nothing without a city."""
    first = _first_jobs_near(catalogue, target) if request.near else ()
    found = candidates_for(catalogue, frozenset(first), request, today).values() if first else ()
    best = min((one for one in found if _is_open(one, request)), key=_order, default=None)
    if best is None:
        return None
    programmes = programmes_named(catalogue, (best,), request, today)
    return PlanBeside(programmes[best.key], min(best.leads_to, key=first.index))


def _is_open(one: Candidate, request: Request) -> bool:
    """True if it is known to take people of the level one holds, and nothing else closes it."""
    asked = one.facts.programme.entry_level
    return not one.reasons and asked is not None and asked <= request.level


def _order(one: Candidate) -> tuple[object, ...]:
    """Return what they are sorted by: sure to be entered, cheap, near, short."""
    years, cost, distance, unknowns, doors = one.measures
    return (
        doors,
        *((not each.whole, each.known) for each in (cost, distance, years)),
        unknowns,
        one.key,
    )


def _first_jobs_near(catalogue: Catalogue, target: str) -> tuple[str, ...]:
    """Return the jobs one begins with in the department of a job, then in those next to it."""
    department = catalogue.document("profession", target).department
    departments = (department, *neighbours_of(catalogue, (department,)))
    sql = """
        SELECT slug FROM json_each(?) AS asked JOIN facet AS own ON own.value = asked.value
        JOIN facet AS level USING (kind, slug)
        WHERE kind = 'profession' AND own.facet = 'department'
        AND level.facet = 'level' AND level.value = 'entry' ORDER BY asked.key, slug
    """
    return tuple(slug for (slug,) in catalogue.rows(sql, (json.dumps(departments),)))
