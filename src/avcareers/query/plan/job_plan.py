"""Routes to a job: programmes one after the other, a first job, then the ladder."""

from itertools import chain
from math import inf

from avcareers.store.catalogue import Catalogue

from ..climbing import climb_to, way_between
from ..untaught import untaught_among
from .also import also_open
from .beside import beside
from .candidates import Candidate, candidates_for
from .choice import choice_among
from .closed import closed_routes
from .plan import ROUTES, Plan, PlanTarget, blank_plan, closed_plans, planned_route, sources_of
from .remedies import opened_by, opening, widest
from .request import Request
from .routes import NOTHING, Route, various
from .steps import programmes_named


def plan_to_job(catalogue: Catalogue, target: str, request: Request, today: str) -> Plan:
    """Return the routes to a job on a day (ISO), at most five, and what closes others."""
    climb = climb_to(catalogue, target)
    start = request.job
    # The ladder alone: from the job one has, else from an entry job.
    alone = way_between(catalogue, start, target) if start else climb.from_entry()
    candidates = {} if request.no_school else candidates_for(catalogue, climb.jobs, request, today)
    every = tuple(candidates.values())
    # What leads no higher than the job one has is no route, but may open another.
    held = climb.promotions(start) if start in climb.jobs else inf

    def promotions(one: Candidate) -> int | None:
        left = min(map(climb.promotions, one.leads_to))
        return left if left < held else None

    choice = choice_among(every, promotions, request)
    found = choice.routes()
    shown = various(found, ROUTES - bool(alone))
    higher = tuple(one for one in every if promotions(one) is not None)
    closed = closed_routes(higher, choice.fronts, request)
    taken = {key for route in shown for key in route.keys}
    also = also_open(higher, taken, promotions, choice)
    named = taken.union(closed.keys, (one.key for one in also.named))
    programmes = programmes_named(catalogue, (candidates[key] for key in named), request, today)
    ways = [climb.way(climb.nearest(candidates[route.keys[-1]].leads_to)) for route in shown]
    jobs = catalogue.cards("profession", {target, start or target, *alone, *chain(*ways)})
    routes = [
        planned_route(route, programmes, map(jobs.get, way), request)._replace(
            through=None if way[0] == target else way[0], alike=choice.alike(route.keys[-1])
        )
        for route, way in zip(shown, ways, strict=True)
    ]
    if alone:
        ladder = Route((), NOTHING._replace(unknowns=len(alone) - 1))
        routes.append(planned_route(ladder, programmes, map(jobs.get, alone), request))
    first = catalogue.document("profession", alone[0] if alone else target)
    untaught = next(iter(untaught_among(catalogue, [target])), None)
    near = (
        None if shown or start or request.no_school else beside(catalogue, target, request, today)
    )
    if near:
        jobs |= catalogue.cards("profession", (near.job,))
    return blank_plan(PlanTarget("profession", target), request, today)._replace(
        beside=near,
        routes=tuple(sorted(routes, key=lambda route: (route.unknown_doors, route.unknowns))),
        routes_in_all=len(found) + bool(alone),
        also=tuple(programmes[one.key] for one in also.named),
        also_in_all=also.in_all,
        without_school=first.ways_in.without_school[0],
        no_programme=untaught and untaught.job.no_programme,
        untaught=untaught if higher or not every else None,
        closed=closed_plans(
            closed,
            programmes,
            lambda one: opening(request, opened_by(catalogue, one, choice, today)),
        ),
        closed_in_all=closed.in_all,
        opens_most=widest(closed.alike, request),
        sources=sources_of(catalogue, programmes, jobs),
        jobs=jobs,
        climbed=target if len(climb.jobs) > 1 else None,
    )
