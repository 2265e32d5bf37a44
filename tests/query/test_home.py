"""How much the catalogue holds."""

from avcareers.query.home import home
from avcareers.store.catalogue import Catalogue


def test_every_kind_of_record_is_counted(catalogue: Catalogue) -> None:
    assert home(catalogue).records == {
        "certification": 4, "department": 3, "place": 5, "profession": 7, "diploma": 3, "rome": 3, "rule": 2,
        "earning": 5,
        "school": 9, "source": 12, "stage": 3,
        "agreement": 2, "minimum-wage": 2, "pay-basis": 10, "synonym": 0, "topic": 4,
    }  # fmt: skip
