"""Pieces of words, which words of one family share: « monteuse » and « montage » both say *mont*."""

from functools import cache

from .folding import fold
from .stemming import word_stems

SHORTEST, LONGEST = 3, 4
"""Letters of a piece. The space before and after a word is one of them."""
STEPS = 64
"""What a piece says is kept as a whole number of such parts."""
LONGEST_TEXT = 64
"""Words of a text looked at."""


def features(text: str) -> set[str]:
    """Return the pieces of the words of a text, and their stems."""
    return set().union(*map(_of_word, fold(text).split()[:LONGEST_TEXT]))


@cache
def _of_word(word: str) -> frozenset[str]:
    framed = f" {word} "
    pieces = (
        framed[start : start + letters]
        for letters in range(SHORTEST, LONGEST + 1)
        for start in range(len(framed) - letters + 1)
    )
    # A stem begins with a sign that no folded word has.
    return frozenset((*pieces, *(f"={stem}" for stem in word_stems(word))))
