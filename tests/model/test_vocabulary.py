"""The closed lists are closed, and offered without loading the validator."""

import subprocess
import sys

import pytest

from avcareers.model import vocabulary
from avcareers.model.vocabulary import values

CLOSED_LISTS = (
    "Level", "Phase", "Answer", "Sector", "Regime", "Confidence", "WorkKind", "SchoolKind",
    "Authority", "RecognitionKind", "Award", "AlternanceMode", "Admission", "FeesScope", "Route",
    "CountedAs",
    "PayUnit", "PayMethod", "GridStatus", "SourceAbout",
)  # fmt: skip


@pytest.mark.parametrize("name", CLOSED_LISTS)
def test_a_closed_list_gives_its_words_once_each(name: str) -> None:
    words = values(getattr(vocabulary, name))
    assert len(set(words)) == len(words) >= 2
    assert all(word == word.lower() and " " not in word for word in words)


def test_levels_of_a_job_are_in_the_order_of_a_career() -> None:
    assert values(vocabulary.Level) == ("entry", "confirmed", "head")


def test_each_level_one_may_enter_with_has_a_name() -> None:
    assert tuple(vocabulary.ENTRY_LEVELS.values()) == values(vocabulary.EntryLevel)


def test_unknown_alternance_is_not_none() -> None:
    assert {"none", "unknown"} <= set(values(vocabulary.AlternanceMode))


def test_words_are_offered_without_the_validator() -> None:
    code = "import sys, avcareers.model.vocabulary, avcareers.model.errors; print('pydantic' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
