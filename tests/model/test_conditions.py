"""What is known of working conditions: of the job itself, or by the ROME of its code."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.model.conditions import CONDITIONS, known_conditions
from avcareers.model.profession import DayToDay
from avcareers.model.vocabulary import Context, values


def job(match: str = "exact", **own: dict[str, str]) -> Any:
    return SimpleNamespace(day_to_day=DayToDay.model_validate(own), rome_match=match)


def code(*contexts: str) -> Any:
    return SimpleNamespace(contexts=contexts, source="rome-460")


def told(job: Any, main: Any) -> dict[str, tuple[str, bool]]:
    return {each.what: (each.answer, each.of_code) for each in known_conditions(job, main)}


def test_the_lines_are_those_of_the_model() -> None:
    assert tuple(DayToDay.model_fields) == CONDITIONS
    assert {*values(Context)} - {"daytime"} < {*CONDITIONS}


def test_what_a_code_says_may_be_so_of_its_jobs() -> None:
    assert told(job(), code("nights", "travel")) == {
        "nights": ("sometimes", True),
        "travel": ("sometimes", True),
    }


def test_what_is_said_of_the_job_comes_before_its_code() -> None:
    own = job(travel={"answer": "no", "source": "convention"})
    assert told(own, code("travel")) == {"travel": ("no", False)}


def test_a_sheet_of_the_rome_speaks_of_a_code_even_when_one_job_cites_it() -> None:
    own = job(travel={"answer": "sometimes", "source": "rome-l1503"})
    assert told(own, None) == {"travel": ("sometimes", True)}


def test_a_code_without_a_context_denies_nothing() -> None:
    assert told(job(), code()) == {}


@pytest.mark.parametrize("match", ["exact", "generic"])
def test_daytime_alone_denies_nights(match: str) -> None:
    assert told(job(match), code("daytime", "travel"))["nights"] == ("no", True)


@pytest.mark.parametrize(
    ("match", "contexts"),
    [
        ("near", ("daytime",)),
        ("family", ("daytime",)),
        ("exact", ("daytime", "irregular_hours")),
        ("exact", ("daytime", "nights")),
    ],
)
def test_daytime_among_other_hours_or_of_a_family_does_not(
    match: str, contexts: tuple[str, ...]
) -> None:
    assert told(job(match), code(*contexts)).get("nights") in {None, ("sometimes", True)}
