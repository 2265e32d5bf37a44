"""Distances are those of a map."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.text.geography import kilometres_between

PARIS, LYON = (48.8566, 2.3522), (45.7640, 4.8357)
SAINT_DENIS_REUNION = (-20.8789, 55.4481)

_points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("here", "there", "kilometres", "margin"),
    [
        (PARIS, LYON, 392, 5),
        (PARIS, SAINT_DENIS_REUNION, 9350, 60),
        ((0, 179.5), (0, -179.5), 111.2, 1),
        ((90, 0), (-90, 0), 20015, 2),
        ((0, 0), (0, 180), 20015, 2),
    ],
)
def test_known_distances(
    here: tuple[float, float], there: tuple[float, float], kilometres: float, margin: float
) -> None:
    assert kilometres_between(*here, *there) == pytest.approx(kilometres, abs=margin)


def test_a_place_is_where_it_is() -> None:
    assert kilometres_between(*PARIS, *PARIS) == 0


@settings(deadline=None)
@given(_points, _points)
def test_the_way_back_is_as_long(here: tuple[float, float], there: tuple[float, float]) -> None:
    there_and_back = kilometres_between(*here, *there), kilometres_between(*there, *here)
    assert there_and_back[0] == pytest.approx(there_and_back[1], abs=1e-6)
    assert 0 <= there_and_back[0] <= 20016


@settings(deadline=None)
@given(_points, _points, _points)
def test_a_detour_is_never_shorter(
    here: tuple[float, float], by: tuple[float, float], there: tuple[float, float]
) -> None:
    detour = kilometres_between(*here, *by) + kilometres_between(*by, *there)
    assert kilometres_between(*here, *there) <= detour + 1e-3
