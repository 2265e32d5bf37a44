"""The programmes of the schools that match, one by one."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.sites import campuses_of

from .costs import lowest_fees
from .filters.schools import ProgrammeOrder
from .long_lists import Kept
from .nearby import nearest_kilometres
from .schools import SchoolList, SchoolRow

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


class ProgrammeRow(NamedTuple):
    """A programme that matches."""

    school: "School"
    """Card of its school."""
    programme: "Programme"
    kilometres: float | None
    """Distance to the nearest place it is taught; nothing when no city was given."""


class ProgrammeList(NamedTuple):
    """Programmes that match, with the list of schools they come from."""

    programmes: Sequence[ProgrammeRow]
    matching: int
    found: SchoolList


def list_programmes(
    found: SchoolList, *, order: ProgrammeOrder | None = None, limit: int | None = None
) -> ProgrammeList:
    """Give the programmes of a list of schools, in an order; the unknown come last."""
    rank = _rank(order or ("distance" if found.filters.near else "name"), found.today)
    kept: Kept[tuple[str, int], ProgrammeRow] = Kept()
    for school in found.schools:
        for place, row in enumerate(_rows(school, found)):
            kept.add(rank(row), (school.school.slug, place), row)

    def read(keys: Sequence[tuple[str, int]]) -> Iterator[ProgrammeRow]:
        schools = found.again(dict.fromkeys(slug for slug, _ in keys))
        rows = {school.school.slug: _rows(school, found) for school in schools}
        return (rows[slug][place] for slug, place in keys)

    return ProgrammeList(kept.in_order(limit, read), len(kept), found)


def _rows(school: SchoolRow, found: SchoolList) -> list[ProgrammeRow]:
    near = found.filters.near
    return [
        ProgrammeRow(
            school.school,
            programme,
            nearest_kilometres(near, campuses_of(school.school, programme), found.places)
            if near
            else None,
        )
        for programme in school.programmes
    ]


def _rank(order: ProgrammeOrder, today: str) -> Callable[[ProgrammeRow], Any]:
    """Give what to sort by. Schools come in their own order, and sorting keeps it."""
    match order:
        case "distance":
            return lambda row: _last(row.kilometres)
        case "fees":
            return lambda row: _last(lowest_fees(row.programme, today))
        case "selectivity":
            return lambda row: _last(admitted_per_hundred(row.programme))
    return lambda _: ()


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
