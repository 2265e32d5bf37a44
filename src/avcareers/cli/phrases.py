"""A phrase that clearly asks for one thing → the command that answers it, and what it left aside."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from avcareers.query.questions import EARNING, FILLING, NO_SCHOOL
from avcareers.query.search.intents import COMPARING, LONGEST_NAME

from .loose import LONGEST, SMALL, WHOLE_FIELD

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording

BECOMING = (
    "aimerais devenir", "aimerais etre", "become", "becoming", "devenir", "pour etre", "to be a",
    "veux devenir", "veux etre", "voudrais devenir", "voudrais etre", "want to be",
)  # fmt: skip
"""What people say before the job they aim at, folded."""
DEFINING = (
    "c est quoi", "cest quoi", "qu est ce qu", "qu est ce que c est", "que fait", "qu est ce que",
    "what does", "what is", "what s",
)  # fmt: skip
"""What people say of a word they want explained, folded."""
EITHER = frozenset({"contre", "or", "ou", "versus", "vs"})
"""Words, folded, that stand between two things one hesitates between."""
AGE = frozenset({"an", "ans", "years"})
"""Words, folded, that follow the number of an age."""
BEGINNING = frozenset({"beginner", "debut", "debutant", "debutante", "debuter", "junior"})
"""Words, folded, of who begins."""
SAYS_NOTHING = FILLING | SMALL | WHOLE_FIELD | {
    "ai", "am", "be", "cest", "comment", "difference", "differences", "entre", "between", "heure", "i", "j", "jour",
    "m", "metier", "quoi", "sans", "long", "longtemps", "semaine", "suis",
    "temps", "time", "veut", "week", "without", "depuis", "euro", "euros", "partir", "rapport", "partant", "from", "starting", "habite", "habitant", "live", "living",
}  # fmt: skip
"""Words, folded, that one need not be told were left aside."""
_PLANNED = {"near": "--near", "alternance": "--alternance", "max_fees": "--max-fees",
            "recognised": "--recognised"}  # fmt: skip
"""Filters of schools that a plan has too."""
_AIMING = frozenset(word for said in BECOMING for word in said.split())
_NAMES_NOTHING = SAYS_NOTHING | EARNING | COMPARING | _AIMING
_YEAR = re.compile(r"(?:19|20)\d\d")
_EVOLVING = frozenset({
    "augmentation", "augmentations", "change", "changed", "evolue", "evolution", "evolved", "historique", "history", "hausse",
})  # fmt: skip
"""Words, folded, that ask how pay moved."""
LEFT_AT_MOST = 3
"""Words left aside at which a phrase still asks clearly."""
MOST_ALSO = 3
"""Other records of the same name that are told."""


class Answer(NamedTuple):
    """What answers a phrase."""

    command: tuple[str, ...]
    also: tuple[tuple[str, ...], ...] = ()
    """Commands that answer for what else the same words may name."""
    left: tuple[str, ...] = ()
    """Words of the phrase that the command does not hold."""
    first_jobs: tuple[tuple[str, ...], ...] = ()
    """Commands that answer for who begins, when the phrase says so."""
    start_unsaid: bool = False
    """True if a plan was asked for by who does not say where they stand."""
    from_a_job: tuple[str, ...] = ()
    """The same plan from the job that a word names, which may be the trade of another field."""
    explained: tuple[tuple[str, ...], ...] = ()
    """Commands that explain what the phrase says beside."""
    note: tuple[str, ...] = ()
    """What has to be known of the answer, in French and in English."""


class _Named(NamedTuple):
    """A job that a few words in a row name."""

    first: int
    last: int
    jobs: tuple[str, ...]
    """Keys, the one meant first."""
    sure: bool
    """False when several may be meant as well."""


def answer_to(catalogue: "Catalogue", text: str) -> Answer | None:
    """Return what answers a phrase that asks what a job earns, how to become one, or which of two."""
    from avcareers.text.folding import fold

    words = fold(text).split()
    found = compared(catalogue, words)
    if found is None and _goal(words) is not None:
        found = planned(catalogue, words)
    if found is None and not EARNING.isdisjoint(words):
        found = paid(catalogue, words)
    return found if found and len(found.left) <= LEFT_AT_MOST else None


def defined(text: str) -> str:
    """Return the name that a phrase asks to explain, « c’est quoi un mixeur »; nothing if it asks else."""
    from avcareers.text.folding import fold

    asked = f" {fold(text)} "
    said = max((each for each in DEFINING if f" {each} " in asked), key=len, default="")
    return " ".join(trimmed(asked.replace(f" {said} ", " ").split())) if said else ""


def explanation(answer: Answer, spoken: "Wording") -> Iterator[str]:
    """Yield what is said ahead of the answer: what was understood, what else may be, what was not."""
    understood, sep = spoken.command(*answer.command), spoken(" ; ", "; ")
    yield spoken(f"Compris : {understood}", f"Understood: {understood}")
    if answer.note:
        yield spoken(*answer.note)
    if answer.start_unsaid:
        yield spoken("Point de départ non dit, donc sans diplôme : ajoutez par exemple --from bac.",
                     "Where you stand is not said, so no diploma: add --from bac, for example.")  # fmt: skip
    if answer.from_a_job:
        shown = spoken.command(*answer.from_a_job)
        yield spoken(f"Si ce métier est déjà le vôtre au cinéma : {shown}",
                     f"If that job is already yours in film: {shown}")  # fmt: skip
    if answer.explained:
        topics = sep.join(spoken.command(*each) for each in answer.explained)
        yield spoken(f"À lire aussi : {topics}", f"See also: {topics}")
    if answer.also:
        others = sep.join(spoken.command(*each) for each in answer.also)
        yield spoken(f"Ou bien : {others}", f"Or else: {others}")
    if answer.first_jobs:
        first = sep.join(spoken.command(*each) for each in answer.first_jobs)
        yield spoken(f"Pour débuter : {first}", f"To begin with: {first}")
    if left := ", ".join(map(spoken.quoted, answer.left)):
        yield spoken(f"Laissé de côté, faute de l’avoir compris : {left}",
                     f"Left aside, for it was not understood: {left}")  # fmt: skip


def _goal(words: list[str]) -> int | None:
    """Return the place of the first word after what says that a job is aimed at."""
    spaced = f" {' '.join(words)} "
    ends = [
        len(spaced[: spaced.index(f" {said} ")].split()) + len(said.split())
        for said in BECOMING
        if f" {said} " in spaced
    ]
    return max(ends, default=None)


def paid(catalogue: "Catalogue", words: list[str]) -> Answer | None:
    """Return what answers who asks what a job earns."""
    named = _named(catalogue, words)
    if not named:
        return None
    one = named[0]
    rest = [*words[: one.first], *words[one.last :]]
    left = tuple(word for word in rest if word not in SAYS_NOTHING | EARNING)
    when, left = _when(left)
    begins = not BEGINNING.isdisjoint(left)
    first = _first_jobs(catalogue, one.jobs[0]) if begins else ()
    return Answer(
        ("pay", one.jobs[0] if one.sure else " ".join(words[one.first : one.last]), *when),
        tuple(("pay", job, *when) for job in one.jobs[1 : MOST_ALSO + 1]) if one.sure else (),
        tuple(word for word in left if not (first and word in BEGINNING)),
        tuple(("pay", job) for job in first),
    )


def _when(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the options that a year said of pay, or its evolution, stands for, and the other words."""
    from datetime import date

    years = [word for word in words if _YEAR.fullmatch(word)]
    left = tuple(word for word in words if word not in _EVOLVING and not word.isdigit())
    if not _EVOLVING.isdisjoint(words):
        return ("--history",), left
    past = [year for year in years if int(year) < date.today().year]
    return (("--as-of", f"{past[0]}-01-01") if len(past) == 1 else ()), left


