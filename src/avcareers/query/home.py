"""How much the catalogue holds."""

from typing import Annotated, NamedTuple

from avcareers.model.answer import Rows
from avcareers.store.catalogue import Catalogue
from avcareers.store.data_files import FILE_OF


class Home(NamedTuple):
    """How much can be asked about."""

    records: Annotated[dict[str, int], Rows]
    """Number of records of each kind."""


def home(catalogue: Catalogue) -> Home:
    """Return how much can be asked about."""
    return Home(count_records(catalogue))


def count_records(catalogue: Catalogue) -> dict[str, int]:
    """Return the number of records of each kind."""
    sql = "SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind"
    return dict.fromkeys(FILE_OF, 0) | dict(catalogue.rows(sql))
