"""Names close to one that was not understood."""

from collections.abc import Iterable, Mapping

from .folding import fold

SUGGESTIONS = 3
LIKENESS = 0.6
"""Share of letters in common (difflib's ratio) under which a name is not worth suggesting."""
LONGEST_ASKED = 200
"""Letters past which what was asked is not a name: comparing takes the product of both lengths."""
SPREAD = 0.2
"""A suggestion this much less alike than the best one only distracts."""


def nearest(asked: str, names: Iterable[str], limit: int = SUGGESTIONS) -> tuple[str, ...]:
    """Return up to `limit` names that look like the one asked, the closest first, then the shortest.

    Comparison ignores accents, case and punctuation. A name that contains every word asked
    counts as close however long it is.
    """
    return nearest_folded(asked, {name: fold(name) for name in names}, limit)


def nearest_folded(
    asked: str, folded: Mapping[str, str], limit: int = SUGGESTIONS
) -> tuple[str, ...]:
    """Return the nearest of names that are folded already: each name leads to what it folds to."""
    # One letter may fold to eighteen: both lengths are bounded.
    wanted = fold(asked) if len(asked) <= LONGEST_ASKED else ""
    if not 0 < len(wanted) <= LONGEST_ASKED:
        return ()
    likeness = _likeness(wanted, set(folded.values()))
    words = set(wanted.split())
    scored: list[tuple[float, int, str, str]] = []
    for name, candidate in folded.items():
        ratio = likeness.get(candidate, 0.0)
        if words <= set(candidate.split()):
            ratio = max(ratio, 0.9)
        elif len(wanted) >= 3 and wanted in candidate:
            ratio = max(ratio, 0.75)
        if ratio >= LIKENESS:
            scored.append((-ratio, len(candidate), candidate, name))
    scored.sort()
    if len(words) > 1 and any(words <= set(each[2].split()) for each in scored):
        # Where a name holds all the words, one that holds but some is of something else.
        scored = [each for each in scored if words <= set(each[2].split())]
    worst = scored[0][0] + SPREAD if scored else 0
    return tuple(name for ratio, _, _, name in scored[:limit] if ratio <= worst)


def _likeness(wanted: str, candidates: Iterable[str]) -> dict[str, float]:
    """Return the likeness of the candidates that may be close enough."""
    from difflib import SequenceMatcher

    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    # Its ratio is never under difflib's, and takes a hundredth of the time.
    likely = extract(
        wanted, list(candidates), scorer=ratio, score_cutoff=100 * LIKENESS, limit=None
    )
    return {
        candidate: SequenceMatcher(None, wanted, candidate).ratio() for candidate, _, _ in likely
    }
