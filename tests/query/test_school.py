"""The sheet of a school."""

import pytest

from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.school import school_sheet
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("ecole-du-phare", "in-force"),
        ("lycee-des-goelands", "in-force"),
        ("institut-cornouaille", "in-force"),
        ("ateliers-du-levant", "to-check"),
        ("belle-aurore", "end-unknown"),
        ("centre-mirabelle", "informative"),
        ("quai-neuf", "informative"),
        ("cours-vermeil", "informative"),
    ],
)
def test_a_school_stands_as_its_entries_say(
    catalogue: Catalogue, today: str, slug: str, expected: str
) -> None:
    assert school_sheet(catalogue, slug, today).answers.answer() == expected


def test_an_expired_certification_brings_its_successor(catalogue: Catalogue, today: str) -> None:
    sheet = school_sheet(catalogue, "atelier-des-dunes", today)
    named = [registration.certification.slug for registration in sheet.certifications]
    assert named == ["rncp-99002", "rncp-99003", "rncp-99004"]


def test_every_source_cited_anywhere_on_it_is_there(catalogue: Catalogue, today: str) -> None:
    sheet = school_sheet(catalogue, "ateliers-du-levant", today)
    assert set(sheet.cited) == {"visites-des-ecoles", "registre-fictif", "releve-ancien"}
    assert [source.slug for source in sheet.own_sources] == ["visites-des-ecoles"]


def test_the_jobs_and_cities_it_names_have_a_card(catalogue: Catalogue, today: str) -> None:
    sheet = school_sheet(catalogue, "institut-cornouaille", today)
    assert set(sheet.jobs) == {"monteur", "realisateur"}
    assert {campus.city.slug for campus in sheet.campuses} == {"rennes", "saint-denis-93"}


@pytest.mark.parametrize(
    ("slug", "recognised"),
    [("ecole-du-phare", True), ("ateliers-du-levant", False), ("belle-aurore", False),
     ("centre-mirabelle", False), ("cours-vermeil", False)],
)  # fmt: skip
def test_recognised_means_today(
    catalogue: Catalogue, today: str, slug: str, recognised: bool
) -> None:
    assert any(school_sheet(catalogue, slug, today).recognised) is recognised


@pytest.mark.parametrize(
    ("slug", "standings"),
    [
        ("institut-cornouaille", ["in-force"]),
        ("ateliers-du-levant", ["to-check"]),
        ("belle-aurore", ["end-unknown", "expired"]),
        ("ecole-du-phare", ["in-force", "informative"]),
    ],
)
def test_each_entry_is_weighed(
    catalogue: Catalogue, today: str, slug: str, standings: list[str]
) -> None:
    found = school_sheet(catalogue, slug, today)
    every = (*found.recognition, *found.of_diplomas)
    assert [weighed.standing for weighed in every] == standings


@pytest.mark.parametrize(
    "filters",
    [
        SchoolFilters(recognised_by=("rncp",)),
        SchoolFilters(recognised=True, unverified=True),
        SchoolFilters(recognised_by=("culture",)),
    ],
)
def test_recognised_does_not_depend_on_what_was_asked(
    catalogue: Catalogue, today: str, filters: SchoolFilters
) -> None:
    """`recognised` is published as: a ministry answers for it, on the day of the answer."""
    found = list_schools(catalogue, filters, today)
    listed = {row.school.slug: row.recognised for row in found.schools}
    assert listed
    for slug, recognised in listed.items():
        assert school_sheet(catalogue, slug, today).recognised == recognised, slug
