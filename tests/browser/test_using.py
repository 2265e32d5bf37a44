"""What one does on the site, in a real browser: from a folder and from a server."""

import re
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import expect

from avcareers.store.catalogue import Catalogue

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


def test_the_search_offers_the_step_that_words_ask_for_and_names_near_one_that_nothing_bears(
    folder: str, visit: Open
) -> None:
    page = visit(folder, "recherche.html")
    for query, said, address in (
        ("combien gagne un monteur", "Ce qu’on y gagne au moins : Monteur", "salaires/monteur.html"),
        ("monteur ou scripte, différence", "Ce qui les distingue : ", "comparer.html?job=monteur&job=scripte"),
        ("école pour scripte à Lyon", "Où s’y former : Scripte, près de Lyon", "ecoles/index.html?job=scripte&near=lyon"),
        ("sans diplôme", "Par où l’on commence", "metiers/index.html?entry=1"),
    ):  # fmt: skip
        page.locator("#q").fill(query)
        expect(page.locator(".step a")).to_have_attribute("href", address)
        expect(page.locator(".step a")).to_contain_text(said)
    page.locator(".step a").click()
    expect(page.locator("#f-entry")).to_be_checked()
    page = visit(folder, "recherche.html?q=scriptorium")
    expect(page.locator(".counted")).to_contain_text("Noms proches : Scripte.")


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


def test_two_jobs_are_compared_by_keys_alone_and_the_address_can_be_sent(
    small: str, visit: Open
) -> None:
    page = visit(small, "comparer.html")
    field = page.locator("#f-add")
    field.focus()
    for typed in ("monteur / monteuse", "SCRIPTE"):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        expect(field).to_have_value("")
        expect(field).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?job=monteur&job=scripte$"))
    expect(page.locator(".compared [role=columnheader]")).to_have_count(2)
    for typed, said in (
        ("nobody of that name", "nobody of that name"),
        ("scripte", "Déjà là"),
        ("Lycée des Goélands", "est une école"),
    ):
        field.fill(typed)
        page.keyboard.press("Enter")
        expect(page.locator(".counted")).to_contain_text(said)
    expect(page.locator(".compared table")).to_have_accessible_name("Côte à côte")
    expect(page).to_have_title(re.compile("^Comparer\\s: Mont"))
    sent = visit(small, page.url.removeprefix(small))
    expect(sent.locator(".compared [role=columnheader]")).to_have_count(2)
    sent.locator(".chosen button").first.click()
    expect(sent).to_have_url(re.compile(r"\?job=scripte$"))
    expect(sent.locator(".counted")).to_contain_text("Retiré : Mont")
    # What is only near a name is asked about.
    sent.locator("#f-add").fill("monteu")
    sent.keyboard.press("Enter")
    expect(sent).to_have_url(re.compile(r"\?job=scripte$"))
    sent.locator(".counted button").first.click()
    expect(sent).to_have_url(re.compile(r"\?job=scripte&job=monteur$"))
    expect(sent.locator(".counted")).to_contain_text("Ajouté : Mont")


def test_two_schools_are_compared_and_a_job_is_not_put_among_them(
    folder: str, visit: Open, catalogue: Catalogue
) -> None:
    two = catalogue.slugs("school")[:2]
    page = visit(
        folder, f"comparer.html?{urlencode([('school', slug) for slug in two])}&job=monteur"
    )
    expect(page.locator(".compared [role=columnheader]")).to_have_count(2)
    expect(page.locator(".compared .warn").first).to_contain_text("job = monteur")


def test_the_map_opens_by_keys_and_marks_the_cities_of_the_schools_listed(
    folder: str, visit: Open, catalogue: Catalogue
) -> None:
    page = visit(folder, "ecoles/index.html?kind=public")
    page.locator(".map summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".map svg")).to_be_visible()
    schools = [one for one in catalogue.documents("school") if one.kind == "public"]
    marks = page.locator(".map [data-place]:not(.out)")
    expect(marks).to_have_count(len({campus.place for one in schools for campus in one.campuses}))


def test_a_city_is_known_by_its_post_code_and_one_that_is_not_leaves_no_list(
    real: str, visit: Open
) -> None:
    page = visit(real, "ecoles/index.html?near=59100&within=30")
    expect(page.locator("tr[data-key=lycee-jean-rostand-roubaix]:visible")).to_have_count(1)
    page.locator("#f-near").fill("lile")
    page.keyboard.press("Enter")
    expect(page.locator(".about-list .warn a").first).to_have_text("Lille")
    expect(page.locator("tr[data-key]:visible")).to_have_count(0)
