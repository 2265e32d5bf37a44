"""Short sourced answers."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue

from .long_lists import rows_of
from .naming import Cards

if TYPE_CHECKING:
    from avcareers.model.topic import Topic


class TopicSheet(NamedTuple):
    """An answer, with what it cites."""

    topic: "Topic"
    related: Cards
    """Topics to read next."""
    sources: Cards


def list_topics(catalogue: Catalogue) -> "Sequence[Topic]":
    """Give every topic, as written."""
    ((known,),) = catalogue.rows("SELECT count(*) FROM record WHERE kind = 'topic'")
    return rows_of(known, partial(catalogue.documents, "topic"))


def topic_sheet(catalogue: Catalogue, slug: str) -> TopicSheet:
    """Give the answer of a topic."""
    topic = catalogue.document("topic", slug)
    return TopicSheet(
        topic=topic,
        related=_as_written(catalogue.cards("topic", topic.related), topic.related),
        sources=_as_written(catalogue.cards("source", topic.sources), topic.sources),
    )


def _as_written(cards: Cards, slugs: Iterable[str]) -> Cards:
    return {slug: cards[slug] for slug in slugs}
