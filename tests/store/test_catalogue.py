"""The compiled catalogue gives back every record, and finds it however its name is typed."""

import contextlib
import gc
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avcareers.model.errors import AmbiguousNameError, DamagedError, NotFoundError
from avcareers.render.data import published
from avcareers.store.catalogue import Catalogue
from avcareers.store.location import Location
from avcareers.store.opening import digest, open_catalogue, stamp_path

Compile = Callable[..., Catalogue]


def test_every_record_comes_back_as_its_model_wrote_it(
    small: ModuleType, compiled: Compile
) -> None:
    content = small.content()
    catalogue = compiled()
    for kind, record in content.all_records():
        assert published(catalogue.document(kind, record.slug)) == record.model_dump(mode="json")


def test_a_record_that_is_not_there_is_an_error(compiled: Compile) -> None:
    catalogue = compiled()
    with pytest.raises(KeyError):
        catalogue.document("place", "monteur")
    with pytest.raises(KeyError):
        catalogue.document("lieu", "paris")


def test_records_come_as_written_or_in_alphabetical_order(
    small: ModuleType, compiled: Compile
) -> None:
    data = small.records()
    data["places"] = [
        small.place(slug, name, "75", 48.8, 2.3)
        for slug, name in (("z", "Évry"), ("y", "Œting"), ("x", "Oz"), ("w", "Eu"), ("v", "Ay"))
    ]
    data["regions"] = []
    data["schools"][0]["campuses"] = []
    data["schools"][0]["programmes"] = []
    catalogue = compiled(data)
    assert [place.slug for place in catalogue.documents("place")] == ["z", "y", "x", "w", "v"]
    assert catalogue.slugs("place") == ("z", "y", "x", "w", "v")
    names = [place.name for place in catalogue.documents("place", order="collation")]
    assert names == ["Ay", "Eu", "Évry", "Œting", "Oz"]


@pytest.mark.parametrize(
    ("kind", "name", "slug"),
    [
        ("profession", "chef-operateur", "chef-operateur"),
        ("profession", "Chef opérateur", "chef-operateur"),
        ("profession", "CHEFFE OPERATRICE", "chef-operateur"),
        ("profession", "director of photography", "chef-operateur"),
        ("profession", "regisseuse generale", "regisseur-general"),
        ("profession", "  régisseur   Général ", "regisseur-general"),
        ("school", "ecole de l oeil", "ecole-de-lyon"),
        ("school", "École de l’œil", "ecole-de-lyon"),
        ("school", "ecole superieure de l'oeil", "ecole-de-lyon"),
        ("school", "eso", "ecole-de-lyon"),
        ("stage", "shoot", "tournage"),
        ("department", "camera", "image"),
        ("place", "PARIS", "paris"),
        ("certification", "38123", "rncp-38123"),
        ("certification", "RNCP 38123", "rncp-38123"),
    ],
)
def test_a_record_is_found_by_any_of_its_names(
    compiled: Compile, kind: str, name: str, slug: str
) -> None:
    assert compiled().find(kind, name).slug == slug


def test_a_record_is_found_by_its_other_names_and_old_slugs(
    small: ModuleType, compiled: Compile
) -> None:
    data = small.changed(
        "professions", 2, "other_names", to={"fr": ["Pointeur"], "en": ["Operator"]}
    )
    small.put(data, ("professions", 2, "formerly"), ["opv"])
    catalogue = compiled(data)
    for name in ("pointeur", "operator", "OPV"):
        assert catalogue.find("profession", name).slug == "cadreur"


def test_a_school_is_found_by_the_keys_of_its_programmes_the_old_ones_too(
    small: ModuleType, compiled: Compile
) -> None:
    data = small.records()
    small.put(data, ("schools", 0, "formerly"), ["oeil"])
    programme = data["schools"][0]["programmes"][0]
    small.put(data, ("schools", 0, "programmes", 0, "formerly"), ["prise-de-vues-2"])
    catalogue = compiled(data)
    for name in (programme["slug"], "prise-de-vues-2"):
        assert catalogue.find("school", f"ecole-de-lyon/{name}").slug == "ecole-de-lyon"
    assert catalogue.find("school", "oeil/disparue").slug == "ecole-de-lyon"
    for name in ("ecole-de-lyon/disparue", "inconnue/prise-de-vues-2"):
        assert catalogue.known("school", name) is None
    assert catalogue.known("profession", f"ecole-de-lyon/{programme['slug']}") is None


