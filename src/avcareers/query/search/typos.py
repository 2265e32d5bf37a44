"""What a mistyped word was meant to be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.text.sounds import sound
from avcareers.text.stemming import STOP_WORDS, word_stems

TYPOS = ((10, 3), (8, 2), (4, 1))
"""Letters from which a word may hold so many typos."""
HEARD_TYPOS = ((9, 4), (5, 3), (4, 2))
"""The same, when it sounds like the word meant: « foto »."""
LONGER = 2
"""Letters by which another spelling of the same sound is longer or shorter, at the most."""
HEARD, SPELLED = 0.5, 0.01
"""Typos that another spelling of the same sound counts as, and each of its letters."""
BEGINNINGS = ("ckq", "csz", "fp", "gj", "iy", "aeho", "aeiu", "ahu")
"""First letters that may sound alike."""
KEYS = (
    "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "aqw", "zsx", "qaz",
    "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "ik", "ol", "pm", "zq", "wa", "es", "rd", "tf", "yg",
    "uh", "ij", "ok", "pl", "sw", "sz", "dx", "fc", "gv", "hb", "jn", "km",
)  # fmt: skip
"""Keys side by side or one above the other: a finger slips to the next."""
LONG = 8
"""Letters from which any letter may be wrong, be the word in no name."""
SHORT = 6
"""Under so many letters, another letter makes another word: café is not case."""
TRUST = 0.9
"""How much is left of a word's weight for each typo corrected."""
NAME_TRUST = 1.0
"""The same, of a form nobody says that is a letter away from a name."""
CORRECTIONS = 3
"""Words kept when several are as near."""
IN_NAMES, FURTHER = 6, 1
"""Words kept for the name that they may be of, and how many typos further they may be."""
SHORTEST_PART, LONGEST_RUN = 4, 40
"""Letters of each of a few words run together, when no name says it, and of all."""
MOST_PARTS = 5
"""Words run together, the small ones too."""
SMALL = frozenset({
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "the", "to",
})  # fmt: skip
"""Small words that may be run together with others."""
LIKENESS = 60.0
"""Likeness (0 to 100) under which a word suggests no other."""

_VOWELS = re.compile("[aeiouy]")

Corrections = tuple[tuple[str, float], ...]
"""Words that may have been meant, and how far to trust it."""


class _Near(NamedTuple):
    """A word near another, the likeliest first."""

    another: bool
    typos: float
    first: bool
    """Is the first letter another?"""
    in_text: bool
    """Is it in no name?"""
    unused: int
    word: str


