"""The sheet of a school."""

import pytest

from avcareers.query.school import school_sheet
from avcareers.store.catalogue import Catalogue


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("ecole-du-phare", "in-force"),
        ("lycee-des-goelands", "in-force"),
        ("institut-cornouaille", "in-force"),
        ("ateliers-du-levant", "expired"),
        ("belle-aurore", "end-unknown"),
        ("centre-mirabelle", "informative"),
        ("quai-neuf", "informative"),
        ("cours-vermeil", "informative"),
    ],
)
def test_a_school_stands_as_its_entries_say(
    catalogue: Catalogue, today: str, slug: str, expected: str
) -> None:
    assert school_sheet(catalogue, slug, today).standing == expected


def test_an_expired_certification_brings_its_successor(catalogue: Catalogue, today: str) -> None:
    sheet = school_sheet(catalogue, "atelier-des-dunes", today)
    assert set(sheet.certifications) == {"rncp-99002", "rncp-99003", "rncp-99004"}


def test_every_source_cited_anywhere_on_it_is_there(catalogue: Catalogue, today: str) -> None:
    sheet = school_sheet(catalogue, "ateliers-du-levant", today)
    assert set(sheet.cited) == {"visites-des-ecoles", "registre-fictif", "releve-ancien"}
    assert [source.slug for source in sheet.sources] == ["visites-des-ecoles"]


def test_the_jobs_and_cities_it_names_have_a_card(catalogue: Catalogue, today: str) -> None:
    sheet = school_sheet(catalogue, "institut-cornouaille", today)
    assert set(sheet.jobs) == {"monteur", "realisateur"}
    assert set(sheet.places) == {"rennes", "saint-denis-93"}
