"""One ranked list over jobs, schools, programmes, topics and stages."""

from collections.abc import Iterable, Mapping
from heapq import nsmallest
from math import log, sqrt
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from avcareers.model.answer import Rows, Unpublished
from avcareers.model.errors import BadValueError
from avcareers.model.vocabulary import Award, SchoolKind, SearchKind
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold
from avcareers.text.stemming import content_words

from .cues import bonuses
from .described import described
from .intents import Intent, intents
from .learned import likely
from .refused import wanted
from .shorthand import spelled_out
from .tables import SearchTables, Strengths, Title
from .typos import Vocabulary
from .words import Meaning, as_meant, understand

if TYPE_CHECKING:
    from avcareers.model.base import Text

KINDS: tuple[SearchKind, ...] = ("job", "stage", "topic", "school", "programme")
"""Kinds, in the order that decides between equal scores: a job is what most people look for."""

Why = Literal["name", "other-name", "near-name", "all-words", "meaning", "read-as", "some-words"]

EXACT, OTHER, NEARLY_EXACT, SAME_WORDS, NEAR = 400.0, 300.0, 200.0, 92.0, 88.0
"""Points of an exact title, another exact name, one but for typos, one of the same words, and that but
for typos. Nothing outdoes an exact name."""
WORDS = 84.0
"""Points of a record wholly about every word."""
LEARNED = 40.0
"""Points of a record that the words of the query speak for, as much as they usually do for a good
answer."""
TAUGHT = 0.2
"""How much any words speak for what schools and programmes they find, whose names are not learned."""
EVENED = 0.9
"""Power of the strengths added up: below 1, several words in passing may outdo one wholly."""
COMMONEST = 0.0005
"""Share of records under which a word is not rarer for being in fewer."""
OTHER_NAME = 2
"""Rank of a name that is not a title."""
SUGGESTED_WORDS, SUGGESTED_NAMES = 4, 20
"""Words of a query that found nothing looked at, and names that each may suggest."""


class Hit(NamedTuple):
    """Something a search found."""

    kind: SearchKind
    """What it is."""
    slug: str
    """Key; `school/programme` for a programme."""
    name: Title
    """What it is called."""
    score: float
    """Points: only their order means something."""
    why: Why
    """How it matched."""
    matched: str
    """The name, or the words of the query, that matched."""
    outside: "Text | None" = None
    """What the catalogue leaves out, when that is what a topic explains."""
    says: "Text | None" = None
    """What it is, in a sentence: of a job or a stage; of a topic, the first thing it answers."""
    school_kind: SchoolKind | None = None
    """Who owns it, of a school; nothing when unknown."""
    cities: tuple[str, ...] = ()
    """Names of the cities where it teaches, or is taught."""
    teaches: tuple[str, ...] = ()
    """What a school teaches, by the names of its programmes."""
    award: Award | None = None
    """Nature of the diploma, of a programme."""
    apprenticeship: bool = False
    """Whether it is a national diploma done as an apprentice only, of a programme."""


class Found(NamedTuple):
    """What a query found."""

    query: Annotated[str, Unpublished]
    hits: Annotated[tuple[Hit, ...], Rows]
    """What was found, the best first."""
    total: Annotated[int, Unpublished]
    """How many were, before any limit."""
    suggestions: Annotated[tuple[str, ...], Unpublished]
    """Names near the query, when nothing was found."""
    intents: Annotated[tuple[Intent, ...], Unpublished] = ()
    """What the query asks to do."""
    mended: Annotated[tuple[tuple[str, str], ...], Unpublished] = ()
    """Words that nothing says, and what each was read as."""
    unknown: Annotated[tuple[str, ...], Unpublished] = ()
    """Words that nothing says or stands for."""
    kinds: Annotated[tuple[SearchKind, ...], Unpublished] = ()
    """The kinds that were searched, when not all were."""
    elsewhere: Annotated[int, Unpublished] = 0
    """How many of the other kinds were found."""


class _Match(NamedTuple):
    """A name that a record is found by."""

    score: float
    why: Why
    matched: str


class _Group(NamedTuple):
    """A word of the query, or a few in a row that mean something together."""

    typed: str
    read_as: str
    """What it was read as, when no record says it; or nothing."""
    said_by: frozenset[int]
    """Records that say all of it, rather than what it may stand for."""
    in_part: Mapping[int, str]
    """Records that say some of its words only, and those words."""
    strengths: Strengths
    rarity: float
    """How much finding it says: what few records are about says more."""


