"""What queries return is what is published: every promised key is there, and nothing else."""

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Annotated, Any, NamedTuple

import pytest
from pydantic import BaseModel, TypeAdapter

from avcareers.audit.check import Check, check
from avcareers.model.answer import Merged, Rounded, Rows, Unpublished
from avcareers.model.errors import Problem
from avcareers.model.source import Source
from avcareers.query import jobs, programmes, schools
from avcareers.query.changes import list_changes
from avcareers.query.coming import list_endings
from avcareers.query.compare import compare
from avcareers.query.departments import list_departments
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.home import home
from avcareers.query.job import job_sheet
from avcareers.query.ladder import ladder_into, path_between
from avcareers.query.match.match import Match, match, told
from avcareers.query.match.wishes import Wishes
from avcareers.query.nearby import Near
from avcareers.query.pay import pay_history, pay_of
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.query.plan.plan import Plan
from avcareers.query.plan.request import Request
from avcareers.query.plan.school_plan import plan_to_school
from avcareers.query.school import school_sheet
from avcareers.query.school_check import SchoolChecks, school_check
from avcareers.query.search.ranking import search
from avcareers.query.shooting_week import shooting_weeks
from avcareers.query.sources import list_sources, sources_of
from avcareers.query.stages import chain, stage_sheet
from avcareers.query.stale import stale
from avcareers.query.stats import stats
from avcareers.query.topics import diploma_sheet, list_topics, topic_sheet
from avcareers.registers.comparison import Difference, Register, RegisterAudit
from avcareers.render.data import published
from avcareers.render.schemas import ANSWERS, answer_types
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import View

from ..hours.lines import estimated
from ..hours.test_cases import CASES
from ..own_data import FOLDER, load_folder
from ..releases.test_comparison import drafted

TODAY = "2026-11-23"
TYPES = answer_types()


def asked_of_schools(catalogue: Catalogue) -> list[schools.SchoolList]:
    """Return lists of schools that show all a row may hold."""
    near = Near(catalogue.document("place", "brest"), 900.0)
    return [
        schools.list_schools(catalogue, filters, TODAY)
        for filters in (SchoolFilters(), SchoolFilters(near=near), SchoolFilters(alternance=True))
    ]


def asked_of_matches(catalogue: Catalogue) -> list[Match]:
    """Return the jobs that suit someone, and what was set aside."""
    near = Near(catalogue.document("place", "lyon"), 40.0)
    asked = (
        Wishes(likes=("listen",), refused=("nights", "weekends")),
        Wishes(refused=("nights", "travel"), level=4, near=near, max_fees=0.0),
    )
    return [told(catalogue, match(catalogue, wishes, TODAY)) for wishes in asked]


def asked_of_plans(catalogue: Catalogue) -> list[Plan]:
    """Return plans to each job and school, with limits and without."""
    near = Near(catalogue.document("place", "brest"), 300.0)
    jobs_and_schools = [
        *((plan_to_job, slug) for slug in catalogue.slugs("profession")),
        *((plan_to_school, slug) for slug in catalogue.slugs("school")),
    ]
    asked = (Request(), Request(level=4, near=near), Request(level=5, job="monteur", max_years=1))
    return [
        plan(catalogue, slug, request, TODAY)
        for plan, slug in jobs_and_schools
        for request in asked
    ]


SAID_OTHERWISE = RegisterAudit(
    (
        Register("rncp-export-2026-11-22", "2026-11-22", None, 3, 4, None),
        Register("parcoursup-2021", None, 2021, 0, 4, 2025),
    ),
    tuple(
        Difference("school", "quai-neuf", "programmes[0]", ours, theirs, theirs, "export", None, ())
        for ours, theirs in (
            (None, "2029-12-31"),
            (6, 5),
            ([], ["rncp-1"]),
            (True, {"admitted": 9}),
        )
    ),
    (),
)
"""Values of every kind that a register may say."""

ASKED: dict[str, Callable[[Catalogue], list[Any]]] = {
    "data-audit": lambda _: [SAID_OTHERWISE],
    "data-check": lambda _: [check(FOLDER), Check((Problem("x.yaml", 1, 2, "a.b", "must"),), 0)],
    "changes": lambda c: [
        list_changes(c, whole=True),
        list_changes(c, since="2026-01-01", record=("school", "ecole-du-phare")),
    ],
    "changes-coming": lambda c: [list_endings(c, TODAY)],
    "data-release": lambda _: [drafted(load_folder(FOLDER))],
    "data-stale": lambda c: [stale(c, TODAY, older_than_days=days) for days in (30, 365)],
    "data-stats": lambda c: [stats(c, TODAY)],
    "departments": lambda c: [list_departments(c)],
    "jobs-list": lambda c: [jobs.in_full(c, jobs.list_jobs(c))],
    "explain": lambda c: [topic_sheet(c, slug, TODAY) for slug in c.slugs("topic")],
    "explain-diploma": lambda c: [diploma_sheet(c, slug) for slug in c.slugs("diploma")],
    "explain-list": lambda c: [list_topics(c)],
    "home": lambda c: [home(c, "2026-11-23")],
    "hours": lambda c: [estimated(c, case.lines, case.asked, **case.who) for case in CASES],
    "match": asked_of_matches,
    "compare-jobs": lambda c: [compare(c, c.slugs("profession")[:4], TODAY)],
    "compare-schools": lambda c: [compare(c, c.slugs("school")[:4], TODAY)],
    "job-show": lambda c: [job_sheet(c, slug, TODAY) for slug in c.slugs("profession")],
    "path": lambda c: [path_between(c, *pair) for pair in pairwise(c.slugs("profession"))],
    "path-tree": lambda c: [ladder_into(c, slug) for slug in c.slugs("profession")],
    "pay": lambda c: [
        asked
        for job in c.slugs("profession")
        for asked in (pay_of(c, job, TODAY, units=("week", 8)), pay_history(c, job, TODAY))
    ],
    "pay-hours": lambda c: [shooting_weeks(c, s, TODAY, 50) for s in c.slugs("profession")],
    "plan": asked_of_plans,
    "schools": lambda c: [schools.in_full(c, found) for found in asked_of_schools(c)],
    "schools-programmes": lambda c: [
        programmes.in_full(c, programmes.list_programmes(found)) for found in asked_of_schools(c)
    ],
    "school-check": lambda c: [school_check(c, slug, TODAY) for slug in c.slugs("school")],
    "school-check-several": lambda c: [
        SchoolChecks(tuple(school_check(c, slug, TODAY) for slug in c.slugs("school")[:3]))
    ],
    "school-show": lambda c: [school_sheet(c, slug, TODAY) for slug in c.slugs("school")],
    "search": lambda c: [
        search(c, query)
        for query in ("scripte", "monteuse", "assitant monteur", "lycée", "tournage", "zzyqxw")
    ],
    "sources": lambda c: [list_sources(c)],
    "sources-of": lambda c: [
        sources_of(c, slug, TODAY)
        for kind in ("profession", "school", "source")
        for slug in c.slugs(kind)
    ],
    "stage-show": lambda c: [stage_sheet(c, slug) for slug in c.slugs("stage")],
    "stages": lambda c: [chain(c)],
}
"""Answers of each schema over the whole small catalogue."""


