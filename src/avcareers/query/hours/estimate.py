"""An estimate of the 507 hours: what was found, what counts, what is missing, and by which rule.

It is no decision: France Travail counts, from the statements of employers.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from avcareers.model.contract import KINDS, Contract
from avcareers.model.errors import BadValueError
from avcareers.store.catalogue import Catalogue

from .counting import count
from .period import DAY, Asker, Lines, Period, anniversary, ends, months_after, periods, review_day
from .reading import Counted, Reading
from .rules import RULES, WHERE, Cited, Rules, rules_on
from .schemes import Scheme, schemes

if TYPE_CHECKING:
    from avcareers.model.source import Source

Answer = Literal["yes", "perhaps", "no"]


class Between(NamedTuple):
    """The least and the most it may be; they are equal when no doubt is left."""

    low: float
    """Strict reading."""
    high: float
    """Generous reading."""


class HoursLine(NamedTuple):
    """A line of the file, and what counts of it."""

    line: int
    """Line of the file."""
    from_: str
    """First day."""
    to: str
    """Last day."""
    employer: str
    """Employer, as the file writes it."""
    annexe: int | None
    """8 or 10, when the file says it."""
    kind: str
    """Kind of the line."""
    found: float
    """Hours that the line says, before any rule: of cachets, of days."""
    counted: Between
    """Hours that count."""
    why: tuple[str, ...]
    """Rules that made it count or not, by their keys."""


class CatchUp(NamedTuple):
    """The hours of the catch-up clause, had rights been refused at the anniversary date."""

    from_: str
    """First day looked at."""
    to: str
    """Last day looked at."""
    counted: Between
    """Hours that count in it."""
    within: Answer
    """Whether they are within what the clause asks. It has other conditions."""


class Hours(NamedTuple):
    """An estimate of the 507 hours. France Travail alone decides."""

    estimate: bool
    """Always true: nothing here decides."""
    asked: str
    """Day of the registration or of the request."""
    end: str | None
    """End of contract used; nothing when no contract of annexes 8 or 10 has ended."""
    period_from: str | None
    """First day looked at, by the strict reading."""
    period_days: Between
    """Days looked at."""
    neutral_days: int
    """Days of illness by which the period is longer."""
    found: float
    """Hours of all the lines, before any rule."""
    needed: Between
    """Hours needed."""
    counted: Between
    """Hours that count."""
    missing: Between
    """Hours missing."""
    reached: Answer
    """Whether the hours needed are there, by what the file says."""
    by_annexe: dict[str, Between]
    """Hours of show work that count, by annexe."""
    schemes: tuple[Scheme, ...]
    """Schemes that these contracts point to; several when that is not for the file to say."""
    review: str | None
    """Day on which rights are examined, after an earlier opening."""
    starts: str | None
    """Day from which a right would start, when the rules say it."""
    anniversary: str | None
    """Anniversary date of that right."""
    catch_up: CatchUp | None
    """The catch-up clause, when hours are missing at the anniversary date."""
    lines: tuple[HoursLine, ...]
    """Every line of the file, in its order."""
    doubts: tuple[str, ...]
    """What this estimate can't know, by keys."""
    cited: tuple[Cited, ...]
    """Rules that lines name, and where each is read."""
    rules: Rules
    """Amounts and limits used."""
    sources: "tuple[Source, ...]"
    """Sources of these rules, in full."""


class Count(NamedTuple):
    """A period counted by one reading of the rules."""

    period: Period
    lines: dict[int, Counted]

    @property
    def hours(self) -> float:
        """Return the hours that count."""
        return round(sum(each.hours for each in self.lines.values()), 2)

    @property
    def missing(self) -> float:
        """Return the hours missing."""
        return max(0.0, round(self.period.needed - self.hours, 2))


Both = tuple[Count, Count]
"""Strict, then generous."""


