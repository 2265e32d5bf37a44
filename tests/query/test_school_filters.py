"""Whether one programme passes what was asked, and why it does not."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.query.alternance import alternance_mode
from avcareers.query.school_filters import (
    SchoolFilters,
    Surroundings,
    programmes_in_alternance,
    programmes_that_fit,
)
from avcareers.store.sites import campuses_of

TODAY = "2026-11-23"
AROUND = Surroundings({}, {"monteur": "montage", "cadreur": "image"}, TODAY)


def programme(**known: Any) -> Any:
    fields: dict[str, Any] = {
        "leads_to": ("monteur",),
        "award": "school",
        "routes": (),
        "level": None,
        "entry_level": None,
        "fees": (),
        "alternance": None,
        "campuses": (),
    }
    return SimpleNamespace(**fields | known)


def fees(low: float, year: str | None, high: float | None = None) -> Any:
    return SimpleNamespace(low=low, high=high, year=year)


def in_mode(mode: str) -> Any:
    return programme(alternance=SimpleNamespace(mode=mode))


SCHOOL: Any = SimpleNamespace(campuses=())


def test_an_absent_alternance_is_unknown_and_not_none() -> None:
    assert alternance_mode(programme()) == "unknown"
    assert alternance_mode(in_mode("none")) == "none"


@pytest.mark.parametrize(
    ("filters", "known", "unknown", "refused"),
    [
        (SchoolFilters(levels=(6,)), {"level": 6}, "level-unknown", {"level": 5}),
        (SchoolFilters(entry_level=4), {"entry_level": 0}, "entry-unknown", {"entry_level": 5}),
        (
            SchoolFilters(max_fees=500),
            {"fees": (fees(500, "2026-2027"),)},
            "fees-unknown",
            {"fees": (fees(501, "2026-2027"),)},
        ),
    ],
)
def test_a_missing_fact_is_told_apart_from_a_contrary_one(
    filters: SchoolFilters, known: dict[str, Any], unknown: str, refused: dict[str, Any]
) -> None:
    yes, no, silent = programme(**known), programme(**refused), programme()
    assert programmes_that_fit(SCHOOL, (yes, no, silent), filters, AROUND) == ((yes,), None)
    assert programmes_that_fit(SCHOOL, (no,), filters, AROUND) == ((), "other")
    assert programmes_that_fit(SCHOOL, (no, silent), filters, AROUND) == ((), unknown)


def test_a_missing_fact_is_no_excuse_when_another_fact_refuses() -> None:
    filters = SchoolFilters(levels=(6,), jobs=("cadreur",))
    assert programmes_that_fit(SCHOOL, (programme(),), filters, AROUND) == ((), "other")


def test_filters_hold_for_one_and_the_same_programme() -> None:
    cheap = programme(fees=(fees(100, "2026-2027"),), leads_to=("cadreur",))
    dear = programme(fees=(fees(9000, "2026-2027"),), leads_to=("monteur",))
    filters = SchoolFilters(jobs=("monteur",), max_fees=500)
    assert programmes_that_fit(SCHOOL, (cheap, dear), filters, AROUND) == ((), "other")


def test_a_department_is_reached_through_the_jobs_of_the_programme() -> None:
    both = (programme(leads_to=("cadreur",)), programme(leads_to=("monteur",)))
    found, _ = programmes_that_fit(SCHOOL, both, SchoolFilters(departments=("image",)), AROUND)
    assert found == both[:1]


def test_without_a_filter_on_programmes_a_school_without_any_fits() -> None:
    assert programmes_that_fit(SCHOOL, (), SchoolFilters(), AROUND) == ((), None)
    assert programmes_that_fit(SCHOOL, (), SchoolFilters(levels=(6,)), AROUND) == ((), "other")


@pytest.mark.parametrize(
    ("modes", "reason"),
    [
        (["full"], None),
        (["none", "partial"], None),
        (["none", "likely"], "alternance-likely"),
        (["unknown", "likely"], "alternance-likely"),
        (["none", "unknown"], "alternance-unknown"),
        (["none"], "alternance-none"),
        ([], "alternance-unknown"),
    ],
)
def test_alternance_counts_only_when_known(modes: list[str], reason: str | None) -> None:
    found, why = programmes_in_alternance(
        tuple(map(in_mode, modes)), SchoolFilters(alternance=True)
    )
    assert why == reason
    assert {alternance_mode(p) for p in found} <= {"full", "partial"}


def test_likely_alternance_comes_in_when_unverified_facts_are_asked_for() -> None:
    likely, unknown = in_mode("likely"), in_mode("unknown")
    filters = SchoolFilters(alternance=True, unverified=True)
    assert programmes_in_alternance((likely, unknown), filters) == ((likely,), None)
    assert programmes_in_alternance((unknown,), filters) == ((), "alternance-unknown")


def test_a_programme_is_taught_on_its_own_campuses_or_on_all() -> None:
    brest, lyon = SimpleNamespace(place="brest"), SimpleNamespace(place="lyon")
    school: Any = SimpleNamespace(campuses=(brest, lyon))
    assert campuses_of(school, programme(campuses=("lyon",))) == (lyon,)
    assert campuses_of(school, programme()) == (brest, lyon)