class Vocabulary:
    """Every word the catalogue says, asked by likeness."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read from an open catalogue."""
        self._catalogue = catalogue
        self._words: dict[int, list[str]] = {}
        self._uses_of: dict[str, tuple[int, int]] = {}

    def nearest(self, word: str) -> Corrections:
        """Return the nearest known words to an unknown one, the likeliest first.

        A typo is a letter more, less, other, or two swapped. Equally near words are kept together;
        the first letter is rarely wrong, a word of a name is likelier than one of a text, and then
        the most used word. A word that can only be trusted within a whole name has no trust: one that is
        further too.
        """
        near = sorted(self._near(word, _most(TYPOS, word), _most(HEARD_TYPOS, word)))
        best = [other for other in near if other[:4] == near[0][:4]][:CORRECTIONS]
        further = (other for other in near[:IN_NAMES] if other not in best)
        return (
            *((other.word, 0.0 if other.another else TRUST**other.typos) for other in best),
            *((other.word, 0.0) for other in further if other.typos <= near[0].typos + FURTHER),
        )

    def nearest_name(self, word: str) -> Corrections:
        """Return the word of a name that a form nobody says is a letter away from, if any is.

        The stem of « femmis » is that of « femmes »; it is nearer to the name Fémis.
        """
        if len(word) < SHORT or self._uses(word):
            return ()
        stems = set(word_stems(word))
        near = sorted(n for n in self._near(word, 1, 1) if not n.in_text and not n.another)
        others = (other for other in near if stems.isdisjoint(word_stems(other.word)))
        return tuple((other.word, NAME_TRUST) for other in others)[:1]

    def nears_a_name(self, word: str) -> bool:
        """True if a word is a typo away from one that is said in a name, or sounds like it."""
        near = self._near(word, 1, _most(HEARD_TYPOS, word))
        return any(not other.in_text and not other.another for other in near)

    def _near(self, word: str, typos: int, heard: int) -> Iterator["_Near"]:
        """Yield the known words that are so many typos away from one at the most, or as it sounds."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        most, reach = max(typos, heard), max(typos, min(heard, LONGER))
        for length in range(len(word) - reach, len(word) + reach + 1) if most else ():
            words = self._of_length(length)
            for other, distance, _ in extract(
                word, words, scorer=OSA.distance, score_cutoff=most, limit=None
            ):
                alike = _sound_alike(word, other)
                if not alike and distance > typos:
                    continue
                slipped = not alike and distance == 1 and _slipped(word, other)
                uses, names = self._said(other)
                if not (alike or names or _is_likely(word, other, distance, slipped=slipped)):
                    continue
                yield _Near(
                    not alike and not slipped and _is_another_word(word, other),
                    HEARD + SPELLED * distance if alike else distance,
                    other[0] != word[0],
                    not names,
                    -uses,
                    other,
                )

    def splits(self, word: str) -> Iterator[tuple[str, ...]]:
        """Yield the known and small words that an unknown one is made of, when spaces were forgotten."""
        if len(word) <= LONGEST_RUN:
            yield from (parts for parts in self._parts(word, MOST_PARTS) if len(parts) > 1)

    def _parts(self, word: str, most: int) -> Iterator[tuple[str, ...]]:
        """Yield the known or small words that make up one."""
        for cut in range(len(word), 1, -1):
            head, rest = word[:cut], word[cut:]
            if not (self._stands(head) or (head in SMALL and rest)):
                continue
            if not rest:
                yield (head,)
            elif most > 1:
                yield from ((head, *after) for after in self._parts(rest, most - 1))

    def _stands(self, word: str) -> bool:
        """True if a word may be run together with others: a short one, when a name says it."""
        uses, names = self._said(word)
        if len(word) < SHORTEST_PART:
            return names > 0
        return uses > 0 or word in STOP_WORDS

    def in_a_name(self, word: str) -> bool:
        """True if a name says a word."""
        return self._said(word)[1] > 0

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
        return self._said(word)[0]

    def _said(self, word: str) -> tuple[int, int]:
        """Return in how many records a word is said, and in how many as a name."""
        if word not in self._uses_of:
            sql = "SELECT uses, names FROM search_word WHERE length = ? AND word = ?"
            found = self._catalogue.rows(sql, (len(word), word))
            self._uses_of[word] = next(found, (0, 0))
        return self._uses_of[word]


def _is_another_word(word: str, other: str) -> bool:
    """True if a letter makes another word of it: any of a short one, the first of any.

    Besson is not Cesson.
    """
    return len(word) == len(other) < SHORT or other[0] != word[0]


def _most(typos: tuple[tuple[int, int], ...], word: str) -> int:
    """Return how many typos a word may hold."""
    return next((most for letters, most in typos if len(word) >= letters), 0)


def same_consonants(word: str, other: str) -> bool:
    """True if two words differ by vowels only: « dvenir », « cgner »."""
    return _VOWELS.sub("", word) == _VOWELS.sub("", other)


def _slipped(word: str, other: str) -> bool:
    """True if a finger slipped to the next key or past a vowel, or two letters are swapped."""
    if same_consonants(word, other) and len(word) < len(other):
        return True
    wrong = [(one, two) for one, two in zip(word, other, strict=False) if one != two]
    if len(word) != len(other) or len(wrong) > 2:
        return False
    return len(wrong) == 2 or any(
        "".join(pair) in row or "".join(pair)[::-1] in row for pair in wrong for row in KEYS
    )


def _is_likely(word: str, other: str, distance: int, *, slipped: bool) -> bool:
    """True if a word that no name says may have been meant: of several typos, one is spelling."""
    from rapidfuzz.distance import OSA

    if distance == 1:
        # Under so many letters, the next key makes another word: Liège is no « piège ».
        same = sorted(word) == sorted(other) or len(word) < len(other)
        return len(word) >= LONG or (slipped and (same or len(word) > SHORT))
    return OSA.distance(sound(word), sound(other)) < distance


def _sound_alike(word: str, other: str) -> bool:
    """True if two words are spellings of one sound."""
    first, begins = word[0], other[0]
    return (
        first == begins or any(first in each and begins in each for each in BEGINNINGS)
    ) and sound(word) == sound(other)
