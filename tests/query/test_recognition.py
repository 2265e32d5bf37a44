"""Who answers for a school, and who for a diploma, on a day: the table of the domain model."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.model.vocabulary import (
    DiplomaRecognitionKind,
    RecognitionKind,
    SchoolRecognitionKind,
    values,
)
from avcareers.query.recognition import (
    Grounds,
    Recognised,
    Standing,
    WhoAnswers,
    best_standing,
    in_force,
    of_diploma,
    of_school,
    registered,
    registration,
    standing,
)

TODAY = "2026-11-23"
LONG_PAST, PAST, FUTURE = "2025-11-22", "2026-11-22", "2027-08-31"

# kind → standing when its end is past, today, to come, absent.
TABLE = {
    "tutelle": ("expired", "in-force", "in-force", "in-force"),
    "contrat": ("expired", "in-force", "in-force", "in-force"),
    "diplome-national": ("expired", "in-force", "in-force", "in-force"),
    "visa": ("to-check", "in-force", "in-force", "end-unknown"),
    "grade-licence": ("to-check", "in-force", "in-force", "end-unknown"),
    "grade-master": ("to-check", "in-force", "in-force", "end-unknown"),
    "rncp": ("expired", "informative", "informative", "informative"),
    "accreditation": ("to-check", "informative", "informative", "informative"),
    "profession": ("expired", "informative", "informative", "informative"),
    "qualiopi": ("expired", "informative", "informative", "informative"),
    "soutien": ("expired", "informative", "informative", "informative"),
}
OF_SCHOOL = values(SchoolRecognitionKind)
DIPLOMAS: Any = {
    "bts": SimpleNamespace(authority="mesr", text="BTS", sources=("loi",)),
    "dnsep": SimpleNamespace(authority="culture", text="DNSEP", sources=("loi",)),
}
ENDS = {"rncp-1": FUTURE, "rncp-2": PAST, "rncp-3": None}
ON = Grounds(TODAY, DIPLOMAS, ENDS)


def entry(kind: str, until: str | None = None, authority: str = "mesr") -> Any:
    return SimpleNamespace(kind=kind, until=until, authority=authority)


def programme(*entries: Any, diploma: str | None = None, certification: str | None = None) -> Any:
    return SimpleNamespace(recognition=entries, diploma=diploma, certification=certification)


def who(*entries: Any, diploma: str | None = None, certification: str | None = None) -> WhoAnswers:
    """Return who answers, from entries of a school and of a diploma, told apart by their kind."""
    own = [each for each in entries if each.kind in OF_SCHOOL]
    others = [each for each in entries if each.kind not in OF_SCHOOL]
    taught = programme(*others, diploma=diploma, certification=certification)
    school: Any = SimpleNamespace(recognition=own)
    return WhoAnswers(of_school(school, TODAY), of_diploma(taught, ON), registration(taught, ON))


def test_the_table_covers_every_kind_of_the_vocabulary() -> None:
    assert set(TABLE) == set(values(RecognitionKind))
    assert not set(OF_SCHOOL) & set(values(DiplomaRecognitionKind))


@pytest.mark.parametrize("kind", TABLE)
@pytest.mark.parametrize(("column", "until"), [(0, PAST), (1, TODAY), (2, FUTURE), (3, None)])
def test_an_entry_is_worth_what_the_table_says(kind: str, column: int, until: str | None) -> None:
    assert standing(entry(kind, until), TODAY) == TABLE[kind][column]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2024", "expired"),
        ("2025", "to-check"),
        ("2026", "in-force"),
        ("2025-10", "expired"),
        ("2026-10", "to-check"),
        ("2026-11", "in-force"),
    ],
)
def test_an_end_known_to_the_month_or_the_year_is_past_when_all_of_it_is(
    until: str, expected: str
) -> None:
    assert standing(entry("visa", until), TODAY) == expected


def test_an_ended_accreditation_is_to_be_checked_and_never_in_force() -> None:
    assert standing(entry("accreditation", "2022"), TODAY) == "to-check"
    assert who(entry("accreditation", "2022")).answer() == "informative"


@pytest.mark.parametrize(
    ("until", "expected"),
    [(PAST, "expired"), (TODAY, "in-force"), (FUTURE, "in-force"), (None, "end-unknown")],
)
def test_a_registration_holds_through_its_last_day(until: str | None, expected: str) -> None:
    assert registered(until, TODAY) == expected


@pytest.mark.parametrize("kind", ["rncp", "accreditation", "profession", "qualiopi", "soutien"])
@pytest.mark.parametrize("until", [None, TODAY, FUTURE])
def test_no_ministry_answers_through_what_only_informs(kind: str, until: str | None) -> None:
    found = who(entry(kind, until))
    assert found.recognised == (False, False)
    assert found.answer(unverified=True) != "in-force"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("tutelle", Recognised(school=True, diploma=False)),
        ("contrat", Recognised(school=True, diploma=False)),
        ("diplome-national", Recognised(school=False, diploma=True)),
        ("visa", Recognised(school=False, diploma=True)),
        ("grade-master", Recognised(school=False, diploma=True)),
    ],
)
def test_an_entry_answers_one_of_the_two_questions(kind: str, expected: Recognised) -> None:
    assert who(entry(kind, FUTURE)).recognised == expected


def test_a_national_diploma_is_answered_for_wherever_it_is_prepared() -> None:
    found = who(diploma="bts")
    assert found.recognised == (False, True)
    (weighed,) = found.diploma
    assert weighed.entry.kind == "diplome-national"
    assert (weighed.entry.authority, weighed.entry.source) == ("mesr", "loi")
    assert who(diploma="dnsep").answer(authorities=["culture"]) == "in-force"


def test_what_a_programme_says_of_its_national_diploma_is_not_said_twice() -> None:
    found = who(entry("diplome-national"), diploma="bts")
    assert [weighed.entry.kind for weighed in found.diploma] == ["diplome-national"]


def test_no_entry_at_all_is_informative() -> None:
    assert who().answer() == best_standing(()) == "informative"


def test_one_entry_in_force_is_enough_whatever_the_order() -> None:
    entries = [entry("visa"), entry("visa", PAST), entry("grade-master", FUTURE), entry("rncp")]
    assert who(*entries).answer() == "in-force"
    assert who(*reversed(entries)).answer() == "in-force"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([entry("visa"), entry("visa", PAST)], "end-unknown"),
        ([entry("visa", PAST), entry("visa")], "end-unknown"),
        ([entry("visa", PAST), entry("qualiopi")], "to-check"),
        ([entry("visa", LONG_PAST), entry("qualiopi")], "expired"),
        ([entry("qualiopi"), entry("visa", LONG_PAST)], "expired"),
        ([entry("visa", LONG_PAST), entry("visa", PAST)], "to-check"),
    ],
)
def test_the_best_of_what_does_not_count_is_told(entries: list[Any], expected: str) -> None:
    assert who(*entries).answer() == expected


def test_an_unknown_end_counts_only_when_asked_for() -> None:
    assert who(entry("visa")).answer() == "end-unknown"
    assert who(entry("visa")).answer(unverified=True) == "in-force"
    assert who(entry("visa", PAST)).answer(unverified=True) == "to-check"


def test_only_the_authority_asked_for_counts() -> None:
    found = who(entry("tutelle", authority="culture"), entry("visa", PAST, "mesr"))
    assert found.answer(authorities=["culture"]) == "in-force"
    assert found.answer(authorities=["mesr"]) == "to-check"
    assert found.answer(authorities=["education"]) == "informative"


def test_several_authorities_are_alternatives() -> None:
    found = who(entry("tutelle", authority="education"))
    assert found.answer(authorities=["culture", "education"]) == "in-force"


def test_an_authority_must_answer_for_what_is_asked() -> None:
    found = who(entry("tutelle", authority="mesr"), diploma="dnsep")
    assert found.answer("school", ["culture"]) == "informative"
    assert found.answer("diploma", ["culture"]) == "in-force"
    assert found.answer("school", ["mesr"]) == "in-force"
    assert found.answer("diploma", ["mesr"]) == "informative"


@pytest.mark.parametrize(
    ("certification", "plain", "unverified"),
    [
        ("rncp-1", "in-force", "in-force"),
        ("rncp-2", "expired", "expired"),
        ("rncp-3", "end-unknown", "in-force"),
        (None, "informative", "informative"),
    ],
)
def test_rncp_as_an_authority_means_a_registration_in_force(
    certification: str | None, plain: Standing, unverified: Standing
) -> None:
    found = who(certification=certification)
    assert found.answer(authorities=["rncp"]) == plain
    assert found.answer(authorities=["rncp"], unverified=True) == unverified
    assert found.answer("school", ["rncp"], unverified=True) == "informative"


def test_a_registration_does_not_count_for_a_ministry() -> None:
    assert who(certification="rncp-1").answer(authorities=["mesr"]) != "in-force"
    assert who(entry("rncp", FUTURE, "rncp"), certification="rncp-1").answer() != "in-force"


def test_an_authority_in_force_is_named_once() -> None:
    twice = [entry("tutelle", authority="culture"), entry("contrat", authority="culture")]
    school: Any = SimpleNamespace(recognition=[*twice, entry("soutien", authority="mesr")])
    assert in_force(of_school(school, TODAY)) == ("culture",)
