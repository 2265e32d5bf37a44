"""A line of somebody's work: a contract, a leave or a course, with what counts towards the 507 hours."""

from datetime import date
from typing import Literal, NamedTuple

Amount = Literal["paid", "hours", "maybe", "days"]
"""What a line must say: hours or cachets, hours only, hours if known, or its days alone."""


class LineKind(NamedTuple):
    """What a line of one kind holds."""

    names: tuple[str, ...]
    """What it may be called in a file, folded; its key aside."""
    amount: Amount
    annexe: bool = False
    """Whether it must name an annexe, 8 or 10."""


KINDS: dict[str, LineKind] = {
    "work": LineKind(("travail", "contrat", "contract"), "paid", annexe=True),
    "teaching": LineKind(("enseignement",), "hours", annexe=True),
    "training": LineKind(("formation",), "hours"),
    "transition": LineKind(("ptp", "transition professionnelle"), "hours"),
    "suspension": LineKind(("contrat suspendu",), "days", annexe=True),
    "maternity": LineKind(("maternite", "adoption"), "days"),
    "accident": LineKind(("accident du travail", "work accident"), "days"),
    "long-illness": LineKind(("ald", "longue maladie"), "days"),
    "sick": LineKind(("maladie", "paternite", "sick leave", "paternity"), "days"),
    "eea": LineKind(("eee",), "days", annexe=True),
    "a1": LineKind((), "paid", annexe=True),
    "abroad": LineKind(("etranger",), "paid", annexe=True),
    "ordinary": LineKind(("ordinaire", "regime general", "general", "interim"), "maybe"),
    "self-employed": LineKind(("independant", "micro entreprise", "freelance"), "maybe"),
    "undeclared": LineKind(("non declare",), "maybe"),
}
"""What a line may be. `docs/hours.md` says what each means."""
SHOW = frozenset({"work"})
"""Kinds of contract that are show work."""


class Contract(NamedTuple):
    """One line, as it was read."""

    line: int
    """Line of the file."""
    start: date
    end: date
    """Last day, which is in it."""
    employer: str
    hours: float | None
    cachets: float | None
    annexe: int | None
    """8 or 10."""
    kind: str

    @property
    def days(self) -> int:
        """Return the days from the first to the last, both in it."""
        return (self.end - self.start).days + 1
