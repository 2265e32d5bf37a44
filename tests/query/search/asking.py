"""What a search finds, as tests look at it."""

from typing import Any

from avcareers.query.search.ranking import Hit, search
from avcareers.store.catalogue import Catalogue


def first(catalogue: Catalogue, query: str) -> Hit:
    """Return the best hit."""
    return search(catalogue, query).hits[0]


def found(catalogue: Catalogue, query: str, **options: Any) -> list[tuple[str, str]]:
    """Return the kind and slug of each hit, the best first."""
    return [(hit.kind, hit.slug) for hit in search(catalogue, query, **options).hits]
