"""What the scorer, learned by counting (`store/learning.py`), says of a query."""

import json
from math import sqrt
from struct import unpack

from avcareers.store.catalogue import Catalogue
from avcareers.text.features import STEPS, features


def likely(catalogue: Catalogue, query: str) -> dict[int | None, float]:
    """Return how likely a query asks for each job, stage and topic, by its number; for none of them.

    Around 1 for a good answer; under 0 for what its words speak against.
    """
    sql = """
        SELECT rarity, taken, classes, given FROM json_each(?) JOIN search_piece ON piece = value
        ORDER BY piece
    """
    known = list(catalogue.rows(sql, (json.dumps([*features(query)]),)))
    length = sqrt(sum(rarity * rarity for rarity, *_ in known)) or 1.0
    classes = list(catalogue.rows("SELECT number, root_share FROM search_class ORDER BY class"))
    taken = sum(rarity * taken for rarity, taken, *_ in known)
    sums = [-taken * root for _, root in classes]
    for rarity, _, numbers, given in known:
        for number, steps in zip(unpack(f"<{len(given)}H", numbers), given, strict=True):
            sums[number] += rarity * steps
    said: dict[int | None, float] = {None: 0.0}
    for (found, _), total in zip(classes, sums, strict=True):
        said[found] = total / length / STEPS
    return said
