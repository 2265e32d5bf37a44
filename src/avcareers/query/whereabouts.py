"""Where a person means: a city, a post code, an arrondissement, a département or a region, as typed.

Cities of the catalogue come first. The list of communes is looked at only when none is meant.
"""

import re
from collections.abc import Callable
from itertools import product
from typing import Any, Literal, NamedTuple

from avcareers.model.commune import Commune
from avcareers.model.errors import AmbiguousValueError, BadValueError
from avcareers.query.filters.declaration import OVERSEAS
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold
from avcareers.text.nearest import SUGGESTIONS, nearest, nearest_folded

from .communes import (
    as_place,
    communes_begun,
    communes_like,
    communes_named,
    communes_of_post_code,
)
from .homonyms import most_populated

By = Literal[
    "name",
    "post-code",
    "post-codes",
    "post-area",
    "arrondissement",
    "county",
    "region",
    "former",
    "city",
]
"""What typed words were: `post-codes` that of several communes, `post-area` one whose département
alone is known, `former` a region of before 2016."""

_ARRONDISSEMENTS = {"paris": 20, "lyon": 9, "marseille": 16}
_CITIES = "|".join(_ARRONDISSEMENTS)
_NTH = r"(?P<nth>[0-9]{1,2}) ?(?:e|er|eme|ieme|nd|rd|st|th)?(?: arr| arrdt| arrondissement)?"
_ARRONDISSEMENT = re.compile(
    rf"(?P<city>{_CITIES}) {_NTH}|{_NTH.replace('nth', 'first')} (?:de |of )?(?P<in>{_CITIES})"
)
_LEADING = re.compile(r"^(?:region|departement|ville|commune)(?: de la| de| du| des| d| l)? ")
_TRAILING = re.compile(r" cedex(?: [0-9]{1,2})?$")
_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
SHORTEST_BEGINNING = 3
"""Letters under which the beginning of a name is that of too many."""
SMALLEST_BEGUN = 5000
"""Inhabitants under which a commune is not called by the beginning of its name."""
CANDIDATES = 6
"""Cities of one name that are told apart, the largest first."""


Look = Callable[[Catalogue, str], "list[Whereabouts]"]
"""One way to understand words: the cities they may mean."""


class Whereabouts(NamedTuple):
    """A city to count from, and what led to it."""

    place: Any
    """The city: a place of the catalogue, or a commune as one."""
    by: By = "name"
    named: str = ""
    """Name of the region or of the département typed, when it is one."""
    others: tuple[str, ...] = ()
    """Other cities of its name, each with its département, the largest first."""


class RegionMeant(NamedTuple):
    """A region, and what led to it."""

    region: str
    """Name, as places give it."""
    by: By = "region"
    named: str = ""
    """Name of what was typed: the region, one of before 2016, a département or a city."""


def find_place(catalogue: Catalogue, option: str, typed: str) -> Whereabouts:
    """Return the city that typed words mean.

    Raises AmbiguousValueError when several cities bear the name, BadValueError when nothing does.
    """
    looks: tuple[Look, ...] = (
        _ours, _arrondissement, _post_code, _region_or_county, _ours_in_an_area, _commune,
        _commune_in_an_area, _begun,
    )  # fmt: skip
    for look, asked in product(looks, _plain(typed)):
        found: list[Whereabouts] = look(catalogue, asked)
        if look in {_ours, _commune, _begun} and found:
            found = _told_apart(catalogue, asked, found, typed)
        if len(found) > 1:
            several = AmbiguousValueError(option, typed, (), _named(found[:CANDIDATES]), "place")
            several.more = len(found) > CANDIDATES
            raise several
        if found:
            return found[0]
    raise BadValueError(option, typed, (), _near(catalogue, typed), "place")


def _told_apart(
    catalogue: Catalogue, asked: str, found: list[Whereabouts], typed: str
) -> list[Whereabouts]:
    """Return the one city that a name means, with the others that bear it; all when none is meant."""
    first = found[0].place
    if asked == fold(first.slug) != fold(first.name):
        # Its key tells it from the others already.
        return found[:1]
    in_catalogue = _ours(catalogue, asked)
    cities = [(each.place, None if in_catalogue else _commune_of(each.place)) for each in found]
    ordered, sure = most_populated(catalogue, asked, cities, place_of)
    every = [Whereabouts(place) for place in ordered]
    if typed in (each.slug for each in ordered):
        every.sort(key=lambda each: each.place.slug != typed)
    elif not sure:
        return every
    return [every[0]._replace(others=_named(every[1:]))]


