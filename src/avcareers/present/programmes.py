"""The page of a list of programmes."""

from avcareers.query.programmes import ProgrammeList, ProgrammeRow
from avcareers.query.schools import SchoolList
from avcareers.text.wording import Wording

from .answers import answers_short
from .costs import fees_cell
from .facts import kilometres_cell
from .labels import label
from .naming import course_name, offer_mark
from .openings import named_when_few, opening_lines
from .page import Column, Line, Next, Page, Row, Span, line
from .schools import asked_about, footer
from .selectivity import selectivity_cell
from .tables import kept_longest, table_of


def programme_list_page(listed: ProgrammeList, words: Wording) -> Page:
    """Present programmes, each with its school."""
    near = listed.found.filters.near
    columns = (
        Column("programme", words("Formation", "Programme"), 24, ratio=5),
        Column("school", words("École", "School"), 18, ratio=4),
        *((Column("distance", "km", 4, ratio=0, right=True),) if near else ()),
        Column("award", words("Diplôme", "Award"), 16, ratio=2, rank=3),
        Column(
            "recognised",
            words("Un ministère répond de", "A ministry answers for"),
            16,
            ratio=0,
            rank=2,
        ),
        Column("years", words("Durée", "Length"), 6, ratio=0, rank=2),
        Column("alternance", words("Alternance", "Alternance"), 10, ratio=0, rank=1),
        Column("fees", words("Par an", "Per year"), 9, ratio=0, rank=1, right=True),
        Column("selectivity", words("Admis / candidats", "Admitted / asked"), 17, ratio=0, rank=2),
    )
    counted = words.count(listed.matching, ("formation", "formations"), ("programme", "programmes"))
    known = words.number(listed.found.known_programmes)
    counted += words(f" sur {known}", f" out of {known}")
    if len(listed.programmes) < listed.matching:
        shown = len(listed.programmes)
        counted += ", " + words.count(shown, ("affichée", "affichées"), ("shown", "shown"))
    return Page(
        title=line(Span(words("Les formations", "Programmes"), "strong"), f" – {counted}"),
        table=table_of(words, kept_longest(columns, asked_about(listed.found.filters, listed.order)),
                       tuple(_row(row, listed, words) for row in listed.programmes)),
        empty=words("Aucune formation ne répond à tous ces critères.",
                    "No programme meets all these criteria."),
        instead=tuple(opening_lines(
            listed.found.openings, ("schools", "--programmes"),
            lambda found: _said(found, words), words)),
        footer=tuple(footer(listed.found, words, programmes=True)),
        next=tuple(
            Next(words.command("school", "show", row.school), words("l'école", "the school"))
            for row in listed.programmes[:1]
        ),
    )  # fmt: skip


def _said(found: SchoolList, words: Wording) -> str:
    """Count the programmes of a list of schools, which are named when they are few."""
    count = sum(len(row.programmes) for row in found.schools)
    said = words.count(count, ("formation", "formations"), ("programme", "programmes"))
    return named_when_few(said, [row.school.name for row in found.schools], found.matching)


def _row(row: ProgrammeRow, listed: ProgrammeList, words: Wording) -> Row:
    programme = row.programme.record
    cells: list[Line] = [
        line(
            Span(course_name(programme, words), "strong"),
            Span(offer_mark(row.programme, words), "warn"),
        ),
        line(row.school_name),
        line(f"{label(words, 'award', programme.award)} {programme.level or ''}".strip()),
        answers_short(row.programme, words),
        line(words.years(programme.years) if programme.years else "?"),
        line(label(words, "alternance", row.programme.alternance)),
        fees_cell(row.programme.lowest_cost, None, words),
        selectivity_cell(row.programme.last_session, words),
    ]
    if listed.found.filters.near:
        cells.insert(2, kilometres_cell(row.kilometres, words))
    return Row(tuple(cells))
