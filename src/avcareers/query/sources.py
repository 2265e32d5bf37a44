"""Where facts come from."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from avcareers.model.errors import NotFoundError
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import read_document
from avcareers.text.nearest import nearest

from .long_lists import HELD, rows_of

if TYPE_CHECKING:
    from avcareers.model.source import Source

    ReadSource = Callable[[str], Source]

CITING = ("profession", "school", "stage", "topic", "agreement", "certification")
"""Kinds of records that cite sources, in the order they are looked for."""


class CitedSource(NamedTuple):
    """A source, and how many records rest on it."""

    source: "Source"
    records: int


class SourceList(NamedTuple):
    """Sources, the most cited first."""

    sources: Sequence[CitedSource]
    known: int
    """How many the catalogue holds."""


class SourceSheet(NamedTuple):
    """The sources of a record, or the records that rest on a source."""

    kind: str
    """Kind of the record, or `source`."""
    slug: str
    sources: "tuple[Source, ...]"
    records: tuple[tuple[str, str], ...]
    """(kind, slug) of the records that rest on the source; empty for a record."""


def list_sources(catalogue: Catalogue, *, limit: int | None = None) -> SourceList:
    """Give every source with the number of records that rest on it, the most cited first."""
    ((known,),) = catalogue.rows("SELECT count(*) FROM record WHERE kind = 'source'")
    shown = known if limit is None else min(limit, known)
    sql = """
        SELECT card, coalesce(records, 0) AS records FROM record LEFT JOIN
            (SELECT source, count(*) AS records FROM citation GROUP BY source) ON source = slug
        WHERE kind = 'source' ORDER BY records DESC, slug LIMIT ?
    """

    def read() -> Iterator[CitedSource]:
        for card, records in catalogue.rows(sql, (shown,)):
            yield CitedSource(read_document(card), records)

    return SourceList(rows_of(shown, read), known)


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


def source_reader(catalogue: Catalogue) -> "ReadSource":
    """Give what reads a source by its key, and remembers those it read last."""
    return lru_cache(HELD)(lambda slug: catalogue.cards("source", (slug,))[slug])
