"""The rules of the 507 hours: amounts and limits, dated, and where each rule is read.

A new edition of the rules is one more `Rules` with its day: contracts that end before it keep the old.
They are constants, not data: nothing but this count reads them, and it could not follow a rule whose
form it does not know.
"""

from datetime import date
from typing import NamedTuple

NOTICE = "france-travail-notice-intermittents-2025"
CONDITIONS = "france-travail-conditions-pour-recevoir-l-allocation"
ABROAD = "france-travail-mobilite-internationale"


class Rules(NamedTuple):
    """Amounts and limits that hold from a day on."""

    holds_from: str
    """ISO day of the end of contract from which they hold."""
    checked: str
    """Month of the last edition of the notice in which they were read."""
    agreed_until: str = "2028-12-31"
    """Last day for which they were agreed (convention of 15 November 2024, for four years)."""
    needed: int = 507
    """Hours needed in the period."""
    days: int = 365
    """Days of the period."""
    cachet: int = 12
    """Hours a cachet is worth."""
    month: int = 208
    """Hours a month that are counted at most, for technicians."""
    month_employers: int = 250
    """The same with several employers that month."""
    month_waiver: int = 260
    """The same with a waiver of the DREETS."""
    month_cachets: int = 28
    """Cachets a month that are counted at most."""
    month_days: float = 20.8
    """What the limit of a month is divided by, then multiplied by the days of it in the period."""
    assimilated: int = 5
    """Hours a day of a leave or of a suspended contract."""
    foreign_cover: int = 6
    """Hours a day of a performer under foreign cover in the EEA, Switzerland or the UK."""
    teaching: int = 70
    """Hours of teaching counted at most."""
    teaching_older: int = 120
    """The same from an age on."""
    older: int = 50
    """That age, in years, on the day of the end of contract."""
    training: int = 338
    """Hours of training, or of training and teaching, counted at most: two thirds of those needed."""
    block_days: int = 30
    """Days by which the period may be longer on renewal after the anniversary date, as often as need be."""
    block_hours: int = 42
    """Hours asked for more, each time the period is so many days longer."""
    clause_least: int = 338
    """Hours from which the catch-up clause is open."""
    clause_training: int = 226
    """Hours of training counted at most for the catch-up clause."""
    clause_months: int = 6
    """Months that the catch-up clause gives at most."""
    clause_openings: int = 5
    """Openings of rights in ten years that it asks for, unless there are hours enough."""
    clause_hours: int = 2535
    """Hours in ten years that it asks for, unless there are openings enough."""
    general_days: int = 130
    """Days of ordinary contracts that open the general scheme, unless there are hours enough."""
    general_hours: int = 910
    """Hours of ordinary contracts that open the general scheme, unless there are days enough."""
    general_calendar_days: int = 182
    """Calendar days of an ordinary contract that an example of the notice takes for enough."""


RULES = (Rules("2016-08-01", "2026-02"),)
"""Oldest first."""
KNOWN_FROM = RULES[0].holds_from
"""Day before which no rule is known."""


class Cited(NamedTuple):
    """A rule that made a line count or not, and where it is read."""

    rule: str
    """Key of the rule, as lines name it."""
    source: str
    """Key of the source."""
    page: str
    """Page of it, when it has pages."""


WHERE: dict[str, tuple[str, str]] = {
    "hours": (NOTICE, "4-7"),
    "cachets": (NOTICE, "7"),
    "month-cap": (NOTICE, "7"),
    "part-month-cap": (NOTICE, "7"),
    "across-months": (NOTICE, "7"),
    "teaching": (NOTICE, "8"),
    "teaching-cap": (NOTICE, "8"),
    "training": (NOTICE, "9"),
    "training-cap": (NOTICE, "9"),
    "transition": (NOTICE, "9"),
    "five-a-day": (NOTICE, "8-9"),
    "day-once": (NOTICE, "5"),
    "no-work-after": (NOTICE, "9"),
    "no-opening-before": (NOTICE, "9"),
    "neutral": (NOTICE, "5"),
    "sick-in-contract": (NOTICE, "8"),
    "six-a-day": (NOTICE, "7"),
    "eea-technician": (NOTICE, "7"),
    "a1": (ABROAD, ""),
    "a1-technician": (ABROAD, ""),
    "abroad": (ABROAD, ""),
    "ordinary": (NOTICE, "8"),
    "self-employed": (NOTICE, "8"),
    "undeclared": (NOTICE, "8"),
    "running": (NOTICE, "8"),
    "before": (NOTICE, "5"),
    "after": (NOTICE, "5-6"),
    "no-end": (NOTICE, "6"),
    "across-period": (NOTICE, "5"),
    "used": (NOTICE, "5, 21"),
    "older-rules": (CONDITIONS, ""),
}
"""Where each rule that a line may name is read: source, page."""


def rules_on(end: date, rules: tuple[Rules, ...] = RULES) -> Rules:
    """Return the rules that hold for an end of contract; before all of them, the first."""
    held = [each for each in rules if each.holds_from <= end.isoformat()]
    return held[-1] if held else rules[0]
