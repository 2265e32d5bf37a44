"""One ranked list over jobs, schools, programmes, topics and stages."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold
from avcareers.text.stemming import content_words, english_stem, french_stem

SearchKind = Literal["job", "school", "programme", "topic", "stage"]
KINDS: tuple[SearchKind, ...] = ("job", "stage", "topic", "school", "programme")
"""Kinds, in the order that decides between equal scores: a job is what most people look for."""
_STORED = {"job": "profession"}

Why = Literal["name", "other-name", "near-name", "all-words", "some-words"]

EXACT, OTHER, NEAR, ALL, SOME = 100.0, 96.0, 90.0, 60.0, 25.0
"""Scores of an exact title, another exact name, a name nearly typed, all words, some words."""
LIKENESS = 78.0
"""Likeness (0 to 100) under which a name is not what was meant."""
CANDIDATES = 60
"""Hits looked at for each way of matching."""


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


def search(
    catalogue: Catalogue, query: str, *, kinds: tuple[SearchKind, ...] = (), limit: int = 10
) -> Found:
    """Give what a query finds, the best first.

    Exact names come first, then names nearly typed, then texts that hold all the words, then
    some. Order is total: score, kind, key.
    """
    wanted = kinds or KINDS
    best: dict[tuple[str, str], Hit] = {}
    groups = _word_groups(catalogue, query)
    for hit in (*_by_name(catalogue, query), *_by_words(catalogue, groups)):
        _keep(best, hit)
    if not any(hit.why in {"name", "other-name"} for hit in best.values()):
        for hit in _by_near_name(catalogue, query):
            _keep(best, hit)
    hits = [hit for hit in best.values() if hit.kind in wanted]
    hits.sort(key=lambda hit: (-hit.score, KINDS.index(hit.kind), hit.slug))
    shown = tuple(_named(catalogue, hits[:limit]))
    return Found(query, shown, () if shown else _suggestions(catalogue, query))


def _keep(best: dict[tuple[str, str], Hit], hit: Hit) -> None:
    known = best.get((hit.kind, hit.slug))
    if known is None or hit.score > known.score:
        best[hit.kind, hit.slug] = hit


def _kind(stored: str) -> SearchKind:
    return "job" if stored == "profession" else stored  # type: ignore[return-value]


def _by_name(catalogue: Catalogue, query: str) -> Iterator[Hit]:
    sql = """
        SELECT kind, slug, rank, label FROM name WHERE folded = ?
        AND kind IN ('profession', 'school', 'programme', 'topic', 'stage')
    """
    for kind, slug, rank, name in catalogue.rows(sql, (fold(query),)):
        why: Why = "other-name" if rank == 2 else "name"
        score = OTHER if rank == 2 else EXACT
        yield Hit(_kind(kind), slug, score - _later(_kind(kind)), why, name)


def _later(kind: SearchKind) -> float:
    """Give how much later a kind comes, all else equal."""
    return float(KINDS.index(kind))


class _Group(NamedTuple):
    """A word of the query, or a few in a row, with all that may stand for it."""

    typed: str
    alternatives: tuple[str, ...]
    """FTS5 expressions."""


def _word_groups(catalogue: Catalogue, query: str) -> tuple[_Group, ...]:
    synonyms = _synonyms(catalogue)
    longest = max((len(key) for key in synonyms), default=1)
    words = content_words(query)
    groups: list[_Group] = []
    position = 0
    while position < len(words):
        for length in range(min(longest, len(words) - position), 0, -1):
            typed = words[position : position + length]
            means = synonyms.get(typed)
            if means or length == 1:
                own = _expression(typed)
                others = tuple(_expression(content_words(mean)) for mean in means or ())
                groups.append(_Group(" ".join(typed), (own, *others)))
                position += length
                break
    return tuple(groups)


def _synonyms(catalogue: Catalogue) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for synonym in catalogue.documents("synonym"):
        for typed in synonym.words:
            key = content_words(typed)
            found[key] = (*found.get(key, ()), *synonym.means)
    return found


def _expression(words: Iterable[str]) -> str:
    """Give the FTS5 expression of words that must all be there, by stem."""
    return "(" + " AND ".join(_stem_expression(word) for word in words) + ")"


def _stem_expression(word: str) -> str:
    alternatives = dict.fromkeys((french_stem(word), english_stem(word)))
    # A stem of four letters or more also begins its derivatives: mont → montage, monteur.
    return "(" + " OR ".join(f'"{s}"*' if len(s) > 3 else f'"{s}"' for s in alternatives) + ")"


_WEIGHTS = "bm25(search, 0, 0, 8.0, 4.0, 1.0)"


def _by_words(catalogue: Catalogue, groups: tuple[_Group, ...]) -> Iterator[Hit]:
    if not groups:
        return
    each = [f"({' OR '.join(group.alternatives)})" for group in groups]
    typed = " ".join(group.typed for group in groups)
    yield from _matching(catalogue, " AND ".join(each), ALL, "all-words", typed)
    if len(each) > 1:
        yield from _matching(catalogue, " OR ".join(each), SOME, "some-words", typed)


def _matching(
    catalogue: Catalogue, expression: str, base: float, why: Why, typed: str
) -> Iterator[Hit]:
    # Each kind is asked apart, so that the many programmes don't crowd the few jobs out.
    sql = f"""
        SELECT kind, slug, {_WEIGHTS} AS rank FROM search
        WHERE search MATCH ? AND kind = ? ORDER BY rank LIMIT {CANDIDATES}
    """
    rows = [
        row for kind in KINDS for row in catalogue.rows(sql, (expression, _STORED.get(kind, kind)))
    ]
    strongest = min((rank for _, _, rank in rows), default=-1.0) or -1.0
    for stored, slug, rank in rows:
        kind = _kind(stored)
        score = base + 30 * rank / strongest - 2 * _later(kind)
        yield Hit(kind, slug, round(score, 2), why, typed)


def _by_near_name(catalogue: Catalogue, query: str) -> Iterator[Hit]:
    from rapidfuzz import fuzz

    folded = fold(query)
    if len(folded) < 4:
        return
    pieces = dict.fromkeys(folded[i : i + 3] for i in range(len(folded) - 2))
    expression = " OR ".join('"' + piece.replace('"', '""') + '"' for piece in pieces)
    sql = f"""
        SELECT kind, slug, label, folded FROM near_name WHERE near_name MATCH ?
        ORDER BY bm25(near_name) LIMIT {4 * CANDIDATES}
    """
    for stored, slug, label, name in catalogue.rows(sql, (expression,)):
        likeness = fuzz.ratio(folded, name)
        if likeness >= LIKENESS:
            kind = _kind(stored)
            score = NEAR * likeness / 100 - _later(kind)
            yield Hit(kind, slug, round(score, 2), "near-name", label)


def _suggestions(catalogue: Catalogue, query: str) -> tuple[str, ...]:
    from avcareers.text.nearest import nearest

    labels = catalogue.rows("SELECT label FROM name WHERE kind IN ('profession', 'topic', 'stage')")
    return nearest(query, (label for (label,) in labels))


def _named(catalogue: Catalogue, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Give each hit what it is called."""
    sql = "SELECT fr, en FROM title WHERE kind = ? AND slug = ?"
    for hit in hits:
        ((fr, en),) = catalogue.rows(sql, (_STORED.get(hit.kind, hit.kind), hit.slug))
        yield hit._replace(fr=fr, en=en)
