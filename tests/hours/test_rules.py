"""Each rule of the 507 hours: what it makes count, and what is left open."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.model.contract import KINDS, Contract
from avcareers.model.errors import BadValueError
from avcareers.present.hours import hours_page
from avcareers.present.hours_words import SHORT, doubt_sentences, rule_sentence
from avcareers.query.hours.estimate import Hours, HoursLine
from avcareers.query.hours.rules import RULES, WHERE, Rules
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Language, Wording

from .lines import days, estimated, line

LAST = line("2025-12-31", hours=8)
ASKED = "2026-01-10"


def first_of(found: Hours) -> HoursLine:
    return found.lines[0]


def counted(catalogue: Catalogue, asked_of: Contract, **who: object) -> tuple[object, ...]:
    """Return what counts of a line that work follows, and why."""
    found = first_of(estimated(catalogue, [asked_of, LAST], ASKED, **who))
    return (*found.counted, *found.why)


@pytest.mark.parametrize(
    ("given_line", "expected"),
    [
        (line("2025-03-03", kind="a1", cachets=2), (24, 24, "a1")),
        (line("2025-03-03", kind="a1", hours=8), (0, 0, "a1-technician")),
        (line("2025-03-03", "2025-03-04", kind="eea", annexe=10), (12, 12, "six-a-day")),
        (line("2025-03-03", kind="eea"), (0, 0, "eea-technician")),
        (line("2025-03-03", kind="abroad", hours=8), (0, 8, "abroad")),
        (line("2025-03-03", kind="ordinary", hours=8, annexe=None), (0, 0, "ordinary")),
        (line("2025-03-03", kind="undeclared", hours=8, annexe=None), (0, 0, "undeclared")),
        (line("2025-03-03", "2025-03-04", kind="suspension"), (10, 10, "five-a-day")),
        (line("2025-03-03", "2025-03-04", kind="accident", annexe=None), (10, 10, "five-a-day")),
        (line("2025-03-03", kind="long-illness", annexe=None), (0, 0, "no-opening-before")),
        (line("2025-03-03", "2025-04-30", kind="training", hours=400, annexe=None),
         (338, 338, "training", "training-cap")),
        (line("2025-03-03", "2025-04-30", kind="transition", hours=400, annexe=None),
         (400, 400, "transition")),
        (line("2025-03-03", "2025-03-20", kind="teaching", hours=100),
         (70, 100, "teaching", "teaching-cap")),
        (line("2024-12-01", hours=8), (0, 0, "before")),
        (line("2026-01-05", "2026-01-20", hours=8), (0, 0, "running")),
        (line("2026-01-05", "2026-02-20", kind="teaching", hours=8, annexe=10), (0, 0, "after")),
        (line("2016-07-01", hours=8), (0, 0, "older-rules")),
    ],
    ids=lambda value: f"{value.kind} {value.annexe}" if isinstance(value, Contract) else "",
)  # fmt: skip
def test_a_line_counts_by_its_kind(
    catalogue: Catalogue, given_line: Contract, expected: tuple[object, ...]
) -> None:
    assert counted(catalogue, given_line) == expected


def test_long_illness_counts_after_an_earlier_opening(catalogue: Catalogue) -> None:
    ill = line("2025-03-03", "2025-03-04", kind="long-illness", annexe=None)
    assert counted(catalogue, ill, last_opening="2024-12-31") == (10, 10, "five-a-day")


@pytest.mark.parametrize("kind", ["maternity", "accident", "training"])
def test_a_leave_or_a_course_counts_only_if_work_follows(catalogue: Catalogue, kind: str) -> None:
    course = {"hours": 8} if kind == "training" else {}
    given_lines = [line("2025-03-03", "2025-03-04", kind=kind, annexe=None, **course),
                   line("2025-03-01", "2025-03-31", hours=8)]  # fmt: skip
    assert first_of(estimated(catalogue, given_lines, ASKED)).why == ("no-work-after",)


def test_a_running_contract_counts_for_teaching_of_performers_only(catalogue: Catalogue) -> None:
    for annexe, why in ((10, "teaching"), (8, "running")):
        running = line("2025-09-01", "2026-06-30", hours=60, kind="teaching", annexe=annexe)
        found = first_of(estimated(catalogue, [running, LAST], ASKED))
        assert found.why[0] == why
        assert (found.counted.high > 0) == (annexe == 10)


def test_teaching_and_training_are_limited_together(catalogue: Catalogue) -> None:
    lines = [line("2025-03-01", "2025-03-31", hours=60, kind="teaching"),
             line("2025-04-01", "2025-05-31", hours=300, kind="training", annexe=None), LAST]  # fmt: skip
    assert estimated(catalogue, lines, ASKED, born="1990-01-01").counted == (346, 346)


def test_on_the_fiftieth_birthday_the_limit_of_teaching_is_left_open(catalogue: Catalogue) -> None:
    taught = line("2025-03-01", "2025-03-31", hours=120, kind="teaching")
    for born, expected in (("1976-01-01", (70, 70)), ("1975-12-31", (70, 120)),
                           ("1975-12-30", (120, 120))):  # fmt: skip
        assert counted(catalogue, taught, born=born)[:2] == expected


def test_a_day_of_leave_counts_once(catalogue: Catalogue) -> None:
    leave = line("2025-03-03", "2025-03-10", kind="maternity", annexe=None)
    lines = [leave, leave._replace(kind="accident"), LAST]
    assert estimated(catalogue, lines, ASKED).counted == (48, 48)


def test_hours_of_an_earlier_opening_are_used(catalogue: Catalogue) -> None:
    lines = [line("2025-06-30", hours=8), LAST]
    assert first_of(estimated(catalogue, lines, ASKED, last_opening="2025-06-30")).why == ("used",)


def test_both_annexes_add_up_and_the_larger_one_decides(catalogue: Catalogue) -> None:
    lines = [*days("2025-01-02", 50, hours=8), line("2025-11-01", "2025-11-30", cachets=10)]
    found = estimated(catalogue, lines, ASKED)
    assert found.counted == (520, 520)
    assert found.by_annexe == {"8": (400, 400), "10": (120, 120)}
    assert found.schemes == ("annexe-8",)


def test_several_employers_in_part_of_a_month_leave_the_limit_open(catalogue: Catalogue) -> None:
    lines = [line("2025-12-01", "2025-12-10", hours=70),
             line("2025-12-01", "2025-12-10", hours=60, employer="Studio")]  # fmt: skip
    found = estimated(catalogue, lines, ASKED)
    assert found.counted == (100, 121)
    assert "rounding" in found.doubts


def test_illness_in_a_contract_does_not_lengthen_the_period(catalogue: Catalogue) -> None:
    lines = [line("2025-03-03", "2025-03-04", kind="sick", annexe=None),
             line("2025-03-01", "2025-03-31", hours=80), LAST]  # fmt: skip
    found = estimated(catalogue, lines, ASKED)
    assert (found.neutral_days, first_of(found).why) == (0, ("sick-in-contract",))


def test_a_period_with_a_29_february_may_be_a_day_longer(catalogue: Catalogue) -> None:
    found = estimated(catalogue, [line("2023-07-01", hours=8), line("2024-06-30", hours=8)], ASKED)
    assert found.period_days == (365, 366)
    assert found.counted == (8, 16)
    assert found.reached == "no"
    assert "leap" in found.doubts


def test_illness_and_a_longer_period_leave_the_hours_needed_open(catalogue: Catalogue) -> None:
    lines = [*days("2024-12-02", 30, hours=8), line("2025-06-01", "2025-06-20", kind="sick",
             annexe=None), *days("2025-07-01", 24, hours=8), *days("2026-01-10", 12, hours=8)]  # fmt: skip
    found = estimated(catalogue, lines, "2026-03-01", last_opening="2024-11-30")
    assert found.period_days.low > 365
    assert found.needed.low < found.needed.high


def test_the_end_of_contract_may_be_chosen(catalogue: Catalogue) -> None:
    lines = [line("2025-06-30", hours=8), LAST]
    found = estimated(catalogue, lines, ASKED, end="2025-06-30")
    assert (found.end, found.counted) == ("2025-06-30", (8, 8))


@pytest.mark.parametrize("end", ["2025-06-29", "2025-06-30", "2026-02-01"])
def test_an_end_of_contract_that_can_not_be_used_is_refused(catalogue: Catalogue, end: str) -> None:
    lines = [line("2025-06-30", hours=8), LAST, line("2026-02-01", hours=8)]
    with pytest.raises(BadValueError) as refused:
        estimated(catalogue, lines, ASKED, end=end, last_opening="2025-06-30")
    assert refused.value.valid == ("2025-12-31",)


def test_the_catch_up_clause_is_told_from_338_hours(catalogue: Catalogue) -> None:
    for many, within in ((42, "no"), (43, "yes"), (60, "yes")):
        lines = days("2025-02-01", many, hours=8)
        found = estimated(catalogue, lines, "2026-02-01", last_opening="2025-01-15")
        assert found.reached == "no"
        assert found.catch_up
        assert (found.catch_up.within, found.catch_up.counted.low) == (within, many * 8)
    assert estimated(catalogue, lines, ASKED).catch_up is None


@pytest.mark.parametrize(("end", "over"), [("2026-07-15", False), ("2026-07-16", True)])
def test_a_contract_that_ends_after_the_clause_leaves_a_doubt(
    catalogue: Catalogue, end: str, over: bool
) -> None:
    lines = [line(end, hours=8)]
    found = estimated(catalogue, lines, "2026-08-01", last_opening="2025-01-15", clause=True)
    assert ("clause-over" in found.doubts) is over


def test_training_counts_for_226_hours_in_the_clause(catalogue: Catalogue) -> None:
    course = line("2025-03-01", "2025-04-30", hours=300, kind="training", annexe=None)
    lines = [course, *days("2025-06-01", 20, hours=8)]
    found = estimated(catalogue, lines, "2026-02-01", last_opening="2025-01-15")
    assert found.catch_up
    assert found.catch_up.counted == (386, 386)


def test_without_an_end_of_contract_nothing_counts_and_it_is_said(catalogue: Catalogue) -> None:
    found = estimated(catalogue, [line("2025-03-03", kind="self-employed", annexe=None)], ASKED)
    assert (found.end, found.counted, found.missing) == (None, (0, 0), (507, 507))
    assert found.schemes == ()


def test_a_change_of_rules_holds_from_its_day(catalogue: Catalogue) -> None:
    changed = (*RULES, Rules("2026-07-01", "2026-06", needed=600, cachet=10))
    for end, needed, hours in (("2026-06-30", 507, 12), ("2026-07-01", 600, 10)):
        found = estimated(catalogue, [line(end, cachets=1)], "2026-08-01", changed)
        assert (found.needed, found.counted) == ((needed, needed), (hours, hours))
        assert found.rules.needed == needed


# What is said.


def test_every_rule_is_read_somewhere_and_said_in_both_languages() -> None:
    assert SHORT.keys() == WHERE.keys()
    for language in ("fr", "en"):
        for rule in WHERE:
            assert rule_sentence(rule, RULES[0], Wording(language)).endswith(
                (".", "--last-opening.")
            )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_doubt_is_said_in_both_languages(catalogue: Catalogue, language: Language) -> None:
    lines = [line("2023-07-01", "2023-09-20", hours=300), line("2024-01-01", kind="abroad", hours=9),
             line("2024-02-01", "2024-02-28", kind="teaching", hours=100),
             line("2024-06-09", hours=8), line("2024-06-10", hours=100)]  # fmt: skip
    given_lines = [estimated(catalogue, lines, "2029-01-10"),
                   estimated(catalogue, lines, "2029-01-10", last_opening="2022-05-01", clause=True)]  # fmt: skip
    for found in given_lines:
        said = list(doubt_sentences(found, Wording(language)))
        assert len(said) == len(set(said)) == len(found.doubts) > 6


def test_the_sources_of_the_rules_are_in_the_data(real_catalogue: Catalogue) -> None:
    cited = {source for source, _ in WHERE.values()}
    assert real_catalogue.cards("source", cited).keys() == cited


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_never_says_that_a_right_is_open(catalogue: Catalogue, language: str) -> None:
    lines = [*days("2025-01-02", 70, hours=8), LAST]
    page = str(hours_page(estimated(catalogue, lines, ASKED), Wording(language)))  # type: ignore[arg-type]
    for word in ("vous avez droit", "droit ouvert", "entitled", "€", "eligible", "éligible"):
        assert word not in page


# Laws.

DAYS_OF_2025 = st.integers(0, 364).map(lambda n: date(2025, 1, 1) + timedelta(n))


@st.composite
def some_work(draw: st.DrawFn) -> Contract:
    start = draw(DAYS_OF_2025)
    end = min(date(2025, 12, 31), start + timedelta(draw(st.integers(0, 70))))
    hours = draw(st.integers(1, 5 * ((end - start).days + 1)))
    employer = draw(st.sampled_from(["A", "B"]))
    return Contract(0, start, end, employer, float(hours), None, 8, "work")


@settings(max_examples=60, deadline=None)
@given(st.lists(some_work(), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_a_line_over_months_counts_within_its_range_however_its_hours_fall(
    catalogue: Catalogue, lines: list[Contract], chance: object
) -> None:
    lines = [*lines, Contract(0, date(2025, 12, 31), date(2025, 12, 31), "A", 1.0, None, 8, "work")]
    whole = estimated(catalogue, lines, ASKED)
    split = estimated(catalogue, [part for each in lines for part in by_month(each, chance)], ASKED)
    assert split.counted.low == split.counted.high
    assert whole.counted.low - 0.05 <= split.counted.low <= whole.counted.high + 0.05


def by_month(whole: Contract, chance: object) -> list[Contract]:
    """Return a contract as lines of a month each, its hours fallen by chance."""
    parts, left, start = [], whole.hours or 0, whole.start
    while start <= whole.end:
        following = (start.replace(day=1) + timedelta(32)).replace(day=1)
        end = min(whole.end, following - timedelta(1))
        room = 24.0 * ((end - start).days + 1)
        after = 24.0 * (whole.end - end).days
        least, most = max(0.0, left - after), min(room, left)
        here = round(chance.uniform(least, most), 2) if end < whole.end else left  # type: ignore[attr-defined]
        parts.append(whole._replace(start=start, end=end, hours=here))
        left, start = left - here, following
    return parts


@settings(max_examples=60, deadline=None)
@given(st.lists(some_work(), min_size=1, max_size=8), st.sampled_from(sorted(KINDS)))
def test_no_more_counts_than_is_found_and_the_order_of_lines_is_nothing(
    catalogue: Catalogue, lines: list[Contract], kind: str
) -> None:
    lines = [*lines, line("2025-02-01", "2025-02-03", kind=kind, hours=9), LAST]
    found = estimated(catalogue, lines, ASKED)
    assert 0 <= found.counted.low <= found.counted.high <= found.found
    assert all(each.why for each in found.lines)
    again = estimated(catalogue, lines[::-1], ASKED)
    assert (again.counted, again.missing, again.schemes) == (
        found.counted, found.missing, found.schemes)  # fmt: skip
