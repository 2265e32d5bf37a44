"""Cards of the records a result names, so that a page can say them in words."""

from collections.abc import Iterable
from typing import Any

from avcareers.store.catalogue import Catalogue

Cards = dict[str, Any]
"""Cards by slug: what a list shows of a record."""


def in_order(cards: Cards, slugs: Iterable[str]) -> tuple[Any, ...]:
    """Return the cards of some slugs, in their order."""
    return tuple(cards[slug] for slug in slugs)


def department_names(catalogue: Catalogue) -> Cards:
    """Return the department of each slug."""
    return catalogue.cards("department")


def stages_in_order(catalogue: Catalogue) -> tuple[Any, ...]:
    """Return the seven stages, first to last."""
    return tuple(catalogue.cards("stage").values())
