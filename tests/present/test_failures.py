"""What to say when something can't be done."""

import pytest

from avcareers.model.errors import (
    AmbiguousNameError,
    AvcareersError,
    BadValueError,
    DataError,
    NotFoundError,
    NothingFoundError,
    Problem,
    UnknownCommandError,
)
from avcareers.present.failures import failure_message, failure_status
from avcareers.text.wording import Wording

PROBLEMS = (
    Problem("a.yaml", 3, 1, "x.y", "must be text"),
    Problem("b.yaml", 0, 0, "", "must exist"),
)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("profession", "x"), 1),
        (AmbiguousNameError("profession", "x", ("a", "b")), 1),
        (BadValueError("--sort", "x", ("a",)), 2),
        (DataError(PROBLEMS), 3),
        (UnknownCommandError("x", ("a",)), 2),
        (NothingFoundError("x"), 1),
    ],
)
def test_an_error_has_the_status_users_were_told(error: AvcareersError, status: int) -> None:
    assert failure_status(error) == status


def test_a_name_nothing_bears_brings_near_names_and_a_command(words: Wording) -> None:
    said = failure_message(NotFoundError("profession", "montuer", ("monteur",)), words)
    assert "montuer" in said
    assert words("Noms proches : monteur", "Near names: monteur") in said
    assert "avcareers job show monteur" in said


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        ("profession", "avcareers jobs"),
        ("school", "avcareers schools"),
        ("stage", "avcareers stages"),
        ("source", "avcareers sources"),
    ],
)
def test_without_a_near_name_the_list_is_the_command_to_try(
    words: Wording, kind: str, command: str
) -> None:
    assert failure_message(NotFoundError(kind, "zzz"), words).endswith(command)


def test_a_shared_name_lists_every_record_that_bears_it(words: Wording) -> None:
    error = AmbiguousNameError("profession", "technicien image", ("cadreur", "etalonneur"))
    said = failure_message(error, words).splitlines()
    assert said[1:] == ["  avcareers job show cadreur", "  avcareers job show etalonneur"]


def test_a_refused_value_brings_the_valid_ones(words: Wording) -> None:
    said = failure_message(BadValueError("--kind", "publc", ("public", "private")), words)
    assert words("Valeurs proches : public", "Near values: public") in said
    assert words("Valeurs possibles : public, private", "Valid values: public, private") in said


def test_a_long_list_of_values_is_cut_and_says_so(words: Wording) -> None:
    valid = tuple(f"value-{number}" for number in range(40))
    said = failure_message(BadValueError("--x", "zzz", valid), words)
    assert "value-0" in said
    assert "value-39" not in said
    assert said.endswith("…")


def test_every_problem_of_the_data_is_listed_and_counted(words: Wording) -> None:
    said = failure_message(DataError(PROBLEMS), words)
    assert "a.yaml:3:1  x.y: must be text" in said
    assert "b.yaml  must exist" in said
    assert words("2 problèmes", "2 problems") in said


def test_words_nothing_answers_to_bring_near_names_by_kind(words: Wording) -> None:
    near = (("command", ("pay",)), ("profession", ("monteur", "auteur")), ("school", ("mopa",)))
    said = failure_message(NothingFoundError("monter", near), words).splitlines()
    assert said[1:] == [
        words("  commande : pay", "  command: pay"),
        words("  métier : monteur, auteur", "  job: monteur, auteur"),
        words("  école : mopa", "  school: mopa"),
        words("Essayer : avcareers job show monteur", "Try: avcareers job show monteur"),
    ]


def test_a_word_that_is_no_command_brings_the_near_ones_or_all(words: Wording) -> None:
    near = failure_message(UnknownCommandError("shools", ("schools", "jobs")), words)
    assert words("Commandes proches : schools.", "Near commands: schools.") in near
    every = failure_message(UnknownCommandError("zzz", ("check", "fmt"), "data"), words)
    assert words("Commandes possibles : check, fmt.", "Commands: check, fmt.") in every
    assert every.endswith(": avcareers data --help")
