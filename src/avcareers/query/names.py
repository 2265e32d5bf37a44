"""The error for a name that nothing bears, when it may be of several kinds."""

from collections.abc import Sequence

from avcareers.model.errors import NotFoundError
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold
from avcareers.text.nearest import nearest_folded

_ANY_OF_A_DEPARTMENT = frozenset({
    "assistant", "assistante", "assistants", "engineer", "ingenieur", "ingenieure", "metier", "metiers",
    "operateur", "operatrice", "operator", "ouvrier", "ouvriere", "regisseur", "regisseuse", "technician",
    "technicien", "technicienne", "techniciennes", "techniciens",
})  # fmt: skip
"""Words, folded, for anyone who works in a department: « technicien son »."""
_BETWEEN = frozenset(
    {"a", "au", "aux", "d", "de", "des", "du", "en", "in", "l", "la", "le", "les", "of"}
)
OF_A_DEPARTMENT = 9
"""Jobs offered to who typed the name of a department for that of a job."""
SHORTENED = 4
"""Letters of a word cut short: « ingé »."""


def not_found(catalogue: Catalogue, kinds: Sequence[str], name: str) -> NotFoundError:
    """Return the error of the kind that has the nearest name; of the first kind when none is near."""
    sql = "SELECT folded, kind FROM name WHERE kind = ?"
    kind_of = dict(row for kind in reversed(kinds) for row in catalogue.rows(sql, (kind,)))
    close = nearest_folded(name, {folded: folded for folded in kind_of}, limit=1)
    kind = kind_of[close[0]] if close else kinds[0]
    return NotFoundError(kind, name, catalogue.near(kind, name))


def jobs_of_department(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Return the keys of a few jobs of the department that bears a name, first ones first."""
    department = catalogue.known("department", name)
    if department is None:
        return ()
    sql = """
        SELECT slug FROM facet JOIN record USING (kind, slug)
        WHERE kind = 'profession' AND facet = 'department' AND value = ?
        ORDER BY position LIMIT ?
    """
    return tuple(slug for (slug,) in catalogue.rows(sql, (department.slug, OF_A_DEPARTMENT)))


def anyone_of(name: str) -> str:
    """Return what a name of anyone who works somewhere says of where: « technicien du son » is « son »."""
    words = fold(name).split()
    if _ANY_OF_A_DEPARTMENT.isdisjoint(words):
        return ""
    return " ".join(word for word in words if word not in _ANY_OF_A_DEPARTMENT | _BETWEEN)


def jobs_of_anyone(catalogue: Catalogue, name: str, department: str) -> tuple[str, ...]:
    """Return the keys of the jobs that a name of anyone in a department may mean.

    Those that are called as the name begins, if some are: an « assistant image » is an assistant.
    """
    jobs = jobs_of_department(catalogue, department)
    general = _ANY_OF_A_DEPARTMENT.intersection(fold(name).split())
    sql = "SELECT folded FROM name WHERE kind = 'profession' AND slug = ? AND rank <= 1"
    alike = tuple(
        slug
        for slug in jobs
        if any(general & set(folded.split()) for (folded,) in catalogue.rows(sql, (slug,)))
    )
    return alike if len(alike) > 1 else jobs


def named_in_part(
    catalogue: Catalogue, kind: str, name: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of what has a name that begins with words, and of what has them inside one.

    « ingénieur son » begins « ingénieur du son (mixage) »; of several words, each may be begun only:
    « ingé son ». Nothing when more than a few records have such names.
    """
    asked = _telling(name)
    places: dict[str, tuple[bool, int, int]] = {}
    sql = "SELECT slug, folded, rank, length(folded) FROM name WHERE kind = ?"
    for slug, folded, rank, length in catalogue.rows(sql, (kind,)) if asked else ():
        words = _telling(folded)
        at = next((i for i in range(len(words)) if _reads(asked, words[i : i + len(asked)])), None)
        if at is not None:
            places[slug] = min(places.get(slug, (True, 9, 0)), (at > 0, rank, length))
    ordered = sorted(places, key=lambda slug: (places[slug], slug))
    begun = tuple(slug for slug in ordered if not places[slug][0])
    inside = tuple(slug for slug in ordered if places[slug][0])
    return begun if len(begun) <= OF_A_DEPARTMENT else (), (
        inside if len(inside) <= OF_A_DEPARTMENT else ()
    )


def _telling(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in _BETWEEN]


def _reads(asked: list[str], words: list[str]) -> bool:
    """True if words are those asked for, or, of several, begin with them."""
    if len(words) < len(asked):
        return False
    several = len(asked) > 1
    return all(
        word == each or (several and len(each) >= SHORTENED and word.startswith(each))
        for each, word in zip(asked, words, strict=True)
    )


def schools_teaching(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Return the keys of the schools that have a programme of that name."""
    sql = """
        SELECT school, json_extract(card, '$.title'), json_extract(card, '$.course_name')
        FROM programme ORDER BY school, position
    """
    asked = fold(name)
    return tuple(
        dict.fromkeys(
            school
            for school, *named in catalogue.rows(sql)
            if asked and any(asked == fold(each) for each in named if each)
        )
    )
