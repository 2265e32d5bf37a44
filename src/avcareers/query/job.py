"""Everything the sheet of one job says."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Unpublished
from avcareers.model.conditions import KnownCondition, known_conditions
from avcareers.store.catalogue import Catalogue

from .cards import Cards, in_order, stages_in_order
from .earnings import EarningRow, earnings_of
from .pay import Pay, pay_of
from .training import Training, training_for

if TYPE_CHECKING:
    from avcareers.model.chain import Department, Stage
    from avcareers.model.profession import Profession
    from avcareers.model.source import Source


class Passing(NamedTuple):
    """Something passed from one job to another."""

    giver: str
    """Job that hands it over."""
    receiver: str
    """Job that receives it."""
    stage: str
    """Stage during which it happens."""
    deliverable: str | None
    """Deliverable of the chain, when it is one."""
    fr: str
    """What it is, in French."""
    en: str
    """What it is, in English."""


class JobSheet(NamedTuple):
    """A job, and what other records say of it."""

    job: Annotated["Profession", Merged()]
    """The job."""
    sources: "tuple[Source, ...]"
    """Sources, in full; that of its ROME code comes last."""
    conditions: tuple[KnownCondition, ...]
    """What is known of its working conditions, of the job itself or of its ROME code."""
    leads: tuple[str, ...]
    """Jobs that answer to it."""
    comes_from: tuple[str, ...]
    """Jobs that usually lead to it."""
    gives: tuple[Passing, ...]
    """What it hands over."""
    receives: tuple[Passing, ...]
    """What it receives."""
    training: Training
    """Programmes that prepare for it."""
    pay: Pay
    """Minimum pay on the day of the answer: what `pay` publishes."""
    earnings: tuple[EarningRow, ...]
    """What people really earn, how much they work and how employment moves, where a source says."""
    department: Annotated["Department", Unpublished]
    stages: Annotated["tuple[Stage, ...]", Unpublished]
    """All the stages, first to last."""
    cards: Annotated[Cards, Unpublished]
    """Cards of every job the sheet names."""


def job_sheet(catalogue: Catalogue, slug: str, today: str) -> JobSheet:
    """Return the sheet of a job on a day (ISO)."""
    job = catalogue.document("profession", slug)
    main = catalogue.document("rome", job.rome[0].lower()) if job.rome else None
    cited = (*job.sources, main.source) if main else job.sources
    leads = _origins(catalogue, "answers_to", slug)
    comes_from = _origins(catalogue, "next_roles", slug)
    gives = passings(catalogue, giver=slug)
    receives = passings(catalogue, receiver=slug)
    training = training_for(catalogue, slug, today)
    named = {
        slug,
        *leads,
        *comes_from,
        *training.through,
        *job.answers_to,
        *job.works_with,
        *job.next_roles,
        *(neighbour.job for neighbour in job.confused_with),
        *(passing.receiver for passing in gives),
        *(passing.giver for passing in receives),
    }
    return JobSheet(
        job=job,
        department=catalogue.document("department", job.department),
        stages=stages_in_order(catalogue),
        cards=catalogue.cards("profession", named),
        leads=leads,
        comes_from=comes_from,
        gives=gives,
        receives=receives,
        training=training,
        pay=pay_of(catalogue, slug, today),
        earnings=earnings_of(catalogue, job),
        sources=in_order(catalogue.cards("source", cited), cited),
        conditions=known_conditions(job, main),
    )


def _origins(catalogue: Catalogue, relation: str, target: str) -> tuple[str, ...]:
    sql = """
        SELECT origin FROM relation JOIN record ON record.slug = origin AND kind = 'profession'
        WHERE name = ? AND target = ? ORDER BY record.position
    """
    return tuple(origin for (origin,) in catalogue.rows(sql, (relation, target)))


def passings(catalogue: Catalogue, **where: Any) -> tuple[Passing, ...]:
    """Return what is handed over, by `giver`, `receiver` or `stage`, in the order of the chain."""
    ((column, value),) = where.items()
    sql = f"""
        SELECT giver, receiver, stage, deliverable, fr, en FROM hand_over
        JOIN record ON record.kind = 'stage' AND record.slug = stage
        WHERE hand_over.{column} = ? ORDER BY record.position, hand_over.rowid
    """
    return tuple(Passing(*row) for row in catalogue.rows(sql, (value,)))
