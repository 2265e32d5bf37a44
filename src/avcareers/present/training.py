"""Where a job is taught, in a few lines."""

from collections.abc import Iterator

from avcareers.query.job import JobSheet
from avcareers.query.training import Course
from avcareers.text.wording import Wording

from .labels import label
from .naming import job_title
from .page import Item, Line, Span, line


def training_items(sheet: JobSheet, words: Wording, *, examples: bool) -> tuple[Item, ...]:
    """Return the schools counted by kind, examples, and the command that lists them all."""
    training, job = sheet.training, sheet.job.slug
    if not training.schools:
        return tuple(_through(sheet, words))
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
    items = [Item(line(Span(schools, "strong"), f" ({kinds}), ", alternance))]
    if examples:
        items += [Item(_example(course, words), bullet=True) for course in training.examples]
    items.append(
        Item(
            line(
                Span(words("Toutes : ", "All of them: "), "muted"),
                Span(f"avcareers schools --job {job}", "accent"),
            )
        )
    )
    return tuple(items)


def _through(sheet: JobSheet, words: Wording) -> Iterator[Item]:
    yield Item(line(words("Aucune formation du catalogue n'y mène directement.",
                          "No programme of the catalogue leads to it directly.")))  # fmt: skip
    for slug, count in sheet.training.through.items():
        schools = words.count(count, ("école", "écoles"), ("school", "schools"))
        name = job_title(sheet.cards[slug], words)
        yield Item(line(Span(words("Par ", "By way of "), "muted"), name, f" ({schools}) ",
                        Span(f"avcareers schools --job {slug}", "accent")))  # fmt: skip


def _example(course: Course, words: Wording) -> Line:
    kind = label(words, "school-kind", course.taught_by.kind)
    return line(Span(course.taught_by.name, "strong"), f" ({kind}) – {course.taught.title}")
