"""The departments, and how many jobs each has."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue

if TYPE_CHECKING:
    from avcareers.model.chain import Department


class DepartmentRow(NamedTuple):
    """A department and its jobs, counted by level."""

    department: "Department"
    entry: int
    confirmed: int
    head: int


def list_departments(catalogue: Catalogue) -> tuple[DepartmentRow, ...]:
    """Give every department, in the order of the chain."""
    sql = """
        SELECT department.value, level.value FROM facet AS department
        JOIN facet AS level USING (kind, slug)
        WHERE kind = 'profession' AND department.facet = 'department' AND level.facet = 'level'
    """
    counts = Counter(catalogue.rows(sql))
    return tuple(
        DepartmentRow(
            department,
            counts[department.slug, "entry"],
            counts[department.slug, "confirmed"],
            counts[department.slug, "head"],
        )
        for department in catalogue.documents("department")
    )
