"""Every bilingual text of a record is reached, with the path that leads to it."""

from types import ModuleType

from avcareers.audit.texts import both, texts_of


def test_every_text_has_its_path(small: ModuleType) -> None:
    stage = small.content().stages[0]
    found = dict(texts_of(stage))
    assert list(found) == [
        ("name",),
        ("summary",),
        ("happens", 0),
        ("happens", 1),
        ("deliverables", 0, "name"),
        ("places", 0),
        ("durations", 0, "of"),
    ]
    assert found["happens", 1].en == "Shooting."


def test_nothing_is_found_in_what_holds_no_text(small: ModuleType) -> None:
    assert list(texts_of(small.content().sources[0])) == []


def test_a_text_is_read_in_both_languages(small: ModuleType) -> None:
    (_, name) = next(iter(texts_of(small.content().stages[0])))
    assert both(name) == (("fr", "Tournage"), ("en", "Shoot"))
