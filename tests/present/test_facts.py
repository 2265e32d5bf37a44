"""How facts are said, and that pages only say what queries judged."""

import ast
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from avcareers import present
from avcareers.model.base import Text
from avcareers.present.costs import amounts, costs_phrase, summary_cell
from avcareers.present.facts import (
    alternance_and_fees,
    alternance_evidence,
    cities_cell,
    kilometres_cell,
    nearest_phrase,
)
from avcareers.present.page import text_of
from avcareers.present.selectivity import selectivity_cell, selectivity_lines, session_phrase
from avcareers.query.costs import CostSummary, StatusCosts, Uncounted
from avcareers.text.wording import Wording

TODAY = "2026-11-23"
FR, EN = Wording("fr"), Wording("en")
PAGES = Path(present.__file__).parent
JUDGING = {"alternance", "costs", "judged", "nearby", "recognition"}
"""Modules of `query/` that judge."""


def said(line: Any) -> str:
    return (
        text_of(line).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    )


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def session(counted_as: str = "applicants", **known: int) -> Any:
    fields = dict.fromkeys(("candidates", "admitted", "places", "technological_percent",
                            "vocational_percent"))  # fmt: skip
    return SimpleNamespace(session=2025, counted_as=counted_as, **fields | known)


def loaded(module: Path) -> set[str]:
    """Return the modules that a page loads, those it names for their types only left out."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    checked_only = [node for node in ast.walk(tree) if isinstance(node, ast.If)]
    types_only = {id(inner) for node in checked_only for inner in ast.walk(node)}
    return {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and id(node) not in types_only
    }


@pytest.mark.parametrize("module", sorted(PAGES.rglob("*.py")), ids=lambda path: path.stem)
def test_a_page_judges_nothing(module: Path) -> None:
    judging = {f"avcareers.query.{name}" for name in JUDGING}
    assert not loaded(module) & judging
    assert not any(name.startswith("avcareers.store") for name in loaded(module))


@pytest.mark.parametrize(
    ("form", "fr", "en"),
    [
        ("cell", "90–1 500 €", "90–€1,500"),
        ("phrase", "90 € à 1 500 €", "€90 to €1,500"),
        ("brief", "de 90 à 1 500 €", "€90 to €1,500"),
        ("sentence", "de 90 € à 1 500 €", "€90 to €1,500"),
    ],
)
def test_a_range_is_said_in_the_form_asked_for(form: Any, fr: str, en: str) -> None:
    assert plain(amounts(90, 1500, FR, form)) == fr
    assert plain(amounts(90, 1500, EN, form)) == en


@pytest.mark.parametrize("form", ["cell", "phrase", "brief", "sentence"])
@pytest.mark.parametrize("high", [None, 90])
def test_one_amount_is_no_range(form: Any, high: float | None) -> None:
    assert plain(amounts(90, high, FR, form)) == "90 €"


def test_free_is_said_and_the_unknown_is_marked() -> None:
    free = StatusCosts("scolaire", False, 0, 0, 1, ())
    signed = StatusCosts("apprentissage", False, 0, 0, 1, ())
    dear = StatusCosts("scolaire", False, 7400, 7400, 1, ("2026-2027",))
    part = Uncounted("registration", 430, 430, ("2022-2023",), 1)
    assert said(summary_cell(CostSummary((free, signed), 1, 0), (), FR)) == "0 €"
    assert said(summary_cell(CostSummary((), 1, 1), (), FR)) == "?"
    assert said(summary_cell(CostSummary((), 1, 1, (part,)), (), FR)) == "? (partiel)"
    assert said(summary_cell(CostSummary((signed,), 10, 9), (), FR)) == (
        "? ; 0 € en apprentissage (1 sur 10)")  # fmt: skip
    both = CostSummary((dear, signed), 1, 0)
    assert said(summary_cell(both, (), EN)) == "€7,400; €0 as an apprentice"
    assert said(summary_cell(both, ("apprentissage",), FR)) == "0 € en apprentissage"


def test_the_costs_of_a_school_are_said_by_status_with_how_many_are_unknown() -> None:
    free = StatusCosts("apprentissage", False, 0, 0, 1, ())
    paid = StatusCosts("scolaire", False, 200, 300, 4, ("2025-2026",))
    some = StatusCosts("apprentissage", True, 0, 0, 2, ())
    assert plain(costs_phrase(CostSummary((), 3, 3), EN)) == "unknown"
    assert plain(costs_phrase(CostSummary((free,), 10, 9), FR)) == (
        "pour 9 formations sur 10 : non renseigné ; "
        "0 € si un employeur signe (apprentissage, 1 formation sur 10)"
    )
    registration = Uncounted("registration", 430, 430, ("2022-2023",), 1)
    assert plain(costs_phrase(CostSummary((), 1, 1, (registration,)), FR)) == (
        "scolarité non renseignée (inscription seule : 430 € en 2022-2023)"
    )
    said_once = CostSummary((free,), 1, 0)
    assert plain(costs_phrase(said_once, EN)) == "€0 if an employer signs (apprenticeship)"
    assert plain(costs_phrase(CostSummary((paid, some), 4, 0), FR)) == (
        "de 200 € à 300 € en voie scolaire (2025-2026) ; "
        "0 € si un employeur signe, pendant les années en alternance (apprentissage, 2 formations sur 4)"
    )


def test_alternance_and_fees_are_one_phrase_when_neither_is_known() -> None:
    programme: Any = SimpleNamespace(alternance="unknown", cost=None)
    assert alternance_and_fees(programme, FR) == ("alternance et frais non renseignés",)
    programme.alternance = "full"
    assert alternance_and_fees(programme, EN) == ("alternance: throughout", "fees unknown")
    programme.cost = SimpleNamespace(
        origin="figure", eur_per_year=90, eur_per_year_high=None, school_year="2026-2027"
    )
    assert alternance_and_fees(programme, EN)[1] == "€90 a year (2026-2027)"


@pytest.mark.parametrize(
    ("mode", "registered", "ends"),
    [("likely", "expired", True), ("full", "expired", True), ("none", "expired", False),
     ("likely", "in-force", False)],
)  # fmt: skip
def test_what_is_said_of_alternance_tells_that_the_title_has_ended(
    mode: str, registered: str, ends: bool
) -> None:
    known = SimpleNamespace(
        mode=mode, detail=Text(fr="Lu au registre.", en="Read in it."), as_of=None
    )
    programme: Any = SimpleNamespace(
        record=SimpleNamespace(alternance=known), registered=registered,
        registered_until="2026-09-15",
    )  # fmt: skip
    told = plain(alternance_evidence(programme, Wording("fr")))
    assert told == "Lu au registre." + " Ce titre a pris fin le 15 septembre 2026." * ends


def test_wishes_are_never_written_over_admitted() -> None:
    wishes = session("confirmed-wishes", candidates=900, admitted=12)
    assert said(selectivity_cell(wishes, EN)) == "900 wishes 2025"
    assert session_phrase(wishes, EN) == "2025 session – 900 confirmed wishes, admitted: 12"
    assert said(selectivity_cell(session(candidates=900, admitted=12), EN)) == "12 / 900 2025"
    left = session(candidates=98, admitted=1, places=12)
    assert said(selectivity_cell(left, EN)) == "1 / 98 2025, 12 places"
    one_left = session(candidates=98, admitted=11, places=12)
    assert said(selectivity_cell(one_left, EN)) == "11 / 98 2025, 12 places"
    all_taken = session(candidates=98, admitted=12, places=12)
    assert said(selectivity_cell(all_taken, EN)) == "12 / 98 2025"
    assert said(selectivity_cell(session(), EN)) == "? / ? 2025"
    assert said(selectivity_cell(None, EN)) == "?"


def test_which_bac_the_admitted_have_is_said_where_both_shares_are_known() -> None:
    known = session(candidates=747, admitted=12, technological_percent=0, vocational_percent=20)
    [shares] = selectivity_lines([known], FR)
    assert said(shares).endswith(
        " ; parmi les nouveaux bacheliers, 0 % de bacs technologiques et 20 % de professionnels"
    )
    [alone] = selectivity_lines([session(candidates=747, admitted=12, vocational_percent=20)], EN)
    assert said(alone) == "Parcoursup 2025: 747 applicants, 12 admitted"


@pytest.mark.parametrize(
    ("cities", "cell", "nearest"),
    [
        ((), "non renseigné", "lieu non renseigné"),
        (("Lyon",), "Lyon", "Lyon"),
        (("Lyon", "Nantes"), "Lyon, Nantes", "Lyon et ailleurs"),
        (("Lyon", "Nantes", "Brest", "Metz"), "Lyon, Nantes +2", "Lyon et ailleurs"),
    ],
)
def test_cities_are_named_then_counted(cities: Any, cell: str, nearest: str) -> None:
    assert said(cities_cell(cities, FR)) == cell
    assert nearest_phrase(cities, None, FR) == nearest


def test_the_nearest_city_is_named_with_its_distance() -> None:
    assert plain(nearest_phrase(("Lyon", "Nantes"), 12.4, FR)) == "Lyon, 12 km"


def test_a_list_and_a_plan_round_a_distance_alike(words: Wording) -> None:
    for away in (0.4, 47.45, 47.5, 1047.45):
        (cell,) = kilometres_cell(away, words)
        assert words.kilometres(away) == f"{cell.text}\N{NO-BREAK SPACE}km"
