"""Departments and their jobs by level."""

from avcareers.query.departments import list_departments
from avcareers.store.catalogue import Catalogue


def test_jobs_are_counted_by_level_in_the_order_of_the_file(catalogue: Catalogue) -> None:
    found = list_departments(catalogue)
    rows = [(row.department.slug, *row.jobs.values()) for row in found.departments]
    assert rows == [("mise-en-scene", 0, 1, 1), ("image", 0, 2, 0), ("montage", 1, 1, 1)]
