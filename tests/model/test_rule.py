"""A cost rule: one way to say when it holds."""

import json

import pytest
from pydantic import ValidationError

from avcareers.model.rule import Rule

RULE = {
    "slug": "universite-2025-2026",
    "covers": {"types": ["universite"], "routes": ["scolaire"]},
    "eur_per_year": 178,
    "says": {"fr": "barème national", "en": "national rate"},
    "sources": ["fiche"],
}


def rule(**changes: object) -> Rule:
    return Rule.model_validate_json(json.dumps(RULE | changes))


def test_a_school_year_runs_from_september_to_august() -> None:
    assert rule(year="2025-2026").period == ("2025-09-01", "2026-08-31")


def test_a_rule_without_end_holds_for_ever() -> None:
    begins, ends = rule(since="2019-01-01").period
    assert (begins, ends > "2100-12-31") == ("2019-01-01", True)


@pytest.mark.parametrize(
    "changes",
    [
        {"year": "2025-2026", "since": "2025-09-01"},
        {"since": "2026-01-02", "until": "2026-01-01"},
        {"eur_per_year": -1},
        {"sources": []},
        {"covers": {"types": ["ecole-de-quartier"], "routes": ["scolaire"]}},
        {"covers": {"routes": []}},
    ],
)
def test_what_makes_no_sense_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        rule(**changes)
