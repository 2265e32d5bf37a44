"""What should be read again, and why."""

from datetime import date, timedelta
from typing import Annotated, Literal, NamedTuple

from avcareers.model.answer import Rows
from avcareers.store.catalogue import Catalogue

StaleReason = Literal["reviewed", "read_on", "looked_up", "expired", "expires", "alternance"]


class Stale(NamedTuple):
    """A record that should be read again."""

    kind: str
    """Kind of record, `pay-series` for a series of pay grids, or `programme`."""
    slug: str
    """Key; of a programme, that of its school and its own: `school#programme`."""
    reason: StaleReason
    """`reviewed`, `read_on`, `looked_up`: too long ago. `expired`, `expires`: ended, or soon to end.
    `alternance`: said of a programme whose title has ended."""
    day: str
    """The day that makes it stale (ISO)."""


class StaleList(NamedTuple):
    """Records that should be read again."""

    records: Annotated[tuple[Stale, ...], Rows]
    """The records, the oldest day first."""


def stale(catalogue: Catalogue, today: str, *, older_than_days: int) -> StaleList:
    """Return what was read more than so many days ago, what has ended, and what ends within them.

    Sorted by day, the oldest first.
    """
    now = date.fromisoformat(today)
    limit, soon = _moved(now, -older_than_days), _moved(now, older_than_days)
    found: list[Stale] = []
    reviewed: tuple[tuple[str, StaleReason], ...] = (
        ("profession", "reviewed"), ("school", "reviewed"), ("source", "read_on")
    )  # fmt: skip
    for kind, reason in reviewed:
        # Only the day is taken out of each document: there may be very many.
        sql = f"""
            SELECT slug, json_extract(document, '$.{reason}') AS day FROM record
            WHERE kind = ? AND day < ?
        """
        found += (
            Stale(kind, slug, reason, day) for slug, day in catalogue.rows(sql, (kind, limit))
        )
    found += (
        Stale("pay-series", series.slug, "looked_up", series.looked_up)
        for agreement in catalogue.documents("agreement")
        for series in agreement.series
        if series.looked_up < limit
    )
    sql = """
        SELECT slug, json_extract(document, '$.expires') AS ends FROM record
        WHERE kind = 'certification' AND ends < ? AND (
            ends >= ? OR coalesce(json_array_length(document, '$.replaced_by'), 0) = 0
        )
    """
    found += (
        Stale("certification", slug, "expired" if end < today else "expires", end)
        for slug, end in catalogue.rows(sql, (soon, today))
    )
    sql = """
        SELECT programme.school || '#' || json_extract(programme.card, '$.slug'), json_extract(title.document, '$.expires')
        FROM programme JOIN record AS title
            ON title.kind = 'certification' AND title.slug = json_extract(programme.card, '$.certification')
        WHERE json_extract(programme.card, '$.alternance.mode') IN ('likely', 'partial', 'full')
            AND json_extract(title.document, '$.expires') < ?
    """
    found += (
        Stale("programme", slug, "alternance", end) for slug, end in catalogue.rows(sql, (today,))
    )
    return StaleList(tuple(sorted(found, key=lambda item: (item.day, item.kind, item.slug))))


def _moved(day: date, days: int) -> str:
    """Return the day so many days later (before, if negative), or the last one there is."""
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()
