"""What to say when a command line is not understood."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.present.usage import usage_message
from avcareers.text.wording import Wording


def error(message: str = "", **attributes: Any) -> Exception:
    made = ValueError(message)
    vars(made).update(attributes)
    return made


def test_an_unknown_option_brings_near_ones_and_the_help(words: Wording) -> None:
    unknown = error(option_name="--alternanse", possibilities=None)
    said = usage_message(unknown, "avcareers schools", ("--alternance", "--job", "-o"), words)
    assert words("Option inconnue : --alternanse.", "Unknown option: --alternanse.") in said
    assert words("Options proches : --alternance.", "Near options: --alternance.") in said
    assert said.endswith("avcareers schools --help")


def test_a_missing_word_is_named(words: Wording) -> None:
    # The parser's own class is known by its name: the page does not import the parser.
    missing = type("MissingParameter", (Exception,), {})()
    missing.param = SimpleNamespace(metavar="MÉTIER", name="name", opts=["name"])
    said = usage_message(missing, "avcareers job show", (), words)
    assert words("Il manque : MÉTIER.", "Missing: MÉTIER.") in said


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("'x' is not a valid integer.", "'x' n'est pas un nombre entier."),
        ("'x' is not a valid float.", "'x' n'est pas un nombre."),
        ("9 is not in the range 3<=x<=8.", "9 n'est pas dans l'intervalle 3<=x<=8."),
        ("Option '--job' requires an argument.", "L'option '--job' demande une valeur."),
    ],
)
def test_the_parsers_english_is_put_into_french(english: str, french: str) -> None:
    said = usage_message(error(english), "avcareers", (), Wording("fr"))
    assert said.splitlines()[0] == french
    said = usage_message(error(english), "avcareers", (), Wording("en"))
    assert said.splitlines()[0] == english
