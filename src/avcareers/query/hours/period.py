"""The days that are looked at: which end of contract is used, and how far back one goes from it."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from avcareers.model.contract import SHOW, Contract

from .rules import KNOWN_FROM, Rules

DAY = timedelta(1)
Lines = tuple[Contract, ...]


class Asker(NamedTuple):
    """What is known of the person, beside the contracts."""

    asked: date
    """Day of registration or request."""
    born: date | None = None
    last_opening: date | None = None
    """End of contract that opened the last right, if there was one."""
    waiver: bool = False
    """Whether the DREETS allows more hours a month."""
    clause: bool = False
    """Whether the catch-up clause runs."""
    end: date | None = None
    """End of contract to use, if one was chosen."""


class Period(NamedTuple):
    """The days looked at, and the hours needed in them."""

    start: date
    end: date
    needed: int
    neutral: int
    """Days of illness by which it is longer."""

    @property
    def days(self) -> int:
        """Return its length, both ends in it."""
        return (self.end - self.start).days + 1


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def anniversary(end: date) -> date:
    """Return the anniversary date of a right: twelve calendar months after the end of contract."""
    return months_after(end, 12)


def review_day(lines: Iterable[Contract], due: date) -> date:
    """Return the day rights are examined: after the anniversary date, and after show work then."""
    show = [each for each in lines if each.kind in SHOW]
    day = due
    while running := [each.end for each in show if each.start <= day <= each.end]:
        day = max(running) + DAY
    return max(day, due + DAY)


def ends(lines: Iterable[Contract], by: date) -> list[date]:
    """Return the ends of contract that may be used, by a day: those of show work, and of a PTP."""
    used = SHOW | {"transition"}
    return sorted(
        {each.end for each in lines
         if each.kind in used and each.end <= by and each.end.isoformat() >= KNOWN_FROM}
    )  # fmt: skip


def days_of(lines: Iterable[Contract]) -> set[date]:
    """Return the days of some lines, each once."""
    return {each.start + DAY * i for each in lines for i in range(each.days)}


def periods(
    lines: Lines, end: date, asker: Asker, rules: Rules, *, generous: bool
) -> Iterator[Period]:
    """Yield the periods that may be looked at, back from an end of contract: the shortest first.

    Where a rule leaves a doubt, the generous reading has the longer period or fewer hours needed.
    """
    sick = days_of(each for each in lines if each.kind == "sick")
    sick -= days_of(each for each in lines if each.kind in SHOW)
    oldest = asker.last_opening + DAY if asker.last_opening else date.min
    if asker.clause and asker.last_opening:
        neutral = sum(oldest <= day <= end for day in sick)
        yield Period(oldest, end, rules.needed, neutral)
        return
    blocks = 0
    while True:
        length = rules.days + blocks * rules.block_days
        start, neutral = _start(end, length, sick, leap=generous)
        shown = Period(max(start, oldest), end, 0, neutral)
        yield shown._replace(needed=needed(shown, blocks, rules, generous=generous))
        if not asker.last_opening or start <= oldest:
            return
        blocks += 1


def _start(end: date, length: int, sick: set[date], *, leap: bool) -> tuple[date, int]:
    """Return the first day of a period, and the days of illness in it, by which it is longer."""
    start, neutral = end, -1
    while neutral != (now := sum(start <= day <= end for day in sick)):
        neutral = now
        start = end - DAY * (length + neutral - 1)
    if leap and any(_leap_day_in(year, start, end) for year in range(start.year, end.year + 1)):
        start -= DAY
    return start, neutral


def _leap_day_in(year: int, start: date, end: date) -> bool:
    return monthrange(year, 2)[1] == 29 and start <= date(year, 2, 29) <= end


def needed(period: Period, blocks: int, rules: Rules, *, generous: bool) -> int:
    """Return the hours needed in a period that is longer than a year by some blocks of 30 days.

    Two things are not said: whether a part of a block asks for hours, whether days of illness do.
    """
    if not blocks:
        return rules.needed
    longer = period.days - rules.days - (period.neutral if generous else 0)
    whole, part = divmod(max(0, longer), rules.block_days)
    return rules.needed + rules.block_hours * (whole + (1 if part and not generous else 0))
