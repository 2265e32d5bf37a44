"""What changed as an Atom feed (RFC 4287), and what ends as a calendar (RFC 5545)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from avcareers.present.feed import Entry, Event, Feed

LONGEST_OCTETS = 75
"""Octets of a line of a calendar: a longer one is folded."""


def feed_text(feed: Feed) -> str:
    """Return a feed as Atom; with the addresses it was given, if any."""
    return "".join(f"{text}\n" for text in _feed_lines(feed))


def _feed_lines(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">'
    yield f"  <id>{_identity(feed.key)}</id>"
    yield f"  <title>{escape(feed.title)}</title>"
    yield f"  <updated>{feed.day}T00:00:00Z</updated>"
    yield "  <author><name>avcareers</name></author>"
    if feed.address:
        yield f'  <link rel="self" href="{_attribute(feed.address)}"/>'
    for entry in feed.entries:
        yield from _entry_lines(entry)
    yield "</feed>"


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield "  <entry>"
    yield f"    <id>{_identity(entry.key)}</id>"
    yield f"    <title>{escape(entry.title)}</title>"
    yield f"    <updated>{entry.day}T00:00:00Z</updated>"
    if entry.address:
        yield f'    <link rel="alternate" href="{_attribute(entry.address)}"/>'
    yield f'    <content type="text">{escape(chr(10).join(entry.lines))}</content>'
    yield "  </entry>"


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def _identity(key: str) -> str:
    """Return an identifier that is the same for ever, whatever the address."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'avcareers/{key}')}"


def calendar_text(title: str, events: Iterable[Event], made: str) -> str:
    """Return days as a calendar, made on a day (ISO)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//avcareers//changes//FR",
        f"X-WR-CALNAME:{_escaped(title)}",
    ]
    for event in events:
        day = date.fromisoformat(event.day)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uuid5(NAMESPACE_URL, f'avcareers/{event.key}')}",
            f"DTSTAMP:{made.replace('-', '')}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(event.title)}",
            f"DESCRIPTION:{_escaped(event.text)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for text in lines for folded in _folded(text))


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(text: str) -> Iterator[str]:
    """Yield a line as lines of 75 octets at most, no character cut in two; all but the first begin with a space."""
    part, size = "", 0
    for character in text:
        octets = len(character.encode())
        if size + octets > LONGEST_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + character, size + octets
    yield part
