"""What decides between programmes, kept apart from their records: many programmes share it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


class Recognised(NamedTuple):
    """One thing an authority answers for, and until when."""

    kind: str
    until: str | None


class Traits(NamedTuple):
    """The facts of a programme that choosing needs, as the record states them.

    What changes with the day is there as it was published, never judged: the same catalogue
    answers for any day.
    """

    award: str
    level: int | None
    entry_level: int | None
    years: float | None
    registered_until: str | None
    """Last day of the registration of the certification it prepares; nothing when not known."""
    admission_known: bool
    fees: list[tuple[str, float]]
    """School year and lowest euros a year; the amounts that bear no year are left out."""
    alternance: str
    """Mode; `unknown` when the record says nothing."""
    routes: list[str]
    recognition: tuple[Recognised, ...]
    """All that is said of the programme and of its school."""
    leads_to: list[str]


def traits_of(
    school: "School", programme: "Programme", registered_until: Mapping[str, str | None]
) -> str:
    """Give the traits of a programme as JSON: the same text for the same facts.

    `registered_until` gives the last day of each certification.
    """
    entries = (*school.recognition, *programme.recognition)
    traits = Traits(
        programme.award,
        programme.level,
        programme.entry_level,
        programme.years,
        registered_until.get(programme.certification or ""),
        bool(programme.admission),
        sorted((fees.year, fees.low) for fees in programme.fees if fees.year),
        programme.alternance.mode if programme.alternance else "unknown",
        sorted(programme.routes),
        tuple(sorted({Recognised(entry.kind, entry.until) for entry in entries}, key=str)),
        list(programme.leads_to),
    )
    return json.dumps(traits, ensure_ascii=False, separators=(",", ":"))


_recognised = Recognised._make


def read_traits(facts: Iterable[str]) -> Iterator[Traits]:
    """Yield traits from their JSON."""
    # One text for all: reading each apart costs twice as much.
    for *fields, entries, leads_to in json.loads(f"[{','.join(facts)}]"):
        yield Traits._make((*fields, tuple(map(_recognised, entries)), leads_to))
