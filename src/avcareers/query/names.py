"""The error for a name that nothing bears, when it may be of several kinds."""

from collections.abc import Sequence

from avcareers.model.errors import NotFoundError
from avcareers.store.catalogue import Catalogue
from avcareers.text.nearest import nearest_folded

OF_A_DEPARTMENT = 9
"""Jobs offered to who typed the name of a department for that of a job."""


def not_found(catalogue: Catalogue, kinds: Sequence[str], name: str) -> NotFoundError:
    """Return the error of the kind that has the nearest name; of the first kind when none is near."""
    sql = "SELECT folded, kind FROM name WHERE kind = ?"
    kind_of = dict(row for kind in reversed(kinds) for row in catalogue.rows(sql, (kind,)))
    close = nearest_folded(name, {folded: folded for folded in kind_of}, limit=1)
    kind = kind_of[close[0]] if close else kinds[0]
    return NotFoundError(kind, name, catalogue.near(kind, name))


def jobs_of_department(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Return the keys of a few jobs of the department that bears a name, first ones first."""
    department = catalogue.known("department", name)
    if department is None:
        return ()
    sql = """
        SELECT slug FROM facet JOIN record USING (kind, slug)
        WHERE kind = 'profession' AND facet = 'department' AND value = ?
        ORDER BY position LIMIT ?
    """
    return tuple(slug for (slug,) in catalogue.rows(sql, (department.slug, OF_A_DEPARTMENT)))
