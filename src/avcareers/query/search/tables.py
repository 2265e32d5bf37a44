"""The tables a search reads, asked one word at a time."""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.text.stemming import name_key, word_stems

SHORTEST_ROOT = 4
"""A stem of this many letters also begins its derivatives: mont → montage, monteur."""
DERIVED = 0.7
"""How much is left of a word's weight through a derivative as long as itself."""
LONGEST_DERIVED = 1.75
"""Times as long as itself that a derivative may be."""
COMMONEST = 0.0005
"""Share of records under which a word is not rarer for being in fewer."""
_LAST = "\U0010ffff"


Strengths = dict[int, float]
"""How much each record that is about something is about it, by its number, from 0 to 1."""


class _Read(NamedTuple):
    """Where a stem, or what it begins, is said."""

    rows: list[tuple[int, float]]
    """Record, and how much it is about it."""
    common: dict[str, list[float]]
    """Stems said too often for all to be read: share of what is read, of what is said."""


class SearchTables:
    """What the compiled catalogue knows of words."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read from an open catalogue."""
        self._catalogue = catalogue
        self._sizes = dict(catalogue.rows("SELECT kind, number FROM search_size"))
        self._read: dict[tuple[str, bool], _Read] = {}
        self._about: dict[str, Strengths] = {}
        self.kinds: dict[int, str] = {}
        """Kind of each record read so far."""

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
        if word not in self._about:
            best: Strengths = {}
            for _, read in self._said(word):
                for title, strength in read.rows:
                    if strength > best.get(title, 0.0):
                        best[title] = strength
            self._about[word] = best
        return self._about[word]

    def rarity(self, ways: Iterable[tuple[str, float]], strengths: Strengths) -> float:
        """Give how much finding something says, from the mean share of each kind it finds.

        The root keeps one rare word from outweighing all the others.
        """
        sums = dict.fromkeys(self._sizes, 0.0)
        for title, strength in strengths.items():
            sums[self.kinds[title]] += strength
        shares = [sums[kind] / size for kind, size in self._sizes.items()]
        share = sum(shares) / max(1, len(shares)) * self._unread(ways)
        return sqrt(log(1 + 1 / max(share, COMMONEST)))

    def complete(self, titles: Collection[int]) -> bool:
        """Keep only some records, with all that they say of the words asked about so far.

        Of a word that too many records say, only those that are most about it were read. Does
        nothing, and says so, when no word is.
        """
        if not any(read.common for read in self._read.values()):
            return False
        wanted = json.dumps(sorted(titles))
        sql = """
            SELECT title, weight * ? FROM search_rest
            WHERE stem = ? AND title IN (SELECT value FROM json_each(?))
        """
        for key, read in self._read.items():
            rows = [row for row in read.rows if row[0] in titles]
            for common in read.common:
                rows += self._catalogue.rows(sql, (_kept(key[0], common), common, wanted))
            self._read[key] = read._replace(rows=rows)
        self._about.clear()
        return True

    def _unread(self, ways: Iterable[tuple[str, float]]) -> float:
        """Give how many times more than what was read some ways find."""
        some, everything = 0.0, 0.0
        for words, trust in ways:
            for stem, read in chain.from_iterable(map(self._said, words.split())):
                for common, (share_read, share) in read.common.items():
                    some += trust * _kept(stem, common) * share_read
                    everything += trust * _kept(stem, common) * share
        return everything / some if some else 1.0

    def _said(self, word: str) -> Iterator[tuple[str, _Read]]:
        """Yield each stem of a word, and where it or what it begins is said."""
        for stem in word_stems(word):
            # A short word derives only when it is unknown: it may be an abbreviation.
            root = len(stem) >= SHORTEST_ROOT or (len(stem) > 1 and not self.knows(word))
            if (stem, root) not in self._read:
                self._read[stem, root] = self._read_between(stem, stem + _LAST if root else stem)
            yield stem, self._read[stem, root]

    def _read_between(self, first: str, last: str) -> _Read:
        sql = """
            SELECT title, kind, weight * iif(stem = ?, 1, ? / length(stem)) FROM search_stem
            WHERE stem BETWEEN ? AND ? AND length(stem) <= ?
        """
        longest = LONGEST_DERIVED * len(first)
        asked = (first, DERIVED * len(first), first, last, longest)
        rows = []
        for title, kind, strength in self._catalogue.rows(sql, asked):
            self.kinds[title] = kind
            rows.append((title, strength))
        sql = """
            SELECT stem, share_read, share FROM search_common
            WHERE stem BETWEEN ? AND ? AND length(stem) <= ?
        """
        common = self._catalogue.rows(sql, (first, last, longest))
        return _Read(rows, {stem: shares for stem, *shares in common})


def _kept(stem: str, found: str) -> float:
    """Give how much is left of the weight of a stem in what derives from it."""
    return 1.0 if found == stem else DERIVED * len(stem) / len(found)


def _mean(strengths: list[Strengths]) -> Strengths:
    """Give the mean strength of several words, whether all are there or not."""
    total: Strengths = {}
    for each in strengths:
        for title, strength in each.items():
            total[title] = total.get(title, 0.0) + strength / len(strengths)
    return total