def test_each_half_of_a_double_title_finds_the_job(small: ModuleType, compiled: Compile) -> None:
    title = "Lighting gaffer / chief electrician"
    catalogue = compiled(small.changed("professions", 2, "title", "en", to=title))
    for name in ("lighting gaffer", "Chief Electrician", title):
        assert catalogue.find("profession", name).slug == "cadreur"


def test_small_words_and_gender_are_forgiven(real_catalogue: Catalogue) -> None:
    for kind, name, slug in (
        ("school", "femis", "la-femis"),
        ("school", "la cinéfabrique", "cinefabrique"),
        ("school", "satis", "satis-aubagne"),
        ("school", "CNSMDP", "cnsmdp-son"),
        ("profession", "monteuses", "monteur"),
    ):
        found = real_catalogue.find(kind, name)
        assert found.slug == slug, name


def test_words_that_several_have_are_no_name(real_catalogue: Catalogue) -> None:
    with pytest.raises(NotFoundError) as caught:
        real_catalogue.find("school", "esra")
    assert "esra-paris" in caught.value.near


def test_names_of_another_kind_do_not_answer(compiled: Compile) -> None:
    with pytest.raises(NotFoundError):
        compiled().find("profession", "paris")


def test_an_ambiguous_name_lists_every_record(small: ModuleType, compiled: Compile) -> None:
    data = small.records()
    for index in (1, 2, 4):
        small.put(data, ("professions", index, "other_names"), {"en": ["Opérator"]})
    with pytest.raises(AmbiguousNameError) as caught:
        compiled(data).find("profession", "operator")
    assert caught.value.slugs == ("cadreur", "regisseur-general", "scripte")
    assert (caught.value.kind, caught.value.asked) == ("profession", "operator")


def test_a_title_wins_over_another_name_and_says_so(small: ModuleType, compiled: Compile) -> None:
    data = small.changed("professions", 4, "other_names", to={"fr": ["Cadreuse"]})
    found = compiled(data).find("profession", "cadreuse")
    assert (found.slug, found.others) == ("cadreur", ("scripte",))


def test_a_key_wins_over_a_title(small: ModuleType, compiled: Compile) -> None:
    data = small.changed("professions", 4, "title", "en", to="Cadreur")
    found = compiled(data).find("profession", "cadreur")
    assert (found.slug, found.others) == ("cadreur", ("scripte",))


def test_a_record_that_bears_a_name_twice_is_not_ambiguous(
    small: ModuleType, compiled: Compile
) -> None:
    data = small.changed("professions", 4, "other_names", to={"fr": ["Scripte", "SCRIPTE"]})
    found = compiled(data).find("profession", "scripte")
    assert (found.slug, found.others) == ("scripte", ())


def test_a_typo_suggests_near_records(compiled: Compile) -> None:
    with pytest.raises(NotFoundError) as caught:
        compiled().find("profession", "chef opératteur")
    assert caught.value.near[0] == "chef-operateur"
    assert len(set(caught.value.near)) == len(caught.value.near) <= 3


def test_nonsense_suggests_nothing(compiled: Compile) -> None:
    with pytest.raises(NotFoundError) as caught:
        compiled().find("profession", "xyzzy")
    assert caught.value.near == ()


@pytest.mark.parametrize(
    "name",
    [
        "%",
        "_",
        "cad%",
        "c_dreur",
        "*",
        "'",
        '"',
        "';--",
        "' OR 1=1 --",
        "x'; DROP TABLE record; --",
        '" OR ""="',
        "\\",
        "\0",
        "",
        "\udcff",
        "?",
        ":kind",
        "x" * 100_000,
    ],
)
def test_a_hostile_name_finds_nothing_and_breaks_nothing(compiled: Compile, name: str) -> None:
    catalogue = compiled()
    with pytest.raises(NotFoundError):
        catalogue.find("profession", name)
    assert len(catalogue.slugs("profession")) == 5


def test_a_name_with_a_quote_or_a_wildcard_is_found(small: ModuleType, compiled: Compile) -> None:
    data = small.changed("schools", 0, "other_names", to=['L\'École 100 % "son"', "a_b"])
    catalogue = compiled(data)
    assert catalogue.find("school", 'l\'école 100 % "son"').slug == "ecole-de-lyon"
    assert catalogue.find("school", "a_b").slug == "ecole-de-lyon"
    with pytest.raises(NotFoundError):
        catalogue.find("school", "axb")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=30))
