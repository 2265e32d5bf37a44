"""Where a job is taught, in a few lines."""

from avcareers.present.page import text_of
from avcareers.present.training import training_items
from avcareers.query.job import job_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"


def told(catalogue: Catalogue, slug: str, words: Wording, *, examples: bool = True) -> list[str]:
    items = training_items(job_sheet(catalogue, slug, TODAY), words, examples=examples)
    return [text_of(item.line) for item in items]


def test_schools_are_counted_by_kind_and_alternance(catalogue: Catalogue, words: Wording) -> None:
    first = told(catalogue, "monteur", words)[0]
    assert first.startswith(words("4 écoles (", "4 schools ("))
    assert words("public 1", "public 1") in first
    assert first.endswith(words("dont 3 en alternance", "of which 3 in alternance"))


def test_examples_come_only_when_asked_for_and_the_command_always(
    catalogue: Catalogue, words: Wording
) -> None:
    long, short = (told(catalogue, "monteur", words, examples=e) for e in (True, False))
    assert len(long) == len(short) + 3
    assert long[-1].endswith("avcareers schools --job monteur")
    assert short[-1] == long[-1]


def test_without_programme_the_way_through_another_job_is_told(
    catalogue: Catalogue, words: Wording
) -> None:
    nothing, way = told(catalogue, "chef-monteur", words)
    assert words("Aucune formation", "No programme") in nothing
    assert words("4 écoles", "4 schools") in way
    assert way.endswith("avcareers schools --job monteur")
