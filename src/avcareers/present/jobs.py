"""The page of a list of jobs."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from avcareers.query.jobs import JobList
from avcareers.text.wording import Wording

from .labels import label
from .naming import LIT, UNLIT, job_title, other_title, short_stage
from .openings import named_when_few, opening_lines, to_type
from .page import Column, Line, Next, Page, Row, Span, line
from .tables import table_of

if TYPE_CHECKING:
    from avcareers.model.chain import Stage
    from avcareers.model.profession import Profession


def stage_marks(stages: "Sequence[Stage]", active: Sequence[str]) -> Line:
    """Draw the seven stages as marks, the active ones lit."""
    return tuple(
        Span(LIT, "accent") if stage.slug in active else Span(UNLIT, "muted") for stage in stages
    )


def job_list_page(found: JobList, words: Wording) -> Page:
    """Present a list of jobs; under their departments, along the chain."""
    columns = (
        Column("title", words("Métier", "Job"), 22, ratio=4),
        Column("other", words("En anglais", "In French"), 16, ratio=3, rank=2),
        Column("stages", words("Étapes", "Stages"), 7, ratio=0, rank=1),
        Column("level", words("Niveau", "Level"), 13, ratio=0, rank=3),
    )
    rows = tuple(Row(_cells(job, found, words), _group(job, found, words)) for job, _ in found.jobs)
    counted = _counted(found, words)
    if found.matching != found.known:
        counted += words(f" sur {found.known}", f" out of {found.known}")
    if len(found.jobs) < found.matching:
        counted += words(f", {len(found.jobs)} affichés", f", {len(found.jobs)} shown")
    names = ", ".join(short_stage(words.of(stage.name)).lower() for stage in found.stages)
    example = found.jobs[0].job.slug if found.jobs else ""
    return Page(
        title=line(Span(words("Les métiers", "Jobs"), "strong"), f" – {counted}"),
        table=table_of(words, columns, rows),
        empty=words(
            "Aucun métier ne répond à tous ces critères.", "No job meets all these criteria."
        ),
        instead=(
            *opening_lines(found.openings, ("jobs",), partial(_said, words=words), words),
            *_climb(found, words),
        ),
        footer=(
            *_undecided(found, words),
            line(
                Span(
                    words(f"Étapes, dans l'ordre : {names}.", f"Stages, in order: {names}."),
                    "muted",
                )
            ),
        ),
        next=()
        if not found.jobs
        else (
            Next(
                words.command("job", "show", example),
                words("la fiche d'un métier", "a job's sheet"),
            ),
            Next(words.command("stages"), words("la chaîne de production", "the production chain")),
        ),
    )


def _counted(found: JobList, words: Wording) -> str:
    return words.count(found.matching, ("métier", "métiers"), ("job", "jobs"))


def _said(found: JobList, words: Wording) -> str:
    """Count the jobs of a list, named when they are few."""
    return named_when_few(
        _counted(found, words), [job_title(row.job, words) for row in found.jobs], found.matching
    )


def _climb(found: JobList, words: Wording) -> Iterator[Line]:
    """Say by which first job one comes to a job that would match but for its level."""
    if found.climb:
        first, *_, last = (job_title(job, words) for job in found.climb)
        yield line(words(f"On arrive à « {last} » en commençant par « {first} ».",
                         f"One comes to “{last}” by starting as “{first}”."))  # fmt: skip
        yield to_type(words.command("path", found.climb[0].slug, found.climb[-1].slug))


def _undecided(found: JobList, words: Wording) -> Iterator[Line]:
    if found.undecided:
        counted = words.count(found.undecided, ("autre métier", "autres métiers"),
                              ("other job", "other jobs"))  # fmt: skip
        unknown = words("conditions non renseignées", "conditions unknown")
        yield line(Span(f"{counted} : {unknown}." if words.language == "fr" else
                        f"{counted}: {unknown}.", "muted"))  # fmt: skip


def _cells(job: "Profession", found: JobList, words: Wording) -> tuple[Line, ...]:
    return (
        line(Span(job_title(job, words), "strong")),
        line(other_title(job, words)),
        stage_marks(found.stages, job.stages),
        line(label(words, "level", job.level)),
    )


def _group(job: "Profession", found: JobList, words: Wording) -> str:
    return words.of(found.departments[job.department].name) if found.order == "chain" else ""
