"""Jobs, or schools, side by side."""

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from avcareers.model.answer import Rows, Unpublished
from avcareers.model.errors import (
    AmbiguousNameError,
    MixedKindsError,
    SameRecordError,
    UnquotedError,
    WrongCountError,
)
from avcareers.store.catalogue import Catalogue

from .names import not_found

if TYPE_CHECKING:
    from .job import JobSheet
    from .public_nearby import Nearest
    from .school import SchoolSheet

Kind = Literal["profession", "school"]
KINDS: tuple[Kind, ...] = ("profession", "school")
FEWEST, MOST = 2, 4
"""How many are compared, at least and at most."""
LONGEST_NAME = 6
"""Words that a name without quotes may have."""


class JobComparison(NamedTuple):
    """Jobs to compare, in the order asked for."""

    sheets: Annotated["tuple[JobSheet, ...]", Rows]
    """Their sheets."""
    one: Annotated[tuple[tuple[str, ...], ...], Unpublished] = ()
    """The names given that are those of one and the same job."""


class SchoolComparison(NamedTuple):
    """Schools to compare, in the order asked for."""

    sheets: Annotated["tuple[SchoolSheet, ...]", Rows]
    """Their sheets."""
    one: Annotated[tuple[tuple[str, ...], ...], Unpublished] = ()
    """The names given that are those of one and the same school."""
    public: Annotated["Nearest | None", Unpublished] = None
    """Where none of them is public, the public programme nearest to one, for some of the same jobs."""


def compare(
    catalogue: Catalogue, names: tuple[str, ...], today: str, typed: tuple[str, ...] = ()
) -> JobComparison | SchoolComparison:
    """Return the sheets of two to four jobs, or of two to four schools, on a day (ISO).

    `typed` are the same names as a person wrote them. Raise MixedKindsError for jobs beside schools,
    SameRecordError for names of one record, WrongCountError for too few or too many, NotFoundError or
    AmbiguousNameError for a name.
    """
    found: list[tuple[str, str]] = [_found(catalogue, name) for name in names]
    kinds = {kind for kind, _ in found}
    if len(kinds) > 1:
        raise MixedKindsError(tuple(found), _neighbour(catalogue, found))
    slugs = tuple(dict.fromkeys(slug for _, slug in found))
    one = _named_twice([slug for _, slug in found], typed or names)
    if len(slugs) < FEWEST <= len(found):
        raise SameRecordError(*found[0], one[0] if one else (typed or names))
    if not FEWEST <= len(slugs) <= MOST:
        raise WrongCountError(len(slugs), FEWEST, MOST)
    if kinds == {"profession"}:
        from .job import job_sheet

        return JobComparison(tuple(job_sheet(catalogue, slug, today) for slug in slugs), one)
    from .school import school_sheet

    sheets = tuple(school_sheet(catalogue, slug, today) for slug in slugs)
    return SchoolComparison(sheets, one, _nearest_public(catalogue, sheets))


def _nearest_public(catalogue: Catalogue, sheets: "tuple[SchoolSheet, ...]") -> "Nearest | None":
    """Return the public programme nearest to one of some schools, unless one of these is public."""
    from .public_nearby import by_worth, nearest_public

    if any(sheet.school.kind == "public" for sheet in sheets):
        return None
    found = [each for sheet in sheets for each in nearest_public(catalogue, sheet)]
    return min(found, key=by_worth, default=None)


def _named_twice(slugs: list[str], names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the names of each record that was given more than one."""
    given: dict[str, dict[str, None]] = {}
    for slug, name in zip(slugs, names, strict=True):
        given.setdefault(slug, {})[name] = None
    return tuple(tuple(each) for each in given.values() if len(each) > 1)


def _neighbour(catalogue: Catalogue, found: list[tuple[str, str]]) -> tuple[str, str]:
    """Return the job given, and one it is often confused with: to be compared instead."""
    job = next(slug for kind, slug in found if kind == "profession")
    return job, catalogue.document("profession", job).confused_with[0].job


def put_together(
    catalogue: Catalogue, words: tuple[str, ...], kinds: tuple[Kind, ...] = KINDS
) -> tuple[str, ...]:
    """Return the names, of jobs or of schools, that words make in a row; none when they make none.

    « focus puller best boy » is two jobs, whose names were not in quotes.
    """
    for kind in kinds:
        known = {
            (start, end): bears(catalogue, kind, " ".join(words[start:end]))
            for start in range(len(words))
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
        }
        for count in range(FEWEST, MOST + 1):
            for inner in combinations(range(1, len(words)), count - 1):
                spans = tuple(pairwise((0, *inner, len(words))))
                if all(known.get(span) for span in spans):
                    return tuple(" ".join(words[start:end]) for start, end in spans)
    return ()


def kinds_compared(catalogue: Catalogue, names: tuple[str, ...]) -> tuple[Kind, ...]:
    """Return the kinds that names may be of: where one is a job, the others are meant for jobs.

    Raise UnquotedError for words that make names together, WrongCountError for more names than are
    compared, of which one is not known.
    """
    kinds = [next((k for k in KINDS if bears(catalogue, k, name)), None) for name in names]
    if None in kinds:
        if together := put_together(catalogue, names):
            raise UnquotedError(together)
        if len(names) > MOST:
            raise WrongCountError(len(names), FEWEST, MOST)
    return tuple(kind for kind in KINDS if kind in kinds) or KINDS


def bears(catalogue: Catalogue, kind: Kind, name: str) -> bool:
    """True if a name is that of a record of a kind, or of several."""
    try:
        return catalogue.known(kind, name) is not None
    except AmbiguousNameError:
        return True


def _found(catalogue: Catalogue, name: str) -> tuple[Kind, str]:
    for kind in KINDS:
        known = catalogue.known(kind, name)
        if known:
            return kind, known.slug
    raise not_found(catalogue, KINDS, name)