def search(
    catalogue: Catalogue, query: str, *, kinds: tuple[SearchKind, ...] = (), limit: int = 10
) -> Found:
    """Return what a query finds, the best first.

    A record has points for its name when it is what was asked for, or else for how much it is about
    the words: a rare word counts more than a common one, a word of a name more than one of a text. To
    these are added what the words speak for, by all that was learned. An exact name comes first. The
    order is total: points, kind, slug. Raise BadValueError when the query is blank.
    """
    if not query.strip():
        raise BadValueError("search", query, ())
    tables, vocabulary = SearchTables(catalogue), Vocabulary(catalogue)
    written = spelled_out(query, tables, vocabulary)
    looked_for = wanted(written)
    meanings = understand(looked_for, tables, vocabulary)
    meant = as_meant(looked_for, meanings)
    asked = bonuses(as_meant(written, meanings))
    groups = _groups(tables, meanings)
    named = _by_name(tables, written) or _by_near_name(tables, meanings, fold(meant))
    scores = _scores(tables, _by_words(groups), named, asked, likely(catalogue, meant))
    best = _best(tables, scores, kinds or KINDS, limit)
    hits = tuple(
        Hit(tables.kinds[number], slug, title, scores[number], *_why(number, named, groups))
        for number, slug, title in tables.titles(best)
    )
    total = sum(tables.kinds[number] in (kinds or KINDS) for number in scores)
    return Found(
        query,
        described(catalogue, hits),
        total,
        () if hits else _suggestions(query, tables, vocabulary),
        intents(meant, catalogue, tables),
        tuple((group.typed, group.read_as) for group in groups if group.read_as),
        tuple(group.typed for group in groups if not group.strengths),
        kinds,
        len(scores) - total,
    )


def _by_name(tables: SearchTables, query: str) -> dict[int, _Match]:
    """Return the records that have the name asked for, or one of the same words."""
    typed = fold(query)
    best: dict[int, _Match] = {}
    for name in tables.names(query):
        other = name.rank == OTHER_NAME
        score = OTHER if other else EXACT
        if name.folded != typed:
            score = SAME_WORDS - name.rank
        if name.number not in best or score > best[name.number].score:
            best[name.number] = _Match(score, "other-name" if other else "name", name.label)
    return best


def _by_near_name(
    tables: SearchTables, meanings: tuple[Meaning, ...], meant: str
) -> dict[int, _Match]:
    """Return the records that have the name asked for, its typos corrected."""
    best: dict[int, _Match] = {}
    for name in tables.names(" ".join(meaning.corrected for meaning in meanings)):
        score = NEARLY_EXACT if name.folded == meant else NEAR
        if name.number not in best or score > best[name.number].score:
            best[name.number] = _Match(score, "near-name", name.label)
    return best


def _by_words(groups: list[_Group]) -> dict[int, float]:
    """Return the score of each record: the mean of its strengths, the rare words above all."""
    scores: dict[int, float] = {}
    whole = sum(group.rarity for group in groups)
    for group in groups:
        most = WORDS * group.rarity / whole
        for number, strength in group.strengths.items():
            scores[number] = scores.get(number, 0.0) + most * strength**EVENED
    return scores


def _groups(tables: SearchTables, meanings: tuple[Meaning, ...]) -> list[_Group]:
    """Return what is about each meaning of the query."""
    strengths = [_about_any(tables, meaning) for meaning in meanings]
    rarities = [_rarity(tables, about) for about in strengths]
    return [
        _Group(
            meaning.typed,
            meaning.read_as,
            _said_by(tables, meaning),
            _said_in_part(tables, meaning, about),
            about,
            rarity,
        )
        for meaning, about, rarity in zip(meanings, strengths, rarities, strict=True)
    ]


def _said_by(tables: SearchTables, meaning: Meaning) -> frozenset[int]:
    """Return the records that say all the words typed, or forms of them."""
    if meaning.read_as:
        return frozenset()
    return frozenset.intersection(*map(tables.says, meaning.typed.split()))


def _said_in_part(tables: SearchTables, meaning: Meaning, about: Strengths) -> dict[int, str]:
    """Return, of the records that are about some of the words of a meaning only, those words."""
    words = meaning.typed.split()
    if len(words) == 1:
        return {}
    some = about.keys() - _about_any(tables, meaning, in_part=False).keys()
    return {
        number: " ".join(word for word in words if number in tables.about(word)) for number in some
    }


