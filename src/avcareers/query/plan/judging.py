"""What is not known of a programme, and what closes it, for one person on one day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..alternance import IN_ALTERNANCE, alternance_mode
from ..entry_level import presumed_entry_level
from ..recognition import Standing
from .request import Request

if TYPE_CHECKING:
    from avcareers.model.school import Programme

    from ..costs import Cost

IN_DOUBT = frozenset({"unknown", "likely"})
"""Modes of alternance that settle nothing."""
TITLES = frozenset({"rncp", "cqp"})
"""Awards that are worth what their registration is."""

Missing = Literal[
    "entry", "admission", "years", "fees", "distance", "alternance", "registration", "recognition",
    "employer", "offer",
]  # fmt: skip
"""What may not be known of a programme; `employer`: who will sign the contract of alternance;
`offer`: whether it is still offered, for its last session read is old."""


class Facts(NamedTuple):
    """What decides about a programme, beside its record: where and when one meets it."""

    programme: "Programme"
    """Card of the programme."""
    cost: "Cost | None"
    """What it costs: the lowest cost that counts for who asks; None when none is known."""
    kilometres: float | None
    """Distance to its nearest campus; None when not known or no city was given."""
    standing: Standing | None
    """How far a ministry answers for it or its school; None when that is not asked for."""
    registered: Standing
    """Whether its certification is registered that day; informative when it names none."""
    last_seen: int | None = None
    """Year of its last session, when that is too old to be current."""

    @property
    def fees(self) -> float | None:
        """Return what a year of it costs, in euros; None when it is not known."""
        return self.cost.every_year if self.cost else None


class Reason(NamedTuple):
    """Why a programme is closed."""

    kind: str
    """Limit passed: `entry`, `fees`, `total`, `years`, `distance`, `alternance`, `recognition`;
    with `-unknown` when it is not known. `registration-ended`: the registration of its title is over, and
    what follows is to be asked."""
    found: float | None = None
    """What it asks for, in the unit of the limit: level, euros, years, kilometres; for
    `entry-unknown`, the level usually asked for."""
    limit: float | None = None
    """The limit."""


def missing_facts(facts: Facts, asked: Request) -> Iterator[Missing]:
    """Yield what is not known of a programme and matters to who asks."""
    programme, mode = facts.programme, alternance_mode(facts.programme)
    yield from _missing_of_the_record(programme)
    if facts.fees is None and not _free_once(programme):
        yield "fees"
    if asked.near and facts.kilometres is None:
        yield "distance"
    if asked.alternance and mode in IN_DOUBT:
        yield "alternance"
    as_apprentice = facts.cost is not None and facts.cost.route == "apprentissage"
    only_so = asked.alternance or "scolaire" not in programme.routes
    if mode in IN_ALTERNANCE and (as_apprentice or only_so):
        yield "employer"
    if programme.award in TITLES and facts.registered != "in-force":
        yield "registration"
    if asked.recognised and facts.standing == "end-unknown":
        yield "recognition"
    if facts.last_seen is not None:
        yield "offer"


def _missing_of_the_record(programme: "Programme") -> Iterator[Missing]:
    if programme.entry_level is None:
        yield "entry"
    if not programme.admission:
        yield "admission"
    if programme.years is None:
        yield "years"


def _free_once(programme: "Programme") -> bool:
    """True if a page that names no year says that the whole course is free: a price, undated."""
    return any(
        fees.scope == "session" and not fees.year and not (fees.high or fees.low)
        for fees in programme.fees
    )


def closing_reasons(facts: Facts, asked: Request) -> Iterator[Reason]:
    """Yield what closes a programme whatever the route; none when it is open."""
    programme = facts.programme
    if programme.entry_level is None and not asked.unknown_too:
        presumed = presumed_entry_level(programme.level, programme.years)
        if presumed > asked.level:
            yield Reason("entry-unknown", float(presumed), float(asked.level))
    if programme.award in TITLES and facts.registered == "expired" and not asked.unknown_too:
        yield Reason("registration-ended")
    if asked.alternance:
        mode = alternance_mode(programme)
        yield from _refused("alternance", mode in IN_ALTERNANCE, mode in IN_DOUBT, asked)
    if asked.recognised:
        counts, in_doubt = facts.standing == "in-force", facts.standing == "end-unknown"
        yield from _refused("recognition", counts, in_doubt, asked)
    if asked.max_fees is not None:
        yield from _beyond("fees", facts.fees, asked.max_fees, asked)
    if asked.near:
        yield from _beyond("distance", facts.kilometres, asked.near.within_km, asked)


def _refused(kind: str, holds: bool, in_doubt: bool, asked: Request) -> Iterator[Reason]:
    """Yield the reason why what is asked for does not hold, if it does not: 1 for a known no."""
    yield from _beyond(kind, None if in_doubt else float(not holds), 0.0, asked)


def _beyond(kind: str, found: float | None, limit: float, asked: Request) -> Iterator[Reason]:
    if found is None:
        if not asked.unknown_too:
            yield Reason(f"{kind}-unknown", None, limit)
    elif found > limit:
        yield Reason(kind, found, limit)
