"""The floors of a job: on a day, of an agreement, over the years."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avcareers.model.content import Content
from avcareers.query.pay import Pay, PayHistory, PayRow, minimum_wage, pay_history, pay_of
from avcareers.store.catalogue import Catalogue
from avcareers.store.flat.records import Records
from avcareers.store.flat.relation import relations

SCRIPTE = 'Scripte, cinéma (dite "script")'
JOBS = ("scripte", "cadreur", "assistant-monteur", "monteur", "chef-monteur", "etalonneur")
DAYS = st.dates(date(2013, 1, 1), date(2030, 12, 31)).map(date.isoformat)


def amounts(pay: Pay | PayHistory) -> list[tuple[str, str, float | None]]:
    """Return grid, basis and amount of floors."""
    return [(floor.grid.slug, floor.pays.slug, floor.amount_eur) for floor in pay.floors]


def only(pay: Pay, **having: str) -> PayRow:
    """Return the one floor whose grid, function or basis is that."""
    found = [
        floor
        for floor in pay.floors
        if having.get("grid", floor.grid.slug) == floor.grid.slug
        and having.get("function", floor.function) == floor.function
        and having.get("basis", floor.pays.slug) == floor.pays.slug
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2014-12-31", []),
        ("2015-01-01", [1500.0]),
        ("2019-06-30", [1500.0]),
        ("2019-07-01", [1560.0]),
        ("2024-03-31", [1560.0]),
        ("2024-04-01", [1603.0]),
        ("2030-01-01", [1603.0]),
    ],
)
def test_a_floor_is_in_force_from_its_day(
    catalogue: Catalogue, day: str, expected: list[float]
) -> None:
    floors = pay_of(catalogue, "chef-monteur", day).floors
    weeks = [floor.amount_eur for floor in floors if floor.pays.slug == "semaine-39h"]
    assert weeks == expected


def test_the_last_floor_of_each_series_and_basis_is_given(catalogue: Catalogue, today: str) -> None:
    assert amounts(pay_of(catalogue, "scripte", today)) == [
        ("3097-petit-budget-2022-04-01", "semaine-39h", None),  # outdated since April 2025
        ("3097-preparation-2024-04-01", "semaine-39h", 1223.05),
        ("3097-tournage-2019-07-01", "semaine-5j", 1290.75),
    ]


def test_every_basis_of_a_grid_is_given_in_a_fixed_order(catalogue: Catalogue, today: str) -> None:
    floors = pay_of(catalogue, "monteur", today, agreement="2717").floors
    assert [floor.pays.slug for floor in floors] == [
        "heure-cddu", "jour-7h-cddu", "jour-8h-cddu", "mois-35h-cddu", "mois-39h-cddu",
        "semaine-35h-cddu", "semaine-39h-cddu",
    ]  # fmt: skip


def test_a_basis_that_the_newest_grid_dropped_is_not_due(catalogue: Catalogue) -> None:
    before = amounts(pay_of(catalogue, "chef-monteur", "2019-06-30"))
    after = amounts(pay_of(catalogue, "chef-monteur", "2019-07-01"))
    assert ("3097-preparation-2015-01-01", "jour-7h-cddu", 330.0) in before
    assert [basis for _, basis, _ in after] == ["semaine-39h"]


def test_a_function_that_the_newest_grid_dropped_is_not_due(catalogue: Catalogue) -> None:
    def current(day: str) -> bool:
        floors = pay_of(catalogue, "assistant-monteur", day).floors
        return any(floor.function == "Adjoint au montage" and floor.current for floor in floors)

    assert current("2024-03-31")
    # Grids of a series replace one another: that of 2024-04-01 has no such function.
    assert not current("2024-04-01")


@pytest.mark.parametrize(("day", "current"), [("2025-04-10", True), ("2025-04-11", False)])
def test_a_floor_is_outdated_from_its_day(catalogue: Catalogue, day: str, current: bool) -> None:
    floor = only(pay_of(catalogue, "scripte", day), grid="3097-petit-budget-2022-04-01")
    assert floor.current is current


def test_a_floor_of_an_agreement_that_was_replaced_is_not_current(catalogue: Catalogue) -> None:
    # IDCC 2717 was replaced on 2025-04-01; the grid itself bears no `outdated_from`.
    for day, current in (("2025-03-31", True), ("2025-04-01", False)):
        pay = pay_of(catalogue, "cadreur", day)
        assert {f.current for f in pay.floors} == {current}, day


@pytest.mark.parametrize(
    ("day", "below"), [("2023-03-30", False), ("2026-05-31", False), ("2026-06-01", True)]
)
def test_a_floor_falls_under_the_legal_minimum_when_that_rises(
    catalogue: Catalogue, day: str, below: bool
) -> None:
    pay = pay_of(catalogue, "cadreur", day)
    assert only(pay, function="Aide de location").below_minimum_wage is below
    assert {f.below_minimum_wage for f in pay.floors if f.function == "Cadreur de location"} == {
        False
    }


@pytest.mark.parametrize(("day", "below"), [("2026-05-31", False), ("2026-06-01", True)])
def test_a_week_is_weighed_against_the_legal_minimum_by_its_hours(
    catalogue: Catalogue, day: str, below: bool
) -> None:
    # 480 € for a week worth 40 hours: 12 € an hour, between the two legal minima.
    floor = only(pay_of(catalogue, "assistant-monteur", day), function="Stagiaire au montage")
    assert (floor.amount_eur, floor.below_minimum_wage) == (480.0, below)


def test_what_is_worth_unknown_hours_is_not_weighed(catalogue: Catalogue, today: str) -> None:
    floor = only(pay_of(catalogue, "etalonneur", today), basis="cachet")
    assert floor.pays.base_hours is None
    assert floor.below_minimum_wage is False


@pytest.mark.parametrize(
    ("day", "hourly"),
    [("2022-12-31", None), ("2023-01-01", 11.27), ("2026-05-31", 11.27), ("2026-06-01", 12.31)],
)
def test_the_legal_minimum_is_that_of_the_day(
    catalogue: Catalogue, day: str, hourly: float | None
) -> None:
    wage = minimum_wage(catalogue, day)
    assert (wage.hourly_eur if wage else None) == hourly
    assert pay_of(catalogue, "scripte", day).minimum_wage == wage


def test_before_the_first_legal_minimum_known_nothing_is_below_it(catalogue: Catalogue) -> None:
    floors = pay_of(catalogue, "assistant-monteur", "2022-12-31").floors
    assert floors
    assert not any(floor.below_minimum_wage for floor in floors)


def test_one_agreement_may_be_asked_for(catalogue: Catalogue, today: str) -> None:
    every = pay_of(catalogue, "monteur", today).floors
    film = pay_of(catalogue, "monteur", today, agreement="3097").floors
    assert {floor.idcc for floor in every} == {"3097", "2717"}
    assert film == tuple(floor for floor in every if floor.idcc == "3097")


def test_a_job_no_agreement_names_has_no_floor(catalogue: Catalogue, today: str) -> None:
    assert pay_of(catalogue, "realisateur", today).floors == ()
    assert pay_of(catalogue, "scripte", today, agreement="2717").floors == ()


def test_a_history_rises_in_time_within_each_series_and_basis(
    catalogue: Catalogue, today: str
) -> None:
    for job in JOBS:
        floors = pay_history(catalogue, job, today).floors
        for one, two in pairwise(floors):
            same = (one.grid.series, one.function, one.pays.slug)
            if same == (two.grid.series, two.function, two.pays.slug):
                assert one.grid.valid_from < two.grid.valid_from
    history = amounts(pay_history(catalogue, "scripte", today))
    assert [grid for grid, _, _ in history] == [
        "3097-petit-budget-2022-04-01", "3097-preparation-2015-01-01",
        "3097-preparation-2019-07-01", "3097-preparation-2024-04-01",
        "3097-tournage-2019-07-01",
    ]  # fmt: skip


def test_a_history_stops_at_the_day_asked_for(catalogue: Catalogue) -> None:
    grids = amounts(pay_history(catalogue, "chef-monteur", "2023-12-31"))
    assert [grid for grid, _, _ in grids] == [
        "3097-preparation-2015-01-01", "3097-preparation-2015-01-01", "3097-preparation-2019-07-01",
    ]  # fmt: skip


def test_no_figure_of_an_outdated_grid_is_marked_current(catalogue: Catalogue, today: str) -> None:
    for job in JOBS:
        for pay in (pay_of(catalogue, job, today), pay_history(catalogue, job, today)):
            for floor in pay.floors:
                outdated = floor.grid.outdated_from
                assert not (floor.current and outdated and outdated <= today)


def test_no_figure_that_a_newer_one_replaced_is_marked_current(
    catalogue: Catalogue, today: str
) -> None:
    history = pay_history(catalogue, "scripte", today).floors
    current = [floor.grid.slug for floor in history if floor.current]
    assert current == ["3097-preparation-2024-04-01", "3097-tournage-2019-07-01"]


def test_the_sources_of_every_grid_are_given(catalogue: Catalogue, today: str) -> None:
    for job in JOBS:
        for floor in pay_history(catalogue, job, today).floors:
            cited = [floor.source.slug, *(source.slug for source in floor.increases)]
            assert cited == [floor.grid.source, *floor.grid.increases]


@pytest.mark.parametrize("day", ["2016-01-01", "2020-01-01", "2026-11-23"])
def test_the_exported_floors_in_force_are_those_that_pay_gives(
    catalogue: Catalogue, day: str
) -> None:
    (table,) = [table for table in relations() if table.name == "pay_floors"]
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows(Records(catalogue))]
    for job in JOBS:
        functions = {
            (f.idcc, f.function) for f in catalogue.document("profession", job).pay_functions
        }
        exported = sorted(
            (row["grid"], row["function"], row["basis"], row["amount_eur"], row["source"])
            for row in rows
            if (row["idcc"], row["function"]) in functions
            and row["valid_from"] <= day < (row["valid_until"] or "9999")
        )
        given_by_pay = sorted(
            (f.grid.slug, f.function, f.pays.slug, f.amount_eur, f.source.slug)
            for f in pay_of(catalogue, job, day).floors
            if f.current
        )
        assert exported == given_by_pay


@given(day=DAYS, job=st.sampled_from(JOBS))
def test_a_floor_is_the_last_of_its_series_and_basis_on_any_day(
    catalogue: Catalogue, content: Content, day: str, job: str
) -> None:
    grids = {grid.slug: grid for record in content.agreements for grid in record.grids}
    for floor in pay_of(catalogue, job, day).floors:
        assert floor.grid.valid_from <= day
        newer = [
            row
            for row in content.floors
            if (row.function, row.basis) == (floor.function, floor.pays.slug)
            and grids[row.grid].series == floor.grid.series
            and floor.grid.valid_from < grids[row.grid].valid_from <= day
        ]
        assert not newer


@given(day=DAYS, job=st.sampled_from(JOBS))
def test_every_amount_of_the_grids_in_force_is_given_on_any_day(
    catalogue: Catalogue, content: Content, day: str, job: str
) -> None:
    begun: dict[str, str] = {}
    for grid in (grid for record in content.agreements for grid in record.grids):
        if grid.valid_from <= day:
            begun[grid.series] = max(begun.get(grid.series, ""), grid.valid_from)
    in_force = {f"{series}-{start}" for series, start in begun.items()}
    record = next(one for one in content.professions if one.slug == job)
    functions = {function.function for function in record.pay_functions}
    pay = pay_of(catalogue, job, day)
    current = {(floor.grid.slug, floor.pays.slug) for floor in pay.floors if floor.current}
    expected = {
        (row.grid, row.basis, row.amount_eur if (row.grid, row.basis) in current else None)
        for row in content.floors
        if row.function in functions and row.grid in in_force
    }
    assert expected <= set(amounts(pay))


@given(day=DAYS, job=st.sampled_from(JOBS))
def test_the_floors_of_a_day_are_all_in_its_history(
    catalogue: Catalogue, day: str, job: str
) -> None:
    now = pay_of(catalogue, job, day).floors
    ever = pay_history(catalogue, job, day).floors
    known = [floor if floor.current else floor._replace(amount_eur=None) for floor in ever]
    assert all(floor in known for floor in now)
    keys = [(floor.grid.slug, floor.function, floor.pays.slug) for floor in now]
    assert len(keys) == len(set(keys))


def test_an_outdated_amount_is_in_the_history_only(catalogue: Catalogue, today: str) -> None:
    (history,) = [
        floor
        for floor in pay_history(catalogue, "scripte", today).floors
        if floor.grid.slug == "3097-petit-budget-2022-04-01"
    ]
    now = only(pay_of(catalogue, "scripte", today), grid="3097-petit-budget-2022-04-01")
    assert (history.amount_eur, now.amount_eur) == (942.01, None)
    assert not history.due
    assert not now.due


def test_a_history_says_how_each_floor_moved(catalogue: Catalogue, today: str) -> None:
    history = pay_history(catalogue, "chef-monteur", today)
    moved = {
        (series.floors[0].amount_eur, series.floors[-1].amount_eur): series.change_percent
        for series in history.series
    }
    assert moved[1500.0, 1603.0] == pytest.approx(100 * 103 / 1500)
    assert [floor for series in history.series for floor in series.floors] == list(history.floors)
    assert {
        series.change_percent is None for series in history.series if len(series.floors) < 2
    } == {True}


def test_a_total_is_of_floors_that_are_due_in_its_unit(catalogue: Catalogue, today: str) -> None:
    pay = pay_of(catalogue, "scripte", today, units=("week", 8))
    assert [(floor.amount_eur, floor.total_eur) for floor in pay.floors] == [
        (None, None), (1223.05, 9784.4), (1290.75, 10326.0),
    ]  # fmt: skip
    for floor in pay_of(catalogue, "scripte", today, units=("day", 8)).floors:
        assert floor.total_eur is None
