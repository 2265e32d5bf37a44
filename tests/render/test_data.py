"""Results for programs."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avcareers.render.data import write_csv, write_data
from avcareers.render.formats import DATA_FORMATS
from avcareers.render.safety import spreadsheet_safe

RECORDS: list[dict[str, Any]] = [
    {"slug": "a", "title": {"fr": "École", "en": "School"}, "stages": ["x", "y"], "fees": None},
    {"slug": "b", "title": {"fr": "=1+1", "en": 'a,b\n"c"'}, "known": False, "fees": 1.5},
]


def written(data: Any, output: str) -> str:
    stream = io.StringIO()
    write_data(data, output, stream)
    return stream.getvalue()


def test_json_reads_back_the_same_and_keeps_accents() -> None:
    assert json.loads(written(RECORDS, "json")) == RECORDS
    assert "École" in written(RECORDS, "json")
    assert written(RECORDS, "json").endswith("\n")


def test_jsonl_is_one_record_a_line() -> None:
    lines = written(RECORDS, "jsonl").splitlines()
    assert [json.loads(text) for text in lines] == RECORDS
    assert json.loads(written(RECORDS[0], "jsonl")) == RECORDS[0]


def test_csv_joins_nested_names_and_quotes_formulas() -> None:
    rows = list(csv.DictReader(io.StringIO(written(RECORDS, "csv"))))
    assert rows[0] == {"slug": "a", "title_fr": "École", "title_en": "School", "stages": "x|y",
                       "fees": "", "known": ""}  # fmt: skip
    assert rows[1]["title_fr"] == "'=1+1"
    assert rows[1]["title_en"] == 'a,b\n"c"'
    assert (rows[1]["known"], rows[1]["fees"], rows[1]["stages"]) == ("false", "1.5", "")


SEEN = st.text(st.characters(exclude_categories=["Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"]))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)


@given(
    st.recursive(
        st.none() | st.booleans() | NUMBERS | SEEN,
        lambda inner: st.lists(inner) | st.dictionaries(SEEN, inner),
    )
)
def test_one_value_is_written_as_the_standard_library_does(value: Any) -> None:
    record = {"value": value}
    assert written(record, "json") == json.dumps(record, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("output", DATA_FORMATS)
def test_a_value_deeper_than_calls_nest_is_written(output: str) -> None:
    deep: dict[str, Any] = {"slug": "last", "before": []}
    for _ in range(3000):
        deep = {"slug": "upper", "before": [deep]}
    text = written(deep, output)
    assert text.count("upper") == 3000
    assert text.count("last") == 1


def test_csv_of_a_list_has_no_json_in_a_cell() -> None:
    record = {
        "sources": [{"slug": "x", "title": "X"}, {"slug": "y", "title": "Y"}],
        "asked": [{"fr": "Où ?", "en": "Where?"}],
        "fees": [{"eur": 0, "source": "x", "note": None, "years": [1, 2], "who": {"fr": "Tous"}}],
        "pairs": [[1, "a"], [2, None]],
    }
    assert written([record], "csv").splitlines()[1:] == [
        'x|y,Où ?,"eur: 0, source: x, who: Tous","1, a|2, "'
    ]


def test_csv_of_one_record_is_a_fact_a_row() -> None:
    record = {"slug": "x", "stages": ["a", "b"], "fees": None, "doubts": [], "by": {},
              "sources": [{"slug": "y", "title": {"fr": "=Y"}}, {"slug": "z", "title": None}]}  # fmt: skip
    assert list(csv.reader(io.StringIO(written(record, "csv")))) == [
        ["fact", "value"], ["slug", "x"], ["stages", "a|b"], ["fees", ""], ["doubts", ""], ["by", ""],
        ["sources.0.slug", "y"], ["sources.0.title.fr", "'=Y"], ["sources.1.slug", "z"],
        ["sources.1.title", ""],
    ]  # fmt: skip


def test_an_empty_list_is_valid_in_every_format() -> None:
    assert json.loads(written([], "json")) == []
    assert written([], "jsonl") == ""
    assert written([], "csv") == ""


@pytest.mark.parametrize("lead", list("=+-@\t"))
def test_no_cell_begins_like_a_formula(lead: str) -> None:
    stream = io.StringIO()
    write_csv([{"a": f"{lead}x", "b": [f"{lead}x"], "c": {"d": f"{lead}x"}}], stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert all(cell == f"'{lead}x" for cell in row.values())


@pytest.mark.parametrize("number", [-4.486, -20, 0, 48.39])
def test_a_number_stays_a_number(number: float) -> None:
    # Longitudes west of Greenwich begin with a minus sign and are no formula.
    stream = io.StringIO()
    write_csv([{"lon": number}], stream)
    assert stream.getvalue() == f"lon\n{number}\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_any_text_survives_csv(text: str) -> None:
    stream = io.StringIO()
    write_csv([{"a": "first", "b": text}], stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert row["b"] == spreadsheet_safe(text)
    assert row["a"] == "first"
