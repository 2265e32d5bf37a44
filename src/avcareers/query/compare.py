"""Jobs, or schools, side by side."""

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from avcareers.model.answer import Rows
from avcareers.model.errors import BadValueError, MixedKindsError
from avcareers.store.catalogue import Catalogue

from .names import not_found

if TYPE_CHECKING:
    from .job import JobSheet
    from .school import SchoolSheet

FEWEST, MOST = 2, 4
"""How many are compared, at least and at most."""


class JobComparison(NamedTuple):
    """Jobs to compare, in the order asked for."""

    sheets: Annotated["tuple[JobSheet, ...]", Rows]
    """Their sheets."""


class SchoolComparison(NamedTuple):
    """Schools to compare, in the order asked for."""

    sheets: Annotated["tuple[SchoolSheet, ...]", Rows]
    """Their sheets."""


def compare(
    catalogue: Catalogue, names: tuple[str, ...], today: str
) -> JobComparison | SchoolComparison:
    """Return the sheets of two to four jobs, or of two to four schools, on a day (ISO).

    Raise MixedKindsError for jobs beside schools, BadValueError for too few or too many,
    NotFoundError or AmbiguousNameError for a name.
    """
    found: list[tuple[str, str]] = [_found(catalogue, name) for name in names]
    kinds = {kind for kind, _ in found}
    if len(kinds) > 1:
        raise MixedKindsError(tuple(found))
    slugs = tuple(dict.fromkeys(slug for _, slug in found))
    if not FEWEST <= len(slugs) <= MOST:
        raise BadValueError("compare", str(len(slugs)), tuple(map(str, range(FEWEST, MOST + 1))))
    if kinds == {"profession"}:
        from .job import job_sheet

        return JobComparison(tuple(job_sheet(catalogue, slug, today) for slug in slugs))
    from .school import school_sheet

    return SchoolComparison(tuple(school_sheet(catalogue, slug, today) for slug in slugs))


def _found(catalogue: Catalogue, name: str) -> tuple[Literal["profession", "school"], str]:
    kinds: tuple[Literal["profession", "school"], ...] = ("profession", "school")
    for kind in kinds:
        known = catalogue.known(kind, name)
        if known:
            return kind, known.slug
    raise not_found(catalogue, kinds, name)
