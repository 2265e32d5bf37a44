"""What a counsellor hands over about a job: its sheet, and three places where it is taught."""

from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

from .filters.schools import SchoolFilters
from .job import JobSheet, job_sheet
from .nearby import Near
from .programmes import ProgrammeRow, list_programmes
from .recognition import answered_for
from .schools import SchoolList, list_schools

if TYPE_CHECKING:
    from avcareers.model.place import Place
    from avcareers.model.source import Source

PROGRAMMES = 3
"""Programmes a handout names, each of another school."""
FLOORS = 3
"""Pay floors a handout shows, of as many agreements as can be."""
ANYWHERE_KM = 20_016.0
"""Half the circumference of the Earth: no campus is farther."""


class Handout(NamedTuple):
    """A job on one page."""

    sheet: JobSheet
    """The sheet, the pay floors one agreement after the other."""
    taught_job: str
    """The job its programmes prepare for: itself, or one that leads to it."""
    programmes: tuple[ProgrammeRow, ...]
    schools: int
    """Schools that prepare for that job, those shown included."""
    places: dict[str, Any]
    """Cities of the campuses, by slug."""
    near: "Place | None"
    """The city the programmes are nearest to; nothing: public ones first, then those answered for."""
    sources: "tuple[Source, ...]"
    """Sources of all that is said, by publisher."""
    today: str


def handout(catalogue: Catalogue, slug: str, today: str, near: "Place | None" = None) -> Handout:
    """Give what to hand over about a job on a day (ISO), near a city when one is given."""
    sheet = job_sheet(catalogue, slug, today)
    sheet = sheet._replace(pay=sheet.pay._replace(floors=_one_by_agreement(sheet)))
    taught_job = slug if sheet.training.schools else next(iter(sheet.training.through), slug)
    around = Near(near, ANYWHERE_KM) if near else None
    found = list_schools(catalogue, SchoolFilters(jobs=(taught_job,), near=around), today)
    programmes = _programmes(found)
    return Handout(
        sheet=sheet,
        taught_job=taught_job,
        programmes=programmes,
        schools=found.matching,
        places=found.places,
        near=near,
        sources=_sources(catalogue, sheet, programmes),
        today=today,
    )


def _one_by_agreement(sheet: JobSheet) -> tuple[Any, ...]:
    """Put the first floor in force of each agreement before the others."""
    seen: dict[str, int] = {}
    ranks = []
    for floor in sheet.pay.floors:
        rank = seen.get(floor.idcc, 0)
        seen[floor.idcc] = rank + floor.due
        ranks.append(rank)
    paired = sorted(zip(ranks, sheet.pay.floors, strict=True), key=lambda pair: pair[0])
    return tuple(floor for _, floor in paired)


def _programmes(found: SchoolList) -> tuple[ProgrammeRow, ...]:
    """Give one programme of each of three schools.

    The nearest with a city; else those of public schools, then those a ministry answers for.
    """
    rows = list(list_programmes(found).programmes)
    if not found.filters.near:
        rows.sort(key=lambda row: _rank(row, found.today))
    first_of_school: dict[str, ProgrammeRow] = {}
    for row in rows:
        first_of_school.setdefault(row.school, row)
    return tuple(first_of_school.values())[:PROGRAMMES]


def _rank(row: ProgrammeRow, today: str) -> int:
    if row.taught_by.kind == "public":
        return 0
    return 1 if is_answered_for(row, today) else 2


def is_answered_for(row: ProgrammeRow, today: str) -> bool:
    """Tell whether a ministry answers on a day for the award of a programme, or for its school.

    What a ministry says of another award of the school says nothing of this one.
    """
    kinds = _ANSWERING[row.programme.award] | {"tutelle"}
    entries = (*row.taught_by.recognition, *row.programme.recognition)
    about_it = [entry for entry in entries if entry.kind in kinds]
    return answered_for(about_it, today) == "in-force"


_ANSWERING = {
    "national": {"diplome-national"},
    "grade": {"grade-licence", "grade-master"},
    "visa": {"visa", "grade-licence", "grade-master"},
    "rncp": set[str](),
    "cqp": set[str](),
    "school": set[str](),
}
"""Kinds of recognition by which a ministry answers for an award."""


def _sources(
    catalogue: Catalogue, sheet: JobSheet, programmes: tuple[ProgrammeRow, ...]
) -> "tuple[Source, ...]":
    """Give the sources of the sheet, of the floors shown and of the programmes."""
    shown = [floor for floor in sheet.pay.floors if floor.due][:FLOORS]
    wanted = {source.slug for source in sheet.sources}
    wanted.update(floor.source.slug for floor in shown)
    for row in programmes:
        wanted.update(row.programme.sources)
        wanted.update(fees.source for fees in row.programme.fees)
        if row.programme.alternance:
            wanted.add(row.programme.alternance.source)
    cards = catalogue.cards("source", wanted)
    return tuple(sorted(cards.values(), key=_by_publisher))


def _by_publisher(source: "Source") -> tuple[str, str, str]:
    return fold(source.publisher), source.publisher, source.slug
