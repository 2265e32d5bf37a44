"""Plans on drawn catalogues, compiled and asked, against every route read from whole records."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avcareers.model.school import (
    Alternance,
    Campus,
    DiplomaRecognition,
    Fees,
    Programme,
    School,
    SchoolRecognition,
)
from avcareers.query.nearby import Near
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.query.plan.plan import PlanRoute
from avcareers.query.plan.request import Request
from avcareers.query.plan.routes import UNKNOWN, Amount, Course, Measures
from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.data_files import read_snapshot
from avcareers.store.validation import load
from avcareers.text.geography import kilometres_between

from ...own_data import FOLDER
from ...sampling import few_of
from .test_routes import Vector, beats, breaks, every_route, measured, sure, surely_beats

TODAY = "2026-11-23"
PROMOTIONS = {"chef-monteur": 0, "monteur": 1, "assistant-monteur": 2}
"""What the ladder of the tests' catalogue asks for."""
SOURCE = "guide-des-etapes"
CITIES = ("brest", "lyon", "rennes")
YEARS = ("2022-2023", "2024-2025", "2026-2027")
SAID = {"fr": "un détail", "en": "a detail"}

fees = st.builds(
    Fees,
    low=st.sampled_from((0.0, 200.0, 900.0)),
    year=st.none() | st.sampled_from(YEARS),
    covers=st.just(SAID),
    source=st.just(SOURCE),
)
UNTIL = st.none() | st.sampled_from(("2020-01-01", "2030-01-01"))
of_school = st.builds(
    SchoolRecognition,
    authority=st.just("culture"),
    kind=st.sampled_from(("tutelle", "qualiopi")),
    detail=st.just(SAID),
    until=UNTIL,
    source=st.just(SOURCE),
)
of_diploma = st.builds(
    DiplomaRecognition,
    authority=st.just("culture"),
    kind=st.just("visa"),
    detail=st.just(SAID),
    until=UNTIL,
    source=st.just(SOURCE),
)
some_alternance = st.builds(
    Alternance, mode=st.sampled_from(("none", "likely", "partial", "full")), source=st.just(SOURCE)
)
programmes = st.builds(
    Programme,
    slug=st.just("p"),
    title=st.just("Une formation"),
    award=st.sampled_from(("rncp", "school")),
    level=st.none() | st.integers(3, 7),
    certification=st.none() | st.sampled_from(("rncp-99001", "rncp-99002")),
    recognition=st.lists(of_diploma, max_size=1).map(tuple),
    entry_level=st.none() | st.sampled_from((0, 3, 4, 5, 6)),
    admission=st.sampled_from(((), ("concours",))),
    years=st.none() | st.sampled_from((1.0, 2.0)),
    fees=st.lists(fees, max_size=2).map(tuple),
    alternance=st.none() | some_alternance,
    routes=st.sampled_from(((), ("scolaire",), ("apprentissage",), ("scolaire", "apprentissage"))),
    campuses=st.sampled_from(((), ("brest",))),
    leads_to=st.lists(st.sampled_from((*PROMOTIONS, "scripte")), max_size=2, unique=True).map(
        tuple
    ),
    sources=st.just((SOURCE,)),
)
requests = st.builds(
    Request,
    level=st.sampled_from((0, 4, 5)),
    job=st.none(),
    near=st.none(),
    no_school=st.just(False),
    alternance=st.booleans(),
    recognised=st.booleans(),
    max_fees=st.none() | st.just(500.0),
    max_total=st.none() | st.just(1000.0),
    max_years=st.none() | st.just(3.0),
    unknown_too=st.booleans(),
)


@st.composite
def schools(draw: st.DrawFn) -> tuple[School, ...]:
    # Some programmes are drawn twice or more: a route counts those alike.
    drawn = draw(st.lists(programmes, min_size=1, max_size=4))
    found = []
    for number in range(draw(st.integers(1, 4))):
        taught = draw(st.lists(st.sampled_from(drawn), max_size=3))
        found.append(School(
            slug=f"s{number}", name=f"École {number}", kind="private",
            campuses=tuple(Campus(place=city) for city in sorted(draw(st.sets(st.sampled_from(CITIES))))),
            recognition=tuple(draw(st.lists(of_school, max_size=1))),
            programmes=tuple(one.model_copy(update={"slug": f"p{i}"}) for i, one in enumerate(taught)),
            sources=(SOURCE,), reviewed="2026-11-20",
        ))  # fmt: skip
    return tuple(found)


