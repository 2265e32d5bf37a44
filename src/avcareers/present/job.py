"""The sheet of a job: its parts, in the order docs/sheet.md explains."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.query.job import JobSheet
from avcareers.text.wording import Wording

from .citations import error_item, source_lines
from .earnings import earnings_section, outlook_items
from .glosses import glossed
from .job_conditions import conditions_section, contracts_section
from .job_pay import brief_pay_section
from .job_people import named, people_section
from .job_verdict import WHEN, verdict_section
from .labels import label
from .naming import LIT, UNLIT, job_title, other_title, short_stage
from .page import Item, Line, Next, Page, Section, Span, joined, labelled, line
from .pay import pay_items
from .training import training_items

if TYPE_CHECKING:
    from avcareers.model.profession import Profession

BRIEF_LINES = 45
"""Lines a short sheet may take on a screen of 80 columns."""
PAY_ROWS = 5
"""Floors a whole sheet shows; `pay` shows them all."""

SHOWN_FIELDS = frozenset(
    [
        "slug",
        "title",
        "other_names",
        "department",
        "stages",
        "level",
        "works_on",
        "rome",
        "rome_match",
        "rome_appellations",
        "riasec",
        "pay_functions",
        "work_minimums",
        "summary",
        "tasks",
        "answers_to",
        "works_with",
        "hands_over",
        "confused_with",
        "day_to_day",
        "hiring",
        "skills",
        "tools",
        "ways_in",
        "no_programme",
        "certificates",
        "next_roles",
        "next_roles_support",
        "variants",
        "changes",
        "sources",
        "doubts",
        "reviewed",
    ]
)
"""Fields of a profession that a full sheet shows."""
NOT_SHOWN_FIELDS = frozenset({"formerly", "asked", "activities"})
"""Fields that serve to find a job, not to describe it."""


def job_sheet_page(
    sheet: JobSheet, words: Wording, *, full: bool = False, only: tuple[str, ...] = ()
) -> Page:
    """Present a job, shortened to a screen unless `full`, or only some of its parts."""
    job = sheet.job
    sections = tuple(
        section for build in _PARTS if (section := build(sheet, words, full or bool(only))).items
    )
    if only:
        sections = tuple(section for section in sections if section.key in only)
    page = Page(
        title=line(Span(job_title(job, words), "strong")),
        lead=_head(sheet, words),
        sections=sections,
        next=_next(sheet, words, full),
        brief_lines=None if full or only else BRIEF_LINES,
        shortened=words(
            "Fiche abrégée ; à lire en entier avec --full : {}.",
            "Short sheet; to be read whole with --full: {}.",
        ),
    )
    return glossed(page, words)


def _head(sheet: JobSheet, words: Wording) -> tuple[Line, ...]:
    job = sheet.job
    facts = [
        line(Span(other_title(job, words), "muted")),
        line(words.of(sheet.department.name)),
        line(label(words, "level", job.level)),
    ]
    return (joined(facts, " – "),)


def _next(sheet: JobSheet, words: Wording, full: bool) -> tuple[Next, ...]:
    slug = sheet.job.slug
    commands = []
    if not full:
        commands.append(
            Next(
                words.command("job", "show", slug, "--full"),
                words("toute la fiche", "the whole sheet"),
            )
        )
    if sheet.training.schools or sheet.training.through:
        commands += (
            Next(
                words.command("schools", "--job", slug),
                words("où l'apprendre", "where to learn it"),
            ),
            Next(words.command("plan", slug), words("toutes les voies", "all the ways in")),
        )
    commands += (
        Next(words.command("job", "show", other), words("un métier voisin", "a job next to it"))
        for other in (*sheet.job.next_roles, *sheet.comes_from)[:1]
    )
    to_print = words.into(f"{slug}.html", "job", "show", slug, "--html")
    commands.append(Next(to_print, words("à imprimer", "to print")))
    return tuple(commands)


def _items(texts: Iterable[str], *, bullet: bool = False) -> tuple[Item, ...]:
    return tuple(Item(line(text), bullet) for text in texts)


def _when(sheet: JobSheet, words: Wording, _full: bool) -> Section:
    marks = []
    for stage in sheet.stages:
        active = stage.slug in sheet.job.stages
        name = short_stage(words.of(stage.name))
        mark = Span(f"{LIT} {name}", "accent") if active else Span(f"{UNLIT} {name}", "muted")
        marks.append(line(mark))
    # Two rows, so that the bar holds on a narrow screen without breaking a name.
    rows = [row for row in (marks[:4], marks[4:]) if row]
    return Section("stages", words("Quand", "When"),
                   tuple(Item(joined(row, "  ")) for row in rows), least=2)  # fmt: skip


def tasks_section(sheet: JobSheet, words: Wording, full: bool) -> Section:
    """Return what one does, in the order of time; in full, how it differs by kind of work."""
    items = _items((words.of(task) for task in sheet.job.tasks), bullet=True)
    if full:
        for variant in sheet.job.variants:
            work = label(words, "work", variant.work)
            items += (
                labelled(
                    f"{work[0].upper()}{work[1:]} :"
                    if words.language == "fr"
                    else f"{work[0].upper()}{work[1:]}:",
                    line(words.of(variant.how)),
                ),
            )
    return Section("tasks", words("Ce qu'on fait", "What you do"), items, least=2)


def _neighbours(sheet: JobSheet, words: Wording, _full: bool) -> Section:
    items = tuple(
        Item(
            line(
                Span(job_title(sheet.cards[neighbour.job], words), "strong"),
                words(" : ", ": "),
                words.of(neighbour.difference),
            ),
            bullet=True,
        )
        for neighbour in sheet.job.confused_with
    )
    return Section("neighbours", words("À ne pas confondre", "Not to be confused"), items)


def _conditions(sheet: JobSheet, words: Wording, full: bool) -> Section:
    return conditions_section(sheet, words, full, said=() if full else WHEN)


def _pay(sheet: JobSheet, words: Wording, full: bool) -> Section:
    if not full:
        return brief_pay_section(sheet, words)
    items = pay_items(sheet.pay, words, PAY_ROWS)
    return Section("pay", words("Paie minimale", "Minimum pay"), items, least=1)


def _skills(sheet: JobSheet, words: Wording, full: bool) -> Section:
    if full:
        items = tuple(
            Item(
                line(
                    Span(words.of(skill.skill), "strong"),
                    words(" : ", ": "),
                    words.of(skill.shown_by),
                ),
                bullet=True,
            )
            for skill in sheet.job.skills
        )
    else:
        items = _items((words.of(skill.skill) for skill in sheet.job.skills), bullet=True)
    return Section("skills", words("Savoir-faire", "Skills"), items, least=0)


def _tools(sheet: JobSheet, words: Wording, full: bool) -> Section:
    """Return what one works with; in full, with what is usage of the trade told from what was read."""
    tools = sheet.job.tools
    if not full:
        items = _items([", ".join(words.of(tool.name) for tool in tools)] if tools else ())
    else:
        read = ", ".join(words.of(tool.name) for tool in tools if tool.source)
        usual = ", ".join(words.of(tool.name) for tool in tools if not tool.source)
        items = _items([read] if read else ())
        if usual:
            usage = words("D'après l'usage, sans page lue :", "By usage, no page read:")
            items += (labelled(usage, line(usual)),)
    return Section("tools", words("Outils", "Tools"), items, least=0)


def _ways_in(sheet: JobSheet, words: Wording, full: bool) -> Section:
    """Return the ways in, and where one comes from and goes; the verdict has said one, in short."""
    items = list(way_items(sheet, words, every=full, without_school=full))
    for name, slugs in (
        (words("On vient de :", "From:"), sheet.comes_from),
        (words("On va vers :", "On to:"), sheet.job.next_roles),
    ):
        if slugs:
            items.append(labelled(name, named(sheet, slugs, words)))
    if full:
        items += (
            Item(line(f"{job_title(sheet.cards[step.job], words)}{words(' : ', ': ')}",
                      words.of(step.says)), bullet=True)
            for step in sheet.job.next_roles_support
        )  # fmt: skip
    return Section("ways-in", words("Y entrer", "Ways in"), tuple(items), least=1)


def way_items(
    sheet: JobSheet, words: Wording, *, every: bool, without_school: bool = True
) -> Iterator[Item]:
    """Yield the ways in by kind: the first of each, or `every` one."""
    ways = sheet.job.ways_in
    for name, texts in (
        (words("Formation publique :", "Public training:"), ways.public),
        (words("Sans école :", "Without a school:"), ways.without_school if without_school else ()),
        (words("Formation privée :", "Private training:"), ways.private),
    ):
        yield from (
            labelled(name, line(words.of(text))) for text in (texts if every else texts[:1])
        )


def _training(sheet: JobSheet, words: Wording, full: bool) -> Section:
    items = training_items(sheet, words, full=full)
    return Section("training", words("Se former", "Training"), items)


def _earnings(sheet: JobSheet, words: Wording, full: bool) -> Section:
    # In short, the part on pay says it in a line.
    return earnings_section(sheet.earnings if full else (), words)


def _changes(sheet: JobSheet, words: Wording, full: bool) -> Section:
    items = tuple(
        Item(line(Span(f"{words.day(change.as_of)} ", "muted"), words.of(change.note)), bullet=True)
        for change in sheet.job.changes
    )
    items += outlook_items(sheet.earnings, words, full=full)
    return Section("changes", words("Ce qui change", "What is changing"), items, least=0)


def _sources(sheet: JobSheet, words: Wording, full: bool) -> Section:
    job = sheet.job
    reviewed = words(
        f"Relue le {words.day(job.reviewed)}", f"Reviewed on {words.day(job.reviewed)}"
    )
    counted = words.count(len(sheet.sources), ("source", "sources"), ("source", "sources"))
    doubts = words.count(len(job.doubts), ("doute", "doutes"), ("doubt", "doubts"))
    if job.hiring or job.tools:
        counted += words(" de la fiche", " of the sheet")
    read = [reviewed, counted, *([doubts] if job.doubts else [])]
    codes = [f"ROME {', '.join(job.rome)}"] if full and job.rome else []
    if full and job.riasec:
        codes.append(words(f"Holland {job.riasec}", f"Holland {job.riasec}"))
    separator = words(" ; ", "; ")
    items = [Item(line(Span(separator.join([", ".join(read), *codes]), "muted")))]
    if full:
        items += [Item(_rome_line(job, words)), *(
            Item(text, bullet=True) for text in source_lines(sheet.sources, words))]  # fmt: skip
        if job.pay_functions:
            functions = ", ".join(f"{pay.function} ({pay.idcc})" for pay in job.pay_functions)
            items.append(
                labelled(
                    words(
                        "Fonctions des conventions (IDCC) :", "Functions in the agreements (IDCC):"
                    ),
                    line(functions),
                )
            )
        if sheet.pay.sources:
            items.append(
                Item(line(words("Où ses minimums ont été lus", "Where its minimums were read")))
            )
            items += [Item(text, bullet=True) for text in source_lines(sheet.pay.sources, words)]
        items += [
            Item(line(Span(words("Doute : ", "Doubt: "), "warn"), words.of(doubt)), bullet=True)
            for doubt in job.doubts
        ]
    items.append(error_item(job.slug, words))
    return Section("sources", words("Sources", "Sources"), tuple(items), least=len(items))


def _rome_line(job: "Profession", words: Wording) -> Line:
    """Return how the main ROME code fits the job: its title may be another job's."""
    if not job.rome:
        return line(words("Aucun code ROME ne convient.", "No ROME code fits."))
    named = ", ".join(job.rome_appellations)
    says = label(words, "rome-match", job.rome_match) if job.rome_match else words.unknown
    return labelled(
        words(f"Code ROME {job.rome[0]} :", f"ROME code {job.rome[0]}:"),
        line(says, words(f" (« {named} »)", f" (“{named}”)") if named else ""),
    ).line


_PARTS: tuple[Callable[[JobSheet, Wording, bool], Section], ...] = (
    verdict_section,
    _when,
    tasks_section,
    people_section,
    _neighbours,
    _conditions,
    contracts_section,
    _pay,
    _skills,
    _tools,
    _ways_in,
    _training,
    _earnings,
    _changes,
    _sources,
)
"""What makes each part, in the order of JOB_SECTIONS."""
