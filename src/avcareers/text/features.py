"""Pieces of words, which words of one family share: « monteuse » and « montage » both say *mont*."""

from functools import cache

from .folding import fold
from .stemming import word_stems

SHORTEST, LONGEST = 3, 4
"""Letters of a piece. The space before and after a word is one of them."""
STEPS = 16
"""What a piece says is kept as a whole number of such parts."""
MOST_WEIGHT = 32
"""What a weight of 1 is kept as, in a byte: how much a record is about a word."""
LONGEST_TEXT = 64
"""Words of a text looked at."""


def features(text: str) -> set[str]:
    """Return the pieces of the words of a text, and their stems."""
    return set().union(*map(pieces, words(text)))


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, each once, in order."""
    return tuple(dict.fromkeys(fold(text).split()[:LONGEST_TEXT]))


@cache
def pieces(word: str) -> frozenset[str]:
    """Return the pieces of a folded word, and its stems."""
    framed = f" {word} "
    parts = (
        framed[start : start + letters]
        for letters in range(SHORTEST, LONGEST + 1)
        for start in range(len(framed) - letters + 1)
    )
    # A stem begins with a sign that no folded word has.
    return frozenset((*parts, *(f"={stem}" for stem in word_stems(word))))
