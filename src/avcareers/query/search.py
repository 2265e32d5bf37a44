"""One ranked list over jobs, schools, programmes, topics and stages."""

import json
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from avcareers.model.errors import BadValueError
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold
from avcareers.text.stemming import name_key

from .search_words import Group, understand

SearchKind = Literal["job", "school", "programme", "topic", "stage"]
KINDS: tuple[SearchKind, ...] = ("job", "stage", "topic", "school", "programme")
"""Kinds, in the order that decides between equal scores: a job is what most people look for."""

Why = Literal["name", "other-name", "near-name", "all-words", "some-words"]

EXACT, OTHER, SAME_WORDS, NEAR = 100.0, 96.0, 92.0, 88.0
"""Scores of an exact title, another exact name, one of the same words, a name nearly typed."""
WORDS = 84.0
"""Score of a record wholly about every word."""
LIKENESS, LIKENESS_OF_KNOWN = 80.0, 92.0
"""Likeness (0 to 100) under which a name is not what was meant; when every word is known."""
SHORTEST_NAME, LONGEST_NAME = 4, 120
"""Letters of a query that may be a name."""
OTHER_NAME = 2
"""Rank of a name that is not a title."""
CANDIDATES = 240
"""Names compared, those with the most letters in common first."""


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
    words = understand(catalogue, query)
    matches = [*_by_name(catalogue, query), *_by_words(words.groups)]
    if not any(match.why in {"name", "other-name"} for match in matches):
        likeness = LIKENESS_OF_KNOWN if words.known else LIKENESS
        matches += _by_near_name(catalogue, query, words.mended, likeness)
    best: dict[int, _Match] = {}
    for match in matches:
        if match.title not in best or match.score > best[match.title].score:
            best[match.title] = match
    hits = _hits(catalogue, best.values(), kinds or KINDS, limit)
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
        score = sum(group.rarity * group.strengths[title] for group in about) / whole
        why: Why = "all-words" if len(about) == len(groups) else "some-words"
        yield _Match(title, WORDS * score, why, " ".join(group.typed for group in about))


def _by_near_name(catalogue: Catalogue, query: str, mended: str, least: float) -> Iterator[_Match]:
    sql = "SELECT title, label FROM search_name WHERE key = ?"
    for title, label in catalogue.rows(sql, (name_key(mended),)):
        yield _Match(title, NEAR, "near-name", label)
    for title, label, likeness in _near(catalogue, query):
        if likeness >= least:
            yield _Match(title, NEAR * likeness / 100, "near-name", label)


def _near(catalogue: Catalogue, query: str) -> Iterator[tuple[int, str, float]]:
    """Yield names with letters in common: number, name, likeness."""
    from rapidfuzz import fuzz

    folded = fold(query)[:LONGEST_NAME]
    pieces = dict.fromkeys(folded[i : i + 3] for i in range(len(folded) - 2))
    if len(folded) < SHORTEST_NAME:
        return
    expression = " OR ".join(f'"{piece}"' for piece in pieces)
    sql = f"""
        SELECT title, label, folded FROM near_name WHERE near_name MATCH ?
        ORDER BY bm25(near_name), title, folded LIMIT {CANDIDATES}
    """
    for title, label, name in catalogue.rows(sql, (expression,)):
        yield title, label, fuzz.ratio(folded, name)


def _suggestions(catalogue: Catalogue, query: str) -> tuple[str, ...]:
    from avcareers.text.nearest import nearest

    return nearest(query, (label for _, label, _ in _near(catalogue, query)))


def _hits(
    catalogue: Catalogue, matches: Iterable[_Match], kinds: tuple[SearchKind, ...], limit: int
) -> tuple[Hit, ...]:
    """Give the best matches of those kinds, with what each is called."""
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
            score = round(max(0.0, match.score - KINDS.index(kind)), 2)
            hits.append(Hit(kind, slug, score, match.why, match.matched, fr, en))
    hits.sort(key=lambda hit: (-hit.score, KINDS.index(hit.kind), hit.slug))
    return tuple(hits[:limit])
