"""What the scorer of a search learns, by counting: how much each piece of a word speaks for a record.

A phrase that says something of a record is an example of what a person may type to find it. Of all
the phrases that have a piece, some share is of a record: much more than its share of all phrases, and
the piece speaks for it; less, and it speaks against it. docs/search.md gives the formula.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from heapq import nlargest
from math import log, sqrt
from typing import NamedTuple

from avcareers.model.synonym import Synonym
from avcareers.text.features import STEPS, pieces, words
from avcareers.text.rising import packed
from avcareers.text.stemming import name_key

from .likings import TASTES
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

Class = int | str | None
"""Number of a record; a taste; nothing for the class of all the others."""


class Phrase(NamedTuple):
    """An example of what a person may type."""

    found: Class
    """What it should find."""
    text: str


def learned_rows(things: list[Searchable], synonyms: Iterable[Synonym]) -> Iterator[TableRow]:
    """Yield each row of the tables of the scorer, after the name of its table."""
    examples: dict[Class, list[tuple[str, ...]]] = defaultdict(list)
    uses = Counter[str]()
    for found, text in _phrases(things, synonyms):
        if said := words(text):
            examples[found].append(said)
            uses.update(said)
    number = sum(map(len, examples.values()))
    classes = sorted(examples, key=lambda found: (isinstance(found, str), found is None, found))
    roots = [sqrt(len(examples[found]) / number) for found in classes]
    for place, (found, root) in enumerate(zip(classes, roots, strict=True)):
        if isinstance(found, str):
            yield "search_taste", (place, root, *_suited(things, found))
        else:
            yield "search_class", (place, found, root)
    phrases = Counter[str]()
    for word, times in uses.items():
        for piece in pieces(word):
            phrases[piece] += times
    rarities = {piece: log((1 + number) / (1 + n)) + 1 for piece, n in phrases.items()}
    counted = _counted([examples[found] for found in classes], rarities)
    for piece in sorted(counted):
        yield "search_piece", (piece, *_weights(counted[piece], rarities[piece], roots))


def _suited(things: list[Searchable], taste: str) -> Iterator[bytes]:
    """Yield the numbers of those that a taste chiefly suits, then of those that it suits too."""
    for field in ("likes", "likes_too"):
        numbers = [number for number, each in enumerate(things) if taste in getattr(each, field)]
        yield packed(numbers)


def _counted(
    examples: list[list[tuple[str, ...]]], rarities: Mapping[str, float]
) -> dict[str, dict[int, float]]:
    """Return, of each piece, how much of the examples of each class it is, by place of the class.

    Words are counted first, then what they are made of: they are a tenth as many.
    """

    @cache
    def square(word: str) -> int:
        # Whole numbers have the same sum in any order.
        return sum(round(SQUARED * rarities[piece] ** 2) for piece in pieces(word))

    counted: dict[str, dict[int, float]] = {piece: {} for piece in rarities}
    for place, phrases in enumerate(examples):
        by_word: dict[str, float] = defaultdict(float)
        for said in phrases:
            # Every phrase weighs as much, however long.
            weight = sqrt(SQUARED / sum(map(square, said)))
            for word in said:
                by_word[word] += weight
        sums: dict[str, float] = defaultdict(float)
        for word, weight in by_word.items():
            for piece in pieces(word):
                sums[piece] += weight
        for piece, total in sums.items():
            counted[piece][place] = total
    return counted


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
    for number, total in counted.items():
        root = roots[number]
        likely = sqrt(rarity * total / whole + doubts * root * root)
        if likely > root:
            given[number] = STEPS * (likely - kept * root)
    # Rounded after the choice: many are alike in whole steps.
    most = [*given] if len(given) <= MOST else sorted(nlargest(MOST, given, key=given.__getitem__))
    steps = bytes([round(given[number]) for number in most])
    return round(RARITY_STEPS * rarity), round(STEPS * (1 - kept)), packed(most), steps


def _phrases(things: list[Searchable], synonyms: Iterable[Synonym]) -> Iterator[Phrase]:
    """Yield what is said of each record, and what people type that can mean but one."""
    bearers: dict[str, set[Class]] = defaultdict(set)
    others: dict[str, None] = {}
    for number, each in enumerate(things):
        found: Class = number if each.kind in LEARNED else None
        names = [called.name for called in each.names if called.rank != KEY]
        for name in names:
            bearers[name_key(name)].add(found)
        if found is None:
            others.update(dict.fromkeys(names))
        else:
            yield from (Phrase(found, name) for name in names)
            for both in (*each.gist, *each.asked, *each.strong):
                yield from (Phrase(found, both.fr), Phrase(found, both.en))
    yield from (Phrase(None, text) for text in others)
    tastes = (taste for each in things for taste in (*each.likes, *each.likes_too))
    for taste in dict.fromkeys(tastes):
        yield from (Phrase(taste, said) for said in TASTES[taste])
    for synonym in synonyms:
        meant = [bearers.get(name_key(mean), set()) for mean in synonym.means]
        if all(meant) and len(set().union(*meant)) == 1:
            (found,) = meant[0]
            yield from (Phrase(found, typed) for typed in synonym.words)
