"""What the words of a query may stand for."""

from heapq import nsmallest
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.text.stemming import STOP_WORDS, content_words

from .tables import SHORTEST_ROOT, SearchTables, Strengths
from .typos import Vocabulary

LONGEST_QUERY = 32
"""Words of a query looked at."""
LONGEST_SYNONYM = 4
"""Words in a row that may have a synonym."""
LONGEST_NAME = 4
"""Groups of words in a row that may be a name said whole."""
SYNONYM, TOGETHER = 0.8, 0.95
"""How much is left of a word's weight through a synonym, and through two words joined."""
WHOLE_NAME = 1.0
"""Weight of a word of a name said whole."""

COMPLETED = 50
"""Records looked at beyond those asked for, when some words are too common to be read wholly."""

Ways = tuple[tuple[str, float], ...]
"""Words that may be meant, and how far to trust it."""


class Group(NamedTuple):
    """A word of the query, or a few in a row that mean something together."""

    typed: str
    strengths: Strengths
    rarity: float
    """How much finding it says: what few records are about says more."""


class Words(NamedTuple):
    """A query understood."""

    groups: tuple[Group, ...]
    mended: str
    """Its words, each mistyped one as it should be."""


class Wanted(NamedTuple):
    """What is asked for."""

    kinds: frozenset[str]
    number: int


class _Meaning(NamedTuple):
    """What a word of the query, or a few in a row, may stand for."""

    typed: str
    ways: Ways


def understand(catalogue: Catalogue, query: str, wanted: Wanted) -> Words:
    """Give what the words of a query may stand for, in what is wanted."""
    # Small words alone say nothing, though they may be a name.
    said = (word for word in content_words(query) if word not in STOP_WORDS)
    words = tuple(dict.fromkeys(said))[:LONGEST_QUERY]
    tables, vocabulary = SearchTables(catalogue), Vocabulary(catalogue)
    meanings: list[_Meaning] = []
    right: list[str] = []
    position = 0
    while position < len(words):
        length, meant = _longest_known(tables, words[position:])
        typed = " ".join(words[position : position + length])
        mends = () if meant else _mends(tables, vocabulary, typed)
        trusted = (way for way in (*meant, *mends, *_meant_by(tables, mends)) if way[1])
        meanings.append(_Meaning(typed, ((typed, 1.0), *trusted)))
        right.append(mends[0][0] if mends else typed)
        position += length
    groups = _groups(tables, meanings, right, wanted)
    return Words(groups, " ".join(right))


def _groups(
    tables: SearchTables, meanings: list[_Meaning], right: list[str], wanted: Wanted
) -> tuple[Group, ...]:
    """Give what is found by each meaning, and how much finding it says."""
    strengths = [tables.about_any(meaning.ways) for meaning in meanings]
    rarities = [
        tables.rarity(meaning.ways, about)
        for meaning, about in zip(meanings, strengths, strict=True)
    ]
    best = _best(tables, strengths, rarities, wanted)
    if tables.complete(best):
        strengths = [tables.about_any(meaning.ways) for meaning in meanings]
    _raise_whole_names(tables, strengths, right)
    return tuple(
        Group(meaning.typed, about, rarity)
        for meaning, about, rarity in zip(meanings, strengths, rarities, strict=True)
    )


def _best(
    tables: SearchTables, strengths: list[Strengths], rarities: list[float], wanted: Wanted
) -> frozenset[int]:
    """Give what is wanted that seems the most about every word."""
    scores: dict[int, float] = {}
    for about, rarity in zip(strengths, rarities, strict=True):
        for title, strength in about.items():
            scores[title] = scores.get(title, 0.0) + strength * rarity
    of_kind = (
        (-score, title) for title, score in scores.items() if tables.kinds[title] in wanted.kinds
    )
    return frozenset(title for _, title in nsmallest(wanted.number + COMPLETED, of_kind))


def _longest_known(tables: SearchTables, words: tuple[str, ...]) -> tuple[int, Ways]:
    """Give how many of the first words mean something together, and what else says it."""
    for length in range(min(LONGEST_SYNONYM, len(words)), 0, -1):
        typed = words[:length]
        ways: Ways = tuple((means, SYNONYM) for means in tables.synonyms(" ".join(typed)))
        if length == 2 and tables.knows("".join(typed)):
            ways = (*ways, ("".join(typed), TOGETHER))
        if ways:
            return length, ways
    return 1, ()


def _mends(tables: SearchTables, vocabulary: Vocabulary, word: str) -> Ways:
    """Give what an unknown word was meant to be, unless it abbreviates another."""
    if tables.knows(word) or (len(word) < SHORTEST_ROOT + 2 and tables.begins(word)):
        return ()
    mends, parts = vocabulary.mended(word), vocabulary.parted(word)
    return parts if not mends or (parts and parts[0][1] > mends[0][1]) else mends


def _meant_by(tables: SearchTables, mends: Ways) -> Ways:
    """Give what else says what a mistyped word was meant to be."""
    return tuple(
        (means, SYNONYM * trust) for word, trust in mends for means in tables.synonyms(word)
    )


def _raise_whole_names(tables: SearchTables, strengths: list[Strengths], right: list[str]) -> None:
    """Make the words of a name said whole weigh as much as a name of one word."""
    for first in range(len(right)):
        for last in range(first + 1, min(first + LONGEST_NAME, len(right))):
            for title in tables.named(" ".join(right[first : last + 1])):
                for about in strengths[first : last + 1]:
                    about[title] = max(about.get(title, 0.0), WHOLE_NAME)
