"""Tables of minimum pay: every wrong cell at its file, line and column, all at once."""

from pathlib import Path

import pytest

from avcareers.model.content import Content
from avcareers.model.errors import DataError, Problem

from ..own_data import load_folder, read_files, write_files
from ..runner import Run

HEADER = "grid,function,basis,amount_eur\n"
GOOD = "2717-location-2023-03-30,Loueur,heure-cddu,21.50\n"


def loaded(folder: Path, **tables: str) -> Content:
    """Load the tests' own data with tables of pay in place of theirs."""
    gone = dict.fromkeys(name for name in read_files() if name.startswith("pay/"))
    new = {f"pay/{name}.csv": text.encode() for name, text in tables.items()}
    return load_folder(write_files(folder, gone | new))


def problems(folder: Path, table: str) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as caught:
        loaded(folder, essai=table)
    return caught.value.problems


def places(found: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return [(problem.file, problem.line, problem.column) for problem in found]


@pytest.mark.parametrize(
    "header",
    ["", "\n", "grid;function;basis;amount_eur\n", "grid,function,basis\n",
     "function,grid,basis,amount_eur\n", "grid,function,basis,amount_eur,note\n",
     "Grid,Function,Basis,Amount_eur\n", "grid, function, basis, amount_eur\n", GOOD],
)  # fmt: skip
def test_a_wrong_header_is_the_only_thing_told_of_a_table(tmp_path: Path, header: str) -> None:
    found = problems(tmp_path, header + (GOOD if header else ""))
    assert places(found) == [("pay/essai.csv", 1, 1)]
    assert "must begin with grid,function,basis,amount_eur" in found[0].message


def test_a_table_with_only_its_header_holds_no_floor(tmp_path: Path) -> None:
    assert loaded(tmp_path, essai=HEADER).floors == ()


@pytest.mark.parametrize(
    ("row", "cells"),
    [("2717-location-2023-03-30,Loueur,heure-cddu\n", 3), (GOOD.replace("\n", ",x\n"), 5),
     ("2717-location-2023-03-30,Loueur, second,heure-cddu,21.50\n", 5), ("seul\n", 1), ("\n", 0)],
)  # fmt: skip
def test_a_row_has_four_cells(tmp_path: Path, row: str, cells: int) -> None:
    found = problems(tmp_path, HEADER + GOOD + row)
    assert places(found) == [("pay/essai.csv", 3, 1)]
    assert found[0].message == f"must hold 4 cells, found {cells}"


@pytest.mark.parametrize(
    ("good", "wrong", "column", "near"),
    [("2717-location-2023-03-30", "2717-location-2023-03-03", 1, "2717-location-2023-03-30"),
     ("heure-cddu", "heure-cdu", 3, "heure-cddu")],
)  # fmt: skip
def test_an_unknown_grid_or_basis_is_told_with_a_near_one(
    tmp_path: Path, good: str, wrong: str, column: int, near: str
) -> None:
    found = problems(tmp_path, HEADER + GOOD + GOOD.replace("Loueur", "Aide").replace(good, wrong))
    assert places(found) == [("pay/essai.csv", 3, column)]
    assert f'found "{wrong}": did you mean {near}' in found[0].message


def test_an_unknown_grid_like_none_is_told_without_a_guess(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, HEADER + GOOD.replace("2717-location-2023-03-30", "zzz"))
    assert 'found "zzz"' in found.message
    assert "did you mean" not in found.message


@pytest.mark.parametrize(
    "amount",
    ["0", "0.00", "-12.50", "", "douze", "nan", "inf", "-inf", "1e999", "1e300", "99999999999999",
     "12,50", "12.50 €", "1 200", "1_200", " 12.50", "１２"],
)  # fmt: skip
def test_an_amount_is_a_plain_number_above_zero(tmp_path: Path, amount: str) -> None:
    found = problems(tmp_path, HEADER + GOOD.replace("21.50", f'"{amount}"'))
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
    tmp_path: Path, cell: str, function: str
) -> None:
    (floor,) = loaded(tmp_path, essai=HEADER + GOOD.replace("Loueur", cell)).floors
    assert (floor.function, floor.amount_eur) == (function, 21.5)


