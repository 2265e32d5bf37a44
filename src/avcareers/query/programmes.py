"""The programmes of the schools that match, one by one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Rows, Unpublished
from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of

from .alternance import alternance_mode
from .costs import lowest_fees
from .filters.schools import ProgrammeOrder
from .nearby import nearest_kilometres
from .schools import SchoolList, whole_schools

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School, Selectivity


class ProgrammeRow(NamedTuple):
    """A programme in a list, with its school."""

    school: str
    """School slug."""
    school_name: str
    """School name."""
    kilometres: float | None
    """Distance to where it is taught, when a city was given."""
    programme: Annotated["Programme", Merged()]
    """Card of the programme."""
    taught_by: Annotated["School", Unpublished]
    """Card of its school."""
    away: Annotated[float | None, Unpublished]
    """Kilometres, as measured."""
    alternance: Annotated[str, Unpublished]
    """How it is done in alternance: a mode."""
    fees: Annotated[float | None, Unpublished]
    """Lowest current fee, in euros a year."""
    last_session: Annotated["Selectivity | None", Unpublished]
    """How hard it was to enter last."""


class ProgrammeList(NamedTuple):
    """Programmes that match, with the list of schools they come from."""

    programmes: Annotated[tuple[ProgrammeRow, ...], Rows]
    """The programmes, in the order asked for."""
    matching: int
    """How many match, before any limit."""
    found: SchoolList


def list_programmes(
    found: SchoolList, *, order: ProgrammeOrder | None = None, limit: int | None = None
) -> ProgrammeList:
    """Return the programmes of a list of schools, in an order; the unknown come last."""
    rows = [
        _row(school.school, programme, found)
        for school in found.schools
        for programme in school.programmes
    ]
    # Schools come in their own order, and sorting keeps it.
    rows.sort(key=_rank(order or ("distance" if found.filters.near else "name")))
    return ProgrammeList(tuple(rows[:limit]), len(rows), found)


def in_full(catalogue: Catalogue, listed: ProgrammeList) -> ProgrammeList:
    """Return a list of programmes with the texts that its page does not show."""
    schools = whole_schools(catalogue, (row.school for row in listed.programmes))
    whole = {(s.slug, p.slug): p for s in schools.values() for p in s.programmes}
    rows = (
        row._replace(programme=whole[row.school, row.programme.slug]) for row in listed.programmes
    )
    return listed._replace(programmes=tuple(rows))


def _row(school: "School", programme: "Programme", found: SchoolList) -> ProgrammeRow:
    near = found.filters.near
    away = near and nearest_kilometres(near, campuses_of(school, programme), found.places)
    return ProgrammeRow(
        school=school.slug,
        school_name=school.name,
        kilometres=None if away is None else round(away, 1),
        programme=programme,
        taught_by=school,
        away=away,
        alternance=alternance_mode(programme),
        fees=lowest_fees(programme, found.today),
        last_session=max(programme.selectivity, key=lambda each: each.session, default=None),
    )


def _rank(order: ProgrammeOrder) -> Callable[[ProgrammeRow], Any]:
    """Return what to sort by."""
    match order:
        case "distance":
            return lambda row: _last(row.away)
        case "fees":
            return lambda row: _last(row.fees)
        case "selectivity":
            return lambda row: _last(admitted_per_hundred(row.programme))
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
