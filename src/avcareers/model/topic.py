"""A short sourced answer to what the field's words mean."""

from typing import Annotated

from pydantic import Field

from .base import IsoDate, Line, PartDate, Record, Refers, Slug, SourceId, Text, Url
from .vocabulary import Confidence

TopicSlug = Annotated[Slug, Refers("topic")]


class Statement(Record):
    """One sourced sentence of an answer."""

    text: Text
    """What holds."""
    holds_from: PartDate | None = None
    """From when the rule or figure holds; absent when no source says."""
    as_of: PartDate | None = None
    """Date of the text or page read; absent when it bears none."""
    confidence: Confidence
    """How well it is supported."""
    source: SourceId
    """Where it was read."""
    region: Annotated[Slug, Refers("region")] | None = None
    """Region it is about, when the topic answers region by region."""


class Obsolete(Record):
    """A version still found online that no longer holds, or never did."""

    claim: Text
    """What is still found."""
    why: Text
    """Why it is wrong."""
    dead_since: PartDate | None = None
    """Since when it no longer holds; absent when no date was read."""
    source: SourceId
    """The page that carries it, or the one that disproves it."""


class Check(Record):
    """An official place where to verify before acting."""

    name: Line
    """What it is."""
    url: Url
    """Its address."""


class WageShare(Record):
    """A share of the minimum wage that the answer states; the page says it in euros too."""

    contract: Text
    """Of which contract."""
    who: Text
    """At which age, or with what."""
    year: Annotated[int, Field(ge=1, le=4)] | None = None
    """Year of the contract; absent when the share is the same in all."""
    percent: Annotated[float, Field(gt=0, le=100)]
    """Share, in percent."""


class Topic(Record):
    """A word or a question of the field, answered from sources."""

    slug: TopicSlug
    """Key."""
    formerly: tuple[Slug, ...] = ()
    """Older slugs that still find it."""
    title: Text
    """Title."""
    other_names: tuple[Line, ...] = ()
    """Other words that find it, in either language."""
    asked: tuple[Text, ...] = ()
    """How people ask it."""
    outside: Text | None = None
    """For what this catalogue leaves out: what that is, and where to look, in one sentence."""
    answer: Annotated[tuple[Statement, ...], Field(min_length=2)]
    """What holds, the most useful first."""
    wage_shares: tuple[WageShare, ...] = ()
    """Shares of the minimum wage it states, each with its year of contract."""
    not_decided: tuple[Text, ...] = ()
    """What only an authority, a contract or an agreement decides."""
    obsolete: tuple[Obsolete, ...] = ()
    """Versions still found online that do not hold."""
    check_at: tuple[Check, ...] = ()
    """Where to verify before acting."""
    related: tuple[TopicSlug, ...] = ()
    """Topics to read next."""
    commands: tuple[Line, ...] = ()
    """Commands of this tool that go with it, without the program's name."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Everything cited."""
    doubts: tuple[Text, ...] = ()
    """What could not be verified."""
    reviewed: IsoDate
    """Day it was last read against its sources."""
