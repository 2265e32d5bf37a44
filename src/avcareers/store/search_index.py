"""The tables a search reads: names alike, stems and their weights, words, synonyms."""

import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from avcareers.model.content import AnyRecord
from avcareers.model.synonym import Synonym
from avcareers.text.folding import fold
from avcareers.text.stemming import STOP_WORDS, content_words, name_key, word_stems

from .known import Known
from .rows import Row
from .searchable import TITLE, Searchable, Words, searchable

ROWS = 1000
"""Rows held in memory before they are written."""

IN_TITLE, IN_OTHER_NAME = 1.0, 0.92
"""Weight of a word that is a whole name."""
OF_PROGRAMME = 0.9
"""How much is left of the weight of a name when it is a programme's: often only its subject."""
LONG_NAME = 0.33
"""How fast a word of a longer name weighs less: its length to this power divides."""
MOST_BEARERS = 2
"""Bearers of one name past which it says no less of each."""
HELPERS = frozenset({"assistant", "assistante", "adjoint", "adjointe", "stagiaire", "auxiliaire"})
"""Words of a name whose others say who is helped, so that they say less."""
IN_TRAITS = {"stage": 0.5, "school": 0.55, "programme": 0.5}
"""Weight of a word that says what sort of thing it is."""
IN_PLACE = 0.9
"""Weight of a word that says where it is."""
_TEXTS = {"gist": 0.55, "asked": 0.5, "strong": 0.2, "weak": 0.2}
"""Most a word can weigh in each text of a record: what it is in short, how people ask for it, what
it chiefly says, and the rest."""
LONG_TEXT = 0.5
"""How much the length of a text, beside its kind's mean, makes each word weigh less."""
MOST_READ = 15
"""Things of one kind read first for one stem, those most about it, however large the catalogue."""
_HYPHENED = re.compile(r"\w+(?:-\w+)+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
"""Where a name glues two words: CinéFabrique."""
_TURNS = ("profession", "stage", "topic", "school")
"""What is numbered first."""
SHORTEST_MENDED = 3
"""A shorter word is too easily like another."""


class SearchIndex:
    """Fills those tables in two passes: what all say together, then what each says beside it.

    Between the two, what is said is on disk: it would take the memory of the whole catalogue.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a database that can hold temporary tables."""
        self._connection = connection
        self._synonyms: list[Synonym] = []
        self._lengths: dict[tuple[str, str], _Mean] = defaultdict(_Mean)
        """Words of each kind's texts."""
        self._bearers: Counter[str] = Counter()
        """Programmes that bear each name."""
        self._said: dict[str, list[tuple[str]]] = {turn: [] for turn in _TURNS}
        for turn in _TURNS:
            connection.execute(f"CREATE TEMP TABLE said_of_{turn} (said TEXT)")
        connection.execute("CREATE TEMP TABLE weighed (stem, title, kind, weight)")

    def add(self, record: AnyRecord, known: Known) -> None:
        """Take what can be searched of a record."""
        if isinstance(record, Synonym):
            self._synonyms.append(record)
        for each in searchable(record, known):
            for field in _TEXTS:
                self._lengths[each.kind, field].add(len(getattr(each, field).split()))
            if each.kind == "programme":
                self._bearers.update({name_key(name) for _, name in each.names})
            # The programmes of a school follow it.
            turn = each.kind if each.kind in _TURNS else "school"
            self._said[turn].append((json.dumps(each),))
            if len(self._said[turn]) >= ROWS:
                self._write(turn)

    def _write(self, turn: str) -> None:
        insert = f"INSERT INTO said_of_{turn} VALUES (?)"
        self._connection.executemany(insert, self._said[turn])
        self._said[turn].clear()

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Yield the rows of the tables, once all was taken."""
        uses: Counter[str] = Counter()
        for number, each in enumerate(self._searchable()):
            yield "title", (number, each.kind, each.slug, each.title.fr, each.title.en)
            for stem, weight in self._weights(each).items():
                yield "weighed", (stem, number, each.kind, round(weight, 3))
            for rank, label in each.names:
                key = name_key(label)
                # « Montage », borne by a dozen programmes, is the name of none.
                if key and (each.kind != "programme" or self._bearers[key] == 1):
                    yield "search_name", (key, number, fold(label), rank, label)
            uses.update(_words(each))
        for word in sorted(uses):
            if len(word) >= SHORTEST_MENDED and word not in STOP_WORDS:
                yield "search_word", (len(word), word, uses[word])
        for row in _synonyms(self._synonyms):
            yield "search_synonym", row

    def settle(self) -> None:
        """Put the stems in their tables, those read first apart from the rest; rows are in."""
        write = self._connection.execute
        write("""
            CREATE TEMP TABLE placed AS SELECT *, row_number() OVER
            (PARTITION BY stem, kind ORDER BY weight DESC, title) AS place FROM weighed
        """)
        write("DROP TABLE weighed")
        for table, said, places in (
            ("search_stem", "stem, title, kind, weight", "<="),
            ("search_rest", "stem, title, weight", ">"),
        ):
            write(
                f"INSERT INTO {table} SELECT {said} FROM placed "
                f"WHERE place {places} ? ORDER BY stem, title",
                (MOST_READ,),
            )
        write("INSERT INTO search_size SELECT kind, COUNT(*) FROM title GROUP BY kind")
        write(
            """
            INSERT INTO search_common
            SELECT stem, SUM(weight / number * (place <= ?)) / (SELECT COUNT(*) FROM search_size),
                   SUM(weight / number) / (SELECT COUNT(*) FROM search_size)
            FROM placed JOIN search_size USING (kind)
            WHERE stem IN (SELECT stem FROM search_rest) GROUP BY stem
            """,
            (MOST_READ,),
        )
        write("DROP TABLE placed")

    def _searchable(self) -> Iterator[Searchable]:
        for turn in _TURNS:
            self._write(turn)
            for (said,) in self._connection.execute(f"SELECT said FROM said_of_{turn}"):
                kind, slug, title, names, *texts = json.loads(said)
                yield Searchable(kind, slug, Words(*title), names, *texts)
            self._connection.execute(f"DROP TABLE said_of_{turn}")

    def _weights(self, each: Searchable) -> dict[str, float]:
        """Give how much a thing is about each stem."""
        weights = _in_names(each.names, self._bearers if each.kind == "programme" else {})
        traits = dict.fromkeys(_all_stems(each.traits), 1.0)
        _add(weights, traits, IN_TRAITS.get(each.kind, 0.0))
        _add(weights, dict.fromkeys(_all_stems(each.where), 1.0), IN_PLACE)
        for field, most in _TEXTS.items():
            mean = self._lengths[each.kind, field].mean
            _add(weights, _in_text(getattr(each, field), mean), most)
        return weights


class _Mean:
    """The mean of what was added."""

    def __init__(self) -> None:
        self._sum = self._count = 0

    def add(self, number: int) -> None:
        self._sum += number
        self._count += 1

    @property
    def mean(self) -> float:
        return max(1.0, self._sum / self._count)


def _words(each: Searchable) -> set[str]:
    names = " ".join(name for _, name in each.names)
    return set(
        fold(
            " ".join((names, each.traits, each.where, *(getattr(each, f) for f in _TEXTS)))
        ).split()
    )


def _synonyms(synonyms: Iterable[Synonym]) -> Iterator[Row]:
    """Yield what people type, as stems, and each of its meanings."""
    means: dict[str, dict[str, None]] = {}
    for synonym in synonyms:
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
        *(fold(w).replace(" ", "") for w in (_HYPHENED.findall(text) if "-" in text else ())),
    ):
        yield from word_stems(word)


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
