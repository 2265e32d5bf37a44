"""Which schools match, and what was left out for want of a fact."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, starmap
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of
from avcareers.store.view import read_document

from .costs import lowest_fees
from .filters.declaration import narrowed
from .filters.judging import REASONS, Candidate, Judge, Verdict
from .filters.schools import SchoolFilters, SchoolOrder, Surroundings
from .long_lists import Kept, batches
from .nearby import nearest_kilometres
from .recognition import Standing, answered_for, best_standing

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School

NO_FILTER = SchoolFilters()


class SchoolRow(NamedTuple):
    """A school that matches, with the programmes that made it match."""

    school: "School"
    """Card of the school."""
    programmes: "tuple[Programme, ...]"
    """The programmes that pass every filter."""
    standing: Standing
    """How far those asked for answer for it, on the day; a ministry, when none is named."""
    recognised: bool
    """Whether a ministry answers for it, on the day, whatever is asked for."""
    kilometres: float | None
    """Distance to the nearest place a matching programme is taught; nothing without a city."""


class LeftOut(NamedTuple):
    """How many schools a filter left out, and why."""

    reason: str
    schools: int


class SchoolList(NamedTuple):
    """Schools that match, and the count of the others."""

    schools: Sequence[SchoolRow]
    matching: int
    """How many match, before any limit."""
    left_out: tuple[LeftOut, ...]
    """Schools that no known fact excludes, each counted once; the most first."""
    known: int
    """How many the catalogue holds."""
    places: dict[str, Any]
    """Cities of the campuses, by slug."""
    filters: SchoolFilters
    today: str
    again: Callable[[Iterable[str]], Iterator[SchoolRow]]
    """What reads some of them again, by their keys."""


def list_schools(
    catalogue: Catalogue,
    filters: SchoolFilters,
    today: str,
    *,
    order: SchoolOrder | None = None,
    limit: int | None = None,
    whole: bool = False,
) -> SchoolList:
    """Return the schools that match on a day (ISO), and how many may match for all one knows.

    Schools and programmes are cards, without the texts that only sheets show; or `whole` records.
    Order: by distance when a city is given, else by name; by fees, the unknown come last.
    """
    where, parameters = narrowed("school", filters)
    sql = f"SELECT slug FROM record WHERE {where} ORDER BY collation, slug"
    candidates = [slug for (slug,) in catalogue.rows(sql, parameters)]
    around = _surroundings(catalogue, filters, candidates, today)
    judge = Judge(filters, around)
    rank = _rank(order or ("distance" if filters.near else "name"), today)

    def judged(slugs: Iterable[str]) -> Iterator[SchoolRow | str | None]:
        for candidate in _read(catalogue, tuple(slugs), today, whole=whole):
            verdict = judge.verdict(candidate)
            yield _row(candidate, verdict, filters, around) if verdict.passes else verdict.reason

    left_out: Counter[str] = Counter()
    kept: Kept[str, SchoolRow] = Kept()
    for row in judged(candidates):
        if isinstance(row, SchoolRow):
            kept.add(rank(row), row.school.slug, row)
        elif row:
            left_out[row] += 1
    ((known,),) = catalogue.rows("SELECT count(*) FROM record WHERE kind = 'school'")
    again = cast("Callable[[Iterable[str]], Iterator[SchoolRow]]", judged)
    in_table_order = {reason: left_out[reason] for reason in REASONS if left_out[reason]}
    return SchoolList(
        schools=kept.in_order(limit, again),
        matching=len(kept),
        left_out=tuple(starmap(LeftOut, Counter(in_table_order).most_common())),
        known=known,
        places=around.places,
        filters=filters,
        today=today,
        again=again,
    )


def _row(
    candidate: Candidate, verdict: Verdict, filters: SchoolFilters, around: Surroundings
) -> SchoolRow:
    """Return what is listed of a school that passes."""
    entries, today = candidate.recognition, around.today
    asked = best_standing(
        entries, today, authorities=filters.recognised_by, unverified=filters.unverified
    )
    recognised = best_standing(entries, today) == "in-force"
    away = _distance(candidate.school, verdict.programmes, filters, around)
    return SchoolRow(candidate.school, verdict.programmes, asked, recognised, away)


def _distance(
    school: "School",
    programmes: "tuple[Programme, ...]",
    filters: SchoolFilters,
    around: Surroundings,
) -> float | None:
    """Return how far the nearest place is where one of the programmes is taught, in km."""
    if not filters.near:
        return None
    taught = [campus for programme in programmes for campus in campuses_of(school, programme)]
    return nearest_kilometres(filters.near, taught or school.campuses, around.places)


def standing_of(school: "School", programmes: "Iterable[Programme]", today: str) -> Standing:
    """Return how far a ministry answers for a school, by its own entries and its awards'."""
    entries = [*school.recognition]
    for programme in programmes:
        entries += programme.recognition
    return answered_for(entries, today)


def _rank(order: SchoolOrder, today: str) -> Callable[[SchoolRow], tuple[Any, ...]]:
    """Give what to sort by. Candidates come by name, and sorting keeps their order."""
    match order:
        case "distance":
            return _by_distance
        case "fees":
            return partial(_by_fees, today=today)
    return lambda _: ()


def _by_distance(row: SchoolRow) -> tuple[float, str]:
    return (row.kilometres if row.kilometres is not None else float("inf")), row.school.slug


def _by_fees(row: SchoolRow, today: str) -> tuple[float, float, str]:
    known = [fees for p in row.programmes if (fees := lowest_fees(p, today)) is not None]
    return (0, min(known), row.school.slug) if known else (1, 0.0, row.school.slug)


def _read(
    catalogue: Catalogue, slugs: Sequence[str], today: str, *, whole: bool
) -> Iterator[Candidate]:
    """Yield the schools of those keys in their order, each with all its programmes."""
    read = "document" if whole else "card"
    sql = f"""
        SELECT slug, record.{read}, programme.{read} FROM record
        LEFT JOIN programme ON school = slug
        WHERE kind = 'school' AND slug IN (SELECT value FROM json_each(?))
        ORDER BY slug, programme.position
    """
    for some in batches(slugs):
        found: dict[str, Candidate] = {}
        rows = catalogue.rows(sql, (json.dumps(some),))
        for slug, of_school in groupby(rows, key=itemgetter(0)):
            (_, school, first), *others = of_school
            programmes = () if first is None else (first, *(each for *_, each in others))
            found[slug] = Candidate(
                read_document(school), tuple(map(read_document, programmes)), today
            )
        yield from (found[slug] for slug in some)


def _surroundings(
    catalogue: Catalogue, filters: SchoolFilters, candidates: Sequence[str], today: str
) -> Surroundings:
    sql = "SELECT DISTINCT place FROM campus WHERE school IN (SELECT value FROM json_each(?))"
    cities = [place for (place,) in catalogue.rows(sql, (json.dumps(candidates),))]
    department_of: dict[str, str] = {}
    if filters.departments:
        sql = "SELECT slug, value FROM facet WHERE kind = 'profession' AND facet = 'department'"
        department_of = dict(catalogue.rows(sql))
    return Surroundings(today, catalogue.cards("place", cities), department_of, filters.unverified)