USUAL_DOORS = {
    (5, None): 4, (5, 1): 4, (5, 2): 4,
    (6, None): 4, (6, 1): 5, (6, 2): 5,
    (7, None): 6, (7, 1): 6, (7, 2): 6,
}  # fmt: skip
"""Level usually asked for at the door, by level and years, written out by hand."""


def at_the_door(programme: Programme, asked: Request) -> Iterator[tuple[str, float, float]]:
    usual = USUAL_DOORS.get((programme.level, programme.years), 0)
    if programme.entry_level is None and not asked.unknown_too and usual > asked.level:
        yield "entry-unknown", float(usual), float(asked.level)


class Read(NamedTuple):
    """A programme, read from its whole record."""

    course: Course
    reasons: tuple[tuple[str, float | None, float], ...]
    kilometres: float | None


def counted(programme: Programme, mode: str, asked: Request) -> tuple[float | None, str | None]:
    """Return the lowest cost of a year of a private programme, and under which status.

    A figure is what a pupil pays, where there are pupils; an apprentice pays nothing, but for the
    years spent at school. Of equal costs the oldest figure is said.
    """
    statuses = [*programme.routes]
    if mode == "partial" and "scolaire" not in statuses:
        statuses = ["scolaire", *statuses]
    payer = "scolaire" if "scolaire" in statuses or not statuses else statuses[0]
    figures = [(f.low, int(f.year[:4])) for f in programme.fees
               if f.year and int(f.year[-4:]) >= 2024]  # fmt: skip
    found: list[tuple[float, int, str]] = [(low, year, payer) for low, year in figures]
    if "apprentissage" in statuses and not (figures and payer == "apprentissage"):
        at_school = min(figures)[0] if figures else None
        if mode != "partial":
            found.append((0.0, int(TODAY[:4]), "apprentissage"))
        elif at_school is not None:
            found.append((at_school, int(TODAY[:4]), "apprentissage"))
    if asked.alternance:
        found = [cost for cost in found if cost[2] == "apprentissage"]
    if not found:
        return None, None
    euros, _, status = min(found, key=lambda cost: cost[:2])
    return euros, status


def over(programme: Programme, asked: Request) -> list[tuple[str, float | None, float | None]]:
    """What closes a title whose registration ended: that of rncp-99002 did in 2025."""
    ended = programme.award == "rncp" and programme.certification == "rncp-99002"
    return [("registration-ended", None, None)] if ended and not asked.unknown_too else []


def read(school: School, programme: Programme, asked: Request, places: dict[str, Any]) -> Read:
    mode = programme.alternance.mode if programme.alternance else "unknown"
    paid, status = counted(programme, mode, asked)
    sites = [c.place for c in school.campuses if c.place in (programme.campuses or CITIES)]
    away = None
    if asked.near:
        here = asked.near.place
        ways = [kilometres_between(here.lat, here.lon, places[s].lat, places[s].lon) for s in sites]
        away = min(ways, default=None)
    entries = (*school.recognition, *programme.recognition)
    counts = [e for e in entries if e.kind != "qualiopi" and not (e.until and e.until < TODAY)]
    in_force = any(e.until or e.kind == "tutelle" for e in counts)
    doubtful = bool(counts) and not in_force
    registered = programme.certification == "rncp-99001"
    apprentice = status == "apprentissage" or asked.alternance or "scolaire" not in programme.routes
    missing = sum((
        programme.entry_level is None, not programme.admission, programme.years is None,
        paid is None, bool(asked.near) and away is None,
        asked.alternance and mode in {"unknown", "likely"},
        mode in {"partial", "full"} and apprentice,
        programme.award == "rncp" and not registered, asked.recognised and doubtful,
    ))  # fmt: skip
    reasons: list[tuple[str, float | None, float | None]] = [*at_the_door(programme, asked)]
    reasons += over(programme, asked)

    def judge(kind: str, found: float | None, limit: float) -> None:
        if found is None and not asked.unknown_too:
            reasons.append((f"{kind}-unknown", None, limit))
        elif found is not None and found > limit:
            reasons.append((kind, found, limit))

    if asked.alternance and mode not in {"partial", "full"}:
        judge("alternance", None if mode in {"unknown", "likely"} else 1.0, 0.0)
    if asked.recognised and not in_force:
        judge("recognition", None if doubtful else 1.0, 0.0)
    if asked.max_fees is not None:
        judge("fees", paid, asked.max_fees)
    if asked.near:
        judge("distance", away, asked.near.within_km)
    total = 0.0 if paid == 0 else paid and programme.years and paid * programme.years
    length, cost, distance = (
        UNKNOWN if value is None else Amount(value)
        for value in (programme.years, total, away if asked.near else 0.0)
    )
    promotions = min(PROMOTIONS[job] for job in programme.leads_to if job in PROMOTIONS)
    key = f"{school.slug}/{programme.slug}"
    own = Measures(length, cost, distance, missing,
                   int(programme.entry_level is None or not programme.admission))  # fmt: skip
    return Read(Course(key, programme.entry_level, programme.level, own, promotions),
                tuple(reasons), away)  # fmt: skip


