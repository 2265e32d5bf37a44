"""The rules on earnings let what people receive pass, and find a minimum that poses as it."""

from types import ModuleType
from typing import Any

import pytest

from avcareers.audit.check import findings

EARNING = {
    "slug": "salaires-2022", "covers": {"regimes": ["annexe8"]}, "kind": "earned",
    "measure": {"fr": "Salaires bruts", "en": "Gross wages"}, "value": 9500, "unit": "eur-year",
    "statistic": "mean", "period": "2022",
    "population": {"fr": "tout le secteur", "en": "the whole sector"},
    "according_to": {"fr": "un observatoire", "en": "an observatory"},
    "confidence": "high", "sources": ["chiffres"],
}  # fmt: skip
SOURCE = {"slug": "chiffres", "title": "Chiffres", "publisher": "Un observatoire",
          "url": "https://www.cnc.fr/chiffres", "read_on": "2026-11-01",
          "about": ["earnings"]}  # fmt: skip


def found(small: ModuleType, *earnings: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return the findings of the minimal data with some figures, without their words."""
    data = small.records()
    data["sources"].append(SOURCE)
    data["earnings"] = list(earnings)
    return [finding[:4] for finding in findings(small.content(data))]


def test_what_people_receive_is_let_through(small: ModuleType) -> None:
    later = {**EARNING, "slug": "salaires-2023", "period": "2023"}
    assert found(small, EARNING, later) == []


@pytest.mark.parametrize(
    ("measure", "language"),
    [
        ({"fr": "Salaire minimum", "en": "Pay"}, "fr"),
        ({"fr": "Salaire", "en": "Pay floor"}, "en"),
        ({"fr": "Part du SMIC", "en": "Share"}, "fr"),
    ],
)
def test_a_minimum_is_not_what_people_earn(
    small: ModuleType, measure: dict[str, str], language: str
) -> None:
    assert found(small, {**EARNING, "measure": measure}) == [
        ("earning", "salaires-2022", ("measure", language), "not-a-minimum")
    ]


def test_a_text_that_sets_a_minimum_is_no_source_of_earnings(small: ModuleType) -> None:
    assert found(small, {**EARNING, "sources": ["fiche"]}) == [
        ("earning", "salaires-2022", ("sources", 0), "not-a-minimum")
    ]


def test_a_figure_is_stated_once(small: ModuleType) -> None:
    assert found(small, EARNING, {**EARNING, "slug": "salaires-bis", "value": 9600}) == [
        ("earning", "salaires-bis", ("measure",), "stated-once")
    ]
