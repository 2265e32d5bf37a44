"""Cities of one name: which is meant, and which others there are."""

from collections.abc import Callable
from typing import Any

from avcareers.model.commune import Commune
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

from .communes import communes_begun, communes_called

MUCH_LARGER = 10
"""A city this many times as large as the next of its name is the one meant."""


def most_populated(
    catalogue: Catalogue,
    asked: str,
    cities: list[tuple[Any, Commune | None]],
    place_of: Callable[[Catalogue, Commune], Any],
) -> tuple[list[Any], bool]:
    """Return the cities that a folded name may mean, the largest first; True if the first is meant.

    `cities` are those found, each with its commune if it was found as one; `place_of` returns the
    place of a commune. Others bear the same
    name; of a small commune, others begin with it and are much larger: Aix, and Aix-en-Provence.
    """
    people = {place.slug: (commune.population if commune else place.population or 0)
              for place, commune in cities}  # fmt: skip
    places = {place.slug: place for place, _ in cities}
    communes = communes_called(catalogue, cities[0][0].name)
    if all(commune for _, commune in cities):
        communes += communes_begun(catalogue, asked, MUCH_LARGER * max(people.values(), default=0))
    for commune in communes:
        place = place_of(catalogue, commune)
        places.setdefault(place.slug, place)
        people[place.slug] = commune.population
    ordered = sorted(places.values(), key=lambda place: (-people[place.slug], place.slug))
    first, *rest = ordered
    known = fold(first.name) == asked or not any(fold(each.name) == asked for each in rest)
    dominant = all(people[first.slug] >= MUCH_LARGER * people[each.slug] for each in rest)
    return ordered, dominant and known
