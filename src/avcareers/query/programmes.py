"""The programmes of the schools that match, one by one."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from avcareers.store.sites import campuses_of

from .nearby import nearest_kilometres
from .school_filters import lowest_fees
from .schools import SchoolList

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School

ProgrammeOrder = Literal["name", "distance", "fees", "selectivity"]


class ProgrammeRow(NamedTuple):
    """A programme that matches."""

    school: "School"
    """Card of its school."""
    programme: "Programme"
    kilometres: float | None
    """Distance to the nearest place it is taught; nothing when no city was given."""


class ProgrammeList(NamedTuple):
    """Programmes that match, with the list of schools they come from."""

    programmes: tuple[ProgrammeRow, ...]
    matching: int
    found: SchoolList


def list_programmes(
    found: SchoolList, *, order: ProgrammeOrder | None = None, limit: int | None = None
) -> ProgrammeList:
    """Give the programmes of a list of schools, in an order; the unknown come last."""
    near = found.filters.near
    rows = [
        ProgrammeRow(
            row.school,
            programme,
            nearest_kilometres(near, campuses_of(row.school, programme), found.places)
            if near
            else None,
        )
        for row in found.schools
        for programme in row.programmes
    ]
    # Schools come in their own order, and sorting keeps it between equals.
    match order or ("distance" if near else "name"):
        case "distance":
            rows.sort(key=lambda row: _last(row.kilometres))
        case "fees":
            rows.sort(key=lambda row: _last(lowest_fees(row.programme, found.today)))
        case "selectivity":
            rows.sort(key=lambda row: _last(admitted_per_hundred(row.programme)))
    return ProgrammeList(tuple(rows if limit is None else rows[:limit]), len(rows), found)


def _last(value: float | None) -> tuple[bool, float]:
    return value is None, value or 0.0


def admitted_per_hundred(programme: "Programme") -> float | None:
    """Give how many were admitted of a hundred applicants in the last session that says both.

    Confirmed wishes are not applicants: a session that counts them gives nothing.
    """
    shares = [
        (found.session, 100 * found.admitted / found.candidates)
        for found in programme.selectivity
        if found.counted_as == "applicants" and found.candidates and found.admitted is not None
    ]
    return max(shares)[1] if shares else None
