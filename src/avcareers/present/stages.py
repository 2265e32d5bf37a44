"""The production chain as a drawing, and the sheet of a stage."""

from typing import TYPE_CHECKING

from avcareers.query.stages import Chain, StageSheet
from avcareers.text.wording import Wording

from .citations import error_item, source_lines
from .labels import label
from .naming import job_title
from .page import Item, Line, Next, Page, Section, Span, line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from avcareers.model.base import Text
    from avcareers.model.chain import Deliverable, Duration, Stage

JOBS_NAMED = 2
"""Jobs a hand-over names before it counts the others."""


def chain_page(found: Chain, words: Wording) -> Page:
    """Draw the chain: three phases, seven stages, what passes from one to the next."""
    names = {stage.slug: words.of(stage.name) for stage, _ in found.stages}
    sections = []
    phase = ""
    for number, (stage, count) in enumerate(found.stages, start=1):
        jobs = words.count(count, ("métier", "métiers"), ("job", "jobs"))
        departments = ", ".join(
            words.of(found.departments[slug].name).lower() for slug in stage.departments[:4]
        )
        departments += words.and_others(len(stage.departments) - 4)
        items = [
            Item(line(words.of(stage.summary))),
            Item(
                line(
                    Span(f"{jobs} : " if words.language == "fr" else f"{jobs}: ", "muted"),
                    Span(departments, "muted"),
                )
            ),
        ]
        items += [Item(handed) for handed in _handed_on(stage, names, words)]
        heading = label(words, "phase", stage.phase) if stage.phase != phase else ""
        phase = stage.phase
        title = f"{number} {names[stage.slug]}"
        sections.append(Section(stage.slug, title, tuple(items), heading=heading))
    return Page(
        title=line(
            Span(words("La chaîne de production", "The production chain"), "strong"),
            words(" – trois moments, sept étapes", " – three moments, seven stages"),
        ),
        sections=tuple(sections),
        next=(
            Next(
                words.command("stage", "show", "tournage"),
                words("une étape de près", "one stage up close"),
            ),
            Next(words.command("jobs", "--stage", "tournage"), words("ses métiers", "its jobs")),
        ),
        railed=True,
    )


def _handed_on(stage: "Stage", names: dict[str, str], words: Wording) -> list[Line]:
    """Return what leaves a stage, by the stage it opens."""
    by_next: dict[str, list[str]] = {}
    for deliverable in stage.deliverables:
        if deliverable.opens:
            by_next.setdefault(deliverable.opens, []).append(words.of(deliverable.name))
    return [
        line(Span("▼ ", "accent"), ", ".join(handed), Span(f" → {names[slug]}", "accent"))
        for slug, handed in by_next.items()
    ]


def stage_sheet_page(sheet: StageSheet, words: Wording) -> Page:
    """Present a stage: what happens, what comes in and goes out, who works there, where."""
    stage = sheet.stage
    parts = (
        ("summary", words("En bref", "In brief"), _verdict(sheet, words)),
        ("happens", words("Ce qui s'y passe", "What happens"), _texts(stage.happens, words)),
        ("incoming", words("Ce qui entre", "What comes in"), _incoming(sheet, words)),
        ("outgoing", words("Ce qui en sort", "What goes out"), _outgoing(sheet, words)),
        ("jobs", words("Métiers", "Jobs"), _jobs(sheet, words)),
        ("departments", words("Départements", "Departments"), _departments(sheet, words)),
        ("places", words("Lieux", "Places"),
         [Item(line(", ".join(words.of(place) for place in stage.places)))]),
        ("variants", words("Selon les œuvres", "By kind of work"), _texts(stage.variants, words)),
        ("sources", words("Sources", "Sources"), _sources(sheet, words)),
    )  # fmt: skip
    return Page(
        title=line(
            Span(words.of(stage.name), "strong"),
            Span(f" – {label(words, 'phase', stage.phase)}", "muted"),
        ),
        sections=tuple(Section(key, title, tuple(items)) for key, title, items in parts if items),
        next=(
            Next(words.command("jobs", "--stage", stage.slug), words("ses métiers", "its jobs")),
            Next(words.command("stages"), words("toute la chaîne", "the whole chain")),
        ),
    )


