"""What decides between programmes, kept apart from their records: many programmes share it."""

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


class Traits(NamedTuple):
    """The facts of a programme that choosing needs, as the record states them.

    They are what a day is needed to judge, never the judgement: the same catalogue answers for
    any day. Lists where the record has tuples: it is read back from JSON.
    """

    award: str
    level: int | None
    entry_level: int | None
    years: float | None
    certification: str | None
    admission_known: bool
    fees: list[tuple[str, float]]
    """School year and lowest euros a year; the amounts that bear no year are left out."""
    alternance: str
    """Mode; `unknown` when the record says nothing."""
    routes: list[str]
    recognition: list[tuple[str, str | None]]
    """Kind and last day of all that is said of the programme and of its school."""
    leads_to: list[str]


def traits_of(school: "School", programme: "Programme") -> str:
    """Give the traits of a programme as JSON: the same text for the same facts."""
    entries = (*school.recognition, *programme.recognition)
    traits = Traits(
        programme.award,
        programme.level,
        programme.entry_level,
        programme.years,
        programme.certification,
        bool(programme.admission),
        sorted((fees.year, fees.low) for fees in programme.fees if fees.year),
        programme.alternance.mode if programme.alternance else "unknown",
        sorted(programme.routes),
        sorted({(entry.kind, entry.until) for entry in entries}, key=str),
        list(programme.leads_to),
    )
    return json.dumps(traits, ensure_ascii=False, separators=(",", ":"))
