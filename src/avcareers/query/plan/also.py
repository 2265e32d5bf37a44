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
    """Paid ones first, then one of a public school, then near a city the best others; last, where none is
    open now, a paid and a public one that ask for a level to gain first."""
    in_all: int
    """How many are open now."""


def is_paid(programme: "Programme", fees: float | None) -> bool:
    """True if a programme is known to be done as an apprentice, whom an employer pays and no school bills."""
    as_apprentice = "apprentissage" in programme.routes
    return as_apprentice and alternance_mode(programme) in IN_ALTERNANCE and not fees


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
    now = [one for one in others if not _is_later(one, request)]
    later = others[len(now) :]
    paid = [one for one in now if is_paid(one.facts.programme, one.facts.fees)][:PAID]
    public = [one for one in now if one.public][:1]
    near = now if request.near else []
    named = {one.key: one for one in (*paid, *public, *near)}
    first = tuple(named.values())[:ALSO]
    then = [one for one in later if not paid and is_paid(one.facts.programme, one.facts.fees)][:1]
    then += [one for one in later if not public and one.public and one not in then][:1]
    return AlsoOpen((*first, *then), len(now))


def _order(one: Candidate, promotions: int, request: Request) -> tuple[object, ...]:
    """Return what they are sorted by: open now, sure to be entered, near the target, near, cheap, short."""
    years, cost, distance, unknowns, doors = one.measures
    amounts = ((not each.whole, each.known) for each in (distance, cost, years))
    return _is_later(one, request), doors, promotions, *amounts, unknowns, one.key


def _is_later(one: Candidate, request: Request) -> bool:
    """True if one has to gain a level before."""
    return (one.facts.programme.entry_level or 0) > request.level
