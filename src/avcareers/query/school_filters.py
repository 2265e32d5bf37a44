"""What one may ask of schools, and whether a programme passes it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.sites import campuses_of, located
from avcareers.text.geography import kilometres_between

from .alternance import IN_ALTERNANCE, alternance_mode
from .costs import lowest_fees
from .nearby import Near

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


class SchoolFilters(NamedTuple):
    """What schools to keep. Values of one filter are alternatives; filters add up.

    Filters on programmes must all hold for one and the same programme.
    """

    alternance: bool = False
    recognised: bool = False
    recognised_by: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    entry_level: int | None = None
    """Level one holds: programmes that ask for no more are kept."""
    max_fees: float | None = None
    """Euros per year."""
    regions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    near: Near | None = None
    unverified: bool = False
    """Bring in, marked, what is only likely or whose end is unknown."""


class Surroundings(NamedTuple):
    """Records the filters need to look at."""

    places: dict[str, Any]
    """Cities by slug."""
    department_of: dict[str, str]
    """Department of each job."""
    today: str
    """ISO day of the question."""


def programmes_that_fit(
    school: "School",
    programmes: "tuple[Programme, ...]",
    filters: SchoolFilters,
    around: Surroundings,
) -> "tuple[tuple[Programme, ...], str | None]":
    """Give the programmes that pass the filters other than alternance.

    When none does, the second value tells why: `fees-unknown`, `level-unknown` or
    `entry-unknown` when a missing fact alone stands in the way, `other` when the facts do.
    A school with no filter on programmes fits with all of them, even with none.
    """
    if not about_programmes(filters):
        return programmes, None
    fitting, unknown = [], None
    for programme in programmes:
        answers = dict(_answers(school, programme, filters, around))
        if all(answers.values()):
            fitting.append(programme)
        elif not any(answer is False for answer in answers.values()):
            unknown = unknown or next(name for name, answer in answers.items() if answer is None)
    if fitting:
        return tuple(fitting), None
    return (), f"{unknown}-unknown" if unknown else "other"


def programmes_in_alternance(
    programmes: "tuple[Programme, ...]", filters: SchoolFilters
) -> "tuple[tuple[Programme, ...], str | None]":
    """Give the programmes known to be in alternance, or why there is none.

    `likely` ones come in, to be marked, when unverified facts are asked for.
    """
    if not filters.alternance:
        return programmes, None
    reason = no_alternance({alternance_mode(programme) for programme in programmes}, filters)
    wanted = _wanted_modes(filters)
    return tuple(p for p in programmes if alternance_mode(p) in wanted), reason


def no_alternance(modes: set[str], filters: SchoolFilters) -> str | None:
    """Tell why programmes of these modes are not in alternance; nothing when one is."""
    if modes & _wanted_modes(filters):
        return None
    if "likely" in modes:
        return "alternance-likely"
    return "alternance-unknown" if "unknown" in modes or not modes else "alternance-none"


def _wanted_modes(filters: SchoolFilters) -> frozenset[str]:
    return IN_ALTERNANCE | ({"likely"} if filters.unverified else frozenset())


def about_programmes(filters: SchoolFilters) -> bool:
    """Tell whether a filter other than alternance is about programmes."""
    return bool(
        filters.jobs
        or filters.departments
        or filters.awards
        or filters.routes
        or filters.levels
        or filters.entry_level is not None
        or filters.max_fees is not None
        or filters.regions
        or filters.near
    )


def _answers(
    school: "School", programme: "Programme", filters: SchoolFilters, around: Surroundings
) -> Iterator[tuple[str, bool | None]]:
    """Yield, for each filter in use, whether the programme passes: nothing when not known."""
    if filters.jobs:
        yield "job", bool(set(filters.jobs) & set(programme.leads_to))
    if filters.departments:
        reached = {around.department_of[job] for job in programme.leads_to}
        yield "department", bool(reached & set(filters.departments))
    if filters.awards:
        yield "award", programme.award in filters.awards
    if filters.routes:
        yield "route", bool(set(filters.routes) & set(programme.routes))
    if filters.levels:
        yield "level", None if programme.level is None else programme.level in filters.levels
    if filters.entry_level is not None:
        asked = programme.entry_level
        yield "entry", None if asked is None else asked <= filters.entry_level
    if filters.max_fees is not None:
        lowest = lowest_fees(programme, around.today)
        yield "fees", None if lowest is None else lowest <= filters.max_fees
    if filters.regions or filters.near:
        yield (
            "place",
            any(_within(campus, filters, around) for campus in campuses_of(school, programme)),
        )


def _within(campus: Any, filters: SchoolFilters, around: Surroundings) -> bool:
    if filters.regions and around.places[campus.place].region not in filters.regions:
        return False
    if not filters.near:
        return True
    centre = filters.near.place
    lat, lon = located(campus, around.places)
    return kilometres_between(centre.lat, centre.lon, lat, lon) <= filters.near.within_km
