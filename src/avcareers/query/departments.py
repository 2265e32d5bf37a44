"""The departments, and how many jobs each has."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated, NamedTuple, get_args

from avcareers.model.answer import Merged, Rows
from avcareers.model.vocabulary import Level
from avcareers.store.catalogue import Catalogue

if TYPE_CHECKING:
    from avcareers.model.chain import Department


class DepartmentRow(NamedTuple):
    """A department and its jobs, counted."""

    department: Annotated["Department", Merged()]
    """The department."""
    jobs: dict[Level, int]
    """Number of jobs by level."""


class DepartmentList(NamedTuple):
    """Every department, in the order of the chain."""

    departments: Annotated[tuple[DepartmentRow, ...], Rows]
    """The departments."""


def list_departments(catalogue: Catalogue) -> DepartmentList:
    """Return every department, in the order of the chain."""
    sql = """
        SELECT department.value, level.value FROM facet AS department
        JOIN facet AS level USING (kind, slug)
        WHERE kind = 'profession' AND department.facet = 'department' AND level.facet = 'level'
    """
    counts = Counter(catalogue.rows(sql))
    return DepartmentList(
        tuple(
            DepartmentRow(
                department, {level: counts[department.slug, level] for level in get_args(Level)}
            )
            for department in catalogue.documents("department")
        )
    )
