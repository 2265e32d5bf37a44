"""The small types facts are made of take what is well written, and nothing else."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from avcareers.model.base import (
    IsoDate,
    Line,
    PartDate,
    SchoolYear,
    Slug,
    SourceId,
    Span,
    Text,
    Uai,
    Url,
)


def check(kind: Any, value: Any) -> Any:
    """Validate a value as a data file gives it."""
    return TypeAdapter(kind).validate_json(json.dumps(value), strict=True)


def refusal(kind: Any, value: Any) -> str:
    """Return why a value is refused."""
    with pytest.raises(ValidationError) as caught:
        check(kind, value)
    (error,) = caught.value.errors()
    return error["msg"]


ACCEPTED = [
    (Slug, ["monteur", "chef-monteur", "2d", "rncp-38123", "a1-b2-c3"]),
    (SourceId, ["cnc-showrunner"]),
    (IsoDate, ["2026-11-23", "1895-12-28", "2100-12-31", "2024-02-29"]),
    (PartDate, ["2026-11-23", "2026-11", "2026", "1895", "2024-02-29"]),
    (
        Url,
        [
            "https://www.cnc.fr",
            "http://cnc.fr/a?b=c&d#e",
            "https://legifrance.gouv.fr:443/x",
            "https://fr.wikipedia.org/wiki/Métier_(cinéma)",
        ],
    ),
    (Uai, ["0750001A", "9740001Z"]),
    (SchoolYear, ["2025-2026", "2099-2100"]),
    (Line, ["a", "Cinéma d'animation", "L’œuvre", "Prix\u00a0: 3\u202f€", "日本", "a  b", "🎬"]),
]

REFUSED = [
    (
        Slug,
        [
            "",
            "Monteur",
            "chef monteur",
            "chef_monteur",
            "-a",
            "a-",
            "a--b",
            "étalonneur",
            "a\n",
            "a.",
        ],
    ),
    (
        IsoDate,
        [
            "",
            "2026-02-30",
            "2025-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-11-31",
            "0001-01-01",
            "1894-12-31",
            "2101-01-01",
            "9999-12-31",
            "2026-1-1",
            "20261123",
            "23/11/2026",
            "2026-11-23T00:00",
            "2026-11-23 ",
            " 2026-11-23",
            "2026-11",
            "２０２６-11-23",
            "demain",
        ],
    ),
    (
        PartDate,
        [
            "",
            "26",
            "2026-",
            "2026-13",
            "2026-02-30",
            "0001",
            "9999",
            "2026-1",
            "2026-11-",
            "202611",
        ],
    ),
    (
        Url,
        [
            "",
            "https://cnc.fr/une page",
            "https://cnc.fr/une\u00a0page",
            "ftp://cnc.fr",
            "javascript:alert(1)",
            "//cnc.fr",
            "cnc.fr",
            "https://",
            "https:///chemin",
            "https://localhost",
            "https://[::1",
            "mailto:a@cnc.fr",
            "https://cnc.fr\n",
        ],
    ),
    (Uai, ["", "0750001", "0750001a", "07500011", "075000A", "0750001AB", " 0750001A"]),
    (
        SchoolYear,
        ["", "2025", "2025-26", "2025/2026", "2025-2027", "2026-2025", "2025-2025", "25-26"],
    ),
    (
        Line,
        [
            "",
            " ",
            "\u00a0",
            " a",
            "a ",
            "a\u00a0",
            "a\nb",
            "a\tb",
            "a\rb",
            "a\x00b",
            "a\x1b[31mb",
            "a\x7fb",
            "a\x85b",
            "a\u202eb",
            "a\u202ab",
            "a\u2066b",
            "a\u2069b",
            "a\u200bb",
            "\ufeffa",
            "e\u0301tude",
        ],
    ),
]


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in ACCEPTED for value in values]
)
def test_what_is_well_written_is_kept_as_it_is(kind: Any, value: str) -> None:
    assert check(kind, value) == value


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in REFUSED for value in values]
)
def test_what_is_badly_written_is_refused_with_what_must_hold(kind: Any, value: str) -> None:
    assert refusal(kind, value).startswith("must ")


@pytest.mark.parametrize("kind", [Slug, IsoDate, PartDate, Url, Uai, SchoolYear, Line])
@pytest.mark.parametrize("value", [None, 3, 2026, True, ["a"], {"a": 1}])
def test_only_text_is_text(kind: Any, value: object) -> None:
    refusal(kind, value)


@pytest.mark.parametrize("kind", [IsoDate, PartDate])
@pytest.mark.parametrize("week", ["2026-W05-1", "2026-W53-7"])
def test_a_day_of_a_week_is_not_a_day_of_the_calendar(kind: Any, week: str) -> None:
    assert refusal(kind, week).startswith("must be a day")


def test_a_school_year_is_written_in_ordinary_digits() -> None:
    assert refusal(SchoolYear, "２０２５-２０２６").startswith("must be two")


@pytest.mark.parametrize("year", ["0001-0002", "9998-9999"])
def test_a_school_year_is_of_this_field_s_time(year: str) -> None:
    refusal(SchoolYear, year)


@pytest.mark.parametrize("url", ["https://.", "https://.fr"])
def test_dots_alone_are_not_a_host(url: str) -> None:
    assert refusal(Url, url).startswith("must be a web address")


@pytest.mark.parametrize("url", ["https://cnc.fr:99999", "https://cnc.fr:port/"])
def test_a_port_is_a_number_that_exists(url: str) -> None:
    assert refusal(Url, url).startswith("must be a web address")


@pytest.mark.parametrize("line", ["a\u2028b", "a\u2029b"])
def test_a_line_does_not_hold_a_separator_of_lines(line: str) -> None:
    assert refusal(Line, line).startswith("must not hold")


@pytest.mark.parametrize("line", ["a\u200eb", "a\u200fb", "a\u2060b"])
def test_a_line_does_not_hold_what_no_one_sees(line: str) -> None:
    assert refusal(Line, line).startswith("must not hold")


def test_a_control_character_is_named_and_not_printed() -> None:
    assert refusal(Line, "a\x1b[31m") == "must not hold the control character U+001B"
    assert refusal(Line, "a\u202eb") == "must not hold the control character U+202E"


@settings(deadline=None)
@given(st.dates(date(1895, 1, 1), date(2100, 12, 31)))
def test_every_day_of_this_field_is_a_date(day: date) -> None:
    assert check(IsoDate, day.isoformat()) == day.isoformat()
    assert check(PartDate, day.isoformat()[:7]) == day.isoformat()[:7]


@settings(deadline=None)
@given(st.text(alphabet="0123456789-W", max_size=11))
def test_a_date_that_is_taken_is_a_day_anyone_can_read(text: str) -> None:
    try:
        check(IsoDate, text)
    except ValidationError:
        return
    year, month, day = text.split("-")
    assert date(int(year), int(month), int(day)).isoformat() == text


@pytest.mark.parametrize("bounds", [{"low": 3}, {"low": 3, "high": 3}, {"low": 0, "high": 0.5}])
def test_a_span_is_a_number_or_an_interval(bounds: dict[str, float]) -> None:
    assert check(Span, bounds).model_dump(exclude_none=True) == bounds


def test_the_bounds_of_a_span_are_not_crossed() -> None:
    assert "must not exceed" in refusal(Span, {"low": 4, "high": 3})


@pytest.mark.parametrize(
    "bounds",
    [
        {},
        {"high": 3},
        {"low": -1},
        {"low": 1, "high": -1},
        {"low": "1"},
        {"low": True},
        {"low": None},
    ],
)
def test_a_span_is_made_of_numbers_that_are_not_negative(bounds: dict[str, object]) -> None:
    refusal(Span, bounds)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_a_number_is_finite(number: str) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate_json(f'{{"low": {number}}}')


@pytest.mark.parametrize(
    "text",
    [{"fr": "a"}, {"en": "a"}, {"fr": "a", "en": ""}, {"fr": "a", "en": None}, "a", ["a", "b"],
     {"fr": "a", "en": "a", "de": "a"}],
)  # fmt: skip
def test_a_text_is_said_in_both_languages_and_no_other(text: object) -> None:
    refusal(Text, text)
