"""What a programme costs: which amounts still hold, which rule covers it, what is not known."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.query.costs import (
    Cost,
    SchoolCosts,
    cost_range,
    costing,
    costs_of,
    current_fees,
    school_costs,
)

TODAY = "2026-11-23"

APPRENTICES: Any = {"slug": "apprentissage", "routes": ("apprentissage",)}
LYCEE: Any = {
    "slug": "lycee-public", "kinds": ("public",), "types": ("lycee",), "routes": ("scolaire",)
}  # fmt: skip
UNIVERSITY: Any = {
    "slug": "universite-2025", "types": ("universite",), "diplomas": ("licence", "but"),
    "routes": ("scolaire",), "eur": 178, "year": "2025-2026",
}  # fmt: skip


def rule(slug: str, routes: tuple[str, ...], **said: Any) -> Any:
    covers = {name: said.get(name, ()) for name in ("kinds", "types", "diplomas")}
    return SimpleNamespace(
        slug=slug,
        covers=SimpleNamespace(**covers, routes=routes),
        eur_per_year=said.get("eur", 0),
        year=said.get("year"),
        since=said.get("since"),
        until=said.get("until"),
        says="la règle",
        leaves_out=None,
        sources=("texte",),
    )


def programme(*fees: Any, mode: str = "unknown", **known: Any) -> Any:
    fields = {"award": "national", "diploma": "bts", "routes": ()}
    alternance = SimpleNamespace(mode=mode)
    return SimpleNamespace(**fields | known, fees=fees, alternance=alternance, last_cycle=False)


def school(kind: str = "public", type_: str | None = "lycee") -> Any:
    return SimpleNamespace(kind=kind, type=type_)


def fees(low: float, year: str | None, high: float | None = None, scope: str = "year") -> Any:
    covers, source = "scolarité", "page"
    return SimpleNamespace(low=low, high=high, year=year, scope=scope, covers=covers, source=source)


def costs(
    taught: Any, where: Any = None, *rules: Any, today: str = TODAY, routes: tuple[str, ...] = ()
) -> tuple[tuple[Cost, ...], Cost | None]:
    known = (rule(**one) for one in rules or (APPRENTICES, LYCEE, UNIVERSITY))
    around = costing(known, today, routes)
    found = costs_of(where or school(), taught, around)
    return found, around.counted(found)


def lowest(taught: Any, where: Any = None, **asked: Any) -> float | None:
    _, counted = costs(taught, where, **asked)
    return counted.every_year if counted else None


PRIVATE = school("private", None)
UNIVERSITE = school(type_="universite")


@pytest.mark.parametrize(
    ("year", "holds"),
    [
        ("2026-2027", True),
        ("2025-2026", True),
        ("2023-2024", True),
        ("2022-2023", False),
        ("2018-2019", False),
        (None, False),
    ],
)
def test_an_amount_holds_two_years_after_its_school_year(year: str | None, holds: bool) -> None:
    found = current_fees(programme(fees(500, year)), TODAY)
    assert bool(found) is holds


def test_the_lowest_current_amount_ignores_older_and_lower_ones() -> None:
    several = (
        fees(100, "2018-2019"),
        fees(50, None),
        fees(900, "2026-2027"),
        fees(700, "2025-2026"),
    )
    assert lowest(programme(*several), PRIVATE) == 700


def test_free_is_a_known_amount_and_what_nothing_says_is_not_known() -> None:
    assert lowest(programme(fees(0, "2025-2026")), PRIVATE) == 0
    assert costs(programme(award="school", diploma=None), PRIVATE) == ((), None)


def test_a_state_lycee_is_free_at_school_and_a_private_one_is_not_known() -> None:
    (cost,), _ = costs(programme(routes=("scolaire",), mode="none"))
    assert (cost.route, cost.every_year, cost.origin) == ("scolaire", 0, "rule")
    assert costs(programme(routes=("scolaire",)), school("private", "lycee"))[0] == ()


def test_a_programme_wholly_for_apprentices_is_free_to_them_in_any_school() -> None:
    (cost,), _ = costs(programme(mode="full", routes=("apprentissage",)), PRIVATE)
    assert (cost.route, cost.every_year, cost.rule) == ("apprentissage", 0, "apprentissage")


def test_alternance_that_may_not_be_apprenticeship_has_no_known_cost() -> None:
    assert costs(programme(mode="full"), PRIVATE) == ((), None)


def test_an_amount_of_the_school_wins_over_the_rule_and_an_old_one_does_not() -> None:
    known = programme(fees(628, "2025-2026"), diploma="licence")
    assert costs(known, UNIVERSITE)[0][0][:6] == ("scolaire", 628, None, 628, "figure", None)
    old = programme(fees(628, "2019-2020"), diploma="licence")
    assert lowest(old, UNIVERSITE) == 178


def test_a_university_rate_of_last_year_is_said_to_be_so_and_ends_after_two() -> None:
    licence = programme(diploma="licence")
    for today, ago in (("2026-08-31", 0), ("2026-09-01", 1), ("2028-08-31", 2)):
        (cost,), _ = costs(licence, UNIVERSITE, today=today)
        assert (cost.school_year, cost.years_ago) == ("2025-2026", ago)
    assert costs(licence, UNIVERSITE, today="2029-01-01") == ((), None)
    assert costs(licence, UNIVERSITE, today="2025-08-31") == ((), None)


def test_of_two_rates_the_newest_that_has_begun_decides() -> None:
    newer = UNIVERSITY | {"slug": "universite-2026", "eur": 181, "year": "2026-2027"}
    licence = programme(diploma="licence")
    assert costs(licence, UNIVERSITE, UNIVERSITY, newer)[1][5] == "universite-2026"  # type: ignore[index]
    before = costs(licence, UNIVERSITE, UNIVERSITY, newer, today="2026-08-31")[1]
    assert before is not None
    assert before.rule == "universite-2025"


@pytest.mark.parametrize(
    ("day", "holds"), [("2019-01-01", True), ("2018-12-31", False), ("2020-01-02", False)]
)
def test_a_rule_with_days_holds_between_them(day: str, holds: bool) -> None:
    dated = LYCEE | {"since": "2019-01-01", "until": "2020-01-01"}
    assert bool(costs(programme(), None, dated, today=day)[0]) is holds


def test_a_diploma_that_the_rate_does_not_name_has_no_known_cost() -> None:
    assert costs(programme(award="school", diploma=None, routes=("scolaire",)), UNIVERSITE)[0] == ()


def test_some_years_as_an_apprentice_are_free_and_the_others_cost_as_at_school() -> None:
    partly = programme(mode="partial", routes=("apprentissage",), diploma="licence")
    at_school, as_apprentice = costs(partly, UNIVERSITE)[0]
    assert (at_school.route, at_school.every_year) == ("scolaire", 178)
    assert (as_apprentice.eur_per_year, as_apprentice.every_year) == (0, 178)
    assert as_apprentice.some_years
    assert lowest(partly, UNIVERSITE, routes=("apprentissage",)) == 178


def test_some_free_years_do_not_make_a_cost_known_when_the_others_are_not() -> None:
    partly = programme(mode="partial", routes=("apprentissage",), award="rncp", diploma=None)
    (cost,), counted = costs(partly, PRIVATE)
    assert (cost.eur_per_year, cost.every_year, counted) == (0, None, None)


def test_the_status_asked_for_decides_which_cost_counts() -> None:
    both = programme(fees(9000, "2026-2027"), mode="none", routes=("scolaire", "apprentissage"))
    assert lowest(both, PRIVATE) == 0
    assert lowest(both, PRIVATE, routes=("scolaire",)) == 9000
    assert lowest(both, PRIVATE, routes=("apprentissage",)) == 0


def test_the_range_of_several_costs_goes_to_the_highest_amount() -> None:
    ranged, _ = costs(programme(fees(400, "2026-2027", 700)), PRIVATE)
    free, _ = costs(programme())
    assert cost_range((*ranged, *free)) == (0, 700)
    assert cost_range(()) is None


def together(*taught: Any) -> SchoolCosts:
    return school_costs(((each, costs(each, PRIVATE)[0]) for each in taught), TODAY)


def test_one_free_way_does_not_stand_for_a_school() -> None:
    free = programme(routes=("apprentissage",), mode="full", years=2)
    dear = [programme(award="rncp", diploma=None, years=3) for _ in range(9)]
    known = together(free, *dear)
    for summary in known:
        (only,) = summary.by_status
        assert (only.route, only.low_eur, only.high_eur, only.programmes) == (
            "apprentissage",
            0,
            0,
            1,
        )
        assert (summary.programmes, summary.unknown) == (10, 9)


@pytest.mark.parametrize("scope", ["registration", "some-years", "some-students", "session"])
@pytest.mark.parametrize("year", ["2026-2027", "2018-2019", None])
def test_a_part_is_no_price_and_is_never_multiplied(scope: str, year: str | None) -> None:
    part = programme(fees(430, year, scope=scope), award="school", diploma=None, years=3)
    assert costs(part, PRIVATE) == ((), None)
    per_year, in_all = together(part)
    dated = (year,) if year else ()
    assert per_year.uncounted == ((scope, 430, 430, dated, 1),)
    assert (per_year.unknown, in_all.unknown, in_all.uncounted) == (1, 1, ())


def test_what_was_free_once_says_nothing_of_today() -> None:
    once = programme(fees(0, "2018-2019"), fees(0, None), award="school", diploma=None, years=3)
    assert together(once).per_year.uncounted == ()


def test_an_amount_without_a_year_is_not_dated_by_another() -> None:
    both = [programme(fees(8000, "2018-2019"), award="rncp", diploma=None, years=3),
            programme(fees(8700, None, 8900), award="rncp", diploma=None, years=2)]  # fmt: skip
    assert together(*both).per_year.uncounted == (
        ("year", 8000, 8000, ("2018-2019",), 1), ("year", 8700, 8900, (), 1))  # fmt: skip


def test_apprentices_being_free_leaves_the_price_of_the_others_unknown() -> None:
    both_ways = programme(mode="partial", routes=("scolaire", "apprentissage"), years=2)
    only_so = programme(mode="full", routes=("apprentissage",), years=2)
    per_year, _ = together(both_ways, only_so)
    assert (per_year.unknown, per_year.programmes) == (1, 2)


def test_what_is_free_is_free_in_all_however_long_it_lasts() -> None:
    free = programme(routes=("apprentissage",), mode="full", years=None)
    dear = programme(fees(900, "2026-2027"), award="rncp", diploma=None, years=None)
    (only,) = together(free, dear).in_all.by_status
    assert (only.low_eur, only.high_eur, only.programmes) == (0, 0, 1)
    assert together(free, dear).in_all.unknown == 1


def test_each_status_has_its_range_its_count_and_its_school_years() -> None:
    ranged = programme(fees(400, "2026-2027", 700), award="rncp", diploma=None, years=3)
    older = programme(
        fees(900, "2025-2026"), mode="none", routes=("scolaire", "apprentissage"), years=2
    )
    per_year, in_all = together(ranged, older)
    at_school, as_apprentice = per_year.by_status
    assert at_school == ("scolaire", False, 400, 900, 2, ("2025-2026", "2026-2027"))
    assert as_apprentice == ("apprentissage", False, 0, 0, 1, ())
    assert [(of.low_eur, of.high_eur) for of in in_all.by_status] == [(1200, 2100), (0, 0)]


def test_some_free_years_are_said_to_be_some_and_give_no_total() -> None:
    partly = programme(
        mode="partial", routes=("apprentissage",), award="rncp", diploma=None, years=3
    )
    per_year, in_all = together(partly, programme(award="rncp", diploma=None, years=None))
    (some,) = per_year.by_status
    assert (some.some_years, some.low_eur, per_year.unknown) == (True, 0, 2)
    assert (in_all.by_status, in_all.unknown) == ((), 2)


def test_old_amounts_are_old_in_all_too() -> None:
    old = programme(fees(7000, "2018-2019", 8000), award="rncp", diploma=None, years=3)
    endless = programme(fees(500, "2018-2019"), award="rncp", diploma=None, years=None)
    per_year, in_all = together(old, endless)
    assert per_year.uncounted == (("year", 500, 8000, ("2018-2019",), 2),)
    assert in_all.uncounted == (("year", 21_000, 24_000, ("2018-2019",), 1),)
