"""What decides is on the first screen of a terminal, whatever the job or the school."""

from collections.abc import Callable

import pytest

from avcareers.present.job import job_sheet_page
from avcareers.present.page import Page
from avcareers.present.school import school_sheet_page
from avcareers.present.school_check import MISLEADING, school_check_page
from avcareers.query.job import job_sheet
from avcareers.query.school import school_sheet
from avcareers.query.school_check import school_check
from avcareers.render.terminal import page_lines
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

from ..sampling import one_in

COLUMNS, LINES = 80, 23
"""Of a terminal, less the line that a pager writes."""
SHEETS: dict[str, tuple[str, Callable[[Catalogue, str, str, Wording], Page]]] = {
    "job": ("profession", lambda of, key, day, words: job_sheet_page(job_sheet(of, key, day), words)),
    "school": ("school", lambda of, key, day, words: school_sheet_page(school_sheet(of, key, day), words)),
    "check": ("school", lambda of, key, day, words: school_check_page(school_check(of, key, day), words)),
}  # fmt: skip
LONG = {"profession": ("redacteur-en-chef",), "school": ("3is", "ina", "emile-cohl")}
"""Records whose verdict is long: always tried."""


def decides(page: Page) -> Page:
    """Return the part of a page that decides: its verdict, and the first thing that may mislead."""
    first, *others = page.sections
    kept = [first]
    if others and others[0].key in MISLEADING:
        kept.append(others[0]._replace(items=others[0].items[:1]))
    return page._replace(sections=tuple(kept), footer=(), glosses=(), brief_lines=None)


@pytest.mark.slow
@pytest.mark.parametrize("sheet", SHEETS)
def test_what_decides_is_on_the_first_screen(
    real_catalogue: Catalogue, today: str, words: Wording, sheet: str
) -> None:
    kind, build = SHEETS[sheet]
    for key in {*one_in(12, real_catalogue.slugs(kind)), *LONG[kind]}:
        page = build(real_catalogue, key, today, words)
        assert page.sections[0].key in {"summary", "recognised"}
        assert page.sections[0].least == 3 if sheet == "check" else page.sections[0].least >= 4
        assert len(list(page_lines(decides(page), COLUMNS))) <= LINES, key
        later = [section.key for section in page.sections[2:]]
        assert (
            sheet != "check" or page.sections[1].key in MISLEADING or not {*later} & {*MISLEADING}
        )
