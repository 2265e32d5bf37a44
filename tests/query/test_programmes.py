"""Programmes one by one: their orders, and figures that are not compared."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avcareers.present.page import text_of
from avcareers.present.selectivity import selectivity_cell
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.programmes import (
    ProgrammeList,
    ProgrammeRow,
    admitted_per_hundred,
    list_programmes,
)
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

Programmes = Callable[..., ProgrammeList]


KEYS: dict[str, Callable[[ProgrammeRow], float | None]] = {
    "fees": lambda row: row.programme.lowest_cost,
    "selectivity": lambda row: admitted_per_hundred(row.programme.record),
    "distance": lambda row: row.kilometres,
}


def names(listed: ProgrammeList) -> list[str]:
    return [f"{row.school}/{row.programme.record.slug}" for row in listed.programmes]


def test_programmes_stand_by_the_name_of_their_school_then_as_written(
    programmes: Programmes,
) -> None:
    assert names(programmes()) == names(programmes("name")) == [
        "atelier-sirocco/etalonnage",
        "cours-nomade/montage",
        "ecole-du-ponant/realisation", "ecole-du-ponant/scripte",
        "lycee-des-remparts/bts-montage",
        "studio-tramontane/prise-de-vues", "studio-tramontane/postproduction",
        "studio-tramontane/mise-en-scene", "studio-tramontane/montage",
        "studio-tramontane/gratuit",
    ]  # fmt: skip


def test_the_cheapest_come_first_and_unknown_fees_last(programmes: Programmes) -> None:
    listed = programmes("fees")
    assert [KEYS["fees"](row) for row in listed.programmes] == [
        0, 0, 0, 200, 250, 3000, 5000, 7000, None, None,
    ]  # fmt: skip
    # Cours Nomade's fees of 2019-2020 are too old to be known.
    assert names(listed)[-2:] == ["cours-nomade/montage", "studio-tramontane/postproduction"]


def test_the_hardest_to_enter_come_first_and_unknown_rates_last(programmes: Programmes) -> None:
    listed = programmes("selectivity")
    assert names(listed)[:2] == ["lycee-des-remparts/bts-montage", "ecole-du-ponant/realisation"]
    rates = [KEYS["selectivity"](row) for row in listed.programmes]
    assert rates == [5.0, 10.0] + [None] * 8


def test_the_share_admitted_alone_decides_and_free_places_are_shown_whatever_their_number(
    real_catalogue: Catalogue, today: str
) -> None:
    found = list_schools(real_catalogue, SchoolFilters(), today)
    rated = [
        (row, rate)
        for row in list_programmes(found, order="selectivity").programmes
        if (rate := admitted_per_hundred(row.programme.record)) is not None
    ]
    rates = [rate for _, rate in rated]
    assert rates == sorted(rates)
    free = [
        (last.places, text_of(selectivity_cell(last, Wording("fr"))))
        for row, _ in rated
        if (last := row.programme.last_session) and last.counted_as == "applicants"
        and last.admitted is not None and last.places and last.admitted < last.places
    ]  # fmt: skip
    assert len(free) > 100
    assert all(f"{places}" in shown for places, shown in free if places < 1000)


def test_wishes_never_make_a_rate(programmes: Programmes) -> None:
    rates = {f"{row.school}/{row.programme.record.slug}": admitted_per_hundred(row.programme.record)
             for row in programmes().programmes}  # fmt: skip
    # Wishes only; then wishes in the last session, applicants in the one before.
    assert rates["cours-nomade/montage"] is None
    assert rates["lycee-des-remparts/bts-montage"] == 5.0


def test_no_applicant_makes_no_rate(programmes: Programmes) -> None:
    (row,) = [row for row in programmes().programmes if row.programme.record.slug == "scripte"]
    assert row.programme.record.selectivity[0].candidates == 0
    assert admitted_per_hundred(row.programme.record) is None


def test_the_rate_is_that_of_the_last_session(programmes: Programmes) -> None:
    (row,) = [row for row in programmes().programmes if row.programme.record.slug == "realisation"]
    assert admitted_per_hundred(row.programme.record) == 10.0


@pytest.mark.parametrize(
    ("city", "within", "expected"),
    [
        ("lyon", 60, ["atelier-sirocco/etalonnage", "ecole-du-ponant/realisation"]),
        (
            "rennes",
            250,
            [
                "lycee-des-remparts/bts-montage",
                "ecole-du-ponant/scripte",
                *(
                    f"studio-tramontane/{slug}"
                    for slug in (
                        "prise-de-vues",
                        "postproduction",
                        "mise-en-scene",
                        "montage",
                        "gratuit",
                    )
                ),
            ],
        ),
        ("saint-denis-974", 50, []),
    ],
)
def test_near_a_city_the_nearest_come_first_where_they_are_taught(
    programmes: Programmes, city: str, within: float, expected: list[str]
) -> None:
    listed = programmes(near=(city, within))
    assert names(listed) == expected
    away = [row.kilometres for row in listed.programmes]
    assert all(one is not None and one <= within for one in away)
    assert away == sorted(one for one in away if one is not None)


def test_only_programmes_that_prepare_for_the_job_are_listed(programmes: Programmes) -> None:
    assert names(programmes(jobs=("monteur",))) == [
        "cours-nomade/montage",
        "lycee-des-remparts/bts-montage",
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.sampled_from(["fees", "selectivity", "distance"]),
    city=st.sampled_from(["lyon", "rennes", "brest", "saint-denis-93"]),
    within=st.floats(1, 1500),
)
def test_an_order_rises_with_the_unknown_last_and_loses_nothing(
    programmes: Programmes, catalogue: Catalogue, order: str, city: str, within: float
) -> None:
    listed = programmes(order, near=(city, within))
    values = [KEYS[order](row) for row in listed.programmes]
    known = [value for value in values if value is not None]
    assert values == sorted(known) + [None] * (len(values) - len(known))
    assert sorted(names(listed)) == sorted(names(programmes("name", near=(city, within))))
