"""What a recognition entry is worth on a given day: the table of docs/words.md, as code."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from avcareers.model.answer import Merged, Unpublished

if TYPE_CHECKING:
    from avcareers.model.school import Recognition

COUNTS_ALWAYS = frozenset({"tutelle", "diplome-national"})
"""Kinds a ministry answers for as long as nothing says it ended."""
COUNTS_UNTIL = frozenset({"visa", "grade-licence", "grade-master"})
"""Kinds granted until a date: without the date they can't be counted."""

Standing = Literal["in-force", "expired", "end-unknown", "informative"]
"""`informative`: true, but not a ministry answering for the school."""


def standing(entry: "Recognition", today: str) -> Standing:
    """Return what an entry is worth on a day (ISO).

    A date that is past ends any entry. A visa or grade whose end is unknown does not count.
    """
    if entry.until is not None and entry.until < today:
        return "expired"
    if entry.kind in COUNTS_ALWAYS:
        return "in-force"
    if entry.kind in COUNTS_UNTIL:
        return "in-force" if entry.until else "end-unknown"
    return "informative"


def registered(until: str | None, today: str) -> Standing:
    """Return whether an RNCP registration is in force on a day (ISO): its end must be known."""
    if until is None:
        return "end-unknown"
    return "in-force" if until >= today else "expired"


class Weighed(NamedTuple):
    """A recognition entry, weighed on the day of the answer."""

    entry: Annotated["Recognition", Merged()]
    """The entry."""
    standing: Standing
    """In force; expired; its end is unknown; or true without counting."""
    registered: Annotated[Standing | None, Unpublished]
    """Of a registration, whether it is in force; None of anything else."""


def weighed(entries: Iterable["Recognition"], today: str) -> tuple[Weighed, ...]:
    """Return entries, each with what it is worth on a day (ISO)."""
    return tuple(
        Weighed(
            entry,
            standing(entry, today),
            registered(entry.until, today) if entry.kind == "rncp" else None,
        )
        for entry in entries
    )


def in_force(entries: Iterable[Weighed]) -> tuple[str, ...]:
    """Return the ministries that answer, by entries in force, each once."""
    return tuple(dict.fromkeys(w.entry.authority for w in entries if w.standing == "in-force"))


def answered_for(
    entries: Iterable["Recognition"],
    today: str,
    *,
    authorities: Iterable[str] = (),
    unverified: bool = False,
) -> Standing:
    """Return how far a ministry answers, on a day (ISO), from all the entries: see `best_standing`."""
    every = weighed(entries, today)
    return best_standing(every, authorities=authorities, unverified=unverified)


def best_standing(
    entries: Iterable[Weighed],
    *,
    authorities: Iterable[str] = (),
    unverified: bool = False,
) -> Standing:
    """Return the best standing of some entries: in force, else end unknown, else expired.

    With `authorities`, only theirs count, and `rncp` means a registration in force. With
    `unverified`, an entry whose end is unknown counts as in force.
    """
    wanted = frozenset(authorities)
    best: Standing = "informative"
    for entry, worth, registration in entries:
        if wanted and entry.authority not in wanted:
            continue
        found = registration if registration and "rncp" in wanted else worth
        if found == "in-force" or (unverified and found == "end-unknown"):
            return "in-force"
        # What never counted has not stopped counting: an ended Qualiopi is no ended recognition.
        counted = entry.kind in COUNTS_ALWAYS | COUNTS_UNTIL or "rncp" in wanted
        if found == "end-unknown" or (found == "expired" and counted and best == "informative"):
            best = found
    return best


def answers_for_award(award: str, entries: Iterable[Weighed]) -> bool:
    """True if a ministry answers for an award or for its school, by what is recognised of both.

    What a ministry says of another award of the school says nothing of this one.
    """
    kinds = _ANSWERING[award] | {"tutelle"}
    return any(w.standing == "in-force" for w in entries if w.entry.kind in kinds)


_ANSWERING = {
    "national": {"diplome-national"},
    "grade": {"grade-licence", "grade-master"},
    "visa": {"visa", "grade-licence", "grade-master"},
    "rncp": set[str](),
    "cqp": set[str](),
    "school": set[str](),
}
"""Kinds of recognition by which a ministry answers for an award."""
