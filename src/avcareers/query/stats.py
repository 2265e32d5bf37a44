"""How complete the catalogue is, counted."""

from typing import Any, NamedTuple

from avcareers.store.catalogue import Catalogue

from .home import counts
from .school_filters import alternance_mode, current_fees

SHEET_PARTS = (
    "other_names", "rome", "pay_functions", "answers_to", "works_with", "hands_over",
    "confused_with", "hiring", "skills", "next_roles", "variants", "changes", "doubts",
)  # fmt: skip
CONDITIONS = (
    "nights_and_weekends", "travel", "physical_load", "own_equipment", "driving_licence",
    "seasonality", "working_alone",
)  # fmt: skip


class Share(NamedTuple):
    """How many of some have something."""

    what: str
    """Identifier of what is counted."""
    having: int
    of: int


class Stats(NamedTuple):
    """The catalogue, counted."""

    records: dict[str, int]
    """Records of each kind."""
    jobs: tuple[Share, ...]
    """Jobs whose sheet has each part."""
    conditions: tuple[Share, ...]
    """Jobs for which each line of the frank checklist is known."""
    sources_per_job: tuple[int, float, int]
    """Fewest, mean and most."""
    schools: tuple[Share, ...]
    programmes: tuple[Share, ...]
    """Programmes for which each fact is known."""


def stats(catalogue: Catalogue, today: str) -> Stats:
    """Count what the catalogue holds and what it lacks, on a day (ISO)."""
    jobs = list(catalogue.documents("profession"))
    schools = list(catalogue.documents("school"))
    programmes = [programme for school in schools for programme in school.programmes]
    cited = [len(job.sources) for job in jobs] or [0]
    return Stats(
        records=counts(catalogue),
        jobs=tuple(_share(part, jobs, lambda job, part=part: _filled(job, part))
                   for part in SHEET_PARTS),
        conditions=tuple(_share(name, jobs, lambda job, name=name: getattr(job.day_to_day, name))
                         for name in CONDITIONS),
        sources_per_job=(min(cited), sum(cited) / len(cited), max(cited)),
        schools=tuple(_share(name, schools, known) for name, known in _SCHOOL_FACTS),
        programmes=(
            _share("alternance", programmes, lambda p: alternance_mode(p) != "unknown"),
            _share("fees", programmes, lambda p: current_fees(p, today)),
            *(_share(name, programmes, known) for name, known in _PROGRAMME_FACTS),
        ),
    )  # fmt: skip


def _filled(job: Any, part: str) -> bool:
    value = getattr(job, part)
    return bool(value.fr or value.en) if part == "other_names" else bool(value)


def _share(what: str, records: list[Any], known: Any) -> Share:
    return Share(what, sum(bool(known(record)) for record in records), len(records))


_SCHOOL_FACTS = (
    ("campuses", lambda school: school.campuses),
    ("located", lambda school: any(campus.lat is not None for campus in school.campuses)),
    ("uai", lambda school: any(campus.uai for campus in school.campuses)),
    ("recognition", lambda school: school.recognition),
    ("programmes", lambda school: school.programmes),
    ("doubts", lambda school: school.doubts),
)
_PROGRAMME_FACTS = (
    ("level", lambda p: p.level),
    ("certification", lambda p: p.certification),
    ("entry_level", lambda p: p.entry_level is not None),
    ("admission", lambda p: p.admission),
    ("years", lambda p: p.years),
    ("selectivity", lambda p: p.selectivity),
    ("leads_to", lambda p: p.leads_to),
    ("doubts", lambda p: p.doubts),
)
