"""Other names stand in a sentence, and each is said once."""

from types import ModuleType

import pytest

from avcareers.audit.check import findings
from avcareers.audit.names import other_names_are_lower_case, other_names_are_said_once

CADREUR = ("professions", 2)


def found(
    small: ModuleType, fr: list[str], en: list[str] | None = None
) -> list[tuple[object, ...]]:
    data = small.changed(*CADREUR, "other_names", to={"fr": fr, "en": en or []})
    content = small.content(data)
    alone = [*other_names_are_lower_case(content), *other_names_are_said_once(content)]
    assert list(findings(content)) == alone
    return [finding[1:4] for finding in alone]


def at(language: str, index: int) -> tuple[object, ...]:
    return ("cadreur", ("other_names", language, index), "other-name")


@pytest.mark.parametrize(
    "name",
    ["opérateur image", "DOP", "DoP", "YouTubeur", "Steadicam op", "2e caméra", "opérateur TV"],
)
def test_a_small_letter_initials_and_marks_are_let_through(small: ModuleType, name: str) -> None:
    assert found(small, [name]) == []


@pytest.mark.parametrize("name", ["Opérateur image", "Assistant étalonneur", "Éclairagiste"])
def test_a_capital_is_refused(small: ModuleType, name: str) -> None:
    assert found(small, [name]) == [at("fr", 0)]


def test_the_other_gender_is_no_other_name(small: ModuleType) -> None:
    assert found(small, ["monteur d'images", "monteuse d'images"]) == [at("fr", 1)]


def test_what_is_said_in_english_is_not_said_again_in_french(small: ModuleType) -> None:
    assert found(small, ["best boy"], ["best boy"]) == [at("fr", 0)]


def test_a_title_is_no_other_name(small: ModuleType) -> None:
    title = small.records()["professions"][2]["title"]
    assert found(small, [], [title["en"].lower()]) == [at("en", 0)]
    assert found(small, [title["fr_f"].lower()]) == [at("fr", 0)]
