"""A promotion to another department is a move of the ROME, or has a source that says so."""

from types import ModuleType
from typing import Any

import pytest

from avcareers.audit.check import findings
from avcareers.audit.steps import steps_elsewhere_are_supported

SUPPORT = {
    "job": "chef-operateur",
    "says": {"fr": "La fiche le dit.", "en": "The sheet says it."},
    "source": "fiche",
}


def step_elsewhere(small: ModuleType, own: list[str], upper: list[str], **rome: Any) -> Any:
    """Return records where `cadreur` leads to a job of another department, each with its codes."""
    data = small.records()
    data["departments"].append({**data["departments"][0], "slug": "lumiere"})
    data["rome"] += [
        {"slug": code.lower(), "code": code, "title": code, "riasec": "AR", "source": "fiche"}
        for code in ("L1504", "L1304", "L1302")
    ]
    data["rome"][0] |= rome
    cadreur, chef = data["professions"][2:4]
    cadreur["rome"], chef["rome"] = own, upper
    chef["department"] = "lumiere"
    for job in (cadreur, chef):
        if not job["rome"]:
            job["riasec"] = None
    return data


def found(small: ModuleType, data: Any) -> list[tuple[Any, ...]]:
    """Return what is found, which this rule alone finds."""
    content = small.content(data)
    assert list(findings(content)) == list(steps_elsewhere_are_supported(content))
    return [finding[1:4] for finding in findings(content)]


UNSUPPORTED = [("cadreur", ("next_roles", 0), "supported-step")]


@pytest.mark.parametrize(
    ("own", "upper", "rome"),
    [
        (["L1505"], ["L1505"], {}),
        (["L1504", "L1505"], ["L1304", "L1505"], {}),
        (["L1505"], ["L1304"], {"moves": ["L1304"]}),
        (["L1505"], ["L1302", "L1304"], {"moves": ["L1504", "L1304"]}),
    ],
    ids=["same code", "a second code in common", "a move", "a later move, to a second code"],
)
def test_a_move_of_the_rome_needs_no_more(
    small: ModuleType, own: list[str], upper: list[str], rome: dict[str, list[str]]
) -> None:
    assert found(small, step_elsewhere(small, own, upper, **rome)) == []


@pytest.mark.parametrize(
    ("own", "upper", "rome"),
    [
        (["L1505"], ["L1304"], {}),
        (["L1304"], ["L1505"], {"moves": ["L1304"]}),
        (["L1505"], ["L1302"], {"moves": ["L1504", "L1304"]}),
        ([], ["L1505"], {}),
        (["L1505"], [], {}),
    ],
    ids=["no move", "the way back", "moves elsewhere", "no code", "a job without code"],
)
def test_a_step_without_a_move_needs_a_source(
    small: ModuleType, own: list[str], upper: list[str], rome: dict[str, list[str]]
) -> None:
    data = step_elsewhere(small, own, upper, **rome)
    assert found(small, data) == UNSUPPORTED
    small.put(data, ("professions", 2, "next_roles_support"), [SUPPORT])
    assert found(small, data) == []


def test_inside_a_department_codes_may_differ(small: ModuleType) -> None:
    data = step_elsewhere(small, ["L1505"], ["L1304"])
    small.put(data, ("professions", 3, "department"), "image")
    small.put(data, ("professions", 4, "department"), "lumiere")
    assert found(small, data) == []


@pytest.mark.parametrize(
    ("supports", "at"),
    [
        ([SUPPORT, SUPPORT], 1),
        ([SUPPORT, {**SUPPORT, "job": "scripte"}], 1),
    ],
    ids=["twice", "not a step"],
)
def test_a_support_is_of_a_step_that_needs_it(
    small: ModuleType, supports: list[Any], at: int
) -> None:
    data = step_elsewhere(small, ["L1505"], ["L1304"])
    small.put(data, ("professions", 2, "next_roles_support"), supports)
    assert found(small, data) == [("cadreur", ("next_roles_support", at), "supported-step")]


def test_a_step_the_rome_gives_takes_no_support(small: ModuleType) -> None:
    data = step_elsewhere(small, ["L1505"], ["L1505"])
    small.put(data, ("professions", 2, "next_roles_support"), [SUPPORT])
    assert found(small, data) == [("cadreur", ("next_roles_support", 0), "supported-step")]
