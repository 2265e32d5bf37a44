"""Whatever goes wrong is one kind of error, and keeps what is needed to say it."""

import pytest

from avcareers.model.errors import (
    AmbiguousNameError,
    AvcareersError,
    BadValueError,
    DataError,
    NotFoundError,
    Problem,
)

PROBLEM = Problem("schools.yaml", 412, 7, "la-femis.programmes[2].level", "must be given")


@pytest.mark.parametrize(
    "error",
    [
        NotFoundError("profession", "monteurr", ("monteur",)),
        AmbiguousNameError("place", "saint-denis", ("a", "b")),
        BadValueError("--kind", "publik", ("public", "private")),
        DataError((PROBLEM,)),
    ],
)
def test_every_error_is_of_one_kind(error: Exception) -> None:
    assert isinstance(error, AvcareersError)
    assert str(error)


def test_a_problem_is_written_as_editors_follow_it() -> None:
    assert str(PROBLEM) == "schools.yaml:412:7  la-femis.programmes[2].level: must be given"


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert str(Problem("rome.yaml", 0, 0, "", "must exist")) == "rome.yaml  must exist"


def test_a_problem_of_no_record_has_a_place() -> None:
    assert str(Problem("rome.yaml", 3, 1, "", "is not YAML")) == "rome.yaml:3:1  is not YAML"


def test_a_data_error_lists_every_problem() -> None:
    other = PROBLEM._replace(line=9)
    assert str(DataError((PROBLEM, other))).splitlines() == [str(PROBLEM), str(other)]
