"""What should be read again, and why."""

from datetime import date, timedelta
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue


class Stale(NamedTuple):
    """A record that should be read again."""

    kind: str
    slug: str
    reason: str
    """`reviewed`, `read_on`: read too long ago. `expired`, `expires`: ended, or soon to end."""
    day: str
    """The day that makes it stale (ISO)."""


def stale(catalogue: Catalogue, today: str, *, older_than_days: int) -> tuple[Stale, ...]:
    """Give what was read more than so many days ago, what has ended, and what ends within them.

    Sorted by day, the oldest first.
    """
    now = date.fromisoformat(today)
    limit, soon = _moved(now, -older_than_days), _moved(now, older_than_days)
    found: list[Stale] = []
    for kind, reason in (("profession", "reviewed"), ("school", "reviewed"), ("source", "read_on")):
        # Only the day is taken out of each document: there may be very many.
        sql = f"""
            SELECT slug, json_extract(document, '$.{reason}') AS day FROM record
            WHERE kind = ? AND day < ?
        """
        found += (
            Stale(kind, slug, reason, day) for slug, day in catalogue.rows(sql, (kind, limit))
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
    return tuple(sorted(found, key=lambda item: (item.day, item.kind, item.slug)))


def _moved(day: date, days: int) -> str:
    """Give the day so many days later, or the last there is (the first, of days before)."""
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()
