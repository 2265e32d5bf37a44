"""What a mistyped word was meant to be."""

from collections.abc import Iterator

from avcareers.store.catalogue import Catalogue

TYPOS = ((10, 3), (8, 2), (4, 1))
"""Letters from which a word may hold so many typos."""
SHORT = 6
"""Under so many letters, another letter makes another word: café is not case."""
TRUST = 0.9
"""How much is left of a word's weight for each typo corrected."""
CORRECTIONS = 3
"""Words kept when several are as near."""
SPLIT = 0.85
"""How much is left when a space was forgotten."""
SHORTEST_PART, LONGEST_PAIR = 4, 40
"""Letters of each of two words run together, and of both."""
LIKENESS = 60.0
"""Likeness (0 to 100) under which a word suggests no other."""

Corrections = tuple[tuple[str, float], ...]
"""Words that may have been meant, and how far to trust it."""


class Vocabulary:
    """Every word the catalogue says, asked by likeness."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read from an open catalogue."""
        self._catalogue = catalogue
        self._words: dict[int, list[str]] = {}

    def nearest(self, word: str) -> Corrections:
        """Return the nearest known words to an unknown one, the likeliest first.

        A typo is a letter more, less, other, or two swapped. Equally near words are kept together;
        the first letter is rarely wrong, and the most used word is the likeliest. A word that can
        only be trusted within a whole name has no trust.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        typos = next((typos for letters, typos in TYPOS if len(word) >= letters), 0)
        near = []
        for length in range(len(word) - typos, len(word) + typos + 1) if typos else ():
            words = self._of_length(length)
            found = extract(word, words, scorer=OSA.distance, score_cutoff=typos, limit=None)
            near += [
                (_is_another_word(word, other), distance, other[0] != word[0],
                 -self._uses(other), other)
                for other, distance, _ in found
            ]  # fmt: skip
        near.sort()
        return tuple((other, 0.0 if another else TRUST**distance)
                     for another, distance, first, _, other in near
                     if (another, distance, first) == near[0][:3])[:CORRECTIONS]  # fmt: skip

    def split(self, word: str) -> Corrections:
        """Return the two known words an unknown one is made of, when a space was forgotten."""
        if len(word) > LONGEST_PAIR:
            return ()
        for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            parts = word[:cut], word[cut:]
            if all(map(self._uses, parts)):
                return ((" ".join(parts), SPLIT),)
        return ()

    def alike(self, word: str) -> Iterator[str]:
        """Yield the known words most like an unknown one, the most alike first."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract

        words = [other for (other,) in self._catalogue.rows("SELECT word FROM search_word")]
        found = extract(word, words, scorer=ratio, score_cutoff=LIKENESS, limit=CORRECTIONS)
        yield from (other for other, _, _ in found)

    def _of_length(self, length: int) -> list[str]:
        """Return the words of so many letters."""
        if length not in self._words:
            # One row, split here: reading a row for each word took most of the time.
            sql = "SELECT coalesce(group_concat(word, ' '), '') FROM search_word WHERE length = ?"
            ((words,),) = self._catalogue.rows(sql, (length,))
            self._words[length] = words.split()
        return self._words[length]

    def _uses(self, word: str) -> int:
        """Return in how many records a word is said."""
        sql = "SELECT uses FROM search_word WHERE length = ? AND word = ?"
        return sum(uses for (uses,) in self._catalogue.rows(sql, (len(word), word)))


def _is_another_word(word: str, other: str) -> bool:
    """True if a short word differs by a letter, so that it is hardly a typo."""
    same_length = len(word) == len(other) < SHORT
    return same_length and sorted(word) != sorted(other)
