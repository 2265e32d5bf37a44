"""The values that a help names, in the language of the help."""

import pytest

from avcareers.present.choices import meant, typed_word
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.match.wishes import Wishes
from avcareers.text.wording import Wording

from ..runner import Run


def test_values_are_named_in_french_in_a_french_help(run: Run) -> None:
    helped = " ".join(run("match", "--help", "--lang", "fr").out.split())
    assert "Au choix : dessiner, image, écouter, écrire, chercher, " in helped
    assert "draw" not in helped.partition("Exemples")[0]
    assert "nights" not in helped.partition("Exemples")[0]
    listed = helped.partition("Au choix : ")[2].partition("--near")[0]
    for key in (
        "picture",
        "care",
        "nights",
        "weekends",
        "holidays",
        "own-equipment",
        "seasonality",
        "none",
    ):
        assert key not in listed


def test_values_keep_their_keys_in_english() -> None:
    assert typed_word("draw", ("draw", "write"), "activity", Wording("en")) == "draw"


@pytest.mark.parametrize("filters", [Wishes, JobFilters, SchoolFilters])
def test_each_word_that_a_help_names_is_taken_for_its_value(filters: type) -> None:
    for entry in entries(filters).values():
        values = tuple(entry.choices)
        for value in values if entry.vocabulary else ():
            word = typed_word(value, values, entry.vocabulary, Wording("fr"))
            assert meant(entry.option, word, values, entry.vocabulary) == value
