"""The page of a list of jobs."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from avcareers.query.filters.declaration import in_use
from avcareers.query.jobs import JobList
from avcareers.text.wording import Wording

from .labels import label, values_asked
from .naming import job_title, other_title, short_stage
from .openings import named_when_few, opening_lines, to_type
from .page import Column, Line, Next, Page, Row, Span, line
from .tables import asked_about, table_of

if TYPE_CHECKING:
    from avcareers.model.profession import Profession


def job_list_page(found: JobList, words: Wording) -> Page:
    """Present a list of jobs; under their departments, along the chain."""
    columns, asked = _columns(found, words)
    rows = tuple(Row(_cells(job, found, words), _group(job, found, words)) for job, _ in found.jobs)
    counted = _counted(found, words)
    if found.matching != found.known:
        counted += words(f" sur {found.known}", f" out of {found.known}")
    if len(found.jobs) < found.matching:
        counted += words(f", {len(found.jobs)} affichés", f", {len(found.jobs)} shown")
    example = found.jobs[0].job.slug if found.jobs else ""
    return Page(
        title=line(Span(words("Les métiers", "Jobs"), "strong"), f" – {counted}"),
        table=table_of(words, columns, rows, asked),
        empty=words(
            "Aucun métier ne répond à tous ces critères.", "No job meets all these criteria."
        ),
        instead=(
            *opening_lines(found.openings, ("jobs",), partial(_said, words=words), words),
            *_climb(found, words),
        ),
        footer=tuple(_footer(found, words)),
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
    """Yield the first job by which one comes to a job that would match but for its level."""
    if found.climb:
        first, *_, last = (job_title(job, words) for job in found.climb)
        yield line(words(f"On arrive à « {last} » en commençant par « {first} ».",
                         f"One comes to “{last}” by starting as “{first}”."))  # fmt: skip
        yield to_type(words.command("path", found.climb[0].slug, found.climb[-1].slug))


def _columns(found: JobList, words: Wording) -> tuple[list[Column], set[str]]:
    """Return the columns of a list, and those that say what was asked."""
    asked = asked_about(found.filters, found.order)
    if found.order == "chain":
        asked -= {"department"}  # it heads the rows
    return [
        Column("slug", words("Clé", "Key"), 20, plain_only=True),
        Column("title", words("Métier", "Job"), 18, ratio=3),
        Column("summary", "", 25, ratio=5),
        Column("level", words("Niveau", "Level"), 11, rank=1),
        Column("department", words("Département", "Department"), 15, rank=2, plain_only=True),
        Column("stages", words("Étapes", "Stages"), 15, rank=2, plain_only=True),
        Column("works_on", words("Œuvres", "Works"), 16, ratio=2, rank=3, plain_only=True),
        Column("rome", words("ROME", "ROME"), 5, ratio=0, rank=4, plain_only=True),
        Column("other", words("En anglais", "In French"), 16, plain_only=True),
    ], asked


def _cells(job: "Profession", found: JobList, words: Wording) -> tuple[Line, ...]:
    stages = (short_stage(words.of(s.name)).lower() for s in found.stages if s.slug in job.stages)
    return (
        line(job.slug),
        line(Span(job_title(job, words), "strong")),
        line(words.of(job.summary)),
        line(label(words, "level", job.level)),
        line(words.of(found.departments[job.department].name)),
        line(", ".join(stages)),
        line(", ".join(label(words, "work", work) for work in job.works_on)),
        line(", ".join(job.rome) or Span("?", "unknown")),
        line(other_title(job, words)),
    )


def _group(job: "Profession", found: JobList, words: Wording) -> str:
    return words.of(found.departments[job.department].name) if found.order == "chain" else ""


def _footer(found: JobList, words: Wording) -> Iterator[Line]:
    """Yield which departments are near, what filters mean, and how many jobs may pass too."""
    if found.neighbours:
        near = (words.of(found.departments[slug].name) + words.aside(f"--department {slug}")
                for slug in found.neighbours)  # fmt: skip
        yield line(Span(words("Départements voisins : ", "Departments next to it: "), "strong"),
                   f"{words.list(near)}.")  # fmt: skip
    for entry, asked in in_use(found.filters):
        if entry.means:
            said = words(*entry.means).format(words.list(values_asked(entry, asked, words)))
            yield line(Span(said, "muted"))
    if found.undecided:
        counted = words.count(found.undecided, ("métier", "métiers"), ("job", "jobs"))
        what = words.list(_looked_for(found, words))
        yield line(Span(words("Écartés : ", "Left out: "), "strong"),
                   words(f"{counted} ({what} : {words.unknown}).",
                         f"{counted} ({what}: {words.unknown})."))  # fmt: skip


def _looked_for(found: JobList, words: Wording) -> Iterator[str]:
    """Yield what was asked for that is not known of every job."""
    said = (named for entry, _ in in_use(found.filters) for named in entry.unknown.values())
    yield from (words(*named) for named in dict.fromkeys(said))
