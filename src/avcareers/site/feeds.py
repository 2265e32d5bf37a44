"""What changed as feeds, of all and of each record that has a page; what ends as a calendar."""

from collections.abc import Iterator, Mapping
from functools import partial

from avcareers.present.feed import ending_calendar, feed_of
from avcareers.query.changes import ChangeList
from avcareers.query.coming import list_endings
from avcareers.query.histories import Record
from avcareers.render.feed import calendar_text, feed_text

from .addresses import alone, calendar_of, feed_of_page, page_of
from .edition import Edition
from .records import every_record, formers
from .sheets import File


def calendar_files(editions: tuple[Edition, ...]) -> Iterator[File]:
    """Yield the calendar of what ends, in each language."""
    found = list_endings(editions[0].catalogue, editions[0].today)
    for edition in editions:
        title, events = ending_calendar(found, edition.words)
        yield calendar_of(edition.language), calendar_text(title, events, edition.today)


def feed_files(
    found: ChangeList, each: Mapping[Record, ChangeList], editions: tuple[Edition, ...]
) -> Iterator[File]:
    """Yield the feed of all that changed, then that of each record which is followed.

    They stand at the former addresses of their record too. A feed needs addresses that are whole: a site
    that has none has no feed.
    """
    if not editions[0].base_url:
        return
    catalogue = editions[0].catalogue
    olds = tuple(formers(catalogue))
    paged = {*every_record(catalogue), *((kind, former) for kind, former, _ in olds)}
    for edition in editions:
        pages = partial(_page, edition, paged)
        whole = feed_of_page(alone("changes", edition.language))
        feed = partial(feed_of, words=edition.words, pages=pages)
        yield whole, feed_text(feed(found, address=edition.base_url + whole))
        for kind, key in sorted(edition.followed):
            own = feed_of_page(page_of(kind, key, edition.language))
            text = feed_text(feed(each[kind, key], record=key, address=edition.base_url + own))
            yield own, text
            for of, former, now in olds:
                if (of, now) == (kind, key):
                    yield feed_of_page(page_of(kind, former, edition.language)), text


def _page(edition: Edition, paged: set[Record], kind: str, key: str) -> str:
    """Return the whole address of the page of a record; empty when it has none."""
    return edition.base_url + page_of(kind, key, edition.language) if (kind, key) in paged else ""
