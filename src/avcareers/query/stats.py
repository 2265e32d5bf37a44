"""How complete the catalogue is, counted."""

from typing import NamedTuple

from avcareers.model.conditions import CONDITIONS
from avcareers.store.catalogue import Catalogue

from .costs import costing, costs_of
from .home import count_records
from .pay import jobs_with_a_floor
from .untaught import untaught_among

SHEET_PARTS = (
    "other_names", "rome", "pay_functions", "answers_to", "works_with", "hands_over",
    "confused_with", "hiring", "skills", "tools", "activities", "next_roles", "variants", "changes", "doubts",
)  # fmt: skip


class Share(NamedTuple):
    """How many of some have something."""

    what: str
    """Identifier of what is counted."""
    having: int
    """How many have it."""
    of: int
    """How many there are."""


class Stats(NamedTuple):
    """The catalogue, counted."""

    records: dict[str, int]
    """Records of each kind."""
    jobs: tuple[Share, ...]
    """Jobs whose sheet has each part."""
    conditions: tuple[Share, ...]
    """Jobs for which each line of the frank checklist is known."""
    sources_per_job: tuple[int, float, int]
    """Sources of a job: fewest, mean and most."""
    schools: tuple[Share, ...]
    """Schools of which each fact is known."""
    programmes: tuple[Share, ...]
    """Programmes for which each fact is known; what is only likely is counted apart."""
    sources: tuple[Share, ...]
    """Sources that say what they were read for."""


def stats(catalogue: Catalogue, today: str) -> Stats:
    """Return what the catalogue holds and what it lacks on a day (ISO)."""
    sql = """
        SELECT min(cited), avg(cited), max(cited) FROM (
            SELECT json_array_length(card, '$.sources') AS cited FROM record
            WHERE kind = 'profession'
        )
    """
    ((fewest, mean, most),) = catalogue.rows(sql)
    records = count_records(catalogue)
    jobs, schools = "record WHERE kind = 'profession'", "record WHERE kind = 'school'"
    return Stats(
        records=records,
        jobs=(
            *_shares(catalogue, jobs, {part: _given(part) for part in SHEET_PARTS}
                     | {"other_names": f"{_given('other_names.fr')} OR {_given('other_names.en')}",
                        "no_programme": _given("no_programme"), "programme": _TRAINED_FOR}),
            _taught_before(catalogue, records["profession"]),
            Share("current_floor", jobs_with_a_floor(catalogue, today), records["profession"]),
        ),
        conditions=_shares(
            catalogue, jobs, {name: _condition_known(name) for name in CONDITIONS}
        ),
        sources_per_job=(fewest or 0, mean or 0, most or 0),
        schools=_shares(catalogue, schools, _SCHOOL_FACTS),
        programmes=(
            _cost_known(catalogue, today), *_shares(catalogue, "programme", _PROGRAMME_FACTS)
        ),
        sources=_shares(catalogue, "record WHERE kind = 'source'", {"about": _given("about")}),
    )  # fmt: skip


def _taught_before(catalogue: Catalogue, jobs: int) -> Share:
    """Return for how many jobs the programmes of a job before them stand in."""
    untaught = untaught_among(catalogue, catalogue.slugs("profession"))
    return Share("programme_before", sum(bool(one.below) for one in untaught), jobs)


def _cost_known(catalogue: Catalogue, today: str) -> Share:
    """Return how many programmes have a cost known on a day (ISO), under one status at least."""
    around = costing(catalogue.documents("rule"), today)
    sql = """
        SELECT record.card, programme.card FROM programme
        JOIN record ON record.kind = 'school' AND record.slug = school
    """
    pairs = [costs_of(*pair, around) for pair in catalogue.read_pairs(sql)]
    return Share("cost", sum(map(bool, pairs)), len(pairs))


def _condition_known(name: str) -> str:
    """Return the condition that something is known of a line of the checklist of a job."""
    return (
        "slug IN (SELECT slug FROM facet WHERE kind = 'profession' "
        f"AND facet IN ('with', 'without') AND value = '{name}')"
    )


def _given(path: str) -> str:
    """Return the condition that a part of a document is neither missing nor empty."""
    return f"coalesce(json_extract(document, '$.{path}'), '[]') NOT IN ('[]', '{{}}', '', 0)"


def _any_of(part: str, condition: str) -> str:
    """Return the condition that one of the items of a part of cards meets another, on `value`."""
    return f"EXISTS (SELECT 1 FROM json_each(card, '$.{part}') WHERE {condition})"


def _shares(catalogue: Catalogue, source: str, conditions: dict[str, str]) -> tuple[Share, ...]:
    """Return how many meet each condition."""
    # The database counts: documents are many, and long.
    sums = ", ".join(f"coalesce(sum({condition}), 0)" for condition in conditions.values())
    ((of, *having),) = catalogue.rows(f"SELECT count(*), {sums} FROM {source}")
    return tuple(Share(what, known, of) for what, known in zip(conditions, having, strict=True))


_TRAINED_FOR = """
    EXISTS (SELECT 1 FROM programme_facet WHERE facet = 'job' AND value = slug)
"""
_SCHOOL_FACTS = {
    "campuses": _given("campuses"),
    "located": _any_of("campuses", "json_extract(value, '$.lat') IS NOT NULL"),
    "uai": _any_of("campuses", "json_extract(value, '$.uai') IS NOT NULL"),
    "recognition": _given("recognition"),
    "programmes": _given("programmes"),
    "doubts": _given("doubts"),
}
_PROGRAMME_FACTS = {
    "alternance": "json_extract(card, '$.alternance.mode') IN ('none', 'partial', 'full')",
    "alternance_likely": "coalesce(json_extract(card, '$.alternance.mode') = 'likely', 0)",
    "level": _given("level"),
    "certification": _given("certification"),
    "entry_level": "json_extract(document, '$.entry_level') IS NOT NULL",
    "admission": _given("admission"),
    "years": _given("years"),
    "selectivity": _given("selectivity"),
    "leads_to": _given("leads_to"),
    "doubts": _given("doubts"),
}
