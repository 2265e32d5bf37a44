"""Filters answer in the browser what they answer on the command line: random questions, both asked."""

import random
import re
from typing import Any, get_args, get_origin
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from avcareers.query.filters.declaration import Filter, entries, written
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.jobs import list_jobs
from avcareers.query.nearby import Near
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue

from .conftest import Open

QUESTIONS = 100
MOST_ASKED = 4
JUDGED = """addresses => addresses.map(address => {
  var read = avcareersJudging.read(avcareersListed, address);
  var found = avcareersJudging.judge(avcareersListed, read.asked);
  var counted = told => Object.keys(told).sort().map(key => [key, told[key].length]);
  return {ignored: read.ignored, matching: counted(found.matching), left: counted(found.leftOut)};
})"""

MOVED = """() => new Promise(done => {
  var moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { moved += one.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(moved), 300);
})"""
SHOWN = """keys => {
  var rows = [...document.querySelectorAll("tr[data-key]")].filter(row => row.checkVisibility());
  return [...new Set(rows.map(row => row.dataset.key))].sort().join() === keys.join();
}"""
_EITHER = ("public", "private")


@pytest.mark.parametrize(
    ("filters", "list_page"),
    [(SchoolFilters, "ecoles/index.html"), (JobFilters, "metiers/index.html")],
)
def test_random_questions_have_the_answers_of_the_command(
    real: str, real_catalogue: Catalogue, visit: Open, today: str, filters: Any, list_page: str
) -> None:
    chance = random.Random(16)
    asked = [_question(filters, real_catalogue, chance) for _ in range(QUESTIONS)]
    addresses = [_address(one) for one in asked]
    page = visit(real, f"{list_page}?sort=name")
    page.wait_for_function("() => window.avcareersListed")
    answers = page.evaluate(JUDGED, addresses)
    differing = []
    for one, address, answer in zip(asked, addresses, answers, strict=True):
        answer["undecided"] = sum(count for _, count in answer["left"])
        expected = _command(one, real_catalogue, today)
        if answer["ignored"] or {key: answer[key] for key in expected} != expected:
            differing.append((address, expected, answer))
    assert differing == []
    assert any(answer["matching"] for answer in answers)


def test_a_filter_leaves_who_answers_it_and_its_address_can_be_sent(
    small: str, visit: Open, catalogue: Catalogue
) -> None:
    page = visit(small, "ecoles/index.html")
    _shows(page, set(catalogue.slugs("school")))
    page.locator("select[name=kind]").first.select_option("public")
    public = {school.slug for school in catalogue.documents("school") if school.kind == "public"}
    _shows(page, public)
    expect(page).to_have_url(re.compile(r"\?kind=public$"))
    sent = visit(small, page.url.removeprefix(small))
    _shows(sent, public)
    sent.locator(".twin").click()
    expect(sent.locator("html")).to_have_attribute("lang", "en")
    _shows(sent, public)


def test_several_values_of_a_filter_let_any_of_them_in_and_stand_in_the_address(
    folder: str, visit: Open, catalogue: Catalogue
) -> None:
    page = visit(folder, "ecoles/index.html")
    kinds = page.locator("select[name=kind]")
    kinds.first.select_option("public")
    kinds.nth(1).select_option("private")
    asked = {school.slug for school in catalogue.documents("school") if school.kind in _EITHER}
    _shows(page, asked)
    expect(page).to_have_url(re.compile(r"\?kind=public&kind=private$"))
    sent = visit(folder, "ecoles/index.html?kind=public&kind=private")
    assert [each.input_value() for each in sent.locator("select[name=kind]").all()] == [
        *_EITHER,
        "",
    ]
    _shows(sent, asked)
    sent.locator("select[name=kind]").first.select_option("")
    expect(sent).to_have_url(re.compile(r"\?kind=private$"))


def test_what_an_address_asks_that_is_not_known_is_said_and_ignored(
    folder: str, visit: Open, catalogue: Catalogue
) -> None:
    page = visit(folder, "ecoles/index.html?colour=blue&kind=royal&kind=public")
    expect(page.locator(".about-list")).to_contain_text("colour = blue")
    expect(page.locator(".about-list")).to_contain_text("royal")
    public = {school.slug for school in catalogue.documents("school") if school.kind == "public"}
    _shows(page, public)


@pytest.mark.parametrize("list_page", ["ecoles/index.html", "metiers/index.html"])
def test_nothing_moves_while_a_list_opens(real: str, visit: Open, list_page: str) -> None:
    moved = visit(real, list_page, width=390).evaluate(MOVED)
    assert moved == 0


def _shows(page: Page, keys: set[str]) -> None:
    """Wait until the rows in sight are those of some schools: one may stand in several."""
    page.wait_for_function(SHOWN, arg=sorted(keys))


def _question(filters: Any, catalogue: Catalogue, chance: random.Random) -> Any:
    every = entries(filters)
    some = chance.sample(sorted(every), chance.randint(1, MOST_ASKED))
    return filters(**{
        name: _value(every[name], filters.__annotations__[name].__origin__, catalogue, chance)
        for name in some
    })  # fmt: skip


def _value(entry: Filter, field: Any, catalogue: Catalogue, chance: random.Random) -> Any:
    if field is bool:
        return True
    if entry.within:
        places = sorted(catalogue.documents("place"), key=lambda one: one.slug)
        return Near(chance.choice(places), chance.choice((10, 50, 200)))
    if isinstance(entry.choices, dict):
        known = list(entry.choices.values())
    elif entry.choices:
        known = list(entry.choices)
    elif entry.names == "region":
        known = [region.name for region in catalogue.documents("region")]
    elif entry.names:
        known = sorted(catalogue.slugs(entry.names))
    elif entry.read:
        sql = "SELECT DISTINCT value FROM facet WHERE facet = 'rome' ORDER BY value"
        known = [value for (value,) in catalogue.rows(sql)]
    else:
        known = [0.0, 1.0, 2.0, 3.0, 500.0, 8000.0]
    if get_origin(field) is tuple and get_args(field)[-1] is ...:
        return tuple(chance.sample(known, min(len(known), chance.randint(1, 3))))
    return chance.choice(known)


def _address(asked: Any) -> str:
    options = {one.option: one for one in entries(type(asked)).values()}
    typed, pairs = list(written(asked)), []
    while typed:
        option = typed.pop(0)
        flag = option in options and not (options[option].choices or options[option].names
                or options[option].read or options[option].between != (None, None))  # fmt: skip
        pairs.append((option.lstrip("-"), "1" if flag else typed.pop(0)))
    return urlencode(pairs)


def _command(asked: Any, catalogue: Catalogue, today: str) -> dict[str, Any]:
    if isinstance(asked, JobFilters):
        jobs = list_jobs(catalogue, asked)
        return {
            "matching": sorted([row.job.slug, 0] for row in jobs.jobs),
            "undecided": jobs.undecided,
        }
    found = list_schools(catalogue, asked, today)
    return {
        "matching": sorted([row.school.slug, len(row.programmes)] for row in found.schools),
        "left": sorted([one.reason, one.schools] for one in found.left_out),
    }
