"""The search tables of the compiled catalogue, asked one word at a time."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avcareers.model.vocabulary import SearchKind
from avcareers.store.catalogue import Catalogue
from avcareers.text.features import MOST_WEIGHT
from avcareers.text.rising import unpacked
from avcareers.text.stemming import STEMMERS, name_key
from avcareers.text.wording import Language

BEGUN = 0.7
"""How much is left of a word's weight when it only begins another: étalo → étalonneur."""
LONGEST_BEGUN = 1.75
"""Times as long as itself that a word begun so may be."""
_LAST = "\U0010ffff"

Strengths = dict[int, float]
"""How much each record that is about something is about it, by its number, from 0 to 1."""


class Title(NamedTuple):
    """What something is called in a list."""

    fr: str
    """In French."""
    en: str
    """In English."""


class Titled(NamedTuple):
    """A record, by its number and key, and what it is called."""

    number: int
    slug: str
    title: Title


class Name(NamedTuple):
    """A name of a record."""

    number: int
    """Number of the record."""
    folded: str
    rank: int
    """0 for a key, 1 for a title, 2 for another name."""
    label: str
    """The name as written."""


class SearchTables:
    """What the compiled catalogue says of words. Records are numbered from 0, by kind and slug."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read from an open catalogue."""
        self._catalogue = catalogue
        self._about: dict[str, Strengths] = {}
        self._says: dict[str, frozenset[int]] = {}
        sql = "SELECT kind, COUNT(*) FROM search_title GROUP BY kind ORDER BY kind"
        self.sizes: dict[SearchKind, int] = {
            "job" if kind == "profession" else kind: size for kind, size in catalogue.rows(sql)
        }
        """How many records of each kind can be found."""
        self.kinds = [kind for kind, size in self.sizes.items() for _ in range(size)]
        """Kind of each record, by its number."""

    def titles(self, numbers: Iterable[int]) -> Iterator[Titled]:
        """Yield what records are called, in the order they are asked for."""
        sql = """
            SELECT number, slug, fr, en FROM json_each(?) JOIN search_title ON number = value
            ORDER BY json_each.key
        """
        for number, slug, *title in self._catalogue.rows(sql, (json.dumps([*numbers]),)):
            yield Titled(number, slug, Title(*title))

    def names(self, words: str) -> Iterator[Name]:
        """Yield the names made of just those words, in any order and either gender."""
        sql = """
            SELECT number, folded, rank, label FROM search_name WHERE key = ?
            ORDER BY number, folded
        """
        return (Name(*row) for row in self._catalogue.rows(sql, (name_key(words),)))

    def of_school(self, words: str) -> frozenset[int]:
        """Return the schools called by just those words, and their programmes."""
        sql = """
            SELECT each.number FROM search_title AS each JOIN search_title AS school
            ON each.slug = school.slug OR each.slug GLOB school.slug || '/*'
            WHERE each.kind IN ('school', 'programme')
                AND school.number IN (SELECT value FROM json_each(?))
        """
        called = [name.number for name in self.names(words) if self.kinds[name.number] == "school"]
        found = self._catalogue.rows(sql, (json.dumps(called),)) if called else ()
        return frozenset(number for (number,) in found)

    def synonyms(self, words: str) -> tuple[str, ...]:
        """Return what the catalogue says instead of some words."""
        sql = "SELECT means FROM search_synonym WHERE key = ? ORDER BY position"
        return tuple(means for (means,) in self._catalogue.rows(sql, (name_key(words),)))

    def knows(self, word: str) -> bool:
        """True if a word, or one of the same stem in a language, is said anywhere."""
        sql = "SELECT 1 FROM search_stem WHERE (language, stem) = (?, ?)"
        return any(any(self._catalogue.rows(sql, stem)) for stem in _stems(word))

    def begins(self, word: str) -> bool:
        """True if a word begins another."""
        sql = """
            SELECT 1 FROM search_stem
            WHERE language IN ('fr', 'en') AND stem BETWEEN ? AND ? LIMIT 1
        """
        return any(self._catalogue.rows(sql, (word, word + _LAST)))

    def about(self, word: str) -> Strengths:
        """Return how much each record is about a word, or what an unknown one begins."""
        if word not in self._about:
            self._read(word)
        return self._about[word]

    def says(self, word: str) -> frozenset[int]:
        """Return the records that say a word, or a form of it in the same language."""
        if word not in self._says:
            self._read(word)
        return self._says[word]

    def _read(self, word: str) -> None:
        sql = """
            SELECT stem, numbers, weights FROM search_stem
            WHERE language = ? AND stem BETWEEN ? AND ? AND length(stem) <= ?
        """
        best: Strengths = {}
        says: set[int] = set()
        # A word that nothing says may be the beginning of others.
        begins = not self.knows(word)
        for language, stem in _stems(word):
            last = stem + _LAST if begins and len(stem) > 1 else stem
            longest = LONGEST_BEGUN * len(stem)
            found = self._catalogue.rows(sql, (language, stem, last, longest))
            for said, numbers, weights in found:
                kept = (1.0 if said == stem else BEGUN * len(stem) / len(said)) / MOST_WEIGHT
                ordered = unpacked(numbers)
                if said == stem:
                    says.update(ordered)
                for number, weight in zip(ordered, weights, strict=True):
                    if kept * weight > best.get(number, 0.0):
                        best[number] = kept * weight
        self._about[word], self._says[word] = best, frozenset(says)


def _stems(word: str) -> Iterator[tuple[Language, str]]:
    """Yield the stem of a word in each language, which finds words of that language only."""
    for language, stem in STEMMERS.items():
        yield language, stem(word)
