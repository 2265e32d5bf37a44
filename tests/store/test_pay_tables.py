"""Tables of minimum pay are read line by line, and every wrong cell has its place."""

from types import ModuleType

import pytest

from avcareers.model.errors import DataError
from avcareers.store.validation import load


def problems(small: ModuleType, table: str) -> list[str]:
    """Return the problems of a table, as they are printed."""
    with pytest.raises(DataError) as caught:
        load(small.sources(small.changed("pay/3097.csv", to=table)))
    return [str(problem) for problem in caught.value.problems]


def test_a_table_gives_its_floors_in_the_order_they_are_written(small: ModuleType) -> None:
    floors = [(floor.function, floor.basis, floor.amount_eur) for floor in small.content().floors]
    assert floors == [
        ("Cadreur", "heure-cddu", 40.0),
        ("Cadreur", "jour-8h-cddu", 320.0),
        ("Scripte, cinéma", "heure-cddu", 35.5),
    ]


def test_a_catalogue_needs_no_table(small: ModuleType) -> None:
    data = small.records()
    del data["pay/3097.csv"]
    assert small.content(data).floors == ()


@pytest.mark.parametrize(
    "amount", ["", "0", "-40", "neuf", "40,5", "nan", "inf", "1e999", "40 €", "1_000"]
)
def test_an_amount_is_a_number_written_plainly(small: ModuleType, amount: str) -> None:
    table = small.FLOORS.replace(",40\n", f',"{amount}"\n')
    (problem,) = problems(small, table)
    assert problem.startswith("pay/3097.csv:2:4  amount_eur: must ")


def test_every_wrong_line_is_told_at_once(small: ModuleType) -> None:
    table = (
        "grid,function,basis,amount_eur\n"
        "3097-tournage-2052,Cadreur,heure-cddu,40\n"
        "3097-tournage-2025, Cadreur,heure-cddu,40\n"
        "3097-tournage-2025,Cadreur,heure-cdu,40\n"
        "3097-tournage-2025,Cadreur,heure-cddu\n"
        "3097-tournage-2025,Cadreur,heure-cddu,beaucoup\n"
    )
    assert problems(small, table) == [
        'pay/3097.csv:2:1  grid: must be the slug of a grid, found "3097-tournage-2052": '
        "did you mean 3097-tournage-2025?",
        'pay/3097.csv:3:2  function: must not begin or end with a space, found " Cadreur"',
        'pay/3097.csv:4:3  basis: must be the slug of a basis, found "heure-cdu": '
        "did you mean heure-cddu?",
        "pay/3097.csv:5:1  must hold 4 cells, found 3",
        'pay/3097.csv:6:4  amount_eur: must be a number, found "beaucoup"',
    ]


@pytest.mark.parametrize("header", ["", "grid;function;basis;amount_eur", "function,grid"])
def test_a_table_begins_with_its_columns(small: ModuleType, header: str) -> None:
    (problem,) = problems(small, small.FLOORS.replace("grid,function,basis,amount_eur", header))
    assert problem.startswith("pay/3097.csv:1:1  must begin with grid,function,basis,amount_eur")


def test_a_quote_that_never_closes_is_told(small: ModuleType) -> None:
    (problem,) = problems(small, small.FLOORS + '3097-tournage-2025,"Cadreur,heure-cddu,40\n')
    assert "is not CSV" in problem


def test_a_table_saved_by_a_spreadsheet_is_read(small: ModuleType) -> None:
    table = "\ufeff" + small.FLOORS.replace("\n", "\r\n")
    content = small.content(small.changed("pay/3097.csv", to=table))
    assert content.floors == small.content().floors


def test_one_function_has_one_amount_in_a_grid_and_basis(small: ModuleType) -> None:
    table = small.FLOORS + "3097-tournage-2025,Cadreur,heure-cddu,41\n"
    (problem,) = problems(small, table)
    assert problem.startswith("pay/3097.csv:5:")
