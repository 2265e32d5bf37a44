"""How much the catalogue holds."""

from collections.abc import Callable

import pytest

from avcareers.query.home import home
from avcareers.store.catalogue import Catalogue


def test_every_kind_of_record_is_counted(catalogue: Catalogue) -> None:
    assert home(catalogue, "2026-11-23").records == {
        "certification": 4, "department": 3, "place": 5, "profession": 7, "diploma": 3, "rome": 3, "rule": 2,
        "earning": 5, "region": 4, "release": 3,
        "school": 9, "source": 12, "stage": 3,
        "agreement": 2, "minimum-wage": 2, "pay-basis": 10, "synonym": 0, "topic": 4,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("today", "old"), [("2026-11-23", False), ("2027-11-20", False), ("2029-01-01", True)]
)
def test_data_are_of_the_last_day_a_source_was_read_and_old_after_a_year(
    catalogue: Catalogue, today: str, old: bool
) -> None:
    found = home(catalogue, today)
    assert found.read_until == max(s.read_on for s in catalogue.documents("source"))
    assert found.old is old


def test_data_without_a_source_are_of_no_day(changed: Callable[..., Catalogue]) -> None:
    assert home(changed(sources=()), "2026-11-23")[1:] == (None, False)
