"""Collective agreements, and which of their grids are in force on a day."""

import json
from typing import TYPE_CHECKING

from avcareers.store.catalogue import Catalogue

if TYPE_CHECKING:
    from avcareers.model.pay import Agreement, Grid


def agreement_numbers(catalogue: Catalogue, facet: str = "idcc") -> tuple[str, ...]:
    """Return the numbers of all agreements, or of those whose `overtime` is known, as written."""
    sql = """
        SELECT value FROM facet JOIN record USING (kind, slug)
        WHERE kind = 'agreement' AND facet = ? ORDER BY position
    """
    return tuple(number for (number,) in catalogue.rows(sql, (facet,)))


def agreements_by_number(catalogue: Catalogue, numbers: set[str]) -> "dict[str, Agreement]":
    """Return the agreements of those numbers, by number, as written."""
    sql = """
        SELECT document FROM facet JOIN record USING (kind, slug)
        WHERE kind = 'agreement' AND facet = 'idcc' AND value IN (SELECT value FROM json_each(?))
        ORDER BY position
    """
    found = catalogue.read(sql, (json.dumps(sorted(numbers)),))
    return {record.idcc: record for record in found}


def newest_grids(agreement: "Agreement", as_of: str) -> set[str]:
    """Return the last grid of each series that took effect by a day.

    A function or a basis that the newest grid no longer has is not what is due any more.
    """
    last: dict[str, str] = {}
    known = [grid for grid in agreement.grids if grid.valid_from <= as_of]
    for grid in known:
        last[grid.series] = max(last.get(grid.series, ""), grid.valid_from)
    return {grid.slug for grid in known if grid.valid_from == last[grid.series]}


def is_over(agreement: "Agreement", grid: "Grid", as_of: str) -> bool:
    """True if the amounts of a grid are known to be outdated on a day."""
    ends = (grid.outdated_from, agreement.replaced_on)
    return any(end is not None and end <= as_of for end in ends)
