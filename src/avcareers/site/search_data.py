"""What the search in the browser reads: the tables of the command's own search, packed as scripts.

A page opened from a folder can load scripts and nothing else, so the tables are scripts. Numbers are
written in base 64; sorted words leave out what they share with the one before.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from avcareers.present.labels import label
from avcareers.present.search import (
    NEXT_STEPS,
    WHY,
    mended_line,
    near_line,
    unknown_line,
    what_it_is,
)
from avcareers.query.search import (
    cues,
    intents,
    learned,
    ranking,
    refused,
    shorthand,
    tables,
    typos,
    words,
)
from avcareers.query.search.described import described
from avcareers.store.catalogue import Catalogue
from avcareers.text import features, nearest, sounds, stemming
from avcareers.text.folding import fold
from avcareers.text.rising import unpacked
from avcareers.text.wording import Language

from .addresses import FOLDERS, alone
from .edition import Edition
from .sheets import File, as_script

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
MOST_CLASSES = 19
"""Classes kept of each piece, those it speaks most for: 98 first answers in 100 are those of all 32."""
INDEX, WEIGHTS = "assets/search-index.js", "assets/search-weights.js"
_KINDS = {"profession": "job"}
_CONSTANTS = (
    (ranking, ("SUGGESTED_WORDS", "SUGGESTED_NAMES", "EXACT", "OTHER", "NEARLY_EXACT", "SAME_WORDS", "NEAR", "WORDS", "LEARNED", "TAUGHT", "EVENED",
               "COMMONEST", "OTHER_NAME", "KINDS")),
    (learned, ("SUITS",)),
    (cues, ("NOT_ASKED",)),
    (tables, ("BEGUN", "LONGEST_BEGUN")),
    (shorthand, ("SHORTEST_SAID", "SHORTEST_TYPO")),
    (typos, ("TYPOS", "HEARD_TYPOS", "LONGER", "HEARD", "SPELLED", "BEGINNINGS", "KEYS", "LONG", "IN_NAMES", "FURTHER", "SHORT", "TRUST", "NAME_TRUST", "CORRECTIONS", "SHORTEST_PART", "LONGEST_RUN",
             "MOST_PARTS")),
    (intents, ("LONGEST_NAME", "MOST_COMPARED")),
    (nearest, ("SUGGESTIONS", "LIKENESS", "LONGEST_ASKED", "SPREAD")),
    (words, ("LONGEST_QUERY", "LONGEST_SYNONYM", "LONGEST_ABBREVIATION", "MOST_NAMES", "NAMED", "SPLIT", "SYNONYM", "TOGETHER")),
    (features, ("SHORTEST", "LONGEST", "LONGEST_TEXT", "MOST_WEIGHT")),
)  # fmt: skip


def search_files(editions: tuple[Edition, ...]) -> Iterator[File]:
    """Yield the scripts that hold what a search reads: the index, the weights, the words of each language."""
    catalogue = editions[0].catalogue
    yield INDEX, f"avcareersSearch.load({_as_json(_index(catalogue))});\n"
    yield WEIGHTS, f"avcareersSearch.learn({_as_json(_weights(catalogue))});\n"
    for edition in editions:
        yield words_of(edition.language), f"var avcareersSaid = {as_script(_said(edition))};\n"


def words_of(language: Language) -> str:
    """Return the address of what each record is called in a language, and of what it is."""
    return f"assets/search-{language}.js"


def _said(edition: Edition) -> dict[str, Any]:
    """Return what the page of the search says, in a language."""
    words, catalogue = edition.words, edition.catalogue
    hits = described(catalogue, tuple(_every_hit(catalogue)))
    folders = {_KINDS.get(kind, kind): folder[words.language == "en"] + "/"
               for kind, folder in FOLDERS.items()}  # fmt: skip
    return {
        "title": words("Chercher", "Search"),
        "colon": words("\N{NARROW NO-BREAK SPACE}: ", ": "),
        "kinds": {kind: label(words, "search-kind", kind) for kind in ranking.KINDS},
        "folders": {**folders, "programme": folders["school"]},
        "why": {why: words(*said) for why, said in WHY.items()},
        "counted": words("Résultats : {} sur {}", "Results: {} of {}"),
        "nothing": words("Rien trouvé pour « {} ».", "Nothing found for “{}”."),
        "next": words("La suite", "More"),
        "mended": mended_line(words.quoted("{}"), words.quoted("{}"), words),
        "unknown": unknown_line("{}", words),
        "titles": [words.of(hit.name) for hit in hits],
        "says": [what_it_is(hit, words) for hit in hits],
        "outside": {place: words.of(hit.outside) for place, hit in enumerate(hits) if hit.outside},
        "steps": {step: words(*said) for step, said in NEXT_STEPS.items()},
        "near": words("près de {}", "near {}"),
        "names": near_line("{}", words),
        "compare": alone("compare", edition.language).removeprefix("en/"),
    }  # fmt: skip


def _every_hit(catalogue: Catalogue) -> Iterator[ranking.Hit]:
    """Yield everything that can be found."""
    known = tables.SearchTables(catalogue)
    for number, slug, title in known.titles(range(len(known.kinds))):
        yield ranking.Hit(known.kinds[number], slug, title, 0.0, "name", "")


def _index(catalogue: Catalogue) -> dict[str, Any]:
    sizes = catalogue.rows("SELECT kind, count(*) FROM search_title GROUP BY kind ORDER BY kind")
    slugs = catalogue.rows("SELECT slug FROM search_title ORDER BY number")
    known = list(catalogue.rows("SELECT word, uses, names FROM search_word ORDER BY word"))
    return {
        "constants": _constants(),
        "sizes": [[_KINDS.get(kind, kind), size] for kind, size in sizes],
        "slugs": "\n".join(slug for (slug,) in slugs),
        "names": "\n".join(_names(catalogue)),
        "unsaid": sorted(set(_unsaid(catalogue))),
        "stems": {language: _stems(catalogue, language) for language in stemming.STEMMERS},
        "words": [
            _shortened([word for word, *_ in known]),
            "".join(DIGITS[min(uses, 31) + 32 * bool(names)] for _, uses, names in known),
        ],
        "synonyms": "\n".join(_synonyms(catalogue)),
        "places": "\n".join(_places(catalogue)),
    }


def _constants() -> dict[str, Any]:
    return {
        **{name: getattr(module, name) for module, names in _CONSTANTS for name in names},
        "stop": sorted(stemming.STOP_WORDS),
        "beforeHave": sorted(stemming.BEFORE_HAVE),
        # The same in both: only what stands for a group is written otherwise.
        "feminines": [[ending.pattern, masculine.replace("\\", "$")]
                      for ending, masculine in stemming.FEMININES],
        "small": sorted(typos.SMALL),
        "heard": sounds.HEARD,
        "spelt": sounds.SPELT,
        "shorthand": shorthand.SHORTHAND,
        "elided": shorthand.ELIDED.pattern,
        "shortened": shorthand.SHORTENED.pattern,
        "cues": {kind: sorted(said) for kind, said in cues.CUES.items()},
        "asking": sorted(cues.ASKING),
        "asked": sorted(cues.ASKED),
        "ofAJob": sorted(cues.OF_A_JOB),
        "oneself": sorted(cues.ONESELF),
        "liking": sorted(cues.LIKING),
        "refusing": sorted(refused.REFUSING),
        "refusingBefore": {word: sorted(after) for word, after in refused.REFUSING_BEFORE.items()},
        "lacking": sorted(refused.LACKING),
        "resuming": sorted(refused.RESUMING),
        "articles": sorted(refused.ARTICLES),
        "bonus": cues.BONUS,
        "steps": {"pay": sorted(intents.PAY), "compare": sorted(intents.COMPARING),
                  "schools": sorted(intents.LEARNING), "entry-jobs": intents.LOST,
                  "explain": intents.EXPLAINED},
    }  # fmt: skip


def _places(catalogue: Catalogue) -> Iterator[str]:
    """Yield the key of each city, its name, and what else it is called."""
    called: dict[str, list[str]] = {}
    sql = "SELECT slug, folded FROM name WHERE kind = 'place' ORDER BY slug, folded"
    for slug, folded in catalogue.rows(sql):
        called.setdefault(slug, []).append(folded)
    for slug, every in called.items():
        name = str(catalogue.document("place", slug).name)
        others = [folded for folded in every if folded not in {fold(name), fold(slug)}]
        yield "\t".join((slug, name, *others))


def _names(catalogue: Catalogue) -> Iterator[str]:
    before = 0
    sql = "SELECT number, rank, label FROM search_name ORDER BY number, folded"
    for number, rank, name in catalogue.rows(sql):
        for _ in range((number - before) // 63):
            yield f"{DIGITS[63]}0"
            before += 63
        yield f"{DIGITS[number - before]}{DIGITS[rank]}{name}"
        before = number


def _unsaid(catalogue: Catalogue) -> Iterator[int]:
    """Yield the numbers of the records of which a name holds a word that no text of theirs is found by."""
    said: dict[tuple[str, str], frozenset[int]] = {}
    for language, stem, numbers in catalogue.rows(
        "SELECT language, stem, numbers FROM search_stem"
    ):
        said[language, stem] = frozenset(unpacked(numbers))
    for number, name in catalogue.rows("SELECT number, label FROM search_name"):
        for word in stemming.content_words(name):
            stems = ((language, stem(word)) for language, stem in stemming.STEMMERS.items())
            if not any(number in said.get(each, ()) for each in stems):
                yield number


def _stems(catalogue: Catalogue, language: str) -> tuple[str, str, str]:
    """Return the stems of a language, the numbers of the records that say each, and how much each does.

    Numbers are a line each, weights one long line: alike apart, they pack to a twentieth less.
    """
    sql = "SELECT stem, numbers, weights FROM search_stem WHERE language = ? ORDER BY stem"
    rows = list(catalogue.rows(sql, (language,)))
    numbers = "\n".join("".join(_steps(unpacked(numbers))) for _, numbers, _ in rows)
    weights = "".join(DIGITS[weight - 1] for *_, weights in rows for weight in weights)
    return _shortened([stem for stem, *_ in rows]), numbers, weights


def _steps(numbers: Iterable[int]) -> Iterator[str]:
    """Yield each number as the step from the one before."""
    before = -1
    for number in numbers:
        step = number - before
        yield DIGITS[step] if step < 63 else DIGITS[63] + _digits(step, 2)
        before = number


def _postings(weighed: Iterable[tuple[int, int]]) -> str:
    """Return each number as the step from the one before, and its weight, a digit."""
    numbers, weights = zip(*weighed, strict=True) if (weighed := list(weighed)) else ((), ())
    digits = (DIGITS[min(weight, 63)] for weight in weights)
    return "".join(map("".join, zip(_steps(numbers), digits, strict=True)))


def _synonyms(catalogue: Catalogue) -> Iterator[str]:
    by_key: dict[str, list[str]] = {}
    for key, means in catalogue.rows(
        "SELECT key, means FROM search_synonym ORDER BY key, position"
    ):
        by_key.setdefault(key, []).append(means)
    yield from ("\t".join((key, *means)) for key, means in by_key.items())


def _weights(catalogue: Catalogue) -> dict[str, Any]:
    classes = list(catalogue.rows("SELECT number, root_share FROM search_class ORDER BY class"))
    tastes = list(
        catalogue.rows("SELECT root_share, chiefly, too FROM search_taste ORDER BY class")
    )
    rows = list(catalogue.rows("SELECT * FROM search_piece ORDER BY piece"))
    return {
        "numbers": [number for number, _ in classes],
        "roots": [
            round(root, 5)
            for root in (*(each[1] for each in classes), *(each[0] for each in tastes))
        ],
        "tastes": [[*map(unpacked, suited)] for _, *suited in tastes],
        "steps": features.STEPS,
        "pieces": _shortened([piece for piece, *_ in rows]),
        "given": "\n".join(_given(*row) for _, *row in rows),
    }


def _given(rarity: int, taken: int, numbers: bytes, steps: bytes) -> str:
    """Return how rare a piece is, what it takes, and what it gives to those it speaks most for."""
    given = zip(unpacked(numbers), steps, strict=True)
    most = sorted(given, key=lambda each: -each[1])[:MOST_CLASSES]
    return f"{_digits(rarity, 2)}{DIGITS[min(taken, 63)]}{_postings(sorted(most))}"


def _shortened(said: Iterable[str]) -> str:
    """Return sorted words, each as how many letters it shares with the one before, then the others."""
    rows, before = [], ""
    for word in said:
        shared = 0
        while shared < min(len(word), len(before), 63) and word[shared] == before[shared]:
            shared += 1
        rows.append(DIGITS[shared] + word[shared:])
        before = word
    return "\n".join(rows)


def _digits(number: int, count: int) -> str:
    """Return a number in base 64."""
    return "".join(DIGITS[number >> 6 * place & 63] for place in reversed(range(count)))


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