def test_any_name_is_found_or_not_and_never_fails(catalogue: Catalogue, name: str) -> None:
    with contextlib.suppress(NotFoundError, AmbiguousNameError):
        assert catalogue.find("profession", name).slug in catalogue.slugs("profession")


def is_part(card: Any, whole: Any) -> bool:
    if isinstance(card, dict):
        return all(name in whole and is_part(value, whole[name]) for name, value in card.items())
    if isinstance(card, list):
        return len(card) == len(whole) and all(map(is_part, card, whole))
    return bool(card == whole)


def test_a_card_is_the_part_of_a_record_that_lists_show(compiled: Compile) -> None:
    catalogue = compiled()
    for kind in ("profession", "school", "stage", "department", "place", "source", "certification"):
        cards = catalogue.cards(kind)
        assert tuple(cards) == catalogue.slugs(kind)
        for slug, card in cards.items():
            whole = published(catalogue.document(kind, slug))
            assert is_part(published(card), whole)


def test_cards_are_those_asked_for(compiled: Compile) -> None:
    catalogue = compiled()
    cards = catalogue.cards("profession", ["scripte", "cadreur", "scripte", "inconnu", "paris"])
    assert set(cards) == {"scripte", "cadreur"}
    assert cards["cadreur"].title.fr_f == "Cadreuse"
    assert catalogue.cards("profession", []) == {}


def test_more_cards_can_be_asked_for_than_a_query_has_parameters(compiled: Compile) -> None:
    wanted = [f"inconnu-{number}" for number in range(40_000)]
    assert set(compiled().cards("profession", [*wanted, "scripte"])) == {"scripte"}


def test_pairs_are_read_together(compiled: Compile) -> None:
    sql = "SELECT document, card FROM record WHERE kind = ? AND slug = ?"
    ((document, card),) = compiled().read_pairs(sql, ("place", "paris"))
    assert document.name == card.name == "Paris"


def copy_of(catalogue: Catalogue, path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as copy:
        catalogue._connection.backup(copy)


def test_a_catalogue_of_any_name_is_opened_as_the_shipped_one(
    compiled: Compile, tmp_path: Path
) -> None:
    catalogue = compiled()
    copy = tmp_path / "copie d'été %20?#.sqlite"
    copy_of(catalogue, copy)
    stamp_path(copy).write_text(digest(copy))
    notices: list[str] = []
    with contextlib.closing(open_catalogue(Location(tmp_path, copy), notices.append)) as opened:
        assert notices == []
        assert [published(job) for job in opened.documents("profession")] == [
            published(job) for job in catalogue.documents("profession")
        ]


def test_reading_never_writes(compiled: Compile, tmp_path: Path) -> None:
    copy = tmp_path / "catalogue.sqlite"
    copy_of(compiled(), copy)
    stamp_path(copy).write_text(digest(copy))
    with contextlib.closing(open_catalogue(Location(tmp_path, copy))) as opened:
        with pytest.raises(DamagedError) as refused:
            list(opened.rows("DELETE FROM record"))
        assert "readonly" in str(refused.value.__cause__)
        assert opened.find("place", "paris").slug == "paris"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "catalogue.sqlite",
        "catalogue.stamp",
    ]


def test_a_query_left_in_the_middle_says_nothing_when_the_catalogue_is_closed(
    compiled: Compile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Ctrl-C, a reader who leaves or a full disk do: an answer is given up half-way."""
    said: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    catalogue = compiled()
    answers = [
        catalogue.rows("SELECT slug FROM record"),
        catalogue.read("SELECT document FROM record"),
        catalogue.documents("profession"),
    ]
    for answer in answers:
        next(answer)
    catalogue.close()
    del answer, answers
    gc.collect()
    assert said == []


@pytest.mark.parametrize("asked", ["\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}", "\ufdfd"])
def test_a_name_that_is_long_once_folded_is_near_none(compiled: Compile, asked: str) -> None:
    catalogue = compiled()
    assert catalogue.near("profession", asked * 200) == ()
    with pytest.raises(NotFoundError) as missing:
        catalogue.find("profession", asked * 200)
    assert missing.value.near == ()
