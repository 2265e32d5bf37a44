"""The columns of lists: what was asked is always seen, whatever the filter and the screen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from avcareers.present.jobs import job_list_page
from avcareers.present.page import Page, Table
from avcareers.present.programmes import programme_list_page
from avcareers.present.schools import school_list_page
from avcareers.present.tables import asked_about
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.jobs import list_jobs
from avcareers.query.nearby import Near
from avcareers.query.programmes import list_programmes
from avcareers.query.schools import list_schools
from avcareers.render.widths import columns_that_fit, least_width
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

WORDS = Wording("fr")
OF_JOBS = {
    "stages": ("tournage",), "departments": ("son", "image"), "levels": ("entry", "head"),
    "statuses": ("annexe8",), "first": True, "rome": ("L1507",), "works_on": ("pub",),
    "having": ("travel",), "lacking": ("nights",),
}  # fmt: skip
OF_SCHOOLS = {
    "jobs": ("monteur",), "departments": ("son",), "awards": ("national", "rncp"),
    "levels": (5, 6), "diplomas": ("bts",), "entry_level": 4, "routes": ("apprentissage",), "max_fees": 5000.0,
    "max_years": 2.0, "regions": ("Bretagne", "Occitanie"), "near": ("lyon", 100.0),
    "kinds": ("public", "private"), "recognised": True, "recognised_as": "school",
    "recognised_by": ("mesr",), "alternance": True, "unverified": True,
}  # fmt: skip
UNSEEN = {"statuses", "having", "lacking", "unverified"}
"""Filters that no column shows: the footer says what they mean."""

Drawing = Callable[[Catalogue, dict[str, Any], Any], tuple[Page, set[str]]]


def of_jobs(catalogue: Catalogue, asked: dict[str, Any], order: Any) -> tuple[Page, set[str]]:
    filters = JobFilters(**asked)
    found = list_jobs(catalogue, filters, order=order or "chain")
    return job_list_page(found, WORDS), asked_about(filters, found.order)


def of_schools(catalogue: Catalogue, asked: dict[str, Any], order: Any) -> tuple[Page, set[str]]:
    found = list_schools(catalogue, _filters(catalogue, asked), "2026-11-30", order=order)
    return school_list_page(found, WORDS), asked_about(found.filters, found.order)


def of_programmes(catalogue: Catalogue, asked: dict[str, Any], order: Any) -> tuple[Page, set[str]]:
    found = list_schools(catalogue, _filters(catalogue, asked), "2026-11-30")
    listed = list_programmes(found, order=order)
    return programme_list_page(listed, WORDS), asked_about(found.filters, listed.order)


def _filters(catalogue: Catalogue, asked: dict[str, Any]) -> SchoolFilters:
    if "near" in asked:
        place, within = asked["near"]
        asked = {**asked, "near": Near(catalogue.document("place", place), within)}
    return SchoolFilters(**asked)


def questions() -> Iterator[tuple[Drawing, dict[str, Any], Any]]:
    """Yield every filter by itself, every order, and some together."""
    for draw, samples in (
        (of_jobs, OF_JOBS),
        (of_schools, OF_SCHOOLS),
        (of_programmes, OF_SCHOOLS),
    ):
        yield from ((draw, {name: value}, None) for name, value in samples.items())
    yield from ((of_jobs, {}, order) for order in ("name", "level"))
    yield from ((of_schools, {"near": ("lyon", 100.0)}, order) for order in ("distance", "fees"))
    yield from ((of_programmes, {}, order) for order in ("fees", "selectivity"))
    yield (
        of_jobs,
        {"stages": ("tournage",), "works_on": ("pub",), "levels": ("entry", "head")},
        None,
    )
    yield of_schools, {"alternance": True, "recognised": True, "jobs": ("monteur",)}, None
    yield of_programmes, {"jobs": ("monteur",), "max_years": 2.0}, "selectivity"


def seen_at(table: Table, width: int) -> set[str]:
    """Return the columns that a screen draws, or of which it says what all rows say."""
    fit = columns_that_fit(table, width)
    places = {*fit.drawn, *fit.same, *fit.unknown}
    if least_width([table.columns[place] for place in fit.drawn]) > width:
        places |= {*fit.narrowed}  # under one another, all are there
    return {table.columns[place].key for place in places}


def named(value: Any) -> str:
    """Return the name of a case, the same in every process that runs the tests."""
    return value.__name__ if callable(value) else str(value)


@pytest.mark.parametrize(("draw", "asked", "order"), [*questions()], ids=named)
def test_what_was_asked_is_seen_on_every_screen(
    real_catalogue: Catalogue, draw: Drawing, asked: dict[str, Any], order: Any
) -> None:
    page, about = draw(real_catalogue, asked, order)
    table = page.table
    assert table
    assert table.rows
    keys = {column.key for column in table.columns if not column.plain_only}
    for width in (40, 80, 120):
        assert about & keys <= seen_at(table, width)
    assert any(about & keys for _ in asked) or UNSEEN & {*asked} or table.grouped or order
    assert page.footer or not UNSEEN & {*asked}


@pytest.mark.parametrize(
    ("filters", "samples"), [(JobFilters, OF_JOBS), (SchoolFilters, OF_SCHOOLS)]
)
def test_every_filter_is_tried_and_names_a_column_or_has_a_footer(
    filters: Any, samples: dict[str, Any]
) -> None:
    declared = entries(filters)
    assert declared.keys() == samples.keys()
    assert {name for name, entry in declared.items() if not entry.columns} <= UNSEEN


def test_a_list_gives_its_keys_to_programs(real_catalogue: Catalogue) -> None:
    for draw in (of_jobs, of_schools, of_programmes):
        table = draw(real_catalogue, {}, None)[0].table
        assert table
        assert table.columns[0].key == "slug"
        keys = [row.cells[0][0].text for row in table.rows]
        assert len(set(keys)) == len(keys) > 0
