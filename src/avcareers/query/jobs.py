"""Which jobs match."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from avcareers.store.catalogue import Catalogue

from .long_lists import rows_of
from .naming import Cards, department_names, stages_in_order

if TYPE_CHECKING:
    from avcareers.model.chain import Stage
    from avcareers.model.profession import Profession

JobOrder = Literal["chain", "name", "level"]
STATUSES = ("cdd-usage", "annexe8", "annexe10", "general", "auteur", "journaliste")


class JobFilters(NamedTuple):
    """What jobs to keep. Values of one filter are alternatives; filters add up."""

    stages: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    rome: tuple[str, ...] = ()


NO_FILTER = JobFilters()


class JobList(NamedTuple):
    """Jobs that match."""

    jobs: "Sequence[Profession]"
    """Cards of the jobs, in the order asked for."""
    matching: int
    """How many match, before any limit."""
    known: int
    """How many the catalogue holds."""
    departments: Cards
    """Departments by slug."""
    stages: "tuple[Stage, ...]"
    """The stages, first to last."""


_ORDERS = {
    "chain": "position",
    "name": "collation, slug",
    "level": "(SELECT instr('entry confirmed head', value) FROM facet WHERE kind = 'profession' "
    "AND facet = 'level' AND facet.slug = record.slug), collation, slug",
}
_KEEPS = (
    "slug IN (SELECT slug FROM facet WHERE kind = 'profession' AND facet = ? AND value IN ({}))"
)


def list_jobs(
    catalogue: Catalogue,
    filters: JobFilters = NO_FILTER,
    *,
    order: JobOrder = "chain",
    limit: int | None = None,
) -> JobList:
    """Give the jobs that pass every filter, with how many there are in all."""
    clauses, parameters = ["kind = 'profession'"], []
    for facet, chosen in (
        ("stage", filters.stages),
        ("department", filters.departments),
        ("level", filters.levels),
        ("status", filters.statuses),
        ("rome", filters.rome),
    ):
        if chosen:
            clauses.append(_KEEPS.format(",".join("?" * len(chosen))))
            parameters += [facet, *chosen]
    where = " AND ".join(clauses)
    ((matching,),) = catalogue.rows(f"SELECT count(*) FROM record WHERE {where}", parameters)
    ((known,),) = catalogue.rows("SELECT count(*) FROM record WHERE kind = 'profession'")
    sql = f"SELECT card FROM record WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ?"
    shown = matching if limit is None else min(limit, matching)
    jobs = rows_of(shown, partial(catalogue.read, sql, (*parameters, shown)))
    return JobList(jobs, matching, known, department_names(catalogue), stages_in_order(catalogue))
