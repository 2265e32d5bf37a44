"""A figure on what people earn: nothing of it may be left to guess."""

import json

import pytest
from pydantic import ValidationError

from avcareers.model.earning import Earning

WORDS = {"fr": "Des mots", "en": "Some words"}
EARNING = {
    "slug": "salaires-2022", "covers": {"regimes": ["annexe8"]}, "kind": "earned",
    "measure": WORDS, "value": 9500, "unit": "eur-year", "statistic": "mean", "period": "2022",
    "population": WORDS, "according_to": WORDS, "confidence": "high", "sources": ["fiche"],
}  # fmt: skip


def earning(**changes: object) -> Earning:
    return Earning.model_validate_json(json.dumps(EARNING | changes))


@pytest.mark.parametrize("field", ["population", "period", "unit", "statistic", "according_to",
                                   "covers", "sources"])  # fmt: skip
def test_a_figure_says_of_whom_when_in_what_unit_and_who_says_so(field: str) -> None:
    with pytest.raises(ValidationError, match=field):
        Earning.model_validate_json(json.dumps({k: v for k, v in EARNING.items() if k != field}))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"covers": {}}, "one of the three"),
        ({"covers": {"regimes": ["annexe8"], "jobs": ["scripte"]}}, "one of the three"),
        ({"unit": "percent"}, "in percent"),
        ({"statistic": "change"}, "in percent"),
        ({"value": -1}, "below zero"),
        ({"period": "2024-2022"}, "end before"),
        ({"period": "2022-09"}, "period"),
        ({"unit": "eur"}, "unit"),
    ],
)
def test_what_a_figure_cannot_mean_is_refused(changes: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        earning(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"covers": {"jobs": ["scripte"]}},
        {"covers": {"departments": ["animation"]}},
        {"unit": "percent", "statistic": "change", "value": -8, "period": "2023-2024"},
        {"unit": "percent", "statistic": "share", "value": 0},
        {"unit": "hours-year", "statistic": "median"},
    ],
)
def test_a_figure_of_any_group_is_taken(changes: dict[str, object]) -> None:
    assert earning(**changes).slug == "salaires-2022"
