"""A plan: the routes to a job or a school, and those that are closed."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from avcareers.model.answer import Rounded, Unpublished
from avcareers.store.catalogue import Catalogue

from ..cards import Cards
from ..untaught import Untaught
from .beside import PlanBeside
from .closed import Closed, ClosedRoutes
from .judging import Reason
from .remedies import PlanOpening, PlanWidest
from .request import Request
from .routes import Amount, Route
from .steps import FeesOrigin, PlanJob, PlanProgramme, Programmes

if TYPE_CHECKING:
    from avcareers.model.base import Text
    from avcareers.model.profession import NoProgramme
    from avcareers.model.source import Source

ROUTES = 5
"""Routes given at most, the one without a school among them."""


class PlanTarget(NamedTuple):
    """What a plan aims at."""

    kind: Literal["profession", "school"]
    """A job or a school."""
    slug: str
    """Its key."""


class PlanStart(NamedTuple):
    """Where a plan starts."""

    level: int
    """Level held: 0 none, 3 CAP, 4 bac, 5 bac+2, 6 bac+3, 7 bac+5."""
    job: str | None
    """Job one has, when the plan starts from one."""


class PlanFee(NamedTuple):
    """What one programme costs, as a total counts it."""

    programme: str
    """`school/programme`."""
    years: float | None
    """Years it is paid for; null when not known."""
    eur_per_year: float | None
    """Euros a year; null when not known."""
    origin: FeesOrigin | None
    """Where it was read; null when it is not known."""


class PlanRoute(NamedTuple):
    """One way to the target."""

    school: bool
    """Whether it goes through a school."""
    years: Annotated[float | None, Rounded(2)]
    """Years of programmes; null when not known. The ladder adds none."""
    years_at_least: float
    """Years known."""
    total_eur: Annotated[float | None, Rounded(2)]
    """Euros of fees in all; null when not known."""
    total_eur_at_least: float
    """Euros known."""
    total_rests_on: tuple[PlanFee, ...]
    """The fees added up, each with its year and source."""
    kilometres: Annotated[float | None, Rounded(2)]
    """Distance to the farthest programme; null when not known or no city was given."""
    kilometres_at_least: Annotated[float, Unpublished]
    """Kilometres known."""
    unknowns: int
    """Things not known: those `missing` of each programme, and one for each promotion."""
    steps: tuple[PlanProgramme | PlanJob, ...]
    """Programmes, in the order they are followed, then the jobs, from the first to the one aimed
    at. No programme without a school, no job towards a school."""
    through: str | None = None
    """Job its last programme prepares for, when it is not the one aimed at; promotions follow."""
    alike: int = 0
    """Other programmes equal to the last one on everything measured."""
    or_: tuple[str, ...] = ()
    """Other programmes of the school aimed at that the same steps lead into."""

    @property
    def programmes(self) -> tuple[PlanProgramme, ...]:
        """Return its programmes, in the order they are followed."""
        return tuple(step for step in self.steps if isinstance(step, PlanProgramme))

    @property
    def unknown_doors(self) -> int:
        """Return of how many programmes one does not know who may enter, or how."""
        return sum(not {"entry", "admission"}.isdisjoint(step.missing) for step in self.programmes)

    @property
    def jobs(self) -> tuple[PlanJob, ...]:
        """Return its jobs, from the first to the one aimed at."""
        return tuple(step for step in self.steps if isinstance(step, PlanJob))


class PlanClosed(NamedTuple):
    """A closed route."""

    reasons: tuple[Reason, ...]
    """All that closes it."""
    programme: PlanProgramme
    """The programme."""
    alike: int
    """How many others are closed for the same reasons, and farther from being open."""
    opens: PlanOpening
    """All that opens it."""


class Plan(NamedTuple):
    """Routes to a job or a school, and the closed ones."""

    target: PlanTarget
    """What is aimed at."""
    from_: PlanStart
    """Where one starts."""
    today: str
    """Day that decides what is in force."""
    routes: tuple[PlanRoute, ...]
    """At most five, none beaten by another; known doors first, then the fewest unknowns."""
    routes_in_all: int
    """How many no other equals or beats."""
    also: tuple[PlanProgramme, ...]
    """Towards a job: open programmes that no route takes, for one of them is at least as good. Those done as
    an apprentice first, then one of a public school, then the nearest to a city; last, where none of its kind is
    open at the level held, one done as an apprentice and one public that ask for a higher level first."""
    also_in_all: int
    """How many are open at the level held."""
    instead: tuple[PlanRoute, ...]
    """Towards a school: what else leads to the same jobs."""
    beside: PlanBeside | None
    """Towards a job, near a city, when no route goes through a school: an open programme worth asking about,
    for it prepares for a first job near the one aimed at."""
    without_school: "Text | None"
    """How one is hired without a school; null towards a school."""
    no_programme: "NoProgramme | None"
    """Why no programme prepares for the job aimed at, when that is so and known."""
    closed: tuple[PlanClosed, ...]
    """The nearest to open of each set of reasons: at most five, the nearest first."""
    closed_in_all: int
    """How many are closed."""
    opens_most: PlanWidest | None
    """The one option that opens the most of them; null when no single one opens any."""
    offered: tuple[PlanProgramme, ...]
    """Programmes of the school aimed at, all of them; none towards a job."""
    sources: "tuple[Source, ...]"
    """Sources of the programmes and jobs named, with the day each was read."""
    untaught: Annotated[Untaught | None, Unpublished]
    """The job aimed at, when no programme prepares for it."""
    request: Annotated[Request, Unpublished]
    """What is asked for."""
    jobs: Annotated[Cards, Unpublished]
    """Cards of the jobs named, by slug."""
    climbed: Annotated[str | None, Unpublished]
    """A job that others lead to: the one aimed at or, towards a school, one it prepares for."""
    school: Annotated[Any, Unpublished]
    """Card of the school aimed at."""


def blank_plan(target: PlanTarget, request: Request, today: str) -> Plan:
    """Return a plan before any route is looked for."""
    return Plan(
        target=target,
        from_=PlanStart(request.level, request.job),
        today=today,
        routes=(),
        routes_in_all=0,
        also=(),
        also_in_all=0,
        instead=(),
        beside=None,
        without_school=None,
        no_programme=None,
        closed=(),
        closed_in_all=0,
        opens_most=None,
        offered=(),
        sources=(),
        untaught=None,
        request=request,
        jobs={},
        climbed=None,
        school=None,
    )


def planned_route(
    route: Route, programmes: Programmes, jobs: Iterable[Any], request: Request
) -> PlanRoute:
    """Return a route with its programmes, found by key, and its jobs, given as cards."""
    years, cost, distance, unknowns, _ = route.measures
    taken = tuple(programmes[key] for key in route.keys)
    return PlanRoute(
        school=bool(taken),
        years=_whole(years),
        years_at_least=years.known,
        total_eur=_whole(cost),
        total_eur_at_least=cost.known,
        total_rests_on=tuple(map(_fee, taken)),
        kilometres=_whole(distance) if request.near and taken else None,
        kilometres_at_least=distance.known,
        unknowns=unknowns,
        steps=(*taken, *(PlanJob("job", job) for job in jobs)),
    )


def _whole(amount: Amount) -> float | None:
    return amount.known if amount.whole else None


def _fee(step: PlanProgramme) -> PlanFee:
    years = step.programme.record.years
    return PlanFee(step.key, years, step.fees_eur_per_year, step.fees_origin)


def closed_plans(
    closed: ClosedRoutes, programmes: Programmes, opened: Callable[[Closed], PlanOpening]
) -> tuple[PlanClosed, ...]:
    """Return the closed routes that are shown; `opened` says what opens one."""
    return tuple(
        PlanClosed(one.reasons, programmes[one.candidate.key], one.alike, opened(one))
        for one in closed.shown
    )


def sources_of(catalogue: Catalogue, programmes: Programmes, jobs: Cards) -> "tuple[Source, ...]":
    """Return the sources of all that is said of some programmes and jobs, by key."""
    cited = {slug for programme in programmes.values() for slug in programme.cited}
    found = catalogue.cards("source", cited.union(*(job.sources for job in jobs.values())))
    return tuple(found[slug] for slug in sorted(found))
