"""Programmes that are closed, why, and what would open them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from .candidates import Candidate
from .judging import Reason
from .request import Request
from .routes import NONE, Amount, Fronts, Measures, added, opens, within

FARTHEST_KM = 300
"""No reach beyond is proposed: nobody goes so far and back, one goes to live there."""
CLOSED = 5
"""Closed programmes given at most."""


class Closed(NamedTuple):
    """A programme that leads to the target, and all that closes it."""

    candidate: Candidate
    reasons: tuple[Reason, ...]
    alike: int = 0
    """How many others are closed for the same reasons."""


class Alike(NamedTuple):
    """Programmes closed for the same reasons."""

    kinds: frozenset[str]
    """The reasons; the level is part of what a door asks for."""
    programmes: int
    """How many there are."""
    public: int
    """How many of them at public schools."""
    reach: float
    """Kilometres to the farthest of them; 0 when none is closed by its distance."""


class ClosedRoutes(NamedTuple):
    """The programmes that lead to the target and no route takes."""

    shown: tuple[Closed, ...]
    """A few, the nearest to open first."""
    in_all: int
    """How many there are."""
    alike: "tuple[Alike, ...]"
    """Those closed for the same reasons, together."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of those shown."""
        return tuple(one.candidate.key for one in self.shown)


def closed_routes(
    candidates: Iterable[Candidate], fronts: Fronts, request: Request
) -> ClosedRoutes:
    """Return the candidates that no route takes, of those that lead to the target.

    Of those closed for the same reasons, the nearest to open is given, and the others counted. The
    nearest come first: the fewest reasons, then the smallest excess over the limits. `fronts` are the best ways to each level.
    """
    alike: dict[tuple[str, ...], list[Closed]] = defaultdict(list)

    @cache
    def on_the_way(entry: int | None, years: Amount, cost: Amount) -> tuple[Reason, ...]:
        own = Measures(years, cost, NONE, 0)
        return tuple(_on_the_way(entry, own, fronts, request))

    for candidate in candidates:
        entry, measures = candidate.facts.programme.entry_level, candidate.measures
        reasons = (*candidate.reasons, *on_the_way(entry, measures.years, measures.cost))
        if reasons:
            alike[_kinds(reasons)].append(Closed(candidate, reasons))
    first = (min(every, key=_nearness)._replace(alike=len(every) - 1) for every in alike.values())
    counted = tuple(chain.from_iterable(_counted(*group) for group in alike.items()))
    shown = _with_a_public_one(sorted(first, key=_nearness)[:CLOSED], chain(*alike.values()))
    return ClosedRoutes(shown, sum(one.programmes for one in counted), counted)


def _with_a_public_one(shown: list[Closed], every: Iterable[Closed]) -> tuple[Closed, ...]:
    """Return those shown, and first the nearest public one within reach when they name none."""
    public = min((one for one in every if one.candidate.public and _in_reach(one)),
                 key=_nearness, default=None)  # fmt: skip
    if public is None or any(one.candidate.public for one in shown):
        return tuple(shown)
    kinds = _kinds(public.reasons)
    others = (one._replace(alike=one.alike - (_kinds(one.reasons) == kinds)) for one in shown)
    return (public, *others)[:CLOSED]


def _in_reach(one: Closed) -> bool:
    return (one.candidate.facts.kilometres or 0.0) <= FARTHEST_KM


def _counted(kinds: tuple[str, ...], every: list[Closed]) -> Iterator[Alike]:
    """Yield those closed for the same reasons; apart, those that no reach to propose comes to."""
    by_reach: dict[bool, list[tuple[float, bool]]] = defaultdict(list)
    for one in every:
        away = max((r.found or 0.0 for r in one.reasons if r.kind == "distance"), default=0.0)
        by_reach[away > FARTHEST_KM].append((away, one.candidate.public))
    for beyond, found in by_reach.items():
        public = sum(public for _, public in found)
        lifted = frozenset({*kinds, "farther"} if beyond else kinds)
        yield Alike(lifted, len(found), public, max(away for away, _ in found))


def of_the_route(candidate: Candidate, fronts: Fronts, request: Request) -> tuple[Reason, ...]:
    """Return what closes a candidate on the way to it."""
    measures = candidate.measures
    own = Measures(measures.years, measures.cost, NONE, 0)
    return tuple(_on_the_way(candidate.facts.programme.entry_level, own, fronts, request))


def _kinds(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(
        f"entry {int(reason.found or 0)}" if reason.kind == "entry" else reason.kind
        for reason in reasons
    )


def _on_the_way(
    entry: int | None, own: Measures, fronts: Fronts, request: Request
) -> Iterator[Reason]:
    """Yield what closes a course on the way to it: its door, and the sum of the way.

    Behind a closed door, the way is the course alone: the sum for who would hold the level.
    """
    states = [state for state, front in fronts.items() if front and opens(entry, state)]
    if not states:
        yield Reason("entry", float(entry or 0), float(request.level))
    if request.max_years is None and request.max_total is None:
        return
    ways = [added(route.measures, own) for state in states for route in fronts[state]] or [own]
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
    one = closed.candidate
    return len(closed.reasons), excess, away is None, away or 0.0, not one.public, one.key


def _excess(reason: Reason) -> float:
    """Return how far over a limit, as a share of it: nothing for a missing fact, far for a no."""
    if reason.found is None or reason.limit is None:
        return 0.0
    return (reason.found - reason.limit) / max(reason.limit, 1.0)
