"""What a shooting week of so many hours pays, step by step."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Rows, Unpublished
from avcareers.model.vocabulary import PayMethod
from avcareers.store.catalogue import Catalogue

from .agreements import agreement_numbers
from .cards import Cards
from .pay import PayRow, pay_of

if TYPE_CHECKING:
    from avcareers.model.base import Text
    from avcareers.model.profession import Profession


class WeekStep(NamedTuple):
    """Hours of a week at one rate."""

    hours: float
    """Hours."""
    increase_percent: float
    """Increase over the base rate, in percent."""
    hourly_eur: float
    """Gross euros an hour."""
    total_eur: float
    """Gross euros for these hours."""
    source: str | None
    """Source of the increase; nothing at the base rate."""


class PayWeek(NamedTuple):
    """What a shooting week of some hours pays at the least."""

    idcc: str
    """Number of the agreement."""
    section: "Text"
    """Part of the agreement."""
    function: str
    """Function as the agreement prints it."""
    valid_from: str
    """Day the grid took effect."""
    method: PayMethod
    """How the floor is known: read, or computed from a published increase."""
    hours: float
    """Hours of the week."""
    steps: tuple[WeekStep, ...]
    """At the base rate, then each increase."""
    total_eur: float
    """Gross euros for the week."""
    floor: Annotated[PayRow, Unpublished]
    """The floor the base rate is taken from."""


class PayWeeks(NamedTuple):
    """Shooting weeks of some hours, in each agreement whose overtime steps are known."""

    job: Annotated["Profession", Unpublished]
    """The job."""
    weeks: Annotated[tuple[PayWeek, ...], Rows]
    """One for each floor that is due, the nearest to how the job is mostly hired first."""
    with_overtime: Annotated[tuple[str, ...], Unpublished]
    """Numbers (IDCC) of the agreements whose overtime steps are known, of all jobs."""
    sources: Annotated[Cards, Unpublished]
    """Sources of the increases, by key."""


def shooting_weeks(
    catalogue: Catalogue, slug: str, as_of: str, hours: float, *, agreement: str | None = None
) -> PayWeeks:
    """Return what a shooting week of so many hours pays, for agreements whose steps are known.

    The base rate is the floor of the agreement's reference week divided by the hours it is worth
    (3097: the 39-hour week is worth 40). Hours up to 35 are at the base rate; each later hour has
    the increase of its step.
    """
    pay = pay_of(catalogue, slug, as_of, agreement=agreement)
    ranked = sorted(pay.floors, key=lambda floor: (not floor.headline, floor.rank))
    weeks = tuple(week for floor in ranked for week in _weeks(floor, hours))
    cited = {step.source for week in weeks for step in week.steps if step.source}
    return PayWeeks(
        job=pay.job,
        weeks=weeks,
        with_overtime=agreement_numbers(catalogue, "overtime"),
        sources=catalogue.cards("source", cited),
    )


def _weeks(floor: PayRow, hours: float) -> Iterator[PayWeek]:
    """Yield the week a floor pays, if it is due and that of reference of its agreement."""
    overtime, base_hours = floor.set_by.overtime, floor.pays.base_hours
    if not overtime or floor.pays.slug != floor.set_by.overtime_basis:
        return
    if not floor.due or not floor.amount_eur or not base_hours:
        return
    base = floor.amount_eur / base_hours
    steps = [_step(min(hours, overtime[0].from_hour - 1), 0, base, None)]
    for step in overtime:
        worked = min(hours, step.to_hour or hours) - (step.from_hour - 1)
        if worked > 0:
            steps.append(_step(worked, step.increase_percent, base, step.source))
    yield PayWeek(
        idcc=floor.idcc,
        section=floor.section,
        function=floor.function,
        valid_from=floor.valid_from,
        method=floor.method,
        hours=hours,
        steps=tuple(steps),
        total_eur=round(sum(step.total_eur for step in steps), 2),
        floor=floor,
    )


def _step(hours: float, increase: float, base: float, source: str | None) -> WeekStep:
    hourly = base * (1 + increase / 100)
    return WeekStep(hours, increase, round(hourly, 2), round(hours * hourly, 2), source)
