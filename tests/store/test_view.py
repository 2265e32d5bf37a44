"""A stored record reads back as its model wrote it, and can't be changed."""

import json

import pytest

from avcareers.render.data import published
from avcareers.store.view import View, read_document

DOCUMENT = {
    "slug": "ecole",
    "name": "École",
    "years": 3.5,
    "level": None,
    "open": False,
    "campuses": [{"place": "lyon", "rooms": [1, 2]}, {"place": "paris", "rooms": []}],
    "other_names": [],
}


def view() -> View:
    """Return the view of a document."""
    return read_document(json.dumps(DOCUMENT))


def test_fields_are_attributes_and_lists_are_tuples() -> None:
    school = view()
    assert (school.slug, school.years, school.level, school.open) == ("ecole", 3.5, None, False)
    assert [campus.place for campus in school.campuses] == ["lyon", "paris"]
    assert school.campuses[0].rooms == (1, 2)
    assert school.other_names == ()


def test_a_view_gives_back_its_document() -> None:
    assert published(view()) == DOCUMENT


def test_a_view_can_not_be_changed() -> None:
    school = view()
    with pytest.raises(AttributeError, match="read-only"):
        school.name = "Autre"
    with pytest.raises(AttributeError, match="read-only"):
        school.campuses[0].place = "nice"
    with pytest.raises(AttributeError):
        school.campuses[0].rooms.append(3)
    assert published(school) == DOCUMENT


def test_a_field_of_a_view_can_not_be_removed() -> None:
    school = view()
    with pytest.raises(AttributeError, match="read-only"):
        del school.name
    assert school.name == "École"


def test_an_unknown_field_is_an_error_and_not_nothing() -> None:
    with pytest.raises(AttributeError):
        _ = view().fees


def test_views_of_one_document_are_equal_and_of_two_are_not() -> None:
    assert view() == view()
    assert view() != read_document(json.dumps({**DOCUMENT, "name": "Autre"}))
    assert view() != DOCUMENT


def test_a_view_shows_its_key() -> None:
    assert repr(view()) == "View(ecole)"
