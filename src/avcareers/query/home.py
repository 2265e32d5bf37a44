"""How much the catalogue holds."""

from avcareers.store.catalogue import Catalogue


def counts(catalogue: Catalogue) -> dict[str, int]:
    """Give the number of records of each kind."""
    sql = "SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind"
    return dict(catalogue.rows(sql))
