"""Which programmes prepare for a job."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

from avcareers.model.answer import Unpublished
from avcareers.model.vocabulary import SchoolKind
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import read_document

from .alternance import IN_ALTERNANCE
from .climbing import climb_to, stand_ins
from .offer import to_check
from .recognition import grounds, registered

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School

EXAMPLES = 3
_IN_ALTERNANCE = ",".join("?" * len(IN_ALTERNANCE))


class Course(NamedTuple):
    """A programme and the school that teaches it."""

    school: str
    """School slug."""
    programme: str
    """Programme slug."""
    taught_by: Annotated["School", Unpublished]
    """Card of the school."""
    taught: Annotated["Programme", Unpublished]
    """The programme."""


def course_of(pair: "tuple[School, Programme]") -> Course:
    """Return a school and one of its programmes as a course."""
    school, programme = pair
    return Course(school.slug, programme.slug, school, programme)


class Training(NamedTuple):
    """Programmes that prepare for the job, counted."""

    programmes: int
    """Programmes."""
    schools: int
    """Schools that teach them."""
    by_kind: dict[SchoolKind, int]
    """Schools by kind, the most numerous first."""
    alternance: int
    """Schools where one is known to be in alternance."""
    to_check: int
    """Schools where each of these programmes may no longer be offered: see `offer_to_check`."""
    examples: tuple[Course, ...]
    """The first of each kind of school by name, up to three: examples, not a choice."""
    through: dict[str, int]
    """When no programme prepares for it, schools that prepare for the nearest jobs below it."""
    through_public: dict[str, int]
    """How many of these schools are public."""
    before: Annotated[str | None, Unpublished] = None
    """The first of the jobs just below it that a programme prepares for."""


def training_for(catalogue: Catalogue, job: str, today: str) -> Training:
    """Count the programmes that prepare for a job on a day, with an example of each kind of school."""
    sql = (
        "SELECT count(*), count(DISTINCT school) FROM programme_facet WHERE (facet, value) = (?, ?)"
    )
    ((programmes, schools),) = catalogue.rows(sql, ("job", job))
    by_kind = _kinds(catalogue, job)
    examples = tuple(_first_of_kind(catalogue, job, kind) for kind in islice(by_kind, EXAMPLES))
    below = () if programmes else stand_ins(catalogue, climb_to(catalogue, job))
    return Training(
        programmes=programmes,
        schools=schools,
        by_kind=by_kind,
        alternance=_schools_in_alternance(catalogue, job),
        to_check=_schools_to_check(catalogue, job, today),
        examples=examples,
        through={slug: _schools_for(catalogue, slug) for slug in below},
        through_public={slug: _kinds(catalogue, slug).get("public", 0) for slug in below},
        before=_taught_before(catalogue, job),
    )


def _taught_before(catalogue: Catalogue, job: str) -> str | None:
    sql = """
        SELECT origin FROM relation JOIN record ON record.slug = origin AND kind = 'profession'
        WHERE name = 'next_roles' AND target = ?
        AND origin IN (SELECT value FROM programme_facet WHERE facet = 'job')
        ORDER BY record.position LIMIT 1
    """
    return next((origin for (origin,) in catalogue.rows(sql, (job,))), None)


def _kinds(catalogue: Catalogue, job: str) -> dict[SchoolKind, int]:
    """Return how many schools of each kind prepare for a job, the most numerous first."""
    sql = """
        SELECT kinds.value, count(DISTINCT school) AS schools FROM programme_facet AS wanted
        JOIN facet AS kinds ON kinds.kind = 'school' AND kinds.facet = 'kind' AND slug = school
        WHERE wanted.facet = 'job' AND wanted.value = ?
        GROUP BY kinds.value ORDER BY schools DESC, kinds.value
    """
    return dict(cast("Iterator[tuple[SchoolKind, int]]", catalogue.rows(sql, (job,))))


def _schools_in_alternance(catalogue: Catalogue, job: str) -> int:
    sql = f"""
        SELECT count(DISTINCT school) FROM programme_facet AS wanted
        JOIN programme USING (school, position)
        WHERE facet = 'job' AND value = ?
        AND json_extract(card, '$.alternance.mode') IN ({_IN_ALTERNANCE})
    """
    ((schools,),) = catalogue.rows(sql, (job, *sorted(IN_ALTERNANCE)))
    return int(schools)


def _schools_to_check(catalogue: Catalogue, job: str, today: str) -> int:
    sql = """
        SELECT school, card FROM programme_facet JOIN programme USING (school, position)
        WHERE facet = 'job' AND value = ?
    """
    ends = grounds(catalogue, today).ends
    doubtful: dict[str, bool] = {}
    for school, card in catalogue.rows(sql, (job,)):
        programme = read_document(card)
        registration = registered(ends.get(programme.certification or ""), today)
        doubt = to_check(
            programme, registration if programme.certification else "informative", today
        )
        doubtful[school] = doubtful.get(school, True) and doubt
    return sum(doubtful.values())


def _first_of_kind(catalogue: Catalogue, job: str, kind: str) -> Course:
    """Return the first programme of the first school of a kind, by name, that prepares for a job."""
    sql = """
        SELECT record.card, programme.document FROM programme_facet AS wanted
        JOIN programme USING (school, position)
        JOIN record ON record.kind = 'school' AND record.slug = school
        JOIN facet AS kinds ON kinds.kind = 'school' AND kinds.facet = 'kind'
            AND kinds.slug = school
        WHERE wanted.facet = 'job' AND wanted.value = ? AND kinds.value = ?
        ORDER BY collation, school, programme.position LIMIT 1
    """
    return next(map(course_of, catalogue.read_pairs(sql, (job, kind))))


def _schools_for(catalogue: Catalogue, job: str) -> int:
    sql = """
        SELECT count(DISTINCT school) FROM programme_facet WHERE facet = 'job' AND value = ?
    """
    ((count,),) = catalogue.rows(sql, (job,))
    return int(count)
