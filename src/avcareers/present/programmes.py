"""The page of a list of programmes."""

from collections.abc import Iterator

from avcareers.query.programmes import ProgrammeList, ProgrammeRow
from avcareers.query.schools import SchoolList
from avcareers.text.wording import Wording

from .answers import answers_short
from .costs import summary_cell
from .facts import alternance_cell, cities_cell, kilometres_cell, kind_cell
from .labels import entry_level_label, label
from .naming import course_name, length_phrase, offer_mark
from .openings import named_when_few, opening_lines
from .page import Column, Line, Next, Page, Row, Span, line
from .schools import footer, out_of
from .selectivity import counts_notes, selectivity_cell
from .tables import asked_about, table_of


def programme_list_page(listed: ProgrammeList, words: Wording) -> Page:
    """Present programmes, each with its school."""
    near = listed.found.filters.near
    columns = (
        Column("slug", words("Clé", "Key"), 20, plain_only=True),
        Column("programme", words("Formation", "Programme"), 20, ratio=5),
        Column("school", words("École", "School"), 15, ratio=4),
        Column("place", words("Ville", "City"), 12, ratio=2, rank=4),
        *((Column("distance", "km", 4, ratio=0, right=True),) if near else ()),
        Column("kind", words("Statut", "Kind"), 11, ratio=0, rank=5, plain_only=True),
        Column("award", words("Diplôme", "Award"), 16, ratio=2, rank=4),
        Column("entry", words("Entrée avec", "Entry with"), 16, ratio=1, rank=5),
        Column("recognised", words("Un ministère répond de", "A ministry stands behind"), 11,
               ratio=1, rank=2),
        Column("years", words("Durée", "Length"), len(words("10 mois", "10 months")), ratio=0, rank=3),
        Column("alternance", words("Alternance", "Alternance"), 10, ratio=0, rank=1),
        Column("fees", words("Par an", "Per year"), 13, ratio=0, rank=1, right=True),
        Column("selectivity", words("Admis / candidats", "Admitted / asked"), 12, ratio=1, rank=2),
    )  # fmt: skip
    counted = words.count(listed.matching, ("formation", "formations"), ("programme", "programmes"))
    counted += out_of(listed.found.of_kind_programmes, listed.found, words)
    if len(listed.programmes) < listed.matching:
        shown = len(listed.programmes)
        counted += ", " + words.count(shown, ("affichée", "affichées"), ("shown", "shown"))
    return Page(
        title=line(Span(words("Les formations", "Programmes"), "strong"), f" – {counted}"),
        table=table_of(words, columns, tuple(_row(row, listed, words) for row in listed.programmes),
                       asked_about(listed.found.filters, listed.order)),
        empty=words("Aucune formation ne répond à tous ces critères.",
                    "No programme meets all these criteria."),
        instead=tuple(opening_lines(
            listed.found.openings, ("schools", "--programmes"),
            lambda found: _said(found, words), words)),
        footer=(*_sorted_by(listed, words), *counts_notes((row.programme for row in listed.programmes), words),
                *footer(listed.found, words, programmes=True)),
        next=tuple(
            Next(words.command("school", "show", row.school), words("l'école", "the school"))
            for row in listed.programmes[:1]
        ),
    )  # fmt: skip


def _sorted_by(listed: ProgrammeList, words: Wording) -> Iterator[Line]:
    """Yield what an order puts last: a row far down is not easier to enter, nor dearer, for that."""
    said = {
        "selectivity": words(
            "Tri : la plus petite part d'admis parmi les candidats d'abord, places toutes prises ou non ; à la fin, "
            "celles dont le nombre d'admis ou de candidats est inconnu.",
            "Order: the smallest share of applicants admitted first, places all taken or not; at the end, those "
            "whose admitted or applicants are not known."),
        "fees": words("Tri : la moins chère d'abord ; à la fin, celles dont le prix est inconnu.",
                      "Order: the cheapest first; at the end, those whose price is not known."),
    }.get(listed.order)  # fmt: skip
    if said and len(listed.programmes) > 1:
        yield line(Span(said, "muted"))


def _said(found: SchoolList, words: Wording) -> str:
    """Count the programmes of a list of schools, which are named when they are few."""
    count = sum(len(row.programmes) for row in found.schools)
    said = words.count(count, ("formation", "formations"), ("programme", "programmes"))
    return named_when_few(said, [row.school.name for row in found.schools], found.matching)


def _row(row: ProgrammeRow, listed: ProgrammeList, words: Wording) -> Row:
    programme = row.programme.record
    cells: list[Line] = [
        line(f"{row.school}/{programme.slug}"),
        line(
            Span(course_name(programme, words), "strong"),
            Span(offer_mark(row.programme, words), "warn"),
        ),
        line(row.school_name),
        cities_cell(row.cities, words),
        kind_cell(row.school_kind, words),
        line(f"{label(words, 'award', programme.award)} {programme.level or ''}".strip()),
        line(
            Span("?", "unknown")
            if programme.entry_level is None
            else entry_level_label(words, programme.entry_level)
        ),
        answers_short(row.programme, words),
        line(length_phrase(programme, words) or Span("?", "unknown")),
        alternance_cell(row.programme.alternance, words),
        summary_cell(row.summary, listed.found.filters.routes_paid, words),
        selectivity_cell(row.programme.last_session, words),
    ]
    if listed.found.filters.near:
        cells.insert(4, kilometres_cell(row.kilometres, words))
    return Row(tuple(cells))
