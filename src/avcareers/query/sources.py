"""Where facts come from."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Rows, Unpublished
from avcareers.model.errors import NotFoundError
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import read_document
from avcareers.text.nearest import nearest

from .pay import pay_of

if TYPE_CHECKING:
    from avcareers.model.source import Source

CITING = ("profession", "school", "stage", "topic", "agreement", "certification")
"""Kinds of records that cite sources, in the order they are looked for."""


class CitedSource(NamedTuple):
    """A source, and how many records rest on it."""

    source: Annotated["Source", Merged()]
    """The source."""
    records: int
    """Records that cite it."""


class SourceList(NamedTuple):
    """Sources, the most cited first."""

    sources: Annotated[tuple[CitedSource, ...], Rows]
    """The sources."""
    known: Annotated[int, Unpublished]
    """How many the catalogue holds."""


class CitingRecord(NamedTuple):
    """A record that cites a source."""

    kind: str
    """Kind of record."""
    slug: str
    """Key."""


class SourceSheet(NamedTuple):
    """The sources of a record, or the records that rest on a source."""

    kind: str
    """Kind of the record, or `source`."""
    slug: str
    """Key of the record, or of the source."""
    sources: "tuple[Source, ...]"
    """Sources of the record, or the source alone."""
    records: tuple[CitingRecord, ...]
    """Records that rest on the source; empty for a record."""


def list_sources(catalogue: Catalogue, *, limit: int | None = None) -> SourceList:
    """Return every source with the number of records that rest on it, the most cited first."""
    ((known,),) = catalogue.rows("SELECT count(*) FROM record WHERE kind = 'source'")
    sql = """
        SELECT card, coalesce(records, 0) AS records FROM record LEFT JOIN
            (SELECT source, count(*) AS records FROM citation GROUP BY source) ON source = slug
        WHERE kind = 'source' ORDER BY records DESC, slug LIMIT ?
    """
    rows = catalogue.rows(sql, (known if limit is None else min(limit, known),))
    return SourceList(tuple(CitedSource(read_document(card), n) for card, n in rows), known)


def sources_of(catalogue: Catalogue, name: str, today: str) -> SourceSheet:
    """Return where a record's facts come from, by any of its names; or who cites a source.

    Those of a job include the texts that set its minimums in force that day (ISO). Raise NotFoundError when nothing bears the name.
    """
    cards = catalogue.cards("source", (name,))
    if not cards:
        for kind in CITING:
            known = catalogue.known(kind, name)
            if not known:
                continue
            slug = known.slug
            sql = "SELECT source FROM citation WHERE kind = ? AND slug = ?"
            cited = {source for (source,) in catalogue.rows(sql, (kind, slug))}
            if kind == "profession":
                cited |= {source.slug for source in pay_of(catalogue, slug, today).sources}
            cards = catalogue.cards("source", cited)
            return SourceSheet(kind, slug, tuple(cards[source] for source in sorted(cited)), ())
        everything = [slug for kind in (*CITING, "source") for slug in catalogue.slugs(kind)]
        raise NotFoundError("source", name, nearest(name, everything))
    sql = "SELECT kind, slug FROM citation WHERE source = ? ORDER BY kind, slug"
    records = tuple(CitingRecord(*row) for row in catalogue.rows(sql, (name,)))
    return SourceSheet("source", name, (cards[name],), records)
