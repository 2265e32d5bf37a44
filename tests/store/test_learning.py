"""What the scorer of a search learns from the data, and that it is the same every time."""

import sqlite3
from collections.abc import Iterator

import pytest

from avcareers.query.search.learned import likely
from avcareers.store.catalogue import Catalogue
from avcareers.store.learning import learned_rows
from avcareers.store.searchable import TITLE, Called, Searchable, Words


def _thing(kind: str, slug: str, *asked: str) -> Searchable:
    names = (Called(TITLE, slug),)
    return Searchable(kind, slug, Words(slug), names, asked=tuple(map(Words, asked)))


THINGS = [
    _thing("profession", "couturier", "coudre des robes", "coudre à la main"),
    _thing("profession", "monteur", "choisir les plans", "couper les images"),
    _thing("school", "atelier", "choisir les plans"),
]


@pytest.fixture
def learned() -> Iterator[Catalogue]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE search_class (class, number, root_share)")
    connection.execute("CREATE TABLE search_taste (class, root_share, chiefly, too)")
    connection.execute("CREATE TABLE search_piece (piece, rarity, taken, classes, given)")
    for table, row in learned_rows(THINGS, ()):
        places = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({places})", row)
    yield Catalogue(connection)
    connection.close()


@pytest.mark.parametrize(
    ("query", "number"),
    [("je couds, couture", 0), ("coudres", 0), ("un montage", 1), ("l'atelier", None)],
)
def test_a_query_is_likened_to_what_its_pieces_speak_for(
    learned: Catalogue, query: str, number: int | None
) -> None:
    said = likely(learned, query)
    assert max(said, key=lambda each: said[each]) == number
    assert said[number] > 0


def test_what_is_said_of_a_school_teaches_nothing_of_jobs(learned: Catalogue) -> None:
    said = likely(learned, "choisir les plans")
    assert max(said, key=lambda each: said[each]) == 1


@pytest.mark.parametrize("query", ["", "…", "zzz", "1"])
def test_what_has_no_known_piece_speaks_for_nothing(learned: Catalogue, query: str) -> None:
    assert set(likely(learned, query).values()) == {0.0}


def test_the_same_data_teach_the_same() -> None:
    assert list(learned_rows(THINGS, ())) == list(learned_rows(THINGS, ()))
