"""A file of contracts is read as spreadsheets write it, or all that is wrong in it is said."""

import io
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.model.errors import ContractsError
from avcareers.present.contracts import EXAMPLE, contracts_message
from avcareers.store.contracts import read_contracts
from avcareers.text.wording import LANGUAGES, Wording

from ..runner import Run

HEADER = "from,to,employer,hours,cachets,annexe,kind\n"
GOOD = HEADER + "2026-01-05,2026-01-09,Films,40,,8,work\n"


def wrong(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ContractsError) as refused:
        read_contracts("c.csv", text.encode())
    return [(each.line, each.column, each.what) for each in refused.value.wrong]


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "\ufeff" + GOOD,
        GOOD.replace(",", ";").replace("40", "40,0"),
        GOOD.replace("40", '"40,0"').replace("\n", "\r\n"),
        "du;au;employeur;heures;cachets;annexe;nature\n05/01/2026;09/01/2026;Films;40;;8;travail\n",
        "Début;Fin;Employeur;Heures;Annexe\n5/1/2026;9/1/2026;Films;40.0;VIII\n\n;;;;\n",
    ],
    ids=["plain", "mark", "semicolon", "quoted", "french", "few columns"],
)
def test_the_same_contract_is_read_from_any_spreadsheet(text: str) -> None:
    (read,) = read_contracts("c.csv", text.encode())
    assert read[1:] == (date(2026, 1, 5), date(2026, 1, 9), "Films", 40, None, 8, "work")


def test_a_file_of_windows_keeps_its_accents() -> None:
    (read,) = read_contracts("c.csv", GOOD.replace("Films", "Théâtre").encode("cp1252"))
    assert read.employer == "Théâtre"


def test_everything_wrong_is_said_at_once() -> None:
    rows = (
        "2026-02-30,2026-03-01,Films,8,,8,work",
        "2026-03-05,2026-03-01,Films,8,,8,work",
        "2026-03-01,2026-03-01,Films,25,,8,work",
        "2026-03-02,2026-03-02,Films,8,,9,work",
        "2026-03-03,2026-03-03,Films,30,,8,wrok",
        "2026-03-04,2026-03-04,Films,,2,8,work",
        "2026-03-04,2026-03-04,,8,,8,work",
        "2026-03-04,2026-03-04,Films,-8,,8,work",
        "2026-03-04,2026-03-04,Films,,,8,work",
        "2026-03-04,2026-03-04,,8,,,sick",
        "2026-03-04,2026-03-04,Films,8,1,10,work",
        "2026-03-04,2026-03-04,Films,8,,,work",
        "2026-03-04,2026-03-04,Films,8",
    )
    assert wrong(HEADER + "\n".join(rows)) == [
        (2, 1, "date"), (3, 2, "order"), (4, 4, "day"), (5, 6, "annexe"), (6, 4, "day"), (6, 7, "kind"),
        (7, 5, "no-cachet"), (8, 3, "no-employer"), (9, 4, "number"), (10, 4, "no-amount"),
        (11, 4, "days-only"), (12, 5, "both"), (13, 6, "no-annexe"), (14, 0, "cells"),
    ]  # fmt: skip


def test_a_contract_given_twice_is_refused_however_it_is_written() -> None:
    twice = '05/01/2026,09/01/2026,FILMS,"40,0",,VIII,travail\n'
    assert wrong(GOOD + twice) == [(3, 0, "twice")]


def test_a_day_holds_24_hours_whatever_the_contracts() -> None:
    day = "2026-01-05,2026-01-05,{},14,,8,work\n"
    assert wrong(HEADER + day.format("A") + day.format("B")) == [(3, 4, "day")]


def test_contracts_that_overlap_are_allowed() -> None:
    assert (
        len(read_contracts("c", (GOOD + GOOD[len(HEADER) :].replace("Films", "B")).encode())) == 2
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, 0, "no-column")] * 4),
        (HEADER, [(0, 0, "empty")]),
        (HEADER.replace("kind", "colour"), [(1, 7, "column")]),
        (HEADER.replace("kind", "hours"), [(1, 7, "column-twice")]),
        (HEADER + '2026-01-05,"2026', [(2, 0, "csv")]),
    ],
)
def test_a_file_of_something_else_is_refused(text: str, expected: list[object]) -> None:
    assert wrong(text) == expected


def test_the_example_is_the_same_in_both_languages() -> None:
    french, english = (read_contracts("e", text.encode()) for text in EXAMPLE)
    assert french == english


def test_the_message_names_file_line_and_column_in_one_language() -> None:
    bad = HEADER + "2026-02-30,2026-03-01,Films,8,,8,work\n2026-03-03,2026-03-03,F,8,,8,travial\n"
    with pytest.raises(ContractsError) as refused:
        read_contracts("c.csv", bad.encode())
    assert contracts_message(refused.value, Wording("en")).splitlines() == [
        "c.csv:2:1  from: a day that exists is needed, written YYYY-MM-DD or DD/MM/YYYY "
        "(read: 2026-02-30)",
        "c.csv:3:7  kind: unknown kind (read: travial); near: travail",
        "Nothing was counted: 2 errors.",
        "An example file: avcareers hours --example",
    ]
    assert "ligne" not in contracts_message(refused.value, Wording("en"))


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300)
    | st.lists(
        st.lists(st.sampled_from(["2026-01-05", "1/2/2026", "8", "10", "2,5", "sick", "", '"', "é"]),
                 min_size=6, max_size=8).map(",".join)
    ).map(lambda rows: (HEADER + "\n".join(rows)).encode())
)  # fmt: skip
def test_any_file_is_read_or_refused(content: bytes) -> None:
    try:
        said = [str(read_contracts("c.csv", content))]
    except ContractsError as refused:
        said = [contracts_message(refused, Wording(language)) for language in LANGUAGES]
    assert all(said)


# The command.


def test_what_example_writes_can_be_counted(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "contrats.csv"
    status, out, err = run("hours", "--example")
    assert (status, "Un exemple à remplir" in err) == (0, True)
    file.write_text(out, encoding="utf-8")
    status, out, _ = run("hours", str(file), "--today", "2026-11-30")
    assert status == 0
    assert "Il manque 8,5\N{NO-BREAK SPACE}h." in out


def test_a_file_with_faults_is_status_2_and_nothing_is_counted(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "c.csv"
    file.write_text(GOOD + GOOD[len(HEADER) :], encoding="utf-8")
    status, out, err = run("hours", str(file))
    assert (status, out) == (2, "")
    assert f"{file}:3  le même contrat est déjà à la ligne 2" in err


def test_standard_input_is_read_and_lines_are_given_as_csv(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(GOOD.encode()), isatty=bool))
    status, out, err = run("hours", "-", "-o", "csv", "--today", "2026-11-30")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "line,from,to,employer,annexe,kind,found,counted_low,counted_high,why",
        "2,2026-01-05,2026-01-09,Films,8,work,40.0,40.0,40.0,hours",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--example"),
        (("nowhere.csv",), "introuvable"),
        (("{}", "--clause"), "--last-opening"),
        (("{}", "--born", "1990-02-30"), "--born"),
        (("{}", "--end", "2026-01-08"), "--end"),
    ],
)
def test_a_wrong_request_says_what_is_needed(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "c.csv"
    file.write_text(GOOD, encoding="utf-8")
    status, out, err = run("hours", *(word.format(file) for word in words))
    assert status in {2, 3}
    assert not out
    assert said in err
