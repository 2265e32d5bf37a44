"""Jobs, or schools, side by side: what decides between them, then where they differ."""

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from avcareers.model.conditions import CONDITIONS
from avcareers.query.compare import JobComparison, SchoolComparison
from avcareers.text.wording import Wording

from .costs import costs_phrase
from .facts import away_phrase
from .job_conditions import condition_answer, contracts_phrase
from .labels import label
from .naming import counted, in_a_line, job_title, length_phrase, short_stage
from .page import Column, Line, Next, Page, Row, Span, joined, line
from .pay import fixed_line, pay_phrase
from .school_recognised import levels_line
from .school_verdict import diplomas_phrase, school_phrase
from .selectivity import all_places_phrase, counts_notes, selectivity_phrase
from .tables import table_of

if TYPE_CHECKING:
    # One half serves jobs, the other schools: a comparison loads only what it compares.
    from avcareers.query.job import JobSheet
    from avcareers.query.public_nearby import Nearest
    from avcareers.query.school import SchoolSheet

Cell = Callable[["JobSheet", Wording], str]
SchoolCell = Callable[["SchoolSheet", Wording], str]
Compared = tuple[str, list[str]]
"""What is compared, and what is said of each."""

JOBS_NAMED = 6
"""Jobs that one school alone prepares for, named before they are counted."""


def comparison_page(found: JobComparison | SchoolComparison, words: Wording) -> Page:
    """Present a comparison: a row for each thing that differs, a line for what does not."""
    lead = [line(_one_record(names, found, words)) for names in found.one]
    told, levels = 0, []
    if isinstance(found, JobComparison):
        names = [job_title(sheet.job, words) for sheet in found.sheets]
        rows = [*_rows(_JOB, found.sheets, words), *_conditions(found.sheets, words)]
        slugs = [sheet.job.slug for sheet in found.sheets]
        show = "job"
        lead += _deciding(found.sheets, words)
        if any(sheet.pay.floors for sheet in found.sheets):
            lead.append(line(Span(fixed_line(words), "warn")))
    else:
        names = [sheet.school.name for sheet in found.sheets]
        rows = [*_rows(_SCHOOL, found.sheets, words), _prepared(found.sheets, words)]
        slugs = [sheet.school.slug for sheet in found.sheets]
        show = "school"
        lead += (standing := tuple(_standing(rows[0], words)))
        told = len(standing)
        said = levels_line((level for sheet in found.sheets for level in _levels(sheet)), words)
        taught = [programme for sheet in found.sheets for programme in sheet.programmes]
        levels = [
            *filter(None, [said]),
            *counts_notes(taught, words, all_places=True),
            _addresses(found.sheets, words),
        ]
    columns = (
        Column("what", "", 14, ratio=0),
        *(Column(slug, name, 14, ratio=1) for slug, name in zip(slugs, names, strict=True)),
    )
    return Page(
        title=line(Span(words("Côte à côte", "Side by side"), "strong")),
        table=table_of(words, columns, tuple(_row(title, cells) for title, cells in rows)),
        empty=words("Aucune différence.", "No difference."),
        lead=tuple(lead),
        # Of what is the same, what stands in the lead is not said twice.
        footer=(*_alike(rows[told:], words), *levels),
        next=(*_offered(found, words),
              *(Next(words.command(show, "show", slug), "") for slug in slugs)),
    )  # fmt: skip


def rows_of(sheet: "JobSheet | SchoolSheet", words: Wording) -> list[Compared]:
    """Return what a comparison says of one job, or of one school, whatever it is compared with."""
    sheets: Any = (sheet,)
    if hasattr(sheet, "job"):
        return [*_rows(_JOB, sheets, words), *_conditions(sheets, words)]
    return [*_rows(_SCHOOL, sheets, words), _prepared(sheets, words)]


def _offered(found: JobComparison | SchoolComparison, words: Wording) -> Iterator[Next]:
    """Yield how to read of the nearest public school, where none of those compared is public."""
    if isinstance(found, SchoolComparison) and found.public:
        yield Next(words.command("school", "show", found.public.course.taught_by.slug),
                   public_phrase(found, found.public, words))  # fmt: skip


def public_phrase(found: SchoolComparison, nearest: "Nearest", words: Wording) -> str:
    """Return which public school is the nearest for some of the same jobs, and how far it is."""
    school = nearest.course.taught_by.name
    cities = {each.city.slug: each.city.name for sheet in found.sheets for each in sheet.campuses}
    away = away_phrase(nearest, cities.get(nearest.campus or "", ""),
                       ("de l'une d'elles", "from one of them"), words)  # fmt: skip
    named = f"{school}, {away}" if away else school
    return words(f"publique, la plus proche pour un même métier : {named}",
                 f"public, the nearest for one of the same jobs: {named}")  # fmt: skip


