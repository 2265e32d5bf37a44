"""The sheet of a school: who answers for it, decoded in eight lines, then what it teaches."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from avcareers.query.school import Registration, SchoolSheet
from avcareers.text.wording import Wording

from .answers import answers_phrase, diploma_phrase, end_phrase
from .citations import error_item, general_rule, source_lines
from .costs import cost_lines
from .facts import (
    alternance_line,
    campus_line,
    insertion_phrase,
    listing_phrase,
    registration_phrase,
)
from .labels import entry_level_label, label
from .naming import counted, course_name, job_title
from .page import Item, Line, Next, Page, Role, Section, Span, joined, line
from .selectivity import places_phrase, selectivity_lines

if TYPE_CHECKING:
    from avcareers.query.judged import JudgedProgramme
    from avcareers.query.recognition import AnyWeighed

CERTIFIERS_NAMED = 3
"""Certifiers a line names before it counts the others."""


def school_sheet_page(sheet: SchoolSheet, words: Wording) -> Page:
    """Present a school on the day of the question."""
    school = sheet.school
    sections = [
        Section("where", words("Où", "Where"), tuple(_where(sheet, words))),
        Section("recognition", words("Qui en répond", "Who answers"), tuple(_decoded(sheet, words))),
        *_programmes(sheet, words),
        Section("insertion", words("Après", "After"), tuple(_insertion(sheet, words))),
        Section("notes", words("À savoir", "Worth knowing"),
                tuple(Item(line(words.of(note)), True) for note in school.notes)),
        Section("doubts", words("Doutes", "Doubts"),
                tuple(Item(line(words.of(doubt)), True) for doubt in school.doubts)),
        Section("sources", words("Sources", "Sources"), (
            Item(line(Span(words(f"Relue le {words.day(school.reviewed)}",
                                 f"Reviewed on {words.day(school.reviewed)}"), "muted"))),
            *(Item(text, True) for text in source_lines(sheet.own_sources, words)),
            error_item(school.slug, words))),
    ]  # fmt: skip
    kind = label(words, "school-kind", school.kind)
    facts = [line(kind)]
    if school.legal_name:
        facts.insert(0, line(school.legal_name))
    if school.kind_note:
        facts.append(line(words.of(school.kind_note)))
    return Page(
        title=line(Span(school.name, "strong")),
        lead=(joined(facts, " – "),),
        sections=tuple(section for section in sections if section.items),
        next=tuple(_next(sheet, words)),
    )


def _next(sheet: SchoolSheet, words: Wording) -> Iterator[Next]:
    for slug in list(sheet.jobs)[:1]:
        yield Next(words.command("job", "show", slug),
                   words("un métier qu'elle prépare", "a job it prepares for"))  # fmt: skip
    yield Next(
        words.command("sources", sheet.school.slug), words("toutes ses sources", "all its sources")
    )


def _where(sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    for campus in sheet.campuses:
        yield Item(campus_line(campus), True)
    if not sheet.campuses:
        yield Item(
            line(Span(words(f"Ville : {words.unknown}", f"City: {words.unknown}"), "unknown"))
        )
    if sheet.school.website:
        yield Item(line(Span(sheet.school.website, "accent")))
    if sheet.school.networks:
        yield Item(line(Span(words("Membre de ", "Member of "), "muted"),
                        ", ".join(sheet.school.networks),
                        Span(words(" (une adhésion, pas une reconnaissance)",
                                   " (a membership, not a recognition)"), "muted")))  # fmt: skip


def _decoded(sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    """Yield both answers, then the eight things that “recognised” mixes up, the missing ones too."""
    yield Item(_answers(sheet, words))
    kinds = _by_kind(sheet)
    over = [*kinds["tutelle"], *kinds["contrat"]]
    yield from _entries(words("1 Tutelle ou contrat", "1 Supervision or contract"), over, sheet,
                        words)  # fmt: skip
    yield from _in_force(sheet, words)
    yield _awards(sheet, words)
    yield _who_delivers(sheet, words)
    yield _levels(sheet, words)
    yield from _registrations(kinds["rncp"], sheet, words)
    grades = [*kinds["visa"], *kinds["grade-licence"], *kinds["grade-master"]]
    yield from _entries(words("7 Visa ou grade", "7 Visa or degree"), grades, sheet, words,
                        verify="visa-et-grade")  # fmt: skip
    yield from _entries("8 Qualiopi", kinds["qualiopi"], sheet, words, verify="qualiopi")
    for kind in ("profession", "accreditation", "soutien"):
        if kinds[kind]:
            said = label(words, "recognition", kind)
            yield from _entries(said[0].upper() + said[1:], kinds[kind], sheet, words)


def _answers(sheet: SchoolSheet, words: Wording) -> Line:
    said = answers_phrase(sheet.school, sheet.recognition, sheet.programmes, words)
    role: Role = "good" if any(sheet.recognised) else "plain"
    day = words.day(sheet.today)
    return line(Span(said[0].upper() + said[1:], role),
                Span(words(f", au {day}.", f", on {day}."), "muted"))  # fmt: skip


def _by_kind(sheet: SchoolSheet) -> "dict[str, list[AnyWeighed]]":
    kinds: dict[str, list[AnyWeighed]] = defaultdict(list)
    every: list[AnyWeighed] = [*sheet.recognition, *sheet.of_diplomas]
    for weighed in every:
        kinds[weighed.entry.kind].append(weighed)
    return kinds


def _titled(title: str, *parts: "str | Span | Line", words: Wording) -> Item:
    return Item(line(Span(title + words(" : ", ": "), "muted"), *parts))


def _entries(
    title: str,
    found: "list[AnyWeighed]",
    sheet: SchoolSheet,
    words: Wording,
    *,
    verify: str | None = None,
) -> Iterator[Item]:
    if not found:
        yield _titled(title, Span(words.unknown, "unknown"), _verify(verify, sheet, words),
                      words=words)  # fmt: skip
    for weighed in found:
        entry = weighed.entry
        who = "" if entry.kind == "rncp" else f"{label(words, 'authority', entry.authority)} – "
        yield _titled(title, who, words.of(entry.detail), end_phrase(weighed, words),
                      _cited(entry.source, sheet, words), words=words)  # fmt: skip


def _verify(topic: str | None, sheet: SchoolSheet, words: Wording) -> Span:
    """Return where a missing line is verified."""
    places = sheet.checked_at.get(topic or "", ())
    if not places:
        return Span("")
    return Span(words(f" – vérifier : {places[0].url}", f" – check at: {places[0].url}"), "muted")


def _cited(source: str, sheet: SchoolSheet, words: Wording) -> Span:
    card = sheet.cited[source]
    read = f"{words('lu le', 'read on')} {words.day(card.read_on)}"
    return Span(f" [{card.publisher}, {read}{general_rule(card, words)}]", "muted")


def _in_force(sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    title = words("2 En cours", "2 In force")
    kinds = _by_kind(sheet)
    found = [weighed.entry for some in kinds.values() for weighed in some
             if weighed.standing == "in-force"]  # fmt: skip
    if not found:
        yield _titled(title, Span(words("rien", "nothing"), "warn"), words=words)
        return
    names = dict.fromkeys(
        f"{label(words, 'recognition', e.kind)} ({label(words, 'authority', e.authority)}"
        + (words(f", jusqu'au {words.part_day(e.until)}", f", until {words.part_day(e.until)}")
           if e.until else "") + ")"
        for e in found
    )  # fmt: skip
    yield _titled(title, Span(", ".join(names), "good"), words=words)
    for weighed in kinds["diplome-national"]:
        entry = weighed.entry
        yield Item(line("  ", words.of(entry.detail), _cited(entry.source, sheet, words)))


def _awards(sheet: SchoolSheet, words: Wording) -> Item:
    named = counted(label(words, "award", each.award) for each in sheet.school.programmes)
    title = words("3 Nature des diplômes", "3 Nature of the awards")
    return _titled(title, named or Span(words.unknown, "unknown"), words=words)


def _who_delivers(sheet: SchoolSheet, words: Wording) -> Item:
    """Return who delivers the awards: the certifiers of the register."""
    title = words("4 Qui délivre", "4 Who delivers")
    names = dict.fromkeys(
        name
        for programme in sheet.school.programmes
        if programme.certification
        for name in sheet.registration(programme.certification).certification.certifiers
    )
    if not names:
        return _titled(title, Span(words.unknown, "unknown"), words=words)
    kept = list(names)[:CERTIFIERS_NAMED]
    others = words.and_others(len(names) - len(kept))
    return _titled(title, "; ".join(kept), Span(others, "muted"),
                   Span(" [RNCP]", "muted"), words=words)  # fmt: skip


def _levels(sheet: SchoolSheet, words: Wording) -> Item:
    levels = sorted({p.level for p in sheet.school.programmes if p.level})
    title = words("5 Niveau", "5 Level")
    shown = ", ".join(map(str, levels))
    return _titled(title, shown or Span(words.unknown, "unknown"), words=words)


def _registrations(found: "list[AnyWeighed]", sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    """Yield the certifications of its programmes, their successors, and what else was read of some."""
    title = words("6 Certification", "6 Certification")
    named = dict.fromkeys(
        p.record.certification for p in sheet.programmes if p.record.certification
    )
    if not named and not found:
        yield from _entries(title, [], sheet, words, verify="rncp")
    for slug in named:
        registration = sheet.registration(slug)
        yield _titled(title, _registration(registration, words), words=words)
        if registration.standing == "expired":
            for after in registration.certification.replaced_by:
                successor = _registration(sheet.registration(after), words)
                yield Item(
                    line(Span(words("  remplacée par ", "  replaced by "), "muted"), successor)
                )
    yield from (entry for weighed in found for entry in _entries(title, [weighed], sheet, words))


def _registration(registration: Registration, words: Wording) -> Line:
    certification, standing = registration
    parts: list[Any] = [f"RNCP {certification.number}"]
    if certification.title:
        inferred = words(" (intitulé reconstitué)", " (title inferred)")
        parts.append(f", {certification.title}{inferred if certification.title_inferred else ''}")
    until = registration_phrase(certification.expires, standing, words)
    parts.append(Span(f", {until}", "good" if standing == "in-force" else "warn"))
    if standing != "in-force" and certification.listed:
        parts.append(Span(f" ({listing_phrase(certification.listed, words)})", "muted"))
    return line(*parts)


def _insertion(sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    """Yield what became of the apprentices of each centre, all courses together."""
    if sheet.school.insertion:
        yield Item(line(Span(words(
            "Toutes les formations d'un centre réunies : ce n'est le taux d'aucune d'elles.",
            "All courses of a centre together: this is the rate of none of them."), "muted")))  # fmt: skip
    for insertion in sheet.school.insertion:
        said = insertion_phrase(insertion, words)
        yield Item(line(said, _cited(insertion.source, sheet, words)), True)


def _programmes(sheet: SchoolSheet, words: Wording) -> Iterator[Section]:
    for index, programme in enumerate(sheet.programmes):
        heading = words("Formations", "Programmes") if index == 0 else ""
        name = course_name(programme.record, words)
        items = (Item(line(Span(name, "strong"))), *_programme_items(programme, sheet, words))
        key = f"programme-{programme.record.slug}"
        yield Section(key, str(index + 1), items, heading=heading)


def _programme_facts(judged: "JudgedProgramme", sheet: SchoolSheet, words: Wording) -> str:
    """Return in one line what leads where: award, length, entry, admission, status, city."""
    programme = judged.record
    award = diploma_phrase(judged, words)
    award = award[0].upper() + award[1:]
    facts = [f"{award}, {words('niveau', 'level')} {programme.level or words.unknown}"]
    if programme.years:
        facts.append(words.years(programme.years))
    if programme.entry_level is not None:
        entry = entry_level_label(words, programme.entry_level)
        facts.append(words("entrée : ", "entry: ") + entry)
    facts += (
        words.list(named)
        for named in (
            [label(words, "admission", way) for way in programme.admission],
            [label(words, "route", route) for route in programme.routes],
            [sheet.city(place) for place in programme.campuses],
        )
        if named
    )
    return " – ".join(facts)


def _programme_items(
    judged: "JudgedProgramme", sheet: SchoolSheet, words: Wording
) -> Iterator[Item]:
    def cite(source: str) -> Span:
        return _cited(source, sheet, words)

    programme = judged.record
    if programme.course_name:
        yield Item(line(Span(words("Diplôme : ", "Award: "), "muted"), programme.title))
    yield Item(line(_programme_facts(judged, sheet, words)))
    if programme.certification:
        registration = sheet.registration(programme.certification)
        yield Item(line(Span(words("Certification : ", "Certification: "), "muted"),
                        _registration(registration, words)))  # fmt: skip
    if programme.admission_note:
        yield Item(line(Span(words("Admission : ", "Admission: "), "muted"),
                        words.of(programme.admission_note)))  # fmt: skip
    yield Item(alternance_line(judged, cite, words))
    yield from map(Item, cost_lines(judged, cite, words))
    if programme.places:
        yield Item(line(Span(words("Places : ", "Places: "), "muted"),
                        places_phrase(programme.places, words)))  # fmt: skip
    yield from map(Item, selectivity_lines(programme.selectivity, words))
    if programme.leads_to:
        jobs = ", ".join(job_title(sheet.jobs[slug], words) for slug in programme.leads_to)
        yield Item(line(Span(words("Prépare à : ", "Prepares for: "), "muted"), jobs))
    for doubt in programme.doubts:
        yield Item(line(Span(words("Doute : ", "Doubt: "), "warn"), words.of(doubt)))
