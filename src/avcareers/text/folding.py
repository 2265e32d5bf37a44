"""Names as people type them: without accents, case or punctuation."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})


class _Folded(dict[int, str]):
    """What each character folds to, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
        self[code] = "".join(kept).translate(_LIGATURES)
        return self[code]


_FOLDED = _Folded()
_NUMBER_OF_A_REGISTER = re.compile(r"(?<=[a-z]{2})(?=[0-9]{4})")
"""Where `RNCP39857` has a space when it is written `RNCP 39857`."""

_DIMENSIONS = re.compile(r"\b([23]) d\b(?! [aeiouyh])")
"""« 3 D » is 3D; « 2 d'entre eux » are two."""


def fold(name: str) -> str:
    """Return a name as lower-case ascii-like words separated by one space.

    Two spellings that differ only by accents, case, hyphens or apostrophes fold to the same
    text: `Chef·fe opérateur` and `chef fe operateur`, `L'Idem` and `l idem`. So do numbers of
    registers, with or without a space: `RNCP39857` and `rncp-39857`; and two or three dimensions: `3 D`.
    """
    folded = " ".join(name.translate(_FOLDED).split())
    return _DIMENSIONS.sub(r"\1d", _NUMBER_OF_A_REGISTER.sub(" ", folded))


def collation_key(name: str) -> tuple[str, str]:
    """Return a key that sorts as a French dictionary does: letters first, then accents and case."""
    return fold(name), name
