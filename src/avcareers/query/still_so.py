"""What a release said of a fact that the data say no longer: it is not told as what changed."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from avcareers.releases.facts import Fact, facts_of
from avcareers.store.catalogue import Catalogue


def still_so(catalogue: Catalogue, change: Any) -> Iterator[Any]:
    """Yield the changes of a record's facts after which its sheet says the same.

    Data mended since a release differ from what it said, and the next one will say how.
    """
    sql = "SELECT document FROM record WHERE kind = ? AND slug = ?"
    key = change.record, change.slug
    told = [facts_of(key[0], json.loads(said)) for (said,) in catalogue.rows(sql, key)]
    for fact in change.facts:
        amounts = fact.fact.startswith("floors.") or fact.kind == "renamed"
        if amounts or not told or _holds(fact, told[0]):
            yield fact


def _holds(fact: Any, told: Mapping[str, Fact]) -> bool:
    now = told.get(fact.fact)
    value = now.value if now else None
    if fact.lost or fact.gained:
        values = tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)
        return set(fact.gained) <= set(values) and not set(fact.lost) & set(values)
    return bool(value == fact.after)
