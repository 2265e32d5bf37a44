"""Where a job is taught, in a few lines; and what is said when no programme prepares for it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.query.job import JobSheet
from avcareers.query.training import Course, Training
from avcareers.text.wording import Wording

from .labels import label
from .naming import job_title
from .page import Item, Line, Span, labelled, line

if TYPE_CHECKING:
    from avcareers.model.profession import Profession


BELOW, BELOW_BRIEF = 4, 1
"""Jobs named at most of those whose programmes stand in, and on a short sheet."""


def untaught_lines(
    job: "Profession",
    below: Iterable[str],
    words: Wording,
    *,
    limit: int = BELOW,
    named: bool = True,
) -> Iterator[str]:
    """Yield that no programme prepares for a job, why, and the jobs whose programmes are shown instead.

    `below` names these jobs. It is said so wherever programmes for a job are asked for, and the job
    is `named` unless its own sheet says it.
    """
    title, names = words.quoted(job_title(job, words)), tuple(below)
    if job.no_programme:
        yield words.of(job.no_programme.says)
        start = words("On se forme", "People train")
    else:
        start = words(f"Pas de formation directe{f' pour {title}' if named else ''} ; on se forme",
                      f"No programme leads straight to {title if named else 'it'}; people train")  # fmt: skip
    if names:
        listed = ", ".join(names[:limit]) + words.and_others(len(names) - limit)
        one = len(names) == 1
        before = words("au poste" if one else "aux postes", "the job" if one else "the jobs")
        yield words(f"{start} {before} d'avant : {listed}.",
                    f"{start} for {before} before it: {listed}.")  # fmt: skip
    elif not job.no_programme:
        yield words(
            f"Aucune formation du catalogue ne mène à {title}, ni à un poste d'avant.",
            f"No programme of the catalogue leads to {title}, or to a job before it.",
        )


def training_items(sheet: JobSheet, words: Wording, *, full: bool) -> tuple[Item, ...]:
    """Return the schools counted, and the command that lists the public ones.

    In full they are counted by kind, with examples, and the commands list all, and those for the
    job before.
    """
    job, training = sheet.job, sheet.training
    items = [*(_taught(sheet, words, full) if training.schools else _below(sheet, words, full))]
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
    public = training.by_kind.get("public") or any(training.through_public.values())
    if public:
        command = words.command("schools", "--job", job.slug, "--kind", "public")
        items.append(_try(words("Les publiques : ", "The public ones: "), command))
    if (full or not public) and (training.schools or training.through):
        items.append(_try(words("Toutes : ", "All of them: "),
                          words.command("schools", "--job", job.slug)))  # fmt: skip
    if full and training.schools and training.before:
        before = words("Pour le poste d'avant : ", "For the job before: ")
        items.append(_try(before, words.command("schools", "--job", training.before)))
    return tuple(items)


def _try(why: str, command: str) -> Item:
    return Item(line(Span(why, "muted"), Span(command, "command")))


def _taught(sheet: JobSheet, words: Wording, full: bool) -> Iterator[Item]:
    training = sheet.training
    schools = words.count(training.schools, ("école", "écoles"), ("school", "schools"))
    kinds = f" ({_by_kind(training, words)})" if full else _public(training, words)
    alternance = (
        words(f", {training.alternance} en alternance", f", {training.alternance} in alternance")
        if training.alternance
        else words(", aucune connue en alternance", ", none known in alternance")
    )
    doubt = words(f" ; offre à vérifier dans {training.to_check}",
                  f"; offer to be checked in {training.to_check}") if training.to_check else ""  # fmt: skip
    yield Item(line(Span(schools, "strong"), kinds, alternance, Span(doubt, "warn")))
    if full:
        yield from (Item(_example(course, words), bullet=True) for course in training.examples)


def _public(training: Training, words: Wording) -> str:
    """Return how many schools are public, after their number."""
    return _of_which(training.by_kind.get("public", 0), words) or words(
        ", aucune publique", ", none public"
    )


def _of_which(public: int, words: Wording) -> str:
    if not public:
        return ""
    said = words(f"{public} {'publiques' if public > 1 else 'publique'}", f"{public} public")
    return words(f", dont {said}", f", {said}")


def _by_kind(training: Training, words: Wording) -> str:
    """Return how many schools there are of each kind, public ones first."""
    counts: dict[str | None, int] = dict(
        sorted(training.by_kind.items(), key=lambda counted: counted[0] != "public")
    )
    if unknown := training.schools - sum(training.by_kind.values()):
        counts[None] = unknown
    return ", ".join(f"{label(words, 'school-kind', kind)} {n}" for kind, n in counts.items())


def _below(sheet: JobSheet, words: Wording, full: bool) -> Iterator[Item]:
    names = (
        f"{job_title(sheet.cards[slug], words)} "
        f"({words.count(count, ('école', 'écoles'), ('school', 'schools'))}"
        f"{_of_which(sheet.training.through_public[slug], words)})"
        for slug, count in sheet.training.through.items()
    )
    limit = BELOW if full else BELOW_BRIEF
    said = untaught_lines(sheet.job, names, words, limit=limit, named=False)
    yield from (Item(line(text)) for text in said)


def _example(course: Course, words: Wording) -> Line:
    kind = label(words, "school-kind", course.taught_by.kind)
    return line(Span(course.taught_by.name, "strong"), f" ({kind}) – {course.taught.title}")
