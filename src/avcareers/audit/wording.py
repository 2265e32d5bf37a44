"""Rules on how things are said, for every record: what model.md calls words never printed."""

import re
from collections import defaultdict
from collections.abc import Iterator

from avcareers.model.content import Content

from .finding import Finding
from .texts import Path, both, strings_of, texts_of

SHARED_SENTENCE_WORDS = 7
"""From this many words on, a sentence belongs to one record."""

QUOTING_FIELDS = frozenset({"title", "asked", "claim"})
"""Fields of a topic that give the words people use or still find, right or wrong."""

SHARED_ALLOWED = frozenset[str]()
"""Sentences several records may share, word for word."""

_FORBIDDEN = (
    (r"diplômes? reconnus?\b", "dire qui reconnaît quoi, et jusqu'à quand"),
    (r"reconnue?s? par l['’]état", "dire qui reconnaît quoi, et jusqu'à quand"),
    (r"\b(state|nationally)[- ]recogni[sz]ed\b", "say who recognises what, and until when"),
    # « Diplôme d'État de professeur… » is the name of one, and no word for BTS, licences and the like.
    (r"\bdiplômes? d['’]état\b(?! d)", "dire « diplôme national »"),
    (r"\bstate diplomas?\b(?! in)", "say: national diploma"),
    (r"\bstatuts? d['’]intermittent", "régime d'indemnisation des intermittents"),
    (r"\bintermittent status\b", "say: the unemployment regime for intermittent workers"),
    (r"\bdevenir intermittente?s?\b", "nommer le métier, pas le régime"),
    (
        r"\b(passion|passionne[rz]?|passionnée?s?|passionate)\b",
        "say what is done, not what is felt",
    ),
    (r"\b(prestigieu(x|se)s?|prestigious|renowned|réputée?s?|d['’]excellence)\b", "no praise"),
    (r"\b(magique|magical|incontournables?|must-have|métier de rêve|dream job)\b", "no praise"),
    (
        r"\b(dynamique|polyvalente? et|world[- ]class|cutting[- ]edge|state[- ]of[- ]the[- ]art)\b",
        "say what it is",
    ),
    (r"\btitres?\s+(RNCP\s+)?(de niveau\s+)?bac ?\+", "niveau 5, 6 ou 7"),
)
_ABRIDGED_GENDER = re.compile(r"\w\.e\.?s?\b|\(e\)s?|\w-e-s\b", re.IGNORECASE)
"""French only: “i.e.” is English."""
_MEDIAN_DOT = re.compile(r"[·•]")
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), mend) for pattern, mend in _FORBIDDEN)


def forbidden_wording(content: Content) -> Iterator[Finding]:
    """No wording that misleads, praises or abridges a gender."""
    for kind, record in content.all_records():
        for path, text in texts_of(record):
            if kind == "topic" and QUOTING_FIELDS & set(path):
                continue
            for language, words in both(text):
                for pattern, mend in _patterns(language):
                    match = pattern.search(words)
                    if match:
                        place = (*path, language)
                        must = "must not use a wording that misleads or praises"
                        yield Finding(kind, record.slug, place, "wording", must, match[0], mend)
        # Titles and names too: no median dot anywhere.
        for path, words in strings_of(record):
            if _MEDIAN_DOT.search(words):
                must, mend = "must not hold a median dot", "écrire les deux genres en entier"
                yield Finding(kind, record.slug, path, "wording", must, words, mend)


def _patterns(language: str) -> Iterator[tuple[re.Pattern[str], str]]:
    yield from _PATTERNS
    if language == "fr":
        yield _ABRIDGED_GENDER, "écrire les deux genres en entier"


def languages_differ(content: Content) -> Iterator[Finding]:
    """A text of more than three words is not the same in both languages."""
    for kind, record in content.all_records():
        for path, text in texts_of(record):
            if text.fr == text.en and len(text.fr.split()) > 3:
                yield Finding(
                    kind,
                    record.slug,
                    (*path, "en"),
                    "languages-differ",
                    "must be said in each language",
                    text.en,
                    "translate it",
                )


def sentence_of_its_own(content: Content) -> Iterator[Finding]:
    """No sentence is shared, word for word, by two records of a kind."""
    seen: dict[tuple[str, str], list[tuple[str, Path]]] = defaultdict(list)
    for kind, record in content.all_records():
        if kind != "profession":
            continue
        for path, text in texts_of(record):
            for language, words in both(text):
                if len(words.split()) >= SHARED_SENTENCE_WORDS and words not in SHARED_ALLOWED:
                    seen[kind, words].append((record.slug, (*path, language)))
    for (kind, words), places in seen.items():
        first = places[0][0]
        for slug, path in places[1:]:
            if slug != first:
                yield Finding(
                    kind,
                    slug,
                    path,
                    "own-sentence",
                    f"must not repeat a sentence of {first}",
                    words,
                    "say what is particular to this record",
                )
