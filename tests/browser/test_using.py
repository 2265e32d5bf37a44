"""What one does on the site, in a real browser: from a folder and from a server."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from .conftest import Open

SEARCHES = (("recherche.html", "metiers/monteur.html"), ("en/search.html", "en/jobs/monteur.html"))


@pytest.mark.parametrize(("page", "first"), SEARCHES)
def test_the_search_answers_while_one_types_and_its_address_can_be_sent(
    small: str, visit: Open, page: str, first: str
) -> None:
    typing = visit(small, page)
    typing.locator("#q").press_sequentially("monteuse")
    answer = typing.locator(".hits a").first
    expect(answer).to_have_attribute("href", first.removeprefix("en/"))
    sent = visit(small, f"{page}?q={quote('monteuse')}")
    expect(sent.locator("#q")).to_have_value("monteuse")
    sent.locator(".hits a").first.click()
    expect(sent).to_have_url(small + first)


def test_a_page_leads_to_its_twin_and_back(small: str, visit: Open) -> None:
    page = visit(small, "metiers/monteur.html")
    page.locator(".twin").click()
    expect(page).to_have_url(f"{small}en/jobs/monteur.html")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".twin").click()
    expect(page).to_have_url(f"{small}metiers/monteur.html")


def test_keys_alone_lead_to_the_text_and_to_an_answer(small: str, visit: Open) -> None:
    page = visit(small, "ecoles/index.html")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page = visit(small, "ecoles/index.html")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("scripte")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"recherche\.html\?q=scripte$"))
    expect(page.locator(".hits a").first).to_be_visible()
