"""How far a campus is, and the box that narrows the search."""

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from avcareers.query.nearby import Near, bounding_box, nearest_kilometres
from avcareers.store.sites import located
from avcareers.text.geography import kilometres_between


def place(lat: float, lon: float) -> Any:
    return SimpleNamespace(lat=lat, lon=lon)


def campus(city: str, lat: float | None = None, lon: float | None = None) -> Any:
    return SimpleNamespace(place=city, lat=lat, lon=lon)


PLACES = {"brest": place(48.39, -4.486), "lyon": place(45.748, 4.847)}


def test_a_campus_stands_where_it_says_else_in_its_city() -> None:
    assert located(campus("brest", 48.385, -4.49), PLACES) == (48.385, -4.49)
    assert located(campus("brest"), PLACES) == (48.39, -4.486)
    assert located(campus("brest", 48.385), PLACES) == (48.39, -4.486)


def test_the_nearest_campus_gives_the_distance() -> None:
    near = Near(PLACES["lyon"], 50)
    both = [campus("brest"), campus("lyon")]
    assert nearest_kilometres(near, both, PLACES) == 0
    assert round(nearest_kilometres(near, both[:1], PLACES) or 0) == 765


def test_a_school_without_campus_has_no_distance() -> None:
    assert nearest_kilometres(Near(PLACES["lyon"], 50), [], PLACES) is None


@given(
    lat=st.floats(-22, 51.2),
    lon=st.floats(-63, 56),
    within=st.floats(1, 1500),
    north=st.floats(-15, 15),
    east=st.floats(-25, 25),
)
def test_the_box_holds_every_point_within_reach(
    lat: float, lon: float, within: float, north: float, east: float
) -> None:
    near = Near(place(lat, lon), within)
    south, top, west, right = bounding_box(near)
    if kilometres_between(lat, lon, lat + north, lon + east) <= within:
        assert south <= lat + north <= top
        assert west <= lon + east <= right
