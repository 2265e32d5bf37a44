"""Where a job is taught, in a few lines; and what is said when no programme prepares for it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.query.job import JobSheet
from avcareers.query.training import Course
from avcareers.text.wording import Wording

from .labels import label
from .naming import job_title
from .page import Item, Line, Span, labelled, line

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
        none = words("On", "So programmes")
    else:
        none = words(f"Aucune formation ne mène directement à {title} ; on",
                     f"No programme leads straight to {title}, so those")  # fmt: skip
    if names:
        listed = ", ".join(names[:limit]) + words.and_others(len(names) - limit)
        one = len(names) == 1
        before = words("au poste" if one else "aux postes", "the job" if one else "the jobs")
        yield words(
            f"{none} regarde donc les formations qui préparent {before} d'avant : {listed}.",
            f"{none} for {before} before it are looked at: {listed}.",
        )
    elif not job.no_programme:
        yield words(
            f"Aucune formation du catalogue ne mène à {title}, ni à un poste d'avant.",
            f"No programme of the catalogue leads to {title}, or to a job before it.",
        )


def training_items(sheet: JobSheet, words: Wording, *, examples: bool) -> tuple[Item, ...]:
    """Return the schools counted by kind, examples, and the command that lists them all."""
    job, training = sheet.job, sheet.training
    items = [*(_taught(sheet, words, examples) if training.schools else _below(sheet, words))]
    if job.level == "head" and sheet.comes_from and not job.no_programme:
        said = words(
            "À ce niveau, c'est surtout l'expérience qui ouvre le poste, même avec un diplôme.",
            "At this level it is chiefly experience that opens the job, even with a diploma.",
        )
        items.append(Item(line(said)))
    items += (
        labelled(
            words("Certificat :", "Certificate:"),
            line(f"{one.name}{words(' : ', ': ')}", words.of(one.says)),
        )
        for one in job.certificates
    )
    if training.schools or training.through:
        items.append(_command(words("Toutes : ", "All of them: "), job.slug, words))
    if training.schools and training.before:
        before = words("Pour le poste d'avant : ", "For the job before: ")
        items.append(_command(before, training.before, words))
    return tuple(items)


def _command(why: str, job: str, words: Wording) -> Item:
    return Item(line(Span(why, "muted"), Span(words.command("schools", "--job", job), "command")))


def _taught(sheet: JobSheet, words: Wording, examples: bool) -> Iterator[Item]:
    training = sheet.training
    schools = words.count(training.schools, ("école", "écoles"), ("school", "schools"))
    counts: dict[str | None, int] = dict(training.by_kind.items())
    if unknown := training.schools - sum(counts.values()):
        counts[None] = unknown
    kinds = ", ".join(f"{label(words, 'school-kind', kind)} {n}" for kind, n in counts.items())
    alternance = (
        words(f"dont {training.alternance} en alternance",
              f"of which {training.alternance} in alternance")
        if training.alternance
        else words("aucune connue en alternance", "none known in alternance")
    )  # fmt: skip
    doubt = words(f" ; offre à vérifier dans {training.to_check}",
                  f"; offer to be checked in {training.to_check}") if training.to_check else ""  # fmt: skip
    yield Item(line(Span(schools, "strong"), f" ({kinds}), ", alternance, Span(doubt, "warn")))
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