@pytest.mark.parametrize("function", ["", " Loueur", '"Loueur\nsecond"', "\x07", '"Loueur\u202e"'])
def test_a_function_is_a_line_one_can_read(tmp_path: Path, function: str) -> None:
    (found,) = problems(tmp_path, HEADER + GOOD.replace("Loueur", function))
    assert (found.file, found.column, found.where) == ("pay/essai.csv", 2, "function")


def test_a_table_a_spreadsheet_saved_is_read_the_same(tmp_path: Path) -> None:
    table = HEADER + GOOD + GOOD.replace("Loueur", '"Aide, ""junior"""')
    plain = loaded(tmp_path, essai=table).floors
    assert len(plain) == 2
    assert loaded(tmp_path, essai="\ufeff" + table.replace("\n", "\r\n")).floors == plain


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_are_counted_the_same_whatever_wrote_the_table(
    tmp_path: Path, end: str, mark: str
) -> None:
    rows = [GOOD, GOOD.replace("Loueur", '"Aide, second"'), GOOD.replace("21.50", "rien")]
    table = mark + (HEADER + "".join(rows)).replace("\n", end)
    assert places(problems(tmp_path, table)) == [("pay/essai.csv", 4, 4)]


WRONG = (
    HEADER
    + GOOD.replace("2717", "2771")
    + GOOD.replace("Loueur", " Aide")
    + GOOD.replace("heure", "heures").replace("Loueur", "Second")
    + "trop,court\n"
    + GOOD.replace("21.50", "0")
)
WRONG_PLACES = [(2, 1), (3, 2), (4, 3), (5, 1), (6, 4)]


def test_every_problem_of_a_table_is_told_at_once(tmp_path: Path) -> None:
    assert places(problems(tmp_path, WRONG)) == [
        ("pay/essai.csv", *place) for place in WRONG_PLACES
    ]


def test_every_problem_of_a_line_is_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, HEADER + "2771-location-2023-03-30, Aide,heures-cddu,beaucoup\n")
    assert {(line, column) for _, line, column in places(found)} == {(2, 1), (2, 2), (2, 3), (2, 4)}


def test_the_problems_of_all_tables_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, premier=HEADER + GOOD.replace("21.50", "0"), second="grid\n")
    assert places(caught.value.problems) == [("pay/premier.csv", 2, 4), ("pay/second.csv", 1, 1)]


def test_a_table_that_is_not_text_is_named(tmp_path: Path) -> None:
    write_files(tmp_path, {"pay/3097.csv": b"\xff\xfegrid"})
    with pytest.raises(DataError) as caught:
        load_folder(tmp_path)
    (problem,) = caught.value.problems
    assert problem.file == "pay/3097.csv"
    assert "UTF-8" in problem.message


def test_a_floor_is_given_once_in_a_table(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, HEADER + GOOD + GOOD.replace("21.50", "22"))
    assert (found.file, found.line) == ("pay/essai.csv", 3)


def test_a_floor_is_given_once_in_all_tables(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, premier=HEADER + GOOD, second=HEADER + GOOD.replace("21.50", "22"))
    assert places(caught.value.problems)[0][:2] == ("pay/second.csv", 2)


def test_a_grid_is_one_agreement_s(tmp_path: Path) -> None:
    # The model says of a grid's key: unique among all grids.
    own = read_files()
    changed = {
        name: own[name].replace(b"2717-location-2023-03-30", b"3097-tournage-2019-07-01")
        for name in ("agreements.yaml", "pay/2717.csv")
    }
    with pytest.raises(DataError) as caught:
        load_folder(write_files(tmp_path, changed))
    assert "3097-tournage-2019-07-01" in str(caught.value)


@pytest.mark.parametrize("command", [("pay", "scripte"), ("data", "check"), ("explain",)])
def test_wrong_tables_are_refused_by_every_command(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    data = write_files(tmp_path, {"pay/3097.csv": WRONG.encode()})
    outcome = run(*command, AVCAREERS_DATA=str(data))
    assert outcome.status == 3
    told = outcome.out + outcome.err
    for line, column in WRONG_PLACES:
        assert f"pay/3097.csv:{line}:{column}" in told
    assert "Traceback" not in told
    if command != ("data", "check"):  # which answers with the problems themselves
        assert outcome.out == ""
