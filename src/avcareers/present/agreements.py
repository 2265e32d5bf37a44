"""The page of a collective agreement: whom it covers, which of its minimums are known, its sources."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from avcareers.query.agreements import AgreementSheet
from avcareers.text.wording import Wording

from .citations import error_item, source_lines
from .glosses import glossed
from .labels import label
from .naming import job_title
from .page import Column, Item, Line, Page, Row, Section, Span, Table, line
from .tables import table_of

if TYPE_CHECKING:
    from avcareers.model.pay import Agreement, Grid


def agreement_page(sheet: AgreementSheet, words: Wording) -> Page:
    """Present an agreement, the jobs it pays and the tables of minimum pay that are known."""
    agreement = sheet.agreement
    jobs = ", ".join(job_title(job, words) for job in sheet.jobs)
    grids = Section("grids", words("Barèmes connus", "Known pay tables"), (), table=table_of(
        words, _columns(words), tuple(Row(_cells(grid, sheet, words)) for grid in sheet.grids)))  # fmt: skip
    doubts = tuple(Item(line(words.of(doubt)), True) for doubt in agreement.doubts)
    sources = (
        *(Item(cited, True) for cited in source_lines(sheet.cited, words)),
        error_item(agreement.slug, words),
    )
    sections = (
        Section("summary", words("En bref", "In brief"), tuple(map(Item, _brief(sheet, words)))),
        Section("jobs", words("Métiers qui y ont un minimum", "Jobs with a minimum in it"),
                (Item(line(jobs)),) if jobs else ()),
        grids if sheet.grids else grids._replace(table=None),
        Section("conditions", words("À qui ces minima sont dus", "To whom these minimums are due"),
                tuple(_conditions(agreement, words))),
        Section("doubts", words("Doutes", "Doubts"), doubts),
        Section("sources", words("Sources", "Sources"), sources),
    )  # fmt: skip
    name = words.of(agreement.name)
    page = Page(
        title=line(Span(name, "strong"), f" – IDCC {agreement.idcc}"),
        sections=tuple(section for section in sections if section.items or section.table),
    )
    return glossed(page, words)


def _brief(sheet: AgreementSheet, words: Wording) -> Iterator[Line]:
    agreement = sheet.agreement
    yield line(words.of(agreement.scope))
    if agreement.replaced_by and agreement.replaced_on:
        day = words.day(agreement.replaced_on)
        said = words(f"Remplacée par l'IDCC {agreement.replaced_by} depuis le {day}.",
                     f"Replaced by IDCC {agreement.replaced_by} on {day}.")  # fmt: skip
        yield line(Span(said, "warn"))
    if agreement.url:
        yield line(words("Texte : ", "Text: "), Span(agreement.url, "accent"))


def _conditions(agreement: "Agreement", words: Wording) -> Iterator[Item]:
    for condition in agreement.conditions:
        functions = ", ".join(condition.functions)
        yield Item(line(f"{functions}{words(' : ', ': ')}{words.of(condition.text)}"), True)


def _columns(words: Wording) -> tuple[Column, ...]:
    return (
        Column("section", words("Partie", "Part"), 20, ratio=4),
        Column("valid_from", words("En vigueur depuis", "In force since"), 12, ratio=1),
        Column("status", words("Étendu", "Extended"), 10, ratio=1),
        Column("method", words("Montants", "Amounts"), 10, ratio=1),
        Column("current", words("Aujourd'hui", "Today"), 14, ratio=2),
    )


def _cells(grid: "Grid", sheet: AgreementSheet, words: Wording) -> tuple[Line, ...]:
    return (
        line(Span(words.of(grid.section), "strong")),
        line(words.day(grid.valid_from)),
        line(label(words, "grid-status", grid.status)),
        line(label(words, "pay-method", grid.method)),
        _standing(grid, sheet, words),
    )


def _standing(grid: "Grid", sheet: AgreementSheet, words: Wording) -> Line:
    if grid.slug in sheet.over:
        return line(Span(words("remplacé, nouveau montant inconnu",
                               "replaced, new amount unknown"), "warn"))  # fmt: skip
    if grid.slug in sheet.newest:
        return line(words("en vigueur", "in force"))
    return line(Span(words("remplacé par un plus récent", "replaced by a newer one"), "muted"))


def agreements_page(found: "Sequence[Agreement]", words: Wording) -> Page:
    """Present every agreement: its number, whom it covers, whether another replaced it."""
    columns = (
        Column("name", words("Convention", "Agreement"), 20, ratio=3),
        Column("idcc", "IDCC", 6, ratio=0),
        Column("scope", words("Employeurs", "Employers"), 20, ratio=4),
        Column("replaced", words("Remplacée par", "Replaced by"), 10, ratio=1),
    )
    rows = tuple(
        Row((
            line(Span(words.of(one.name), "strong")),
            line(f"IDCC {one.idcc}"),
            line(words.of(one.scope)),
            line(f"IDCC {one.replaced_by}" if one.replaced_by else ""),
        ))
        for one in found
    )  # fmt: skip
    title = words("Les conventions collectives", "Collective agreements")
    return Page(title=line(Span(title, "strong"), f" – {len(rows)}"),
                table=Table(columns, rows))  # fmt: skip
