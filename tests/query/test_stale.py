"""What should be read again."""

from avcareers.query.stale import Stale, stale
from avcareers.store.catalogue import Catalogue


def test_what_was_read_long_ago_or_ended_is_listed_oldest_first(
    catalogue: Catalogue, today: str
) -> None:
    assert stale(catalogue, today, older_than_days=365).records == (
        Stale("school", "atelier-des-dunes", "reviewed", "2024-01-15"),
        Stale("source", "releve-ancien", "read_on", "2025-02-01"),
        Stale("programme", "atelier-des-dunes#prises-de-vues", "alternance", "2025-06-30"),
    )


def test_a_certification_that_ended_is_stale_only_without_successor(catalogue: Catalogue) -> None:
    # 99002 ended in 2025 but has a successor; 99001 ends on 2028-06-30 without one.
    found = stale(catalogue, "2028-07-01", older_than_days=36500).records
    assert Stale("certification", "rncp-99001", "expired", "2028-06-30") in found
    assert not any(item.slug == "rncp-99002" for item in found)


def test_alternance_is_read_again_once_the_title_has_ended(catalogue: Catalogue) -> None:
    def told(day: str) -> set[str]:
        found = stale(catalogue, day, older_than_days=36500).records
        return {item.slug for item in found if item.reason == "alternance"}

    assert "atelier-des-dunes#prises-de-vues" not in told("2025-06-30")
    assert "atelier-des-dunes#prises-de-vues" in told("2025-07-01")


def test_a_certification_about_to_end_is_listed_before_it_does(catalogue: Catalogue) -> None:
    def about(day: str, days: int) -> list[Stale]:
        found = stale(catalogue, day, older_than_days=days).records
        return [item for item in found if item.slug == "rncp-99001"]

    assert about("2028-06-30", 30) == [
        Stale("certification", "rncp-99001", "expires", "2028-06-30")
    ]
    assert about("2028-05-01", 30) == []


def test_nothing_is_stale_for_who_looks_far_enough_back(catalogue: Catalogue, today: str) -> None:
    assert not [
        item
        for item in stale(catalogue, today, older_than_days=3650).records
        if item.reason in {"reviewed", "read_on", "looked_up"}
    ]


def test_a_series_of_pay_not_looked_up_for_a_year_is_listed(catalogue: Catalogue) -> None:
    def series(day: str) -> set[str]:
        found = stale(catalogue, day, older_than_days=365).records
        return {item.slug for item in found if item.reason == "looked_up"}

    assert series("2027-11-01") == set()
    assert "3097-preparation" in series("2027-11-02")
