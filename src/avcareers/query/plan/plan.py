"""Routes to a job or a school: courses one after the other, a first job, then the ladder."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from avcareers.store.catalogue import Catalogue

from ..naming import Cards
from .candidates import Candidate, candidates_for
from .climbing import Climb, climb_to, jobs_of_ladders, way_between
from .closed import ClosedRoutes, closed_routes
from .judging import Reason
from .offers import Offer, offers_named
from .request import Request
from .routes import (
    NOTHING,
    Course,
    Measures,
    Route,
    best_routes,
    fronts_from,
    route_order,
    routes_into,
    usable,
    various,
)

ROUTES = 5
"""Routes given at most, the one without a school among them."""
INSTEAD = 3
"""Routes given at most for who is refused by a school."""


class PlanRoute(NamedTuple):
    """One way to the target."""

    offers: tuple[Offer, ...]
    """Programmes, in the order they are followed; empty without a school."""
    jobs: tuple[str, ...]
    """From the first job to the job aimed at; only the jobs prepared for, towards a school."""
    measures: Measures
    alike: int = 0
    """Other programmes that would do as well as the last one on everything measured."""
    also: tuple[Offer, ...] = ()
    """Other programmes of the school aimed at that the same steps lead into."""


class PlanClosed(NamedTuple):
    """A programme that leads to the target, and what closes it."""

    offer: Offer
    reasons: tuple[Reason, ...]


class Plan(NamedTuple):
    """The routes to a target, and those that are closed."""

    kind: str
    """`profession` or `school`."""
    target: str
    request: Request
    routes: tuple[PlanRoute, ...]
    found: int
    """How many routes no other equals or beats, before the choice of a few."""
    closed: tuple[PlanClosed, ...]
    closed_in_all: int
    instead: tuple[PlanRoute, ...]
    """What to do if the school refuses: routes to the same jobs by other programmes."""
    offered: tuple[Offer, ...]
    """Programmes of the school aimed at."""
    without_school: Any
    """How one is hired without a school, in both languages: for the first job of that route, or
    the job aimed at when no ladder leads there; nothing towards a school."""
    jobs: Cards
    """Cards of the jobs named, by slug."""
    school: Cards
    """Card of the school aimed at."""
    today: str

    @property
    def cited(self) -> frozenset[str]:
        """Give the sources of all that is said of the programmes named."""
        routes = (*self.routes, *self.instead)
        named = [offer for route in routes for offer in (*route.offers, *route.also)]
        named += [*self.offered, *(closed.offer for closed in self.closed)]
        cited = {slug for offer in named for slug in _sources(offer)}
        return frozenset(cited.union(*(job.sources for job in self.jobs.values())))


def _sources(offer: Offer) -> Iterator[str]:
    programme: Any = offer.programme
    yield from programme.sources
    if offer.fees_origin:
        yield offer.fees_origin.source
    entries = (*programme.recognition, *offer.school.recognition)
    for fact in (*programme.fees, *programme.selectivity, *entries):
        yield fact.source
    for fact in (programme.alternance, programme.places):
        if fact:
            yield fact.source


class _Choice(NamedTuple):
    """What there is to choose from, and what is left of it."""

    every: tuple[tuple[Candidate, Course], ...]
    """All that leads to the target, and what the search for routes knows of each."""
    fit: Mapping[str, tuple[Candidate, Course]]
    """What no limit closes by itself, by key."""
    best: list[Course]
    """What is left once those that others equal or beat are gone."""


def plan_to_job(catalogue: Catalogue, target: str, request: Request, today: str) -> Plan:
    """Give the routes to a job on a day (ISO), at most five, and what closes others."""
    climb = climb_to(catalogue, target)
    candidates = () if request.no_school else candidates_for(catalogue, climb.jobs, request, today)
    choice = _chosen(
        ((one, min(map(climb.promotions, one.leads_to))) for one in candidates),
        request,
    )
    without = _without_school(catalogue, climb, request, target)
    found = best_routes(choice.best, request.level, request.limits)
    shown = various(found, ROUTES - len(without))
    closed = _closed(choice, request)
    offers = offers_named(catalogue, _named(choice, shown, closed), request, today)
    taught = (
        _route(route, choice, offers)._replace(
            jobs=climb.way(climb.nearest(choice.fit[route.keys[-1]][0].leads_to)),
            alike=_alike(route.keys[-1], choice),
        )
        for route in shown
    )
    routes = tuple(sorted((*taught, *without), key=lambda route: route.measures.unknowns))
    return Plan(
        "profession", target, request, routes, len(found) + len(without),
        _told(closed, offers), closed.in_all, (), (), _hired(catalogue, without, target),
        _named_jobs(catalogue, routes, {target}, request), {}, today,
    )  # fmt: skip


def plan_to_school(catalogue: Catalogue, target: str, request: Request, today: str) -> Plan:
    """Give the routes into a school on a day (ISO), what closes others, and what if refused."""
    programmes = () if request.no_school else catalogue.document("school", target).programmes
    own = tuple(f"{target}/{programme.slug}" for programme in programmes)
    jobs = {job for programme in programmes for job in programme.leads_to}
    ladders = jobs_of_ladders(catalogue, jobs)
    candidates = candidates_for(catalogue, ladders, request, today, school=target) if own else ()
    choice = _chosen(((one, 0 if one.key in own else None) for one in candidates), request)
    found = _into_each(own, choice, request)
    groups = found[:ROUTES]
    elsewhere = _chosen(
        ((one, 0 if jobs.intersection(one.leads_to) else None)
         for one in candidates if one.key not in own), request)  # fmt: skip
    refused = various(best_routes(elsewhere.best, request.level, request.limits), INSTEAD)
    closed = _closed(choice, request)
    into = [route for group in groups for route in group]
    named = _named(choice, (*into, *refused), closed)
    named |= {one.key: one for one, _ in choice.every if one.key in own}
    offers = offers_named(catalogue, named, request, today)
    routes = tuple(
        _route(group[0], choice, offers)._replace(
            also=tuple(offers[route.keys[-1]] for route in group[1:])
        )
        for group in groups
    )
    instead = tuple(_route(route, elsewhere, offers) for route in refused)
    return Plan(
        "school", target, request, routes, len(found), _told(closed, offers), closed.in_all,
        instead, tuple(offers[key] for key in own), None,
        _named_jobs(catalogue, (*routes, *instead), set(), request),
        catalogue.cards("school", [target]), today,
    )  # fmt: skip


def _chosen(candidates: Iterable[tuple[Candidate, int | None]], request: Request) -> _Choice:
    """Keep what no limit closes; each candidate comes with its promotions to the target."""
    every = tuple((one, one.course(promotions)) for one, promotions in candidates)
    fit = {one.key: (one, course) for one, course in every if not one.reasons}
    return _Choice(every, fit, usable((course for _, course in fit.values()), request.limits))


def _closed(choice: _Choice, request: Request) -> ClosedRoutes:
    fronts = fronts_from(choice.best, request.level, request.limits)
    return closed_routes(choice.every, fronts, request)


def _into_each(own: Collection[str], choice: _Choice, request: Request) -> list[list[Route]]:
    """Give the best routes into each programme of a school, those alike but for it together.

    Two programmes of a school are two destinations: a route into one never beats a route into
    another. The ways that open the most programmes come first.
    """
    fronts = fronts_from(choice.best, request.level, request.limits)
    together: dict[tuple[tuple[str, ...], Measures], list[Route]] = {}
    for key in own:
        if key in choice.fit:
            for route in routes_into(choice.fit[key][1], fronts, request.limits):
                together.setdefault((route.keys[:-1], route.measures), []).append(route)
    return sorted(together.values(), key=lambda group: (-len(group), route_order(group[0])))


def _named(choice: _Choice, routes: Iterable[Route], closed: ClosedRoutes) -> dict[str, Candidate]:
    """Return the candidates that are named: only those few are read whole."""
    keys = {key for route in routes for key in route.keys} | {one.key for one in closed.shown}
    return {one.key: one for one, _ in choice.every if one.key in keys}


def _route(route: Route, choice: _Choice, offers: Mapping[str, Offer]) -> PlanRoute:
    taken = tuple(offers[key] for key in route.keys)
    return PlanRoute(taken, choice.fit[route.keys[-1]][0].leads_to, route.measures)


def _alike(key: str, choice: _Choice) -> int:
    """Count the other programmes that would take the place of one without changing a measure."""
    traits = choice.fit[key][1][1:]
    return sum(course[1:] == traits for _, course in choice.fit.values()) - 1


def _told(closed: ClosedRoutes, offers: Mapping[str, Offer]) -> tuple[PlanClosed, ...]:
    return tuple(PlanClosed(offers[one.key], one.reasons) for one in closed.shown)


def _named_jobs(
    catalogue: Catalogue, routes: Iterable[PlanRoute], also: set[str], request: Request
) -> Cards:
    jobs = {slug for route in routes for slug in route.jobs} | also
    return catalogue.cards("profession", jobs | ({request.job} if request.job else set()))


def _hired(catalogue: Catalogue, without: tuple[PlanRoute, ...], target: str) -> Any:
    first = without[0].jobs[0] if without else target
    return catalogue.document("profession", first).ways_in.without_school[0]


def _without_school(
    catalogue: Catalogue, climb: Climb, request: Request, target: str
) -> tuple[PlanRoute, ...]:
    """Give the way by the ladder alone: from the job one has, else from an entry job."""
    start = request.job
    way = way_between(catalogue, start, target) if start else climb.from_entry()
    if not way:
        return ()
    return (PlanRoute((), way, NOTHING._replace(unknowns=len(way) - 1)),)