def _verdict(sheet: StageSheet, words: Wording) -> list[Item]:
    """Return what the stage is, how many jobs work there, and how long it lasts where a source says."""
    stage = sheet.stage
    jobs = words.count(len(sheet.jobs), ("métier", "métiers"), ("job", "jobs"))
    departments = words.count(len(stage.departments), ("département", "départements"),
                              ("department", "departments"))  # fmt: skip
    return [
        Item(line(words.of(stage.summary))),
        Item(line(words(f"{jobs} y travaillent, de {departments}.",
                        f"{jobs} work there, from {departments}."))),
        *(Item(_duration(duration, words), True) for duration in stage.durations),
    ]  # fmt: skip


def _texts(texts: "Iterable[Text]", words: Wording) -> list[Item]:
    return [Item(line(words.of(text)), True) for text in texts]


def _incoming(sheet: StageSheet, words: Wording) -> list[Item]:
    return [
        Item(line(words.of(thing.name), Span(f" ({words.of(origin.name)})", "muted")), True)
        for origin, thing in sheet.openers
    ]


def _outgoing(sheet: StageSheet, words: Wording) -> list[Item]:
    names = {stage.slug: words.of(stage.name) for stage in sheet.stages}
    return [
        Item(_deliverable(thing, sheet, names, words), True) for thing in sheet.stage.deliverables
    ]


def _jobs(sheet: StageSheet, words: Wording) -> list[Item]:
    """Return the jobs whose main stage it is, then the others."""
    main = [job for (job,) in sheet.jobs if job.stages[0] == sheet.stage.slug]
    other = [job for (job,) in sheet.jobs if job.stages[0] != sheet.stage.slug]
    named = ((words("Surtout ici", "Mainly here"), main), (words("Aussi", "Also"), other))
    colon = words(" : ", ": ")
    return [
        Item(line(Span(name + colon, "muted"), ", ".join(job_title(job, words) for job in jobs)))
        for name, jobs in named
        if jobs
    ]


def _departments(sheet: StageSheet, words: Wording) -> list[Item]:
    names = [words.of(sheet.departments[slug].name) for slug in sheet.stage.departments]
    return [Item(line(", ".join(names)))]


def _sources(sheet: StageSheet, words: Wording) -> list[Item]:
    doubt = Span(words("Doute : ", "Doubt: "), "warn")
    return [
        *(Item(text, True) for text in source_lines(sheet.sources, words)),
        *(Item(line(doubt, words.of(text)), True) for text in sheet.stage.doubts),
        error_item(sheet.stage.slug, words),
    ]


def _deliverable(
    thing: "Deliverable", sheet: StageSheet, names: dict[str, str], words: Wording
) -> Line:
    parts = [Span(words.of(thing.name), "strong")]
    handed = [p for p in sheet.passed if p.deliverable == thing.slug]
    if handed:
        givers, receivers = (
            _few([job_title(sheet.cards[slug], words) for slug in dict.fromkeys(slugs)], words)
            for slugs in ([p.giver for p in handed], [p.receiver for p in handed])
        )
        parts += [
            Span(words(" : de ", ": from "), "muted"),
            *givers,
            Span(words(" à ", " to "), "muted"),
            *receivers,
        ]
    opens = thing.opens
    if opens:
        parts.append(Span(f" → {names[opens]}", "accent"))
    return tuple(parts)


def _few(names: list[str], words: Wording) -> Line:
    """Name some jobs, and count the others."""
    more = len(names) - JOBS_NAMED
    if more <= 0:
        return line(words.list(names))
    return line(", ".join(names[:JOBS_NAMED]), Span(words.and_others(more), "muted"))


_UNITS = {
    "hours": ("heures", "hours"), "days": ("jours", "days"), "weeks": ("semaines", "weeks"),
    "months": ("mois", "months"), "years": ("ans", "years"),
}  # fmt: skip


def _duration(duration: "Duration", words: Wording) -> Line:
    span = duration.span
    length = words.number(span.low)
    if span.high is not None:
        length = words(
            f"{length} à {words.number(span.high)}", f"{length} to {words.number(span.high)}"
        )
    unit = words(*_UNITS[duration.unit])
    return line(Span(f"{length} {unit}", "strong"), words(" : ", ": "), words.of(duration.of))