def _first_jobs(catalogue: "Catalogue", job: str) -> tuple[str, ...]:
    """Return the jobs of the department of one in which people begin, unless it is one of them."""
    sql = """
        SELECT DISTINCT first.slug FROM facet AS mine JOIN facet AS other USING (kind, facet, value)
        JOIN facet AS first ON first.kind = other.kind AND first.slug = other.slug
        WHERE mine.kind = 'profession' AND mine.facet = 'department' AND mine.slug = ?
        AND first.facet = 'level' AND first.value = 'entry' ORDER BY first.slug
    """
    found = tuple(slug for (slug,) in catalogue.rows(sql, (job,)))
    return () if job in found else found[:2]


def compared(catalogue: "Catalogue", words: list[str]) -> Answer | None:
    """Return what compares the two things of one kind that a phrase names and nothing else."""
    asked = not COMPARING.isdisjoint(words)
    if not asked and EITHER.isdisjoint(words):
        return None
    between = EITHER | ({"and", "et", "de", "du", "avec", "from", "with"} if asked else set())
    telling = [word for word in words if word not in COMPARING - EITHER]
    for place, word in enumerate(telling):
        if word in between:
            sides = (trimmed(telling[:place]), trimmed(telling[place + 1 :]))
            for kind in ("profession", "school"):
                keys = [called(catalogue, kind, " ".join(side)) for side in sides]
                if keys[0] and keys[1] and keys[0] != keys[1]:
                    return Answer(("compare", keys[0], keys[1]))
    return None


