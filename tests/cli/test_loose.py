"""Words typed after a list, without an option."""

from typing import Any

import pytest

from ..runner import Run


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("schools Brest", "schools --near Brest"),
        ("schools monteur Brest", "schools --job monteur --near Brest"),
        ("schools Monteuse", "schools --job Monteuse"),
        ("schools saint denis", 'schools --near "saint denis"'),
        ("schools publique", "schools --kind publique"),
        ("schools alternance", "schools --alternance"),
        ("schools bts Rennes", "schools --diploma bts --near Rennes"),
        ("schools Bretagne", "schools --region Bretagne"),
        ("schools DOM", "schools --region outre-mer"),
        ("jobs montage", "jobs --department montage"),
        ("jobs list Débutant", "jobs --level Débutant"),
        ("jobs tournage débutante", "jobs --stage tournage --level débutante"),
    ],
)
def test_a_word_is_the_filter_it_stands_for(run: Run, typed: str, meant: str) -> None:
    import shlex

    found = run(*typed.split(), "-o", "json")
    asked = run(*shlex.split(meant), "-o", "json")
    assert found.out == asked.out
    assert found.status == asked.status
    if not asked.status:
        assert f"Compris : avcareers {meant}\n" in found.err


@pytest.mark.parametrize("field", ["au cinéma", "dans le cinema", "à la télé", "en audiovisuel"])
def test_the_whole_field_narrows_nothing(run: Run, field: str) -> None:
    found = run("metiers", "du", "montage", *field.split(), "-o", "json")
    assert found.out == run("jobs", "--department", "montage", "-o", "json").out


def test_a_level_of_diploma_may_be_the_one_that_is_held(run: Run) -> None:
    said = "Si c’est le niveau que l’on a déjà : avcareers schools --entry bac+2 --near Brest\n"
    assert said in run("schools", "bac+2", "Brest").err
    assert "niveau que l’on a" not in run("schools", "bts", "Brest").err


def test_a_school_that_bears_the_name_of_an_arrondissement_says_how_to_list_it(run: Run) -> None:
    _, out, err = run("schools", "paris", "8", real=True)
    assert "Université Paris 8" in out
    assert 'Si c’est l’arrondissement : avcareers schools --near "paris 8"\n' in err


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("jobs Monteuse", ("job", "show", "monteur")),
        ("schools institut-cornouaille", ("school", "show", "institut-cornouaille")),
        ("stages tournage", ("stage", "show", "tournage")),
        ("departments montage", ("jobs", "--department", "montage")),
    ],
)
def test_the_name_of_one_thing_listed_is_that_thing(run: Run, typed: str, shown: Any) -> None:
    assert run(*typed.split(), "-o", "json").out == run(*shown, "-o", "json").out


def test_a_word_no_filter_takes_is_said_with_what_was_understood(run: Run) -> None:
    status, out, err = run("schools", "xyzzy", "Brest", "--lang", "en")
    assert (status, out) == (1, "")
    assert "“xyzzy” is none of the choices of this list" in err
    assert "Understood: avcareers schools --near Brest" in err
    assert "avcareers schools --help" in err


def test_what_a_search_finds_is_offered(run: Run) -> None:
    status, _, err = run("jobs", "cinéma")
    assert status in {0, 1}
    status, _, err = run("schools", "scénario")
    assert (status, "avcareers search" in err) == (1, True)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("schools Brest Rennes", ("Brest", "Rennes")),
        ("schools Brest --near Rennes", ("Rennes", "Brest")),
    ],
)
def test_a_second_city_is_refused_and_not_lost(
    run: Run, typed: str, values: tuple[str, str]
) -> None:
    status, out, err = run(*typed.split())
    assert (status, out) == (2, "")
    assert all(value in err for value in ("--near", *values))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("schools alternance alternance", "schools --alternance"), ("schools Brest brest", "schools --near brest"),
     ("schools monteur scripte monteur", "schools --job monteur --job scripte")],
)  # fmt: skip
def test_a_word_said_twice_is_one(run: Run, typed: str, meant: str) -> None:
    assert f"Compris : avcareers {meant}\n" in run(*typed.split()).err
