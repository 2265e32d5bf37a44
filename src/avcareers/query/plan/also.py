"""What no route of a plan takes though it is open: paid, at a public school, or near."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..alternance import IN_ALTERNANCE, alternance_mode
from .candidates import Candidate
from .choice import Choice
from .closed import of_the_route
from .request import Request

if TYPE_CHECKING:
    from avcareers.model.school import Programme

PAID, ALSO = 2, 4
"""How many are named at most: paid ones, and all together."""


class AlsoOpen(NamedTuple):
    """Open programmes that the routes leave out, for others are at least as good."""

    named: tuple[Candidate, ...]
    """Paid ones first, then one of a public school when no route has any, then near a city the best others."""
    in_all: int
    """How many there are."""


def is_paid(programme: "Programme") -> bool:
    """True if a programme is known to be done as an apprentice, whom an employer pays."""
    return "apprentissage" in programme.routes and alternance_mode(programme) in IN_ALTERNANCE


def also_open(
    candidates: Iterable[Candidate],
    taken: Collection[str],
    promotions: Callable[[Candidate], int | None],
    choice: Choice,
) -> AlsoOpen:
    """Return the open programmes that lead to the target and no route takes, `taken` being the keys of theirs."""
    request = choice.request
    others = sorted(
        (
            one
            for one in candidates
            if one.key in choice.courses
            and one.key not in taken
            and not of_the_route(one, choice.fronts, request)
        ),
        key=lambda one: _order(one, promotions(one) or 0, request),
    )
    paid = [one for one in others if is_paid(one.facts.programme)][:PAID]
    public = [one for one in others if one.public][:1]
    near = others if request.near else []
    named = {one.key: one for one in (*paid, *public, *near)}
    return AlsoOpen(tuple(named.values())[:ALSO], len(others))


def _order(one: Candidate, promotions: int, request: Request) -> tuple[object, ...]:
    """Return what they are sorted by: open now, sure to be entered, near the target, near, cheap, short."""
    programme, (years, cost, distance, unknowns, doors) = one.facts.programme, one.measures
    amounts = ((not each.whole, each.known) for each in (distance, cost, years))
    later = (programme.entry_level or 0) > request.level
    return later, doors, promotions, *amounts, unknowns, one.key
