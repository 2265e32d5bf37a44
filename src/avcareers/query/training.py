"""Which programmes prepare for a job."""

from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.traits import Traits

from .alternance import IN_ALTERNANCE

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School

EXAMPLES = 3
_IN_ALTERNANCE = ",".join("?" * len(IN_ALTERNANCE))


class Course(NamedTuple):
    """A programme and the school that teaches it."""

    school: "School"
    programme: "Programme"


class Training(NamedTuple):
    """The programmes that prepare for a job, counted."""

    programmes: int
    schools: int
    by_kind: tuple[tuple[str, int], ...]
    """Schools by kind, the most numerous first."""
    alternance: int
    """Schools with a programme known to be in alternance."""
    examples: tuple[Course, ...]
    """The first school of each kind by name, up to three: examples, not a choice."""
    through: tuple[tuple[str, int], ...]
    """Jobs that lead to this one and how many schools prepare for each, when none prepares here."""


def training_for(catalogue: Catalogue, job: str, earlier: tuple[str, ...] = ()) -> Training:
    """Count the programmes that prepare for a job, with an example of each kind of school.

    When there is none, count the schools that prepare for the jobs that lead to it.
    """
    sql = (
        "SELECT count(*), count(DISTINCT school) FROM programme_facet WHERE (facet, value) = (?, ?)"
    )
    ((programmes, schools),) = catalogue.rows(sql, ("job", job))
    by_kind = _kinds(catalogue, job)
    examples = tuple(_first_of_kind(catalogue, job, kind) for kind, _ in by_kind[:EXAMPLES])
    through = (
        ()
        if programmes
        else tuple((slug, count) for slug in earlier if (count := _schools_for(catalogue, slug)))
    )
    return Training(
        programmes=programmes,
        schools=schools,
        by_kind=by_kind,
        alternance=_schools_in_alternance(catalogue, job),
        examples=examples,
        through=through,
    )


def _kinds(catalogue: Catalogue, job: str) -> tuple[tuple[str, int], ...]:
    """Give how many schools of each kind prepare for a job, the most numerous first."""
    sql = """
        SELECT kinds.value, count(DISTINCT school) AS schools FROM programme_facet AS wanted
        JOIN facet AS kinds ON kinds.kind = 'school' AND kinds.facet = 'kind' AND slug = school
        WHERE wanted.facet = 'job' AND wanted.value = ?
        GROUP BY kinds.value ORDER BY schools DESC, kinds.value
    """
    return tuple((kind, schools) for kind, schools in catalogue.rows(sql, (job,)))


def _schools_in_alternance(catalogue: Catalogue, job: str) -> int:
    sql = f"""
        SELECT count(DISTINCT school) FROM programme_facet AS wanted
        JOIN programme USING (school, position) JOIN traits ON traits.id = programme.traits
        WHERE facet = 'job' AND value = ? AND json_extract(facts, ?) IN ({_IN_ALTERNANCE})
    """
    mode = f"$[{Traits._fields.index('alternance')}]"
    ((schools,),) = catalogue.rows(sql, (job, mode, *sorted(IN_ALTERNANCE)))
    return int(schools)


def _first_of_kind(catalogue: Catalogue, job: str, kind: str) -> Course:
    """Give the first programme of the first school of a kind, by name, that prepares for a job."""
    sql = """
        SELECT record.card, programme.document FROM programme_facet AS wanted
        JOIN programme USING (school, position)
        JOIN record ON record.kind = 'school' AND record.slug = school
        JOIN facet AS kinds ON kinds.kind = 'school' AND kinds.facet = 'kind'
            AND kinds.slug = school
        WHERE wanted.facet = 'job' AND wanted.value = ? AND kinds.value = ?
        ORDER BY collation, school, programme.position LIMIT 1
    """
    return next(Course(*pair) for pair in catalogue.read_pairs(sql, (job, kind)))


def _schools_for(catalogue: Catalogue, job: str) -> int:
    sql = """
        SELECT count(DISTINCT school) FROM programme_facet WHERE facet = 'job' AND value = ?
    """
    ((count,),) = catalogue.rows(sql, (job,))
    return int(count)
