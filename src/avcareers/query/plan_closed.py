"""Routes that are closed, why, and what would open them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .offers import Offer, Reason, Request
from .routes import Amount, Course, Measures, Route, State, added, fronts_from, opens, within

CLOSED = 5
"""Closed routes given at most."""


class Closed(NamedTuple):
    """A programme that leads to the target, and what closes it."""

    offer: Offer
    reasons: tuple[Reason, ...]


class ClosedRoutes(NamedTuple):
    """The nearest closed routes."""

    shown: tuple[Closed, ...]
    in_all: int


def closed_routes(
    courses: Iterable[Course], offers: Mapping[str, Offer], request: Request
) -> ClosedRoutes:
    """Give the programmes that lead to the target and no route takes, the nearest to open first.

    The fewest reasons first, then the smallest excess over the limits. The first of each set of
    reasons comes before the second of any, so that five do not all say the same.
    """
    every = list(courses)
    fit = [course for course in every if not offers[course.key].reasons]
    fronts = fronts_from(fit, request.level, request.limits)
    found = []
    for course in every:
        if course.promotions is None:
            continue
        reasons = (*offers[course.key].reasons, *_of_the_route(course, fronts, request))
        if reasons:
            found.append(Closed(offers[course.key], reasons))
    found.sort(key=_nearness)
    return ClosedRoutes(tuple(_mixed(found)[:CLOSED]), len(found))


def _of_the_route(
    course: Course, fronts: Mapping[State, list[Route]], request: Request
) -> Iterator[Reason]:
    """Yield what closes a course on the way to it: its door, or the sum of the way."""
    unlimited = request.max_years is None and request.max_total is None
    if unlimited and any(opens(course, state) for state in fronts):
        return
    ways = [
        added(route.measures, course.own)
        for state, front in fronts.items()
        if opens(course, state)
        for route in front
    ]
    if not ways:
        asked = course.entry or 0
        yield Reason("entry", float(asked), float(request.level))
        return
    if any(within(way, request.limits._replace(distance=None)) for way in ways):
        return
    # The way that passes the limits by least, or by what is not known.
    best = min(ways, key=lambda way: [_over(way, kind, request) for kind in ("years", "total")])
    for kind, limit in (("years", request.max_years), ("total", request.max_total)):
        amount = _measure(best, kind)
        if limit is not None and amount.known > limit:
            yield Reason(kind, amount.known, limit)
        elif limit is not None and not amount.whole and not request.unknown_too:
            yield Reason(f"{kind}-unknown", None, limit)


def _over(way: Measures, kind: str, request: Request) -> float:
    limit = request.max_years if kind == "years" else request.max_total
    return 0.0 if limit is None else max(0.0, _measure(way, kind).known - limit)


def _measure(way: Measures, kind: str) -> Amount:
    return way.years if kind == "years" else way.cost


def _nearness(closed: Closed) -> tuple[object, ...]:
    excess = sum(_excess(reason) for reason in closed.reasons)
    away = closed.offer.kilometres
    return len(closed.reasons), excess, away is None, away or 0.0, closed.offer.key


def _excess(reason: Reason) -> float:
    """Give how far over a limit, as a share of it; a missing fact is nearest, a `no` far."""
    if reason.found is None or reason.limit is None:
        return 0.0
    return (reason.found - reason.limit) / max(reason.limit, 1.0)


def _mixed(found: list[Closed]) -> list[Closed]:
    turns: dict[tuple[str, ...], int] = {}
    ranked = []
    for position, closed in enumerate(found):
        kinds = tuple(
            f"entry {reason.found}" if reason.kind == "entry" else reason.kind
            for reason in closed.reasons
        )
        turns[kinds] = turns.get(kinds, 0) + 1
        ranked.append((turns[kinds], position, closed))
    return [closed for _, _, closed in sorted(ranked, key=lambda entry: entry[:2])]
