"""The sheet of a school: who answers for it, decoded in eight lines, then what it teaches."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from avcareers.query.recognition import registration_standing, standing
from avcareers.query.school import SchoolSheet
from avcareers.query.school_filters import alternance_mode, current_fees
from avcareers.text.wording import Wording

from .citations import source_lines
from .jobs import job_title
from .labels import entry_level_label, label
from .page import Item, Line, Next, Page, Role, Section, Span, joined, line

if TYPE_CHECKING:
    from avcareers.model.certification import Certification
    from avcareers.model.school import Programme, Recognition


def school_sheet_page(sheet: SchoolSheet, words: Wording) -> Page:
    """Present a school on the day of the question."""
    school = sheet.school
    sections = [
        Section("where", words("Où", "Where"), tuple(_where(sheet, words))),
        Section("recognition", words("Qui en répond", "Who answers"), tuple(_decoded(sheet, words))),
        *_programmes(sheet, words),
        Section("notes", words("À savoir", "Worth knowing"),
                tuple(Item(line(words.of(note)), True) for note in school.notes)),
        Section("doubts", words("Doutes", "Doubts"),
                tuple(Item(line(words.of(doubt)), True) for doubt in school.doubts)),
        Section("sources", words("Sources", "Sources"), (
            Item(line(Span(words(f"Relue le {words.day(school.reviewed)}",
                                 f"Reviewed on {words.day(school.reviewed)}"), "muted"))),
            *(Item(text, True) for text in source_lines(sheet.sources, words)))),
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
        yield Next(f"avcareers job show {slug}",
                   words("un métier qu'elle prépare", "a job it prepares for"))  # fmt: skip
    yield Next(
        f"avcareers sources {sheet.school.slug}", words("toutes ses sources", "all its sources")
    )


def _where(sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    for campus in sheet.school.campuses:
        place = sheet.places[campus.place]
        address = ", ".join(part for part in (campus.address, campus.postcode) if part)
        parts: list[str | Span] = [Span(place.name, "strong"), f" ({place.region})"]
        if address:
            parts.append(f", {address}")
        if campus.uai:
            parts.append(Span(f" – UAI {campus.uai}", "muted"))
        yield Item(line(*parts), True)
    if not sheet.school.campuses:
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
    """Say the eight things that “recognised” mixes up, the missing ones too."""
    entries = [*sheet.school.recognition]
    for programme in sheet.school.programmes:
        entries += programme.recognition
    by_kind: dict[str, list[Recognition]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry)
    grades = [*by_kind.get("visa", ()), *by_kind.get("grade-licence", ()),
              *by_kind.get("grade-master", ())]  # fmt: skip
    yield _verdict(sheet, words)
    for title, found in (
        (words("Tutelle", "Supervision"), by_kind.get("tutelle", [])),
        (words("Diplômes nationaux", "National diplomas"), by_kind.get("diplome-national", [])),
        (words("Visa ou grade", "Visa or degree"), grades),
    ):
        yield from _entry_items(title, found, sheet, words)
    yield _awards(sheet, words)
    yield from _registrations(by_kind.get("rncp", []), sheet, words)
    for title, kind in (
        (words("Accréditation", "Accreditation"), "accreditation"),
        ("Qualiopi", "qualiopi"),
        (words("Soutien public", "Public support"), "soutien"),
    ):
        yield from _entry_items(title, by_kind.get(kind, []), sheet, words)


def _verdict(sheet: SchoolSheet, words: Wording) -> Item:
    day = words.day(sheet.today)
    text, role = {
        "in-force": (words("Un ministère en répond", "A ministry answers for it"), "good"),
        "expired": (words("Ce dont un ministère répondait est échu",
                          "What a ministry answered for has expired"), "warn"),
        "end-unknown": (words("Un visa ou un grade, dont l'échéance est inconnue",
                              "A visa or degree, whose end is unknown"), "warn"),
        "informative": (words("Aucun ministère n'en répond d'après les sources lues",
                              "No ministry answers for it in the sources read"), "plain"),
    }[sheet.standing]  # fmt: skip
    return Item(line(Span(text, role), Span(words(f", au {day}.", f", on {day}."), "muted")))  # type: ignore[arg-type]


def _entry_items(
    title: str, found: "list[Recognition]", sheet: SchoolSheet, words: Wording
) -> Iterator[Item]:
    colon = words(" : ", ": ")
    if not found:
        yield Item(line(Span(title + colon, "muted"), Span(words.unknown, "unknown")))
    for entry in found:
        yield Item(line(Span(title + colon, "muted"),
                        Span(f"{label(words, 'authority', entry.authority)} – "),
                        words.of(entry.detail), _until(entry, sheet, words),
                        _cited(entry.source, sheet, words)))  # fmt: skip


def _until(entry: "Recognition", sheet: SchoolSheet, words: Wording) -> Span:
    found = standing(entry, sheet.today)
    if entry.kind == "rncp":
        found = registration_standing(entry, sheet.today)
    if entry.until:
        day = words.day(entry.until)
        if found == "expired":
            return Span(words(f" Échu depuis le {day}.", f" Expired since {day}."), "warn")
        return Span(words(f" Jusqu'au {day}.", f" Until {day}."), "good")
    if found == "end-unknown":
        return Span(words(" Échéance inconnue.", " End unknown."), "warn")
    return Span("")


def _cited(source: str, sheet: SchoolSheet, words: Wording) -> Span:
    card = sheet.cited[source]
    day = words.day(card.read_on)
    return Span(f" [{card.publisher}, {words('lu le', 'read on')} {day}]", "muted")


def _awards(sheet: SchoolSheet, words: Wording) -> Item:
    counts: dict[str, int] = {}
    levels: set[int] = set()
    for programme in sheet.school.programmes:
        counts[programme.award] = counts.get(programme.award, 0) + 1
        if programme.level:
            levels.add(programme.level)
    title = Span(words("Nature des diplômes : ", "Nature of the awards: "), "muted")
    if not counts:
        return Item(line(title, Span(words.unknown, "unknown")))
    named = ", ".join(
        f"{label(words, 'award', award)} ({count})" for award, count in counts.items()
    )
    shown = "/".join(map(str, sorted(levels)))
    level = words(f" ; niveau {shown}", f"; level {shown}") if levels else ""
    return Item(line(title, named, level))


def _registrations(
    found: "list[Recognition]", sheet: SchoolSheet, words: Wording
) -> Iterator[Item]:
    yield from _entry_items(words("RNCP", "RNCP"), found, sheet, words)
    for entry in found:
        certification = sheet.certifications.get(entry.certification or "")
        if certification and registration_standing(entry, sheet.today) == "expired":
            for slug in certification.replaced_by:
                yield Item(line(Span(words("  remplacée par ", "  replaced by "), "muted"),
                                _certification(sheet.certifications[slug], sheet, words)))  # fmt: skip


def _certification(certification: "Certification", sheet: SchoolSheet, words: Wording) -> Line:
    parts: list[Any] = [f"RNCP {certification.number}"]
    if certification.title:
        inferred = words(" (intitulé reconstitué)", " (title inferred)")
        parts.append(f", {certification.title}{inferred if certification.title_inferred else ''}")
    if certification.expires is None:
        parts.append(Span(words(", échéance inconnue", ", end unknown"), "warn"))
    else:
        day = words.day(certification.expires)
        if certification.expires < sheet.today:
            parts.append(Span(words(f", échue depuis le {day}", f", expired since {day}"), "warn"))
        else:
            parts.append(Span(words(f", jusqu'au {day}", f", until {day}"), "good"))
    return line(*parts)


def _programmes(sheet: SchoolSheet, words: Wording) -> Iterator[Section]:
    for index, programme in enumerate(sheet.school.programmes):
        heading = words("Formations", "Programmes") if index == 0 else ""
        name = programme.course_name or programme.title
        items = (Item(line(Span(name, "strong"))), *_programme_items(programme, sheet, words))
        yield Section(f"programme-{programme.slug}", str(index + 1), items, heading=heading)


def _programme_items(programme: "Programme", sheet: SchoolSheet, words: Wording) -> Iterator[Item]:
    award = label(words, "award", programme.award)
    facts = [f"{award}, {words('niveau', 'level')} {programme.level or words.unknown}"]
    if programme.years:
        facts.append(words.years(programme.years))
    if programme.entry_level is not None:
        facts.append(
            words("entrée : ", "entry: ") + entry_level_label(words, programme.entry_level)
        )
    if programme.admission:
        facts.append(words.list(label(words, "admission", way) for way in programme.admission))
    if programme.course_name:
        yield Item(line(Span(words("Diplôme : ", "Award: "), "muted"), programme.title))
    yield Item(line(" – ".join(facts)))
    if programme.certification:
        certification = sheet.certifications[programme.certification]
        yield Item(line(Span(words("Certification : ", "Certification: "), "muted"),
                        _certification(certification, sheet, words)))  # fmt: skip
    if programme.admission_note:
        yield Item(line(Span(words("Admission : ", "Admission: "), "muted"),
                        words.of(programme.admission_note)))  # fmt: skip
    yield _alternance(programme, words)
    yield from _fees(programme, sheet.today, words)
    if programme.places:
        count = f"{programme.places.count} – " if programme.places.count else ""
        yield Item(line(Span(words("Places : ", "Places: "), "muted"),
                        f"{count}{words.of(programme.places.of)}"))  # fmt: skip
    yield from _selectivity(programme, words)
    if programme.leads_to:
        jobs = ", ".join(job_title(sheet.jobs[slug], words) for slug in programme.leads_to)
        yield Item(line(Span(words("Prépare à : ", "Prepares for: "), "muted"), jobs))
    for doubt in programme.doubts:
        yield Item(line(Span(words("Doute : ", "Doubt: "), "warn"), words.of(doubt)))


def _alternance(programme: "Programme", words: Wording) -> Item:
    mode = alternance_mode(programme)
    roles: dict[str, Role] = {"full": "good", "partial": "good", "likely": "warn",
                              "unknown": "unknown"}  # fmt: skip
    parts: list[Any] = [Span(words("Alternance : ", "Alternance: "), "muted"),
                        Span(label(words, "alternance", mode), roles.get(mode, "plain"))]  # fmt: skip
    found = programme.alternance
    if found and found.detail:
        dated = f" ({found.as_of})" if found.as_of else ""
        parts.append(f" – {words.of(found.detail)}{dated}")
    return Item(line(*parts))


def _fees(programme: "Programme", today: str, words: Wording) -> Iterator[Item]:
    title = Span(words("Frais : ", "Fees: "), "muted")
    if not programme.fees:
        yield Item(line(title, Span(words.unknown, "unknown")))
    current = current_fees(programme, today)
    for fees in programme.fees:
        amount = words.euros(fees.low)
        if fees.high:
            amount = words(f"de {words.number(fees.low)} à {words.euros(fees.high)}",
                           f"{words.euros(fees.low)} to {words.euros(fees.high)}")  # fmt: skip
        when = fees.year or words("année non précisée", "year not stated")
        old = Span(words(" (ancien : à vérifier)", " (old: check it)"), "warn")
        yield Item(line(title, Span(f"{amount} {words('par an', 'a year')}", "strong"),
                        f", {when}. {words.of(fees.covers)}",
                        Span("") if fees in current else old))  # fmt: skip


def _selectivity(programme: "Programme", words: Wording) -> Iterator[Item]:
    for found in programme.selectivity:
        parts = []
        if found.candidates is not None:
            what = label(words, "counted-as", found.counted_as)
            parts.append(f"{words.number(found.candidates)} {what}")
        if found.admitted is not None:
            admitted = words.number(found.admitted)
            parts.append(words(f"{admitted} admis", f"{admitted} admitted"))
        if found.places is not None:
            parts.append(words.count(found.places, ("place", "places"), ("place", "places")))
        yield Item(line(Span(words(f"Parcoursup {found.session} : ",
                                   f"Parcoursup {found.session}: "), "muted"),
                        ", ".join(parts)))  # fmt: skip
