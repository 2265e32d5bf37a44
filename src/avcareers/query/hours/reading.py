"""What a count goes by: the lines, the period, the person, the rules, and how doubts are read."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from avcareers.model.contract import SHOW, Contract

from .period import DAY, Asker, Lines, Period
from .rules import KNOWN_FROM, Rules

NEVER = frozenset({"ordinary", "self-employed", "undeclared"})
"""Kinds of which nothing ever counts."""
FIVE_A_DAY = ("suspension", "maternity", "accident", "long-illness")
BEFORE_WORK = frozenset({"maternity", "accident", "long-illness", "training"})
"""Kinds that count only if work follows."""


class Counted(NamedTuple):
    """Hours of a line that count, and the rules that made them."""

    hours: float
    why: tuple[str, ...]


class Reading(NamedTuple):
    """One reading of one period.

    Where a rule or the file leaves a doubt, the strict reading counts the least it may be, the
    generous one the most.
    """

    lines: Lines
    period: Period
    asker: Asker
    rules: Rules
    generous: bool

    def excluded(self, line: Contract) -> str:
        """Return the rule by which nothing of a line can count; nothing when something may."""
        rules = (*self._by_kind(line), *self._by_days(line), *self._by_what_surrounds(line))
        return rules[0] if rules else ""

    def _by_kind(self, line: Contract) -> Iterator[str]:
        if line.kind in NEVER:
            yield line.kind
        if line.kind in {"eea", "a1"} and line.annexe == 8:
            yield f"{line.kind}-technician"

    def _by_days(self, line: Contract) -> Iterator[str]:
        opened, period = self.asker.last_opening, self.period
        if line.end.isoformat() < KNOWN_FROM:
            yield "older-rules"
        if opened and line.end <= opened:
            yield "used"
        if line.end < period.start:
            yield "before"
        teaches = line.kind == "teaching" and line.annexe == 10
        may_run = teaches or line.kind == "sick" or line.kind in FIVE_A_DAY
        if line.end > self.asker.asked and not may_run:
            yield "running"
        if line.start > period.end:
            yield "after"

    def _by_what_surrounds(self, line: Contract) -> Iterator[str]:
        if line.kind in BEFORE_WORK and not any(
            each.kind in SHOW and line.end < each.start and each.end <= self.period.end
            for each in self.lines
        ):
            yield "no-work-after"
        if line.kind == "long-illness" and not self.asker.last_opening:
            yield "no-opening-before"

    def inside(self, line: Contract) -> Counted:
        """Return the hours of a line that fall in the period, and a rule when that is not known."""
        hours = line.hours or (line.cachets or 0) * self.rules.cachet
        first, last = self.bounds(line)
        within = (last - first).days + 1
        if within == line.days:
            return Counted(hours, ())
        least, most = max(0.0, hours - 24 * (line.days - within)), min(hours, 24.0 * within)
        if line.cachets:
            least, most = 0.0, hours
        return Counted(most if self.generous else least, ("across-period",))

    def bounds(self, line: Contract) -> tuple[date, date]:
        """Return the first and the last day of a line that are in the period."""
        return max(line.start, self.period.start), min(line.end, self.period.end)

    def days(self, line: Contract) -> set[date]:
        """Return the days of a line that are in the period."""
        first, last = self.bounds(line)
        return {first + DAY * i for i in range((last - first).days + 1)}