def _named(found: list[Whereabouts]) -> tuple[str, ...]:
    return tuple(f"{each.place.name} ({each.place.department})" for each in found)


def _commune_of(place: Any) -> Commune:
    """Return the commune that a place is."""
    return Commune(place.department, place.name, "", place.population or 0, place.lat, place.lon)


def _begun(catalogue: Catalogue, asked: str) -> list[Whereabouts]:
    """Return the communes whose name goes on after the words asked: Villefranche-sur-Saône."""
    if len(asked) < SHORTEST_BEGINNING:
        return []
    communes = communes_begun(catalogue, asked, SMALLEST_BEGUN)
    return [Whereabouts(place_of(catalogue, each)) for each in communes]


def is_coded_place(catalogue: Catalogue, typed: str) -> bool:
    """True if words can only be a place: a post code, or an arrondissement."""
    looks: tuple[Look, ...] = (_arrondissement, _post_code)
    return any(look(catalogue, asked) for look, asked in product(looks, _plain(typed)))


def named_in_full(catalogue: Catalogue, typed: str) -> str | None:
    """Return the name of the only commune that words are, or begin: « Sarlat »; else nothing."""
    asked = _plain(typed)[0]
    found = [each.place for each in _commune(catalogue, asked)]
    if found:
        return typed if len(found) == 1 else None
    begun = communes_begun(catalogue, asked)
    return begun[0].name if len(begun) == 1 else None


