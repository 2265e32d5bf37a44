"""What a counsellor hands over about a job: its sheet, and three places where it is taught."""

from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of

from .filters.schools import SchoolFilters
from .job import JobSheet, job_sheet
from .judged import JudgedProgramme
from .nearby import Near, nearest_kilometres
from .programmes import ProgrammeRow, list_programmes
from .schools import SchoolList, list_schools

if TYPE_CHECKING:
    from avcareers.model.place import Place
    from avcareers.model.school import School
    from avcareers.model.source import Source

PROGRAMMES = 3
"""Programmes a handout names, each of another school."""
FLOORS = 3
"""Pay floors a handout shows, of as many agreements as can be."""
ANYWHERE_KM = 20_016.0
"""Half the circumference of the Earth: no campus is farther."""


class Taught(NamedTuple):
    """A programme that a handout names."""

    programme: JudgedProgramme
    school: "School"
    """Card of its school."""
    cities: tuple[str, ...]
    """Names of the cities it is taught in, the nearest first when a city was given."""
    kilometres: float | None
    """Distance to the nearest; None when no city was given, or when its place is not known."""


class Handout(NamedTuple):
    """A job on one page."""

    sheet: JobSheet
    """The sheet, the pay floors one agreement after the other."""
    programmes: tuple[Taught, ...]
    """For this job, or for the nearest below it when none prepares for it."""
    schools: int
    """Schools that teach such programmes, those shown included."""
    near: "Place | None"
    """The city the programmes are nearest to; without one: public ones first, then those answered for."""
    sources: "tuple[Source, ...]"
    """Sources of all that is said."""
    today: str


def handout(catalogue: Catalogue, slug: str, today: str, near: "Place | None" = None) -> Handout:
    """Return what to hand over about a job on a day (ISO), near a city when one is given."""
    sheet = job_sheet(catalogue, slug, today)
    sheet = sheet._replace(pay=sheet.pay._replace(floors=sheet.pay.leading))
    around = Near(near, ANYWHERE_KM) if near else None
    found = list_schools(catalogue, SchoolFilters(jobs=(slug,), near=around), today)
    programmes = _programmes(found)
    return Handout(
        sheet=sheet,
        programmes=programmes,
        schools=found.matching,
        near=near,
        sources=_sources(catalogue, sheet, programmes),
        today=today,
    )


def _programmes(found: SchoolList) -> tuple[Taught, ...]:
    """Return one programme of each of three schools.

    The nearest with a city, the nearest public one among them; else those of public schools, then
    those a ministry answers for.
    """
    rows = list(list_programmes(found).programmes)
    if not found.filters.near:
        rows.sort(key=_rank)
    first_of_school: dict[str, ProgrammeRow] = {}
    for row in rows:
        first_of_school.setdefault(row.school, row)
    *kept, last = (*first_of_school.values(),)[:PROGRAMMES] or (None,)
    if last and not any(map(_public, (*kept, last))):
        last = next(filter(_public, first_of_school.values()), last)
    return tuple(_taught(row, found) for row in (*kept, last) if row)


def _public(row: ProgrammeRow | None) -> bool:
    return row is not None and row.taught_by.school.kind == "public"


def _rank(row: ProgrammeRow) -> int:
    if row.taught_by.school.kind == "public":
        return 0
    return 1 if any(row.programme.recognised) else 2


def _taught(row: ProgrammeRow, found: SchoolList) -> Taught:
    school, near = row.taught_by.school, found.filters.near
    campuses = list(campuses_of(school, row.programme.record))
    if near:
        campuses.sort(key=lambda campus: nearest_kilometres(near, (campus,), found.places) or 0.0)
    cities = dict.fromkeys(str(found.places[campus.place].name) for campus in campuses)
    return Taught(row.programme, school, tuple(cities), row.kilometres)


def _sources(
    catalogue: Catalogue, sheet: JobSheet, programmes: tuple[Taught, ...]
) -> "tuple[Source, ...]":
    """Return the sources of the sheet, of the floors shown and of the programmes."""
    shown = [floor for floor in sheet.pay.floors if floor.due][:FLOORS]
    wanted = {source.slug for source in sheet.sources}
    wanted.update(floor.source.slug for floor in shown)
    for programme in (taught.programme for taught in programmes):
        record = programme.record
        wanted.update(record.sources)
        wanted.update(fees.source for fees in record.fees)
        wanted.update(programme.cost.sources[:1] if programme.cost else ())
        if record.alternance:
            wanted.add(record.alternance.source)
    cards = catalogue.cards("source", wanted)
    return tuple(cards.values())
