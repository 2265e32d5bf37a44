"""The rules on what else a job is called."""

from collections.abc import Iterator

from avcareers.model.content import Content
from avcareers.model.profession import Profession
from avcareers.text.folding import fold
from avcareers.text.stemming import name_key

from .finding import Finding

PROPER = frozenset({"Steadicam", "Unreal"})
"""Marks that keep their capital in the middle of a sentence."""


def other_names_are_lower_case(content: Content) -> Iterator[Finding]:
    """Other names stand in the middle of a sentence: no capital, but for initials and marks."""
    for job in content.professions:
        for language, names in _by_language(job):
            for index, name in enumerate(names):
                first = name.split()[0]
                if first[0].isupper() and sum(map(str.isupper, first)) == 1 and first not in PROPER:
                    yield Finding(
                        "profession",
                        job.slug,
                        ("other_names", language, index),
                        "other-name",
                        "must begin with a small letter",
                        name,
                        f"{name[0].lower()}{name[1:]}",
                    )


def other_names_are_said_once(content: Content) -> Iterator[Finding]:
    """Another name is neither a title, nor said twice: the other gender, or language, is no other name."""
    for job in content.professions:
        titles = {fold(title) for title in (job.title.fr_m, job.title.fr_f, job.title.en)}
        said = dict.fromkeys(titles, "a title")
        keys = {name_key(job.title.fr_m): "a title", name_key(job.title.fr_f): "a title"}
        for language, names in _by_language(job):
            for index, name in enumerate(names):
                folded, key = fold(name), name_key(name) if language == "fr" else None
                first = said.get(folded) or keys.get(key or "")
                if first:
                    yield Finding(
                        "profession",
                        job.slug,
                        ("other_names", language, index),
                        "other-name",
                        "must be a name that is not said already",
                        f"{name}, which is {first}",
                        "remove it: it is found all the same",
                    )
                said.setdefault(folded, name)
                if key:
                    keys.setdefault(key, name)


def _by_language(job: Profession) -> Iterator[tuple[str, tuple[str, ...]]]:
    # English first: what both languages say is an English name.
    yield "en", job.other_names.en
    yield "fr", job.other_names.fr
