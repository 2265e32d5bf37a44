"""What changed as entries of a feed, and what ends as days of a calendar, in one language."""

from collections.abc import Callable
from typing import NamedTuple

from avcareers.query.changes import ChangedRecord, ChangeList
from avcareers.query.coming import Ending, EndingList
from avcareers.text.wording import Language, Wording

from .changed import before_and_after, fact_name
from .changes import record_name
from .labels import label


class Entry(NamedTuple):
    """What changed in one record, in one release."""

    key: str
    """Release, kind and key of the record."""
    title: str
    day: str
    """Day of the release (ISO)."""
    lines: tuple[str, ...]
    """What changed, a fact a line."""
    address: str
    """Page of the record; empty where there is none."""


class Feed(NamedTuple):
    """What changed: of everything, or of one record."""

    key: str
    title: str
    language: Language
    day: str
    """Day of the last release (ISO)."""
    entries: tuple[Entry, ...]
    address: str
    """Where the feed itself stands; empty where it has no address."""


class Event(NamedTuple):
    """A day on which something ends."""

    key: str
    day: str
    """The day (ISO)."""
    title: str
    text: str


Pages = Callable[[str, str], str]
"""Takes the kind and the key of a record; returns the address of its page, if it has one."""


def _nowhere(_kind: str, _slug: str) -> str:
    return ""


def feed_of(
    found: ChangeList,
    words: Wording,
    *,
    record: str = "",
    address: str = "",
    pages: Pages = _nowhere,
) -> Feed:
    """Return what changed as a feed, of all or of the record of a key, the newest release first.

    `address` is where the feed stands, and `pages` finds where records do.
    """
    title = words("avcareers : ce qui a changé", "avcareers: what changed")
    if record and found.records:
        title += words(" – ", " – ") + record_name(found.records[0], words)
    newest = sorted(found.records, key=lambda changed: changed.day, reverse=True)
    return Feed(
        key=f"{record or 'all'}/{words.language}",
        title=title,
        language=words.language,
        day=found.until.day if found.until else "1970-01-01",
        entries=tuple(_entry(found, changed, words, pages) for changed in newest),
        address=address,
    )


def _entry(found: ChangeList, changed: ChangedRecord, words: Wording, pages: Pages) -> Entry:
    name = record_name(changed, words)
    whole = f"{name} ({label(words, 'kind', changed.record)})"
    if changed.kind:
        whole += f"{words(' : ', ': ')}{label(words, 'change', changed.kind)}"
    said = []
    for fact in changed.facts:
        before, after = before_and_after(changed.record, fact, found.names, words)
        values = " → ".join(filter(None, (before, after)))
        what = fact_name(changed.record, changed.slug, fact, found.names, words)
        meaning = label(words, "change", fact.kind)
        said.append(f"{what}{words(' : ', ': ') + values if values else ''} ({meaning})")
    return Entry(
        key=f"{changed.version}/{changed.record}/{changed.slug}/{words.language}",
        title=whole,
        day=changed.day,
        lines=tuple(said) or (whole,),
        address=pages(changed.record, changed.slug),
    )


def ending_title(ending: Ending, words: Wording) -> str:
    """Return what ends, and of what."""
    kind = label(words, "recognition", ending.kind)
    of = ending.name or ending.title or ""
    number = f" {ending.certification.upper().replace('-', '')}" if ending.certification else ""
    return f"{kind}{number if not ending.school else ''} – {of}".removesuffix(" – ")


def ending_calendar(found: EndingList, words: Wording) -> tuple[str, tuple[Event, ...]]:
    """Return what ends as a calendar: its title, then its days."""
    return words("avcareers : ce qui prend fin", "avcareers: what ends"), tuple(
        Event(
            key="/".join(
                filter(
                    None,
                    (ending.kind, ending.certification, ending.school, ending.programme),
                )
            ),
            day=ending.last_day,
            title=words("Fin : ", "End: ") + ending_title(ending, words),
            text=ending.course or ", ".join(found.names[slug] for slug in ending.schools),
        )
        for ending in found.endings
    )
