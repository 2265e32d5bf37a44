"""Routes to a job or a school: courses one after the other, a first job, then the ladder."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.catalogue import Catalogue

from .climbing import Climb, climb_to, way_between
from .naming import Cards
from .offers import Offer, Request, described, offers_for
from .plan_closed import Closed, closed_routes
from .routes import (
    NOTHING,
    Course,
    Measures,
    Route,
    best_routes,
    fronts_from,
    route_order,
    routes_into,
    various,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class Plan(NamedTuple):
    """The routes to a target, and those that are closed."""

    kind: str
    """`profession` or `school`."""
    target: str
    request: Request
    routes: tuple[PlanRoute, ...]
    found: int
    """How many routes no other equals or beats, before the choice of a few."""
    closed: tuple[Closed, ...]
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
        named = [offer.programme for route in routes for offer in route.offers]
        named += [closed.offer.programme for closed in self.closed]
        return frozenset(slug for programme in named for slug in _sources(programme))


def _sources(programme: Any) -> Iterator[str]:
    yield from programme.sources
    for fact in (*programme.fees, *programme.selectivity, *programme.recognition):
        yield fact.source
    for fact in (programme.alternance, programme.places):
        if fact:
            yield fact.source


def plan_to_job(catalogue: Catalogue, target: str, request: Request, today: str) -> Plan:
    """Give the routes to a job on a day (ISO), at most five, and what closes others."""
    climb = climb_to(catalogue, target)
    offers = {} if request.no_school else offers_for(catalogue, climb.jobs, request, today)
    courses = [
        offer.course(min(climb.promotions(job) for job in offer.leads_to))
        for offer in offers.values()
    ]
    without = _without_school(catalogue, climb, request, target)
    fit = [course for course in courses if not offers[course.key].reasons]
    found = best_routes(fit, request.level, request.limits)
    shown = various(found, ROUTES - len(without))
    taught = (_with_courses(route, offers, climb, fit) for route in shown)
    routes = tuple(sorted((*taught, *without), key=lambda route: route.measures.unknowns))
    closed = closed_routes(courses, offers, request)
    jobs = {slug for route in routes for slug in route.jobs} | {target}
    if request.job:
        jobs.add(request.job)
    full = _full(catalogue, routes, closed.shown, request, today)
    return Plan(
        "profession", target, request, tuple(_told(route, full) for route in routes), len(found) + len(without),
        _told_closed(closed.shown, full), closed.in_all, (), (), _hired(catalogue, without, target),
        catalogue.cards("profession", jobs), {}, today,
    )  # fmt: skip


def plan_to_school(catalogue: Catalogue, target: str, request: Request, today: str) -> Plan:
    """Give the routes into a school on a day (ISO), what closes others, and what if refused."""
    programmes = catalogue.document("school", target).programmes
    jobs = {job for programme in programmes for job in programme.leads_to}
    ladders = jobs.union(*(climb_to(catalogue, job).jobs for job in sorted(jobs)))
    offers = offers_for(catalogue, ladders, request, today, also=target)
    if request.no_school:
        offers = {}
    own = [key for key, offer in offers.items() if offer.school.slug == target]
    fit = {key: offer for key, offer in offers.items() if not offer.reasons}
    into = [offer.course(0 if key in own else None) for key, offer in offers.items()]
    found = _into_each(into, fit, request)
    others = [
        offer.course(0 if jobs & set(offer.leads_to) else None)
        for key, offer in fit.items()
        if key not in own
    ]
    instead = various(best_routes(others, request.level, request.limits), INSTEAD)
    closed = closed_routes(into, offers, request)
    refused = tuple(_into(route, offers) for route in instead)
    mine = PlanRoute(tuple(offers[key] for key in own), (), NOTHING)
    full = _full(catalogue, (*found[:ROUTES], *refused, mine), closed.shown, request, today)
    return Plan(
        "school", target, request, tuple(_told(route, full) for route in found[:ROUTES]),
        len(found), _told_closed(closed.shown, full), closed.in_all,
        tuple(_told(route, full) for route in refused), _told(mine, full).offers,
        None,
        catalogue.cards("profession", ladders | ({request.job} if request.job else set())),
        catalogue.cards("school", [target]), today,
    )  # fmt: skip


def _with_courses(
    route: Route, offers: "Mapping[str, Offer]", climb: Climb, courses: Iterable[Course]
) -> PlanRoute:
    """Give a route as courses, then the ladder from the job of the last one nearest the target."""
    taken = tuple(offers[key] for key in route.keys)
    first = min(taken[-1].leads_to, key=lambda job: (climb.promotions(job), job))
    return PlanRoute(taken, climb.way(first), route.measures, _alike(route.keys[-1], courses))


def _into_each(
    into: list[Course], fit: "Mapping[str, Offer]", request: Request
) -> tuple[PlanRoute, ...]:
    """Give the best routes into each programme of a school, those alike but for it as one.

    Two programmes of a school are two destinations: a route into one never beats a route into
    another. The ways that open the most programmes come first.
    """
    usable = [course for course in into if course.key in fit]
    fronts = fronts_from(usable, request.level, request.limits)
    together: dict[tuple[tuple[str, ...], Measures], list[Route]] = {}
    for course in usable:
        if course.promotions is not None:
            for route in routes_into(course, fronts, request.limits):
                together.setdefault((route.keys[:-1], route.measures), []).append(route)
    groups = sorted(together.values(), key=lambda group: (-len(group), route_order(group[0])))
    return tuple(
        _into(group[0], fit)._replace(also=tuple(fit[route.keys[-1]] for route in group[1:]))
        for group in groups
    )


def _into(route: Route, offers: "Mapping[str, Offer]") -> PlanRoute:
    taken = tuple(offers[key] for key in route.keys)
    return PlanRoute(taken, taken[-1].leads_to, route.measures)


def _alike(key: str, courses: Iterable[Course]) -> int:
    """Count the other courses that would take the place of one without changing a measure."""
    every = list(courses)
    (traits,) = [course[1:] for course in every if course.key == key]
    return sum(1 for course in every if course[1:] == traits) - 1


def _full(
    catalogue: Catalogue,
    routes: Iterable[PlanRoute],
    closed: Iterable[Closed],
    request: Request,
    today: str,
) -> "Mapping[str, Offer]":
    """Give the programmes named, whole: only those few are read."""
    named = [offer for route in routes for offer in (*route.offers, *route.also)]
    named += [one.offer for one in closed]
    return described(catalogue, named, request, today)


def _told(route: PlanRoute, full: "Mapping[str, Offer]") -> PlanRoute:
    return route._replace(
        offers=tuple(full[offer.key] for offer in route.offers),
        also=tuple(full[offer.key] for offer in route.also),
    )


def _told_closed(closed: Iterable[Closed], full: "Mapping[str, Offer]") -> tuple[Closed, ...]:
    return tuple(one._replace(offer=full[one.offer.key]) for one in closed)


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
