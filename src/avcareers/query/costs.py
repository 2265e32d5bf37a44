"""What a programme costs: its fees, and whether they still hold on a day."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from avcareers.model.school import Fees, Programme

FEES_HOLD_YEARS = 2
"""Years after the end of its school year during which an amount still says something."""


def current_fees(programme: "Programme", today: str) -> "tuple[Fees, ...]":
    """Return the fees that may still hold on a day (ISO): dated, and not over for two years."""
    return tuple(fees for fees in programme.fees if fees.year and fees_hold(fees.year, today))


def fees_hold(year: str, today: str) -> bool:
    """True if the fees of a school year may still hold on a day (ISO)."""
    return int(year[5:]) >= int(today[:4]) - FEES_HOLD_YEARS


def lowest_fees(programme: "Programme", today: str) -> float | None:
    """Return the lowest current fee of a programme, in euros a year; None when none is known."""
    return min((fees.low for fees in current_fees(programme, today)), default=None)


class FeesRange(NamedTuple):
    """What some programmes cost, in euros a year."""

    low: float
    high: float


def fees_range(known: "Iterable[Fees]") -> FeesRange | None:
    """Return the lowest and the highest of some fees; None without any."""
    every = tuple(known)
    if not every:
        return None
    return FeesRange(min(fees.low for fees in every), max(fees.high or fees.low for fees in every))
