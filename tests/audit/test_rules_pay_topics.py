"""Each rule on minimum pay and on answers lets good data pass and finds what breaks it."""

from types import ModuleType
from typing import Any

import pytest

from avcareers.audit import pay, topics
from avcareers.audit.check import RULES, findings

GRID = ("agreements", 0, "grids", 0)
LATER = {
    "slug": "3097-tournage-2026", "series": "3097-tournage", "valid_from": "2026-07-01",
    "section": {"fr": "Tournage", "en": "Shoot"}, "status": "extended", "method": "published",
    "source": "fiche",
}  # fmt: skip
WHY = {"fr": "Un avenant a suivi.", "en": "An amendment followed."}
SECOND_SOURCE = {
    "slug": "blog", "title": "Blog", "publisher": "Un site", "url": "https://notcnc.fr/x",
    "read_on": "2026-11-01", "about": ["status"],
}  # fmt: skip


def found(small: ModuleType, *changes: tuple[tuple[str | int, ...], Any]) -> list[tuple[Any, ...]]:
    """Return the findings of the minimal data after changes, without their words."""
    data = small.records()
    for path, value in changes:
        small.put(data, path, value)
    table = data["pay/3097.csv"]
    for grid in data["agreements"][0]["grids"]:
        # What these tests are about is not that a grid lacks its amounts.
        if table == small.FLOORS and f"{grid['slug']}," not in table:
            data["pay/3097.csv"] += f"{grid['slug']},Cadreur,heure-cddu,40.00\n"
    return [finding[:4] for finding in findings(small.content(data))]


def test_a_day_that_is_not_worth_its_hours_is_found(small: ModuleType) -> None:
    table = small.FLOORS.replace("320.00", "350")
    assert found(small, (("pay/3097.csv",), table)) == [
        ("agreement", "idcc-3097", ("grids",), "pay-ratio")
    ]


def test_a_rounded_day_is_let_through(small: ModuleType) -> None:
    assert found(small, (("pay/3097.csv",), small.FLOORS.replace("320.00", "321.5"))) == []


def test_two_grids_of_a_series_do_not_begin_on_one_day(small: ModuleType) -> None:
    grids = [small.GRID, {**LATER, "valid_from": small.GRID["valid_from"]}]
    assert found(small, (("agreements", 0, "grids"), grids)) == [
        ("agreement", "idcc-3097", ("grids", 1, "valid_from"), "pay-day")
    ]


def test_two_grids_of_a_series_follow_each_other(small: ModuleType) -> None:
    assert found(small, (("agreements", 0, "grids"), [small.GRID, LATER])) == []


@pytest.mark.parametrize(
    ("field", "value", "at"),
    [("method", "computed", "rule"), ("rule", WHY, "rule"), ("outdated_from", "2026-01-01", "outdated_why"),
     ("outdated_why", WHY, "outdated_why")],
)  # fmt: skip
def test_a_grid_says_how_it_was_computed_and_why_it_is_outdated(
    small: ModuleType, field: str, value: object, at: str
) -> None:
    rule = "pay-rule" if at == "rule" else "pay-outdated"
    assert found(small, ((*GRID, field), value)) == [
        ("agreement", "idcc-3097", ("grids", 0, at), rule)
    ]


def test_a_computed_or_outdated_grid_that_says_so_is_let_through(small: ModuleType) -> None:
    changes = {
        "method": "computed",
        "rule": WHY,
        "outdated_from": "2026-01-01",
        "outdated_why": WHY,
    }
    assert found(small, *(((*GRID, field), value) for field, value in changes.items())) == []


def test_a_grid_is_not_outdated_before_it_begins(small: ModuleType) -> None:
    changes = {"outdated_from": "2025-07-01", "outdated_why": WHY}
    assert found(small, *(((*GRID, field), value) for field, value in changes.items())) == [
        ("agreement", "idcc-3097", ("grids", 0, "outdated_from"), "pay-outdated")
    ]


def test_a_grid_that_is_replaced_is_not_outdated_later(small: ModuleType) -> None:
    first = {**small.GRID, "outdated_from": "2026-09-01", "outdated_why": WHY}
    assert found(small, (("agreements", 0, "grids"), [first, LATER])) == [
        ("agreement", "idcc-3097", ("grids", 0, "outdated_from"), "pay-outdated")
    ]


@pytest.mark.parametrize(
    ("since", "outdated", "fine"),
    [("2025-07-01", None, True), ("2025-06-30", None, True), ("2025-07-02", None, False),
     ("2025-07-02", "2025-07-02", True), ("2025-08-01", "2025-08-02", False)],
)  # fmt: skip
def test_a_current_grid_is_not_older_than_the_newest_text(
    small: ModuleType, since: str, outdated: str | None, fine: bool
) -> None:
    changes: list[tuple[tuple[str | int, ...], Any]] = [
        (("agreements", 0, "series", 0, "text_from"), since)
    ]
    if outdated:
        changes += [((*GRID, "outdated_from"), outdated), ((*GRID, "outdated_why"), WHY)]
    expected = [("agreement", "idcc-3097", ("grids", 0, "valid_from"), "pay-newest")]
    assert found(small, *changes) == ([] if fine else expected)


def test_an_older_grid_that_was_replaced_may_stand_under_the_newest_text(small: ModuleType) -> None:
    newest = ("agreements", 0, "series", 0, "text_from"), "2026-07-01"
    assert found(small, newest, (("agreements", 0, "grids"), [small.GRID, LATER])) == []


