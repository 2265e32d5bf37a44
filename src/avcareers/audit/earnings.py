"""Rules on earnings: what people really receive is never a minimum, and is stated once."""

import re
from collections.abc import Iterator

from avcareers.model.content import Content

from .finding import Finding
from .texts import both, texts_of

_FLOOR = re.compile(r"\b(minim(um|ums|a|al|ale|aux)|plancher|floor|smic)\b", re.IGNORECASE)
"""Words of a minimum: a figure measured over a group is not one."""


def earnings_are_not_minimums(content: Content) -> Iterator[Finding]:
    """A figure on earnings doesn't call itself a minimum, nor come from a text that sets one."""
    setting = {grid.source for agreement in content.agreements for grid in agreement.grids}
    for earning in content.earnings:
        for path, text in texts_of(earning):
            for language, words in both(text):
                if match := _FLOOR.search(words):
                    yield _finding(earning.slug, (*path, language), match[0],
                                   "say what people received; minimums are in data/pay")  # fmt: skip
        for place, source in enumerate(earning.sources):
            if source in setting:
                yield _finding(earning.slug, ("sources", place), source,
                               "cite the page that measured it; this text sets a minimum")  # fmt: skip


def _finding(slug: str, field: tuple[str | int, ...], found: str, mend: str) -> Finding:
    must = "must be what people really received, never a minimum"
    return Finding("earning", slug, field, "not-a-minimum", must, found, mend)


def earnings_are_stated_once(content: Content) -> Iterator[Finding]:
    """Two figures don't measure the same thing of the same people in the same year."""
    seen: dict[object, str] = {}
    for earning in content.earnings:
        same = (earning.covers, earning.measure, earning.statistic, earning.unit, earning.period,
                earning.population, earning.according_to)  # fmt: skip
        first = seen.setdefault(same, earning.slug)
        if first != earning.slug:
            yield Finding("earning", earning.slug, ("measure",), "stated-once",
                          f"must not repeat what {first} measures", earning.measure.en,
                          "keep the better sourced of the two")  # fmt: skip
