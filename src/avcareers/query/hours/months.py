"""Hours of show work, up to the limit of each calendar month."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from math import ceil, floor

from avcareers.model.contract import Contract
from avcareers.text.folding import fold

from .reading import Counted, Reading
from .rules import Rules

Month = tuple[int, int]


def count_work(
    reading: Reading, annexe: int, lines: list[Contract]
) -> Iterator[tuple[Contract, Counted]]:
    """Yield what counts of the work of an annexe: first of what is in one month, then of the rest.

    The file does not say how many hours of a line over several months each of them has. The generous
    reading puts them where there is room, month after month. The strict one puts all of them in the
    worst month, after those of the other lines that may be there.
    """
    hours = {each: reading.inside(each) for each in lines}
    months = {each: _months(reading, each) for each in lines}
    room = _room(reading, annexe, months)
    in_one = [each for each in lines if len(months[each]) == 1]
    over_several = [each for each in lines if len(months[each]) > 1]
    for each in in_one:
        (month,) = months[each]
        kept = min(hours[each].hours, room[month])
        room[month] -= kept
        limit = "month-cap" if _is_whole(reading, month) else "part-month-cap"
        yield each, _kept(each, kept, hours[each], limit)
    for each in sorted(over_several, key=lambda one: months[one][-1]):
        if reading.generous:
            kept = 0.0
            for month in months[each]:
                here = min(hours[each].hours - kept, room[month])
                room[month] -= here
                kept += here
        else:
            others = [one for one in over_several if one is not each]
            kept = min(hours[each].hours, *(
                max(0.0, room[month] - sum(hours[o].hours for o in others if month in months[o]))
                for month in months[each]))  # fmt: skip
        yield each, _kept(each, kept, hours[each], "across-months")


def _kept(line: Contract, kept: float, given: Counted, limit: str) -> Counted:
    """Return the hours kept of those given, with the rule of the limit if it was met."""
    as_what = "a1" if line.kind == "a1" else "cachets" if line.cachets else "hours"
    capped = (limit,) if kept < given.hours else ()
    return Counted(kept, (as_what, *given.why, *capped))


def _months(reading: Reading, line: Contract) -> list[Month]:
    """Return the months of a line that are in the period."""
    first, last = reading.bounds(line)
    counted = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(number // 12, number % 12 + 1) for number in counted]


def _room(reading: Reading, annexe: int, months: dict[Contract, list[Month]]) -> dict[Month, float]:
    """Return the limit of each month in which there is work."""
    employers: dict[Month, set[str]] = defaultdict(set)
    for each, its_months in months.items():
        for month in its_months:
            employers[month].add(fold(each.employer))
    return {
        month: _limit(reading, month, annexe, several=len(names) > 1)
        for month, names in employers.items()
    }


def _limit(reading: Reading, month: Month, annexe: int, *, several: bool) -> float:
    rules, whole = reading.rules, _is_whole(reading, month)
    if annexe == 10:
        full, unit = rules.month_cachets, rules.cachet
    elif reading.asker.waiver:
        full, unit = rules.month_waiver, 1
    else:
        # How the higher limit is reduced in a part of a month is not said.
        higher = several and (whole or reading.generous)
        full, unit = rules.month_employers if higher else rules.month, 1
    if whole:
        return float(full * unit)
    part = part_of_month(full, _days_inside(reading, month), rules)
    # Nor is how it is rounded.
    return float(min(full, ceil(part) if reading.generous else floor(part)) * unit)


def part_of_month(full: int, days: int, rules: Rules) -> float:
    """Return the limit of a month of which only some days are in the period, at most the whole."""
    return round(min(full, full * days / rules.month_days), 2)


def _days_inside(reading: Reading, month: Month) -> int:
    first, last = date(*month, 1), date(*month, monthrange(*month)[1])
    return (min(last, reading.period.end) - max(first, reading.period.start)).days + 1


def _is_whole(reading: Reading, month: Month) -> bool:
    return _days_inside(reading, month) == monthrange(*month)[1]