def _about_any(tables: SearchTables, meaning: Meaning, *, in_part: bool = True) -> Strengths:
    """Return how much each record is about what a meaning may stand for.

    Only the words as typed may be said in part, those of the other ways together. What stands for a
    school stands for no other: Besson founded the École de la Cité, not Paris Cité.
    """
    (typed, _), *others = meaning.ways
    best = dict(_mean(map(tables.about, typed.split()), together=not in_part))
    for words, trust in others:
        only = frozenset() if meaning.read_as else tables.of_school(words)
        for number, strength in _mean(map(tables.about, words.split()), together=True).items():
            if trust * strength > best.get(number, 0.0) and (not only or number in only):
                best[number] = trust * strength
    return best


def _mean(about: Iterable[Strengths], *, together: bool) -> Strengths:
    """Return the mean strength of several words: of each record, or of those that say them all."""
    each = list(about)
    if len(each) == 1:
        return each[0]
    numbers = map(frozenset, each)
    said = frozenset.intersection(*numbers) if together else frozenset[int]().union(*numbers)
    return {number: sum(word.get(number, 0.0) for word in each) / len(each) for number in said}


def _rarity(tables: SearchTables, strengths: Strengths) -> float:
    """Return how much finding something says, from the mean share of each kind it finds.

    The root keeps one rare word from outweighing all the others.
    """
    sums = dict.fromkeys(tables.sizes, 0.0)
    for number, strength in strengths.items():
        sums[tables.kinds[number]] += strength
    shares = [sums[kind] / size for kind, size in tables.sizes.items()]
    share = sum(shares) / max(1, len(shares))
    return sqrt(log(1 + 1 / max(share, COMMONEST)))


def _scores(
    tables: SearchTables,
    words: Mapping[int, float],
    named: Mapping[int, _Match],
    bonus: Mapping[str, float],
    learned: Mapping[int | None, float],
) -> dict[int, float]:
    """Return the points of each record found.

    A name is what was asked for, whatever its kind: only what is found by words has a bonus.
    """
    place = {kind: -float(place) for place, kind in enumerate(KINDS)}
    none = TAUGHT + max(0.0, learned[None])
    scores: dict[int, float] = {}
    for number in {**words, **named}:
        kind = tables.kinds[number]
        if number not in named:
            found = words[number] + bonus.get(kind, 0.0)
        else:
            found = named[number].score
            if kind == "programme" and found <= SAME_WORDS:
                found += bonus.get(kind, 0.0)
        scores[number] = round(found + place[kind] + LEARNED * learned.get(number, none), 2)
    return scores


def _best(
    tables: SearchTables, scores: Mapping[int, float], kinds: tuple[SearchKind, ...], limit: int
) -> list[int]:
    """Return the records of those kinds that score the most, in order."""
    place = {kind: KINDS.index(kind) for kind in kinds}
    ordered = (
        (-score, place[tables.kinds[number]], number)
        for number, score in scores.items()
        if tables.kinds[number] in place
    )
    return [number for *_, number in nsmallest(limit, ordered)]


def _why(number: int, named: Mapping[int, _Match], groups: list[_Group]) -> tuple[Why, str]:
    """Return how a record matched, and the name or words that did."""
    if number in named:
        return named[number].why, named[number].matched
    found = [group for group in groups if number in group.strengths]
    read = [group.read_as for group in found if group.read_as]
    if read:
        return "read-as", " ".join(read)
    typed = " ".join(group.in_part.get(number, group.typed) for group in found)
    if len(found) < len(groups) or any(number in group.in_part for group in found):
        return "some-words", typed
    return "all-words" if all(number in group.said_by for group in found) else "meaning", typed


def _suggestions(query: str, tables: SearchTables, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return names of what is most about the words most like those of the query."""
    from avcareers.text.nearest import nearest

    best: dict[int, None] = {}
    for word in content_words(query)[:SUGGESTED_WORDS]:
        for alike in vocabulary.alike(word):
            about = tables.about(alike)
            first = nsmallest(SUGGESTED_NAMES, about, key=lambda number: (-about[number], number))
            best.update(dict.fromkeys(first))
    return nearest(query, (name for titled in tables.titles(best) for name in titled.title))