def called(catalogue: "Catalogue", kind: str, name: str) -> str | None:
    """Return the key of the one record of a kind that a name names."""
    from avcareers.model.errors import AmbiguousNameError

    try:
        found = catalogue.known(kind, name) if name else None
    except AmbiguousNameError:
        return None
    return found.slug if found else None


def trimmed(words: list[str]) -> list[str]:
    """Return words without those that say nothing at either end."""
    telling = [place for place, word in enumerate(words) if word not in SAYS_NOTHING]
    return words[telling[0] : telling[-1] + 1] if telling else []


def planned(catalogue: "Catalogue", words: list[str]) -> Answer | None:
    """Return the plan to the job aimed at, from where one says one stands."""
    goal = _goal(words) or 0
    named = _named(catalogue, words)
    aimed = next((one for one in named if one.first >= goal), None)
    if aimed is None:
        return None
    rest = [*words[: aimed.first], "et", *words[aimed.last :]]
    held, rest = level_out_of(catalogue, rest)
    other = next(iter(_named(catalogue, rest)), None) if not held else None
    doubt = ""
    if other:
        # « Électricien », « comptable » are trades of every field: only a whole title is surely ours.
        name = " ".join(rest[other.first : other.last])
        if other.last - other.first > 1 or _is_title(catalogue, other.jobs[0], name):
            held = other.jobs[0]
        else:
            doubt = other.jobs[0]
        rest = [*rest[: other.first], "et", *rest[other.last :]]
    alone = next((said for said in NO_SCHOOL if f" {said} " in f" {' '.join(rest)} "), "")
    options, left = limits(catalogue, " ".join(rest).replace(alone, " ").split() if alone else rest)
    aged = any(one.isdigit() and after in AGE for one, after in pairwise(words))
    explained, left = _explained(catalogue, left, aged=aged)
    target = aimed.jobs[0] if aimed.sure else " ".join(words[aimed.first : aimed.last])
    start = ("--from", held) if held else ()
    return Answer(
        ("plan", target, *start, *options, *(("--no-school",) if alone else ())),
        tuple(("plan", job, *start) for job in aimed.jobs[1 : MOST_ALSO + 1]) if aimed.sure else (),
        left,
        start_unsaid=not held,
        from_a_job=("plan", target, "--from", doubt, *options) if doubt else (),
        explained=explained,
    )


