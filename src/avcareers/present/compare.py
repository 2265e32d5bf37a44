"""Jobs, or schools, side by side: rows that differ stand out."""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.model.conditions import CONDITIONS
from avcareers.query.compare import JobComparison, SchoolComparison
from avcareers.text.wording import Wording

from .answers import answers_phrase
from .costs import costs_phrase
from .job_conditions import condition_answer, contracts_phrase
from .labels import label
from .naming import counted, in_a_line, job_title, short_stage
from .page import Column, Line, Next, Page, Row, Span, line
from .pay import fixed_line, pay_phrase
from .selectivity import all_places_phrase, selectivity_phrase
from .tables import table_of

if TYPE_CHECKING:
    # One half serves jobs, the other schools: a comparison loads only what it compares.
    from avcareers.query.job import JobSheet
    from avcareers.query.school import SchoolSheet

Cell = Callable[["JobSheet", Wording], str]
SchoolCell = Callable[["SchoolSheet", Wording], str]


def comparison_page(
    found: JobComparison | SchoolComparison, words: Wording, *, only_differences: bool = False
) -> Page:
    """Present a comparison, a row for each thing compared."""
    lead: tuple[Line, ...] = ()
    if isinstance(found, JobComparison):
        names = [job_title(sheet.job, words) for sheet in found.sheets]
        rows = [(words(*title), [cell(s, words) for s in found.sheets]) for title, cell in _JOB]
        rows += _conditions(found.sheets, words)
        slugs = [sheet.job.slug for sheet in found.sheets]
        show = "job"
        if any(sheet.pay.floors for sheet in found.sheets):
            lead = (line(Span(fixed_line(words), "warn")),)
    else:
        names = [sheet.school.name for sheet in found.sheets]
        rows = [(words(*title), [cell(s, words) for s in found.sheets]) for title, cell in _SCHOOL]
        slugs = [sheet.school.slug for sheet in found.sheets]
        show = "school"
    kept = [row for row in rows if not (only_differences and len(set(row[1])) == 1)]
    same = len(rows) - len(kept)
    columns = (
        Column("what", "", 14, ratio=0),
        *(Column(slug, name, 14, ratio=1) for slug, name in zip(slugs, names, strict=True)),
    )
    counted = words.count(same, ("ligne égale cachée", "lignes égales cachées"),
                          ("equal row hidden", "equal rows hidden"))  # fmt: skip
    return Page(
        title=line(Span(words("Côte à côte", "Side by side"), "strong")),
        table=table_of(words, columns, tuple(_row(title, cells) for title, cells in kept)),
        empty=words("Aucune différence.", "No difference."),
        lead=lead,
        footer=(line(Span(counted, "muted")),) if same else (),
        next=tuple(Next(words.command(show, "show", slug), "") for slug in slugs[:1]),
    )


def _row(title: str, cells: list[str]) -> Row:
    differ = len(set(cells)) > 1
    shown: list[Line] = [line(Span(cell, "plain" if differ else "muted")) for cell in cells]
    return Row((line(Span(title, "accent")), *shown))


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


def _conditions(sheets: "Iterable[JobSheet]", words: Wording) -> Iterator[tuple[str, list[str]]]:
    """Yield a row for each line of the frank checklist."""
    known = [{each.what: each for each in sheet.conditions} for sheet in sheets]
    for name in CONDITIONS:
        answers = [condition_answer(said[name], words) if name in said else words.unknown
                   for said in known]  # fmt: skip
        title = label(words, "condition", name)
        yield title[0].upper() + title[1:], answers


_JOB: tuple[tuple[tuple[str, str], Cell], ...] = (
    (("Étapes", "Stages"), lambda s, w: ", ".join(
        short_stage(w.of(stage.name)) for stage in s.stages if stage.slug in s.job.stages)),
    (("Département", "Department"), lambda s, w: w.of(s.department.name)),
    (("Niveau", "Level"), lambda s, w: label(w, "level", s.job.level)),
    (("Décide de quoi", "Decides what"), lambda s, w: w.of(s.job.summary)),
    (("Répond à", "Answers to"), lambda s, w: _names(s, s.job.answers_to, w)),
    (("Remet", "Hands over"), lambda s, w: _known(
        dict.fromkeys(in_a_line(w.of(p)) for p in s.gives), w, w(" ; ", "; "))),
    (("Contrats", "Contracts"), contracts_phrase),
    (("Paie minimale", "Minimum pay"), lambda s, w: pay_phrase(s.pay, w)),
    (("École publique", "State school"), _ways("public")),
    (("École privée", "Private school"), _ways("private")),
    (("Sans école", "Without a school"), _ways("without_school")),
    (("On va vers", "On to"), lambda s, w: _names(s, s.job.next_roles, w)),
)  # fmt: skip


def _answers(sheet: "SchoolSheet", words: Wording) -> str:
    return answers_phrase(sheet.school, sheet.recognition, sheet.programmes, words)


def _lengths(sheet: "SchoolSheet", words: Wording) -> str:
    # What is not known of some programmes is said last.
    known = sorted(programme.years or math.inf for programme in sheet.school.programmes)
    return counted(words.unknown if years == math.inf else words.years(years) for years in known)


_SCHOOL: tuple[tuple[tuple[str, str], SchoolCell], ...] = (
    (("Qui en répond", "Who answers"), _answers),
    (("Statut", "Kind"), lambda s, w: label(w, "school-kind", s.school.kind)),
    (("Villes", "Cities"), lambda s, w: _known(
        dict.fromkeys(campus.city.name for campus in s.campuses), w)),
    (("Diplômes", "Awards"), lambda s, w: counted(
        label(w, "award", p.award) for p in s.school.programmes) or w.unknown),
    (("Alternance", "Alternance"), lambda s, w: counted(
        label(w, "alternance", p.alternance) for p in s.programmes) or w.unknown),
    (("Par an", "Per year"), lambda s, w: costs_phrase(s.costs.per_year, w)),
    (("En tout", "In total"), lambda s, w: costs_phrase(s.costs.in_all, w)),
    (("Durée", "Length"), lambda s, w: _lengths(s, w) or w.unknown),
    (("Candidats, admis", "Applied, admitted"), lambda s, w: selectivity_phrase(s.programmes, w)),
    (("Places", "Places"), lambda s, w: all_places_phrase(s.programmes, w)),
    (("Prépare à", "Prepares for"), lambda s, w: _known(
        (job_title(card, w) for card in s.jobs.values()), w)),
)  # fmt: skip
