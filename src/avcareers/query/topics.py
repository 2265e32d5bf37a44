"""Short sourced answers."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Rows, Unpublished
from avcareers.store.catalogue import Catalogue

from .cards import in_order

if TYPE_CHECKING:
    from avcareers.model.source import Source
    from avcareers.model.topic import Topic


class TopicList(NamedTuple):
    """Every topic."""

    topics: Annotated["tuple[Topic, ...]", Rows]
    """The topics, as written."""


class TopicSheet(NamedTuple):
    """The answer of a topic."""

    topic: Annotated["Topic", Merged()]
    """The topic."""
    sources: "tuple[Source, ...]"
    """Sources, in full."""
    related: Annotated["tuple[Topic, ...]", Unpublished]
    """Cards of the topics to read next."""


def list_topics(catalogue: Catalogue) -> TopicList:
    """Return every topic, as written."""
    return TopicList(tuple(catalogue.documents("topic")))


def topic_sheet(catalogue: Catalogue, slug: str) -> TopicSheet:
    """Return the answer of a topic."""
    topic = catalogue.document("topic", slug)
    return TopicSheet(
        topic=topic,
        sources=in_order(catalogue.cards("source", topic.sources), topic.sources),
        related=in_order(catalogue.cards("topic", topic.related), topic.related),
    )
