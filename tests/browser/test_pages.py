"""A page of each kind, in both languages: read by a screen reader, on a small phone."""

from axe_playwright_python.sync_playwright import Axe

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