def _one_record(
    names: tuple[str, ...], found: JobComparison | SchoolComparison, words: Wording
) -> Span:
    """Return a warning that several of the names given are those of one job, or of one school."""
    said = words.list(map(words.quoted, names))
    job = isinstance(found, JobComparison)
    return Span(words(f"{said} : {'un seul métier' if job else 'une seule école'}.",
                      f"{said}: one {'job' if job else 'school'}."), "warn")  # fmt: skip


def _deciding(sheets: "Iterable[JobSheet]", words: Wording) -> Iterator[Line]:
    """Yield what decides between two jobs, where one names the other among those it is not."""
    for pair in combinations(sheets, 2):
        for one, other in (pair, pair[::-1]):
            said = [each.difference for each in one.job.confused_with if each.job == other.job.slug]
            if said:
                yield line(Span(words.of(said[0]), "strong"))
                break


def _standing(compared: Compared, words: Wording) -> Iterator[Line]:
    """Yield who answers for the schools, when it is the same of all: it decides all the same."""
    if len(set(compared[1])) == 1:
        yield line(Span(words(f"Chaque école : {compared[1][0]}.",
                              f"Each school: {compared[1][0]}."), "strong"))  # fmt: skip


def _row(title: str, cells: list[str]) -> Row:
    shown: list[Line] = [line(cell) for cell in cells]
    return Row((line(Span(title, "accent")), *shown), plain_only=len(set(cells)) == 1)


def _alike(rows: list[Compared], words: Wording) -> Iterator[Line]:
    """Sum up in two lines what is the same, and what is not known, of all that is compared."""
    alike = [(in_a_line(title), cells[0]) for title, cells in rows if len(set(cells)) == 1]
    same = words(" ; ", "; ").join(
        f"{title} ({said})" for title, said in alike if said != words.unknown
    )
    if same:
        yield line(Span(words("Pareil : ", "The same: "), "strong"), f"{same}.")
    if silent := [title for title, said in alike if said == words.unknown]:
        of = words("pour les deux" if len(rows[0][1]) == 2 else "partout",
                   "for both" if len(rows[0][1]) == 2 else "for all")  # fmt: skip
        yield line(Span(words(f"Non renseigné {of} : ", f"Unknown {of}: "), "strong"),
                   f"{', '.join(silent)}.")  # fmt: skip


def _rows(
    cells: "Iterable[tuple[tuple[str, str], Callable[..., str]]]",
    sheets: "tuple[JobSheet, ...] | tuple[SchoolSheet, ...]",
    words: Wording,
) -> list[Compared]:
    return [(words(*title), [cell(sheet, words) for sheet in sheets]) for title, cell in cells]


def _known(values: Iterable[str], words: Wording, separator: str = ", ") -> str:
    return separator.join(values) or words.unknown


def _names(sheet: "JobSheet", slugs: Iterable[str], words: Wording) -> str:
    return _known((job_title(sheet.cards[slug], words) for slug in slugs), words)


def _ways(kind: str) -> Cell:
    """Return a cell that says the first way in of a kind."""

    def cell(sheet: "JobSheet", words: Wording) -> str:
        ways = getattr(sheet.job.ways_in, kind)
        return words.of(ways[0]) if ways else words.unknown

    return cell


def _conditions(sheets: "Iterable[JobSheet]", words: Wording) -> Iterator[Compared]:
    """Yield a row for each line of the frank checklist."""
    known = [{each.what: each for each in sheet.conditions} for sheet in sheets]
    for name in CONDITIONS:
        answers = [condition_answer(said[name], words) if name in said else words.unknown
                   for said in known]  # fmt: skip
        title = label(words, "condition", name)
        yield title[0].upper() + title[1:], answers


