"""What to ask instead, so that a closed programme is open: every option it takes, no more."""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Annotated, Any, NamedTuple

from avcareers.model.answer import Unpublished
from avcareers.store.catalogue import Catalogue

from .candidates import candidates_for
from .choice import Choice
from .closed import Alike, Closed, of_the_route
from .judging import Reason
from .request import Request, typed
from .routes import NOT_YET, NOTHING, Fronts, Route


class PlanOpening(NamedTuple):
    """A change of what is asked that opens closed programmes."""

    given: tuple[str, ...]
    """Options to give, each with its value, as they are typed."""
    without: tuple[str, ...]
    """Options to leave out."""


def opened_by(catalogue: Catalogue, closed: Closed, choice: Choice, today: str) -> Request:
    """Return what to ask for a closed programme to be open, as near as can be to what was asked.

    To widen one limit may change what another judges: without `--alternance`, a programme costs what
    it costs a pupil. So it is judged again until nothing closes it.
    """
    key, asked, reasons = closed.candidate.key, choice.request, closed.reasons
    while reasons:
        asked = _loosened(asked, reasons)
        school = key.partition("/")[0]
        again = candidates_for(catalogue, frozenset(), asked, today, school=school)[key]
        fronts = choice.fronts if asked.level == choice.request.level else _from(asked.level)
        reasons = (*again.reasons, *of_the_route(again, fronts, asked))
    return asked


def opening(asked: Request, instead: Request) -> PlanOpening:
    """Return the options by which one request differs from another."""
    before, after = dict(typed(asked)), dict(typed(instead))
    given = ((option, *value) for option, value in after.items() if before.get(option) != value)
    return PlanOpening(
        tuple(word for words in given for word in words),
        # A reach goes with its city.
        tuple(one for one in before if one not in after and one != "--within"),
    )


def _from(level: int) -> Fronts:
    return {(NOT_YET, level): [Route((), NOTHING)]}


def _loosened(asked: Request, reasons: Iterable[Reason]) -> Request:
    """Return a request that none of some reasons stands against."""
    for reason in reasons:
        found = reason.found or 0.0
        match reason.kind:
            case "entry":
                asked = asked._replace(level=int(found), job=None)
            case "fees":
                asked = asked._replace(max_fees=float(ceil(found)))
            case "total":
                asked = asked._replace(max_total=float(ceil(found)))
            case "years":
                asked = asked._replace(max_years=ceil(found * 100) / 100)
            case "distance" if asked.near:
                near = asked.near._replace(within_km=float(int(found) + 1))
                asked = asked._replace(near=near)
            case "alternance":
                asked = asked._replace(alternance=False)
            case "recognition":
                asked = asked._replace(recognised=False)
            case _:
                asked = asked._replace(unknown_too=True)
    return asked


class PlanWidest(NamedTuple):
    """The one option that opens the most closed programmes."""

    opens: PlanOpening
    """What it is, and the command that asks it."""
    programmes: int
    """How many it opens."""
    public: int
    """How many of them at public schools."""
    asked: Annotated[Request, Unpublished]
    """What is asked for then."""
    farther: int = 0
    """When it is the reach, how many others only their distance closes, beyond any reach proposed."""


def widest(alike: Iterable[Alike], asked: Request) -> PlanWidest | None:
    """Return the one option that opens the most, of programmes closed for the same reasons.

    All the rest of what was asked is kept, the city too: its reach alone is widened.
    """
    sets = tuple(alike)
    best: PlanWidest | None = None
    for instead, lifted in (*_single_changes(asked, sets), *_next_level(asked, sets)):
        opened = [one for one in sets if one.kinds <= lifted]
        count = sum(one.programmes for one in opened)
        if count > (best.programmes if best else 0):
            public = sum(one.public for one in opened)
            farther = sum(one.programmes for one in sets if one.kinds == {*lifted, "farther"})
            best = PlanWidest(opening(asked, instead), count, public, instead, farther)
    return best


def _single_changes(
    asked: Request, sets: Iterable[Alike]
) -> Iterator[tuple[Request, frozenset[str]]]:
    """Yield what may be asked with one option changed, and the reasons that it lifts."""
    doubts = frozenset({*(f"{kind}-unknown" for kind in _JUDGED), "registration-ended"})
    if not asked.unknown_too:
        yield asked._replace(unknown_too=True), doubts
    far = max((one.reach for one in sets if one.kinds == {"distance"}), default=0.0)
    if asked.near and far:
        near = asked.near._replace(within_km=float(ceil(far / ROUNDED_TO) * ROUNDED_TO))
        yield asked._replace(near=near), frozenset({"distance"})
    for option, kind in _LIMITS.items():
        if getattr(asked, option) not in (None, False):
            lifted: dict[str, Any] = {option: Request._field_defaults[option]}
            yield asked._replace(**lifted), frozenset({kind, f"{kind}-unknown"})


def _next_level(asked: Request, sets: Iterable[Alike]) -> Iterator[tuple[Request, frozenset[str]]]:
    """Yield the lowest level that opens something by itself: more would always open more."""
    alone = [kind for one in sets for kind in one.kinds if len(one.kinds) == 1]
    doors = [int(kind.removeprefix("entry ")) for kind in alone if kind.startswith("entry ")]
    if doors and not asked.job:
        level = min(doors)
        yield asked._replace(level=level), frozenset({f"entry {level}"})


_LIMITS = {
    "max_fees": "fees",
    "max_total": "total",
    "max_years": "years",
    "alternance": "alternance",
    "recognised": "recognition",
}
_JUDGED = ("entry", "distance", *_LIMITS.values())
ROUNDED_TO = 10
"""A reach in kilometres is proposed as a multiple of this."""