def test_every_series_of_grids_is_looked_up_once(small: ModuleType) -> None:
    (series,) = small.records()["agreements"][0]["series"]
    alone = ("agreement", "idcc-3097", ("grids", 0, "series"), "pay-series")
    twice = ("agreement", "idcc-3097", ("series", 1, "slug"), "pay-series")
    assert found(small, (("agreements", 0, "series"), [])) == [alone]
    assert found(small, (("agreements", 0, "series"), [series, series])) == [twice]


@pytest.mark.parametrize(
    ("function", "fine"), [("Cadreur", True), ("Scripte, cinéma", True), ("cadreur", False)]
)
def test_a_job_is_paid_as_a_function_of_the_table(
    small: ModuleType, function: str, fine: bool
) -> None:
    change = (("professions", 2, "pay_functions"), [{"idcc": "3097", "function": function}])
    expected = [("profession", "cadreur", ("pay_functions", 0), "pay-function")]
    assert found(small, change) == ([] if fine else expected)


@pytest.mark.parametrize(
    ("changed", "field"), [("2025-01-14", "until"), ("2025-12-31", None), ("2025-01-15", None)]
)
def test_a_minimum_per_work_ends_after_it_began(
    small: ModuleType, changed: str, field: str | None
) -> None:
    minimum = {
        "text": {"fr": "Long métrage : 17 000 €.", "en": "A feature: €17,000."},
        "since": "2025-01-15",
        "until": changed,
        "looked_up": "2026-11-30",
        "sources": ["fiche"],
    }
    where = ("profession", "cadreur", ("work_minimums", 0, field), "work-minimum")
    change = (("professions", 2, "work_minimums"), [minimum])
    assert found(small, change) == ([where] if field else [])


def test_a_grid_without_amounts_is_found(small: ModuleType) -> None:
    data = small.records()
    data["agreements"][0]["grids"].append(LATER)
    # The file and the line are those of the agreement.
    assert [finding[:4] for finding in findings(small.content(data))] == [
        ("agreement", "idcc-3097", ("grids", 1, "slug"), "pay-table")
    ]


def test_a_catalogue_without_its_tables_is_found(small: ModuleType) -> None:
    data = small.records()
    del data["pay/3097.csv"]
    rules = {finding.rule for finding in findings(small.content(data))}
    assert "pay-table" in rules
    assert rules <= {"pay-table", "pay-function"}


def test_a_function_of_an_agreement_without_table_is_found(small: ModuleType) -> None:
    change = (("professions", 2, "pay_functions"), [{"idcc": "2642", "function": "Cadreur"}])
    assert found(small, change) == [("profession", "cadreur", ("pay_functions", 0), "pay-function")]


def test_an_answer_without_an_official_page_is_found(small: ModuleType) -> None:
    for url in (None, "https://notcnc.fr/fiche", "https://cnc.fr.example.com/fiche"):
        assert found(small, (("sources", 0, "url"), url)) == [
            ("topic", "stages", ("sources",), "official")
        ]


def test_an_answer_that_says_so_and_where_to_check_is_let_through(small: ModuleType) -> None:
    changes: tuple[Any, ...] = (
        (("sources", 0, "url"), None),
        (("topics", 0, "doubts"), [WHY]),
        (("topics", 0, "check_at"), [{"name": "CNC", "url": "https://www.cnc.fr"}]),
    )
    assert found(small, *changes) == []
    assert found(small, *changes[:2]) != []


def test_what_is_left_out_says_where_to_look(small: ModuleType) -> None:
    outside = (("topics", 0, "outside"), WHY)
    where = (("topics", 0, "check_at"), [{"name": "CNC", "url": "https://www.cnc.fr"}])
    assert found(small, outside) == [("topic", "stages", ("outside",), "outside")]
    assert found(small, outside, where) == []


def test_an_answer_without_a_date_is_found_unless_it_says_so(small: ModuleType) -> None:
    undated = (("topics", 0, "answer", 0, "as_of"), None)
    assert found(small, undated) == [("topic", "stages", ("answer",), "dated")]
    assert found(small, undated, (("topics", 0, "doubts"), [WHY])) == []
    assert found(small, undated, (("topics", 0, "answer", 1, "holds_from"), "2024-01")) == []


def test_the_sources_of_an_answer_are_exactly_those_cited(small: ModuleType) -> None:
    second = (("sources",), [SECOND_SOURCE, *small.records()["sources"]])
    expected = [("topic", "stages", ("sources",), "cited")]
    assert found(small, second) == []
    assert found(small, second, (("topics", 0, "sources"), ["blog", "fiche"])) == expected
    assert found(small, second, (("topics", 0, "answer", 1, "source"), "blog")) == expected


def test_every_rule_on_pay_and_answers_is_broken_here() -> None:
    ours = {rule.__name__ for rule in RULES if rule.__module__ in {pay.__name__, topics.__name__}}
    assert ours == {
        "grids_have_their_table",
        "floors_agree_with_each_other",
        "grids_are_dated",
        "newest_grids_are_current",
        "series_are_looked_up",
        "current_floors_are_of_the_newest_text",
        "pay_functions_have_a_floor",
        "conditions_hold",
        "work_minimums_are_dated",
        "topics_rest_on_an_official_source",
        "what_is_outside_says_where_to_look",
        "topics_are_dated",
        "statements_cite_a_listed_source",
    }
