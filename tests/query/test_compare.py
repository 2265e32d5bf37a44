"""Jobs, or schools, side by side."""

import pytest

from avcareers.model.errors import MixedKindsError, NotFoundError, SameRecordError, WrongCountError
from avcareers.query.compare import JobComparison, SchoolComparison, compare, kinds_compared
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
    [(("monteur",), 1), (("realisateur", "scripte", "cadreur", "monteur", "etalonneur"), 5)],
    ids=["one", "five"],
)  # fmt: skip
def test_two_to_four_are_compared(
    catalogue: Catalogue, today: str, names: tuple[str, ...], count: int
) -> None:
    with pytest.raises(WrongCountError) as caught:
        compare(catalogue, names, today)
    assert caught.value.given == count


def test_two_names_of_one_are_one(catalogue: Catalogue, today: str) -> None:
    for names in (("monteur", "Monteuse"), ("monteur", "monteur")):
        with pytest.raises(SameRecordError) as caught:
            compare(catalogue, names, today)
        assert (caught.value.slug, caught.value.names) == ("monteur", names)


def test_beside_a_job_the_other_names_are_meant_for_jobs(catalogue: Catalogue) -> None:
    assert kinds_compared(catalogue, ("monteur", "atelier")) == ("profession",)
    assert kinds_compared(catalogue, ("atelier", "lycee-des-goelands")) == ("school",)
    assert kinds_compared(catalogue, ("zzz", "yyy")) == ("profession", "school")
    assert kinds_compared(catalogue, ("monteur", "lycee-des-goelands")) == ("profession", "school")


def test_names_are_counted_before_one_that_is_not_known_is_looked_for(
    catalogue: Catalogue,
) -> None:
    with pytest.raises(WrongCountError) as caught:
        kinds_compared(catalogue, ("a", "b", "c", "d", "e"))
    assert caught.value.given == 5


def test_a_name_nothing_bears_brings_near_ones(catalogue: Catalogue, today: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        compare(catalogue, ("monteurr", "realisateur"), today)
    assert "monteur" in caught.value.near


def test_between_private_schools_the_nearest_public_one_is_given(
    real_catalogue: Catalogue, today: str
) -> None:
    found = compare(real_catalogue, ("eicar", "creative-seeds"), today)
    assert isinstance(found, SchoolComparison)
    assert found.public
    assert found.public.course.taught_by.kind == "public"
    assert set(found.public.jobs) <= {slug for sheet in found.sheets for slug in sheet.jobs}
    with_a_public_one = compare(real_catalogue, ("eicar", "la-femis"), today)
    assert isinstance(with_a_public_one, SchoolComparison)
    assert with_a_public_one.public is None
