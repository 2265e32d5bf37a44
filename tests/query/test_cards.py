"""Cards of the records a result names."""

import pytest

from avcareers.query.cards import department_names, in_order, stages_in_order
from avcareers.store.catalogue import Catalogue


def test_cards_come_in_the_order_asked_for(catalogue: Catalogue) -> None:
    cards = catalogue.cards("profession", ("monteur", "cadreur"))
    assert [card.slug for card in in_order(cards, ("monteur", "cadreur"))] == ["monteur", "cadreur"]
    with pytest.raises(KeyError):
        in_order(cards, ("scripte",))


def test_departments_are_named_by_slug(catalogue: Catalogue) -> None:
    assert department_names(catalogue)["image"].name.fr == "Image"


def test_stages_follow_the_chain(catalogue: Catalogue) -> None:
    assert [s.slug for s in stages_in_order(catalogue)] == [
        "preparation", "tournage", "postproduction",
    ]  # fmt: skip
