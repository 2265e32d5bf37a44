"""Public programmes to look at beside a school that is not: for each of its trades, one."""

import json
from collections import Counter
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Rounded, Unpublished
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold
from avcareers.text.geography import kilometres_between

from .costs import Cost, Costing, costing
from .judged import CandidateSchool, JudgedProgramme
from .recognition import Grounds, grounds
from .school import SchoolSheet
from .training import Course, course_of

if TYPE_CHECKING:
    from avcareers.model.school import Programme, Selectivity


class Nearest(NamedTuple):
    """A public programme near a campus that prepares for some of the same jobs."""

    departments: tuple[str, ...]
    """Departments of those jobs, by key: the trades of the school for which it is the one to look at."""
    campus: str | None
    """City of the campus, by key; null when none is known."""

    course: Annotated[Course, Merged()]
    """The programme and its school."""
    entry_level: int | None
    """Level it asks for; null when it is not known."""
    alternance: str
    """How it is done in alternance: a mode, or `unknown`."""
    also_apprentice: bool
    """Whether the school has the same diploma in apprenticeship too, as a course of its own."""
    costs: tuple[Cost, ...]
    """What a year costs under each status, where that is known."""
    kilometres: Annotated[float | None, Rounded(1)]
    """Distance to that campus; null when one of the two is not located."""
    from_address: bool
    """Whether it is measured from the campus itself; else from the middle of its city."""
    jobs: tuple[str, ...]
    """Jobs both prepare for."""
    same_diploma: bool
    """Whether it leads to a national diploma that the school prepares for too."""
    years: float | None
    """Years it takes; null when not known."""
    last_session: "Selectivity | None"
    """How hard it was to enter last; null when nothing is known."""
    judged: Annotated[JudgedProgramme, Unpublished]
    """The programme, and what holds of it."""


class Contest(NamedTuple):
    """A national school entered by a competition, after some years of other studies."""

    school: str
    """School slug."""
    name: str
    """Its name."""
    entry_level: int
    """The lowest level that its competitions ask for."""
    jobs: tuple[str, ...]
    """Jobs both prepare for."""


NEAREST = 6
"""Public programmes that are named."""
MAIN = 3
"""Trades of several jobs that make a school one of several."""
BAC = 4
"""Level of the bac, which is asked for where nothing is known."""
REACHES_KM = (30, 100, 250)
"""Distances below which one is as good as another: every day, every week, now and then."""
CONTESTS = 3
"""National schools entered by a competition that are named."""
FARTHEST = 3
"""How far from what is asked, in steps of distance and of teaching, a programme may be to be named."""
THEORY = ("licence", "master")
"""Diplomas that come after those which teach the trade itself."""
Site = tuple[float, float]
_From = tuple[str | None, Site | None, bool]
"""The city of a campus, where it is, and whether that is its own address."""


class _Candidate(NamedTuple):
    """A public programme, by its school and its place there."""

    school: str
    position: int
    sites: tuple[Any, ...]
    diploma: str | None
    certification: str | None
    title: str
    entry: int | None
    at_school: bool
    """Whether it may be followed without an employer."""
    as_apprentice: bool
    """Whether it may be followed as an apprentice."""
    jobs: frozenset[str]
    contest: bool
    """Whether it is that of a national school, entered by a competition after some studies."""

    def also(self, other: "_Candidate") -> bool:
        """True if another course of the school leads to the same diploma, and it as an apprentice."""
        return other.as_apprentice and all(
            one == another
            for one, another in (
                (self.school, other.school),
                (self.diploma, other.diploma),
                (self.certification or self.title, other.certification or other.title),
            )
        )

    def kilometres(self, here: Site | None) -> float | None:
        """Return the shortest way from a place (latitude, longitude), in km; None when unknown."""
        away = (kilometres_between(*here, *there) for there in self.sites) if here else ()
        return min(away, default=None)


class _Trade(NamedTuple):
    """What a school teaches of one department."""

    department: str
    jobs: frozenset[str]
    taught: frozenset[str]
    """Every job that the school prepares for, of any department."""
    entry: int
    """The lowest level that it asks for."""
    diplomas: "tuple[Programme, ...]"
    """Programmes that lead there by a national diploma."""

    def has_diploma(self, one: _Candidate) -> bool:
        """True if a programme leads to one of the same diplomas: same number, else same name.

        « BTS métiers de l'audiovisuel », of which no option is named, is that of any option.
        """
        return any(
            one.certification == own.certification
            if one.certification and own.certification
            else fold(one.title).startswith(fold(own.title))
            for own in self.diplomas
            if own.diploma == one.diploma
        )

    def worth(
        self, one: _Candidate, here: Site | None, chosen: Container[_Candidate]
    ) -> tuple[Any, ...]:
        """Return what sorts candidates: by diploma, by how far from what is asked, by jobs shared.

        A degree of theory counts as farther away; so does what asks for more than the school, and what
        mostly teaches other trades. Of those alike, one already chosen for another trade comes first.
        """
        away = one.kilometres(here)
        near = away or 0.0
        shared = self.jobs & one.jobs
        harder = one.entry is None or one.entry > self.entry
        apart = sum((one.diploma in THEORY, harder, 2 * len(shared) < len(one.jobs)))
        return (not self.has_diploma(one), away is None, apart + sum(near > each for each in REACHES_KM),
                apart, not one.at_school, -len(shared), len(one.jobs - self.taught), one not in chosen, near)  # fmt: skip


