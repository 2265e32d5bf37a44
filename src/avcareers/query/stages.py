"""The production chain, and one of its stages."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Rows, Unpublished
from avcareers.store.catalogue import Catalogue

from .cards import Cards, department_names, in_order, stages_in_order
from .job import Passing, passings

if TYPE_CHECKING:
    from avcareers.model.chain import Deliverable, Stage
    from avcareers.model.profession import Profession
    from avcareers.model.source import Source


class StageRow(NamedTuple):
    """A stage of the chain."""

    stage: Annotated["Stage", Merged()]
    """The stage."""
    jobs: int
    """Number of jobs that work in it."""


class Chain(NamedTuple):
    """The seven stages, with who works in each."""

    stages: Annotated[tuple[StageRow, ...], Rows]
    """The stages, first to last."""
    departments: Annotated[Cards, Unpublished]


class NamedJob(NamedTuple):
    """A job, by its key and titles."""

    job: Annotated["Profession", Merged("slug", "title")]
    """Card of the job."""


class StageSheet(NamedTuple):
    """A stage, what comes in and goes out, and who works in it."""

    stage: Annotated["Stage", Merged()]
    """The stage."""
    sources: "tuple[Source, ...]"
    """Sources, in full."""
    incoming: tuple[str, ...]
    """Deliverables of other stages that open it."""
    passed: tuple[Passing, ...]
    """Who hands what to whom."""
    jobs: tuple[NamedJob, ...]
    """Jobs that work in it, those whose main stage it is first."""
    openers: Annotated["tuple[tuple[Stage, Deliverable], ...]", Unpublished]
    """Deliverables that open it, with the stage they come from."""
    stages: Annotated["tuple[Stage, ...]", Unpublished]
    """All the stages, first to last."""
    departments: Annotated[Cards, Unpublished]
    cards: Annotated[Cards, Unpublished]
    """Cards of its jobs, and of those its hand-overs name."""


def chain(catalogue: Catalogue) -> Chain:
    """Return the production chain."""
    sql = "SELECT value FROM facet WHERE kind = 'profession' AND facet = 'stage'"
    jobs = Counter(stage for (stage,) in catalogue.rows(sql))
    rows = (StageRow(stage, jobs[stage.slug]) for stage in stages_in_order(catalogue))
    return Chain(tuple(rows), department_names(catalogue))


def stage_sheet(catalogue: Catalogue, slug: str) -> StageSheet:
    """Return the sheet of a stage."""
    stages = stages_in_order(catalogue)
    stage = next(stage for stage in stages if stage.slug == slug)
    sql = """
        SELECT card FROM record JOIN facet USING (kind, slug)
        WHERE kind = 'profession' AND facet = 'stage' AND value = ? ORDER BY position
    """
    jobs = sorted(catalogue.read(sql, (slug,)), key=lambda job: job.stages[0] != slug)
    openers = tuple(
        (origin, deliverable)
        for origin in stages
        for deliverable in origin.deliverables
        if deliverable.opens == slug
    )
    handed = passings(catalogue, stage=slug)
    cards = {job.slug: job for job in jobs}
    named = {slug for passing in handed for slug in (passing.giver, passing.receiver)}
    return StageSheet(
        stage=stage,
        sources=in_order(catalogue.cards("source", stage.sources), stage.sources),
        incoming=tuple(deliverable.slug for _, deliverable in openers),
        passed=handed,
        jobs=tuple(map(NamedJob, jobs)),
        openers=openers,
        stages=stages,
        departments=department_names(catalogue),
        cards=cards | catalogue.cards("profession", named - cards.keys()),
    )
