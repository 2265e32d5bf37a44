"""The best ways through courses, whatever they teach: exact, and the same at every run.

It knows no catalogue, only numbers. See docs/planning.md for why the answer is exact.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

NOT_YET = -1
"""Level before the first course of a route: all that is open at the start is new."""


class Amount(NamedTuple):
    """A number, as far as it is known."""

    known: float
    """The part that is known."""
    whole: bool = True
    """True if that is all of it; else the amount is at least that."""


NONE = Amount(0.0)
UNKNOWN = Amount(0.0, whole=False)


class Measures(NamedTuple):
    """What routes are compared on. Less is better."""

    years: Amount
    """Years of courses."""
    cost: Amount
    """Euros of fees, in all."""
    distance: Amount
    """Kilometres to the farthest course."""
    unknowns: int
    """Things that are not known."""
    doors: int = 0
    """Courses of which one does not know who may enter, or how."""


NOTHING = Measures(NONE, NONE, NONE, 0)
"""A route before its first course."""


class Course(NamedTuple):
    """A course, as far as choosing goes."""

    key: str
    entry: int | None
    """Level one must hold to enter; None when not known."""
    exit: int | None
    """Level it gives; None when not known."""
    own: Measures
    """What it adds to a route."""
    promotions: int | None
    """Promotions from its first job to the target; None when it leads to other courses only."""


class Limits(NamedTuple):
    """What a route may not pass. A limit leaves out what is not known, unless it is let in."""

    years: float | None = None
    total: float | None = None
    """Euros, all years together."""
    distance: float | None = None
    """Kilometres."""
    unknown_too: bool = False


class Route(NamedTuple):
    """Courses to follow one after the other."""

    keys: tuple[str, ...]
    measures: Measures


State = tuple[int, int]
"""Level held before the last course, and level held now."""
Front = list[Route]
"""Routes none of which is at least as good as another on everything."""
Fronts = dict[State, Front]
"""The best ways to each state."""


def best_routes(courses: Iterable[Course], fronts: Fronts, limits: Limits) -> tuple[Route, ...]:
    """Return the routes to the target that no other equals or beats on everything.

    They end with one of some courses, and begin with the best ways to each level. What is not known
    is as good as anything else that is not known. Of routes that measure the same, one is given. They
    come in a fixed order: the fewest unknown doors, the fewest unknowns, then the least cost, years, distance (the unknown
    last), then the keys.
    """
    best: Front = []
    last = [course for course in courses if course.promotions is not None]
    for state, front in fronts.items():
        for course in last:
            if opens(course.entry, state):
                for route in front:
                    _keep(best, _after(route, course, course.promotions or 0), limits)
    return _unbeaten(best)


def fronts_from(courses: Collection[Course], level: int, limits: Limits) -> Fronts:
    """Return the best ways to each level that courses reach from one, within the limits.

    Levels only go up, so each state is met once.
    """
    fronts: Fronts = {(NOT_YET, level): [Route((), NOTHING)]}
    for held in range(level, max((c.exit or 0 for c in courses), default=level) + 1):
        for state in sorted(state for state in fronts if state[1] == held):
            for course in courses:
                # What asks for something unknown cannot be counted on to open more.
                if course.entry is None or not opens(course.entry, state):
                    continue
                if course.exit is None or course.exit <= held:
                    continue
                front = fronts.setdefault((held, course.exit), [])
                for route in fronts[state]:
                    _keep(front, _after(route, course, 0), limits)
    return fronts


def opens(entry: int | None, state: State) -> bool:
    """True if the last course opened one that asks for a level: closed before, open now.

    A course whose entry level is not known is taken as open from the start, never as opened; and
    it opens nothing.
    """
    before, held = state
    if entry is None:
        return before == NOT_YET
    return before < entry <= held


def added(route: Measures, own: Measures) -> Measures:
    """Return what a route measures with one more course. What is not known stays so."""
    return Measures(
        Amount(route.years.known + own.years.known, route.years.whole and own.years.whole),
        Amount(route.cost.known + own.cost.known, route.cost.whole and own.cost.whole),
        Amount(
            max(route.distance.known, own.distance.known),
            route.distance.whole and own.distance.whole,
        ),
        route.unknowns + own.unknowns,
        route.doors + own.doors,
    )


def no_worse(first: Measures, second: Measures) -> bool:
    """True if the first is at least as good on everything.

    An amount known in part is neither better nor worse than one known in whole: the two are not
    compared.
    """
    return (
        first.doors <= second.doors
        and first.unknowns <= second.unknowns
        and _no_more(first.years, second.years)
        and _no_more(first.cost, second.cost)
        and _no_more(first.distance, second.distance)
    )


def _no_more(first: Amount, second: Amount) -> bool:
    return first.whole == second.whole and first.known <= second.known


def within(measures: Measures, limits: Limits) -> bool:
    """True if a route passes no limit."""
    pairs = (
        (measures.years, limits.years),
        (measures.cost, limits.total),
        (measures.distance, limits.distance),
    )
    return all(
        amount.known <= limit and (amount.whole or limits.unknown_too)
        for amount, limit in pairs
        if limit is not None
    )


def route_order(route: Route) -> tuple[object, ...]:
    """Return what routes are sorted by."""
    years, cost, distance, unknowns, doors = route.measures
    amounts = ((not amount.whole, amount.known) for amount in (cost, years, distance))
    return doors, unknowns, *amounts, len(route.keys), route.keys


def various(routes: tuple[Route, ...], count: int) -> tuple[Route, ...]:
    """Return at most so many routes, in their order: the best on each measure, then the first."""
    if len(routes) <= count:
        return routes
    chosen: list[Route] = [routes[0]]
    for measure in ("cost", "years", "distance"):
        known = [route for route in routes if getattr(route.measures, measure).whole]
        chosen += sorted(known, key=lambda route: getattr(route.measures, measure).known)[:1]
    kept = tuple(dict.fromkeys((*chosen, *routes)))[:count]
    return tuple(route for route in routes if route in kept)


def usable(courses: Iterable[Course], limits: Limits) -> tuple[Course, ...]:
    """Return the courses that break no limit alone, and that no course alike equals or beats.

    Alike: open to the same people, leading to the same level and as near the target.
    """
    alike: dict[tuple[int | None, int | None, int | None], Front] = defaultdict(list)
    found = {}
    for course in courses:
        found[course.key] = course
        group = alike[course.entry, course.exit, course.promotions]
        _keep(group, Route((course.key,), course.own), limits)
    kept = sorted(route.keys[0] for group in alike.values() for route in group)
    return tuple(found[key] for key in kept)


def _unbeaten(routes: Front) -> tuple[Route, ...]:
    """Return, in their order, the routes that no other equals or beats on what is known wholly.

    Labels keep the known part of an amount, which a limit judges; two routes at the end do not: of
    two costs that are not known, the part that is known does not tell which is less. But what a whole
    amount does not exceed, it beats.
    """
    ordered = sorted(routes, key=route_order)
    sure = [_sure(route.measures) for route in ordered]
    open_ = [
        place
        for place, route in enumerate(ordered)
        if not any(surely_better(other.measures, route.measures) for other in ordered)
    ]
    return tuple(
        ordered[index]
        for index in open_
        if not any(
            no_worse(other, sure[index])
            and ((place < index and place in open_) or not no_worse(sure[index], other))
            for place, other in enumerate(sure)
            if place != index
        )
    )


def surely_better(first: Measures, second: Measures) -> bool:
    """True if the first is at least as good on everything, the unknown being at least its known part.

    On one measure at least, its whole amount stands against one that is known in part.
    """
    pairs = list(zip(first[:3], second[:3], strict=True))
    return (
        first.doors <= second.doors
        and first.unknowns <= second.unknowns
        and any(one.whole and not two.whole for one, two in pairs)
        and all(not two.whole if not one.whole else one.known <= two.known for one, two in pairs)
    )


def _sure(measures: Measures) -> Measures:
    years, cost, distance = measures[:3]
    years, cost, distance = (one if one.whole else UNKNOWN for one in (years, cost, distance))
    return measures._replace(years=years, cost=cost, distance=distance)


def _after(route: Route, course: Course, promotions: int) -> Route:
    measures = added(route.measures, course.own)
    more = measures._replace(unknowns=measures.unknowns + promotions)
    return Route((*route.keys, course.key), more)


def _keep(front: Front, route: Route, limits: Limits) -> None:
    """Add a route to a front, unless it breaks a limit or another is at least as good."""
    if not within(route.measures, limits):
        return
    for position, other in enumerate(front):
        if other.measures == route.measures:
            if (len(route.keys), route.keys) < (len(other.keys), other.keys):
                front[position] = route
            return
        if no_worse(other.measures, route.measures):
            return
    front[:] = [other for other in front if not no_worse(route.measures, other.measures)]
    front.append(route)
