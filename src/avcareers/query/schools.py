"""Which schools match, and how many may match for all that is known of them."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Rounded, Rows, Unpublished
from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of
from avcareers.store.view import read_document

from .alternance import most_of
from .cards import in_order
from .costs import CostRange, CostSummary, cost_range, costing, school_costs
from .dearer import Dearer, dearer_than, has_uncounted
from .filters.declaration import facet, narrowed
from .filters.judging import REASONS, Judge, Verdict
from .filters.school_answers import Surroundings
from .filters.schools import SchoolFilters, SchoolOrder
from .judged import CandidateSchool, JudgedProgramme
from .nearby import Near, PlacedCampus, cities_of, nearest_kilometres, placed
from .openings import Opening, openings
from .recognition import (
    Grounds,
    Recognised,
    Standing,
    Weighed,
    WhoAnswers,
    best_of,
    grounds,
    in_force,
    of_school,
)
from .untaught import Untaught, looked_for, through, untaught_among

if TYPE_CHECKING:
    from avcareers.model.school import School
    from avcareers.model.source import Source

NEARBY_KM = 60.0
"""Reach of a city proposed to look around."""


class Held(NamedTuple):
    """Of how many of the matching programmes of a school what its row says holds.

    A row says the best that is known of one programme in each of its columns: not always the same.
    """

    among: int
    """How many programmes match."""
    answered: int
    """Those whose diploma is answered for as said; where none is, those that share the doubt."""
    alternance: int
    """Those done in alternance as said."""


class SchoolRow(NamedTuple):
    """A school in a list."""

    school: Annotated["School", Merged("slug", "name", "kind", "website")]
    """Card of the school."""
    recognised: Recognised
    """Whether a ministry answers for it, and for the diploma of a matching programme, on the day."""
    recognition: tuple[Weighed, ...]
    """What is recognised of the school itself."""
    campuses: tuple[PlacedCampus, ...]
    """Where it teaches."""
    kilometres: Annotated[float | None, Rounded(1)]
    """Distance to the nearest place a matching programme is taught, when a city was given."""
    programmes: tuple[JudgedProgramme, ...]
    """The programmes that pass the filters."""
    through: tuple[str, ...]
    """When no programme prepares for the job asked for, the jobs below it for which these do."""
    taught: int
    """How many programmes it has, those that do not pass the filters too."""
    sources: "tuple[Source, ...]"
    """Sources of the school, in full; read by `in_full` only."""
    standing: Annotated[Standing, Unpublished]
    """How far those asked for answer, on the day, for it or for a matching programme's diploma."""
    answers_school: Annotated[tuple[str, ...], Unpublished]
    """Ministries that answer, on the day, for the school."""
    answers_diploma: Annotated[tuple[str, ...], Unpublished]
    """Ministries that answer, on the day, for the diplomas of its matching programmes."""
    cities: Annotated[tuple[str, ...], Unpublished]
    """Names of its cities: the nearest first, or those of the regions asked for."""
    alternance: Annotated[str, Unpublished]
    """The most that one of its matching programmes is done in alternance: a mode."""
    costs: CostSummary
    """What its matching programmes cost a year, on the day, status by status."""
    fees: Annotated[CostRange | None, Unpublished]
    """The same, from the lowest to the highest, under the statuses asked for."""
    held: Annotated[Held, Unpublished]
    """Of how many of these programmes each of these holds."""

    @property
    def joined(self) -> bool:
        """True if one of these, where it holds of any programme, does not hold of all."""
        among, *held = self.held
        every = (*held, *(each.programmes for each in self.costs.by_status))
        return any(0 < some < among for some in every)

    def columns(self) -> dict[str, Any]:
        """Return it as a row of a spreadsheet: one value, or a list of plain ones, in a column."""
        from .columns import school_columns

        return school_columns(self)


class LeftOut(NamedTuple):
    """How many schools may match for all that is known of them, and what is not known."""

    reason: str
    schools: int


class SchoolList(NamedTuple):
    """Schools that match, and the count of the others."""

    schools: Annotated[tuple[SchoolRow, ...], Rows]
    """The schools, in the order asked for."""
    matching: int
    """How many match, before any limit."""
    left_out: tuple[LeftOut, ...]
    """Schools that no known fact excludes, each counted once; the most first."""
    programmes_left_out: dict[str, int]
    """Programmes that no known fact excludes, each counted once, by reason; the most first."""
    without_programmes: int
    """Schools left out of which no programme is known."""
    known: int
    """How many the catalogue holds."""
    known_programmes: int
    """How many programmes the catalogue holds."""
    of_kind: int
    """How many schools the catalogue holds of the kinds asked for: all when none is."""
    of_kind_programmes: int
    """How many programmes these schools have."""
    places: dict[str, Any]
    """Cities of the campuses, by slug."""
    filters: SchoolFilters
    order: SchoolOrder
    untaught: tuple[Untaught, ...]
    """Of the jobs asked for, those that no programme prepares for."""
    today: str
    openings: tuple[Opening, ...] = ()
    """What would open the list, when it is empty."""
    dearer: Dearer | None = None
    """Schools that only cost more than what was asked; null without any, or when no fees were asked."""
    priced: int = 0
    """Schools left out for want of a price, of which an amount was read: old, undated, or a part."""


