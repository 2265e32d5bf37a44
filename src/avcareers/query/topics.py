"""Short sourced answers."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Rows, Unpublished
from avcareers.store.catalogue import Catalogue

from .cards import in_order
from .pay import minimum_wage

if TYPE_CHECKING:
    from avcareers.model.base import Text
    from avcareers.model.diploma import Diploma
    from avcareers.model.pay import MinimumWage
    from avcareers.model.source import Source
    from avcareers.model.topic import Topic


class TopicList(NamedTuple):
    """Every topic."""

    topics: Annotated["tuple[Topic, ...]", Rows]
    """The topics, as written."""


class InEuros(NamedTuple):
    """A share of the minimum wage, in euros."""

    contract: "Text"
    """Of which contract."""
    who: "Text"
    """At which age, or with what."""
    year: int | None
    """Year of the contract; null when the share is the same in all."""
    eur_per_month: float
    """Gross euros for a month of 35 hours a week."""


class RegionAsked(NamedTuple):
    """A region, where a topic answers region by region."""

    slug: str
    """Key."""
    name: str
    """Name."""


class TopicSheet(NamedTuple):
    """The answer of a topic."""

    topic: Annotated["Topic", Merged()]
    """The topic."""
    sources: "tuple[Source, ...]"
    """Sources, in full."""
    minimum_wage: "MinimumWage | None"
    """The minimum wage in force on the day, when the answer states shares of it."""
    in_euros: tuple[InEuros, ...]
    """These shares, in euros."""
    region: RegionAsked | None
    """The region asked about: what is said of it comes first, and of no other."""
    related: Annotated["tuple[Topic, ...]", Unpublished]
    """Cards of the topics to read next."""


class DiplomaSheet(NamedTuple):
    """What a national diploma is, for who asks to explain it."""

    diploma: Annotated["Diploma", Merged()]
    """The diploma."""
    schools: int
    """How many schools prepare for it."""
    cited: "tuple[Source, ...]"
    """Sources, in full."""


def diploma_sheet(catalogue: Catalogue, slug: str) -> DiplomaSheet:
    """Return what a national diploma is, and how many schools prepare for it."""
    diploma = catalogue.document("diploma", slug)
    sql = "SELECT count(DISTINCT school) FROM programme_facet WHERE facet = 'diploma' AND value = ?"
    ((schools,),) = catalogue.rows(sql, (slug,))
    cited = in_order(catalogue.cards("source", diploma.sources), diploma.sources)
    return DiplomaSheet(diploma, schools, cited)


def list_topics(catalogue: Catalogue) -> TopicList:
    """Return every topic, as written."""
    return TopicList(tuple(catalogue.documents("topic")))


def topic_sheet(
    catalogue: Catalogue, slug: str, today: str, region: str | None = None
) -> TopicSheet:
    """Return the answer of a topic on a day (ISO), to who asks about a region, given by its name."""
    topic = catalogue.document("topic", slug)
    wage = minimum_wage(catalogue, today) if topic.wage_shares else None
    return TopicSheet(
        topic=topic,
        sources=in_order(catalogue.cards("source", topic.sources), topic.sources),
        minimum_wage=wage,
        in_euros=_in_euros(topic, wage) if wage else (),
        region=_named(catalogue, region) if region else None,
        related=in_order(catalogue.cards("topic", topic.related), topic.related),
    )


def _named(catalogue: Catalogue, name: str) -> RegionAsked | None:
    found = (each for each in catalogue.documents("region") if each.name == name)
    return next((RegionAsked(each.slug, each.name) for each in found), None)


def _in_euros(topic: "Topic", wage: "MinimumWage") -> tuple[InEuros, ...]:
    return tuple(
        InEuros(each.contract, each.who, each.year, _share(wage.monthly_35h_eur, each.percent))
        for each in topic.wage_shares
    )


def _share(euros: float, percent: float) -> float:
    return round(euros * percent / 100, 2)
