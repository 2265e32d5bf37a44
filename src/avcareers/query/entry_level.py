"""The level presumed to be asked for at the entry of a programme whose record does not say."""

YEARS_AFTER_BAC = {4: 0, 5: 2, 6: 3, 7: 5, 8: 8}
"""Years of study after the bac that a level stands for: 60 credits each, 180 for a licence (6) and
300 for a master (7); Code de l'éducation, article D. 611-2."""
NATIONAL_LENGTHS = {5: 2, 6: 3, 7: 2, 8: 3}
"""Years of the national diploma of each level: the first cycle begins after the bac (L. 612-3), the
second after the first (L. 612-6)."""


def presumed_entry_level(level: int | None, years: float | None) -> int:
    """Return the lowest level from which so many years lead to an award, at the national pace.

    A length that is not known is that of the national diploma; one too short for any step still
    follows the level below. Up to the bac, and for an award of no known level: no level (0).
    """
    if level not in NATIONAL_LENGTHS:
        return 0
    length = NATIONAL_LENGTHS[level] if years is None else years
    below = [held for held in YEARS_AFTER_BAC if held < level]
    end = YEARS_AFTER_BAC[level]
    return min((held for held in below if end - YEARS_AFTER_BAC[held] <= length), default=below[-1])
