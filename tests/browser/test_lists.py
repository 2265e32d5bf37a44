"""Filters answer in the browser what they answer on the command line: random questions, both asked."""

import random
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
    answers = visit(real, list_page).evaluate(JUDGED, addresses)
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
    assert _shown(page) == set(catalogue.slugs("school"))
    page.locator("select[name=kind]").select_option("public")
    public = {school.slug for school in catalogue.documents("school") if school.kind == "public"}
    assert _shown(page) == public
    sent = visit(small, page.url.removeprefix(small))
    assert _shown(sent) == public
    sent.locator(".twin").click()
    expect(sent.locator("html")).to_have_attribute("lang", "en")
    assert _shown(sent) == public


def _shown(page: Page) -> set[str | None]:
    """Return the keys of the rows in sight: a school may stand in several."""
    return {row.get_attribute("data-key") for row in page.locator("tr[data-key]:visible").all()}


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
