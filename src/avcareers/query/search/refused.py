"""What a person who says their tastes refuses, left out of what is looked for."""

import re

from avcareers.text.folding import fold
from avcareers.text.stemming import STOP_WORDS

from .cues import LIKING, asks

REFUSING = frozenset({"deteste", "hate", "jamais", "marre", "never", "ni", "not", "pas"})
"""Words after which something is refused."""
REFUSING_BEFORE = {
    "bad": {"at"}, "instead": {"of"}, "mauvais": {"en"}, "mauvaise": {"en"}, "nul": {"en", "a"}, "nulle": {"en", "a"},
    "plutot": {"que", "qu"}, "rather": {"than"}, "t": {"enjoy", "like", "stand", "want"},
}  # fmt: skip
"""Others, before some words only: « nul en maths », “don't like”."""
LACKING = frozenset({
    "afraid", "argent", "assez", "bac", "besoin", "cher", "d", "de", "diplome", "encore", "enough", "mal", "moyens",
    "much", "niveau", "only", "permis", "peur", "que", "seulement", "sure", "temps", "trop", "yet",
})  # fmt: skip
"""Words that say a lack, or no refusal, next to one of these: « pas de diplôme », « pas peur »."""
RESUMING = frozenset({
    "adore", "aime", "but", "like", "love", "mais", "prefer", "prefere", "veux", "voudrais", "want",
})  # fmt: skip
"""Words that say again what is liked."""
ARTICLES = frozenset({"l", "la", "le", "les", "the"})
_DOING = re.compile(r"(er|ir|re|ing)$")
_PAUSES = re.compile(r"[,;.:!?()]+")


def wanted(query: str) -> str:
    """Return a query without what it refuses: « j'aime conduire, pas les bureaux » looks for no office.

    It is whole when it asks, says no taste, or refuses all it says.
    """
    if LIKING.isdisjoint(fold(query).split()) or asks(query):
        return query
    kept = [word for part in _PAUSES.split(query) for word in _not_refused(fold(part).split())]
    refuses = len(kept) < len(fold(query).split())
    return " ".join(kept) if refuses and not STOP_WORDS.issuperset(kept) else query


def _not_refused(words: list[str]) -> list[str]:
    """Return the words of a part of a query that are not after a refusal."""
    kept: list[str] = []
    refusing = False
    for place, word in enumerate(words):
        if word in RESUMING and words[place - 1 : place] not in (["t"], ["not"]):
            refusing = False
        refusing = refusing or _begins(word, words[place + 1 :])
        if not refusing:
            kept.append(word)
    return kept


def _begins(word: str, after: list[str]) -> bool:
    """True if a refusal begins at a word, followed by others."""
    named = next((each for each in after if each not in ARTICLES), "")
    if word in REFUSING and LACKING.isdisjoint({named, *after[:1]}):
        return True
    if word in {"sans", "without"}:
        return bool(_DOING.search(named))
    return not REFUSING_BEFORE.get(word, frozenset()).isdisjoint(after[:1])
