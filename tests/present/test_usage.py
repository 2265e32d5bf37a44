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
    ("least", "most", "name", "french", "english"),
    [
        (3, 8, "int range", "un nombre entier de 3 à 8", "a whole number from 3 to 8"),
        (1, None, "int range", "un nombre entier d’au moins 1", "a whole number of at least 1"),
        (None, None, "float", "un nombre", "a number"),
    ],
)
@pytest.mark.parametrize("refusal", ["'x' is not a valid int.", "x is not in the range 3<=x<=8."])
def test_a_number_refused_is_said_with_what_it_may_be(
    words: Wording, least: Any, most: Any, name: str, french: str, english: str, refusal: str
) -> None:
    kind = SimpleNamespace(min=least, max=most, name=name)
    refused = error(refusal, param=SimpleNamespace(opts=["--level"], name="level", type=kind))
    said = usage_message(refused, "avcareers schools", (), words).splitlines()[0]
    value = words.quoted("x")
    assert said == words(f"--level demande {french}, pas {value}.",
                         f"--level takes {english}, not {value}.")  # fmt: skip


@pytest.mark.parametrize(
    ("parser", "french", "english"),
    [
        (
            "Option '--job' requires an argument.",
            "--job demande une valeur.",
            "--job needs a value.",
        ),
        (
            "Option '--job' does not take a value.",
            "--job ne prend pas de valeur.",
            "--job takes no value.",
        ),
    ],
)
def test_an_option_without_its_value_or_with_one_too_many_is_named(
    words: Wording, parser: str, french: str, english: str
) -> None:
    said = usage_message(error(parser, option_name="--job"), "avcareers jobs", (), words)
    assert said.splitlines()[0] == words(french, english)


@pytest.mark.parametrize("found", ["argument (Lyon)", "arguments (Lyon)", "argument(s) (Lyon)"])
def test_a_word_too_many_is_named(words: Wording, found: str) -> None:
    said = usage_message(error(f"Got unexpected extra {found}"), "avcareers stages", (), words)
    assert said.splitlines()[0] == words("Mot en trop : Lyon.", "Not understood: Lyon.")


def test_what_nobody_typed_is_not_named(words: Wording) -> None:
    unknown = error(option_name="--foo", possibilities=None)
    assert usage_message(unknown, "avcareers home", (), words).endswith(": avcareers --help")
