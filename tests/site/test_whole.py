"""The site of the real data: whole, light, without a dead link."""

import gzip
from pathlib import Path

import pytest

from ..runner import run

pytestmark = pytest.mark.slow
FIRST_VIEW = 100_000
"""Bytes that a page, its style and its script may take, packed as servers send them."""
LISTS = (
    "ecoles/index.html",
    "sources/index.html",
    "en/schools/index.html",
    "en/sources/index.html",
)


def test_every_record_has_its_page_and_a_first_view_is_light(tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = run("site", "build", str(site), "--today", "2026-11-30", real=True)
    # A link that leads nowhere is refused by the build itself.
    assert done.status == 0, done.err
    around = [site / "assets/site.css", site / "assets/site.js"]
    shared = sum(len(gzip.compress(path.read_bytes())) for path in around)
    for page in site.rglob("*.html"):
        assert shared + len(gzip.compress(page.read_bytes())) <= FIRST_VIEW, page
    for page, data in (("ecoles", "list-schools"), ("metiers", "list-jobs")):
        loaded = (
            site / page / "index.html",
            *(site / f"assets/{each}.js" for each in (data, "list", "judging")),
        )
        assert shared + sum(len(gzip.compress(path.read_bytes())) for path in loaded) <= FIRST_VIEW
    assert sorted(path.stem for path in (site / "metiers").glob("*.html")) == sorted(
        path.stem for path in (site / "en/jobs").glob("*.html")
    )
    for address in LISTS:
        assert (site / address).is_file()
