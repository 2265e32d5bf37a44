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
    limit = (now - timedelta(days=older_than_days)).isoformat()
    soon = (now + timedelta(days=older_than_days)).isoformat()
    found: list[Stale] = []
    for kind in ("profession", "school"):
        found += (
            Stale(kind, record.slug, "reviewed", record.reviewed)
            for record in catalogue.documents(kind)
            if record.reviewed < limit
        )
    found += (
        Stale("source", source.slug, "read_on", source.read_on)
        for source in catalogue.documents("source")
        if source.read_on < limit
    )
    for certification in catalogue.documents("certification"):
        end = certification.expires
        if end and end < today and not certification.replaced_by:
            found.append(Stale("certification", certification.slug, "expired", end))
        elif end and today <= end < soon:
            found.append(Stale("certification", certification.slug, "expires", end))
    return tuple(sorted(found, key=lambda item: (item.day, item.kind, item.slug)))
