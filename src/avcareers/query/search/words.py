"""What the words of a query may stand for."""

from itertools import product
from math import prod
from typing import NamedTuple

from avcareers.text.folding import fold
from avcareers.text.stemming import STOP_WORDS, content_words

from .tables import SearchTables
from .typos import Vocabulary

LONGEST_QUERY = 32
"""Words of a query looked at."""
LONGEST_SYNONYM = 4
"""Words in a row that may have a synonym."""
LONGEST_ABBREVIATION = 5
"""Letters of a word that may be the beginning of another, rather than mistyped."""
MOST_NAMES = 300
"""Names that the corrections of a query may be looked for in."""
SYNONYM, TOGETHER = 0.8, 0.95
"""How much is left of a word's weight through a synonym, and through two words joined."""

Ways = tuple[tuple[str, float], ...]
"""Words that may be meant, and how far to trust it."""


class Meaning(NamedTuple):
    """What a word of the query, or a few in a row that mean something together, may stand for."""

    typed: str
    corrected: str
    """The same without its typos."""
    read_as: str
    """What it was read as, when no record says it; or nothing."""
    ways: Ways
    """The words as typed, then all else that they may stand for."""


def understand(query: str, tables: SearchTables, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    """Return what the words of a query may stand for, in their order."""
    # Small words alone say nothing, though they may be a name.
    said = (word for word in content_words(query) if word not in STOP_WORDS)
    words = tuple(dict.fromkeys(said))[:LONGEST_QUERY]
    read: list[tuple[str, Ways, Ways]] = []
    position = 0
    while position < len(words):
        length, meant = _longest_known(tables, words[position:])
        typed = " ".join(words[position : position + length])
        read.append((typed, meant, () if meant else _corrections(tables, vocabulary, typed)))
        position += length
    named = _named(tables, [(typed, right) for typed, _, right in read])
    return tuple(
        _meaning(tables, typed, meant, _kept(right, name))
        for (typed, meant, right), name in zip(read, named or [""] * len(read), strict=True)
    )


def _kept(right: Ways, name: str) -> Ways:
    """Return the corrections of a word that are trusted, first that which makes a name of the query."""
    first = tuple(way for way in right if way[0] == name)
    return first + tuple(way for way in right if way[1] and way[0] != name)


def _meaning(tables: SearchTables, typed: str, meant: Ways, right: Ways) -> Meaning:
    """Return what a word may stand for, its corrections in order."""
    ways = (*meant, *right, *_meant_by(tables, right))
    read_as = right[0][0] if right else ""
    return Meaning(
        typed, read_as or typed, read_as, ((typed, 1.0), *(way for way in ways if way[1]))
    )


def _named(tables: SearchTables, read: list[tuple[str, Ways]]) -> tuple[str, ...]:
    """Return the words, of all that some may be corrected to, that are a whole name; or none."""
    choices = [[word for word, _ in right] or [typed] for typed, right in read]
    if not any(right for _, right in read) or prod(map(len, choices)) > MOST_NAMES:
        return ()
    return next((words for words in product(*choices) if any(tables.names(" ".join(words)))), ())


def as_meant(query: str, meanings: tuple[Meaning, ...]) -> str:
    """Return a query with its typos corrected."""
    read = {meaning.typed: meaning.read_as for meaning in meanings if meaning.read_as}
    return " ".join(read.get(word, word) for word in fold(query).split()) if read else query


def _longest_known(tables: SearchTables, words: tuple[str, ...]) -> tuple[int, Ways]:
    """Return how many of the first words mean something together, and what else says it."""
    for length in range(min(LONGEST_SYNONYM, len(words)), 0, -1):
        typed = words[:length]
        ways: Ways = tuple((means, SYNONYM) for means in tables.synonyms(" ".join(typed)))
        if length == 2 and tables.knows("".join(typed)):
            ways = (*ways, ("".join(typed), TOGETHER))
        if ways:
            return length, ways
    return 1, ()


def _corrections(tables: SearchTables, vocabulary: Vocabulary, word: str) -> Ways:
    """Return what an unknown word was meant to be, unless it abbreviates another."""
    if tables.knows(word):
        return vocabulary.nearest_name(word)
    if len(word) <= LONGEST_ABBREVIATION and tables.begins(word):
        return ()
    near, parts = vocabulary.nearest(word), vocabulary.split(word)
    return parts if not near or (parts and parts[0][1] > near[0][1]) else near


def _meant_by(tables: SearchTables, corrections: Ways) -> Ways:
    """Return what else says what a mistyped word was meant to be."""
    return tuple(
        (means, SYNONYM * trust) for word, trust in corrections for means in tables.synonyms(word)
    )
