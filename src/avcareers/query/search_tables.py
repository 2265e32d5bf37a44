"""The tables a search reads, asked one word at a time."""

from collections.abc import Iterable, Iterator
from math import log

from avcareers.store.catalogue import Catalogue
from avcareers.text.stemming import name_key, word_stems

SHORTEST_ROOT = 4
"""A stem of this many letters also begins its derivatives: mont → montage, monteur."""
DERIVED = 0.8
"""How much is left of a word's weight through a derivative as long as itself."""
COMMONEST = 0.001
"""Share of records under which a word is not rarer for being in fewer."""
_LAST = "\U0010ffff"


Strengths = dict[int, float]
"""How much each record that is about something is about it, by its number, from 0 to 1."""


class SearchTables:
    """What the compiled catalogue knows of words."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read from an open catalogue."""
        self._catalogue = catalogue
        self._sizes = dict(catalogue.rows("SELECT kind, COUNT(*) FROM title GROUP BY kind"))
        self._kinds: dict[int, str] = {}

    def synonyms(self, words: str) -> tuple[str, ...]:
        """Give what the catalogue says instead of some words."""
        sql = "SELECT means FROM search_synonym WHERE key = ? ORDER BY position"
        return tuple(means for (means,) in self._catalogue.rows(sql, (name_key(words),)))

    def named(self, words: str) -> tuple[int, ...]:
        """Give what has a name of just those words."""
        sql = "SELECT DISTINCT title FROM search_name WHERE key = ? ORDER BY title"
        return tuple(title for (title,) in self._catalogue.rows(sql, (name_key(words),)))

    def knows(self, word: str) -> bool:
        """Tell whether a word, or one of its stem, is said anywhere."""
        sql = "SELECT 1 FROM search_stem WHERE stem = ? LIMIT 1"
        return any(any(self._catalogue.rows(sql, (stem,))) for stem in word_stems(word))

    def begins(self, word: str) -> bool:
        """Tell whether a word begins another."""
        sql = "SELECT 1 FROM search_stem WHERE stem BETWEEN ? AND ? LIMIT 1"
        return any(self._catalogue.rows(sql, (word, word + _LAST)))

    def about_any(self, ways: Iterable[tuple[str, float]]) -> Strengths:
        """Give how much each record is about any of several things: words, trust.

        The words of the first way may be said in part; those of the others only together.
        """
        best: Strengths = {}
        for number, (words, trust) in enumerate(ways):
            each = [self.about(word) for word in words.split()]
            found = _mean(each)
            for title in found if number == 0 else set(found).intersection(*each):
                best[title] = max(best.get(title, 0.0), trust * found[title])
        return best

    def about(self, word: str) -> Strengths:
        """Give how much each record is about a word, or what derives from it."""
        best: Strengths = {}
        for stem in word_stems(word):
            # A short word derives only when it is unknown: it may be an abbreviation.
            root = len(stem) >= SHORTEST_ROOT or (len(stem) > 1 and not self.knows(word))
            for found, title, kind, weight in self._rows(stem, root=root):
                self._kinds[title] = kind
                kept = 1.0 if found == stem else DERIVED * len(stem) / len(found)
                best[title] = max(best.get(title, 0.0), kept * weight)
        return best

    def rarity(self, strengths: Strengths) -> float:
        """Give how much finding something says, from the mean share of each kind it finds."""
        sums = dict.fromkeys(self._sizes, 0.0)
        for title, strength in strengths.items():
            sums[self._kinds[title]] += strength
        shares = [sums[kind] / size for kind, size in self._sizes.items()]
        return log(1 + 1 / max(sum(shares) / max(1, len(shares)), COMMONEST))

    def _rows(self, stem: str, *, root: bool) -> Iterator[tuple[str, int, str, float]]:
        sql = "SELECT stem, title, kind, weight FROM search_stem WHERE stem BETWEEN ? AND ?"
        last = stem + _LAST if root else stem
        yield from self._catalogue.rows(sql, (stem, last))


def _mean(strengths: list[Strengths]) -> Strengths:
    """Give the mean strength of several words, whether all are there or not."""
    total: Strengths = {}
    for each in strengths:
        for title, strength in each.items():
            total[title] = total.get(title, 0.0) + strength / len(strengths)
    return total
