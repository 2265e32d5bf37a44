"""A page of each kind, in both languages: its HTML, read aloud, on a small phone, on paper, without script."""

import re
from collections import Counter
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from html5lib import HTMLParser
from playwright.sync_api import expect

from avcareers.store.catalogue import Catalogue

from .conftest import Open
from .pages import REAL, SMALL, each_kind

ALL = {"resultTypes": ["violations"], "preload": False}
"""Every rule of axe. It preloads nothing: a page of ours may not ask for anything."""
COLOURS = {**ALL, "runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that colours can break."""


def test_no_page_is_wider_than_a_small_phone(real: str, visit: Open) -> None:
    page = visit(real, "index.html", width=320)
    widths = {}
    for address in each_kind(REAL):
        page.goto(real + address, wait_until="domcontentloaded")
        widths[address] = page.evaluate("document.documentElement.scrollWidth")
    assert {address: width for address, width in widths.items() if width > 320} == {}


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
    [("metiers/monteur.html", 6), ("en/jobs/monteur.html", 6), ("ecoles/la-femis.html", 6)],
)
def test_a_sheet_takes_few_sheets_of_paper(real: str, visit: Open, address: str, most: int) -> None:
    paper = visit(real, address).pdf(format="A4", prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type /Page\b(?!s)", paper))
    assert 1 <= pages <= most


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
