"""How many hours of each line count in a period, and which rules say so."""

from collections.abc import Iterator
from datetime import date

from avcareers.model.contract import SHOW, Contract

from .months import count_work
from .period import months_after
from .reading import FIVE_A_DAY, Counted, Reading

Counts = Iterator[tuple[Contract, Counted]]


def count(reading: Reading, training: float | None = None) -> dict[int, Counted]:
    """Return what counts, by line; `training` is the limit of training, if it is not the usual."""
    counted = {}
    may_count = []
    for each in sorted(reading.lines, key=lambda one: (one.start, one.end, one.line)):
        if rule := reading.excluded(each):
            counted[each.line] = Counted(0, (rule,))
        else:
            may_count.append(each)
    for annexe in (8, 10):
        work = [e for e in may_count if e.kind in {"work", "a1"} and e.annexe == annexe]
        counted |= {each.line: kept for each, kept in count_work(reading, annexe, work)}
    for counting in (_abroad, _transitions, _leaves, _illness):
        counted |= {each.line: kept for each, kept in counting(reading, may_count)}
    courses = _courses(reading, may_count, training or _training_limit(reading))
    return counted | {each.line: kept for each, kept in courses}


def _abroad(reading: Reading, lines: list[Contract]) -> Counts:
    """Yield work for an employer outside Europe: nothing is known of it."""
    for each in lines:
        if each.kind == "abroad":
            hours = reading.inside(each).hours if reading.generous else 0
            yield each, Counted(hours, ("abroad",))


def _transitions(reading: Reading, lines: list[Contract]) -> Counts:
    for each in lines:
        if each.kind == "transition":
            hours, why = reading.inside(each)
            yield each, Counted(hours, ("transition", *why))


def _courses(reading: Reading, lines: list[Contract], limit: float) -> Counts:
    """Yield teaching, up to its own limit, then training, up to that of both."""
    left, both = _teaching_limit(reading), limit
    for kind in ("teaching", "training"):
        for each in lines:
            if each.kind == kind:
                hours, why = reading.inside(each)
                kept = min(hours, both, left if kind == "teaching" else both)
                left, both = left - kept, both - kept
                capped = (f"{kind}-cap",) if kept < hours else ()
                yield each, Counted(kept, (kind, *why, *capped))


def _training_limit(reading: Reading) -> float:
    """Return two thirds of the hours needed; that it grows with them is not said of both together."""
    longer = reading.period.needed * 2 // 3 if reading.generous else 0
    return float(max(reading.rules.training, longer))


def _teaching_limit(reading: Reading) -> float:
    rules, born, end = reading.rules, reading.asker.born, reading.period.end
    older = reading.generous
    if born:
        birthday = months_after(born, 12 * rules.older)
        # On the birthday itself, sources disagree.
        older = end >= birthday if reading.generous else end > birthday
    return float(rules.teaching_older if older else rules.teaching)


def _leaves(reading: Reading, lines: list[Contract]) -> Counts:
    """Yield what is counted by the day: leaves, work under foreign cover. No day counts twice."""
    counted: set[date] = set()
    for each in lines:
        if each.kind in {*FIVE_A_DAY, "eea"}:
            days = reading.days(each)
            again = days & counted
            counted |= days
            abroad = each.kind == "eea"
            rate = reading.rules.foreign_cover if abroad else reading.rules.assimilated
            twice = ("day-once",) if again else ()
            why = ("six-a-day" if abroad else "five-a-day", *twice)
            yield each, Counted(rate * len(days - again), why)


def _illness(reading: Reading, lines: list[Contract]) -> Counts:
    """Yield illness: it gives no hours."""
    show = [each for each in reading.lines if each.kind in SHOW]
    for each in lines:
        if each.kind == "sick":
            in_contract = all(
                any(one.start <= day <= one.end for one in show) for day in reading.days(each)
            )
            yield each, Counted(0, ("sick-in-contract" if in_contract else "neutral",))
