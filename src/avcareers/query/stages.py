"""The production chain, and one of its stages."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue

from .job import Passing, passings
from .naming import Cards, department_names, in_order, stages_in_order

if TYPE_CHECKING:
    from avcareers.model.chain import Deliverable, Stage
    from avcareers.model.profession import Profession
    from avcareers.model.source import Source


class Chain(NamedTuple):
    """The seven stages, with who works in each."""

    stages: "tuple[Stage, ...]"
    departments: Cards
    jobs: dict[str, int]
    """Number of jobs of each stage."""


class StageSheet(NamedTuple):
    """A stage, what comes in and goes out, and who works in it."""

    stage: "Stage"
    stages: "tuple[Stage, ...]"
    departments: Cards
    jobs: "tuple[Profession, ...]"
    """Cards of its jobs: those whose main stage it is come first."""
    incoming: "tuple[tuple[Stage, Deliverable], ...]"
    """Deliverables that open it, with the stage they come from."""
    passings: tuple[Passing, ...]
    """Who hands what to whom during it."""
    cards: Cards
    """Cards of its jobs, and of those its hand-overs name."""
    sources: "tuple[Source, ...]"


def chain(catalogue: Catalogue) -> Chain:
    """Give the production chain."""
    sql = "SELECT value FROM facet WHERE kind = 'profession' AND facet = 'stage'"
    jobs = Counter(stage for (stage,) in catalogue.rows(sql))
    return Chain(stages_in_order(catalogue), department_names(catalogue), dict(jobs))


def stage_sheet(catalogue: Catalogue, slug: str) -> StageSheet:
    """Give the sheet of a stage."""
    stages = stages_in_order(catalogue)
    stage = next(stage for stage in stages if stage.slug == slug)
    sql = """
        SELECT card FROM record JOIN facet USING (kind, slug)
        WHERE kind = 'profession' AND facet = 'stage' AND value = ? ORDER BY position
    """
    jobs = sorted(catalogue.read(sql, (slug,)), key=lambda job: job.stages[0] != slug)
    incoming = tuple(
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
        stages=stages,
        departments=department_names(catalogue),
        jobs=tuple(jobs),
        incoming=incoming,
        passings=handed,
        cards=cards | catalogue.cards("profession", named - cards.keys()),
        sources=in_order(catalogue.cards("source", stage.sources), stage.sources),
    )
