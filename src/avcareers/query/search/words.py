"""What the words of a query may stand for."""

from typing import NamedTuple

from avcareers.text.stemming import STOP_WORDS, content_words

from .tables import SearchTables
from .typos import Vocabulary

LONGEST_QUERY = 32
"""Words of a query looked at."""
LONGEST_SYNONYM = 4
"""Words in a row that may have a synonym."""
LONGEST_ABBREVIATION = 5
"""Letters of a word that may be the beginning of another, rather than mistyped."""
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
    meanings: list[Meaning] = []
    position = 0
    while position < len(words):
        length, meant = _longest_known(tables, words[position:])
        typed = " ".join(words[position : position + length])
        right = () if meant else _corrections(tables, vocabulary, typed)
        trusted = (way for way in (*meant, *right, *_meant_by(tables, right)) if way[1])
        read_as = right[0][0] if right else ""
        meanings.append(Meaning(typed, read_as or typed, read_as, ((typed, 1.0), *trusted)))
        position += length
    return tuple(meanings)


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
