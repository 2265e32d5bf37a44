"""Where a job is taught, in a few lines; and what is said when no programme prepares for it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.query.job import JobSheet
from avcareers.query.training import Course
from avcareers.text.wording import Wording

from .labels import label
from .naming import job_title
from .page import Item, Line, Span, line

if TYPE_CHECKING:
    from avcareers.model.profession import Profession


BELOW = 4
"""Jobs named at most of those whose programmes stand in."""


def untaught_lines(
    job: "Profession", below: Iterable[str], words: Wording, *, limit: int = BELOW
) -> Iterator[str]:
    """Say that no programme prepares for a job, why, and the jobs whose programmes are shown instead.

    `below` names these jobs. It is said so wherever programmes for a job are asked for.
    """
    title, names = words.quoted(job_title(job, words)), tuple(below)
    if job.no_programme:
        yield words.of(job.no_programme.says)
    if names:
        listed = ", ".join(names[:limit]) + words.and_others(len(names) - limit)
        one = len(names) == 1
        before = words("au poste" if one else "aux postes", "the job" if one else "the jobs")
        yield words(
            f"Aucune formation ne mène directement à {title} ; on regarde donc celles qui préparent "
            f"{before} d'avant : {listed}.",
            f"No programme leads straight to {title}; those that prepare for {before} before it are "
            f"looked at instead: {listed}.",
        )
    elif not job.no_programme:
        yield words(
            f"Aucune formation du catalogue ne mène à {title}, ni à un poste d'avant.",
            f"No programme of the catalogue leads to {title}, or to a job before it.",
        )


def training_items(sheet: JobSheet, words: Wording, *, examples: bool) -> tuple[Item, ...]:
    """Return the schools counted by kind, examples, and the command that lists them all."""
    taught = sheet.training.schools
    items = [*(_taught(sheet, words, examples) if taught else _below(sheet, words))]
    if sheet.job.level == "head" and sheet.comes_from:
        more = words(
            " ; voir aussi où s'apprennent les métiers d'où l'on vient",
            "; see also where the jobs one comes from are taught",
        )
        said = words(
            "À ce niveau, c'est surtout l'expérience qui ouvre le poste, même avec un diplôme",
            "At this level it is chiefly experience that opens the job, even with a diploma",
        )
        items.append(Item(line(f"{said}{more if taught else ''}.")))
    if taught or sheet.training.through:
        command = Span(f"avcareers schools --job {sheet.job.slug}", "accent")
        items.append(Item(line(Span(words("Toutes : ", "All of them: "), "muted"), command)))
    return tuple(items)


def _taught(sheet: JobSheet, words: Wording, examples: bool) -> Iterator[Item]:
    training = sheet.training
    schools = words.count(training.schools, ("école", "écoles"), ("school", "schools"))
    kinds = ", ".join(
        f"{label(words, 'school-kind', kind)} {count}" for kind, count in training.by_kind.items()
    )
    alternance = (
        words(f"dont {training.alternance} en alternance",
              f"of which {training.alternance} in alternance")
        if training.alternance
        else words("aucune connue en alternance", "none known in alternance")
    )  # fmt: skip
    yield Item(line(Span(schools, "strong"), f" ({kinds}), ", alternance))
    if examples:
        yield from (Item(_example(course, words), bullet=True) for course in training.examples)


def _below(sheet: JobSheet, words: Wording) -> Iterator[Item]:
    names = (
        f"{job_title(sheet.cards[slug], words)} "
        f"({words.count(count, ('école', 'écoles'), ('school', 'schools'))})"
        for slug, count in sheet.training.through.items()
    )
    yield from (Item(line(said)) for said in untaught_lines(sheet.job, names, words))


def _example(course: Course, words: Wording) -> Line:
    kind = label(words, "school-kind", course.taught_by.kind)
    return line(Span(course.taught_by.name, "strong"), f" ({kind}) – {course.taught.title}")
