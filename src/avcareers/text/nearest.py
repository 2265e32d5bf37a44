"""Names close to one that was not understood."""

from collections.abc import Iterable

from .folding import fold

SUGGESTIONS = 3


def nearest(asked: str, names: Iterable[str], limit: int = SUGGESTIONS) -> tuple[str, ...]:
    """Give up to `limit` names that look like the one asked, the closest first.

    Comparison ignores accents, case and punctuation. A name that contains every word asked
    counts as close however long it is.
    """
    from difflib import SequenceMatcher

    wanted = fold(asked)
    scored: list[tuple[float, str, str]] = []
    for name in dict.fromkeys(names):
        candidate = fold(name)
        ratio = SequenceMatcher(None, wanted, candidate).ratio()
        if wanted and set(wanted.split()) <= set(candidate.split()):
            ratio = max(ratio, 0.9)
        elif len(wanted) >= 3 and wanted in candidate:
            ratio = max(ratio, 0.75)
        if ratio >= 0.6:
            scored.append((-ratio, candidate, name))
    return tuple(name for _, _, name in sorted(scored)[:limit])
