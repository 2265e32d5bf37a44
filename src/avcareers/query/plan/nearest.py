"""The nearest route to each of several jobs: the first that a plan gives, without the rest of it."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue

from ..climbing import Climb, climb_to
from .candidates import Candidate, candidates_for
from .choice import Choice, choice_among
from .judging import Reason
from .plan import PlanRoute, planned_route
from .request import Request
from .routes import NONE, NOTHING, Amount, Route
from .steps import programmes_named


class Ladders(NamedTuple):
    """The ladders into some jobs, and the programmes that lead to a job of one, read once for all."""

    climbs: Mapping[str, Climb]
    """By the job each leads to."""
    candidates: tuple[Candidate, ...]


class Nearest(NamedTuple):
    """The nearest ways to a job."""

    routes: tuple[PlanRoute, ...]
    """The first route through a school that a plan gives, then the one from an entry job, if any."""
    candidates: tuple[Candidate, ...]
    """The programmes that prepare for it or for a job below it, whatever the limits."""


class _Towards(NamedTuple):
    """What leads to a job."""

    climb: Climb
    candidates: Mapping[str, Candidate]
    choice: Choice


def ladders_into(
    catalogue: Catalogue, jobs: Iterable[str], request: Request, today: str
) -> Ladders:
    """Return the ladders into some jobs, with their programmes as one person meets them."""
    climbs = {job: climb_to(catalogue, job) for job in jobs}
    below = frozenset[str]().union(*(climb.jobs for climb in climbs.values()))
    return Ladders(climbs, tuple(candidates_for(catalogue, below, request, today).values()))


def reached(ladders: Ladders, request: Request) -> frozenset[str]:
    """Return the jobs that a plan would have a route to through a school.

    Programmes may have been read for a request that asks more, but in alternance alike. What no limit is
    about is not measured, for one route is as good as another.
    """
    measured = [
        one._replace(reasons=(), measures=NOTHING._replace(years=_years(one, request)))
        for one in ladders.candidates
        if not any(_closes(reason, request) for reason in one.reasons)
    ]
    return frozenset(
        job
        for job, climb in ladders.climbs.items()
        if _of_one(climb, measured, request).choice.routes()
    )


def _years(candidate: Candidate, request: Request) -> Amount:
    return candidate.measures.years if request.max_years is not None else NONE


def _closes(reason: Reason, request: Request) -> bool:
    """True if what closes a programme for one request closes it for one that asks no more."""
    limit, _, doubt = reason.kind.partition("-")
    if doubt and request.unknown_too:
        return False
    match limit:
        case "entry":
            return (reason.found or 0) > request.level
        case "fees":
            return request.max_fees is not None
        case "distance":
            return request.near is not None
        case "alternance":
            return request.alternance
        case _:
            return True


def nearest_routes(
    catalogue: Catalogue, jobs: Iterable[str], request: Request, today: str
) -> dict[str, Nearest]:
    """Return the nearest ways to each of some jobs."""
    climbs, candidates = ladders_into(catalogue, jobs, request, today)
    towards = {job: _of_one(climb, candidates, request) for job, climb in climbs.items()}
    first = {job: next(iter(one.choice.routes()), None) for job, one in towards.items()}
    named = {key: towards[job].candidates[key] for job, r in first.items() if r for key in r.keys}
    programmes = programmes_named(catalogue, named.values(), request, today)
    ways = {job: _way(towards[job], route) for job, route in first.items()}
    alone = {job: one.climb.from_entry() for job, one in towards.items()}
    cards = catalogue.cards("profession", chain(*ways.values(), *alone.values()))

    def planned(job: str) -> Iterable[PlanRoute]:
        if route := first[job]:
            taught = planned_route(route, programmes, map(cards.get, ways[job]), request)
            yield taught._replace(through=None if ways[job][0] == job else ways[job][0])
        if way := alone[job]:
            ladder = Route((), NOTHING._replace(unknowns=len(way) - 1))
            yield planned_route(ladder, programmes, map(cards.get, way), request)

    return {
        job: Nearest(tuple(planned(job)), tuple(one.candidates.values()))
        for job, one in towards.items()
    }


def _way(towards: _Towards, route: Route | None) -> tuple[str, ...]:
    """Return the jobs of a route, from the one its last programme prepares for."""
    if route is None:
        return ()
    climb = towards.climb
    return climb.way(climb.nearest(towards.candidates[route.keys[-1]].leads_to))


def _of_one(climb: Climb, candidates: Iterable[Candidate], request: Request) -> _Towards:
    own = {
        one.key: one._replace(leads_to=aims)
        for one in candidates
        if (aims := tuple(job for job in one.leads_to if job in climb.steps))
    }
    choice = choice_among(
        own.values(), lambda one: min(map(climb.promotions, one.leads_to)), request
    )
    return _Towards(climb, own, choice)