def estimate(
    catalogue: Catalogue, lines: Lines, asker: Asker, rules: tuple[Rules, ...] = RULES
) -> Hours:
    """Return the estimate. Raise BadValueError for an end of contract that the file lacks."""
    opened = asker.last_opening or date.min
    possible = [end for end in ends(lines, asker.asked) if end > opened]
    if asker.end and asker.end not in possible:
        latest = tuple(each.isoformat() for each in reversed(possible))
        raise BadValueError("--end", asker.end.isoformat(), latest)
    review = review_day(lines, anniversary(asker.last_opening)) if asker.last_opening else None
    used = _ends_used(possible, asker, review)
    best = _best(both for end in used for both in _counts(lines, end, asker, rules))
    ruling = rules_on(used[-1] if used else asker.asked, rules)
    if best is None:
        nothing = _nothing(lines, asker, ruling)
        return _answer(catalogue, lines, asker, (nothing, nothing), (None, review, ruling))
    end = best[0].period.end
    return _answer(catalogue, lines, asker, best, (end, review, rules_on(end, rules)))


def _ends_used(possible: list[date], asker: Asker, review: date | None) -> list[date]:
    """Return the ends of contract to try: that of the review, then the last one."""
    if asker.end:
        return [asker.end]
    due = review and not asker.clause and review <= asker.asked
    before = [end for end in possible if due and review and end < review]
    return list(dict.fromkeys([*before[-1:], *possible[-1:]]))


def _counts(lines: Lines, end: date, asker: Asker, rules: tuple[Rules, ...]) -> Iterator[Both]:
    """Yield both readings of each period that may be looked at from an end of contract."""
    ruling = rules_on(end, rules)

    def counts(*, generous: bool) -> Iterator[Count]:
        for period in periods(lines, end, asker, ruling, generous=generous):
            yield Count(period, count(Reading(lines, period, asker, ruling, generous)))

    yield from zip(counts(generous=False), counts(generous=True), strict=False)


def _best(counted: Iterator[Both]) -> Both | None:
    """Return the first that has the hours needed, else that may have them, else misses the fewest."""
    tried = []
    for both in counted:
        if not both[0].missing:
            return both
        tried.append(both)
    return min(tried, key=lambda both: both[1].missing, default=None)


def _nothing(lines: Lines, asker: Asker, rules: Rules) -> Count:
    """Return the count of a file in which no end of contract can be used."""
    period = Period(date.min, asker.asked, rules.needed, 0)
    reading = Reading(lines, period, asker, rules, False)
    return Count(
        period, {each.line: Counted(0, (reading.excluded(each) or "no-end",)) for each in lines}
    )


