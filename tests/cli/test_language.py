"""Which language to speak."""

import re

import pytest

from avcareers.cli.language import chosen_language, kept_options, said

from ..runner import Run
from .conftest import COMMANDS


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "fr"),
        (["--lang", "en"], {}, "en"),
        (["jobs", "--lang=en"], {}, "en"),
        (["--lang", "fr"], {"AVCAREERS_LANG": "en"}, "fr"),
        ([], {"AVCAREERS_LANG": "en", "LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"}, "fr"),
        ([], {"LC_MESSAGES": "en_US.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "fr"),
        ([], {"LANG": "C"}, "fr"),
        (["--lang", "de"], {}, "fr"),
        (["--lang"], {}, "fr"),
        ([], {"AVCAREERS_LANG": "EN"}, "en"),
        (["--lang", "EN"], {}, "en"),
        (["--lang=En"], {}, "en"),
        (["--lang", "en", "stages", "--lang", "fr"], {}, "fr"),
    ],
)
def test_the_option_wins_then_the_variable_then_the_locale_then_french(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert chosen_language(arguments, environment) == language


def test_help_texts_are_said_in_the_language_of_the_process() -> None:
    assert said("oui", "yes") == "oui"


def test_a_command_to_try_keeps_a_language_or_a_folder_that_only_an_option_chose(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AVCAREERS_LANG", "en")
    assert kept_options("en", None) == ()
    assert kept_options("fr", None) == ("--lang", "fr")
    assert kept_options("fr", "data") == ("--lang", "fr", "--data", "data")


def test_suggestions_and_messages_keep_the_language_asked_for(run: Run) -> None:
    english = run("job", "show", "scrite", "--lang", "en")
    assert "Try: avcareers job show scripte --lang en" in english.err
    assert "--lang" not in run("job", "show", "scrite").err
    sheet = run("school", "check", "atelier-des-dunes", "--lang", "en", "-o", "md").out
    commands = re.findall(r"`(avcareers [^`]+)`", sheet)
    assert commands
    assert all(command.endswith(" --lang en") for command in commands)


@pytest.mark.parametrize("typed", ["EN", "En"])
def test_a_language_in_capitals_is_the_one_that_is_answered(run: Run, typed: str) -> None:
    whole = run("job", "show", "monteur", "--lang", "en")
    assert run("--lang", typed, "job", "show", "monteur") == whole


@pytest.mark.parametrize("output", ["table", "plain", "md"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_apostrophes_are_those_of_print_on_every_page(run: Run, output: str, language: str) -> None:
    for asked in COMMANDS:
        _, out, err = run(*asked, "-o", output, "--lang", language)
        # A web address is as it is.
        assert not re.search(r"(?<!http)\b\w+'\w[^/]*$", out + err, re.MULTILINE), asked


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("search l'image", "search l’image"),
        ("jobs d'animation", "jobs d’animation"),
        ("jobs --status CDD_d'usage", "jobs --status CDD_d’usage"),
        ("explain l'alternance", "explain l’alternance"),
        ("schools l'image", "schools l’image"),
    ],
)
def test_an_apostrophe_may_be_typed_either_way(run: Run, typed: str, same: str) -> None:
    one, other = (
        run(*(word.replace("_", " ") for word in line.split()), "-o", "json")
        for line in (typed, same)
    )
    assert (one.status, one.out) == (other.status, other.out)
