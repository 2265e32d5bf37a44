"""What a school teaches: a table when there is something to compare, then each programme in full."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.text.wording import Wording

from .answers import diploma_phrase, diploma_short
from .costs import cost_lines, costs_cell
from .facts import alternance_cell, alternance_evidence, alternance_line
from .labels import entry_level_label, entry_level_short, label
from .naming import course_and_track, course_name, job_title, length_phrase, offer_mark
from .page import Column, Item, Line, Row, Section, Span, Table, line
from .school_recognition import cited, registration_line
from .selectivity import counts_notes, places_phrase, selectivity_cell, selectivity_lines
from .tables import table_of

if TYPE_CHECKING:
    from avcareers.query.judged import JudgedProgramme
    from avcareers.query.school import SchoolSheet

JOBS_NAMED = 2
"""Jobs a cell names before it counts the others."""


def programme_sections(sheet: "SchoolSheet", words: Wording, *, full: bool) -> Iterator[Section]:
    """Yield what the school teaches: nothing known, one programme whole, or a table of several."""
    if not sheet.programmes:
        none = words("Aucune formation renseignée : demander à l'école ce qu'elle enseigne.",
                     "No programme known: ask the school what it teaches.")  # fmt: skip
        yield Section("programmes", _title(words), (Item(line(Span(none, "unknown"))),))
        return
    if len(sheet.programmes) > 1:
        detail = words.command("school", "show", sheet.school.slug, "--full")
        told = Item(line(Span(words("Chacune en détail : ", "Each in detail: "), "muted"),
                         Span(detail, "command")))  # fmt: skip
        counted = (Item(said) for said in counts_notes(sheet.programmes, words))
        # Whom a sheet of paper is handed to has no other.
        more = () if full or not words.aside(detail) else (told,)
        yield Section("programmes", _title(words), (*counted, *more),
                      table=programme_table(sheet, words))  # fmt: skip
        if not full:
            return
    for index, programme in enumerate(sheet.programmes):
        several = len(sheet.programmes) > 1
        name = Item(line(Span(course_name(programme.record, words), "strong"),
                         Span(offer_mark(programme, words), "warn")))  # fmt: skip
        yield Section(
            f"programme-{programme.record.slug}",
            str(index + 1) if several else words("Formation", "Programme"),
            (name, *_details(programme, sheet, words)),
        )
    remarks = shared(_evidence(sheet, words), sheet, words)
    yield Section("alternance", words("Alternance", "Alternance"), tuple(remarks))


def _evidence(sheet: "SchoolSheet", words: Wording) -> "list[tuple[JudgedProgramme, str]]":
    """Return what the evidence says of alternance, where it is the same of several programmes."""
    said = [(each, alternance_evidence(each, words)) for each in sheet.programmes]
    times = Counter(text for _, text in said)
    return [(each, text) for each, text in said if text and times[text] > 1]


def _title(words: Wording) -> str:
    return words("Formations", "Programmes")


def programme_table(sheet: "SchoolSheet", words: Wording) -> Table:
    """Return the programmes to compare; those that differ by their place only are one row."""
    columns = (
        Column("programme", words("Formation", "Programme"), 18, ratio=4),
        Column("diploma", words("Diplôme", "Diploma"), 18, ratio=5),
        Column("entry", words("Entrée", "Entry"), 7, ratio=0, rank=3),
        Column(
            "years", words("Durée", "Length"), len(words("10 mois", "10 months")), ratio=1, rank=4
        ),
        Column("cost", words("Coût par an", "Cost per year"), 12, ratio=2),
        Column("alternance", words("Alternance", "Alternance"), 10, ratio=0),
        Column("selectivity", words("Admis / candidats", "Admitted / asked"), 11, ratio=1, rank=2),
        Column(
            "first_jobs", words("Prépare à", "Prepares for"), 18, ratio=6, rank=5, drawn_only=True
        ),
        Column("jobs", words("Prépare à", "Prepares for"), 18, plain_only=True),
    )
    rows: dict[tuple[str, str, tuple[Line, ...]], list[JudgedProgramme]] = {}
    for group, tracks in _groups(sheet, words).items():
        for name, programme in tracks:
            rows.setdefault((group, name, _cells(programme, sheet, words)), []).append(programme)
    return table_of(words, columns, [
        Row((_name(name, same, sheet, words), *cells), group)
        for (group, name, cells), same in rows.items()
    ])  # fmt: skip


def _groups(sheet: "SchoolSheet", words: Wording) -> "dict[str, list[tuple[str, JudgedProgramme]]]":
    """Return the tracks of each course under its name, then the other programmes."""
    named = [(course_name(each.record, words), each) for each in sheet.programmes]
    tracks = Counter(course_and_track(name)[0] for name, _ in named)
    others = words("Autres formations", "Other programmes")
    groups: dict[str, list[tuple[str, JudgedProgramme]]] = {}
    for name, programme in named:
        course, track = course_and_track(name)
        if track and tracks[course] > 1:
            groups.setdefault(course, []).append((track, programme))
        else:
            groups.setdefault(others, []).append((name, programme))
    rest = groups.pop(others, [])
    return {**groups, (others if groups else ""): rest} if rest else groups


def _name(name: str, same: "list[JudgedProgramme]", sheet: "SchoolSheet", words: Wording) -> Line:
    """Return the name of a programme, and its places when it is not taught in all of the school's."""
    places = dict.fromkeys(sheet.city(place) for each in same for place in each.record.campuses)
    elsewhere = len(places) < len({campus.city.slug for campus in sheet.campuses})
    where = f" ({words.list(places)})" if places and elsewhere else ""
    return line(Span(name, "strong"), Span(where, "muted"),
                Span(offer_mark(same[0], words), "warn"))  # fmt: skip


