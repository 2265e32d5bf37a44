"""What a mistyped word was meant to be."""

from avcareers.store.catalogue import Catalogue

ONE_SLIP, TWO_SLIPS = 4, 8
"""Letters from which a word may hold one typing slip, then two."""
SHORT = 6
"""Under so many letters, another letter makes another word: café is not case."""
TRUST = 0.9
"""How much is left of a word's weight for each slip mended."""
MENDS = 3
"""Words kept when several are as near."""
SPLIT = 0.95
"""How much is left when a space was forgotten."""
SHORTEST_PART, LONGEST_PAIR = 4, 40
"""Letters of each of two words run together, and of both."""


def mended(catalogue: Catalogue, word: str) -> tuple[tuple[str, float], ...]:
    """Give the nearest known words to an unknown one, the likeliest first, and their trust.

    A slip is a letter more, less, other, or two swapped. Equally near words are kept together;
    the first letter is rarely wrong, and the most used word is the likeliest.
    """
    from rapidfuzz.distance import OSA

    slips = 2 if len(word) >= TWO_SLIPS else 1 if len(word) >= ONE_SLIP else 0
    sql = "SELECT word, uses FROM search_word WHERE length BETWEEN ? AND ?"
    near = []
    for other, uses in catalogue.rows(sql, (len(word) - slips, len(word) + slips)) if slips else ():
        distance = OSA.distance(word, other, score_cutoff=slips)
        if distance <= slips and not _other_short_word(word, other):
            near.append((distance, other[0] != word[0], -uses, other))
    near.sort()
    return tuple((other, TRUST**distance) for distance, first, _, other in near
                 if (distance, first) == near[0][:2])[:MENDS]  # fmt: skip


def _other_short_word(word: str, other: str) -> bool:
    same_length = len(word) == len(other) < SHORT
    return same_length and sorted(word) != sorted(other)


def run_together(catalogue: Catalogue, word: str) -> tuple[tuple[str, float], ...]:
    """Give the two known words an unknown one is made of, when a space was forgotten."""
    sql = "SELECT 1 FROM search_word WHERE length = ? AND word = ?"
    if len(word) > LONGEST_PAIR:
        return ()
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        parts = word[:cut], word[cut:]
        if all(any(catalogue.rows(sql, (len(part), part))) for part in parts):
            return ((" ".join(parts), SPLIT),)
    return ()
