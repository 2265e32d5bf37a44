"""The sheet of a school: what decides, what it teaches, who answers for it, what is not sure."""

from collections.abc import Iterator

from avcareers.query.school import SchoolSheet
from avcareers.text.wording import Wording

from .citations import error_item, source_lines
from .facts import campus_line, contact_line, insertion_phrase
from .glosses import glossed
from .labels import label
from .page import Item, Next, Page, Section, Span, joined, line
from .school_programmes import doubt_items, programme_sections, remark_sections
from .school_recognition import cited, recognition_section
from .school_verdict import verdict


def school_sheet_page(sheet: SchoolSheet, words: Wording, *, full: bool = False) -> Page:
    """Present a school on the day of the question: in short, or whole."""
    school = sheet.school
    sections = (
        verdict(sheet, words),
        *programme_sections(sheet, words, full=full),
        *remark_sections(sheet, words),
        recognition_section(sheet, words, full=full),
        Section("insertion", words("Après", "Afterwards"), tuple(_insertion(sheet, words))),
        Section("where", words("Où", "Where"), tuple(_where(sheet, words))),
        Section("ask", words("À demander", "What to ask"), (Item(line(
            Span(words("Ce qu'il faut vérifier, et quoi demander : ",
                       "What to check, and what to ask: "), "muted"),
            Span(words.command("school", "check", school.slug), "command"))),)),
        Section("notes", words("À savoir", "Worth knowing"),
                tuple(Item(line(words.of(note)), True) for note in school.notes)),
        Section("doubts", words("Doutes", "Doubts"), tuple(doubt_items(sheet, words))),
        Section("sources", words("Sources", "Sources"), tuple(_sources(sheet, words, full=full))),
    )  # fmt: skip
    cities = dict.fromkeys(campus.city.name for campus in sheet.campuses)
    facts = [line(label(words, "school-kind", school.kind))]
    if cities:
        facts.append(line(", ".join(cities)))
    if school.legal_name:
        facts.insert(0, line(school.legal_name))
    if school.kind_note:
        facts.append(line(words.of(school.kind_note)))
    page = Page(
        title=line(Span(school.name, "strong")),
        lead=(joined(facts, " – "), contact_line(sheet, words)),
        sections=tuple(section for section in sections if section.items or section.table),
        next=tuple(_next(sheet, words)),
    )
    return glossed(page, words)


def _next(sheet: SchoolSheet, words: Wording) -> Iterator[Next]:
    for slug in list(sheet.jobs)[:1]:
        yield Next(words.command("job", "show", slug),
                   words("un métier qu'elle prépare", "a job it prepares for"))  # fmt: skip
    slug = sheet.school.slug
    yield Next(words.command("sources", slug), words("toutes ses sources", "all its sources"))
    yield Next(words.into(f"{slug}.html", "school", "show", slug, "--html"),
               words("à imprimer", "to print"))  # fmt: skip


def _sources(sheet: SchoolSheet, words: Wording, *, full: bool) -> Iterator[Item]:
    """Yield the day of the last review, then each source; in short, who publishes them."""
    day = words.day(sheet.school.reviewed)
    yield Item(line(Span(words(f"Fiche relue le {day}.", f"Sheet reviewed on {day}."), "muted")))
    if full:
        yield from (Item(text, True) for text in source_lines(sheet.own_sources, words))
    else:
        publishers = dict.fromkeys(source.publisher for source in sheet.own_sources)
        yield Item(line(", ".join(publishers), Span(words(" : ", ": "), "muted"),
                        Span(words.command("sources", sheet.school.slug), "command")))  # fmt: skip
    yield error_item(sheet.school.slug, words)


def _where(sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    for campus in sheet.campuses:
        yield Item(campus_line(campus), True)
    if not sheet.campuses:
        yield Item(
            line(Span(words(f"Ville : {words.unknown}", f"City: {words.unknown}"), "unknown"))
        )
    if sheet.school.networks:
        yield Item(line(Span(words("Membre de ", "Member of "), "muted"),
                        ", ".join(sheet.school.networks),
                        Span(words(" (une adhésion, pas une reconnaissance)",
                                   " (a membership, not a recognition)"), "muted")))  # fmt: skip


def _insertion(sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    """Yield what became of the apprentices of each centre, all courses together."""
    if sheet.school.insertion:
        yield Item(line(Span(words(
            "Toutes les formations d'un centre réunies : ce n'est le taux d'aucune d'elles.",
            "All courses of a centre together: this is the rate of none of them."), "muted")))  # fmt: skip
    for insertion in sheet.school.insertion:
        said = insertion_phrase(insertion, words)
        yield Item(line(said, cited(insertion.source, sheet, words)), True)
