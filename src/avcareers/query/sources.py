"""Where facts come from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.model.errors import NotFoundError
from avcareers.store.catalogue import Catalogue
from avcareers.text.nearest import nearest

from .naming import Cards

if TYPE_CHECKING:
    from avcareers.model.source import Source

CITING = ("profession", "school", "stage", "topic", "agreement", "certification")
"""Kinds of records that cite sources, in the order they are looked for."""


class CitedSource(NamedTuple):
    """A source, and how many records rest on it."""

    source: "Source"
    records: int


class SourceSheet(NamedTuple):
    """The sources of a record, or the records that rest on a source."""

    kind: str
    """Kind of the record, or `source`."""
    slug: str
    sources: "tuple[Source, ...]"
    records: tuple[tuple[str, str], ...]
    """(kind, slug) of the records that rest on the source; empty for a record."""


def list_sources(catalogue: Catalogue) -> tuple[CitedSource, ...]:
    """Give every source with the number of records that rest on it, by publisher and title."""
    sql = "SELECT source, count(*) FROM citation GROUP BY source"
    counts = dict(catalogue.rows(sql))
    cards = catalogue.cards("source").values()
    rows = [CitedSource(card, counts.get(card.slug, 0)) for card in cards]
    return tuple(sorted(rows, key=lambda row: (-row.records, row.source.slug)))


def sources_of(catalogue: Catalogue, name: str) -> SourceSheet:
    """Give where a record's facts come from, by any of its names; or who cites a source.

    Raises NotFoundError when nothing bears the name.
    """
    cards = catalogue.cards("source", (name,))
    if not cards:
        for kind in CITING:
            known = catalogue.known(kind, name)
            if not known:
                continue
            slug = known.slug
            sql = "SELECT source FROM citation WHERE kind = ? AND slug = ? ORDER BY source"
            cited = [source for (source,) in catalogue.rows(sql, (kind, slug))]
            cards = catalogue.cards("source", cited)
            return SourceSheet(kind, slug, tuple(cards[source] for source in cited), ())
        everything = [slug for kind in (*CITING, "source") for slug in catalogue.slugs(kind)]
        raise NotFoundError("source", name, nearest(name, everything))
    sql = "SELECT kind, slug FROM citation WHERE source = ? ORDER BY kind, slug"
    records = tuple((kind, slug) for kind, slug in catalogue.rows(sql, (name,)))
    return SourceSheet("source", name, (cards[name],), records)


def cards_cited(catalogue: Catalogue, records: Iterable[Any]) -> Cards:
    """Give the sources that some records cite, by key."""
    return catalogue.cards("source", {slug for record in records for slug in record.sources})
