"""What a shooting week of so many hours pays, step by step."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avcareers.present.page import Page
from avcareers.present.shooting_week import week_page
from avcareers.query.pay import pay_of
from avcareers.query.shooting_week import PayWeek, shooting_weeks
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

HOURS = (30, 35, 36, 43, 44, 48, 49, 60)
BASE = 1603 / 40
"""The hourly base rate of the chief editor: the week of 39 hours is worth 40."""


def week_of(catalogue: Catalogue, hours: float, job: str = "chef-monteur") -> PayWeek:
    """Return the one week of a job."""
    (week,) = shooting_weeks(catalogue, job, "2026-11-23", hours).weeks
    return week


@pytest.mark.parametrize("hours", HOURS)
def test_hours_and_amounts_add_up_and_rates_rise(catalogue: Catalogue, hours: int) -> None:
    week = week_of(catalogue, hours)
    assert sum(step.hours for step in week.steps) == week.hours == hours
    assert sum(step.total_eur for step in week.steps) == pytest.approx(week.total_eur, abs=0.005)
    assert all(step.hours > 0 for step in week.steps)
    for one, two in pairwise(week.steps):
        assert one.increase_percent < two.increase_percent
        assert one.hourly_eur < two.hourly_eur
    for step in week.steps:
        exact = step.hours * BASE * (1 + step.increase_percent / 100)
        assert step.total_eur == pytest.approx(exact, abs=0.0051)


@pytest.mark.parametrize(
    ("hours", "steps"),
    [
        (30, [(30, 0)]),
        (35, [(35, 0)]),
        (36, [(35, 0), (1, 25)]),
        (43, [(35, 0), (8, 25)]),
        (43.5, [(35, 0), (8, 25), (0.5, 50)]),
        (44, [(35, 0), (8, 25), (1, 50)]),
        (48, [(35, 0), (8, 25), (5, 50)]),
        (49, [(35, 0), (8, 25), (5, 50), (1, 75)]),
        (60, [(35, 0), (8, 25), (5, 50), (12, 75)]),
    ],
)
def test_each_hour_is_in_its_step(
    catalogue: Catalogue, hours: float, steps: list[tuple[float, float]]
) -> None:
    found = week_of(catalogue, hours).steps
    assert [(step.hours, step.increase_percent) for step in found] == steps


def test_the_week_of_reference_pays_its_floor(catalogue: Catalogue) -> None:
    assert week_of(catalogue, 39).total_eur == pytest.approx(1603, abs=0.02)


def test_only_increases_have_an_article(catalogue: Catalogue) -> None:
    first, *others = week_of(catalogue, 50).steps
    assert first.source is None
    assert [step.source for step in others] == ["convention-heures"] * 3


def test_the_rate_is_that_of_the_day_asked_for(catalogue: Catalogue) -> None:
    totals = []
    for day in ("2019-06-30", "2019-07-01", "2024-04-01"):
        (week,) = shooting_weeks(catalogue, "chef-monteur", day, 35).weeks
        totals.append(week.total_eur)
    assert totals == [1312.5, 1365.0, 1402.62]


def test_the_agreement_s_reference_week_alone_gives_the_rate(catalogue: Catalogue) -> None:
    weeks = shooting_weeks(catalogue, "scripte", "2026-11-23", 50).weeks
    # Neither the five-day week, which is another basis, nor the outdated low-budget one.
    assert [week.floor.grid.slug for week in weeks] == ["3097-preparation-2024-04-01"]


def test_an_outdated_floor_gives_a_week_as_long_as_it_held(catalogue: Catalogue) -> None:
    weeks = shooting_weeks(catalogue, "scripte", "2025-04-10", 50).weeks
    assert {week.floor.grid.series for week in weeks} == {"3097-preparation", "3097-petit-budget"}


def test_a_floor_under_the_legal_minimum_gives_no_week(catalogue: Catalogue) -> None:
    # 480 € for 40 hours: above the legal minimum until May 2026, under it since.
    def functions(day: str) -> set[str]:
        weeks = shooting_weeks(catalogue, "assistant-monteur", day, 50).weeks
        return {week.function for week in weeks}

    assert "Stagiaire au montage" in functions("2026-05-31")
    assert "Stagiaire au montage" not in functions("2026-06-01")


def test_an_agreement_without_steps_gives_nothing_and_the_page_says_so(
    catalogue: Catalogue, words: Wording, read: Callable[[Page], list[str]]
) -> None:
    assert pay_of(catalogue, "monteur", "2025-01-01", agreement="2717").floors
    found = shooting_weeks(catalogue, "monteur", "2025-01-01", 50, agreement="2717")
    assert found.weeks == ()
    page = week_page(found, words)
    assert not page.sections
    told = " ".join(read(page))
    assert "3097" in told
    assert words("ne sont connues ici que", "are known here for") in told
    assert "€" not in told


def test_the_page_of_a_week_says_each_step_their_article_and_the_total(
    catalogue: Catalogue, words: Wording, read: Callable[[Page], list[str]]
) -> None:
    found = shooting_weeks(catalogue, "chef-monteur", "2026-11-23", 50)
    told = read(week_page(found, words))
    article = "Convention imaginaire, heures supplémentaires"
    assert len([text for text in told if "h × " in text]) == 4
    assert told.count(article) == 1
    assert words("(+25 %)", "(+25%)") in " ".join(told)
    assert any(
        text.startswith("Total") and words.euros(found.weeks[0].total_eur) in text for text in told
    )
    assert words("divisé par 40", "divided by 40") in " ".join(told)


@given(
    hours=st.lists(st.floats(1, 80), min_size=2, max_size=6),
    job=st.sampled_from(["chef-monteur", "scripte", "monteur"]),
)
def test_pay_never_falls_when_hours_rise(
    catalogue: Catalogue, hours: list[float], job: str
) -> None:
    totals = [week_of(catalogue, count, job).total_eur for count in sorted(hours)]
    assert totals == sorted(totals)


@given(hours=st.floats(1, 80))
def test_no_hour_is_paid_under_the_base_rate(catalogue: Catalogue, hours: float) -> None:
    week = week_of(catalogue, hours)
    assert sum(step.hours for step in week.steps) == pytest.approx(hours)
    assert week.total_eur >= round(hours * BASE, 2) - 0.02
    assert week.total_eur <= hours * BASE * 1.75 + 0.02


def test_weeks_stand_in_the_order_of_the_floors(real_catalogue: Catalogue) -> None:
    weeks = shooting_weeks(real_catalogue, "chef-electricien", "2026-11-23", 50).weeks
    ranks = [week.floor.rank for week in weeks]
    assert ranks == sorted(ranks)
    assert weeks[0].function == "Chef électricien de prise de vues cinéma"
    named = [(week.function, week.section.fr) for week in weeks]
    assert len(set(named)) == len(named)
