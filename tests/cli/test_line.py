"""What is typed → the command line that is run."""

from itertools import product
from typing import Any

import pytest

from avcareers.cli.line import split, understood

from ..runner import Run

COMMON = (("-o", "json"), ("-ojson",), ("--output=json",), ("--output", "json"))
LANGUAGE = (("--lang", "en"), ("--lang=en",))
PLACES = range(4)
"""Before the command, after it, after its subcommand, at the end."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("output", COMMON, ids=" ".join)
def test_a_common_option_may_stand_anywhere(run: Run, output: Any, place: int) -> None:
    asked = ["job", "show", "monteur"]
    whole = run(*asked, "-o", "json")
    assert run(*asked[:place], *output, *asked[place:]) == whole


@pytest.mark.parametrize(("first", "second"), list(product(PLACES, PLACES)))
def test_two_common_options_may_stand_anywhere(run: Run, first: int, second: int) -> None:
    asked = ["jobs", "list", "--limit=2"]
    whole = run(*asked, "-o", "plain", "--lang", "en")
    assert "Director" in whole.out
    earlier, later = sorted((first, second))
    line = [*asked[:earlier], "--lang", "en", *asked[earlier:later], "-o", "plain", *asked[later:]]
    assert run(*line) == whole


@pytest.mark.parametrize("language", LANGUAGE, ids=" ".join)
@pytest.mark.parametrize("help_asked", ["--help", "-h", "help"])
@pytest.mark.parametrize(
    "command", [("data",), ("data", "check"), ("job", "show"), ("pay",), ()], ids=" ".join
)
def test_help_is_given_wherever_the_language_stands(
    run: Run, language: Any, help_asked: str, command: Any
) -> None:
    asked = [help_asked, *command] if help_asked == "help" else [*command, help_asked]
    whole = run(*command, "--help")
    assert whole.status == 0
    assert " ".join(["avcareers", *command]) in whole.out
    for place in range(len(asked) + 1):
        assert run(*asked[:place], *language, *asked[place:]) == whole


@pytest.mark.parametrize(
    ("typed", "run_as"),
    [
        ("schools list", "schools"),
        ("jobs list --limit 2", "jobs list --limit 2"),
        ("jobs show monteur", "job show monteur"),
        ("job list", "jobs list"),
        ("schools check quai-neuf", "school check quai-neuf"),
        ("Métiers", "jobs"),
        ("métier monteur", "job monteur"),
        ("école show quai-neuf", "school show quai-neuf"),
        ("stages list", "stages"),
        ("explain list", "explain"),
    ],
)
def test_what_people_type_for_a_command_is_understood(typed: str, run_as: str) -> None:
    assert understood(typed.split()) == run_as.split()


@pytest.mark.parametrize("name", ["Monteuse", "monteur", "EDITOR"])
def test_a_name_alone_opens_its_sheet(run: Run, name: str) -> None:
    for words in ([name], name.split()):
        opened = run(*words, "-o", "json")
        assert opened == run("job", "show", "monteur", "-o", "json")
    assert run("--lang", "en", name).out == run("job", "show", "monteur", "--lang", "en").out
    assert run(name, "--full").out == run("job", "show", "monteur", "--full").out


@pytest.mark.parametrize(
    "words", [("technicien", "image"), ("montage", "son"), ("montage", "--kind", "school")]
)
def test_other_words_are_a_search(run: Run, words: Any) -> None:
    assert run(*words, "-o", "json") == run("search", *words, "-o", "json")


def test_the_name_of_a_command_wins(run: Run) -> None:
    assert run("stages").out == run("stages", "-o", "plain").out
    assert understood(["plan"]) == ["plan"]


def test_words_after_two_dashes_are_no_options(run: Run) -> None:
    assert split(["search", "-o", "json", "--", "--lang", "en"]).whole == [
        "search", "-o", "json", "--", "--lang", "en",
    ]  # fmt: skip
    assert run("--", "montage", "--lang").status == 0


@pytest.mark.parametrize("words", [("--foo",), ("--near", "Brest"), ("home", "x")])
def test_the_name_of_what_nobody_typed_is_never_said(run: Run, words: Any) -> None:
    status, _, err = run(*words)
    assert status == 2
    assert "avcareers home" not in err
