"""What a recognition entry is worth on a day: the table of the domain model."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.model.vocabulary import RecognitionKind, values
from avcareers.query.recognition import (
    answered_for,
    in_force,
    registered,
    standing,
    weighed,
)

TODAY = "2026-11-23"
PAST, FUTURE = "2026-11-22", "2027-08-31"

# kind → standing when its end is past, today, to come, absent.
TABLE = {
    "tutelle": ("expired", "in-force", "in-force", "in-force"),
    "diplome-national": ("expired", "in-force", "in-force", "in-force"),
    "visa": ("expired", "in-force", "in-force", "end-unknown"),
    "grade-licence": ("expired", "in-force", "in-force", "end-unknown"),
    "grade-master": ("expired", "in-force", "in-force", "end-unknown"),
    "rncp": ("expired", "informative", "informative", "informative"),
    "accreditation": ("expired", "informative", "informative", "informative"),
    "qualiopi": ("expired", "informative", "informative", "informative"),
    "soutien": ("expired", "informative", "informative", "informative"),
}


def entry(kind: str, until: str | None = None, authority: str = "mesr") -> Any:
    return SimpleNamespace(kind=kind, until=until, authority=authority)


def test_the_table_covers_every_kind_of_the_vocabulary() -> None:
    assert set(TABLE) == set(values(RecognitionKind))


@pytest.mark.parametrize("kind", values(RecognitionKind))
@pytest.mark.parametrize(("column", "until"), [(0, PAST), (1, TODAY), (2, FUTURE), (3, None)])
def test_an_entry_is_worth_what_the_table_says(kind: str, column: int, until: str | None) -> None:
    assert standing(entry(kind, until), TODAY) == TABLE[kind][column]


@pytest.mark.parametrize(
    ("until", "expected"),
    [(PAST, "expired"), (TODAY, "in-force"), (FUTURE, "in-force"), (None, "end-unknown")],
)
def test_a_registration_holds_through_its_last_day(until: str | None, expected: str) -> None:
    assert registered(until, TODAY) == expected


@pytest.mark.parametrize("kind", ["rncp", "accreditation", "qualiopi", "soutien"])
@pytest.mark.parametrize("until", [None, TODAY, FUTURE])
def test_no_ministry_answers_through_what_only_informs(kind: str, until: str | None) -> None:
    found = answered_for([entry(kind, until)], TODAY, unverified=True)
    assert found != "in-force"


def test_no_entry_at_all_is_informative() -> None:
    assert answered_for([], TODAY) == "informative"


def test_one_entry_in_force_is_enough_whatever_the_order() -> None:
    entries = [entry("visa"), entry("visa", PAST), entry("tutelle"), entry("qualiopi")]
    assert answered_for(entries, TODAY) == "in-force"
    assert answered_for(reversed(entries), TODAY) == "in-force"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([entry("visa"), entry("visa", PAST)], "end-unknown"),
        ([entry("visa", PAST), entry("visa")], "end-unknown"),
        ([entry("visa", PAST), entry("qualiopi")], "expired"),
        ([entry("qualiopi"), entry("visa", PAST)], "expired"),
    ],
)
def test_the_best_of_what_does_not_count_is_told(entries: list[Any], expected: str) -> None:
    assert answered_for(entries, TODAY) == expected


def test_an_unknown_end_counts_only_when_asked_for() -> None:
    assert answered_for([entry("visa")], TODAY) == "end-unknown"
    assert answered_for([entry("visa")], TODAY, unverified=True) == "in-force"
    assert answered_for([entry("visa", PAST)], TODAY, unverified=True) == "expired"


def test_only_the_authority_asked_for_counts() -> None:
    entries = [entry("tutelle", authority="culture"), entry("visa", PAST, "mesr")]
    assert answered_for(entries, TODAY, authorities=["culture"]) == "in-force"
    assert answered_for(entries, TODAY, authorities=["mesr"]) == "expired"
    assert answered_for(entries, TODAY, authorities=["education"]) == "informative"


def test_several_authorities_are_alternatives() -> None:
    entries = [entry("diplome-national", authority="education")]
    assert answered_for(entries, TODAY, authorities=["culture", "education"]) == "in-force"


@pytest.mark.parametrize(
    ("until", "plain", "unverified"),
    [
        (FUTURE, "in-force", "in-force"),
        (TODAY, "in-force", "in-force"),
        (PAST, "expired", "expired"),
        (None, "end-unknown", "in-force"),
    ],
)
def test_rncp_as_an_authority_means_a_registration_in_force(
    until: str | None, plain: str, unverified: str
) -> None:
    entries = [entry("rncp", until, "rncp")]
    assert answered_for(entries, TODAY, authorities=["rncp"]) == plain
    assert answered_for(entries, TODAY, authorities=["rncp"], unverified=True) == unverified


def test_a_registration_does_not_count_for_a_ministry() -> None:
    assert answered_for([entry("rncp", FUTURE, "rncp")], TODAY, authorities=["mesr"]) != "in-force"
    assert answered_for([entry("rncp", FUTURE, "rncp")], TODAY) != "in-force"


def test_an_authority_in_force_is_named_once() -> None:
    twice = [entry("tutelle", authority="culture"), entry("tutelle", authority="culture")]
    others = [entry("visa", PAST, "mesr"), entry("rncp", FUTURE, "rncp")]
    assert in_force(weighed([*twice, *others], TODAY)) == ("culture",)
    assert in_force(weighed([*twice, *others], PAST)) == ("culture", "mesr")
