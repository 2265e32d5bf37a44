"""Words reduced to their stems, so that « monteuses » finds « monteur » and “editing” “edit”."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from .folding import fold
from .wording import Language

_STOP_WORDS = """
a about adore adorer aime aimer aimerais alors also am an and any apres are as at au aurait aussi
aux avec avez avoir avons be become becoming been by c ca can ce cela ces cest cet cette chez
combien comme comment could d dans de des devenir did do does dois doit donc dont du elle en entre
es est et etes etre eux faire fait faut font for from get had has have he her hers him his how
hyper i if il ils in into is it its j jai je job jobs l la le les let leur leurs like likes love
loves lui m ma mais many me meme mes metier metiers moi mon much my n ne need no nos not notre
nous of on ont or ou our par pas people person peut plus pour qu quand que quel quelle quelles
quelqu quelque quels qui quoi really s sa sais sait sans se serait ses she should si so some
someone sommes sont suis super sur t ta te tes than that the their them then there these they this
those to toi ton too tous tout toute toutes travail travailler tres tu un une us va vais vers
versus very veut veux vont vos votre voudrais vous vraiment vs want was we were what when where
which who whose will with work working works would y you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that say nothing of what is looked for. « son » is kept: it is also sound."""

FEMININES = (
    (re.compile(r"ieuse(s?)$"), "ieux"),
    (re.compile(r"euse(s?)$"), r"eur\1"),
    (re.compile(r"trice(s?)$"), r"teur\1"),
    (re.compile(r"iere(s?)$"), r"ier\1"),
    (re.compile(r"effe(s?)$"), r"ef\1"),
    (re.compile(r"(?<=\w{3})ees?$"), "e"),
)
"""Feminine endings the stemmer parts from their masculine: « monteuse » and « monteur »."""

BEFORE_HAVE = frozenset({"j", "l", "m", "n", "t", "y"})


def content_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text that say something, in order; all of them if none does."""
    words = fold(text).split()
    kept = tuple(
        word
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
        if word not in STOP_WORDS
        # « j'ai » is a verb; “AI” is looked for.
        and not (word == "ai" and (before in BEFORE_HAVE or after in {"je", "t"}))
    )
    return kept or tuple(words)


@cache
def french_stem(word: str) -> str:
    """Return the stem of a folded French word, the same for either gender."""
    for ending, masculine in FEMININES:
        word, changed = ending.subn(masculine, word)
        if changed:
            break
    return str(_stemmer("french").stemWord(word))


@cache
def english_stem(word: str) -> str:
    """Return the stem of a folded English word."""
    return str(_stemmer("english").stemWord(word))


STEMMERS: dict[Language, Callable[[str], str]] = {"fr": french_stem, "en": english_stem}
"""What stems a folded word of each language."""


def word_stems(word: str) -> tuple[str, ...]:
    """Return the stems of a folded word in both languages, once when they are the same."""
    return tuple(dict.fromkeys((french_stem(word), english_stem(word))))


def name_key(text: str) -> str:
    """Return what names that differ only by gender, number, order or small words have in common."""
    return " ".join(sorted({french_stem(word) for word in content_words(text)}))


@cache
def _stemmer(language: str) -> Any:
    from Stemmer import Stemmer

    return Stemmer(language)
