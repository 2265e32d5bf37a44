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
"""Kinds whose records each have a class; all the others share one, which is none of these, and so do
topics that no question is written for."""
DOUBT = 3.0
"""Phrases of every class, in their shares, added to those that have a piece."""
MOST = 24
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
    alike = _alike(uses)
    rarities = {
        said: log((1 + number) / (1 + sum(map(uses.__getitem__, said)))) + 1 for said in alike
    }
    rarity_of = {piece: rarities[said] for said in alike for piece in alike[said]}
    counted = _counted([examples[found] for found in classes], rarity_of)
    rows = {}
    for said, same in alike.items():
        weights = _weights(_together([counted[word] for word in said]), rarities[said], roots)
        rows.update(dict.fromkeys(same, weights))
    for piece in sorted(rows):
        yield "search_piece", (piece, *rows[piece])


def _alike(uses: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
    """Return, by the words that have them, the pieces that no word has one of without the others.

    They say the same, and are half of all: each such few is weighed once.
    """
    said_by: dict[str, list[str]] = defaultdict(list)
    for word in uses:
        for piece in pieces(word):
            said_by[piece].append(word)
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for piece in sorted(said_by):
        alike[tuple(said_by[piece])].append(piece)
    return alike


def _suited(things: list[Searchable], taste: str) -> Iterator[bytes]:
    """Yield the numbers of those that a taste chiefly suits, then of those that it suits too."""
    for field in ("likes", "likes_too"):
        numbers = [number for number, each in enumerate(things) if taste in getattr(each, field)]
        yield packed(numbers)


def _counted(
    examples: list[list[tuple[str, ...]]], rarity_of: Mapping[str, float]
) -> dict[str, dict[int, float]]:
    """Return, of each word, how much of the examples of each class it is, by place of the class.

    Words are counted, not what they are made of: they are a tenth as many.
    """

    @cache
    def square(word: str) -> int:
        # Whole numbers have the same sum in any order.
        return sum(round(SQUARED * rarity_of[piece] ** 2) for piece in pieces(word))

    counted: dict[str, dict[int, float]] = defaultdict(dict)
    for place, phrases in enumerate(examples):
        for said in phrases:
            # Every phrase weighs as much, however long.
            weight = sqrt(SQUARED / sum(map(square, said)))
            for word in said:
                counted[word][place] = counted[word].get(place, 0.0) + weight
    return counted


def _together(counted: list[dict[int, float]]) -> dict[int, float]:
    """Return the counts of several words, added up."""
    if len(counted) == 1:
        return counted[0]
    sums: dict[int, float] = defaultdict(float)
    for of_word in counted:
        for place, total in of_word.items():
            sums[place] += total
    return sums


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
    most = sorted(given if len(given) <= MOST else nlargest(MOST, given, key=given.__getitem__))
    steps = bytes([round(given[number]) for number in most])
    return round(RARITY_STEPS * rarity), round(STEPS * (1 - kept)), packed(most), steps


def _phrases(things: list[Searchable], synonyms: Iterable[Synonym]) -> Iterator[Phrase]:
    """Yield what is said of each record, and what people type that can mean but one."""
    bearers: dict[str, set[Class]] = defaultdict(set)
    others: dict[str, None] = {}
    for number, each in enumerate(things):
        if each.kind == "topic" and not each.asked:
            continue
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
