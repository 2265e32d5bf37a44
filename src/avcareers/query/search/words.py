"""What the words of a query may stand for."""

from itertools import product
from math import prod
from typing import NamedTuple

from avcareers.text.folding import fold
from avcareers.text.stemming import STOP_WORDS, content_words

from .tables import SearchTables
from .typos import SMALL, Vocabulary

LONGEST_QUERY = 32
"""Words of a query looked at."""
LONGEST_SYNONYM = 4
"""Words in a row that may have a synonym."""
LONGEST_ABBREVIATION = 5
"""Letters of a word that may be the beginning of another, rather than mistyped."""
MOST_NAMES = 300
"""Names that the corrections of a query may be looked for in."""
NAMED, SPLIT = 0.81, 0.85
"""How much is left of it in a name, if it was no likelier, and when a space was forgotten."""
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
        for (typed, meant, right), name in zip(read, named, strict=True)
    )


def _kept(right: Ways, name: str) -> Ways:
    """Return the corrections of a word that are trusted, first that which is of a name in the query."""
    first = tuple((word, max(trust, NAMED)) for word, trust in right if word == name)
    return first + tuple(way for way in right if way[1] and way[0] != name)


def _meaning(tables: SearchTables, typed: str, meant: Ways, right: Ways) -> Meaning:
    """Return what a word may stand for, its corrections in order."""
    ways = (*meant, *right, *_meant_by(tables, right))
    read_as = right[0][0] if right else ""
    return Meaning(
        typed, read_as or typed, read_as, ((typed, 1.0), *(way for way in ways if way[1]))
    )


def _named(tables: SearchTables, read: list[tuple[str, Ways]]) -> list[str]:
    """Return the words of the longest name that is in a query, its typos corrected; nothing for others."""
    # Alone, a word that may be another is that other one: ENSAM is not ENSAV, nor a « facteur » an actor.
    alone = len(read) == 1
    choices = [
        [word for word, trust in right if trust or not alone] or [typed] for typed, right in read
    ]
    for length in range(len(read), min(len(read), 2) - 1, -1):
        for first in range(len(read) - length + 1):
            last = first + length
            some = choices[first:last]
            if not any(right for _, right in read[first:last]) or prod(map(len, some)) > MOST_NAMES:
                continue
            for words in product(*some):
                if any(tables.names(" ".join(words))):
                    return [*[""] * first, *words, *[""] * (len(read) - last)]
    return [""] * len(read)


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
    near, apart = vocabulary.nearest(word), _apart(tables, vocabulary, word)
    return apart if not near or (apart and apart[0][1] > near[0][1]) else near


def _apart(tables: SearchTables, vocabulary: Vocabulary, word: str) -> Ways:
    """Return the words that an unknown one runs together, if a record says them all: a name, or the fewest."""
    best: list[tuple[bool, int, str]] = []
    for parts in vocabulary.splits(word):
        said = [part for part in parts if part not in STOP_WORDS and part not in SMALL]
        if said and frozenset.intersection(*map(tables.says, said)):
            a_name = any(tables.names(" ".join(parts)))
            if a_name or all(map(vocabulary.in_a_name, said)):
                best.append((not a_name, len(parts), " ".join(said)))
    return ((min(best)[2], SPLIT),) if best else ()


def _meant_by(tables: SearchTables, corrections: Ways) -> Ways:
    """Return what else says what a mistyped word was meant to be."""
    return tuple(
        (means, SYNONYM * trust) for word, trust in corrections for means in tables.synonyms(word)
    )
