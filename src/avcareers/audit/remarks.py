"""Rules on remarks: what is said in brackets, or after an answer, says something more."""

import re
from collections.abc import Iterator

from avcareers.model.content import Content
from avcareers.text.folding import fold

from .finding import Finding
from .texts import both, texts_of

_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"\d+|\w{4,}")
_CODED = re.compile(r"\b(?:annexe\d+|[a-z0-9]+(?:_[a-z0-9]+)+|[a-z0-9]+(?:-[a-z0-9]+)+)\b")
_SAYS_SOMETIMES = {
    "fr": re.compile(r"\bparfois\b", re.IGNORECASE),
    "en": re.compile(r"\bsometimes\b", re.IGNORECASE),
}


def brackets_add_something(content: Content) -> Iterator[Finding]:
    """What stands in brackets is not made of words of the same text."""
    for kind, record in content.all_records():
        for path, text in texts_of(record):
            for language, words in both(text):
                for match in _BRACKETS.finditer(words):
                    around = {*_WORD.findall(fold(words[: match.start()] + words[match.end() :]))}
                    inside = {*_WORD.findall(fold(match[1]))}
                    if inside and inside <= around:
                        must = "must not say again in brackets what it has said"
                        mend = "remove the brackets, or what they repeat"
                        where = (*path, language)
                        yield Finding(kind, record.slug, where, "remark", must, match[0], mend)


def coded_words_stay_in_code(content: Content) -> Iterator[Finding]:
    """No text names a record by its key, or anything by a coded value."""
    keys = {
        slug
        for job in content.professions
        for slug in (job.slug, *job.formerly)
        if slug not in job.title.fr_m.lower()
    }
    for kind, record in content.all_records():
        for path, text in texts_of(record):
            for language, words in both(text):
                for match in _CODED.finditer(words):
                    if "-" in match[0] and match[0] not in keys:
                        continue
                    must, mend = "must be written in words", "name the thing as a reader would"
                    where = (*path, language)
                    yield Finding(kind, record.slug, where, "coded-word", must, match[0], mend)


def notes_add_to_the_answer(content: Content) -> Iterator[Finding]:
    """The note of a working condition says when or how much, not the answer again."""
    for job in content.professions:
        for name, condition in job.day_to_day:
            if condition is None or condition.note is None:
                continue
            for language, words in both(condition.note):
                if condition.answer == "sometimes" and _SAYS_SOMETIMES[language].search(words):
                    yield Finding(
                        "profession",
                        job.slug,
                        ("day_to_day", name, "note", language),
                        "remark",
                        "must not say the answer again",
                        words,
                        "write when or how much",
                    )
