"""Small words as messages have them, or run together with the next: « jveu », « koi », « letalonneur »."""

import re
from functools import cache

from avcareers.text.folding import fold
from avcareers.text.sounds import sound
from avcareers.text.stemming import STOP_WORDS

from .tables import SearchTables
from .typos import Vocabulary, same_consonants

SHORTHAND = {
    "avc": "avec", "bcp": "beaucoup", "c": "c est", "cb": "combien", "ces": "c est", "cki": "c est qui", "ckoi": "c est quoi",
    "dc": "donc", "ds": "dans", "esk": "est ce que", "esque": "est ce que", "g": "j ai", "jm": "j aime", "k": "que",
    "ke": "que", "kel": "quel", "ki": "qui", "koi": "quoi", "kom": "comme", "mtn": "maintenant", "ns": "nous", "pb": "probleme",
    "pcq": "parce que", "pdt": "pendant", "pk": "pourquoi", "pkoi": "pourquoi", "pq": "pourquoi", "pr": "pour", "pt": "peut",
    "qd": "quand", "qqch": "quelque chose", "qqn": "quelqu un", "rdv": "rendez vous", "ske": "ce que", "slt": "salut",
    "stp": "s il te plait", "svp": "s il vous plait", "taf": "travail", "tjs": "toujours", "tps": "temps", "tt": "tout",
    "ya": "il y a", "yatil": "y a t il",
}  # fmt: skip
"""What messages write for words, where nothing in the catalogue is called so."""
SHORTEST_SAID = 3
"""Letters of a word that may sound like a small one."""
SHORTEST_TYPO = 6
"""Letters of one that may be a letter away."""
ELIDED = re.compile(r"(qu|[cdjlmnst])(?=(?:[aeiouyh]\w{3}))")
"""What may be run together with a word that begins with a vowel: « lelectricien »."""
SHORTENED = re.compile(r"(j)(?=[^aeiouyh]\w)")
"""What may be, with a small word: « jveux »."""


def spelled_out(query: str, tables: SearchTables, vocabulary: Vocabulary) -> str:
    """Return a query with its small words as dictionaries have them, those that nothing says."""
    words = fold(query).split()
    written = [
        word if _is_said(tables, word) else _written(tables, vocabulary, word)
        for word in _whole(tables, words)
    ]
    return query if written == words else " ".join(written)


def _whole(tables: SearchTables, words: list[str]) -> list[str]:
    """Return words with those in two pieces made whole, when one of these says nothing: « scénar iste »."""
    whole: list[str] = []
    for word in words:
        joined = f"{whole[-1]}{word}" if whole else ""
        said = not whole or (_is_said(tables, word) and _is_said(tables, whole[-1]))
        if not said and len(joined) >= SHORTEST_TYPO and tables.knows(joined):
            whole[-1] = joined
        else:
            whole.append(word)
    return whole


def _is_said(tables: SearchTables, word: str) -> bool:
    return word in STOP_WORDS or tables.knows(word) or bool(tables.synonyms(word))


def _written(tables: SearchTables, vocabulary: Vocabulary, word: str) -> str:
    """Return what a word that nothing says is written for, or itself."""
    if word in SHORTHAND:
        return SHORTHAND[word]
    if elided := ELIDED.match(word):
        rest = word[elided.end() :]
        if _is_said(tables, rest):
            return f"{elided[1]} {rest}"
    if shortened := SHORTENED.match(word):
        rest = word[shortened.end() :]
        if small := rest if rest in STOP_WORDS else _heard().get(sound(rest), ""):
            return f"{shortened[1]} {small}"
    small = _small(word)
    if small and (_said_alike(small, word) or not vocabulary.nears_a_name(word)):
        return small
    return word


def _small(word: str) -> str:
    """Return the small word that another sounds like or is a letter away from, or nothing."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    if len(word) >= SHORTEST_SAID and (heard := _heard().get(sound(word))):
        return heard
    if len(word) < SHORTEST_TYPO:
        return ""
    near = extractOne(word, _long(), scorer=OSA.distance, score_cutoff=1)
    return near[0] if near else ""


def _said_alike(small: str, word: str) -> bool:
    """True if two words sound alike, or differ by vowels only: « dvenir »."""
    return sound(small) == sound(word) or same_consonants(small, word)


@cache
def _heard() -> dict[str, str]:
    """Return the small words by their sound."""
    return {
        sound(word): word for word in sorted(STOP_WORDS, reverse=True) if len(word) >= SHORTEST_SAID
    }


@cache
def _long() -> tuple[str, ...]:
    """Return the small words in which a typo leaves enough."""
    return tuple(sorted(word for word in STOP_WORDS if len(word) >= SHORTEST_TYPO))
