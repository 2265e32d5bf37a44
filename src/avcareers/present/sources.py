"""The pages of sources."""

from avcareers.query.sources import CitedSource, SourceList, SourceSheet
from avcareers.text.wording import Wording

from .citations import source_line
from .labels import label
from .page import Column, Item, Line, Next, Page, Row, Section, Span, line
from .tables import table_of


def sources_page(found: SourceList, words: Wording) -> Page:
    """Present sources, the most cited first."""
    columns = (
        Column("slug", words("Clé", "Key"), 16, ratio=2),
        Column("publisher", words("Éditeur", "Publisher"), 12, ratio=2, rank=2),
        Column("title", words("Titre", "Title"), 24, ratio=4),
        Column("read_on", words("Lu le", "Read on"), 10, ratio=0, rank=1),
        Column("records", words("Fiches", "Records"), 7, ratio=0, rank=1, right=True),
    )
    counted = words.number(found.known)
    if len(found.sources) < found.known:
        shown = words.number(len(found.sources))
        counted += words(f", {shown} affichées", f", {shown} shown")
    return Page(
        title=line(Span(words("Les sources", "Sources"), "strong"), f" – {counted}"),
        table=table_of(words, columns, tuple(_row(row, words) for row in found.sources)),
        next=(Next(words.command("sources", "showrunner"),
                   words("les sources d'une fiche", "the sources of one sheet")),),
    )  # fmt: skip


def _row(row: CitedSource, words: Wording) -> Row:
    return Row((
        line(Span(row.source.slug, "accent")),
        line(row.source.publisher),
        line(row.source.title),
        line(row.source.read_on),
        line(words.number(row.records)),
    ))  # fmt: skip


def source_sheet_page(sheet: SourceSheet, words: Wording) -> Page:
    """Present the sources of a record, or the records that rest on a source."""
    sections = [
        Section("sources", words("Sources", "Sources"), tuple(
            Item(line(source_line(source, words, licensed=True), Span(f" [{source.slug}]", "muted")), True)
            for source in sheet.sources)),
    ]  # fmt: skip
    if sheet.records:
        by_kind: dict[str, list[str]] = {}
        for kind, slug in sheet.records:
            by_kind.setdefault(kind, []).append(slug)
        sections.append(Section("records", words("Appuie", "Supports"), tuple(
            Item(line(Span(f"{label(words, 'kind', kind)} ({len(slugs)}) ", "muted"),
                      ", ".join(slugs)))
            for kind, slugs in by_kind.items())))  # fmt: skip
    kind = label(words, "kind", sheet.kind)
    lead = (_counted(sheet, words),) if sheet.kind == "profession" else ()
    return Page(title=line(Span(sheet.slug, "strong"), Span(f" – {kind}", "muted")),
                lead=lead, sections=tuple(sections))  # fmt: skip


def _counted(sheet: SourceSheet, words: Wording) -> Line:
    """Count the sources of a job, and say of what: its sheet counts only its own."""
    counted = words.count(len(sheet.sources), ("source", "sources"), ("source", "sources"))
    whose = words(" : de la fiche, des contrats, des outils et des minimums",
                  ": of the sheet, of contracts, of tools and of minimums")  # fmt: skip
    return line(Span(counted, "strong"), whose + ".")
