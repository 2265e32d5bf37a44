"""Jobs, or schools, side by side."""

import pytest

from avcareers.model.errors import MixedKindsError, NotFoundError, SameRecordError, WrongCountError
from avcareers.query.compare import JobComparison, SchoolComparison, compare
from avcareers.store.catalogue import Catalogue


def test_jobs_stand_in_the_order_asked_for(catalogue: Catalogue, today: str) -> None:
    found = compare(catalogue, ("realisateur", "monteur"), today)
    assert isinstance(found, JobComparison)
    assert [sheet.job.slug for sheet in found.sheets] == ["realisateur", "monteur"]


def test_schools_are_found_by_their_names(catalogue: Catalogue, today: str) -> None:
    name = catalogue.document("school", "lycee-des-goelands").name
    found = compare(catalogue, (name, "institut-cornouaille"), today)
    assert isinstance(found, SchoolComparison)
    assert found.sheets[0].school.slug == "lycee-des-goelands"


def test_kinds_are_not_mixed(catalogue: Catalogue, today: str) -> None:
    with pytest.raises(MixedKindsError) as caught:
        compare(catalogue, ("monteur", "lycee-des-goelands"), today)
    assert caught.value.found == (("profession", "monteur"), ("school", "lycee-des-goelands"))


@pytest.mark.parametrize(
    ("names", "count"),
    [(("monteur",), 1), (("monteur", "monteur"), 1),
     (("realisateur", "scripte", "cadreur", "monteur", "etalonneur"), 5)],
    ids=["one", "the same twice", "five"],
)  # fmt: skip
def test_two_to_four_are_compared(
    catalogue: Catalogue, today: str, names: tuple[str, ...], count: int
) -> None:
    with pytest.raises(WrongCountError) as caught:
        compare(catalogue, names, today)
    assert caught.value.given == count


def test_two_names_of_one_are_one(catalogue: Catalogue, today: str) -> None:
    with pytest.raises(SameRecordError) as caught:
        compare(catalogue, ("monteur", "Monteuse"), today)
    assert (caught.value.slug, caught.value.names) == ("monteur", ("monteur", "Monteuse"))


def test_a_name_nothing_bears_brings_near_ones(catalogue: Catalogue, today: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        compare(catalogue, ("monteurr", "realisateur"), today)
    assert "monteur" in caught.value.near
