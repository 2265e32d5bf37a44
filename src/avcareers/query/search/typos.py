"""What a mistyped word was meant to be."""

from collections.abc import Iterator

from avcareers.store.catalogue import Catalogue

SLIPS = ((10, 3), (8, 2), (4, 1))
"""Letters from which a word may hold so many typing slips."""
SHORT = 6
"""Under so many letters, another letter makes another word: café is not case."""
TRUST = 0.9
"""How much is left of a word's weight for each slip mended."""
MENDS = 3
"""Words kept when several are as near."""
SPLIT = 0.85
"""How much is left when a space was forgotten."""
SHORTEST_PART, LONGEST_PAIR = 4, 40
"""Letters of each of two words run together, and of both."""
LIKENESS = 60.0
"""Likeness (0 to 100) under which a word reminds of no other."""

Mends = tuple[tuple[str, float], ...]
"""Words that may have been meant, and how far to trust it."""


class Vocabulary:
    """Every word the catalogue says, asked by likeness."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read from an open catalogue."""
        self._catalogue = catalogue
        self._words: dict[int, list[str]] = {}

    def mended(self, word: str) -> Mends:
        """Give the nearest known words to an unknown one, the likeliest first.

        A slip is a letter more, less, other, or two swapped. Equally near words are kept together;
        the first letter is rarely wrong, and the most used word is the likeliest. One that can
        only be trusted within a whole name has no trust.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        slips = next((slips for letters, slips in SLIPS if len(word) >= letters), 0)
        near = []
        for length in range(len(word) - slips, len(word) + slips + 1) if slips else ():
            words = self._of_length(length)
            found = extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
            near += [
                (_other_short_word(word, other), distance, other[0] != word[0],
                 -self._uses(other), other)
                for other, distance, _ in found
            ]  # fmt: skip
        near.sort()
        return tuple((other, 0.0 if another else TRUST**distance)
                     for another, distance, first, _, other in near
                     if (another, distance, first) == near[0][:3])[:MENDS]  # fmt: skip

    def parted(self, word: str) -> Mends:
        """Give the two known words an unknown one is made of, when a space was forgotten."""
        if len(word) > LONGEST_PAIR:
            return ()
        for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            parts = word[:cut], word[cut:]
            if all(map(self._uses, parts)):
                return ((" ".join(parts), SPLIT),)
        return ()

    def alike(self, word: str) -> Iterator[str]:
        """Yield the words an unknown one reminds of, the most alike first."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract

        words = [other for (other,) in self._catalogue.rows("SELECT word FROM search_word")]
        for other, _, _ in extract(word, words, scorer=ratio, score_cutoff=LIKENESS, limit=MENDS):
            yield other

    def _of_length(self, length: int) -> list[str]:
        """Give the words of so many letters."""
        if length not in self._words:
            # One row, parted here: reading a row a word took most of the time.
            sql = "SELECT coalesce(group_concat(word, ' '), '') FROM search_word WHERE length = ?"
            ((words,),) = self._catalogue.rows(sql, (length,))
            self._words[length] = words.split()
        return self._words[length]

    def _uses(self, word: str) -> int:
        """Give in how many records a word is said."""
        sql = "SELECT uses FROM search_word WHERE length = ? AND word = ?"
        return sum(uses for (uses,) in self._catalogue.rows(sql, (len(word), word)))


def _other_short_word(word: str, other: str) -> bool:
    same_length = len(word) == len(other) < SHORT
    return same_length and sorted(word) != sorted(other)