_JOB: tuple[tuple[tuple[str, str], Cell], ...] = (
    (("En une phrase", "In one sentence"), lambda s, w: w.of(s.job.summary)),
    (("Sans école", "Without a school"), _ways("without_school")),
    (("École publique", "State school"), _ways("public")),
    (("École privée", "Private school"), _ways("private")),
    (("Paie minimale", "Minimum pay"), lambda s, w: pay_phrase(s.pay, w)),
    (("Contrats", "Contracts"), contracts_phrase),
    (("Étapes", "Stages"), lambda s, w: ", ".join(
        short_stage(w.of(stage.name)).lower() for stage in s.stages if stage.slug in s.job.stages)),
    (("Département", "Department"), lambda s, w: w.of(s.department.name)),
    (("Niveau", "Level"), lambda s, w: label(w, "level", s.job.level)),
    (("Répond à", "Answers to"), lambda s, w: _names(s, s.job.answers_to, w)),
    (("Remet", "Hands over"), lambda s, w: _known(
        dict.fromkeys(in_a_line(w.of(p)) for p in s.gives), w, w(" ; ", "; "))),
    (("On va vers", "On to"), lambda s, w: _names(s, s.job.next_roles, w)),
)  # fmt: skip


def _levels(sheet: "SchoolSheet") -> list[int]:
    """Return the level of each programme that leads to more than the school's own diploma."""
    records = [each.record for each in sheet.programmes]
    return sorted(
        r.level
        for r in records
        if r.level and r.award not in {"school", "unsettled", "preparatory"}
    )


def _addresses(sheets: "tuple[SchoolSheet, ...]", words: Wording) -> Line:
    """Return where each school is reached, on a line: a narrow column would break an address."""
    each = (line(f"{sheet.school.name}, ", Span(sheet.school.website or sheet.directory or words.unknown))
            for sheet in sheets)  # fmt: skip
    return line(Span(words("Sites : ", "Websites: "), "strong"), *joined(each, words(" ; ", "; ")))


def _lengths(sheet: "SchoolSheet", words: Wording) -> str:
    """Return how long programmes last, and how many each."""
    # What is not known of some programmes is said last.
    records = sorted(sheet.school.programmes, key=lambda record: record.years or math.inf)
    return counted(length_phrase(record, words) or words.unknown for record in records)


def _prepared(sheets: "tuple[SchoolSheet, ...]", words: Wording) -> Compared:
    """Return how many jobs each school prepares for, and those that it alone does."""
    title = words("Prépare à", "Prepares for")
    if len({frozenset(sheet.jobs) for sheet in sheets}) == 1:
        return title, [_known((job_title(card, words) for card in sheets[0].jobs.values()), words)
                       for _ in sheets]  # fmt: skip
    return title, [_jobs_of(sheet, sheets, words) for sheet in sheets]


def _jobs_of(sheet: "SchoolSheet", sheets: "tuple[SchoolSheet, ...]", words: Wording) -> str:
    if not sheet.jobs:
        return words.unknown
    elsewhere = {slug for other in sheets if other is not sheet for slug in other.jobs}
    alone = [job_title(card, words) for slug, card in sheet.jobs.items() if slug not in elsewhere]
    said = words.count(len(sheet.jobs), ("métier", "métiers"), ("job", "jobs"))
    if not alone:
        return said
    return f"{said}{words(' ; elle seule : ', '; it alone: ')}{_few(alone, words)}"


def _few(names: list[str], words: Wording) -> str:
    """Name some jobs, and count the others."""
    return ", ".join(names[:JOBS_NAMED]) + words.and_others(len(names) - JOBS_NAMED)


_SCHOOL: tuple[tuple[tuple[str, str], SchoolCell], ...] = (
    (("L'école", "The school"), school_phrase),
    (("Ses diplômes", "Its diplomas"), diplomas_phrase),
    (("Niveau", "Level"), lambda s, w: counted(
        w(f"niveau {level}", f"level {level}") for level in _levels(s)) or w.unknown),
    (("Par an", "Per year"), lambda s, w: costs_phrase(s.costs.per_year, w)),
    (("En tout", "In total"), lambda s, w: costs_phrase(s.costs.in_all, w)),
    (("Alternance", "Alternance"), lambda s, w: counted(
        label(w, "alternance", p.alternance) for p in s.programmes) or w.unknown),
    (("Candidats, admis, places", "Applied, admitted, places"), lambda s, w: _known(
        [said for said in (selectivity_phrase(s.programmes, w), all_places_phrase(s.programmes, w))
         if said != w.unknown], w, w(" ; ", "; "))),
    (("Durée", "Length"), lambda s, w: _lengths(s, w) or w.unknown),
    (("Statut", "Kind"), lambda s, w: label(w, "school-kind", s.school.kind)),
    (("Villes", "Cities"), lambda s, w: _known(
        dict.fromkeys(campus.city.name for campus in s.campuses), w)),
)  # fmt: skip