def _cells(programme: "JudgedProgramme", sheet: "SchoolSheet", words: Wording) -> tuple[Line, ...]:
    record = programme.record
    entry = record.entry_level
    mode = programme.alternance
    unknown = line(Span("?", "unknown"))
    jobs = [job_title(sheet.jobs[slug], words) for slug in record.leads_to]
    more = len(jobs) - JOBS_NAMED
    return (
        line(diploma_short(programme, words)),
        unknown if entry is None else line(entry_level_short(words, entry)),
        line(length_phrase(record, words)) if record.years else unknown,
        costs_cell(programme, words),
        unknown if mode == "unknown" else alternance_cell(mode, words),
        selectivity_cell(programme.last_session, words),
        line(", ".join(jobs[:JOBS_NAMED]), Span(f" +{more}" if more > 0 else "", "muted")),
        line(", ".join(jobs)),
    )


def _facts(judged: "JudgedProgramme", sheet: "SchoolSheet", words: Wording) -> str:
    """Return in one line what leads where: diploma, length, entry, admission, status, city."""
    programme = judged.record
    award = diploma_phrase(judged, words)
    award = award[0].upper() + award[1:]
    facts = [f"{award}, {words('niveau', 'level')} {programme.level or words.unknown}"]
    if programme.years:
        facts.append(length_phrase(programme, words))
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


def _details(judged: "JudgedProgramme", sheet: "SchoolSheet", words: Wording) -> Iterator[Item]:
    def cite(source: str) -> Span:
        return cited(source, sheet, words)

    programme = judged.record
    if programme.course_name:
        yield Item(line(Span(words("Diplôme : ", "Diploma: "), "muted"), programme.title))
    yield Item(line(_facts(judged, sheet, words)))
    if programme.certification:
        registration = sheet.registration(programme.certification)
        yield Item(line(Span(words("Certification : ", "Certification: "), "muted"),
                        registration_line(registration, words)))  # fmt: skip
    once = {text for _, text in _evidence(sheet, words)}
    detailed = alternance_evidence(judged, words) not in once
    yield Item(alternance_line(judged, cite, words, detailed=detailed))
    yield from map(Item, cost_lines(judged, cite, words))
    yield from map(Item, selectivity_lines(programme.selectivity, words))
    if programme.leads_to:
        jobs = ", ".join(job_title(sheet.jobs[slug], words) for slug in programme.leads_to)
        yield Item(line(Span(words("Prépare à : ", "Prepares for: "), "muted"), jobs))


def remark_sections(sheet: "SchoolSheet", words: Wording) -> Iterator[Section]:
    """Yield what is remarked of programmes, once however many share it: admission, places."""
    admission = [(p, words.of(p.record.admission_note)) for p in sheet.programmes
                 if p.record.admission_note]  # fmt: skip
    places = [(p, places_phrase(p.record.places, words)) for p in sheet.programmes
              if p.record.places]  # fmt: skip
    yield Section("admission", words("Conditions d'entrée", "Conditions of entry"),
                  tuple(shared(admission, sheet, words)))  # fmt: skip
    yield Section("places", words("Places", "Places"), tuple(shared(places, sheet, words)))


def doubt_items(sheet: "SchoolSheet", words: Wording) -> Iterator[Item]:
    """Yield the doubts about the school, then those about its programmes, each once."""
    for doubt in sheet.school.doubts:
        yield Item(line(words.of(doubt)), True)
    doubts = [(each, words.of(doubt)) for each in sheet.programmes for doubt in each.record.doubts]
    yield from shared(doubts, sheet, words)


def shared(
    said: "Iterable[tuple[JudgedProgramme, str]]", sheet: "SchoolSheet", words: Wording
) -> Iterator[Item]:
    """Yield each remark once, after the names of the programmes it holds for."""
    holding: dict[str, list[JudgedProgramme]] = {}
    for programme, text in said:
        holding.setdefault(text, []).append(programme)
    for text, programmes in holding.items():
        whose = names_phrase(programmes, sheet, words)
        led = Span(whose + words(" : ", ": ") if whose else "", "strong")
        yield Item(line(led, text), True)


def names_phrase(programmes: "list[JudgedProgramme]", sheet: "SchoolSheet", words: Wording) -> str:
    """Return the names of some programmes, or « toutes les formations »; nothing of the only one.

    A course stands for its tracks when all of them are meant: « Cursus principal (tous les parcours) ».
    """
    if len(sheet.programmes) == 1:
        return ""
    if len(programmes) == len(sheet.programmes):
        return words("Toutes les formations", "All programmes")
    every = _tracks(sheet.programmes, words)
    said = []
    for course, tracks in _tracks(programmes, words).items():
        whole = len(tracks) > 1 and len(tracks) == len(every[course])
        said += [course + words(" (tous les parcours)", " (all tracks)")] if whole else tracks
    return ", ".join(said)


def taught(slugs: "Iterable[str]", sheet: "SchoolSheet") -> "list[JudgedProgramme]":
    """Return some programmes of a school, by their keys."""
    wanted = set(slugs)
    return [programme for programme in sheet.programmes if programme.record.slug in wanted]


def _tracks(programmes: "Iterable[JudgedProgramme]", words: Wording) -> dict[str, list[str]]:
    """Return the names of programmes by the course they are tracks of, each once."""
    courses: dict[str, list[str]] = {}
    for programme in programmes:
        name = course_name(programme.record, words)
        tracks = courses.setdefault(course_and_track(name)[0], [])
        if name not in tracks:
            tracks.append(name)
    return courses