def regions_overseas(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return the names of the regions overseas, when words mean them together; else nothing."""
    if fold(typed) not in OVERSEAS:
        return ()
    regions = catalogue.documents("region")
    return tuple(each.name for each in regions if each.departments[0].code.startswith("97"))


def find_region(catalogue: Catalogue, option: str, typed: str) -> RegionMeant:
    """Return the region that typed words mean: itself, or the one of a part of it.

    Raises AmbiguousValueError for a name of cities of several regions, BadValueError for none.
    """
    for asked in _plain(typed):
        if region := _region(catalogue, asked):
            by, named = _part(region, asked)
            return RegionMeant(region.name, by, named)
    try:
        place = find_place(catalogue, option, typed).place
    except BadValueError as error:
        if isinstance(error, AmbiguousValueError):
            raise
        near = tuple(_name_of_region(catalogue, each) for each in catalogue.near("region", typed))
        valid = tuple(region.name for region in catalogue.documents("region"))
        raise BadValueError(option, typed, valid, near) from None
    return RegionMeant(place.region, "city", place.name)


def _near(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return the names of a few cities and communes that look like one, our cities first."""
    sql = "SELECT folded, slug FROM name WHERE kind = 'place' ORDER BY rank DESC"
    ours: dict[str, str] = dict(catalogue.rows(sql))
    communes = communes_like(catalogue, typed)
    named = communes | {folded: folded for folded in ours}
    close = (*nearest_folded(typed, communes), *nearest(typed, ours))
    kept = nearest_folded(typed, {name: named[name] for name in close}, limit=len(close))
    names = (
        str(_city(catalogue, ours[name]).name) if name in ours else name
        for name in sorted(kept, key=lambda name: name not in ours)
    )
    return tuple(dict.fromkeys(names))[:SUGGESTIONS]


def _plain(typed: str) -> tuple[str, ...]:
    """Return words as the catalogue's names are folded: whole, then less what they say they are."""
    whole = " ".join(_SHORT.get(word, word) for word in fold(typed).split())
    return tuple(dict.fromkeys((whole, _TRAILING.sub("", _LEADING.sub("", whole)))))


def _ours(catalogue: Catalogue, asked: str) -> list[Whereabouts]:
    """Return the cities of the catalogue that bear a name."""
    sql = "SELECT slug FROM name WHERE kind = 'place' AND folded = ? ORDER BY rank, slug"
    return [Whereabouts(_city(catalogue, slug)) for (slug,) in catalogue.rows(sql, (asked,))]


def _arrondissement(catalogue: Catalogue, asked: str) -> list[Whereabouts]:
    """Return the city of an arrondissement that exists."""
    found = _ARRONDISSEMENT.fullmatch(asked)
    if not found:
        return []
    city, number = found["city"] or found["in"], int(found["nth"] or found["first"])
    if not 1 <= number <= _ARRONDISSEMENTS[city]:
        return []
    return [w._replace(by="arrondissement") for w in _ours(catalogue, city)]


def _post_code(catalogue: Catalogue, asked: str) -> list[Whereabouts]:
    """Return the city of a post code: the one named beside it, else the largest it serves."""
    words = asked.split()
    codes = [word for word in words if re.fullmatch(r"[0-9]{5}", word)]
    if len(codes) != 1:
        return []
    name = " ".join(word for word in words if word != codes[0])
    communes = communes_of_post_code(catalogue, codes[0])
    named = [each for each in communes if fold(each.name) == name]
    if named or communes:
        chosen = (named or communes)[0]
        by: By = "name" if named else "post-codes" if len(communes) > 1 else "post-code"
        return [Whereabouts(place_of(catalogue, chosen), by)]
    # The code of a company, or of a distribution office: it tells the département all the same.
    county = _county_code(codes[0])
    region = _region(catalogue, county)
    seat = _seat(catalogue, region, county) if region else []
    return [each._replace(by="post-area") for each in seat]


def _county_code(post_code: str) -> str:
    """Return the folded code of the département whose post codes begin so."""
    if post_code.startswith("20"):
        return "2a" if post_code < "20200" else "2b"
    return post_code[: 3 if post_code.startswith("97") else 2]


def _region_or_county(catalogue: Catalogue, asked: str) -> list[Whereabouts]:
    region = _region(catalogue, asked)
    return _seat(catalogue, region, asked) if region else []


def _seat(catalogue: Catalogue, region: Any, asked: str) -> list[Whereabouts]:
    """Return the city of the prefecture of a region, or of its département."""
    by, named = _part(region, asked)
    seat = next((c.seat for c in region.departments if by == "county" and c.name == named), None)
    return [Whereabouts(_city(catalogue, seat or region.seat), by, named)]


def _commune(catalogue: Catalogue, asked: str) -> list[Whereabouts]:
    return [Whereabouts(place_of(catalogue, each)) for each in communes_named(catalogue, asked)]


def _ours_in_an_area(catalogue: Catalogue, asked: str) -> list[Whereabouts]:
    return _in_an_area(catalogue, asked, _ours)


def _commune_in_an_area(catalogue: Catalogue, asked: str) -> list[Whereabouts]:
    return _in_an_area(catalogue, asked, _commune)


def _in_an_area(catalogue: Catalogue, asked: str, look: Look) -> list[Whereabouts]:
    """Return the cities that the first words name, in the region or département the last ones do."""
    words = asked.split()
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        region = _region(catalogue, tail)
        if region is None:
            continue
        by, named = _part(region, tail)
        codes = {c.code for c in region.departments if by != "county" or c.name == named}
        found = [each for each in look(catalogue, head) if each.place.department in codes]
        if found:
            return found
    return []


def _region(catalogue: Catalogue, asked: str) -> Any:
    """Return the region that bears a name, or of which a part does; None when there is none."""
    sql = "SELECT slug FROM name WHERE kind = 'region' AND folded = ? ORDER BY rank, slug LIMIT 1"
    padded = asked.zfill(2) if asked.isdigit() else asked
    for (slug,) in catalogue.rows(sql, (padded,)):
        return catalogue.document("region", slug)
    return None


def _part(region: Any, asked: str) -> tuple[By, str]:
    """Return what of a region bears a name: itself, one of before 2016 or a département."""
    padded = asked.zfill(2) if asked.isdigit() else asked
    if padded in {fold(name) for name in (region.slug, region.name, *region.other_names)}:
        return "region", region.name
    for former in region.former:
        if fold(former) == padded:
            return "former", former
    for county in region.departments:
        if padded in {fold(county.name), fold(county.code)}:
            return "county", county.name
    return "region", region.name


def _name_of_region(catalogue: Catalogue, slug: str) -> str:
    return str(catalogue.document("region", slug).name)


def _city(catalogue: Catalogue, slug: str) -> Any:
    return catalogue.document("place", slug)


def place_of(catalogue: Catalogue, commune: Commune) -> Any:
    """Return a commune as a place: that of the catalogue, when it is one of its cities."""
    for known in _ours(catalogue, fold(commune.name)):
        if known.place.department == commune.county:
            return known.place
    region = _region(catalogue, commune.county.lower())
    return as_place(commune, region.name if region else "")
