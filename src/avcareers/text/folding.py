"""Names as people type them: without accents, case or punctuation."""

import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})


def fold(name: str) -> str:
    """Give a name as lower-case ascii-like words separated by one space.

    Two spellings that differ only by accents, case, hyphens or apostrophes fold to the same
    text: `Chef·fe opérateur` and `chef fe operateur`, `L'Idem` and `l idem`.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).translate(_LIGATURES).split())


def collation_key(name: str) -> tuple[str, str]:
    """Give a key that sorts as a French dictionary does: letters first, then accents and case."""
    return fold(name), name
