"""Screens as a person sees them, compared with stored ones: `pytest --snapshot-update` accepts."""

import io
from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from avcareers.present.compare import comparison_page
from avcareers.present.departments import departments_page
from avcareers.present.job import job_sheet_page
from avcareers.present.jobs import job_list_page
from avcareers.present.ladder import ladder_page, path_page
from avcareers.present.page import Page
from avcareers.present.plan.plan import plan_page
from avcareers.present.school import school_sheet_page
from avcareers.present.schools import school_list_page
from avcareers.present.search import search_page
from avcareers.present.sources import sources_page
from avcareers.present.stages import chain_page, stage_sheet_page
from avcareers.query.compare import compare
from avcareers.query.departments import list_departments
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.job import job_sheet
from avcareers.query.jobs import list_jobs
from avcareers.query.ladder import ladder_into, path_between
from avcareers.query.nearby import Near
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.query.plan.request import Request
from avcareers.query.plan.school_plan import plan_to_school
from avcareers.query.school import school_sheet
from avcareers.query.schools import list_schools
from avcareers.query.search.ranking import search
from avcareers.query.sources import list_sources
from avcareers.query.stages import chain, stage_sheet
from avcareers.render.terminal import print_page
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"
ASKED = SchoolFilters(alternance=True, recognised=True, unverified=True)


class Screen(SingleFileSnapshotExtension):
    """One readable text file a screen."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def _from_bac(catalogue: Catalogue) -> Request:
    return Request(
        level=4, near=Near(catalogue.document("place", "rennes"), 400.0), max_fees=8000.0
    )


SCREENS: dict[str, Callable[[Catalogue, Wording], Page]] = {
    "jobs-list": lambda c, w: job_list_page(list_jobs(c), w),
    "job-show": lambda c, w: job_sheet_page(job_sheet(c, "realisateur", TODAY), w),
    "job-show-full": lambda c, w: job_sheet_page(job_sheet(c, "scripte", TODAY), w, full=True),
    "stages": lambda c, w: chain_page(chain(c), w),
    "stage-show": lambda c, w: stage_sheet_page(stage_sheet(c, "tournage"), w),
    "departments": lambda c, w: departments_page(list_departments(c), w),
    "schools": lambda c, w: school_list_page(list_schools(c, SchoolFilters(), TODAY), w),
    "schools-asked": lambda c, w: school_list_page(list_schools(c, ASKED, TODAY), w),
    "school-show": lambda c, w: school_sheet_page(school_sheet(c, "atelier-des-dunes", TODAY), w),
    "sources": lambda c, w: sources_page(list_sources(c), w),
    "plan-job": lambda c, w: plan_page(plan_to_job(c, "chef-monteur", _from_bac(c), TODAY), w),
    "plan-school": lambda c, w: plan_page(
        plan_to_school(c, "centre-mirabelle", Request(level=4), TODAY), w
    ),
    "plan-nothing": lambda c, w: plan_page(
        plan_to_school(c, "centre-mirabelle", Request(max_fees=1.0), TODAY), w
    ),
    "compare-jobs": lambda c, w: comparison_page(
        compare(c, ("scripte", "monteur", "chef-monteur", "realisateur"), TODAY), w
    ),
    "compare-schools": lambda c, w: comparison_page(
        compare(c, ("ecole-du-phare", "lycee-des-goelands"), TODAY), w
    ),
    "path": lambda c, w: path_page(path_between(c, "assistant-monteur", "chef-monteur"), w),
    "path-none": lambda c, w: path_page(path_between(c, "scripte", "monteur"), w),
    "ladder": lambda c, w: ladder_page(ladder_into(c, "chef-monteur"), w),
    "search": lambda c, w: search_page(search(c, "montage"), w),
}


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_did(
    catalogue: Catalogue, snapshot: SnapshotAssertion, name: str, language: str, width: int
) -> None:
    page = SCREENS[name](catalogue, Wording(language))  # type: ignore[arg-type]
    stream = io.StringIO()
    print_page(page, stream, color=None, width=width)
    assert stream.getvalue() == snapshot(extension_class=Screen)
