"""The map of the schools: communes as dots make the country, cities where one learns are marks.

No outline is drawn: the country is where its communes are.
"""

from collections import Counter
from collections.abc import Iterator
from math import cos, radians, sqrt
from typing import NamedTuple

from avcareers.present.site import map_said
from avcareers.query.communes import every_centre
from avcareers.query.schools import SchoolList
from avcareers.render.html import safe
from avcareers.store.catalogue import Catalogue

from .addresses import list_of
from .edition import Edition

STEP = 8
"""Pixels between two dots."""
WITHIN_KM = 20
"""Reach of the list that a mark leads to."""
Point = tuple[float, float]


class Area(NamedTuple):
    """A part of the country, and where it is drawn."""

    name: str
    low: Point
    """Latitude and longitude of its south-west corner."""
    high: Point
    """Of its north-east corner."""
    at: tuple[int, int]
    """Pixels of its top left corner."""
    size: int
    """Pixels of its larger side."""

    def holds(self, point: Point) -> bool:
        """True if a point is in it."""
        return all(
            low <= x <= high for low, x, high in zip(self.low, point, self.high, strict=True)
        )

    def drawn(self, point: Point) -> Point:
        """Return where a point is drawn, in pixels."""
        wide = cos(radians((self.low[0] + self.high[0]) / 2))
        height, width = self.high[0] - self.low[0], (self.high[1] - self.low[1]) * wide
        scale = self.size / max(height, width)
        x, y = (point[1] - self.low[1]) * wide * scale, (self.high[0] - point[0]) * scale
        return self.at[0] + x, self.at[1] + y


AREAS = (
    Area("", (41.3, -5.2), (51.2, 9.7), (0, 0), 500),
    Area("Guadeloupe", (15.8, -61.85), (16.55, -60.95), (0, 530), 84),
    Area("Martinique", (14.35, -61.3), (14.95, -60.75), (104, 530), 84),
    Area("Guyane", (2.0, -54.7), (5.9, -51.5), (208, 530), 84),
    Area("La Réunion", (-21.45, 55.15), (-20.8, 55.9), (312, 530), 84),
    Area("Mayotte", (-13.05, 45.0), (-12.6, 45.35), (416, 530), 84),
)
"""The mainland with Corsica, and the regions overseas, each at its own scale."""
WIDTH, HEIGHT = 512, 616


def map_of(found: SchoolList, edition: Edition) -> Iterator[str]:
    """Yield the map. The list beside it says the same in words: who listens is spared it."""
    said = map_said(edition.words)
    yield f'<details class="map"><summary>{safe(said.title)}</summary>'
    yield f'<p class="note">{safe(said.about)}</p>'
    yield f'<svg viewBox="-8 -8 {WIDTH + 16} {HEIGHT + 8}" aria-hidden="true" focusable="false">'
    yield f'<path d="{_dots(edition.catalogue)}"/>'
    for area in AREAS[1:]:
        yield f'<text x="{area.at[0]}" y="{area.at[1] - 8}">{safe(area.name)}</text>'
    page = list_of("school", edition.language)
    yield from _marks(found, edition.writer(page).to(page))
    yield "</svg></details>"


def _dots(catalogue: Catalogue) -> str:
    """Return a dot for each spot where a commune is."""
    spots = {
        (round(x / STEP), round(y / STEP))
        for x, y in filter(None, map(_drawn, every_centre(catalogue)))
    }
    parts, at = [], (0, 0)
    for x, y in sorted(spots, key=lambda spot: (spot[1], spot[0])):
        parts.append(f"m{(x - at[0]) * STEP} {(y - at[1]) * STEP}h0")
        at = x, y
    return "M0 0" + "".join(parts)


def _marks(found: SchoolList, page: str) -> Iterator[str]:
    """Yield a mark for each city, larger where there are more schools; the largest first, below."""
    schools = Counter(
        place for row in found.schools for place in {one.campus.place for one in row.campuses}
    )
    for slug, count in schools.most_common():
        place = found.places[slug]
        if spot := _drawn((place.lat, place.lon)):
            x, y = spot
            circle = f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{2.5 + 1.5 * sqrt(count):.1f}"/>'
            title = f"<title>{safe(place.name)} ({count})</title>"
            address = f"{page}?near={safe(slug)}&amp;within={WITHIN_KM}"
            yield f'<a href="{address}" tabindex="-1" data-place="{safe(slug)}">{circle}{title}</a>'


def _drawn(point: Point) -> Point | None:
    return next((area.drawn(point) for area in AREAS if area.holds(point)), None)
