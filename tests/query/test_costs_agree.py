"""Every programme of the catalogue costs the same wherever it is said, for each way to follow it."""

from collections.abc import Iterator

import pytest

from avcareers.present.compare import comparison_page
from avcareers.present.costs import costs_phrase
from avcareers.present.page import text_of
from avcareers.present.school import school_sheet_page
from avcareers.query.compare import SchoolComparison
from avcareers.query.costs import Cost
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.plan.candidates import candidates_for
from avcareers.query.plan.request import Request
from avcareers.query.plan.steps import programmes_named
from avcareers.query.programmes import list_programmes
from avcareers.query.school import school_sheet
from avcareers.query.school_check import school_check
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-30"
ROUTES = ("scolaire", "apprentissage")

Amounts = dict[str, tuple[tuple[str, float | None], ...]]
"""Euros a year of each status, by `school/programme`."""


def amounts(costs: tuple[Cost, ...]) -> tuple[tuple[str, float | None], ...]:
    return tuple((cost.route, cost.every_year) for cost in costs)


def on_sheets(catalogue: Catalogue) -> Iterator[tuple[str, tuple[tuple[str, float | None], ...]]]:
    for slug in catalogue.slugs("school"):
        for programme in school_sheet(catalogue, slug, TODAY).programmes:
            yield f"{slug}/{programme.record.slug}", amounts(programme.costs)


def test_lists_sheets_and_plans_say_the_same_amount_for_every_status(
    real_catalogue: Catalogue,
) -> None:
    sheets: Amounts = dict(on_sheets(real_catalogue))
    listed = list_programmes(list_schools(real_catalogue, SchoolFilters(), TODAY))
    assert {
        f"{row.school}/{row.programme.record.slug}": amounts(row.programme.costs)
        for row in listed.programmes
    } == sheets
    jobs = frozenset(real_catalogue.slugs("profession"))
    asked = Request(unknown_too=True)
    candidates = candidates_for(real_catalogue, jobs, asked, TODAY)
    planned = programmes_named(real_catalogue, candidates.values(), asked, TODAY)
    # A preparatory class leads to no job: no plan has it.
    taught = {f"{row.school}/{row.programme.record.slug}": row.programme.record.award
              for row in listed.programmes}  # fmt: skip
    assert {key: amounts(step.programme.costs) for key, step in planned.items()} == {
        key: costs for key, costs in sheets.items() if taught[key] != "preparatory"
    }


@pytest.mark.parametrize("alternance", [False, True])
@pytest.mark.parametrize("euros", [0, 178, 9000])
def test_a_limit_keeps_in_lists_what_it_keeps_in_plans(
    real_catalogue: Catalogue, alternance: bool, euros: float
) -> None:
    filters = SchoolFilters(max_fees=euros, alternance=alternance)
    listed = list_programmes(list_schools(real_catalogue, filters, TODAY))
    kept = {f"{row.school}/{row.programme.record.slug}" for row in listed.programmes
            if row.programme.record.award != "preparatory"}  # fmt: skip
    jobs = frozenset(real_catalogue.slugs("profession"))
    asked = Request(level=8, max_fees=euros, alternance=alternance)
    candidates = candidates_for(real_catalogue, jobs, asked, TODAY)
    closing = {"fees", "fees-unknown", "alternance", "alternance-unknown"}
    open_ = {
        key for key, one in candidates.items() if closing.isdisjoint(r.kind for r in one.reasons)
    }
    assert open_ == kept
    assert kept


def test_free_training_is_found_by_price(real_catalogue: Catalogue) -> None:
    listed = list_programmes(list_schools(real_catalogue, SchoolFilters(max_fees=0), TODAY))
    routes = {row.programme.cost.route for row in listed.programmes if row.programme.cost}
    assert routes == set(ROUTES)
    of_cannes = [row for row in listed.programmes if row.school == "lycee-carnot-cannes"]
    assert of_cannes


@pytest.mark.slow
def test_a_list_a_sheet_a_comparison_and_what_to_ask_say_one_cost_of_a_school(
    real_catalogue: Catalogue, words: Wording
) -> None:
    listed = {row.school.slug: row for row in list_schools(
        real_catalogue, SchoolFilters(), TODAY).schools}  # fmt: skip
    for slug in real_catalogue.slugs("school"):
        check = school_check(real_catalogue, slug, TODAY)
        sheet, row = check.sheet, listed[slug]
        said = costs_phrase(sheet.costs.per_year, words)
        first = school_sheet_page(sheet, words).sections[0]
        assert any(text_of(item.line).endswith(said) for item in first.items), slug
        table = comparison_page(SchoolComparison((sheet, sheet)), words).table
        assert table
        a_year = {text_of(row.cells[0]): text_of(row.cells[1]) for row in table.rows}
        assert a_year[words("Par an", "Per year")] == said, slug
        # A list is of programmes in force: each of them costs what the sheet says of it.
        of_sheet = {each.record.slug: each.costs for each in sheet.programmes}
        assert all(each.costs == of_sheet[each.record.slug] for each in row.programmes), slug
        asked = {point.programme for point in check.points if point.rule == "fees-unknown"}
        lacking = {each.record.slug for each in sheet.programmes
                   if each.lacks_school_cost or not each.costs}  # fmt: skip
        assert asked == lacking, slug
