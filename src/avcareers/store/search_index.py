"""The tables a search reads: names alike, stems and their weights, words, synonyms."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from statistics import fmean
from typing import NamedTuple

from avcareers.model.content import Content
from avcareers.model.synonym import Synonym
from avcareers.text.features import MOST_WEIGHT
from avcareers.text.folding import fold
from avcareers.text.rising import packed
from avcareers.text.stemming import STEMMERS, STOP_WORDS, content_words, name_key
from avcareers.text.wording import LANGUAGES, Language

from .known import Known
from .learning import learned_rows
from .rows import TableRow
from .searchable import TITLE, Called, Searchable, searchable

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
IN_TRAITS = {"profession": 0.3, "stage": 0.5, "school": 0.55, "programme": 0.5}
"""Weight of a word that says what sort of thing it is."""
IN_PLACE = 0.9
"""Weight of a word that says where it is."""
_TEXTS = {"gist": 0.65, "asked": 0.6, "tastes": 0.35, "strong": 0.25, "weak": 0.25}
"""Most a word can weigh in each text of a record: what it is in short, how people ask for it, the
tastes it suits, what it chiefly says, and the rest."""
LONG_TEXT = 0.5
"""How much the length of a text, beside its kind's mean, makes each word weigh less."""
_HYPHENED = re.compile(r"\w+(?:-\w+)+")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
"""Where a name glues two words: CinéFabrique."""
SHORTEST_CORRECTED = 3
"""A shorter word is too easily like another."""

Stem = tuple[Language, str]
"""A stem, and the language of the words it is of."""


def search_rows(content: Content, known: Known) -> Iterator[TableRow]:
    """Yield each row of the search tables, after the name of its table."""
    things = sorted(_things(content, known), key=lambda each: (each.kind, each.slug))
    statistics = _Statistics.of(things)
    numbers: dict[Stem, array[int]] = defaultdict(lambda: array("L"))
    weights: dict[Stem, bytearray] = defaultdict(bytearray)
    uses: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for number, each in enumerate(things):
        yield "search_title", (number, each.kind, each.slug, each.title.fr, each.title.en)
        yield from _name_rows(number, each, statistics.bearers)
        for stem, weight in _weights(each, statistics).items():
            numbers[stem].append(number)
            weights[stem].append(max(1, round(MOST_WEIGHT * weight)))
        uses.update(_words(each))
        names.update(set(fold(" ".join(called.name for called in each.names)).split()))
    for stem in sorted(numbers):
        said = numbers[stem]
        yield "search_stem", (*stem, packed(said), bytes(weights[stem]))
    for word in sorted(uses):
        if len(word) >= SHORTEST_CORRECTED and word not in STOP_WORDS:
            yield "search_word", (len(word), word, uses[word], names[word])
    yield from _synonym_rows(content.synonyms)
    yield from learned_rows(things, content.synonyms)


class _Statistics(NamedTuple):
    """What the weight of a word takes from all the other things."""

    mean_lengths: dict[tuple[str, str, Language], float]
    """Words in each text of each kind, in each language."""
    bearers: Counter[str]
    """Programmes that bear each name."""
    ordinary: frozenset[str]
    """Words that say what jobs are."""

    @classmethod
    def of(cls, things: list[Searchable]) -> "_Statistics":
        lengths: dict[tuple[str, str, Language], list[int]] = defaultdict(list)
        bearers: Counter[str] = Counter()
        for each in things:
            for field, language in product(_TEXTS, LANGUAGES):
                lengths[each.kind, field, language].append(len(each.said(field, language).split()))
            if each.kind == "programme":
                bearers.update({name_key(called.name) for called in each.names})
        jobs = (text for each in things if each.kind == "profession" for text in _texts(each))
        ordinary = frozenset(fold(" ".join(jobs)).split())
        means = {key: max(1.0, fmean(some)) for key, some in lengths.items()}
        return cls(means, bearers, ordinary)


def _things(content: Content, known: Known) -> Iterator[Searchable]:
    for _, record in content.all_records():
        yield from searchable(record, known)


def _name_rows(number: int, each: Searchable, bearers: Mapping[str, int]) -> Iterator[TableRow]:
    for rank, label, _ in each.names:
        key = name_key(label)
        # « Montage », borne by a dozen programmes, is the name of none.
        if key and (each.kind != "programme" or bearers[key] == 1):
            yield "search_name", (key, number, fold(label), rank, label)


