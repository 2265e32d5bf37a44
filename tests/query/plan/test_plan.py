"""Plans on the tests' own catalogue, and the promises of a plan on the real one."""

from typing import Any

import pytest

from avcareers.query.climbing import climb_to
from avcareers.query.nearby import Near
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.query.plan.plan import Plan, PlanRoute
from avcareers.query.plan.request import Request
from avcareers.query.plan.school_plan import plan_to_school
from avcareers.store.catalogue import Catalogue

BAC, BAC2 = 4, 5


def keys(route: PlanRoute) -> list[str]:
    return [step.key for step in route.programmes]


def jobs(route: PlanRoute) -> list[str]:
    return [step.job.slug for step in route.jobs]


def near(catalogue: Catalogue, city: str, kilometres: float) -> Near:
    return Near(catalogue.document("place", city), kilometres)


def reasons(plan: Plan) -> dict[str, list[str]]:
    return {
        closed.programme.key: [reason.kind for reason in closed.reasons] for closed in plan.closed
    }


def test_an_offer_last_seen_long_ago_is_one_more_unknown(
    real_catalogue: Catalogue, today: str
) -> None:
    # Its three courses were last seen in 2023; those of the lycée Carnot in 2025.
    for school, doubtful in (("pole-bts-alternance-angers", True), ("lycee-carnot-cannes", False)):
        plan = plan_to_school(real_catalogue, school, Request(level=BAC), today)
        steps = [step for route in plan.routes for step in route.programmes]
        own = [step for step in steps if step.school == school]
        assert own
        assert all(("offer" in step.missing) == doubtful for step in own)


def test_the_free_route_ends_with_a_diploma_never_with_a_preparatory_class(
    real_catalogue: Catalogue, today: str
) -> None:
    plan = plan_to_job(real_catalogue, "premier-assistant-son", Request(level=BAC), today)
    free = [route.programmes[-1].programme.record for route in plan.routes
            if route.school and route.total_eur == 0]  # fmt: skip
    titles = [record.title for record in free]
    assert any(title.startswith("BTS métiers de l'audiovisuel, option métiers") for title in titles)
    assert "preparatory" not in {record.award for record in free}


