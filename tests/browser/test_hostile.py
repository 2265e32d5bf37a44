"""Data that would act on a browser: they show as text, and nothing runs."""

import shutil
from collections.abc import Callable
from pathlib import Path

import avcareers.site
from avcareers.model.content import Content
from avcareers.site.alone import alone_files
from avcareers.site.edition import editions
from avcareers.site.lists import list_files
from avcareers.site.records import record_files
from avcareers.store.catalogue import Catalogue

from .conftest import Open

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'> \u202e[a](javascript:alert(3))"
LONG = "w" * 100_000
LINKED = """[...document.links].map(link => link.protocol)
  .filter(scheme => !["file:", "https:", "http:"].includes(scheme))"""
ACTING = "document.querySelectorAll('main img, main script, [onerror]').length"


def test_hostile_data_show_as_text_and_nothing_runs(
    tmp_path: Path, content: Content, changed: Callable[..., Catalogue], visit: Open, today: str
) -> None:
    school, *schools = content.schools
    job, *jobs = content.professions
    catalogue = changed(
        schools=[
            school.model_copy(update={"name": HOSTILE, "url": "javascript:alert(4)"}),
            *schools,
        ],
        professions=[
            job.model_copy(
                update={"summary": job.summary.model_copy(update={"fr": HOSTILE + LONG})}
            ),
            *jobs,
        ],
    )
    shutil.copytree(Path(avcareers.site.__file__).parent / "assets", tmp_path / "assets")
    each = editions(catalogue, today, "")
    records = [("school", one.slug) for one in (school, schools[0])] + [("profession", job.slug)]
    made = [list_files(each), alone_files(each), *(record_files(*one, each) for one in records)]
    for address, text in (file for files in made for file in files):
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_text(text, "utf-8")
    site, asked = f"{tmp_path.as_uri()}/", []
    page = visit(site, "index.html", width=320)
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    for address in (
        f"ecoles/{school.slug}.html",
        f"metiers/{job.slug}.html",
        "metiers/index.html",
        f"ecoles/index.html?kind={school.kind}&sort=name&<script>=<img>",
        f"comparer.html?school={school.slug}&school={schools[0].slug}&job=<img src=x>",
    ):
        page.goto(site + address)
        page.wait_for_function(
            "() => !document.querySelector('.compared') || document.querySelector('.compared table')"
        )
        assert page.evaluate(LINKED) == []
        assert page.evaluate(ACTING) == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert "<img src=x onerror" in page.locator(".compared").inner_text()
    assert asked == []
