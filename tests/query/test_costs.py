"""What a programme costs: which amounts still hold."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.query.costs import current_fees, lowest_fees

TODAY = "2026-11-23"


def programme(*fees: Any) -> Any:
    return SimpleNamespace(fees=fees)


def fees(low: float, year: str | None) -> Any:
    return SimpleNamespace(low=low, high=None, year=year)


@pytest.mark.parametrize(
    ("year", "holds"),
    [
        ("2026-2027", True),
        ("2025-2026", True),
        ("2023-2024", True),
        ("2022-2023", False),
        ("2018-2019", False),
        (None, False),
    ],
)
def test_an_amount_holds_two_years_after_its_school_year(year: str | None, holds: bool) -> None:
    found = current_fees(programme(fees(500, year)), TODAY)
    assert bool(found) is holds


def test_the_lowest_current_amount_ignores_older_and_lower_ones() -> None:
    several = (
        fees(100, "2018-2019"),
        fees(50, None),
        fees(900, "2026-2027"),
        fees(700, "2025-2026"),
    )
    assert lowest_fees(programme(*several), TODAY) == 700


def test_free_is_a_known_amount() -> None:
    assert lowest_fees(programme(fees(0, "2025-2026")), TODAY) == 0
    assert lowest_fees(programme(), TODAY) is None
