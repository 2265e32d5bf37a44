"""Words reduced to their stems, so that « monteuses » finds « monteur » and “editing” “edit”."""

from functools import cache
from typing import Any

from .folding import fold

STOP_WORDS = frozenset(
    [
        "a",
        "ai",
        "apres",
        "au",
        "aux",
        "avec",
        "c",
        "ce",
        "ces",
        "cet",
        "cette",
        "chez",
        "comment",
        "d",
        "dans",
        "de",
        "des",
        "devenir",
        "du",
        "elle",
        "en",
        "entre",
        "est",
        "et",
        "etre",
        "eux",
        "faire",
        "fait",
        "font",
        "il",
        "ils",
        "j",
        "je",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "lui",
        "m",
        "ma",
        "mais",
        "me",
        "meme",
        "mes",
        "metier",
        "metiers",
        "moi",
        "mon",
        "n",
        "ne",
        "nos",
        "notre",
        "nous",
        "on",
        "ou",
        "par",
        "pas",
        "peut",
        "plus",
        "pour",
        "qu",
        "quand",
        "que",
        "quel",
        "quelle",
        "quelles",
        "quels",
        "qui",
        "quoi",
        "s",
        "sa",
        "sans",
        "se",
        "ses",
        "si",
        "son_",
        "sont",
        "sur",
        "t",
        "ta",
        "te",
        "tes",
        "toi",
        "ton",
        "tu",
        "un",
        "une",
        "veut",
        "veux",
        "vos",
        "votre",
        "vous",
        "y",
        "travail",
        "travailler",
        "voudrais",
        "aimerais",
        "about",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "become",
        "becoming",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "get",
        "how",
        "i",
        "in",
        "into",
        "is",
        "it",
        "its",
        "job",
        "jobs",
        "me",
        "my",
        "of",
        "on",
        "or",
        "our",
        "people",
        "person",
        "someone",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "want",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whose",
        "with",
        "work",
        "works",
        "working",
        "would",
        "you",
        "your",
    ]
)
"""Words that say nothing of what is looked for. « son » is kept: it is also sound."""


def content_words(text: str) -> tuple[str, ...]:
    """Give the folded words of a text that say something, in order; all of them if none does."""
    words = fold(text).split()
    kept = tuple(word for word in words if word not in STOP_WORDS)
    return kept or tuple(words)


def french_stem(word: str) -> str:
    """Give the stem of a folded French word."""
    return str(_stemmer("french").stemWord(word))


def english_stem(word: str) -> str:
    """Give the stem of a folded English word."""
    return str(_stemmer("english").stemWord(word))


def stems(text: str) -> str:
    """Give the stems of a text in both languages, to be indexed."""
    words = fold(text).split()
    both = ((french_stem(word), english_stem(word)) for word in words)
    return " ".join(dict.fromkeys(stem for pair in both for stem in pair))


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(language)
