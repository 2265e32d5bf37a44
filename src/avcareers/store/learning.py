"""What the scorer of a search learns, by counting: how much each piece of a word speaks for a record.

A phrase that says something of a record is an example of what a person may type to find it. Of all
the phrases that have a piece, some share is of a record: much more than its share of all phrases, and
the piece speaks for it; less, and it speaks against it. docs/search.md gives the formula.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log, sqrt
from struct import pack
from typing import NamedTuple

from avcareers.model.synonym import Synonym
from avcareers.text.features import STEPS, features
from avcareers.text.stemming import name_key

from .rows import TableRow
from .searchable import KEY, Searchable

LEARNED = ("profession", "stage", "topic")
"""Kinds whose records each have a class; all the others share one, which is none of these."""
DOUBT = 3.0
"""Phrases of every class, in their shares, added to those that have a piece."""
MOST = 32
"""Classes that a piece gives to: those it gives the most."""
RARITY_STEPS = 20
"""Parts of 1 in which rarities are kept; only how they compare matters."""
SQUARED = 1 << 20
"""Parts of 1 in which squares of rarities are added up."""

Class = int | None
"""Number of a record; nothing for the class of all the others."""


class Phrase(NamedTuple):
    """An example of what a person may type."""

    found: Class
    """What it should find."""
    text: str


def learned_rows(things: list[Searchable], synonyms: Iterable[Synonym]) -> Iterator[TableRow]:
    """Yield each row of the tables of the scorer, after the name of its table."""
    examples = [
        (found, pieces) for found, text in _phrases(things, synonyms) if (pieces := features(text))
    ]
    share = Counter(found for found, _ in examples)
    classes = sorted(share, key=lambda found: (found is None, found))
    place = {found: number for number, found in enumerate(classes)}
    roots = [sqrt(share[found] / len(examples)) for found in classes]
    for number, (found, root) in enumerate(zip(classes, roots, strict=True)):
        yield "search_class", (number, found, root)
    phrases = Counter[str]()
    for _, pieces in examples:
        phrases.update(pieces)
    rarities = {piece: log((1 + len(examples)) / (1 + n)) + 1 for piece, n in phrases.items()}
    # Whole numbers have the same sum in any order.
    squares = {piece: round(SQUARED * rarity * rarity) for piece, rarity in rarities.items()}
    counted: dict[str, dict[int, float]] = {piece: {} for piece in sorted(phrases)}
    for found, pieces in examples:
        number = place[found]
        # Every phrase weighs as much, however long.
        weight = sqrt(SQUARED / sum(map(squares.__getitem__, pieces)))
        for piece in pieces:
            by_class = counted[piece]
            by_class[number] = by_class.get(number, 0.0) + weight
    for piece, by_class in counted.items():
        yield "search_piece", (piece, *_weights(by_class, rarities[piece], roots))


def _weights(
    counted: Mapping[int, float], rarity: float, roots: list[float]
) -> tuple[int, int, bytes, bytes]:
    """Return how rare a piece is, what it takes from each class, and what it gives to some.

    What it takes is a part of the root of the share of the class. It gives to those it speaks most for.
    """
    whole = rarity * sum(counted.values()) + DOUBT
    kept = sqrt(DOUBT / whole)
    doubts = DOUBT / whole
    given = {}
    for number in sorted(counted):
        root = roots[number]
        likely = sqrt(rarity * counted[number] / whole + doubts * root * root)
        if likely > root:
            given[number] = STEPS * (likely - kept * root)
    # Rounded after the choice: many are alike in whole steps.
    most = sorted(sorted(given, key=lambda number: -given[number])[:MOST])
    numbers = pack(f"<{len(most)}H", *most)
    steps = bytes(round(given[number]) for number in most)
    return round(RARITY_STEPS * rarity), round(STEPS * (1 - kept)), numbers, steps


def _phrases(things: list[Searchable], synonyms: Iterable[Synonym]) -> Iterator[Phrase]:
    """Yield what is said of each record, and what people type that can mean but one."""
    bearers: dict[str, set[Class]] = defaultdict(set)
    others: dict[str, None] = {}
    for number, each in enumerate(things):
        found = number if each.kind in LEARNED else None
        names = [called.name for called in each.names if called.rank != KEY]
        for name in names:
            bearers[name_key(name)].add(found)
        if found is None:
            others.update(dict.fromkeys(names))
        else:
            yield from (Phrase(found, name) for name in names)
            for words in (*each.gist, *each.asked, *each.likes, *each.strong):
                yield from (Phrase(found, words.fr), Phrase(found, words.en))
    yield from (Phrase(None, text) for text in others)
    for synonym in synonyms:
        meant = [bearers.get(name_key(mean), set()) for mean in synonym.means]
        if all(meant) and len(set().union(*meant)) == 1:
            (found,) = meant[0]
            yield from (Phrase(found, typed) for typed in synonym.words)