def list_schools(
    catalogue: Catalogue,
    filters: SchoolFilters,
    today: str,
    *,
    order: SchoolOrder | None = None,
    limit: int | None = None,
) -> SchoolList:
    """Return the schools that match on a day (ISO), and how many may match for all one knows.

    When none does, it says what would open the list.

    Schools and programmes are cards, without the texts that only sheets show: see `in_full`.
    Order: by distance when a city is given, else by name; by fees, the unknown come last.
    """
    found = _listed(catalogue, filters, today, order=order, limit=limit)
    if found.matching:
        return found
    return found._replace(
        openings=openings(filters, lambda other: _listed(catalogue, other, today), catalogue)
    )


def _listed(
    catalogue: Catalogue,
    filters: SchoolFilters,
    today: str,
    *,
    order: SchoolOrder | None = None,
    limit: int | None = None,
) -> SchoolList:
    untaught = untaught_among(catalogue, filters.jobs)
    asked = filters._replace(jobs=looked_for(filters.jobs, untaught))
    candidates = tuple(_candidates(catalogue, asked, grounds(catalogue, today)))
    around = _surroundings(catalogue, asked, candidates)
    judge = Judge(asked, around)
    rows: list[SchoolRow] = []
    schools, programmes = (Counter(dict.fromkeys(REASONS, 0)) for _ in range(2))
    without_programmes = priced = 0
    excluded: list[CandidateSchool] = []
    for candidate in candidates:
        verdict = judge.verdict(candidate)
        if verdict.passes:
            row = _row(candidate, verdict, filters, around)
            by = through((p.record for p in row.programmes), filters.jobs, untaught)
            rows.append(row._replace(through=by))
        elif verdict.reason:
            schools[verdict.reason] += 1
            without_programmes += not candidate.programmes
            priced += verdict.reason == "fees-unknown" and has_uncounted(candidate, today)
        else:
            excluded.append(candidate)
        programmes.update(verdict.left_out)
    # Candidates come by name, and sorting keeps their order.
    order = order or ("distance" if filters.near else "name")
    rows.sort(key=_rank(order))
    known, known_programmes = _counted(catalogue, ())
    of_kind, of_kind_programmes = _counted(catalogue, filters.kinds)
    return SchoolList(
        schools=tuple(rows[:limit]),
        matching=len(rows),
        left_out=tuple(LeftOut(reason, n) for reason, n in schools.most_common() if n),
        programmes_left_out={reason: n for reason, n in programmes.most_common() if n},
        without_programmes=without_programmes,
        known=known,
        known_programmes=known_programmes,
        of_kind=of_kind,
        of_kind_programmes=of_kind_programmes,
        places=around.places,
        filters=filters,
        order=order,
        untaught=untaught,
        today=today,
        dearer=dearer_than(asked, excluded, around),
        priced=priced,
    )


def _counted(catalogue: Catalogue, kinds: tuple[str, ...]) -> tuple[int, int]:
    """Return how many schools the catalogue holds, and programmes: all, or of some kinds of school."""
    clause, parameters = facet("school", "kind")(kinds) if kinds else ("1", ())
    sql = f"""
        SELECT count(*), sum((SELECT count(*) FROM programme WHERE school = slug))
        FROM record WHERE kind = 'school' AND {clause}
    """
    ((schools, programmes),) = catalogue.rows(sql, parameters)
    return schools, programmes or 0


def around_the_first(found: SchoolList) -> SchoolFilters | None:
    """Return the same question around the city where the first school teaches what was asked.

    None when the question is about a city already, or no city is known.
    """
    for row in () if found.filters.near else found.schools[:1]:
        taught = [c for p in row.programmes for c in campuses_of(row.school, p.record)]
        for campus in (taught or row.school.campuses)[:1]:
            return found.filters._replace(near=Near(found.places[campus.place], NEARBY_KM))
    return None


def in_full(catalogue: Catalogue, found: SchoolList) -> SchoolList:
    """Return a list of schools with the texts and sources that its page does not show."""
    documents = whole_schools(catalogue, (row.school.slug for row in found.schools))
    cited = catalogue.cards("source", {s for d in documents.values() for s in d.sources})
    on = grounds(catalogue, found.today)
    rows = []
    for row in found.schools:
        whole = documents[row.school.slug]
        taught = {programme.slug: programme for programme in whole.programmes}
        rows.append(
            row._replace(
                recognition=of_school(whole, found.today),
                programmes=tuple(p.in_full(taught[p.record.slug], on) for p in row.programmes),
                sources=in_order(cited, whole.sources),
            )
        )
    return found._replace(schools=tuple(rows))


