"""The law of filters: adding one never adds a row."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.jobs import list_jobs
from avcareers.query.programmes import list_programmes
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue

from ...sampling import few_of
from .asking import anything

Asked = dict[str, Any]
ON_THE_SHARED_CATALOGUE = settings(
    deadline=None,
    max_examples=few_of(150),
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def jobs(catalogue: Catalogue, asked: Asked) -> set[str]:
    return {row.job.slug for row in list_jobs(catalogue, JobFilters(**asked)).jobs}


def schools(catalogue: Catalogue, today: str, asked: Asked) -> set[str]:
    found = list_schools(catalogue, SchoolFilters(**asked), today)
    return {row.school.slug for row in found.schools}


def programmes(catalogue: Catalogue, today: str, asked: Asked) -> set[tuple[str, str]]:
    listed = list_programmes(list_schools(catalogue, SchoolFilters(**asked), today))
    return {(row.school, row.programme.record.slug) for row in listed.programmes}


@ON_THE_SHARED_CATALOGUE
@given(data=st.data())
def test_every_filter_narrows_the_jobs(catalogue: Catalogue, data: st.DataObject) -> None:
    asked = data.draw(anything(JobFilters, catalogue))
    added = data.draw(anything(JobFilters, catalogue))
    assert jobs(catalogue, added | asked) <= jobs(catalogue, asked)


@pytest.mark.slow
@ON_THE_SHARED_CATALOGUE
@given(data=st.data())
def test_every_filter_narrows_the_schools_and_their_programmes(
    catalogue: Catalogue, today: str, data: st.DataObject
) -> None:
    asked = data.draw(anything(SchoolFilters, catalogue))
    added = data.draw(anything(SchoolFilters, catalogue, but=("unverified",)))
    assert schools(catalogue, today, added | asked) <= schools(catalogue, today, asked)
    assert programmes(catalogue, today, added | asked) <= programmes(catalogue, today, asked)


@pytest.mark.slow
@ON_THE_SHARED_CATALOGUE
@given(data=st.data())
def test_unverified_facts_only_ever_bring_schools_in(
    catalogue: Catalogue, today: str, data: st.DataObject
) -> None:
    asked = data.draw(anything(SchoolFilters, catalogue, but=("unverified",)))
    with_them = {**asked, "unverified": True}
    assert schools(catalogue, today, asked) <= schools(catalogue, today, with_them)
    assert programmes(catalogue, today, asked) <= programmes(catalogue, today, with_them)


@pytest.mark.slow
@ON_THE_SHARED_CATALOGUE
@given(data=st.data())
def test_no_school_is_both_listed_and_left_out(
    catalogue: Catalogue, today: str, data: st.DataObject
) -> None:
    asked = SchoolFilters(**data.draw(anything(SchoolFilters, catalogue)))
    found = list_schools(catalogue, asked, today)
    assert found.matching + sum(left.schools for left in found.left_out) <= found.known


def test_jobs_one_starts_with_are_chosen_among_those_of_the_levels_asked_for(
    catalogue: Catalogue,
) -> None:
    assert jobs(catalogue, {"first": True}) == {"assistant-monteur"}
    assert jobs(catalogue, {"first": True, "levels": ("head",)}) == set()
