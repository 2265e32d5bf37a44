"""The error for a name that nothing bears, when it may be of several kinds."""

from collections.abc import Sequence

from avcareers.model.errors import NotFoundError
from avcareers.store.catalogue import Catalogue
from avcareers.text.nearest import nearest_folded


def not_found(catalogue: Catalogue, kinds: Sequence[str], name: str) -> NotFoundError:
    """Return the error of the kind that has the nearest name; of the first kind when none is near."""
    sql = "SELECT folded, kind FROM name WHERE kind = ?"
    kind_of = dict(row for kind in reversed(kinds) for row in catalogue.rows(sql, (kind,)))
    close = nearest_folded(name, {folded: folded for folded in kind_of}, limit=1)
    kind = kind_of[close[0]] if close else kinds[0]
    return NotFoundError(kind, name, catalogue.near(kind, name))
