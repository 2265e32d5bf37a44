"""Which schools match, and what was left out for want of a fact."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, starmap
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of
from avcareers.store.traits import Traits
from avcareers.store.view import read_document

from .costs import lowest_fees
from .long_lists import Kept, batches
from .nearby import bounding_box, nearest_kilometres
from .recognition import Standing, answered_for
from .school_filters import (
    SchoolFilters,
    Surroundings,
    about_programmes,
    no_alternance,
    programmes_in_alternance,
    programmes_that_fit,
)

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School

    Candidate = tuple[School, tuple[Programme, ...]]

NO_FILTER = SchoolFilters()
SchoolOrder = Literal["name", "distance", "fees"]


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
    """Schools that pass the other filters, counted once, for the first reason met; the most first."""
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
    """Give the schools that match on a day (ISO), and why the others do not.

    Schools and programmes are cards, without the texts that only sheets show; or `whole` records.
    Order: by distance when a city is given, else by name; by fees, the unknown come last.
    """
    where, parameters = _narrowed(filters)
    sql = f"SELECT slug FROM record WHERE {where} ORDER BY collation, slug"
    candidates = [slug for (slug,) in catalogue.rows(sql, parameters)]
    without = _without_alternance(catalogue, filters)
    around = _surroundings(catalogue, filters, today)
    rank = _rank(order or ("distance" if filters.near else "name"), today)

    def judged(slugs: Iterable[str]) -> Iterator[SchoolRow | str]:
        return (
            _judged(candidate, filters, around)
            for candidate in _read(catalogue, tuple(slugs), whole=whole)
        )

    left_out = Counter(without[slug] for slug in candidates if slug in without)
    kept: Kept[str, SchoolRow] = Kept()
    for row in judged(slug for slug in candidates if slug not in without):
        if isinstance(row, str):
            left_out[row] += 1
        else:
            kept.add(rank(row), row.school.slug, row)
    del left_out["other"]
    if filters.near or filters.regions:
        left_out["place-unknown"] = _without_place(catalogue, filters)
    ((known,),) = catalogue.rows("SELECT count(*) FROM record WHERE kind = 'school'")
    again = cast("Callable[[Iterable[str]], Iterator[SchoolRow]]", judged)
    return SchoolList(
        schools=kept.in_order(limit, again),
        matching=len(kept),
        left_out=tuple(starmap(LeftOut, (+left_out).most_common())),
        known=known,
        places=around.places,
        filters=filters,
        today=today,
        again=again,
    )


def _judged(
    candidate: "Candidate", filters: SchoolFilters, around: Surroundings
) -> SchoolRow | str:
    """Give a school that passes, or why it does not."""
    school, programmes = candidate
    fitting, reason = programmes_that_fit(school, programmes, filters, around)
    if not reason:
        fitting, reason = programmes_in_alternance(fitting, filters)
    found = standing_of(school, programmes, around.today, filters)
    if not reason and filters.recognised_by and found != "in-force":
        reason = f"recognition-{found}"
    if not reason and filters.recognised:
        # Whoever is asked for by name, a ministry must answer for it too.
        any_ministry = filters._replace(recognised_by=())
        answered = standing_of(school, programmes, around.today, any_ministry)
        reason = None if answered == "in-force" else f"recognition-{answered}"
    if reason:
        return reason
    away = _distance(school, fitting, filters, around)
    recognised = standing_of(school, programmes, around.today) == "in-force"
    return SchoolRow(school, fitting, found, recognised, away)


def _distance(
    school: "School",
    programmes: "tuple[Programme, ...]",
    filters: SchoolFilters,
    around: Surroundings,
) -> float | None:
    """Give how far the nearest place is where one of the programmes is taught."""
    if not filters.near:
        return None
    taught = [campus for programme in programmes for campus in campuses_of(school, programme)]
    return nearest_kilometres(filters.near, taught or school.campuses, around.places)


def standing_of(
    school: "School",
    programmes: "Iterable[Programme]",
    today: str,
    filters: SchoolFilters = NO_FILTER,
) -> Standing:
    """Tell how far a ministry answers for a school, by its own entries and its awards'."""
    entries = [*school.recognition]
    for programme in programmes:
        entries += programme.recognition
    return answered_for(
        entries, today, authorities=filters.recognised_by, unverified=filters.unverified
    )


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


