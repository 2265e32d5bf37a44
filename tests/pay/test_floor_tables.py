"""Tables of minimum pay: every wrong cell at its file, line and column, all at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from avcareers.model.content import Content
from avcareers.model.errors import DataError, Problem
from avcareers.store.sources import SourceFiles
from avcareers.store.validation import load

Files = dict[str, bytes]

HEADER = "grid,function,basis,amount_eur\n"
GOOD = "2717-location-2023-03-30,Loueur,heure-cddu,21.50\n"


def loaded(files: Files, **tables: str) -> Content:
    """Load the data with tables of pay in place of the tests' own."""
    kept = {name: raw for name, raw in files.items() if not name.startswith("pay/")}
    new = {f"pay/{name}.csv": text.encode() for name, text in tables.items()}
    return load(SourceFiles(Path("data"), {**kept, **new}))


def problems(files: Files, table: str) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        loaded(files, essai=table)
    return caught.value.problems


def places(found: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return [(problem.file, problem.line, problem.column) for problem in found]


@pytest.mark.parametrize(
    "header",
    ["", "\n", "grid;function;basis;amount_eur\n", "grid,function,basis\n",
     "function,grid,basis,amount_eur\n", "grid,function,basis,amount_eur,note\n",
     "Grid,Function,Basis,Amount_eur\n", "grid, function, basis, amount_eur\n", GOOD],
)  # fmt: skip
def test_a_wrong_header_is_the_only_thing_told_of_a_table(files: Files, header: str) -> None:
    found = problems(files, header + (GOOD if header else ""))
    assert places(found) == [("pay/essai.csv", 1, 1)]
    assert "must begin with grid,function,basis,amount_eur" in found[0].message


def test_a_table_with_only_its_header_holds_no_floor(files: Files) -> None:
    assert loaded(files, essai=HEADER).floors == ()


@pytest.mark.parametrize(
    ("row", "cells"),
    [("2717-location-2023-03-30,Loueur,heure-cddu\n", 3), (GOOD.replace("\n", ",x\n"), 5),
     ("2717-location-2023-03-30,Loueur, second,heure-cddu,21.50\n", 5), ("seul\n", 1), ("\n", 0)],
)  # fmt: skip
def test_a_row_has_four_cells(files: Files, row: str, cells: int) -> None:
    found = problems(files, HEADER + GOOD + row)
    assert places(found) == [("pay/essai.csv", 3, 1)]
    assert found[0].message == f"must hold 4 cells, found {cells}"


@pytest.mark.parametrize(
    ("good", "wrong", "column", "near"),
    [("2717-location-2023-03-30", "2717-location-2023-03-03", 1, "2717-location-2023-03-30"),
     ("heure-cddu", "heure-cdu", 3, "heure-cddu")],
)  # fmt: skip
def test_an_unknown_grid_or_basis_is_told_with_a_near_one(
    files: Files, good: str, wrong: str, column: int, near: str
) -> None:
    found = problems(files, HEADER + GOOD + GOOD.replace("Loueur", "Aide").replace(good, wrong))
    assert places(found) == [("pay/essai.csv", 3, column)]
    assert f'found "{wrong}": did you mean {near}' in found[0].message


def test_an_unknown_grid_like_none_is_told_without_a_guess(files: Files) -> None:
    (found,) = problems(files, HEADER + GOOD.replace("2717-location-2023-03-30", "zzz"))
    assert 'found "zzz"' in found.message
    assert "did you mean" not in found.message


@pytest.mark.parametrize(
    "amount",
    ["0", "0.00", "-12.50", "", "douze", "nan", "inf", "-inf", "1e999", "1e300", "99999999999999",
     "12,50", "12.50 €", "1 200", "1_200", " 12.50", "１２"],
)  # fmt: skip
def test_an_amount_is_a_plain_number_above_zero(files: Files, amount: str) -> None:
    found = problems(files, HEADER + GOOD.replace("21.50", f'"{amount}"'))
    assert places(found) == [("pay/essai.csv", 2, 4)]
    assert found[0].where == "amount_eur"
    assert found[0].message.startswith("must ")


@pytest.mark.parametrize(
    ("cell", "function"),
    [('"Loueur, second"', "Loueur, second"),
     ('"Loueur (dit ""le grand"")"', 'Loueur (dit "le grand")'),
     ("Loueur d'été", "Loueur d'été"), ('"Loueur"', "Loueur")],
)  # fmt: skip
def test_a_function_is_written_as_the_agreement_prints_it(
    files: Files, cell: str, function: str
) -> None:
    (floor,) = loaded(files, essai=HEADER + GOOD.replace("Loueur", cell)).floors
    assert (floor.function, floor.amount_eur) == (function, 21.5)


@pytest.mark.parametrize("function", ["", " Loueur", '"Loueur\nsecond"', "\x07", '"Loueur\u202e"'])
def test_a_function_is_a_line_one_can_read(files: Files, function: str) -> None:
    (found,) = problems(files, HEADER + GOOD.replace("Loueur", function))
    assert (found.file, found.column, found.where) == ("pay/essai.csv", 2, "function")


def test_a_table_a_spreadsheet_saved_is_read_the_same(files: Files) -> None:
    table = HEADER + GOOD + GOOD.replace("Loueur", '"Aide, ""junior"""')
    plain = loaded(files, essai=table).floors
    assert len(plain) == 2
    assert loaded(files, essai="\ufeff" + table.replace("\n", "\r\n")).floors == plain


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_are_counted_the_same_whatever_wrote_the_table(
    files: Files, end: str, mark: str
) -> None:
    rows = [GOOD, GOOD.replace("Loueur", '"Aide, second"'), GOOD.replace("21.50", "rien")]
    table = mark + (HEADER + "".join(rows)).replace("\n", end)
    assert places(problems(files, table)) == [("pay/essai.csv", 4, 4)]


WRONG = (
    HEADER
    + GOOD.replace("2717", "2771")
    + GOOD.replace("Loueur", " Aide")
    + GOOD.replace("heure", "heures").replace("Loueur", "Second")
    + "trop,court\n"
    + GOOD.replace("21.50", "0")
)
WRONG_PLACES = [(2, 1), (3, 2), (4, 3), (5, 1), (6, 4)]


def test_every_problem_of_a_table_is_told_at_once(files: Files) -> None:
    assert places(problems(files, WRONG)) == [("pay/essai.csv", *place) for place in WRONG_PLACES]


def test_every_problem_of_a_line_is_told_at_once(files: Files) -> None:
    found = problems(files, HEADER + "2771-location-2023-03-30, Aide,heures-cddu,beaucoup\n")
    assert {(line, column) for _, line, column in places(found)} == {(2, 1), (2, 2), (2, 3), (2, 4)}


def test_the_problems_of_all_tables_are_told_at_once(files: Files) -> None:
    with pytest.raises(DataError) as caught:
        loaded(files, premier=HEADER + GOOD.replace("21.50", "0"), second="grid\n")
    assert places(caught.value.problems) == [("pay/premier.csv", 2, 4), ("pay/second.csv", 1, 1)]


def test_a_table_that_is_not_text_is_named(files: Files) -> None:
    files["pay/3097.csv"] = b"\xff\xfegrid"
    with pytest.raises(DataError) as caught:
        load(SourceFiles(Path("data"), files))
    (problem,) = caught.value.problems
    assert problem.file == "pay/3097.csv"
    assert "UTF-8" in problem.message


def test_a_floor_is_given_once_in_a_table(files: Files) -> None:
    (found,) = problems(files, HEADER + GOOD + GOOD.replace("21.50", "22"))
    assert (found.file, found.line) == ("pay/essai.csv", 3)


def test_a_floor_is_given_once_in_all_tables(files: Files) -> None:
    with pytest.raises(DataError) as caught:
        loaded(files, premier=HEADER + GOOD, second=HEADER + GOOD.replace("21.50", "22"))
    assert places(caught.value.problems)[0][:2] == ("pay/second.csv", 2)


def test_a_grid_is_one_agreement_s(files: Files) -> None:
    # The model says of a grid's key: unique among all grids.
    raw = files["agreements"].decode()
    files["agreements"] = raw.replace(
        "slug: 2717-location-2023-03-30", "slug: 3097-tournage-2019-07-01"
    ).encode()
    files["pay/2717.csv"] = files["pay/2717.csv"].replace(
        b"2717-location-2023-03-30", b"3097-tournage-2019-07-01"
    )
    with pytest.raises(DataError) as caught:
        load(SourceFiles(Path("data"), files))
    assert "3097-tournage-2019-07-01" in str(caught.value)


@pytest.mark.parametrize("command", [("pay", "scripte"), ("data", "check"), ("explain",)])
def test_wrong_tables_are_refused_by_every_command(
    run: Callable[..., Any], folder: Callable[..., Path], command: tuple[str, ...]
) -> None:
    outcome = run(*command, data=folder({"pay/3097.csv": WRONG.encode()}))
    assert outcome.status == 3
    told = outcome.out + outcome.err
    for line, column in WRONG_PLACES:
        assert f"pay/3097.csv:{line}:{column}" in told
    assert "Traceback" not in told
    if command != ("data", "check"):  # which answers with the problems themselves
        assert outcome.out == ""
