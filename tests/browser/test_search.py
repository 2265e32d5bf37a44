"""The search of the site gives the first answer of the command's."""

import sys
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from avcareers.query.search.ranking import search
from avcareers.store.catalogue import Catalogue

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
    queries = [entry["query"] for entry in yaml.safe_load(JUDGED.read_text("utf-8"))]
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