def test_a_route_is_a_programme_then_the_ladder(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_job(catalogue, "chef-monteur", Request(level=BAC), today)
    assert [(keys(route), jobs(route)) for route in plan.routes[:1]] == [
        (["lycee-des-goelands/bts-montage"], ["monteur", "chef-monteur"])
    ]
    assert plan.routes[0].unknowns == 1, "a promotion counts as one unknown"


def test_there_is_always_a_route_without_a_school(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_job(catalogue, "chef-monteur", Request(level=BAC), today)
    (alone,) = [route for route in plan.routes if not route.school]
    assert jobs(alone) == ["assistant-monteur", "monteur", "chef-monteur"]
    assert alone.years == alone.years_at_least == 0


def test_no_school_gives_that_one_only(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_job(catalogue, "monteur", Request(level=BAC, no_school=True), today)
    assert [keys(route) for route in plan.routes] == [[]]
    assert not plan.closed


def test_from_a_job_the_ladder_starts_there(catalogue: Catalogue, today: str) -> None:
    asked = Request(job="monteur", no_school=True)
    plan = plan_to_job(catalogue, "chef-monteur", asked, today)
    assert [jobs(route) for route in plan.routes] == [["monteur", "chef-monteur"]]
    backwards = plan_to_job(catalogue, "assistant-monteur", asked, today)
    assert not backwards.routes


def test_from_a_job_no_programme_leads_to_that_job_or_a_lower_one(
    real_catalogue: Catalogue, today: str
) -> None:
    held = Request(job="electricien-plateau", unknown_too=True)
    plan = plan_to_job(real_catalogue, "chef-electricien", held, today)
    assert [jobs(route)[0] for route in plan.routes] == ["electricien-plateau"]
    assert not plan.closed
    assert not plan.untaught
    unheld = plan_to_job(real_catalogue, "chef-electricien", Request(unknown_too=True), today)
    assert any(keys(route) for route in unheld.routes)
    assert unheld.untaught


def test_a_programme_opens_the_next(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_school(catalogue, "centre-mirabelle", Request(level=BAC), today)
    assert plan.routes
    for route in plan.routes:
        first, last = route.programmes
        assert first.programme.record.level >= last.programme.record.entry_level > BAC
        assert last.school == "centre-mirabelle"


def test_a_level_held_needs_nothing_before(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_school(catalogue, "ecole-du-phare", Request(level=BAC2), today)
    assert all(len(route.programmes) == 1 for route in plan.routes)


def test_a_school_that_refuses_leaves_other_programmes(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_school(catalogue, "lycee-des-goelands", Request(level=BAC), today)
    assert plan.instead
    for route in plan.instead:
        assert all(step.school != "lycee-des-goelands" for step in route.programmes)


def test_a_limit_on_fees_leaves_out_the_unknown(catalogue: Catalogue, today: str) -> None:
    strict = plan_to_job(catalogue, "monteur", Request(level=BAC, max_fees=500.0), today)
    taught = [step.fees_eur_per_year for route in strict.routes for step in route.programmes]
    assert all(fees is not None and fees <= 500 for fees in taught)
    assert reasons(strict)["belle-aurore/montage"] == ["fees-unknown"]
    assert sorted(reasons(strict).values()) == [["fees"], ["fees-unknown"]]
    assert [one.alike for one in strict.closed] == [1, 1], "the others of each are counted"
    asked = Request(level=BAC, max_fees=500.0, unknown_too=True)
    wide = plan_to_job(catalogue, "monteur", asked, today)
    assert "belle-aurore/montage" not in reasons(wide)


def test_unknown_fees_never_count_for_nothing(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_job(catalogue, "monteur", Request(level=BAC), today)
    for route in plan.routes:
        if any(step.fees_eur_per_year is None for step in route.programmes):
            assert route.total_eur is None


def test_too_far_is_closed_with_the_distance(catalogue: Catalogue, today: str) -> None:
    asked = Request(level=BAC, near=near(catalogue, "lyon", 300.0))
    plan = plan_to_job(catalogue, "chef-monteur", asked, today)
    (closed,) = [c for c in plan.closed if c.programme.key == "institut-cornouaille/montage"]
    (reason,) = closed.reasons
    assert reason.kind == "distance"
    assert reason.found is not None
    assert reason.found > 300 == reason.limit


def test_a_door_that_asks_for_more_is_closed(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_job(catalogue, "monteur", Request(level=0), today)
    assert [reason.kind for reason in plan.closed[0].reasons] == ["entry"]
    assert plan.closed[0].programme.school_kind == "public", "named before a private one as near"
    assert plan.closed[0].alike == 3
    assert plan.closed[0].opens.given == ("--from", "bac")
    assert plan.opens_most
    assert plan.opens_most[:2] == (plan.closed[0].opens, 4)


def test_a_door_that_is_not_known_is_open_to_whom_it_usually_is(
    real_catalogue: Catalogue, today: str
) -> None:
    def closed(**asked: Any) -> list[tuple[str, float | None, float | None]]:
        plan = plan_to_school(real_catalogue, "ina", Request(**asked), today)
        return [tuple(reason) for one in plan.closed for reason in one.reasons]

    def doors(**asked: Any) -> set[tuple[float | None, float | None]]:
        return {(usual, held) for kind, usual, held in closed(**asked) if kind == "entry-unknown"}

    assert (4.0, 3.0) in doors(level=3)
    assert doors(level=BAC) == {(6.0, 4.0)}, "a title of level 7 usually asks for more than the bac"
    assert doors(level=3, unknown_too=True) == set()


def test_years_of_the_whole_route_close_a_school(catalogue: Catalogue, today: str) -> None:
    asked = Request(level=BAC, max_years=2.0)
    plan = plan_to_school(catalogue, "centre-mirabelle", asked, today)
    assert not plan.routes
    (closed,) = plan.closed
    assert [(reason.kind, reason.found, reason.limit) for reason in closed.reasons] == [
        ("years", 3.0, 2.0)
    ]


def test_the_femis_is_reached_through_two_validated_years(
    real_catalogue: Catalogue, today: str
) -> None:
    plan = plan_to_school(real_catalogue, "la-femis", Request(level=BAC), today)
    first = plan.routes[0]
    assert [step.school for step in first.programmes][1:] == ["la-femis"]
    assert first.or_, "one way opens several of its departments"
    assert plan.offered
    assert plan.instead
    ends = [route.programmes[-1].programme.record for route in plan.routes]
    assert {job for programme in ends for job in programme.leads_to} <= set(plan.jobs)


def test_alternance_keeps_what_is_known_to_be(catalogue: Catalogue, today: str) -> None:
    plan = plan_to_job(catalogue, "monteur", Request(level=BAC, alternance=True), today)
    for route in plan.routes:
        for step in route.programmes:
            assert step.programme.alternance in {"partial", "full"}
    assert reasons(plan)["belle-aurore/montage"] == ["alternance-unknown"]


def test_the_climb_is_the_shortest(catalogue: Catalogue) -> None:
    climb = climb_to(catalogue, "chef-monteur")
    assert climb.promotions("chef-monteur") == 0
    assert climb.promotions("monteur") == 1
    assert climb.way("assistant-monteur") == ("assistant-monteur", "monteur", "chef-monteur")


REQUESTS = [
    Request(level=level, alternance=alternance, recognised=recognised, max_fees=fees,
            max_total=total, max_years=years, unknown_too=unknown)
    for level in (0, 4, 5)
    for alternance, recognised, fees, total, years, unknown in (
        (False, False, None, None, None, False),
        (True, False, 1000.0, None, 4.0, False),
        (False, True, None, 3000.0, 3.0, False),
        (False, False, 400.0, None, 5.0, True),
    )
]  # fmt: skip


@pytest.mark.parametrize("target", ["monteur", "scripte", "exploitant-cinema", "realisateur"])
@pytest.mark.parametrize("asked", REQUESTS)
def test_no_route_of_the_real_data_breaks_a_limit(
    real_catalogue: Catalogue, today: str, target: str, asked: Request
) -> None:
    plan = plan_to_job(real_catalogue, target, asked, today)
    assert 1 <= len(plan.routes) <= 5
    assert any(not route.school for route in plan.routes)
    assert len(plan.closed) <= 5
    for route in plan.routes:
        assert jobs(route)[-1] == target
        held = asked.level
        for step in route.programmes:
            assert (step.programme.record.entry_level or 0) <= held
            held = max(held, step.programme.record.level or 0)
            if asked.max_fees is not None and not asked.unknown_too:
                assert step.fees_eur_per_year is not None
                assert step.fees_eur_per_year <= asked.max_fees
            if asked.recognised:
                assert any(step.programme.recognised)
        if asked.max_years is not None and route.school:
            assert route.years_at_least <= asked.max_years
            assert asked.unknown_too or route.years is not None
        if asked.max_total is not None and route.school:
            assert route.total_eur_at_least <= asked.max_total
    assert plan_to_job(real_catalogue, target, asked, today) == plan


@pytest.mark.parametrize(
    ("job", "place", "max_fees"),
    [("premier-assistant-son", "aurillac", None), ("bruiteur", "aurillac", 0.0),
     ("chef-electricien", "ajaccio", None), ("monteur", "brest", None)],
)  # fmt: skip
def test_what_is_only_too_far_is_counted_once_and_no_reach_is_beyond_a_journey(
    real_catalogue: Catalogue, today: str, job: str, place: str, max_fees: float | None
) -> None:
    near = Near(real_catalogue.document("place", place), 50.0)
    asked = Request(level=BAC, near=near, max_fees=max_fees)
    plan = plan_to_job(real_catalogue, job, asked, today)
    counted = sum(
        1 + one.alike for one in plan.closed if {r.kind for r in one.reasons} == {"distance"}
    )
    most = plan.opens_most
    if most is None or most.opens.given[0] != "--within":
        return
    assert most.programmes + most.farther == counted
    assert most.asked.near
    assert most.asked.near.within_km <= 300
    wider = plan_to_job(real_catalogue, job, most.asked, today)
    assert plan.closed_in_all - wider.closed_in_all >= most.programmes


def test_what_opens_the_most_keeps_the_city_and_counts_the_public_ones(
    real_catalogue: Catalogue, today: str
) -> None:
    near = Near(real_catalogue.document("place", "brest"), 50.0)
    asked = Request(level=BAC, near=near, max_fees=500.0)
    most = plan_to_job(real_catalogue, "premier-assistant-son", asked, today).opens_most
    assert most
    assert most.opens.given[0] == "--within"
    assert most.asked.near
    assert most.asked.near.place.slug == "brest"
    assert 50 < most.asked.near.within_km <= 300
    assert most.asked._replace(near=near) == asked, "the rest of what was asked is kept"
    assert 0 < most.public < most.programmes
