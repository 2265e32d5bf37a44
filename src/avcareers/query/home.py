"""How much the catalogue holds, and of what day it is."""

from datetime import date
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.data_files import FILE_OF

OLD_AFTER_DAYS = 365
"""Age past which fees, places and deadlines may all have changed."""


class Home(NamedTuple):
    """How much can be asked about, and how recent it is."""

    records: dict[str, int]
    """Number of records of each kind."""
    read_until: str | None
    """ISO date of the last source that was read; nothing when there is no source."""
    old: bool
    """Whether that was over a year ago."""


def home(catalogue: Catalogue, today: str) -> Home:
    """Return how much can be asked about, and how recent it is on a day (ISO)."""
    sql = "SELECT max(json_extract(document, '$.read_on')) FROM record WHERE kind = 'source'"
    ((read,),) = catalogue.rows(sql)
    age = (date.fromisoformat(today) - date.fromisoformat(read)).days if read else 0
    return Home(count_records(catalogue), read, age > OLD_AFTER_DAYS)


def count_records(catalogue: Catalogue) -> dict[str, int]:
    """Return the number of records of each kind."""
    sql = "SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind"
    return dict.fromkeys(FILE_OF, 0) | dict(catalogue.rows(sql))
