"""What records are filtered on is where the queries look for it."""

import sqlite3
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into

Compile = Callable[..., Catalogue]


def rows(catalogue: Catalogue, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query, sorted."""
    return sorted(catalogue.rows(sql))


def test_two_compilations_give_the_same_bytes(small: ModuleType) -> None:
    dumps = []
    for _ in range(2):
        connection = sqlite3.connect(":memory:")
        compile_into(connection, small.content(), "key")
        dumps.append(connection.serialize())
        connection.close()
    assert dumps[0] == dumps[1]


def test_the_key_of_the_sources_is_kept(compiled: Compile) -> None:
    assert rows(compiled(), "SELECT * FROM meta") == [("key", "key")]


def test_jobs_are_filtered_by_what_they_are(small: ModuleType, compiled: Compile) -> None:
    hiring = [
        {"sector": "cinema", "regime": "annexe8", "cdd_usage": True, "confidence": "high",
         "sources": ["fiche"]},
        {"sector": "tele", "confidence": "low", "sources": ["fiche"]},
    ]  # fmt: skip
    catalogue = compiled(small.changed("professions", 2, "hiring", to=hiring))
    sql = "SELECT facet, value FROM facet WHERE kind = 'profession' AND slug = 'cadreur'"
    assert rows(catalogue, sql) == [
        ("department", "image"),
        ("level", "confirmed"),
        ("rome", "L1505"),
        ("stage", "tournage"),
        ("status", "annexe8"),
        ("status", "cdd-usage"),
        ("work", "fiction-cinema"),
    ]


def test_relations_are_asked_from_either_side(compiled: Compile) -> None:
    sql = "SELECT origin FROM relation WHERE name = 'answers_to' AND target = 'chef-operateur'"
    assert rows(compiled(), sql) == [("cadreur",), ("regisseur-general",)]


def test_a_campus_has_its_own_coordinates_or_its_city_s(
    small: ModuleType, compiled: Compile
) -> None:
    campuses = [{"place": "lyon", "lat": 45.7, "lon": 4.9}, {"place": "paris"},
                {"place": "lyon", "lat": 45.1}]  # fmt: skip
    catalogue = compiled(small.changed("schools", 0, "campuses", to=campuses))
    assert rows(catalogue, "SELECT position, place, lat, lon FROM campus") == [
        (0, "lyon", 45.7, 4.9),
        (1, "paris", 48.8566, 2.3522),
        (2, "lyon", 45.7578, 4.832),
    ]


def test_a_programme_is_filtered_by_its_jobs_and_their_departments(compiled: Compile) -> None:
    assert rows(compiled(), "SELECT facet, value FROM programme_facet") == [
        ("award", "rncp"),
        ("certification", "rncp-38123"),
        ("department", "image"),
        ("job", "cadreur"),
    ]


def test_a_hand_over_carries_its_name_in_both_languages(
    small: ModuleType, compiled: Compile
) -> None:
    overs = [
        {"deliverable": "rushes", "stage": "tournage", "to": ["scripte", "chef-operateur"]},
        {"what": small.both("Le point", "Focus"), "stage": "tournage", "to": ["scripte"]},
    ]
    catalogue = compiled(small.changed("professions", 2, "hands_over", to=overs))
    assert list(catalogue.rows("SELECT giver, receiver, deliverable, fr, en FROM hand_over")) == [
        ("cadreur", "scripte", "rushes", "Rushes", "Rushes"),
        ("cadreur", "chef-operateur", "rushes", "Rushes", "Rushes"),
        ("cadreur", "scripte", None, "Le point", "Focus"),
    ]


def test_a_source_knows_the_records_that_rest_on_it_once_each(
    small: ModuleType, compiled: Compile
) -> None:
    sql = "SELECT kind, slug FROM citation WHERE source = 'fiche'"
    assert rows(compiled(), sql) == sorted(
        [
            ("agreement", "idcc-3097"),
            ("certification", "rncp-38123"),
            ("diploma", "bts"),
            ("minimum-wage", "smic-2026-01-01"),
            ("rome", "l1505"),
            ("rule", "lycee-public"),
            ("rule", "universite-2025-2026"),
            ("topic", "stages"),
            ("school", "ecole-de-lyon"),
            ("stage", "tournage"),
            *(("profession", job[0]) for job in small.JOBS),
        ]
    )


def test_a_slug_taken_twice_is_not_compiled(small: ModuleType) -> None:
    content = small.content()
    twice = content.model_copy(update={"places": (*content.places, content.places[0])})
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.IntegrityError):
        compile_into(connection, twice, "key")
    connection.close()


def test_a_floor_is_found_by_its_agreement_and_function(compiled: Compile) -> None:
    sql = "SELECT function, basis, amount_eur, valid_from FROM pay_floor WHERE idcc = '3097'"
    assert rows(compiled(), sql) == [
        ("Cadreur", "heure-cddu", 40.0, "2025-07-01"),
        ("Cadreur", "jour-8h-cddu", 320.0, "2025-07-01"),
        ("Scripte, cinéma", "heure-cddu", 35.5, "2025-07-01"),
    ]
