"""The tables a search reads: names alike, stems and their weights, words, synonyms."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection
from typing import Any

from avcareers.model.content import Content
from avcareers.text.folding import fold
from avcareers.text.stemming import STOP_WORDS, content_words, name_key, word_stems

from .searchable import TITLE, Searchable

Row = tuple[Any, ...]

IN_TITLE, IN_OTHER_NAME = 1.0, 0.9
"""Weight of a word that is a whole name."""
OF_PROGRAMME = 0.9
"""How much is left of the weight of a name when it is a programme's: often only its subject."""
LONG_NAME = 0.25
"""How fast a word of a longer name weighs less: its length to this power divides."""
MOST_BEARERS = 2
"""Bearers of one name past which it says no less of each."""
HELPERS = frozenset({"assistant", "assistante", "adjoint", "adjointe", "stagiaire", "auxiliaire"})
"""Words of a name whose others say who is helped, so that they say less."""
IN_TRAITS = {"stage": 0.5, "school": 0.7, "programme": 0.5}
"""Weight of a word that says what sort of thing it is, or where."""
IN_GIST, IN_STRONG, IN_WEAK = 0.7, 0.4, 0.3
"""Most a word can weigh in a record's gist, in what it chiefly says, and in the rest."""
LONG_TEXT = 0.5
"""How much the length of a text, beside its kind's mean, makes each word weigh less."""
MOST_READ = 30
"""Things of one kind read first for one stem, those most about it, however large the catalogue."""
_HYPHENED = re.compile(r"\w+(?:-\w+)+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
"""Where a name glues two words: CinéFabrique."""
SHORTEST_MENDED = 3
"""A shorter word is too easily like another."""


def titles(found: Iterable[Searchable]) -> Iterator[Row]:
    """Yield what each thing is called, numbered."""
    for number, each in enumerate(found):
        yield number, each.kind, each.slug, each.title.fr, each.title.en


def name_keys(found: Sequence[Searchable]) -> Iterator[Row]:
    """Yield each name as sorted stems, but the names of programmes that several bear."""
    # « Montage », borne by a dozen programmes, is the name of none.
    bearers = _bearers(found)
    for number, each in enumerate(found):
        for rank, label in each.names:
            key = name_key(label)
            if key and (each.kind != "programme" or bearers[key] == 1):
                yield key, number, fold(label), rank, label


def stem_weights(found: Sequence[Searchable]) -> Iterator[Row]:
    """Yield how much each thing is about each stem."""
    gist = _mean_lengths((each.kind, each.gist) for each in found)
    strong = _mean_lengths((each.kind, each.strong) for each in found)
    weak = _mean_lengths((each.kind, each.weak) for each in found)
    bearers = _bearers(found)
    for number, each in enumerate(found):
        weights = _in_names(each.names, bearers if each.kind == "programme" else {})
        traits = dict.fromkeys(_all_stems(each.traits), 1.0)
        _add(weights, traits, IN_TRAITS.get(each.kind, 0.0))
        _add(weights, _in_text(each.gist, gist[each.kind]), IN_GIST)
        _add(weights, _in_text(each.strong, strong[each.kind]), IN_STRONG)
        _add(weights, _in_text(each.weak, weak[each.kind]), IN_WEAK)
        for stem, weight in weights.items():
            yield stem, number, each.kind, round(weight, 3)


def write_stems(connection: Connection, weights: Iterable[Row]) -> None:
    """Write how much each thing is about each stem, those read first apart from the rest."""
    write = connection.execute
    write("CREATE TEMP TABLE said (stem, title, kind, weight)")
    connection.executemany("INSERT INTO said VALUES (?, ?, ?, ?)", weights)
    write("""
        CREATE TEMP TABLE placed AS
        SELECT *, row_number() OVER (PARTITION BY stem, kind ORDER BY weight DESC, title) AS place
        FROM said
    """)
    write("DROP TABLE said")
    for table, places in (("search_stem", "<="), ("search_rest", ">")):
        write(
            f"INSERT INTO {table} SELECT stem, title, kind, weight FROM placed "
            f"WHERE place {places} ? ORDER BY stem, title",
            (MOST_READ,),
        )
    write(
        """
        INSERT INTO search_common
        WITH size AS (SELECT kind, COUNT(*) AS number FROM title GROUP BY kind)
        SELECT stem, SUM(weight / number * (place <= ?)) / (SELECT COUNT(*) FROM size),
               SUM(weight / number) / (SELECT COUNT(*) FROM size)
        FROM placed JOIN size USING (kind)
        WHERE stem IN (SELECT stem FROM search_rest) GROUP BY stem
        """,
        (MOST_READ,),
    )
    write("DROP TABLE placed")


def word_uses(found: Iterable[Searchable]) -> Iterator[Row]:
    """Yield every word worth mending a query with, and in how many things it is said."""
    uses: Counter[str] = Counter()
    for each in found:
        names = " ".join(name for _, name in each.names)
        uses.update(
            set(fold(f"{names} {each.traits} {each.gist} {each.strong} {each.weak}").split())
        )
    for word in sorted(uses):
        if len(word) >= SHORTEST_MENDED and word not in STOP_WORDS:
            yield len(word), word, uses[word]


def synonyms(content: Content) -> Iterator[Row]:
    """Yield what people type, as stems, and each of its meanings."""
    means: dict[str, dict[str, None]] = {}
    for synonym in content.synonyms:
        for typed in synonym.words:
            meanings = (" ".join(content_words(mean)) for mean in synonym.means)
            means.setdefault(name_key(typed), {}).update(dict.fromkeys(meanings))
    for key, all_means in means.items():
        for position, mean in enumerate(all_means):
            yield key, position, mean


def _all_stems(text: str) -> Iterator[str]:
    """Yield the stems of a text, and those of its hyphened words written as one."""
    for word in (
        *content_words(text),
        *(fold(w).replace(" ", "") for w in _HYPHENED.findall(text)),
    ):
        yield from word_stems(word)


def _bearers(found: Iterable[Searchable]) -> Counter[str]:
    """Count the programmes that bear each name."""
    return Counter(key for each in found if each.kind == "programme"
                   for key in {name_key(name) for _, name in each.names})  # fmt: skip


def _in_names(names: Iterable[tuple[int, str]], bearers: Mapping[str, int]) -> dict[str, float]:
    """Give the most each stem weighs in a name: the shorter the name, the more it says.

    A name that several programmes bear says less of each.
    """
    weights: dict[str, float] = {}
    kept = OF_PROGRAMME if bearers else 1.0
    for rank, name in names:
        words = content_words(name)
        if not words:
            # A name without letters or digits: nobody can search for it.
            continue
        length = len(words) + any(word in HELPERS for word in words)
        length *= min(MOST_BEARERS, bearers.get(name_key(name), 1))
        weight = kept * (IN_TITLE if rank == TITLE else IN_OTHER_NAME) / length**LONG_NAME
        for stem in _all_stems(f"{name} {_CAMEL.sub(' ', name)}"):
            weights[stem] = max(weights.get(stem, 0.0), weight)
    return weights


def _in_text(text: str, mean_length: float) -> dict[str, float]:
    """Give how much a text is about each stem, from 0 to 1, as BM25 does."""
    counts = Counter(_all_stems(text)) if text else Counter[str]()
    norm = 1 - LONG_TEXT + LONG_TEXT * len(text.split()) / mean_length
    return {stem: count / (count + norm) for stem, count in counts.items()}


def _add(weights: dict[str, float], more: dict[str, float], most: float) -> None:
    """Add weights so that none goes past 1."""
    for stem, weight in more.items():
        weights[stem] = 1 - (1 - weights.get(stem, 0.0)) * (1 - most * weight)


def _mean_lengths(texts: Iterable[tuple[str, str]]) -> dict[str, float]:
    lengths: dict[str, list[int]] = {}
    for kind, text in texts:
        lengths.setdefault(kind, []).append(len(text.split()))
    return {kind: max(1.0, sum(some) / len(some)) for kind, some in lengths.items()}