def whole_schools(catalogue: Catalogue, slugs: Iterable[str]) -> "dict[str, School]":
    """Return whole records of schools, by slug."""
    sql = (
        "SELECT document FROM record WHERE kind = 'school' "
        "AND slug IN (SELECT value FROM json_each(?))"
    )
    wanted = json.dumps(sorted(set(slugs)))
    return {school.slug: school for school in catalogue.read(sql, (wanted,))}


def _candidates(
    catalogue: Catalogue, filters: SchoolFilters, on: Grounds
) -> Iterator[CandidateSchool]:
    """Yield by name the schools that the indexes do not exclude, each with all its programmes."""
    where, parameters = narrowed("school", filters)
    around = costing(catalogue.documents("rule"), on.today, filters.routes_paid)
    sql = f"""
        SELECT slug, record.card, programme.card FROM record
        LEFT JOIN programme ON school = slug
        WHERE {where} ORDER BY collation, slug, programme.position
    """
    for _, together in groupby(catalogue.rows(sql, parameters), key=itemgetter(0)):
        (_, school, first), *others = together
        programmes = () if first is None else (first, *(each for *_, each in others))
        yield CandidateSchool(read_document(school), map(read_document, programmes), around, on)


def _surroundings(
    catalogue: Catalogue, filters: SchoolFilters, candidates: Sequence[CandidateSchool]
) -> Surroundings:
    cities = {campus.place for each in candidates for campus in each.school.campuses}
    department_of: dict[str, str] = {}
    if filters.departments:
        sql = "SELECT slug, value FROM facet WHERE kind = 'profession' AND facet = 'department'"
        department_of = dict(catalogue.rows(sql))
    places = catalogue.cards("place", cities)
    return Surroundings(places, department_of, filters.recognised_as, filters.unverified)


def _row(
    candidate: CandidateSchool, verdict: Verdict, filters: SchoolFilters, around: Surroundings
) -> SchoolRow:
    """Return what is listed of a school that passes."""
    school, programmes = candidate.school, verdict.programmes
    of_diplomas = tuple(w for programme in programmes for w in programme.recognition)
    standing = _standing(candidate, programmes, filters)
    alternance = most_of(programme.alternance for programme in programmes)
    answered = in_force(of_diplomas)
    return SchoolRow(
        school=school,
        recognised=WhoAnswers(candidate.recognition, of_diplomas).recognised,
        recognition=candidate.recognition,
        campuses=placed(school.campuses, around.places),
        kilometres=_distance(school, programmes, filters, around),
        programmes=programmes,
        through=(),
        taught=len(candidate.programmes),
        sources=(),
        standing=standing,
        answers_school=in_force(candidate.recognition),
        answers_diploma=answered,
        cities=cities_of(school.campuses, filters, around.places),
        alternance=alternance,
        costs=school_costs(((p.record, p.costs) for p in programmes), candidate.on.today).per_year,
        fees=cost_range(
            (cost for programme in programmes for cost in programme.costs), filters.routes_paid
        ),
        held=Held(
            len(programmes),
            sum(
                bool(in_force(p.recognition))
                if answered
                else _answer(p.answers, filters) == standing
                for p in programmes
            ),
            sum(p.alternance == alternance for p in programmes),
        ),
    )


def _standing(
    candidate: CandidateSchool, programmes: tuple[JudgedProgramme, ...], filters: SchoolFilters
) -> Standing:
    """Return how far those asked for answer for a school, or for one of some diplomas."""
    every = [programme.answers for programme in programmes] or [WhoAnswers(candidate.recognition)]
    return best_of(_answer(who, filters) for who in every)


def _answer(who: WhoAnswers, filters: SchoolFilters) -> Standing:
    asked = filters.recognised_as, filters.recognised_by
    return who.answer(*asked, unverified=filters.unverified)


def _distance(
    school: "School",
    programmes: tuple[JudgedProgramme, ...],
    filters: SchoolFilters,
    around: Surroundings,
) -> float | None:
    """Return how far the nearest place is where one of the programmes is taught, in km."""
    if not filters.near:
        return None
    taught = [
        campus for programme in programmes for campus in campuses_of(school, programme.record)
    ]
    return nearest_kilometres(filters.near, taught or school.campuses, around.places)


def _rank(order: SchoolOrder) -> Callable[[SchoolRow], Any]:
    """Return what to sort by; the unknown come last."""
    match order:
        case "distance":
            return lambda row: (row.kilometres is None, row.kilometres or 0.0, row.school.slug)
        case "fees":
            return lambda row: (
                row.fees is None,
                row.fees.low if row.fees else 0.0,
                row.school.slug,
            )
    return lambda _: ()
