"""Programmes that are closed, why, and what would open them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import nsmallest
from typing import NamedTuple

from .candidates import Candidate
from .judging import Reason
from .request import Request
from .routes import NONE, Amount, Fronts, Measures, added, opens, within

CLOSED = 5
"""Closed programmes given at most."""


class Closed(NamedTuple):
    """A programme that leads to the target, and all that closes it."""

    candidate: Candidate
    reasons: tuple[Reason, ...]


class ClosedRoutes(NamedTuple):
    """The programmes that lead to the target and no route takes."""

    shown: tuple[Closed, ...]
    """A few, the nearest to open first."""
    in_all: int
    """How many there are."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of those shown."""
        return tuple(one.candidate.key for one in self.shown)


def closed_routes(
    candidates: Iterable[Candidate], fronts: Fronts, request: Request
) -> ClosedRoutes:
    """Return the candidates that no route takes, of those that lead to the target.

    The nearest to open come first: the fewest reasons, then the smallest excess over the limits. The
    first of each set of reasons comes before the second of any, so that five do not all say the same.
    `fronts` are the best ways to each level.
    """
    alike: dict[tuple[str, ...], list[Closed]] = defaultdict(list)

    @cache
    def on_the_way(entry: int | None, years: Amount, cost: Amount) -> tuple[Reason, ...]:
        own = Measures(years, cost, NONE, 0)
        return tuple(_of_the_route(entry, own, fronts, request))

    for candidate in candidates:
        entry, measures = candidate.facts.programme.entry_level, candidate.measures
        reasons = (*candidate.reasons, *on_the_way(entry, measures.years, measures.cost))
        if reasons:
            alike[_kinds(reasons)].append(Closed(candidate, reasons))
    ranked = [
        (turn, _nearness(closed), closed)
        for every in alike.values()
        for turn, closed in enumerate(nsmallest(CLOSED, every, key=_nearness))
    ]
    ranked.sort(key=lambda entry: entry[:2])
    shown = tuple(closed for _, _, closed in ranked[:CLOSED])
    return ClosedRoutes(shown, sum(map(len, alike.values())))


def _kinds(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(
        f"entry {reason.found}" if reason.kind == "entry" else reason.kind for reason in reasons
    )


def _of_the_route(
    entry: int | None, own: Measures, fronts: Fronts, request: Request
) -> Iterator[Reason]:
    """Yield what closes a course on the way to it: its door, or the sum of the way."""
    states = [state for state, front in fronts.items() if front and opens(entry, state)]
    if not states:
        yield Reason("entry", float(entry or 0), float(request.level))
        return
    if request.max_years is None and request.max_total is None:
        return
    ways = [added(route.measures, own) for state in states for route in fronts[state]]
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
    away = closed.candidate.facts.kilometres
    return len(closed.reasons), excess, away is None, away or 0.0, closed.candidate.key


def _excess(reason: Reason) -> float:
    """Return how far over a limit, as a share of it: nothing for a missing fact, far for a no."""
    if reason.found is None or reason.limit is None:
        return 0.0
    return (reason.found - reason.limit) / max(reason.limit, 1.0)