def _weights(each: Searchable, statistics: _Statistics) -> dict[Stem, float]:
    """Return how much a thing is about each stem, from 0 to 1."""
    weights = _in_names(each.names, statistics.bearers if each.kind == "programme" else {})
    traits = dict.fromkeys(_all_stems(each.traits, LANGUAGES), 1.0)
    _add(weights, traits, IN_TRAITS.get(each.kind, 0.0))
    _add(weights, dict.fromkeys(_in_places(each.where, statistics.ordinary), 1.0), IN_PLACE)
    for (field, most), language in product(_TEXTS.items(), LANGUAGES):
        mean_length = statistics.mean_lengths[each.kind, field, language]
        _add(weights, _in_text(each.said(field, language), language, mean_length), most)
    return weights


def _synonym_rows(synonyms: Iterable[Synonym]) -> Iterator[TableRow]:
    """Yield what people type, as stems, and each of its meanings."""
    means: dict[str, dict[str, None]] = {}
    for synonym in synonyms:
        for typed in synonym.words:
            meanings = (" ".join(content_words(mean)) for mean in synonym.means)
            means.setdefault(name_key(typed), {}).update(dict.fromkeys(meanings))
    for key, all_means in means.items():
        for position, mean in enumerate(all_means):
            yield "search_synonym", (key, position, mean)


def _texts(each: Searchable) -> Iterator[str]:
    """Yield all the texts of a thing, in both languages."""
    for field, language in product(_TEXTS, LANGUAGES):
        yield each.said(field, language)


def _words(each: Searchable) -> set[str]:
    """Return the folded words of all that is said of a thing."""
    names = (called.name for called in each.names)
    return set(fold(" ".join((*names, each.traits, *each.where, *_texts(each)))).split())


def _all_stems(text: str, languages: Iterable[Language]) -> Iterator[Stem]:
    """Yield the stems of a text, and those of its hyphened words written as one.

    An acronym is no plural: INSAS is not several INSA. Whoever types it finds it by its French stem.
    """
    hyphened = _HYPHENED.findall(text) if "-" in text else ()
    words = (*content_words(text), *(fold(each).replace(" ", "") for each in hyphened))
    acronyms = frozenset(map(str.lower, _ACRONYM.findall(text)))
    for language, word in product(languages, words):
        if language == "fr" or word not in acronyms:
            yield language, STEMMERS[language](word)


def _in_names(names: Iterable[Called], bearers: Mapping[str, int]) -> dict[Stem, float]:
    """Return the most each stem weighs in a name: the shorter the name, the more it says.

    A name that several programmes bear says less of each.
    """
    weights: dict[Stem, float] = {}
    kept = OF_PROGRAMME if bearers else 1.0
    for rank, name, languages in names:
        words = content_words(name)
        if not words:
            # A name without letters or digits: nobody can search for it.
            continue
        length = len(words) + any(word in HELPERS for word in words)
        length *= min(MOST_BEARERS, bearers.get(name_key(name), 1))
        weight = kept * (IN_TITLE if rank == TITLE else IN_OTHER_NAME) / length**LONG_NAME
        for stem in _all_stems(f"{name} {_CAMEL.sub(' ', name)}", languages):
            weights[stem] = max(weights.get(stem, 0.0), weight)
    return weights


def _in_places(places: Iterable[str], ordinary: frozenset[str]) -> Iterator[Stem]:
    """Yield the stems of names of places. Said in part, one must be no ordinary word.

    « Fort en maths » is not in Fort-de-France, which is said whole; « boulogne » is enough.
    """
    for place in places:
        words = content_words(place)
        said = words if len(words) == 1 else [word for word in words if word not in ordinary]
        yield from _all_stems(" ".join(said), ("fr",))
        if len(words) > 1:
            yield from _all_stems("".join(words), ("fr",))


def _in_text(text: str, language: Language, mean_length: float) -> dict[Stem, float]:
    """Return how much a text is about each stem, from 0 to 1, as BM25 does."""
    counts = Counter(_all_stems(text, (language,))) if text else Counter[Stem]()
    norm = 1 - LONG_TEXT + LONG_TEXT * len(text.split()) / mean_length
    return {stem: count / (count + norm) for stem, count in counts.items()}


def _add(weights: dict[Stem, float], more: dict[Stem, float], most: float) -> None:
    """Add weights so that none goes past 1."""
    for stem, weight in more.items():
        weights[stem] = 1 - (1 - weights.get(stem, 0.0)) * (1 - most * weight)
