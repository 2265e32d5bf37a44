"""Jobs that suit someone: their reasons and ways, against their records and the whole plan."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from avcareers.query.climbing import climb_to
from avcareers.query.match.match import Match, match, told
from avcareers.query.match.ways import without_ladder
from avcareers.query.match.wishes import Wishes
from avcareers.query.nearby import Near
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.store.catalogue import Catalogue

Ask = Callable[[Wishes], Match]


@pytest.fixture
def ask(catalogue: Catalogue, today: str) -> Ask:
    """Return what asks the tests' own catalogue, reasons included."""
    return lambda wishes: told(catalogue, match(catalogue, wishes, today))


def suiting(found: Match) -> set[str]:
    return {one.slug for one in found.judged if one.group}


def test_reasons_are_quoted_from_the_record(ask: Ask) -> None:
    found = ask(
        Wishes(likes=("write", "listen"), refused=("own_equipment", "driving_licence", "height"))
    )
    (job,) = found.jobs
    assert (job.job.slug, job.group) == ("scripte", "fits-if")
    assert [like.activity for like in job.likes] == ["write", "listen"]
    assert all(like.task in job.job.tasks for like in job.likes)
    brought, licence, height = job.conditions
    assert (brought.answer, brought.source) == ("sometimes", "guide-des-etapes")
    assert brought.note.fr == "chronomètre et tablette"
    assert (licence.answer, height.answer, height.source) == ("no", None, None)
    assert [source.slug for source in found.sources] == ["guide-des-etapes"]
    assert ask(Wishes(likes=("write",), refused=("driving_licence",))).jobs[0].group == "fits"


def test_the_routes_are_those_of_the_whole_plan(catalogue: Catalogue, today: str, ask: Ask) -> None:
    near = Near(catalogue.document("place", "brest"), 900.0)
    for wishes in (Wishes(level=4), Wishes(level=0, max_fees=0.0), Wishes(level=6, near=near)):
        for job in ask(wishes).jobs:
            plan = plan_to_job(catalogue, job.job.slug, wishes.request, today)
            taught = [route for route in plan.routes if route.school][:1]
            alone = [route for route in plan.routes if not route.school]
            assert job.taught == bool(plan.closed or taught)
            assert list(job.routes) == [route._replace(alike=0) for route in (*taught, *alone)]


def test_a_way_is_open_when_the_plan_has_a_route(
    catalogue: Catalogue, today: str, ask: Ask
) -> None:
    near = Near(catalogue.document("place", "lyon"), 40.0)
    asked = product((0, 4), (None, near), (None, 0.0), (None, 2.0), (False, True))
    for level, place, fees, years, alternance in asked:
        wishes = Wishes((), (), level, place, fees, years, alternance)
        found = match(catalogue, wishes, today)
        for slug in catalogue.slugs("profession"):
            open_ = bool(plan_to_job(catalogue, slug, wishes.request, today).routes)
            assert (slug not in found.not_open) == open_, (wishes, slug)


def test_what_only_the_cost_sets_aside_is_counted_and_the_cheapest_named(
    real_catalogue: Catalogue, today: str
) -> None:
    wishes = Wishes(likes=("listen",), level=5, max_fees=100.0)
    free = wishes._replace(max_fees=None)
    limited, anything = (
        {
            job.job.slug: job
            for job in told(real_catalogue, match(real_catalogue, asked, today)).jobs
        }
        for asked in (wishes, free)
    )
    assert not any(job.dearer for job in anything.values())
    dear = [job.dearer for job in limited.values() if job.dearer and job.dearer.dearer]
    assert dear
    for one in dear:
        assert all(each.fees_eur_per_year > 100 for each in one.cheapest)
        assert one.dearer >= len(one.cheapest) > 0
        assert [each.public for each in one.cheapest] in ([True], [False], [False, True])
        costs = [each.fees_eur_per_year for each in one.cheapest]
        assert costs == sorted(costs)


def test_jobs_without_a_ladder_are_those_no_entry_job_leads_to(catalogue: Catalogue) -> None:
    climbs = (climb_to(catalogue, slug) for slug in catalogue.slugs("profession"))
    assert set(without_ladder(catalogue)) == {c.target for c in climbs if not c.entries}


def test_asking_less_of_the_way_never_loses_a_job(catalogue: Catalogue, today: str) -> None:
    lyon = catalogue.document("place", "lyon")
    # Each choice from the one that asks the least.
    choices = ((None, 4, 0), (None, 900.0, 40.0), (None, 0.0), (None, 1.0), (False, True))

    def held(given: tuple[Any, ...]) -> set[str]:
        level, reach, *rest = given
        wishes = Wishes((), (), level, reach and Near(lyon, reach), *rest)
        return suiting(match(catalogue, wishes, today))

    jobs = {given: held(given) for given in product(*choices)}
    for given, found in jobs.items():
        for place, values in enumerate(choices):
            if at := values.index(given[place]):
                looser = (*given[:place], values[at - 1], *given[place + 1 :])
                assert found <= jobs[looser], (given, looser)


def test_what_is_said_to_give_jobs_back_does(catalogue: Catalogue, today: str) -> None:
    near = Near(catalogue.document("place", "lyon"), 40.0)
    for likes, level, place in product(((), ("listen",)), (0, 4), (None, near)):
        wishes = Wishes(likes, ("nights", "travel", "weekends"), level, place, 0.0)
        found = match(catalogue, wishes, today)
        for opening in found.opens:
            more = suiting(match(catalogue, opening.asked, today))
            assert len(more - suiting(found)) == opening.jobs > 0
            assert opening.without or opening.given


def test_an_empty_answer_says_what_gives_jobs_back(ask: Ask) -> None:
    found = ask(Wishes(likes=("draw",), refused=("nights",), level=0, max_fees=0.0))
    assert not found.jobs
    assert sum(found.counts) == 0
    assert found.opens[0][:2] == (("--like", "draw"), ())
    assert found.aside[0] == ("like", found.known)
