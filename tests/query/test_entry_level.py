"""The presumed entry level is where the national pace begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avcareers.query.entry_level import presumed_entry_level

levels = st.integers(3, 8)
lengths = st.none() | st.floats(0.5, 9)


@pytest.mark.parametrize(
    ("level", "years", "presumed"),
    [
        (None, 5, 0), (3, 2, 0), (4, None, 0),
        (5, None, 4), (5, 1, 4), (5, 2, 4), (5, 3, 4),
        (6, None, 4), (6, 3, 4), (6, 4, 4), (6, 2, 5), (6, 1, 5), (6, 0.5, 5),
        (7, None, 6), (7, 5, 4), (7, 4, 5), (7, 3, 5), (7, 2, 6), (7, 1, 6),
        (8, None, 7), (8, 1, 7),
    ],
)  # fmt: skip
def test_a_programme_is_entered_where_its_years_begin(
    level: int | None, years: float | None, presumed: int
) -> None:
    assert presumed_entry_level(level, years) == presumed


@given(levels, lengths)
def test_an_award_always_follows_a_lower_level(level: int, years: float | None) -> None:
    assert presumed_entry_level(level, years) < level


@given(levels, st.floats(0.5, 9), st.floats(0.5, 9))
def test_more_years_never_ask_for_more(level: int, some: float, others: float) -> None:
    fewer, more = sorted((some, others))
    assert presumed_entry_level(level, more) <= presumed_entry_level(level, fewer)
