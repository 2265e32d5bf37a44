"""What the words of a query may stand for."""

from typing import NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.text.stemming import content_words

from .search_tables import SHORTEST_ROOT, SearchTables, Strengths
from .search_typos import mended, run_together

LONGEST_QUERY = 32
"""Words of a query looked at."""
LONGEST_SYNONYM = 4
"""Words in a row that may have a synonym."""
LONGEST_NAME = 4
"""Groups of words in a row that may be a name said whole."""
SYNONYM, TOGETHER = 0.85, 0.95
"""How much is left of a word's weight through a synonym, and through two words joined."""
WHOLE_NAME = 1.0
"""Weight of a word of a name said whole."""

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
    known: bool
    """Whether every word is known as it was typed."""


def understand(catalogue: Catalogue, query: str) -> Words:
    """Give what the words of a query may stand for."""
    words = tuple(dict.fromkeys(content_words(query)))[:LONGEST_QUERY]
    tables = SearchTables(catalogue)
    groups: list[Group] = []
    right: list[str] = []
    position, known = 0, True
    while position < len(words):
        length, meant = _longest_known(tables, words[position:])
        typed = " ".join(words[position : position + length])
        mends = () if meant else _mends(catalogue, tables, typed)
        strengths = tables.about_any(((typed, 1.0), *meant, *mends))
        groups.append(Group(typed, strengths, tables.rarity(strengths)))
        right.append(mends[0][0] if mends else typed)
        position += length
        known = known and bool(strengths) and not mends
    _raise_whole_names(tables, groups, right)
    return Words(tuple(groups), " ".join(right), known)


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


def _mends(catalogue: Catalogue, tables: SearchTables, word: str) -> Ways:
    """Give what an unknown word was meant to be, unless it abbreviates another."""
    if tables.knows(word) or (len(word) < SHORTEST_ROOT + 2 and tables.begins(word)):
        return ()
    return run_together(catalogue, word) or mended(catalogue, word)


def _raise_whole_names(tables: SearchTables, groups: list[Group], right: list[str]) -> None:
    """Make the words of a name said whole weigh as much as a name of one word."""
    for first in range(len(right)):
        for last in range(first + 1, min(first + LONGEST_NAME, len(right))):
            for title in tables.named(" ".join(right[first : last + 1])):
                for group in groups[first : last + 1]:
                    group.strengths[title] = max(group.strengths.get(title, 0.0), WHOLE_NAME)
