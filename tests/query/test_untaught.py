"""A job that no programme prepares for is answered by the nearest jobs below it that have some."""

from collections.abc import Callable
from typing import Any

import pytest

from avcareers.model.content import Content
from avcareers.query.climbing import climb_to, stand_ins
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.query.plan.request import Request
from avcareers.query.programmes import list_programmes
from avcareers.query.schools import list_schools
from avcareers.query.training import training_for
from avcareers.query.untaught import untaught_among
from avcareers.store.catalogue import Catalogue

TODAY = "2026-11-23"
Changed = Callable[..., Catalogue]


def without(content: Content, *jobs: str) -> tuple[Any, ...]:
    """Return the schools, no programme of which leads to some jobs."""
    return tuple(
        school.model_copy(update={"programmes": tuple(
            programme.model_copy(update={"leads_to": tuple(
                job for job in programme.leads_to if job not in jobs)})
            for programme in school.programmes)})
        for school in content.schools
    )  # fmt: skip


def promoted(content: Content, steps: dict[str, tuple[str, ...]]) -> tuple[Any, ...]:
    """Return the jobs, some with other next jobs."""
    return tuple(
        job.model_copy(update={"next_roles": steps.get(job.slug, job.next_roles)})
        for job in content.professions
    )


def standing_in(catalogue: Catalogue, job: str) -> tuple[str, ...]:
    return stand_ins(catalogue, climb_to(catalogue, job))


def test_a_job_with_programmes_needs_no_other(catalogue: Catalogue) -> None:
    assert standing_in(catalogue, "monteur") == ()
    assert untaught_among(catalogue, ["monteur", "cadreur"]) == ()


def test_the_job_before_it_stands_in(catalogue: Catalogue) -> None:
    assert standing_in(catalogue, "chef-monteur") == ("monteur",)
    (found,) = untaught_among(catalogue, ["monteur", "chef-monteur"])
    assert found.job.slug == "chef-monteur"
    assert [job.slug for job in found.below] == ["monteur"]


def test_a_job_two_promotions_below_stands_in_when_the_first_has_none(
    content: Content, changed: Changed
) -> None:
    found = changed(schools=without(content, "monteur"))
    assert standing_in(found, "chef-monteur") == ("assistant-monteur",)
    assert training_for(found, "chef-monteur", TODAY).through == {"assistant-monteur": 2}


def test_all_those_as_near_stand_in_its_own_department_first(
    content: Content, changed: Changed
) -> None:
    steps = {"cadreur": ("chef-monteur",), "etalonneur": ("chef-monteur",)}
    found = changed(professions=promoted(content, steps))
    assert standing_in(found, "chef-monteur") == ("monteur", "cadreur", "etalonneur")


def test_none_stands_in_when_nothing_below_is_taught(content: Content, changed: Changed) -> None:
    found = changed(schools=without(content, "monteur", "assistant-monteur"))
    (one,) = untaught_among(found, ["chef-monteur"])
    assert one.below == ()
    assert list_schools(found, SchoolFilters(jobs=("chef-monteur",)), TODAY).matching == 0


def test_a_list_marks_what_is_there_by_way_of_another_job(catalogue: Catalogue) -> None:
    direct = list_schools(catalogue, SchoolFilters(jobs=("monteur",)), TODAY)
    below = list_schools(catalogue, SchoolFilters(jobs=("chef-monteur",)), TODAY)
    assert [row.school.slug for row in below.schools] == [r.school.slug for r in direct.schools]
    assert {row.through for row in below.schools} == {("monteur",)}
    assert {row.through for row in direct.schools} == {()}
    rows = list_programmes(below).programmes
    assert {row.through for row in rows} == {("monteur",)}
    assert all("monteur" in row.programme.record.leads_to for row in rows)


def test_of_two_jobs_asked_for_only_the_one_without_programmes_is_answered_by_another(
    catalogue: Catalogue,
) -> None:
    both = list_schools(catalogue, SchoolFilters(jobs=("chef-monteur", "cadreur")), TODAY)
    for row in list_programmes(both).programmes:
        by = () if "cadreur" in row.programme.record.leads_to else ("monteur",)
        assert row.through == by


@pytest.mark.parametrize(
    "narrower", [{"max_fees": 0}, {"alternance": True}, {"recognised": True}, {"levels": (5,)}]
)
def test_filters_narrow_what_stands_in_and_bring_no_other_job(
    catalogue: Catalogue, narrower: dict[str, Any]
) -> None:
    def slugs(job: str) -> list[str]:
        found = list_schools(catalogue, SchoolFilters(jobs=(job,), **narrower), TODAY)
        return [row.school.slug for row in found.schools]

    assert slugs("chef-monteur") == slugs("monteur")


def test_a_plan_marks_the_job_each_route_goes_through(catalogue: Catalogue) -> None:
    plan = plan_to_job(catalogue, "chef-monteur", Request(level=4), TODAY)
    assert {(route.school, route.through) for route in plan.routes} == {
        (True, "monteur"), (False, None)}  # fmt: skip
    assert plan.no_programme is not None
    direct = plan_to_job(catalogue, "monteur", Request(level=4), TODAY)
    assert {route.through for route in direct.routes} == {None}
    assert direct.untaught is direct.no_programme is None