def _read(catalogue: Catalogue, slugs: Sequence[str], *, whole: bool) -> "Iterator[Candidate]":
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
            found[slug] = read_document(school), tuple(map(read_document, programmes))
        yield from (found[slug] for slug in some)


def _without_alternance(catalogue: Catalogue, filters: SchoolFilters) -> dict[str, str]:
    """Give why whole schools are left out, when it takes no more than their programmes' modes."""
    if not filters.alternance or about_programmes(filters):
        return {}
    where, parameters = _narrowed(filters)
    sql = f"""
        SELECT slug, json_extract(facts, ?) FROM record
        LEFT JOIN programme ON school = slug LEFT JOIN traits ON traits.id = programme.traits
        WHERE {where}
    """
    modes: dict[str, set[str]] = {}
    place = f"$[{Traits._fields.index('alternance')}]"
    for slug, mode in catalogue.rows(sql, (place, *parameters)):
        modes.setdefault(slug, set()).update([mode] if mode else ())
    found = {slug: no_alternance(of_school, filters) for slug, of_school in modes.items()}
    return {slug: reason for slug, reason in found.items() if reason}


def _narrowed(filters: SchoolFilters) -> tuple[str, list[Any]]:
    """Give the condition that the indexes can answer: necessary, not sufficient."""
    clauses = ["kind = 'school'"]
    parameters: list[Any] = []
    for facet, chosen in (
        ("job", filters.jobs),
        ("department", filters.departments),
        ("award", filters.awards),
        ("route", filters.routes),
    ):
        if chosen:
            clauses.append(
                "slug IN (SELECT school FROM programme_facet WHERE facet = ? "
                f"AND value IN ({_marks(chosen)}))"
            )
            parameters += [facet, *chosen]
    if filters.regions:
        clauses.append(
            f"slug IN (SELECT school FROM campus WHERE region IN ({_marks(filters.regions)}))"
        )
        parameters += filters.regions
    if filters.kinds:
        clauses.append(
            "slug IN (SELECT slug FROM facet WHERE kind = 'school' AND facet = 'kind' "
            f"AND value IN ({_marks(filters.kinds)}))"
        )
        parameters += filters.kinds
    if filters.near:
        clauses.append(
            "slug IN (SELECT school FROM campus WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?)"
        )
        parameters += bounding_box(filters.near)
    return " AND ".join(clauses), parameters


def _marks(values: tuple[Any, ...]) -> str:
    return ",".join("?" * len(values))


def _surroundings(catalogue: Catalogue, filters: SchoolFilters, today: str) -> Surroundings:
    where, parameters = _narrowed(filters)
    sql = f"""
        SELECT DISTINCT place FROM campus
        WHERE school IN (SELECT slug FROM record WHERE {where})
    """
    cities = [place for (place,) in catalogue.rows(sql, parameters)]
    department_of: dict[str, str] = {}
    if filters.departments:
        sql = "SELECT slug, value FROM facet WHERE kind = 'profession' AND facet = 'department'"
        department_of = dict(catalogue.rows(sql))
    return Surroundings(catalogue.cards("place", cities), department_of, today)


def _without_place(catalogue: Catalogue, filters: SchoolFilters) -> int:
    """Count the schools that pass the other indexed filters and have no known city."""
    where, parameters = _narrowed(filters._replace(near=None, regions=()))
    sql = f"""
        SELECT count(*) FROM record
        WHERE {where} AND slug NOT IN (SELECT school FROM campus)
    """
    ((count,),) = catalogue.rows(sql, parameters)
    return int(count)