def nearness(closed: tuple[str, Read, tuple[tuple[str, float | None, float], ...]]) -> Any:
    key, read, reasons = closed
    over = sum((found - limit) / max(limit, 1) for _, found, limit in reasons if found is not None)
    return len(reasons), over, read.kilometres is None, read.kilometres or 0.0, key


def closed_in_order(
    every: dict[str, Read], courses: tuple[Course, ...], asked: Request
) -> list[str]:
    """The nearest to open of each set of reasons, five at most, when only programmes are limited."""
    reached = {chain[-1].key for chain in every_route(courses, asked.level)}
    doors = {c.key: _door(c, courses, asked.level) for c in (r.course for r in every.values())}
    found = []
    for key, one in every.items():
        door = () if doors[key] else (("entry", float(one.course.entry or 0), float(asked.level)),)
        if one.reasons or key not in reached:
            found.append((key, one, (*one.reasons, *door)))
    first: dict[tuple[Any, ...], str] = {}
    for closed in sorted(found, key=nearness):
        kinds = tuple((kind, value if kind == "entry" else 0) for kind, value, _ in closed[2])
        first.setdefault(kinds, closed[0])
    return [*first.values()][:5]


def _door(course: Course, courses: tuple[Course, ...], level: int) -> bool:
    """Whether some way leads to the door of a course, were it open."""
    others = tuple(c._replace(promotions=None) for c in courses if c.key != course.key)
    return any(True for _ in every_route((*others, course._replace(promotions=0)), level))


Compile = Callable[[tuple[School, ...]], Catalogue]


@pytest.fixture(scope="module")
def compiled() -> Compile:
    whole = load(read_snapshot(FOLDER))

    def compiled_with(schools: tuple[School, ...]) -> Catalogue:
        connection = sqlite3.connect(":memory:")
        compile_into(connection, whole.model_copy(update={"schools": schools}), "drawn")
        return Catalogue(connection)

    return compiled_with


def as_published(route: PlanRoute, *, near: bool) -> Vector:
    """What a route says it measures."""
    return (
        (route.years_at_least, route.years is not None),
        (route.total_eur_at_least, route.total_eur is not None),
        (route.kilometres_at_least, route.kilometres is not None or not near),
        route.unknowns,
        route.unknown_doors,
    )


@pytest.mark.slow
@settings(max_examples=few_of(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(schools(), requests, st.none() | st.just(100.0) | st.just(500.0))
def test_a_compiled_catalogue_answers_as_its_records_do(
    compiled: Compile, taught: tuple[School, ...], asked: Request, within: float | None
) -> None:
    with closing(compiled(taught)) as catalogue:
        places = catalogue.cards("place", CITIES)
        if within:
            asked = asked._replace(near=Near(places["rennes"], within))
        plan = plan_to_job(catalogue, "chef-monteur", asked, TODAY)
    every = {
        f"{school.slug}/{programme.slug}": read(school, programme, asked, places)
        for school in taught
        for programme in school.programmes
        if set(programme.leads_to) & set(PROMOTIONS)
    }
    courses = tuple(one.course for one in every.values() if not one.reasons)
    chains = {
        tuple(c.key for c in chain): measured(chain) for chain in every_route(courses, asked.level)
    }
    allowed = {vector for vector in chains.values() if not breaks(vector, asked.limits)}
    best = {
        sure(one)
        for one in allowed
        if not any(beats(other, one) or surely_beats(other, one) for other in allowed)
    }

    shown = [route for route in plan.routes if route.school]
    assert plan.routes_in_all == len(best) + 1, "and the one without a school"
    assert len(shown) == min(4, len(best))
    for route in shown:
        keys = tuple(step.key for step in route.programmes)
        assert chains[keys] == as_published(route, near=bool(within))
        assert sure(chains[keys]) in best
        last = every[keys[-1]].course
        assert route.alike == sum(1 for course in courses if course[1:] == last[1:]) - 1
    ends = {keys[-1] for keys, vector in chains.items() if not breaks(vector, asked.limits)}
    assert plan.closed_in_all == len(every.keys() - ends)
    if asked.max_total is None and asked.max_years is None:
        assert [one.programme.key for one in plan.closed] == closed_in_order(every, courses, asked)