def nearest_public(catalogue: Catalogue, sheet: SchoolSheet) -> tuple[Nearest, ...]:
    """Return the public programme that answers best, and nearest, for each trade of a school.

    The same national diploma comes first, then what teaches some of the same jobs from the same level.
    A programme that answers for several trades is named once; one not seen offered lately, only where
    there is no other; one that is too far, only for the first trade.
    """
    trades = _trades(catalogue, sheet)
    if not trades or sheet.school.kind == "public":
        return ()
    every = list(_candidates(catalogue, sorted(sheet.jobs)))
    campuses: list[_From] = [(each.city.slug, each.site, each.campus.lat is not None)
                             for each in sheet.campuses] or [(None, None, False)]  # fmt: skip
    around = costing(catalogue.documents("rule"), sheet.today), grounds(catalogue, sheet.today)
    chosen: dict[_Candidate, Nearest] = {}
    for trade in trades:
        offered = sorted(
            ((trade.worth(one, campus[1], chosen), one, campus)
             for one in every if one.jobs & trade.jobs for campus in campuses),
            key=lambda each: each[0])  # fmt: skip
        found = ((one, chosen.get(one) or _named(catalogue, one, sheet, campus, around))
                 for (other, _, apart, *_), one, campus in offered
                 if not other or apart <= FARTHEST or not chosen)  # fmt: skip
        best = _offered(found)
        if best and (best[0] in chosen or len(chosen) < NEAREST):
            one, nearest = best
            chosen[one] = nearest._replace(
                departments=(*nearest.departments, trade.department),
                also_apprentice=not one.as_apprentice and any(map(one.also, every)),
                same_diploma=nearest.same_diploma or trade.has_diploma(one),
            )
    for campus in campuses if len(campuses) > 1 else ():
        served = any(n.campus == campus[0] or _within(one, campus) for one, n in chosen.items())
        near = sorted(
            ((trade.worth(one, campus[1], ()), one) for trade in trades for one in every
             if one.jobs & trade.jobs and _within(one, campus)), key=lambda each: each[0])  # fmt: skip
        best = _offered((one, _named(catalogue, one, sheet, campus, around)) for _, one in near)
        if best and not served and len({each.school for each in chosen}) < NEAREST:
            one, nearest = best
            shared = tuple(trade.department for trade in trades if one.jobs & trade.jobs)
            chosen[one] = nearest._replace(
                departments=shared, also_apprentice=not one.as_apprentice and any(map(one.also, every)),
                same_diploma=any(trade.has_diploma(one) for trade in trades),
            )  # fmt: skip
    return tuple(chosen.values())


def _within(one: _Candidate, campus: _From) -> bool:
    """True if a programme is near enough to a campus to go there each week."""
    away = one.kilometres(campus[1])
    return away is not None and away <= REACHES_KM[1]


def cities_unserved(sheet: SchoolSheet, found: tuple[Nearest, ...]) -> tuple[str, ...]:
    """Return the cities of a school, by key, of which no public programme found is near."""
    if sheet.school.kind == "public":
        return ()
    served = [each for each in sheet.campuses if any(n.campus == each.city.slug for n in found)]
    return tuple(dict.fromkeys(
        each.city.slug for each in sheet.campuses
        if each.site and not any(one.site and kilometres_between(*each.site, *one.site) <= REACHES_KM[1]
                                 for one in served)
    )) if served else ()  # fmt: skip


def national_contests(
    catalogue: Catalogue, sheet: SchoolSheet, found: tuple[Nearest, ...]
) -> tuple[Contest, ...]:
    """Return the national schools entered by a competition, for jobs of a school that is not public.

    Those that teach most of its jobs come first; one that is named already is left out.
    """
    if sheet.school.kind == "public" or not sheet.jobs:
        return ()
    taught: dict[str, list[_Candidate]] = {}
    for one in _candidates(catalogue, sorted(sheet.jobs)):
        if one.contest and one.school not in {each.course.school for each in found}:
            taught.setdefault(one.school, []).append(one)
    names = catalogue.cards("school", taught)
    contests = [
        Contest(school, names[school].name, min(each.entry or BAC for each in ones),
                tuple(job for job in sheet.jobs if any(job in each.jobs for each in ones)))
        for school, ones in taught.items()
    ]  # fmt: skip
    return tuple(sorted(contests, key=lambda each: (-len(each.jobs), each.school))[:CONTESTS])


