"""How much the catalogue holds."""

from avcareers.store.catalogue import Catalogue
from avcareers.store.data_files import FILE_OF


def counts(catalogue: Catalogue) -> dict[str, int]:
    """Give the number of records of each kind."""
    sql = "SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind"
    return dict.fromkeys(FILE_OF, 0) | dict(catalogue.rows(sql))
