"""Routes into a school: the programmes that open its own, and what to do if it refuses."""

from collections.abc import Iterable

from avcareers.store.catalogue import Catalogue

from ..climbing import climb_to, jobs_of_ladders
from .candidates import Candidate, candidates_for
from .choice import Choice, choice_among
from .closed import closed_routes
from .plan import (
    ROUTES,
    Plan,
    PlanRoute,
    PlanTarget,
    blank_plan,
    closed_plans,
    planned_route,
    sources_of,
)
from .remedies import opened_by, opening, widest
from .request import Request
from .routes import Measures, Route, route_order, various
from .steps import Programmes, programmes_named

INSTEAD = 3
"""Routes given at most for who is refused by a school."""


def plan_to_school(catalogue: Catalogue, target: str, request: Request, today: str) -> Plan:
    """Return the routes into a school on a day (ISO), what closes others, and what if refused."""
    taught = () if request.no_school else catalogue.document("school", target).programmes
    own = {f"{target}/{programme.slug}": None for programme in taught}
    aims = dict.fromkeys(job for programme in taught for job in programme.leads_to)
    ladders = jobs_of_ladders(catalogue, aims)
    candidates = candidates_for(catalogue, ladders, request, today, school=target) if own else {}
    choice = choice_among(candidates.values(), lambda one: 0 if one.key in own else None, request)
    groups = _into_each(own, choice)
    into = groups[:ROUTES]
    others = [one for one in candidates.values() if one.key not in own]
    refused = _if_refused(others, aims, request)
    closed = closed_routes((candidates[key] for key in own), choice.fronts, request)
    shown = [*(route for group in into for route in group), *refused]
    named = {key for route in shown for key in route.keys}.union(own)
    programmes = programmes_named(catalogue, (candidates[key] for key in named), request, today)
    ends = [candidates[route.keys[-1]] for route in (*(group[0] for group in into), *refused)]
    led_to = {job for one in ends for job in one.leads_to}
    jobs = catalogue.cards("profession", led_to.union(filter(None, [request.job])))
    return blank_plan(PlanTarget("school", target), request, today)._replace(
        routes=tuple(_route(group, programmes, request) for group in into),
        routes_in_all=len(groups),
        instead=tuple(planned_route(route, programmes, (), request) for route in refused),
        closed=closed_plans(
            closed,
            programmes,
            lambda one: opening(request, opened_by(catalogue, one, choice, today)),
        ),
        closed_in_all=closed.in_all,
        opens_most=widest(closed.alike, request),
        offered=tuple(programmes[key] for key in own),
        sources=sources_of(catalogue, programmes, jobs),
        jobs=jobs,
        climbed=next((job for job in aims if climb_to(catalogue, job).from_entry()), None),
        school=catalogue.cards("school", [target])[target],
    )


def _into_each(own: Iterable[str], choice: Choice) -> list[list[Route]]:
    """Return the best routes into each programme of a school, those alike but for it together.

    Two programmes of a school are two destinations: a route into one never beats a route into
    another. The ways that open the most programmes come first.
    """
    together: dict[tuple[tuple[str, ...], Measures], list[Route]] = {}
    for key in own:
        for route in choice.routes_into(key):
            together.setdefault((route.keys[:-1], route.measures), []).append(route)
    return sorted(together.values(), key=lambda group: (-len(group), route_order(group[0])))


def _if_refused(
    others: Iterable[Candidate], aims: Iterable[str], request: Request
) -> tuple[Route, ...]:
    """Return a few routes to the same jobs by the programmes of other schools."""
    wanted = frozenset(aims)
    choice = choice_among(
        others, lambda one: 0 if wanted.intersection(one.leads_to) else None, request
    )
    return various(choice.routes(), INSTEAD)


def _route(group: list[Route], programmes: Programmes, request: Request) -> PlanRoute:
    """Return routes that differ by their last programme as one."""
    first, *others = group
    last = tuple(programmes[route.keys[-1]].programme.record.slug for route in others)
    return planned_route(first, programmes, (), request)._replace(or_=last)
