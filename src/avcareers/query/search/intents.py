"""What a person means to do, when the words of a query tell: the next step, not a place in the list."""

from typing import Literal, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

from .tables import Name, SearchTables

Step = Literal["pay", "compare", "schools", "explain", "entry-jobs"]

PAY = frozenset({
    "argent", "earn", "earns", "gagne", "gagnent", "gagner", "paid", "paie", "pay", "paye", "payee",
    "remuneration", "salaire", "salaires", "salary", "tarif", "tarifs", "wage", "wages",
})  # fmt: skip
COMPARING = frozenset({
    "compare", "comparer", "difference", "differences", "differs", "versus", "vs",
})  # fmt: skip
LEARNING = frozenset({
    "become", "becoming", "course", "courses", "devenir", "ecole", "ecoles", "etude", "etudes",
    "fac", "formation", "formations", "lycee", "school", "schools", "study", "university",
})  # fmt: skip
EXPLAINED = {
    "507h": ("507", "507h", "heure", "heures", "hour", "hours"),
    "frais-et-bourses": (
        "can t afford", "no money", "pas d argent", "pas les moyens", "payer une ecole",
        "peux pas payer", "peuvent pas payer", "sans argent", "too expensive", "trop cher", "trop chere",
    ),
    "reconversion-financement": (
        "career change", "change career", "change careers", "changer de metier", "changer de vie",
        "reconversion", "retrain", "retraining",
    ),
}  # fmt: skip
"""Words of a situation that a topic explains."""
LOST = (
    "aucun diplome", "aucune experience", "autodidacte", "je ne sais pas quoi", "je sais pas quoi",
    "don t know what", "no degree", "no diploma", "no experience", "pas d ecole", "pas de diplome",
    "pas fait d etudes", "pas le bac", "sans bac", "sans diplome", "sans ecole", "sans etude", "sans etudes",
    "sans experience", "self taught", "without a degree", "without school",
)  # fmt: skip
"""Words of who looks for a way in, whatever the job."""
LONGEST_NAME = 5
"""Words in a row that may be a name."""
MOST_COMPARED = 4
_NAMED = frozenset({"job", "school"})


class Intent(NamedTuple):
    """A step to take next."""

    step: Step
    jobs: tuple[str, ...] = ()
    """Keys of the jobs it is about."""
    schools: tuple[str, ...] = ()
    """Keys of the schools it is about."""
    near: str | None = None
    """Name of the city it is about."""
    topic: str | None = None
    """Key of the topic it is about."""


def intents(query: str, catalogue: Catalogue, tables: SearchTables) -> tuple[Intent, ...]:
    """Return the steps that a query asks for; most ask for none."""
    words = fold(query).split()
    said, spaced = set(words), f" {' '.join(words)} "
    steps: list[Intent] = []
    if not said.isdisjoint(PAY | COMPARING | LEARNING):
        steps += _about_names(said, words, catalogue, tables)
    for topic, phrases in EXPLAINED.items():
        if _says(spaced, phrases) and catalogue.known("topic", topic):
            steps.append(Intent("explain", topic=topic))
    if _says(spaced, LOST):
        steps.append(Intent("entry-jobs"))
    return tuple(steps)


def _says(spaced: str, phrases: tuple[str, ...]) -> bool:
    """True if a query, a space around it, says one of some phrases."""
    return any(f" {phrase} " in spaced for phrase in phrases)


def _about_names(
    said: set[str], words: list[str], catalogue: Catalogue, tables: SearchTables
) -> list[Intent]:
    """Return the steps about the jobs, schools and cities that a query names."""
    names = _named(words, tables)
    jobs, schools = (
        tuple(dict.fromkeys(slug for kind, slug in names if kind == wanted))
        for wanted in ("job", "school")
    )
    steps: list[Intent] = []
    if jobs and not said.isdisjoint(PAY):
        steps.append(Intent("pay", jobs=jobs[:1]))
    if not said.isdisjoint(COMPARING):
        if len(jobs) > 1:
            steps.append(Intent("compare", jobs=jobs[:MOST_COMPARED]))
        elif len(schools) > 1:
            steps.append(Intent("compare", schools=schools[:MOST_COMPARED]))
    if not said.isdisjoint(LEARNING):
        near = _city(words, catalogue)
        if jobs or near:
            steps.append(Intent("schools", jobs=jobs[:1], near=near))
    return steps


def _named(words: list[str], tables: SearchTables) -> list[tuple[str, str]]:
    """Return the kind and key of what is named in a query, the longest names first at each word."""
    found: list[tuple[str, str]] = []
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + LONGEST_NAME), first, -1):
            best = _best(list(tables.names(" ".join(words[first:last]))), tables)
            if best:
                found.append(best)
                first = last - 1
                break
        first += 1
    return found


def _best(names: list[Name], tables: SearchTables) -> tuple[str, str] | None:
    """Return the kind and key of the job or school of a few that bears a name most directly."""
    ranks = [(name.rank, name.number) for name in names if tables.kinds[name.number] in _NAMED]
    if not ranks:
        return None
    _, number = min(ranks)
    ((_, slug, _),) = tables.titles((number,))
    return tables.kinds[number], slug


def _city(words: list[str], catalogue: Catalogue) -> str | None:
    """Return the name of the city named in a query, said whole; or nothing."""
    sql = "SELECT slug FROM name WHERE kind = 'place' AND folded = ?"
    for length in range(min(len(words), LONGEST_NAME), 0, -1):
        for first in range(len(words) - length + 1):
            for (slug,) in catalogue.rows(sql, (" ".join(words[first : first + length]),)):
                return str(catalogue.document("place", slug).name)
    return None
