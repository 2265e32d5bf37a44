"""The search for routes, against every route there is."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.query.plan.routes import (
    UNKNOWN,
    Amount,
    Course,
    Limits,
    Measures,
    Route,
    best_routes,
    fronts_from,
    usable,
    various,
)

from ...sampling import few_of

Part = tuple[float, bool]
Vector = tuple[Part, Part, Part, int]
levels = st.none() | st.integers(0, 7)
amounts = st.just(UNKNOWN) | st.integers(0, 4).map(lambda number: Amount(float(number)))
measures = st.builds(Measures, amounts, amounts, amounts, st.integers(0, 2), st.integers(0, 1))
limits = st.builds(
    Limits,
    years=st.none() | st.integers(0, 8).map(float),
    total=st.none() | st.integers(0, 8).map(float),
    distance=st.none() | st.integers(0, 4).map(float),
    unknown_too=st.booleans(),
)


@st.composite
def catalogues(draw: st.DrawFn) -> tuple[Course, ...]:
    parts = st.tuples(levels, levels, measures, st.none() | st.integers(0, 2))
    drawn = draw(st.lists(parts, max_size=8))
    return tuple(Course(f"c{number}", *part) for number, part in enumerate(drawn))


def routes_among(courses: Iterable[Course], level: int, limits: Limits) -> tuple[Route, ...]:
    """The best routes from a level to the target."""
    kept = usable(courses, limits)
    return best_routes(kept, fronts_from(kept, level, limits), limits)


def every_route(courses: tuple[Course, ...], level: int) -> Iterator[tuple[Course, ...]]:
    """Every chain in which each course is opened by the one before: no cutting, no sharing."""

    def longer(chain: tuple[Course, ...], before: int, held: int) -> Iterator[tuple[Course, ...]]:
        for course in courses:
            if course.entry is None:
                is_open = not chain
            else:
                is_open = course.entry <= held and not (chain and course.entry <= before)
            if not is_open:
                continue
            if course.promotions is not None:
                yield (*chain, course)
            goes_up = course.exit is not None and course.exit > held
            if goes_up and course.entry is not None:
                yield from longer((*chain, course), held, course.exit or 0)

    yield from longer((), -1, level)


def measured(chain: tuple[Course, ...]) -> Vector:
    own = [course.own for course in chain]
    return (
        (sum(one.years[0] for one in own), all(one.years[1] for one in own)),
        (sum(one.cost[0] for one in own), all(one.cost[1] for one in own)),
        (max(one.distance[0] for one in own), all(one.distance[1] for one in own)),
        sum(one.unknowns for one in own) + (chain[-1].promotions or 0),
        sum(one.doors for one in own),
    )


def breaks(vector: Vector, limits: Limits) -> bool:
    years, cost, distance, *_ = vector
    for (known, whole), limit in (
        (years, limits.years),
        (cost, limits.total),
        (distance, limits.distance),
    ):
        if limit is not None and (known > limit or not (whole or limits.unknown_too)):
            return True
    return False


def sure(vector: Vector) -> Vector:
    """What is known of a route: an unknown is an unknown, whatever part of it is known."""
    years, cost, distance, unknowns, doors = vector
    years, cost, distance = (one if one[1] else (0.0, False) for one in (years, cost, distance))
    return years, cost, distance, unknowns, doors


def beats(first: Vector, second: Vector) -> bool:
    first, second = sure(first), sure(second)
    if first == second or first[3] > second[3] or first[4] > second[4]:
        return False
    pairs = zip(first[:3], second[:3], strict=True)
    return all(one[1] == two[1] and one[0] <= two[0] for one, two in pairs)


def surely_beats(first: Vector, second: Vector) -> bool:
    """A whole amount against the least that one known in part may be."""
    if first[3] > second[3] or first[4] > second[4]:
        return False
    pairs = list(zip(first[:3], second[:3], strict=True))
    if all(one[1] <= two[1] for one, two in pairs):
        return False
    return all(one[0] <= two[0] if one[1] else not two[1] for one, two in pairs)


@pytest.mark.slow
@settings(max_examples=few_of(600), deadline=None)
@given(catalogues(), st.integers(0, 6), limits)
def test_gives_exactly_what_nothing_beats(
    courses: tuple[Course, ...], level: int, limits: Limits
) -> None:
    vectors = {measured(chain) for chain in every_route(courses, level)}
    allowed = {vector for vector in vectors if not breaks(vector, limits)}
    expected = {
        sure(one)
        for one in allowed
        if not any(beats(other, one) or surely_beats(other, one) for other in allowed)
    }
    found = [tuple(route.measures) for route in routes_among(courses, level, limits)]
    assert {sure(vector) for vector in found} == expected
    assert len(found) == len(expected)
    assert allowed.issuperset(found)


@given(catalogues(), st.integers(0, 6), limits)
def test_each_route_can_be_followed_and_measures_what_it_says(
    courses: tuple[Course, ...], level: int, limits: Limits
) -> None:
    chains = {
        tuple(course.key for course in chain): measured(chain)
        for chain in every_route(courses, level)
    }
    for route in routes_among(courses, level, limits):
        assert chains[route.keys] == tuple(route.measures)
        assert not breaks(chains[route.keys], limits)


@given(catalogues(), st.integers(0, 6), limits, st.randoms())
def test_the_order_of_the_catalogue_changes_nothing(
    courses: tuple[Course, ...], level: int, limits: Limits, random: object
) -> None:
    shuffled = list(courses)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    measured_once = [route.measures for route in routes_among(courses, level, limits)]
    assert [route.measures for route in routes_among(shuffled, level, limits)] == measured_once


@given(catalogues(), st.integers(0, 6))
def test_a_limit_on_fees_leaves_out_what_is_not_known(
    courses: tuple[Course, ...], level: int
) -> None:
    free = {route.measures for route in routes_among(courses, level, Limits())}
    limited = {route.measures for route in routes_among(courses, level, Limits(total=4.0))}
    assert limited == {m for m in free if m.cost.whole and m.cost.known <= 4.0}


@given(catalogues(), st.integers(0, 6))
def test_a_choice_keeps_the_best_on_each_measure(courses: tuple[Course, ...], level: int) -> None:
    routes = routes_among(courses, level, Limits())
    chosen = various(routes, 4)
    assert len(chosen) == min(4, len(routes))
    for measure in range(3):
        known = [r.measures[measure].known for r in routes if r.measures[measure].whole]
        kept = [r.measures[measure].known for r in chosen if r.measures[measure].whole]
        assert min(kept, default=None) == min(known, default=None)
