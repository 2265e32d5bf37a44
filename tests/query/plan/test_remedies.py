"""What a plan says opens a closed programme opens it, and says no more than it must."""

from collections.abc import Callable, Iterable
from typing import Any
from unittest.mock import patch

import pytest

from avcareers.query.nearby import Near
from avcareers.query.plan import job_plan, school_plan
from avcareers.query.plan.closed import closed_routes, of_the_route
from avcareers.query.plan.plan import Plan
from avcareers.query.plan.remedies import opening
from avcareers.query.plan.request import Request
from avcareers.store.catalogue import Catalogue

from ...sampling import ALL, one_in
from ...suggestions import asking

TODAY = "2026-11-30"
LIMITS: tuple[dict[str, Any], ...] = (
    {},
    {"near": ("lyon", 50.0)},
    {"near": ("lyon", 50.0), "alternance": True, "max_fees": 1000.0, "max_years": 3.0},
    {"near": ("brest", 100.0), "recognised": True, "max_fees": 0.0, "max_years": 2.0},
    {"near": ("lyon", 200.0), "alternance": True, "recognised": True, "max_fees": 300.5,
     "max_total": 900.25, "max_years": 1.5, "unknown_too": True},
    {"alternance": True, "max_fees": 0.0, "max_total": 0.0},
)  # fmt: skip


class Asking:
    """Asks plans, and keeps what is closed and what is said to open it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.closed: set[str] = set()
        self.remedies: dict[str, Request] = {}

    def plan(self, target: str, asked: Request, *, school: bool) -> Plan:
        self.remedies = {}
        plan = school_plan.plan_to_school if school else job_plan.plan_to_job
        module = school_plan if school else job_plan
        with (
            patch.object(module, "closed_routes", self._closed),
            patch.object(module, "opened_by", self._opened(module.opened_by)),
        ):
            return plan(self.catalogue, target, asked, TODAY)

    def _closed(self, candidates: Iterable[Any], fronts: Any, request: Request) -> Any:
        every = list(candidates)
        self.closed = {
            one.key for one in every if one.reasons or of_the_route(one, fronts, request)
        }
        return closed_routes(every, fronts, request)

    def _opened(self, opened_by: Callable[..., Request]) -> Callable[..., Request]:
        def kept(catalogue: Catalogue, closed: Any, choice: Any, today: str) -> Request:
            found = opened_by(catalogue, closed, choice, today)
            self.remedies[closed.candidate.key] = found
            return found

        return kept


def requests(catalogue: Catalogue, levels: Iterable[int]) -> list[Request]:
    def asked(level: int, **limits: Any) -> Request:
        if near := limits.pop("near", None):
            limits["near"] = Near(catalogue.document("place", near[0]), near[1])
        return Request(level=level, **limits)

    return [asked(level, **limits) for level in levels for limits in LIMITS]


def failing(
    catalogue: Catalogue, targets: Iterable[str], levels: Iterable[int], *, school: bool
) -> tuple[int, list[Any]]:
    """Return how many remedies were tried, and those that do not open what they are said to."""
    ask, tried, wrong = Asking(catalogue), 0, []
    for target in targets:
        for asked in requests(catalogue, levels):
            plan = ask.plan(target, asked, school=school)
            before, remedies = ask.closed, ask.remedies
            for key, instead in remedies.items():
                tried += 1
                ask.plan(target, instead, school=school)
                if key in ask.closed:
                    wrong.append((target, key, opening(asked, instead)))
            if plan.opens_most:
                ask.plan(target, plan.opens_most.asked, school=school)
                if len(before - ask.closed) < plan.opens_most.programmes:
                    wrong.append((target, asked, plan.opens_most))
    return tried, wrong


@pytest.mark.parametrize(("target", "school"), [("monteur", False), ("ina", True)])
def test_all_that_is_said_to_open_a_closed_programme_opens_it(
    real_catalogue: Catalogue, target: str, school: bool
) -> None:
    tried, wrong = failing(real_catalogue, [target], [0, 4], school=school)
    assert tried > 10
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("school", [False, True])
def test_all_that_is_said_to_open_a_closed_programme_of_any_target_opens_it(
    real_catalogue: Catalogue, school: bool
) -> None:
    kind, spread = ("school", 25) if school else ("profession", 9)
    targets = one_in(3, real_catalogue.slugs(kind)[::spread])
    tried, wrong = failing(real_catalogue, targets, [0, 4, 5], school=school)
    assert tried > (100 if ALL else 30)
    assert wrong == []


def test_a_door_that_asks_for_more_still_says_that_the_course_is_too_long(
    catalogue: Catalogue,
) -> None:
    asked = Request(level=0, max_years=1.0)
    plan = job_plan.plan_to_job(catalogue, "monteur", asked, TODAY)
    kinds = {tuple(reason.kind for reason in one.reasons) for one in plan.closed}
    assert ("entry", "years") in kinds


@pytest.mark.parametrize(
    "command",
    [
        ("plan", "monteur", "--from", "bac", "--near", "Lyon", "--within", "20"),
        ("plan", "scripte", "--max-fees", "0", "--alternance"),
        ("plan", "ina", "--from", "bac", "--max-years", "1", "--recognised"),
    ],
    ids=" ".join,
)
def test_the_command_proposed_opens_as_many_as_it_says(
    real_catalogue: Catalogue, command: tuple[str, ...]
) -> None:
    with asking(real_catalogue) as ask:
        plan = ask(*command).found
        proposed = [one for one in ask(*command).suggested() if one[0] == "plan"]
        (wider,) = [one for one in proposed if "--no-school" not in one]
        assert plan.closed_in_all - ask(*wider).found.closed_in_all >= plan.opens_most.programmes
