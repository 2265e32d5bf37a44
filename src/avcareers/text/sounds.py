"""How a word sounds to a French ear, so that what is spelled as it is heard is found: « foto », « sinéma »."""

import re
from functools import cache

HEARD = (
    (r"(?<=..)(?:(?:er|ez|et|ai[st]?|e)s?|[dpt]s?|[sxz])$", ""),
    (r"ph", "f"),
    (r"sch|sh|ch(?![lnr])", "$"),
    (r"ge(?=[ao])|g(?=[eiy])", "j"),
    (r"gu(?=[eiy])", "g"),
    (r"s?c(?=[eiy])|t(?=[iy](?:on|el))|z", "s"),
    (r"qu?|ck|c", "k"),
    (r"h", ""),
    (r"eau|au", "o"),
    (r"oeu|eu|oe", "2"),
    (r"oua|oi|oy", "w"),
    (r"ou|oo", "8"),
    (r"(?:[ae]?in|[ae]?im|un|yn|ym)(?![aeiouyhmn])", "1"),
    (r"(?:an|en|am|em)(?![aeiouyhmn])", "3"),
    (r"(?:on|om)(?![aeiouyhmn])", "4"),
    (r"[ae][iy]", "e"),
    (r"y", "i"),
    (r"x", "ks"),
)
"""Letters, in a place of a word, and what is heard of them. The endings heard alike are not: their letter is mute
or says the gender, the number or the time."""
_LETTERS = re.compile("|".join(f"({letters})" for letters, _ in HEARD))
SPELT = (("ill", "iy"), ("oo", "ou"), ("cce", "xe"), ("cci", "xi"))
"""Letters that are not heard as one when they are doubled."""
_DOUBLED = re.compile(r"(.)\1+")


@cache
def sound(word: str) -> str:
    """Return how a folded word sounds: words of one sound are spellings of each other."""
    for doubled, said in SPELT:
        word = word.replace(doubled, said)
    single = _DOUBLED.sub(r"\1", word)
    heard = _LETTERS.sub(lambda found: HEARD[(found.lastindex or 1) - 1][1], single)
    return _DOUBLED.sub(r"\1", heard)
