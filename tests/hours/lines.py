"""Lines of work, and what is estimated of them, for the tests of the 507 hours."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from avcareers.model.contract import Contract
from avcareers.query.hours.estimate import Hours, estimate
from avcareers.query.hours.period import Asker
from avcareers.store.catalogue import Catalogue

Estimate = Callable[..., Hours]


def on(day: str | date | None) -> date | None:
    """Return a day."""
    return date.fromisoformat(day) if isinstance(day, str) else day


def line(
    start: str,
    end: str | None = None,
    *,
    hours: float | None = None,
    cachets: float | None = None,
    kind: str = "work",
    annexe: int | None = 8,
    employer: str = "Films",
) -> Contract:
    """Return a line, numbered 0 until `lines` numbers it. A cachet makes it one of annexe 10."""
    first = date.fromisoformat(start)
    return Contract(
        0, first, on(end) or first, employer, hours, cachets, 10 if cachets else annexe, kind
    )


def days(first: str, count: int, **said: Any) -> list[Contract]:
    """Return so many contracts of one day, each two days after the other."""
    start = date.fromisoformat(first)
    return [line((start + timedelta(2 * i)).isoformat(), **said) for i in range(count)]


def estimated(
    catalogue: Catalogue, given: list[Contract], asked: str, rules: Any = None, **who: Any
) -> Hours:
    """Return the estimate of some lines, as asked on a day."""
    lines = tuple(each._replace(line=number) for number, each in enumerate(given, 2))
    told = {name: on(value) if isinstance(value, str) else value for name, value in who.items()}
    asker = Asker(date.fromisoformat(asked), **told)
    return estimate(catalogue, lines, asker, **({"rules": rules} if rules else {}))
