"""Which jobs match."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue

from .filters.declaration import narrowed
from .filters.jobs import JobFilters, JobOrder
from .long_lists import rows_of
from .naming import Cards, department_names, stages_in_order

if TYPE_CHECKING:
    from avcareers.model.chain import Stage
    from avcareers.model.profession import Profession

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


def list_jobs(
    catalogue: Catalogue,
    filters: JobFilters = NO_FILTER,
    *,
    order: JobOrder = "chain",
    limit: int | None = None,
) -> JobList:
    """Return the jobs that pass every filter, with how many there are in all."""
    where, parameters = narrowed("profession", filters)
    ((matching,),) = catalogue.rows(f"SELECT count(*) FROM record WHERE {where}", parameters)
    ((known,),) = catalogue.rows("SELECT count(*) FROM record WHERE kind = 'profession'")
    sql = f"SELECT card FROM record WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ?"
    shown = matching if limit is None else min(limit, matching)
    jobs = rows_of(shown, partial(catalogue.read, sql, (*parameters, shown)))
    return JobList(jobs, matching, known, department_names(catalogue), stages_in_order(catalogue))
