"""Collective agreements, and which of their grids are in force on a day."""

import json
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Unpublished
from avcareers.store.catalogue import Catalogue

from .cards import in_order

if TYPE_CHECKING:
    from avcareers.model.pay import Agreement, Grid
    from avcareers.model.profession import Profession
    from avcareers.model.source import Source


class AgreementSheet(NamedTuple):
    """A collective agreement, its grids judged on a day."""

    agreement: Annotated["Agreement", Merged()]
    """The agreement."""
    newest: tuple[str, ...]
    """Grids that took effect last, by key: one of each series."""
    over: tuple[str, ...]
    """Grids whose amounts are known to be outdated."""
    grids: Annotated["tuple[Grid, ...]", Unpublished]
    """The grids that took effect by that day, the newest first."""
    jobs: Annotated["tuple[Profession, ...]", Unpublished]
    """Cards of the jobs that have a minimum in it, along the chain."""
    cited: Annotated["tuple[Source, ...]", Unpublished]
    """Where it was read."""


def agreement_sheet(catalogue: Catalogue, slug: str, today: str) -> AgreementSheet:
    """Return an agreement as it is on a day (ISO). Raise KeyError when there is none of that key."""
    agreement = catalogue.document("agreement", slug)
    started = sorted(
        (grid for grid in agreement.grids if grid.valid_from <= today),
        key=lambda grid: (grid.valid_from, grid.slug), reverse=True,
    )  # fmt: skip
    newest = newest_grids(agreement, today)
    sql = """
        SELECT record.card FROM record WHERE kind = 'profession' AND EXISTS (
            SELECT 1 FROM json_each(record.document, '$.pay_functions') AS paid
            WHERE json_extract(paid.value, '$.idcc') = ?
        ) ORDER BY position
    """
    cited = catalogue.cards("source", agreement.sources)
    return AgreementSheet(
        agreement=agreement,
        newest=tuple(sorted(newest)),
        over=tuple(grid.slug for grid in started if is_over(agreement, grid, today)),
        grids=tuple(started),
        jobs=tuple(catalogue.read(sql, (agreement.idcc,))),
        cited=in_order(cited, agreement.sources),
    )


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


def article(source: "Source") -> str | None:
    """Return the number of an article of the KALI base, from its address."""
    address = source.url or ""
    return address.rsplit("/", 1)[1] if "KALIARTI" in address else None
