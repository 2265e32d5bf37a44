"""The search of the site gives the first answer of the command's, and the step it offers."""

import sys
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from avcareers.query.search.intents import intents
from avcareers.query.search.ranking import search
from avcareers.query.search.tables import SearchTables
from avcareers.store.catalogue import Catalogue

from ..query.search.test_intents import ASKED as ASKING
from .conftest import Open

JUDGED = Path(__file__).parents[1] / "relevance.yaml"
ALIKE = 0.97
"""Part of the judged queries whose first answer must be the same. Python decides."""
ASKED = """queries => queries.map(query => {
  var hit = avcareersSearch.search(query, 1).hits[0];
  return hit ? hit.kind + ":" + hit.slug : "";
})"""


def test_the_first_answers_are_those_of_the_command(
    real: str, real_catalogue: Catalogue, visit: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = _judged()
    page = visit(real, "recherche.html")
    with page.expect_event("requestfinished", lambda request: "weights" in request.url):
        page.locator("#q").fill("monteuse")
    expect(page.locator(".hits a").first).to_be_visible()
    answered = page.evaluate(ASKED, queries)
    differing = []
    for query, ours in zip(queries, answered, strict=True):
        hits = search(real_catalogue, query, limit=1).hits
        theirs = f"{hits[0].kind}:{hits[0].slug}" if hits else ""
        if ours != theirs:
            differing.append(f"{query}: {ours or 'nothing'}, not {theirs or 'nothing'}")
    with capsys.disabled():
        told = [f"\n{len(differing)} of {len(queries)} first answers differ:", *differing]
        sys.stdout.write("\n  ".join(told) + "\n")
    assert len(differing) <= (1 - ALIKE) * len(queries)


STEPS = """queries => queries.map(query => {
  var index = avcareersSearch.index(), slug = number => index.slugs[number];
  return avcareersIntents.steps(query).map(one => [one.step, one.records.map(slug), one.near && one.near.name]);
})"""
ABBREVIATED = ("1st AD", "DP", "UPM", "PA", "2nd AC")
"""Names of which nothing but the name itself says the words."""


def test_the_steps_asked_for_and_what_is_left_out_are_those_of_the_command(
    real: str, real_catalogue: Catalogue, visit: Open
) -> None:
    queries = [*_judged(), *(query for query, _ in ASKING)]
    page, tables = visit(real, "recherche.html"), SearchTables(real_catalogue)
    differing = [
        (query, ours, theirs)
        for query, ours in zip(queries, page.evaluate(STEPS, queries), strict=True)
        if ours != (theirs := _steps(query, real_catalogue, tables))
    ]
    assert differing == []
    for query, answered in zip(ABBREVIATED, page.evaluate(ASKED, ABBREVIATED), strict=True):
        best = search(real_catalogue, query, limit=1).hits[0]
        assert (answered, best.why) == (f"{best.kind}:{best.slug}", "other-name")
    page.locator("#q").fill("école de cinéma en Belgique")
    (best,) = search(real_catalogue, "école de cinéma en Belgique", limit=1).hits
    assert best.outside
    expect(page.locator("#found .warn")).to_contain_text("hors de France")


def _judged() -> list[str]:
    return [entry["query"] for entry in yaml.safe_load(JUDGED.read_text("utf-8"))]


def _steps(query: str, catalogue: Catalogue, tables: SearchTables) -> list[list[object]]:
    """Return the steps of the command as the page has them."""
    return [
        [one.step, [*one.jobs, *one.schools, *([one.topic] if one.topic else [])], one.near]
        for one in intents(query, catalogue, tables)
    ]
