"""A refused value is quoted safely, and what must hold is said in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.text.constraints import SHOWN, must, shown

_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("neuf mille", '"neuf mille"'),
        ("", '""'),
        (3, "3"),
        (None, "None"),
        (True, "True"),
        (["a"], "['a']"),
        ("\x1b[31mrouge", '"\N{REPLACEMENT CHARACTER}[31mrouge"'),
        ("a\nb", '"a\N{REPLACEMENT CHARACTER}b"'),
        ("a\u202eb", '"a\N{REPLACEMENT CHARACTER}b"'),
    ],
)
def test_values_are_quoted(value: object, quoted: str) -> None:
    assert shown(value) == quoted


def test_a_long_value_is_cut_and_says_so() -> None:
    text = shown("é" * 1000)
    assert len(text) == SHOWN
    assert text.endswith("…")


def test_a_value_that_fits_is_whole() -> None:
    assert shown("é" * (SHOWN - 2)) == '"' + "é" * (SHOWN - 2) + '"'


def test_a_french_no_break_space_is_not_a_flaw() -> None:
    assert "\N{REPLACEMENT CHARACTER}" not in shown("Prix\u00a0: 1\u202f000\u00a0€")


@settings(deadline=None)
@given(_values)
def test_nothing_shown_moves_the_cursor_or_goes_on_for_ever(value: object) -> None:
    text = shown(value)
    assert len(text) <= SHOWN
    assert all(character >= " " and not 0x7F <= ord(character) <= 0x9F for character in text)
    assert not set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def test_what_must_hold_is_told_with_its_bound() -> None:
    assert must("greater_than_equal", {"ge": 3}, "?") == "must be at least 3"
    assert must("missing", {}, "?") == "must be given"


def test_an_unforeseen_error_keeps_its_own_words() -> None:
    assert must("slug", {}, "must be lower-case") == "must be lower-case"
