"""What `avcareers plan -o json` gives."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .base import IsoDate, Record, SchoolYear, SourceId, Text
from .output_schools import ProgrammeItem
from .profession import Title
from .school import Recognition
from .source import Source
from .vocabulary import Level


class PlanTarget(Record):
    """What a plan aims at."""

    kind: Literal["profession", "school"]
    """A job or a school."""
    slug: str
    """Its key."""


class PlanStart(Record):
    """Where a plan starts."""

    level: int
    """Level held: 0 none, 3 CAP, 4 bac, 5 bac+2, 6 bac+3, 7 bac+5."""
    job: str | None
    """Job one has, when the plan starts from one."""


class PlanFeesOrigin(Record):
    """Where the fees of a programme were read."""

    school_year: SchoolYear | None
    """School year they hold for; null when the law says that nothing may be asked."""
    source: SourceId
    """Where it was read."""


class PlanProgramme(ProgrammeItem):
    """A programme of a route."""

    kind: Literal["programme"]
    """What the step is."""
    fees_eur_per_year: float | None
    """Lowest current fee, in euros a year; null when not known."""
    fees_origin: PlanFeesOrigin | None
    """Where that fee was read; null when it is not known."""
    cities: tuple[str, ...]
    """Names of the cities it is taught in; the nearest alone when a city was given."""
    recognised: bool
    """Whether a ministry answers for it or its school, this day."""
    school_recognition: tuple[Recognition, ...]
    """Who answers for what of its school."""
    missing: tuple[
        Literal[
            "entry",
            "admission",
            "years",
            "fees",
            "distance",
            "alternance",
            "registration",
            "recognition",
            "employer",
        ],
        ...,
    ]
    """What is not known of it; `employer`: who will sign the contract of alternance."""


class PlanJob(Record):
    """A job of a route: the first, then those one is promoted to."""

    kind: Literal["job"]
    """What the step is."""
    slug: str
    """Key."""
    title: Title
    """Titles."""
    level: Level
    """Place inside its department."""
    sources: tuple[SourceId, ...]
    """Sources of its sheet, its promotions among them."""


class PlanFee(Record):
    """What one programme costs, as a total counts it."""

    programme: str
    """`school/programme`."""
    years: float | None
    """Years it is paid for; null when not known."""
    eur_per_year: float | None
    """Euros a year; null when not known."""
    origin: PlanFeesOrigin | None
    """Where it was read; null when it is not known."""


class PlanRouteItem(Record):
    """One way to the target."""

    model_config = ConfigDict(populate_by_name=True)

    school: bool
    """Whether it goes through a school."""
    years: float | None
    """Years of programmes; null when not known. The ladder adds none."""
    years_at_least: float
    """Years known."""
    total_eur: float | None
    """Euros of fees in all; null when not known."""
    total_eur_at_least: float
    """Euros known."""
    total_rests_on: tuple[PlanFee, ...]
    """The fees added up, each with its year and source."""
    kilometres: float | None
    """Distance to the farthest programme; null when no city was given."""
    unknowns: int
    """Things not known: those `missing` of each programme, and one for each promotion."""
    steps: tuple[Annotated[PlanProgramme | PlanJob, Field(discriminator="kind")], ...]
    """Programmes, in the order they are followed, then the jobs, from the first to the one aimed
    at. No programme without a school, no job towards a school."""
    alike: int
    """Other programmes equal to the last one on everything measured."""
    others: Annotated[tuple[str, ...], Field(alias="or")]
    """Other programmes of the school aimed at that the same steps lead into."""


class PlanReason(Record):
    """Why a programme is closed."""

    kind: str
    """Limit passed: `entry`, `fees`, `total`, `years`, `distance`, `alternance`, `recognition`;
    with `-unknown` when it is not known."""
    found: float | None
    """What it asks for, in the unit of the limit: level, euros, years, kilometres; for
    `entry-unknown`, the level usually asked for."""
    limit: float | None
    """The limit."""


class PlanClosed(Record):
    """A closed route."""

    reasons: tuple[PlanReason, ...]
    """All that closes it."""
    programme: PlanProgramme
    """The programme."""


class PlanDetail(Record):
    """Routes to a job or a school, and the closed ones."""

    model_config = ConfigDict(populate_by_name=True)

    target: PlanTarget
    """What is aimed at."""
    origin: Annotated[PlanStart, Field(alias="from")]
    """Where one starts."""
    today: IsoDate
    """Day that decides what is in force."""
    routes: tuple[PlanRouteItem, ...]
    """At most five, none beaten by another; the fewest unknowns first."""
    routes_in_all: int
    """How many no other equals or beats."""
    instead: tuple[PlanRouteItem, ...]
    """Towards a school: what else leads to the same jobs."""
    without_school: Text | None
    """How one is hired without a school; null towards a school."""
    closed: tuple[PlanClosed, ...]
    """At most five, the nearest to open first."""
    closed_in_all: int
    """How many are closed."""
    sources: tuple[Source, ...]
    """Sources of the programmes and jobs named, with the day each was read."""