def _explained(
    catalogue: "Catalogue", words: tuple[str, ...], *, aged: bool
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Return the commands that explain words left aside, an age among them, and the other words."""
    from avcareers.query.names import named_in_part

    from .names import sheet_of

    found, rest = [], []
    for word in words:
        topic = None if word in SAYS_NOTHING else sheet_of(catalogue, word, "topic")
        if topic is None and word not in SAYS_NOTHING and not word.isdigit():
            begun, inside = named_in_part(catalogue, "topic", word)
            topic = ("explain", *begun, *inside) if len(begun + inside) == 1 else None
        found += [topic] if topic else []
        if not topic and not (aged and (word.isdigit() or word in AGE)):
            rest.append(word)
    if aged and (topic := sheet_of(catalogue, "limites-d-age", "topic")):
        found.append(topic)
    return tuple(found), tuple(rest)


def level_out_of(catalogue: "Catalogue", words: list[str]) -> tuple[str, list[str]]:
    """Return the level that words say one holds, with its subject, and the other words."""
    from avcareers.model.vocabulary import ENTRY_LEVELS
    from avcareers.present.choices import NO_HEAD, exactly_meant

    from .names import is_called

    for size in range(min(len(words), LONGEST), 0, -1):
        for first in range(len(words) - size + 1):
            text = " ".join(words[first : first + size])
            if text in NO_HEAD or not exactly_meant(text, ENTRY_LEVELS, "entry-level"):
                continue
            last = first + size
            while last < len(words) and words[last] not in SAYS_NOTHING:
                if is_called(catalogue, "place", words[last]):
                    break
                last += 1
            return " ".join(words[first:last]), [*words[:first], *words[last:]]
    return "", words


def limits(catalogue: "Catalogue", words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the options of a plan that words stand for, and the words that stand for none."""
    from avcareers.query.filters.schools import SchoolFilters

    from .loose import reading

    told = [word for word in words if word not in _AIMING]
    read = reading(SchoolFilters, told, catalogue, "schools")
    options: Mapping[str, str] = {
        _PLANNED[name]: text for name, text in read.values if name in _PLANNED
    }
    unused = (text for name, text in read.values if name not in _PLANNED and text)
    left = tuple(word for word in (*read.others, *unused) if word not in SAYS_NOTHING)
    return tuple(word for pair in options.items() for word in pair if word), left


def _named(catalogue: "Catalogue", words: list[str]) -> list[_Named]:
    """Return the jobs that words name, the longest names first at each word.

    Where no job bears exactly such a name, those whose names begin with it are.
    """
    for exactly in (True, False):
        found: list[_Named] = []
        first = 0
        while first < len(words):
            for last in range(min(len(words), first + LONGEST_NAME), first, -1):
                one = _job(catalogue, words, (first, last), exactly=exactly)
                if one:
                    found.append(one)
                    first = last - 1
                    break
            first += 1
        if found:
            return found
    return []


def _job(
    catalogue: "Catalogue", words: list[str], span: tuple[int, int], *, exactly: bool
) -> _Named | None:
    """Return the job that the words of a span name, exactly or in part."""
    from avcareers.query.names import named_in_part

    first, last = span
    if words[first] in _NAMES_NOTHING or words[last - 1] in _NAMES_NOTHING:
        return None
    name = " ".join(words[first:last])
    key = called(catalogue, "profession", name)
    if exactly and not key:
        return None
    if key and _is_title(catalogue, key, name):
        return _Named(first, last, (key,), sure=True)
    begun, inside = named_in_part(catalogue, "profession", name)
    if key:
        return _Named(first, last, tuple(dict.fromkeys((key, *begun))), sure=True)
    if len(begun) == 1:
        return _Named(first, last, (*begun, *inside), sure=True)
    return _Named(first, last, begun, sure=False) if begun else None


def _is_title(catalogue: "Catalogue", job: str, name: str) -> bool:
    """True if a job is called so before anything else: nobody means another."""
    from avcareers.text.folding import fold

    sql = "SELECT 1 FROM name WHERE kind = 'profession' AND slug = ? AND folded = ? AND rank <= 1"
    return next(catalogue.rows(sql, (job, fold(name))), None) is not None
