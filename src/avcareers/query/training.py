"""Which programmes prepare for a job."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School

EXAMPLES = 3


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
    courses = courses_for(catalogue, job)
    schools = {course.school.slug: course.school for course in courses}
    kinds = Counter(school.kind for school in schools.values())
    in_alternance = {
        course.school.slug
        for course in courses
        if course.programme.alternance and course.programme.alternance.mode in {"partial", "full"}
    }
    first_of_kind: dict[str, Course] = {}
    for course in courses:
        first_of_kind.setdefault(course.school.kind, course)
    by_kind = tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
    examples = tuple(first_of_kind[kind] for kind, _ in by_kind)[:EXAMPLES]
    through = (
        ()
        if courses
        else tuple((slug, count) for slug in earlier if (count := _schools_for(catalogue, slug)))
    )
    return Training(
        programmes=len(courses),
        schools=len(schools),
        by_kind=by_kind,
        alternance=len(in_alternance),
        examples=examples,
        through=through,
    )


def _schools_for(catalogue: Catalogue, job: str) -> int:
    sql = """
        SELECT count(DISTINCT school) FROM programme_facet WHERE facet = 'job' AND value = ?
    """
    ((count,),) = catalogue.rows(sql, (job,))
    return int(count)


def courses_for(catalogue: Catalogue, job: str) -> tuple[Course, ...]:
    """Give every programme that prepares for a job, by the name of its school."""
    sql = """
        SELECT card, programme.document FROM programme_facet AS wanted
        JOIN programme USING (school, position)
        JOIN record ON record.kind = 'school' AND record.slug = programme.school
        WHERE facet = 'job' AND value = ? ORDER BY collation, programme.school, programme.position
    """
    return tuple(Course(*pair) for pair in catalogue.read_pairs(sql, (job,)))
