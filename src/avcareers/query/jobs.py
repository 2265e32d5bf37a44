"""Which jobs match."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Rows
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

from .cards import Cards, department_names, in_order, stages_in_order
from .filters.declaration import narrowed
from .filters.jobs import JobFilters, JobOrder, possible
from .openings import Opening, openings

if TYPE_CHECKING:
    from avcareers.model.chain import Stage
    from avcareers.model.profession import Profession
    from avcareers.model.source import Source

NO_FILTER = JobFilters()
NEIGHBOURS, FEWEST_RELATIONS = 2, 2
"""Departments named beside the one asked for, at most, and how many relations make one near."""


class JobRow(NamedTuple):
    """A job in a list."""

    job: Annotated[
        "Profession",
        Merged(
            "slug",
            "title",
            "department",
            "stages",
            "level",
            "works_on",
            "rome",
            "summary",
            "sources",
        ),
    ]
    """Card of the job."""
    sources: "tuple[Source, ...]" = ()
    """What supports it; read by `in_full` only."""


class JobList(NamedTuple):
    """Jobs that match."""

    jobs: Annotated[tuple[JobRow, ...], Rows]
    """The jobs, in the order asked for."""
    matching: int
    """How many match, before any limit."""
    known: int
    """How many the catalogue holds."""
    undecided: int
    """How many may match too: whether they have the contract, the ROME code or the conditions asked for
    is not known."""
    order: JobOrder
    """The order asked for."""
    filters: JobFilters
    departments: Cards
    """Departments by slug."""
    neighbours: tuple[str, ...]
    """Departments nearest to the one asked for: most of its jobs are confused with theirs, or lead to
    theirs, or the other way round."""
    stages: "tuple[Stage, ...]"
    """The stages, first to last."""
    openings: tuple[Opening, ...] = ()
    """What would open the list, when it is empty."""
    climb: "tuple[Profession, ...]" = ()
    """Cards of the jobs from a first one to one that would match, were it not for its level."""


_ORDERS = {
    "chain": "position",
    "name": "collation, slug",
    "level": "(SELECT instr('entry confirmed head', value) FROM facet WHERE kind = 'profession' "
    "AND facet = 'level' AND facet.slug = record.slug), collation, slug",
}


def list_jobs(
    catalogue: Catalogue,
    filters: JobFilters = NO_FILTER,
    *,
    order: JobOrder = "chain",
    limit: int | None = None,
) -> JobList:
    """Return the jobs that pass every filter, with how many there are in all; what opens, if none."""
    found = _listed(catalogue, filters, order, limit)
    if found.matching:
        return found
    opened = openings(filters, lambda other: _listed(catalogue, other, "chain", 2), catalogue)
    return found._replace(openings=opened, climb=_climb(catalogue, filters, opened))


def _climb(
    catalogue: Catalogue, filters: JobFilters, opened: tuple[Opening, ...]
) -> "tuple[Profession, ...]":
    """Return how one climbs to a job that matches, when a first job was asked for and none does."""
    if not (filters.first or filters.levels == ("entry",)):
        return ()
    from .climbing import climb_to

    others = (row.job.slug for one in opened if len(one.without) == 1 for row in one.found.jobs)
    ways = (climb_to(catalogue, job).from_entry() for job in others)
    way = next((way for way in ways if len(way) > 1), ())
    return in_order(catalogue.cards("profession", way), way)


def _listed(
    catalogue: Catalogue, filters: JobFilters, order: JobOrder, limit: int | None
) -> JobList:
    where, parameters = narrowed("profession", filters)
    ((matching,),) = catalogue.rows(f"SELECT count(*) FROM record WHERE {where}", parameters)
    ((known,),) = catalogue.rows("SELECT count(*) FROM record WHERE kind = 'profession'")
    clause, values = possible(filters)
    ((maybe,),) = catalogue.rows(f"SELECT count(*) FROM record WHERE {clause}", values)
    sql = f"SELECT card FROM record WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ?"
    shown = matching if limit is None else min(limit, matching)
    return JobList(
        jobs=tuple(map(JobRow, catalogue.read(sql, (*parameters, shown)))),
        matching=matching,
        known=known,
        undecided=maybe - matching,
        order=order,
        filters=filters,
        departments=department_names(catalogue),
        neighbours=neighbours_of(catalogue, filters.departments),
        stages=stages_in_order(catalogue),
    )


def neighbours_of(catalogue: Catalogue, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the departments with most relations to the only one asked for, if any."""
    if len(asked) != 1:
        return ()
    sql = """
        WITH pair AS (
            SELECT origin AS here, target AS there, name FROM relation
            UNION ALL SELECT target, origin, name FROM relation
        )
        SELECT other.value FROM pair
        JOIN facet AS own ON own.kind = 'profession' AND own.facet = 'department' AND own.slug = here
        JOIN facet AS other
            ON other.kind = 'profession' AND other.facet = 'department' AND other.slug = there
        WHERE name IN ('confused_with', 'next_roles') AND own.value = ? AND other.value != own.value
        GROUP BY other.value HAVING count(*) >= ? ORDER BY count(*) DESC, other.value LIMIT ?
    """
    found = catalogue.rows(sql, (*asked, FEWEST_RELATIONS, NEIGHBOURS))
    return tuple(str(slug) for (slug,) in found)


def departments_beside(catalogue: Catalogue, keys: tuple[str, ...], word: str) -> tuple[str, ...]:
    """Return the departments next to the only one given that have a word in their name too."""
    names = catalogue.cards("department", beside := neighbours_of(catalogue, keys))
    asked = fold(word)
    return tuple(
        slug
        for slug in beside
        if any(
            f" {asked} " in f" {fold(name)} " for name in (names[slug].name.fr, names[slug].name.en)
        )
    )


def in_full(catalogue: Catalogue, found: JobList) -> JobList:
    """Return a list of jobs with their sources, which its page does not show."""
    cited = catalogue.cards("source", {slug for row in found.jobs for slug in row.job.sources})
    rows = (row._replace(sources=in_order(cited, row.job.sources)) for row in found.jobs)
    return found._replace(jobs=tuple(rows))