def test_every_published_answer_is_asked_here() -> None:
    assert ASKED.keys() == ANSWERS.keys()


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_has_the_published_shape_and_nothing_is_lost(
    catalogue: Catalogue, name: str
) -> None:
    found = ASKED[name](catalogue)
    assert found
    adapter: TypeAdapter[Any] = TypeAdapter(TYPES[name])
    for answer in found:
        value = json.loads(json.dumps(published(answer)))
        shaped = adapter.validate_json(json.dumps(value))
        assert json.loads(adapter.dump_json(shaped, by_alias=True)) == value


def test_a_job_publishes_the_minimum_pay_that_its_page_shows(catalogue: Catalogue) -> None:
    sheets = {slug: job_sheet(catalogue, slug, TODAY) for slug in catalogue.slugs("profession")}
    paid = {slug: published(sheet)["pay"] for slug, sheet in sheets.items()}
    assert any(paid.values())
    for slug, rows in paid.items():
        assert rows == published(pay_of(catalogue, slug, TODAY))


class Job(NamedTuple):
    """A job."""

    record: Annotated[Any, Merged("slug", "sources")]
    """The record."""
    sources: tuple[str, ...]
    """Sources in full."""
    names: Annotated[dict[str, str], Unpublished]
    """Names."""
    from_: str
    """Where from."""
    kilometres: Annotated[float | None, Rounded(1)]
    """How far."""


class Jobs(NamedTuple):
    """Jobs."""

    jobs: Annotated[tuple[Job, ...], Rows]
    """The jobs."""
    matching: int
    """How many match."""


def test_marks_say_how_a_field_is_published() -> None:
    record = View({"slug": "scripte", "sources": ["a"], "title": "Scripte"})
    job = Job(record, ("a in full",), {"a": "A"}, "tournage", 6.54)
    as_published = {
        "slug": "scripte", "sources": ["a in full"], "from": "tournage", "kilometres": 6.5
    }  # fmt: skip
    assert published(job) == as_published
    assert list(published(job)) == ["slug", "sources", "from", "kilometres"]
    assert published(Jobs((job,), 1)) == [as_published]
    assert published(job._replace(kilometres=None))["kilometres"] is None


def test_a_reserved_word_is_described_under_its_published_name() -> None:
    shape: type[BaseModel] = TYPES["stage-show"]
    assert "cards" not in shape.model_fields
    assert shape.model_fields["jobs"].description


def every_sheet(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize(
    "name", ["compare-jobs", "jobs-list", "job-show", "schools", "school-show", "stage-show"]
)
def test_a_source_is_given_whole_wherever_it_is_cited(catalogue: Catalogue, name: str) -> None:
    cited = [
        source
        for answer in ASKED[name](catalogue)
        for sheet in every_sheet(published(answer))
        for source in sheet["sources"]
    ]
    assert cited
    for source in cited:
        assert set(source) == set(Source.model_fields)


def test_a_list_of_schools_publishes_the_matching_programmes_as_their_sheet_does(
    catalogue: Catalogue, today: str
) -> None:
    found = schools.list_schools(catalogue, SchoolFilters(alternance=True), today)
    listed = {row["slug"]: row for row in published(schools.in_full(catalogue, found))}
    (programme,) = listed["quai-neuf"]["programmes"]
    sheet = published(school_sheet(catalogue, "quai-neuf", today))
    assert programme == next(p for p in sheet["programmes"] if p["slug"] == "assistanat")


def test_kilometres_are_published_with_one_decimal_and_measured_with_all(
    catalogue: Catalogue, today: str
) -> None:
    near = Near(catalogue.document("place", "brest"), 900.0)
    found = schools.list_schools(catalogue, SchoolFilters(near=near), today)
    written = {row["slug"]: row["kilometres"] for row in published(found)}
    for row in found.schools:
        assert row.kilometres is not None
        assert written[row.school.slug] == round(row.kilometres, 1)
    assert any(row.kilometres != written[row.school.slug] for row in found.schools)
