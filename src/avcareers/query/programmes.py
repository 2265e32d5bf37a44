"""The programmes of the schools that match, one by one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Rounded, Rows, Unpublished
from avcareers.model.vocabulary import SchoolKind
from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of

from .costs import CostSummary, school_costs
from .filters.schools import ProgrammeOrder
from .judged import JudgedProgramme
from .nearby import cities_of, nearest_kilometres
from .recognition import grounds
from .schools import SchoolList, SchoolRow, whole_schools
from .untaught import through

if TYPE_CHECKING:
    from avcareers.model.school import Programme


class ProgrammeRow(NamedTuple):
    """A programme in a list, with its school."""

    school: str
    """School slug."""
    school_name: str
    """School name."""
    school_kind: SchoolKind | None
    """Who owns the school; nothing when unknown."""
    kilometres: Annotated[float | None, Rounded(1)]
    """Distance to where it is taught, when a city was given."""
    cities: tuple[str, ...]
    """Names of the cities where it is taught, the one that made it match first; none when unknown."""
    through: tuple[str, ...]
    """When no programme prepares for the job asked for, the jobs below it for which this one does."""
    programme: Annotated[JudgedProgramme, Merged()]
    """The programme."""
    summary: Annotated[CostSummary, Unpublished]
    """What it costs a year, status by status."""
    taught_by: Annotated[SchoolRow, Unpublished]
    """Its school."""


class ProgrammeList(NamedTuple):
    """Programmes that match, with the list of schools they come from."""

    programmes: Annotated[tuple[ProgrammeRow, ...], Rows]
    """The programmes, in the order asked for."""
    matching: int
    """How many match, before any limit."""
    order: ProgrammeOrder
    found: SchoolList


def list_programmes(
    found: SchoolList, *, order: ProgrammeOrder | None = None, limit: int | None = None
) -> ProgrammeList:
    """Return the programmes of a list of schools, in an order; the unknown come last."""
    rows = [
        _row(school, programme, found)
        for school in found.schools
        for programme in school.programmes
    ]
    # Schools come in their own order, and sorting keeps it.
    order = order or ("distance" if found.filters.near else "name")
    rows.sort(key=_rank(order))
    return ProgrammeList(tuple(rows[:limit]), len(rows), order, found)


def in_full(catalogue: Catalogue, listed: ProgrammeList) -> ProgrammeList:
    """Return a list of programmes with the texts that its page does not show."""
    schools = whole_schools(catalogue, (row.school for row in listed.programmes))
    on = grounds(catalogue, listed.found.today)
    whole = {(s.slug, p.slug): p for s in schools.values() for p in s.programmes}
    rows = []
    for row in listed.programmes:
        record = whole[row.school, row.programme.record.slug]
        rows.append(row._replace(programme=row.programme.in_full(record, on)))
    return listed._replace(programmes=tuple(rows))


def _row(school: SchoolRow, programme: JudgedProgramme, found: SchoolList) -> ProgrammeRow:
    near = found.filters.near
    taught_at = campuses_of(school.school, programme.record)
    away = near and nearest_kilometres(near, taught_at, found.places)
    by = through((programme.record,), found.filters.jobs, found.untaught)
    cities = cities_of(taught_at, found.filters, found.places)
    card = school.school
    spent = school_costs([(programme.record, programme.costs)], found.today).per_year
    return ProgrammeRow(card.slug, card.name, card.kind, away, cities, by, programme, spent, school)


def _rank(order: ProgrammeOrder) -> Callable[[ProgrammeRow], Any]:
    """Return what to sort by."""
    match order:
        case "distance":
            return lambda row: _last(row.kilometres)
        case "fees":
            return lambda row: _last(row.programme.lowest_cost)
        case "selectivity":
            return lambda row: _last(admitted_per_hundred(row.programme.record))
    return lambda _: ()


def _last(value: float | None) -> tuple[bool, float]:
    return value is None, value or 0.0


def admitted_per_hundred(programme: "Programme") -> float | None:
    """Return how many were admitted of a hundred applicants in the last session that says both.

    Confirmed wishes are not applicants: a session that counts them gives None.
    """
    shares = [
        (found.session, 100 * found.admitted / found.candidates)
        for found in programme.selectivity
        if found.counted_as == "applicants" and found.candidates and found.admitted is not None
    ]
    return max(shares)[1] if shares else None
