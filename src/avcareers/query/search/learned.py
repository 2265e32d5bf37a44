"""What the scorer, learned by counting (`store/learning.py`), says of a query."""

import json
from math import sqrt

from avcareers.store.catalogue import Catalogue
from avcareers.text.features import STEPS, features
from avcareers.text.rising import unpacked

SUITS = (2.0, 0.6)
"""How much what is said of a taste says of a job that it chiefly suits, and of one that it suits too: a
taste is shared by many."""


def likely(catalogue: Catalogue, query: str) -> dict[int | None, float]:
    """Return how likely a query asks for each job, stage and topic, by its number; for none of them.

    Around 1 for a good answer; under 0 for what its words speak against. A job has more for the taste
    that the words speak most for, of those it suits.
    """
    sql = """
        SELECT rarity, taken, classes, given FROM json_each(?) JOIN search_piece ON piece = value
        ORDER BY piece
    """
    known = list(catalogue.rows(sql, (json.dumps([*features(query)]),)))
    length = STEPS * sqrt(sum(rarity * rarity for rarity, *_ in known)) or 1.0
    classes = list(catalogue.rows("SELECT number, root_share FROM search_class ORDER BY class"))
    sql = "SELECT root_share, chiefly, too FROM search_taste ORDER BY class"
    tastes = list(catalogue.rows(sql))
    roots = [root for _, root in classes] + [root for root, *_ in tastes]
    taken = sum(rarity * taken for rarity, taken, *_ in known)
    sums = [-taken * root for root in roots]
    for rarity, _, numbers, given in known:
        for number, steps in zip(unpacked(numbers), given, strict=True):
            sums[number] += rarity * steps
    said: dict[int | None, float] = {None: 0.0}
    for (found, _), total in zip(classes, sums, strict=False):
        said[found] = total / length
    liked: dict[int, float] = {}
    for (_, *suited), total in zip(tastes, sums[len(classes) :], strict=True):
        for numbers, part in zip(suited, SUITS, strict=True):
            for number in unpacked(numbers):
                liked[number] = max(liked.get(number, 0.0), part * total / length)
    for number, more in liked.items():
        said[number] += more
    return said
