"""One ranked list over jobs, schools, programmes, topics and stages."""

import json
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import Literal, NamedTuple

from avcareers.model.errors import BadValueError
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold
from avcareers.text.stemming import content_words, name_key

from .cues import raised
from .tables import SearchTables
from .typos import Vocabulary
from .words import Group, Wanted, understand

SearchKind = Literal["job", "school", "programme", "topic", "stage"]
_STORED = {"job": "profession"}
KINDS: tuple[SearchKind, ...] = ("job", "stage", "topic", "school", "programme")
"""Kinds, in the order that decides between equal scores: a job is what most people look for."""

Why = Literal["name", "other-name", "near-name", "all-words", "some-words"]

EXACT, OTHER, SAME_WORDS, NEAR = 100.0, 96.0, 92.0, 88.0
"""Scores of an exact title, another exact name, one of the same words, a name nearly typed."""
WORDS = 84.0
"""Score of a record wholly about every word."""
EVENED = 0.9
"""Power of the strengths added up: below 1, several words in passing may outdo one wholly."""
OTHER_NAME = 2
"""Rank of a name that is not a title."""
SUGGESTED_WORDS, SUGGESTED_NAMES = 4, 20
"""Words of a query that found nothing looked at, and names that each may suggest."""


class Hit(NamedTuple):
    """Something found."""

    kind: SearchKind
    slug: str
    score: float
    """0 to 100: only the order means something."""
    why: Why
    matched: str
    """The name, or the words of the query, that matched."""
    fr: str = ""
    """What it is called, in French."""
    en: str = ""
    """What it is called, in English."""


class Found(NamedTuple):
    """What a query found."""

    query: str
    hits: tuple[Hit, ...]
    suggestions: tuple[str, ...]
    """Names near the query, when nothing was found."""


class _Match(NamedTuple):
    """A record that matches, by its number."""

    title: int
    score: float
    why: Why
    matched: str


def search(
    catalogue: Catalogue, query: str, *, kinds: tuple[SearchKind, ...] = (), limit: int = 10
) -> Found:
    """Give what a query finds, the best first.

    Exact names come first, then names of the same words (either gender, any order), then names
    nearly typed; the rest by how much each record is about the words, the rare ones above all,
    those of its name above those of its texts. Order is total: score, kind, key.
    Raises BadValueError when the query is blank.
    """
    if not query.strip():
        raise BadValueError("search", query, ())
    stored = frozenset(_STORED.get(kind, kind) for kind in kinds or KINDS)
    words = understand(catalogue, query, Wanted(stored, limit))
    matches = [*_by_name(catalogue, query), *_by_words(words.groups)]
    if not any(match.why in {"name", "other-name"} for match in matches):
        matches += _by_near_name(catalogue, words.mended)
    best: dict[int, _Match] = {}
    for match in matches:
        if match.title not in best or match.score > best[match.title].score:
            best[match.title] = match
    hits = _hits(catalogue, best.values(), kinds or KINDS, limit, raised(query))
    return Found(query, hits, () if hits else _suggestions(catalogue, query))


def _by_name(catalogue: Catalogue, query: str) -> Iterator[_Match]:
    sql = "SELECT title, folded, rank, label FROM search_name WHERE key = ?"
    typed = fold(query)
    for title, folded, rank, label in catalogue.rows(sql, (name_key(query),)):
        other = rank == OTHER_NAME
        score = SAME_WORDS - rank if folded != typed else OTHER if other else EXACT
        yield _Match(title, score, "other-name" if other else "name", label)


def _by_words(groups: tuple[Group, ...]) -> Iterator[_Match]:
    whole = sum(group.rarity for group in groups)
    for title in sorted({title for group in groups for title in group.strengths}):
        about = [group for group in groups if title in group.strengths]
        score = sum(group.rarity * group.strengths[title] ** EVENED for group in about) / whole
        why: Why = "all-words" if len(about) == len(groups) else "some-words"
        yield _Match(title, WORDS * score, why, " ".join(group.typed for group in about))


def _by_near_name(catalogue: Catalogue, mended: str) -> Iterator[_Match]:
    sql = "SELECT title, label FROM search_name WHERE key = ?"
    for title, label in catalogue.rows(sql, (name_key(mended),)):
        yield _Match(title, NEAR, "near-name", label)


def _suggestions(catalogue: Catalogue, query: str) -> tuple[str, ...]:
    """Give names of what is most about the words that those of the query remind of."""
    from avcareers.text.nearest import nearest

    tables, vocabulary = SearchTables(catalogue), Vocabulary(catalogue)
    best: dict[int, None] = {}
    for word in content_words(query)[:SUGGESTED_WORDS]:
        for alike in vocabulary.alike(word):
            about = tables.about(alike)
            first = nsmallest(SUGGESTED_NAMES, about, key=lambda title: (-about[title], title))
            best.update(dict.fromkeys(first))
    sql = "SELECT fr, en FROM title WHERE id IN (SELECT value FROM json_each(?))"
    return nearest(query, (name for names in catalogue.rows(sql, (json.dumps([*best]),))
                           for name in names))  # fmt: skip


def _hits(
    catalogue: Catalogue,
    matches: Iterable[_Match],
    kinds: tuple[SearchKind, ...],
    limit: int,
    more: Mapping[str, float],
) -> tuple[Hit, ...]:
    """Give the best matches of those kinds, with what each is called.

    A name is what was asked for, whatever its kind: only other matches are raised by it.
    """
    by_title = {match.title: match for match in matches}
    sql = """
        SELECT id, kind, slug, fr, en FROM title
        WHERE id IN (SELECT value FROM json_each(?))
    """
    hits = []
    for title, stored, slug, fr, en in catalogue.rows(sql, (json.dumps([*by_title]),)):
        match = by_title[title]
        kind: SearchKind = "job" if stored == "profession" else stored
        if kind in kinds:
            by_words = match.why in {"all-words", "some-words"}
            score = match.score - KINDS.index(kind) + (more.get(kind, 0.0) if by_words else 0.0)
            score = round(max(0.0, score), 2)
            hits.append(Hit(kind, slug, score, match.why, match.matched, fr, en))
    hits.sort(key=lambda hit: (-hit.score, KINDS.index(hit.kind), hit.slug))
    return tuple(hits[:limit])