def _offered(found: Iterator[tuple[_Candidate, Nearest]]) -> tuple[_Candidate, Nearest] | None:
    """Return the first that is still seen offered; the first of all where none is."""
    first = next(found, None)
    if first is None or not first[1].judged.offer_to_check:
        return first
    return next((each for each in found if not each[1].judged.offer_to_check), first)


def _trades(catalogue: Catalogue, sheet: SchoolSheet) -> list[_Trade]:
    """Return the trades of a school, those that most of its programmes lead to first.

    Of a school with several, one that it prepares for one job of only is left out.
    """
    weight = Counter(
        sheet.jobs[job].department for each in sheet.programmes for job in each.record.leads_to
    )
    order = sorted(catalogue.slugs("department"), key=lambda slug: -weight[slug])
    trades = [_trade(department, sheet) for department in order if weight[department]]
    main = [trade for trade in trades if len(trade.jobs) > 1]
    return main if len(main) >= MAIN else trades


def _trade(department: str, sheet: SchoolSheet) -> _Trade:
    jobs = frozenset(slug for slug, job in sheet.jobs.items() if job.department == department)
    records = [e.record for e in sheet.programmes if jobs.intersection(e.record.leads_to)]
    entries = [record.entry_level for record in records if record.entry_level is not None]
    return _Trade(
        department, jobs, frozenset(sheet.jobs), min(entries, default=BAC),
        tuple(record for record in records if record.diploma),
    )  # fmt: skip


def _candidates(catalogue: Catalogue, jobs: list[str]) -> Iterator[_Candidate]:
    marks = ",".join("?" * len(jobs))
    sql = f"""
        SELECT programme.school, programme.position, sites,
            json_extract(programme.document, '$.diploma'),
            json_extract(programme.document, '$.certification'),
            json_extract(programme.document, '$.title'),
            json_extract(programme.document, '$.entry_level'),
            json_extract(programme.document, '$.routes'),
            json_extract(programme.document, '$.leads_to'),
            json_extract(record.card, '$.type') = 'ecole-nationale'
            AND EXISTS (SELECT 1 FROM json_each(programme.document, '$.admission') WHERE value = 'concours')
        FROM programme_facet AS wanted
        JOIN facet ON facet.kind = 'school' AND facet.facet = 'kind'
            AND facet.value = 'public' AND facet.slug = wanted.school
        JOIN programme USING (school, position)
        JOIN record ON record.kind = 'school' AND record.slug = wanted.school
        WHERE wanted.facet = 'job' AND wanted.value IN ({marks})
        GROUP BY programme.school, programme.position
        ORDER BY record.collation, record.slug, programme.position
    """
    for row in catalogue.rows(sql, tuple(jobs)):
        school, position, sites, diploma, number, title, entry, routes, every, contest = row
        places = tuple(map(tuple, json.loads(sites or "[]")))
        apprentice = "apprentissage" in routes
        at_school = not apprentice or "scolaire" in routes
        yield _Candidate(school, position, places, diploma, number, title, entry, at_school,
                         apprentice, frozenset(json.loads(every)), bool(contest) and (entry or 0) > BAC)  # fmt: skip


def _named(
    catalogue: Catalogue,
    one: _Candidate,
    sheet: SchoolSheet,
    near: _From,
    around: tuple[Costing, Grounds],
) -> Nearest:
    sql = """
        SELECT record.card, programme.card FROM programme
        JOIN record ON record.kind = 'school' AND record.slug = school
        WHERE school = ? AND programme.position = ?
    """
    course = next(map(course_of, catalogue.read_pairs(sql, (one.school, one.position))))
    (judged,) = CandidateSchool(course.taught_by, (course.taught,), *around).programmes
    city, site, precise = near
    return Nearest(
        departments=(),
        campus=city,
        course=course,
        entry_level=course.taught.entry_level,
        alternance=judged.alternance,
        also_apprentice=False,
        costs=judged.costs,
        kilometres=one.kilometres(site),
        from_address=precise,
        jobs=tuple(job for job in course.taught.leads_to if job in sheet.jobs),
        same_diploma=False,
        years=judged.judged.record.years,
        last_session=judged.judged.last_session,
        judged=judged.judged,
    )


def by_worth(found: Nearest) -> tuple[bool, bool, bool, float]:
    """Return what sorts programmes: the same diploma, then those of the trade, then by how near."""
    theory = found.course.taught.diploma in THEORY
    return not found.same_diploma, theory, found.kilometres is None, found.kilometres or 0.0