def _answer(
    catalogue: Catalogue,
    lines: Lines,
    asker: Asker,
    best: Both,
    on: tuple[date | None, date | None, Rules],
) -> Hours:
    strict, generous = best
    end, review, rules = on
    reached = _reached(best)
    shown = tuple(_line(each, best, rules) for each in lines)
    by_annexe = {str(annexe): _by_annexe(lines, best, annexe) for annexe in (8, 10)}
    ahead = tuple(annexe for annexe in (10, 8) if by_annexe[str(annexe)].high
                  >= by_annexe[str(18 - annexe)].low and by_annexe[str(annexe)].high)  # fmt: skip
    found_schemes = schemes(lines, asker, reached, ahead, rules)
    catch_up = None
    if review and review <= asker.asked and reached != "yes" and not asker.clause:
        catch_up = _catch_up(lines, review - DAY, asker, rules)
    starts, until = _right(end, lines, asker, review, found_schemes)
    why = dict.fromkeys(rule for each in shown for rule in each.why)
    cited = tuple(Cited(rule, *WHERE[rule]) for rule in why)
    return Hours(
        estimate=True,
        asked=asker.asked.isoformat(),
        end=_iso(end),
        period_from=_iso(strict.period.start) if end else None,
        period_days=_between(strict.period.days, generous.period.days) if end else Between(0, 0),
        neutral_days=strict.period.neutral,
        found=round(sum(each.found for each in shown), 2),
        needed=_between(generous.period.needed, strict.period.needed),
        counted=_between(strict.hours, generous.hours),
        missing=_between(generous.missing, strict.missing),
        reached=reached,
        by_annexe=by_annexe,
        schemes=found_schemes,
        review=_iso(review),
        starts=_iso(starts),
        anniversary=_iso(until),
        catch_up=catch_up,
        lines=shown,
        doubts=tuple(_doubts(best, asker, shown, rules)),
        cited=cited,
        rules=rules,
        sources=tuple(catalogue.cards("source", {each.source for each in cited}).values()),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _between(low: float, high: float) -> Between:
    return Between(min(low, high), max(low, high))


def _reached(both: Both) -> Answer:
    strict, generous = both
    return "yes" if not strict.missing else "no" if generous.missing else "perhaps"


def _line(line: Contract, both: Both, rules: Rules) -> HoursLine:
    strict, generous = (each.lines[line.line] for each in both)
    found = line.hours or (line.cachets or 0) * rules.cachet
    if KINDS[line.kind].amount == "days" and line.kind != "sick":
        found = line.days * (rules.foreign_cover if line.kind == "eea" else rules.assimilated)
    return HoursLine(
        line=line.line,
        from_=line.start.isoformat(),
        to=line.end.isoformat(),
        employer=line.employer,
        annexe=line.annexe,
        kind=line.kind,
        found=found,
        counted=_between(round(strict.hours, 2), round(generous.hours, 2)),
        why=tuple(dict.fromkeys((*strict.why, *generous.why))),
    )


def _by_annexe(lines: Lines, both: Both, annexe: int) -> Between:
    """Return the hours of show work of an annexe: those that say which annexe it is."""
    mine = [each.line for each in lines if each.annexe == annexe and each.kind != "teaching"]
    return _between(*(round(sum(each.lines[line].hours for line in mine), 2) for each in both))


def _catch_up(lines: Lines, last: date, asker: Asker, rules: Rules) -> CatchUp:
    """Return the hours of the twelve months before the anniversary date, by both readings."""
    first = months_after(last, -12) + DAY
    period = Period(first, last, rules.needed, 0)
    readings = (Reading(lines, period, asker, rules, generous) for generous in (False, True))
    counts = [Count(period, count(each, rules.clause_training)) for each in readings]
    counted = _between(*(each.hours for each in counts))
    least, most = rules.clause_least, rules.needed
    sure = counted.low >= least and counted.high < most
    never = counted.high < least or counted.low >= most
    return CatchUp(first.isoformat(), last.isoformat(), counted,
                   "yes" if sure else "no" if never else "perhaps")  # fmt: skip


def _right(
    end: date | None, lines: Lines, asker: Asker, review: date | None, found: tuple[Scheme, ...]
) -> tuple[date | None, date | None]:
    """Return the day a right would start and its anniversary date, when the rules say them."""
    if found == ("general",):
        return max(each.end for each in lines if each.end <= asker.asked) + DAY, None
    if end is None or not found:
        return None, None
    if asker.last_opening is None:
        return asker.asked, anniversary(end)
    due = anniversary(asker.last_opening)
    if asker.clause:
        return due + DAY, anniversary(due)
    at_review = review is not None and review <= asker.asked and end < review
    return review if at_review else None, anniversary(end)


def _doubts(both: Both, asker: Asker, shown: tuple[HoursLine, ...], rules: Rules) -> Iterator[str]:
    """Yield what can't be known here, of what would change the answer."""
    strict, generous = both
    why = {rule for each in shown for rule in each.why}
    taught = any(each.kind == "teaching" and each.annexe == 8 for each in shown)
    due = anniversary(asker.last_opening) if asker.last_opening else None
    unknown = {
        "statements": True,
        "conditions": True,
        "no-opening-given": asker.last_opening is None,
        "early": due and asker.asked <= due,
        "clause-period": asker.clause,
        "clause-over": asker.clause
        and due
        and strict.period.end > months_after(due, rules.clause_months),
        "later": asker.asked.isoformat() > rules.agreed_until,
        "leap": strict.period.days != generous.period.days,
        "blocks": strict.period.needed != generous.period.needed,
        "age": asker.born is None and "teaching-cap" in why,
        "teaching": taught,
        "abroad": "abroad" in why,
        "split": not why.isdisjoint({"across-period", "across-months"}),
        "rounding": "part-month-cap" in why,
    }
    return (doubt for doubt, held in unknown.items() if held)
