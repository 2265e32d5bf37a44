"""Names close to one that was not understood."""

from collections.abc import Iterable

from .folding import fold

SUGGESTIONS = 3
LIKENESS = 0.6
"""Share of letters in common (difflib's ratio) under which a name is not worth suggesting."""
LONGEST = 200
"""Letters past which what was asked is not a name: comparing takes the product of both lengths."""
SPREAD = 0.2
"""A suggestion this much less alike than the best one only distracts."""


def nearest(asked: str, names: Iterable[str], limit: int = SUGGESTIONS) -> tuple[str, ...]:
    """Give up to `limit` names that look like the one asked, the closest first, then the shortest.

    Comparison ignores accents, case and punctuation. A name that contains every word asked
    counts as close however long it is.
    """
    from difflib import SequenceMatcher

    if len(asked) > LONGEST:
        return ()
    wanted = fold(asked)
    scored: list[tuple[float, int, str, str]] = []
    for name in dict.fromkeys(names):
        candidate = fold(name)
        ratio = SequenceMatcher(None, wanted, candidate).ratio()
        if wanted and set(wanted.split()) <= set(candidate.split()):
            ratio = max(ratio, 0.9)
        elif len(wanted) >= 3 and wanted in candidate:
            ratio = max(ratio, 0.75)
        if ratio >= LIKENESS:
            scored.append((-ratio, len(candidate), candidate, name))
    scored.sort()
    worst = scored[0][0] + SPREAD if scored else 0
    return tuple(name for ratio, _, _, name in scored[:limit] if ratio <= worst)
