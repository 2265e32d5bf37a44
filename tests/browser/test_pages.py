"""A page of each kind, in both languages: its HTML, read aloud, on a small phone, on paper, without script."""

import re
from collections import Counter
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from html5lib import HTMLParser
from playwright.sync_api import Page, expect

from avcareers.store.catalogue import Catalogue

from .conftest import Open
from .pages import REAL, SMALL, each_kind

ALL = {"resultTypes": ["violations"], "preload": False}
"""Every rule of axe. It preloads nothing: a page of ours may not ask for anything."""
COLOURS = {**ALL, "runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that colours can break."""


def test_no_page_is_wider_than_a_small_phone_or_than_half_a_screen(real: str, visit: Open) -> None:
    page = visit(real, "index.html")
    wider = []
    for address in each_kind(REAL):
        page.goto(real + address, wait_until="domcontentloaded")
        # Half a screen is what is left of it when all is shown twice as large.
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wider.append((address, width))
    assert wider == []


def test_nothing_moves_for_who_asks_that_nothing_move(folder: str, visit: Open) -> None:
    page = visit(folder, "metiers/monteur.html")
    moving = "[getComputedStyle(document.documentElement).scrollBehavior, document.getAnimations().length]"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == ["auto", 0]


def test_nothing_known_to_stand_in_the_way_of_people_is_on_a_page_in_light_or_dark(
    folder: str, visit: Open
) -> None:
    page = visit(folder, "index.html")
    found = []
    for address in each_kind(SMALL):
        page.goto(folder + address, wait_until="domcontentloaded")
        for colours, rules in (("light", ALL), ("dark", COLOURS)):
            page.emulate_media(color_scheme=colours)
            found += [
                (address, colours, broken["id"], broken["nodes"][0]["html"])
                for broken in Axe().run(page, options=rules).response["violations"]
            ]
    assert found == []


def test_html_is_as_browsers_want_it(small_site: Path, real_site: Path) -> None:
    wrong = []
    for site, records in ((small_site, SMALL), (real_site, REAL)):
        for address in each_kind(records):
            reader = HTMLParser(namespaceHTMLElements=False)
            tree = reader.parse((site / address).read_text("utf-8"))
            wrong += [(address, *error) for error in reader.errors]
            ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
            wrong += [(address, "twice", name) for name, times in ids.items() if times > 1]
            wrong += [
                (address, "names nothing", element.get(name))
                for element in tree.iter()
                for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls")
                if not ids.keys() >= set((element.get(name) or "").split())
            ]
    assert "\n".join(map(str, wrong)) == ""


@pytest.mark.parametrize(
    ("address", "most"),
    # This school has twelve programmes.
    [("metiers/monteur.html", 1), ("en/jobs/monteur.html", 1), ("ecoles/la-femis.html", 2)],
)
def test_a_sheet_takes_one_page_of_paper_and_more_when_all_of_it_is_asked_for(
    real: str, visit: Open, address: str, most: int
) -> None:
    page = visit(real, address)
    assert 1 <= _printed(page) <= most
    page.evaluate("window.print = () => {}")
    page.locator(".send button").last.click()
    assert _printed(page) > most


def _printed(page: Page) -> int:
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type /Page\b(?!s)", paper))


def test_lists_and_sheets_are_whole_without_a_script(
    folder: str, visit: Open, catalogue: Catalogue
) -> None:
    page = visit(folder, "ecoles/index.html", script=False)
    shown = {row.get_attribute("data-key") for row in page.locator("tr[data-key]:visible").all()}
    assert shown == set(catalogue.slugs("school"))
    expect(page.locator("form.filters")).to_be_hidden()
    page.goto(f"{folder}pour-vous.html")
    expect(page.locator("form.match")).to_be_hidden()
    named = {link.get_attribute("href") for link in page.locator("#by-activity a:visible").all()}
    jobs = catalogue.documents("profession")
    assert named == {f"metiers/{job.slug}.html" for job in jobs if job.activities}
    page.goto(f"{folder}metiers/monteur.html")
    for part in ("#summary", "#routes", "#sources"):
        expect(page.locator(part)).to_be_visible()
    page.locator("details summary").first.click()
    expect(page.locator("details > :not(summary)").first).to_be_visible()
