"""What is said in brackets, or after an answer, says something more; no key is shown for a name."""

from types import ModuleType
from typing import Any

import pytest

from avcareers.audit.check import findings

SUMMARY = ("professions", 2, "summary")
CONDITIONS = ("professions", 2, "day_to_day")


def rules_broken(small: ModuleType, path: tuple[Any, ...], value: object) -> list[tuple[Any, ...]]:
    content = small.content(small.changed(*path, to=value))
    return [(finding.field, finding.rule) for finding in findings(content)]


@pytest.mark.parametrize(
    "fr",
    [
        "Compose le cadre du plan (cadre du plan) sur le plateau.",
        "Cadre 5 jours par semaine (semaine de 5 jours) sur le plateau.",
    ],
)
def test_brackets_that_repeat_are_refused(small: ModuleType, fr: str) -> None:
    summary = {"fr": fr, "en": "Frames the shot on the set, day after day."}
    assert rules_broken(small, SUMMARY, summary) == [(("summary", "fr"), "remark")]


@pytest.mark.parametrize(
    "fr",
    [
        "Compose le cadre du plan (caméra portée) sur le plateau.",
        "Compose le cadre (niveau 6) après un autre (niveau 7) sur le plateau.",
    ],
)
def test_brackets_that_add_something_are_let_through(small: ModuleType, fr: str) -> None:
    summary = {"fr": fr, "en": "Frames the shot on the set, day after day."}
    assert rules_broken(small, SUMMARY, summary) == []


@pytest.mark.parametrize("word", ["stagiaire-regie", "annexe8", "cdd_usage"])
def test_a_coded_word_is_refused(small: ModuleType, word: str) -> None:
    summary = {"fr": f"Cadre avec {word} sur le plateau.", "en": "Frames the shot on the set."}
    assert rules_broken(small, SUMMARY, summary) == [(("summary", "fr"), "coded-word")]


@pytest.mark.parametrize("word", ["annexe 8", "rendez-vous", "peut-être"])
def test_words_with_hyphens_are_let_through(small: ModuleType, word: str) -> None:
    summary = {"fr": f"Cadre avec {word} sur le plateau.", "en": "Frames the shot on the set."}
    assert rules_broken(small, SUMMARY, summary) == []


@pytest.mark.parametrize(
    ("answer", "fr", "broken"),
    [
        ("sometimes", "Parfois plusieurs jours", ["remark"]),
        ("sometimes", "Plusieurs jours de suite", []),
        ("yes", "Parfois plusieurs jours", []),
    ],
)
def test_a_note_does_not_say_the_answer_again(
    small: ModuleType, answer: str, fr: str, broken: list[str]
) -> None:
    note = {"fr": fr, "en": "Several days in a row"}
    condition = {"answer": answer, "note": note, "source": "fiche"}
    found = rules_broken(small, CONDITIONS, {"travel": condition})
    assert [rule for _, rule in found] == broken
