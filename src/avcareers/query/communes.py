"""The communes of France, from the packed list: where someone asks from that is no city of ours."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from json import dumps
from lzma import decompress
from typing import Any

from avcareers.model.commune import Commune
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import read_document
from avcareers.text.folding import fold

_ARTICLES = ("", "le ", "la ", "les ", "l ")
_LONGEST_ARTICLE = 4
NEAR_LETTERS = 3
"""A name that is longer or shorter by more than this is no slip of the keyboard."""


def communes_named(catalogue: Catalogue, folded: str) -> tuple[Commune, ...]:
    """Return the communes that bear a folded name, its article or not, the largest first."""
    most = len(folded) + _LONGEST_ARTICLE
    likely = (line for line in _lines(catalogue) if len(folded) <= len(line[1]) + 2 <= most + 4)
    wanted = {f"{article}{folded}" for article in _ARTICLES}
    found = [line for line in likely if fold(line[1]) in wanted]
    same = [line for line in found if fold(line[1]) == folded]
    return _largest_first(same or found)


def communes_called(catalogue: Catalogue, name: str) -> tuple[Commune, ...]:
    """Return the communes of exactly a name, the largest first: quicker than by a folded one."""
    # The list is not cut into its cells: most cities bear their name alone.
    columns = _text(catalogue).splitlines()
    names, cell = f"\t{''.join(columns[1:2])}\t", f"\t{name}\t"
    found = [names.find(cell)]
    while found[-1] >= 0:
        found.append(names.find(cell, found[-1] + 1))
    before = [names.count("\t", 0, at) for at in found[:-1]]
    return _largest_first(
        tuple(column.split("\t", number + 1)[number] for column in columns) for number in before
    )


def communes_begun(catalogue: Catalogue, folded: str, least: int = 0) -> tuple[Commune, ...]:
    """Return the communes whose name begins with some folded words, the largest first.

    Of so many people at least.
    """
    lines = (line for line in _lines(catalogue) if line[1][:1].lower() == folded[:1])
    large = (line for line in lines if int(line[3]) >= least)
    return _largest_first(line for line in large if fold(line[1]).startswith(f"{folded} "))


def every_centre(catalogue: Catalogue) -> Iterator[tuple[float, float]]:
    """Yield the latitude and the longitude of each commune."""
    return ((float(lat), float(lon)) for *_, lat, lon in _lines(catalogue))


def communes_chosen(catalogue: Catalogue, least: int) -> Iterator[tuple[Commune, tuple[str, ...]]]:
    """Yield the communes of so many people at least, and the largest of each post code; the largest first.

    Each with the post codes that it is the largest of, else with its first.
    """
    every, largest = _largest_first(_lines(catalogue)), dict[str, str]()
    for commune in every:
        for post_code in commune.post_codes.split():
            largest.setdefault(post_code, commune.code)
    for commune in every:
        post_codes = commune.post_codes.split()
        own = [one for one in post_codes if largest[one] == commune.code]
        if own or commune.population >= least:
            yield commune, tuple(own or post_codes[:1])


def communes_of_post_code(catalogue: Catalogue, post_code: str) -> tuple[Commune, ...]:
    """Return the communes that a post code serves, the largest first."""
    return _largest_first(line for line in _lines(catalogue) if post_code in line[2].split())


def communes_like(catalogue: Catalogue, typed: str) -> dict[str, str]:
    """Return the names of the communes about as long as one, folded."""
    names = {line[1] for line in _lines(catalogue)}
    return {name: fold(name) for name in names if abs(len(name) - len(typed)) <= NEAR_LETTERS}


def as_place(commune: Commune, region: str) -> Any:
    """Return a commune of a region as a record of a place reads."""
    slug = f"{fold(commune.name).replace(' ', '-')}-{commune.county.lower()}"
    place = {
        "slug": slug, "name": commune.name, "department": commune.county, "region": region,
        "lat": commune.lat, "lon": commune.lon, "population": commune.population,
    }  # fmt: skip
    return read_document(dumps(place))


@lru_cache(maxsize=1)
def _text(catalogue: Catalogue) -> str:
    """Return the list: a line for each column, with tabs; empty where the data have none."""
    packed = [bytes(packed) for (packed,) in catalogue.rows("SELECT packed FROM commune_list")]
    return "".join(decompress(each).decode() for each in packed)


@lru_cache(maxsize=1)
def _lines(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Return the communes of the list, each as its cells."""
    columns = (column.split("\t") for column in _text(catalogue).splitlines())
    return tuple(zip(*columns, strict=True))


def _largest_first(lines: Iterable[tuple[str, ...]]) -> tuple[Commune, ...]:
    found = (
        Commune(code, name, post_codes, int(people), float(lat), float(lon))
        for code, name, post_codes, people, lat, lon in lines
    )
    return tuple(sorted(found, key=lambda commune: (-commune.population, commune.code)))
