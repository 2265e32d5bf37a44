"""Collective agreements, the minimum pay they set, and the legal minimum wage under it all."""

from itertools import pairwise
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from .base import MOST_EUROS, IsoDate, Line, Record, Refers, Slug, SourceId, Text, Url
from .vocabulary import GridStatus, PayMethod, PayUnit, Sector, WorkKind

HOURS_A_WEEK, HOURS_A_YEAR = 7 * 24, 366 * 24
Idcc = Annotated[str, Field(pattern=r"^[0-9]{3,4}$")]
AgreementSlug = Annotated[Slug, Refers("agreement")]
BasisSlug = Annotated[Slug, Refers("pay-basis")]
Euros = Annotated[float, Field(gt=0, le=MOST_EUROS)]


class PayBasis(Record):
    """What an amount pays: a week of 39 hours, a day of 8 hours, a month of 151.67 hours."""

    slug: Slug
    """Key."""
    name: Text
    """What it is called."""
    unit: PayUnit
    """Unit of the amount."""
    base_hours: Annotated[float, Field(gt=0, le=HOURS_A_YEAR)] | None = None
    """Hours at the base rate the amount is worth, overtime counted with its increase (39 h with
    4 at +25 % is worth 40); absent when the text does not let one tell."""
    week_hours: Annotated[float, Field(gt=0, le=HOURS_A_WEEK)] | None = None
    """Of a week, the hours it pays, each counted once; absent when the text does not say."""


class OvertimeStep(Record):
    """Hours of a week that are paid more."""

    from_hour: Annotated[int, Field(ge=1, le=HOURS_A_WEEK)]
    """First hour of the step."""
    to_hour: Annotated[int, Field(ge=1, le=HOURS_A_WEEK)] | None = None
    """Last hour of the step; absent for the last step."""
    increase_percent: Annotated[float, Field(ge=0, le=1000)]
    """Increase over the base rate, in percent."""
    source: SourceId
    """Article."""


class Grid(Record):
    """A table of minimum pay that took effect on a day."""

    slug: Slug
    """Key, unique among all grids."""
    series: Slug
    """Grids of a series replace one another."""
    section: Text
    """Part of the agreement it belongs to."""
    valid_from: IsoDate
    """Day it took effect, for members of the employers' bodies that signed it at least."""
    valid_from_all: IsoDate | None = None
    """Day it bound every employer of the branch; absent when not known."""
    outdated_from: IsoDate | None = None
    """Day from which its amounts are known to be wrong, though no newer amount was found."""
    outdated_why: Text | None = None
    """Why."""
    status: GridStatus
    """Whether the text binds the whole branch, as far as the state read tells."""
    method: PayMethod
    """Whether the amounts were read, or computed from a published increase."""
    rule: Text | None = None
    """How they were computed."""
    source: SourceId
    """Text they were read in, or computed from."""
    increases: tuple[SourceId, ...] = ()
    """Where the increases of a computed grid were read, when not in the same text."""
    to_confirm: tuple[Line, ...] = ()
    """Functions whose amounts were read once only, or rest on a deduction: to be confirmed."""


class GridSeries(Record):
    """Grids that replace one another, and the newest text known to touch them."""

    slug: Slug
    """Key that its grids name."""
    newest_text: Line
    """The newest text known to change its amounts, whether they were found or not."""
    text_from: IsoDate
    """Day that text took effect."""
    looked_up: IsoDate
    """Day a newer text was last looked for."""
    works: tuple[WorkKind, ...] = ()
    """Kinds of work its grids are for; all when none is named."""
    hired_by: BasisSlug | None = None
    """What people are mostly hired by, of the bases of its grids; absent when there is one only."""
    permanent_in: Sector | None = None
    """Employer sector whose permanent staff alone its grids pay; absent when they pay others too."""


class UseCondition(Record):
    """When an agreement lets people be hired for a function, so that its amount is due."""

    functions: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Functions as the agreement prints them."""
    text: Text
    """What it allows or forbids, as it is said after the name of the function."""
    brief: Text | None = None
    """The same in a few words, beside an amount; absent when the sentence alone can say it."""
    barred_from: tuple[WorkKind, ...] = ()
    """Kinds of work for which nobody may be hired for them."""
    source: SourceId
    """Text."""


class Agreement(Record):
    """A collective agreement."""

    slug: AgreementSlug
    """Key: `idcc-` and the number."""
    idcc: Idcc
    """Number."""
    name: Text
    """What it is called."""
    scope: Text
    """Which employers it covers, in one line."""
    where: Text | None = None
    """Where it holds, in a few words that follow an amount: *in film*; when absent, its name says it."""
    where_source: SourceId | None = None
    """The article on its scope; absent when it was not read, and the name of the agreement says it."""
    url: Url | None = None
    """Address of the text."""
    replaced_by: Idcc | None = None
    """Number of the agreement that replaced it."""
    replaced_on: IsoDate | None = None
    """Day it was replaced."""
    overtime: tuple[OvertimeStep, ...] = ()
    """Overtime steps of a shooting week; empty when not known."""
    overtime_basis: BasisSlug | None = None
    """Basis from which the hourly base rate is taken for overtime."""
    series: tuple[GridSeries, ...] = ()
    """Its series of grids, the one people are mostly hired under first."""
    conditions: tuple[UseCondition, ...] = ()
    """When some of its functions may be used."""
    grids: tuple[Grid, ...] = ()
    """Its grids, the oldest first."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was read."""
    doubts: tuple[Text, ...] = ()
    """What could not be verified."""

    @field_validator("overtime")
    @classmethod
    def _steps_follow(cls, steps: tuple[OvertimeStep, ...]) -> tuple[OvertimeStep, ...]:
        """Refuse steps that leave an hour out, count one twice, or go on after the last."""
        for step, following in pairwise(steps):
            if step.to_hour is None or following.from_hour != step.to_hour + 1:
                message = "must be steps that follow one another, the last alone without end"
                raise PydanticCustomError("steps", message)
        if any(step.to_hour is not None and step.to_hour < step.from_hour for step in steps):
            raise PydanticCustomError("steps", "must be steps that end after they begin")
        return steps


class PayFloor(Record):
    """A gross minimum, as one line of `data/pay/*.csv`."""

    grid: Slug
    """Grid it belongs to."""
    function: Line
    """Function as the agreement prints it."""
    basis: Slug
    """What the amount pays."""
    amount_eur: Euros
    """Gross amount in euros, in the unit of the basis."""


class MinimumWage(Record):
    """The legal minimum wage (SMIC) from a day on."""

    slug: Slug
    """Key: `smic-` and the day."""
    valid_from: IsoDate
    """Day it took effect."""
    hourly_eur: Euros
    """Gross euros per hour."""
    monthly_35h_eur: Euros
    """Gross euros per month of 35 hours a week."""
    text: Line
    """Decree or order."""
    url: Url | None = None
    """Its address."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was read."""
