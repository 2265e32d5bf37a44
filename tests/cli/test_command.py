"""How a command is declared: the options every command has, and the values it takes."""

from pathlib import Path
from typing import Any

import pytest

from avcareers.cli.command import _SHARED, choose, choose_all
from avcareers.cli.commands import COMMON_FLAGS, COMMON_VALUES
from avcareers.model.errors import BadValueError

from ..own_data import FOLDER
from ..runner import Run


def test_a_value_is_taken_or_refused_with_the_valid_ones() -> None:
    assert choose("--sort", "name", ("name", "fees")) == "name"
    assert choose("--sort", None, ("name",)) is None
    with pytest.raises(BadValueError) as refused:
        choose("--sort", "pay", ("name", "fees"))
    assert refused.value.valid == ("name", "fees")


def test_a_repeated_value_counts_once() -> None:
    assert choose_all("--kind", ["public", "private", "public"], ("public", "private")) == (
        "public", "private",
    )  # fmt: skip
    assert choose_all("--kind", None, ("public",)) == ()


@pytest.mark.parametrize(
    "command",
    [("jobs",), ("job", "show", "monteur"), ("stages",), ("stage", "show", "tournage"),
     ("departments",), ("schools",), ("school", "show", "quai-neuf"), ("sources",),
     ("data", "stats"), ()],
    ids=" ".join,
)  # fmt: skip
def test_every_command_takes_the_common_options(run: Run, command: Any) -> None:
    common = ("-o", "plain", "--lang", "en", "--no-color", "--today", "2026-11-23")
    status, out, err = run(*command, *common)
    assert status == 0, err
    assert out
    other = run(*command, "--output", "plain", "--lang=fr", "--today", "2026-11-23")
    assert other.status == 0
    # A list of sources has no word to translate but its columns' titles, which plain leaves out.
    assert (other.out != out) is (command != ("sources",))


def test_the_folder_given_wins_over_the_variable(run: Run, tmp_path: Any) -> None:
    assert run("jobs", "--data", str(FOLDER), AVCAREERS_DATA=str(tmp_path)).status == 0
    assert run("jobs", AVCAREERS_DATA=str(tmp_path)).status == 3


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_refused_is_said_in_the_language_asked_for(run: Run, language: str) -> None:
    _, _, err = run("jobs", "--level", "boss", "--lang", language)
    assert {"fr": "Valeurs possibles", "en": "Valid values"}[language] in err


def test_a_format_is_known_in_capitals_and_two_are_refused(run: Run) -> None:
    assert run("jobs", "-o", "JSON").out == run("jobs", "-o", "json").out
    status, out, err = run("jobs", "-o", "json,csv")
    assert (status, out) == (2, "")
    assert "json" in err


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "NaN", "1e999"])
@pytest.mark.parametrize(
    "command",
    [("schools", "--max-fees"), ("schools", "--max-years"), ("schools", "--near", "Brest", "--within"),
     ("plan", "monteur", "--max-fees"), ("plan", "monteur", "--max-total"),
     ("plan", "monteur", "--max-years"), ("plan", "monteur", "--near", "Brest", "--within"),
     ("pay", "monteur", "--hours")],
    ids=" ".join,
)  # fmt: skip
def test_a_number_that_is_none_is_refused(run: Run, command: Any, number: str) -> None:
    status, out, err = run(*command, number, "-o", "json")
    assert (status, out) == (2, "")
    assert f"{command[-1]} demande un nombre" in err


@pytest.mark.parametrize(
    ("command", "option"),
    [(("schools", "--near", "Brest", "--near", "Rennes"), "--near"),
     (("schools", "--recognised-as", "school", "--recognised-as=diploma"), "--recognised-as"),
     (("schools", "--entry", "bac", "--entry", "none"), "--entry"),
     (("plan", "monteur", "--max-fees", "1", "--max-fees", "1"), "--max-fees"),
     (("pay", "monteur", "--weeks", "1", "--weeks", "2"), "--weeks")],
)  # fmt: skip
def test_an_option_of_one_value_is_refused_a_second(run: Run, command: Any, option: str) -> None:
    status, out, err = run(*command)
    assert (status, out) == (2, "")
    assert f"{option} : donnée plusieurs fois, une seule valeur est possible." in err


def test_what_may_be_given_again_is_taken(run: Run) -> None:
    """Lists, flags, and the common options that an alias of the shell gives first."""
    assert run("jobs", "--department", "image", "--department", "montage").status == 0
    assert run("schools", "--alternance", "--alternance").status == 0
    assert run("jobs", "-o", "csv", "-o", "json").out.startswith("[")


def test_a_reach_without_a_city_is_told_to_english_readers_too(spawn: Run) -> None:
    for command in (("schools",), ("plan", "monteur")):
        status, _, err = spawn(*command, "--within", "20", "--lang", "en")
        assert status == 2
        assert "--within goes with --near." in err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("jobs", "--data", ""), "--data"),
        (("--data=",), "--data"),
        (("export", ""), "DOSSIER"),
        (("data", "schema", ""), "DOSSIER"),
        (("hours", ""), "FICHIER"),
        (("data", "audit", "--rncp", ""), "--rncp"),
        (("jobs", "-o", ""), "--output"),
        (("schools", "--kind", "public", "--kind", ""), "--kind"),
    ],
)
def test_an_empty_value_is_refused_and_never_read_as_here(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    named: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert f"{named} demande une valeur, pas un texte vide." in err
    assert list(tmp_path.iterdir()) == []


def test_the_common_options_are_told_apart_as_they_are_declared() -> None:
    # Typer takes the first name for a default.
    declared = {
        (name, default is False)
        for _, kind, default in _SHARED
        for name in (kind.__metadata__[0].default, *kind.__metadata__[0].param_decls)
    }
    told_apart = {(name, False) for name in COMMON_VALUES} | {(name, True) for name in COMMON_FLAGS}
    assert declared == told_apart
