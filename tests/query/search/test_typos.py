"""Typos are forgiven; what is too far from any word gets near names, or nothing."""

import pytest

from avcareers.query.search.ranking import Found, search
from avcareers.store.catalogue import Catalogue

from .asking import first, found


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("etalonneurr", "etalonneur"), ("réalisatuer", "realisateur"), ("scrite", "scripte"),
        ("assitant monteur", "assistant-monteur"), ("camera operater", "cadreur"),
        ("montteuse", "monteur"), ("chefmonteur", "chef-monteur"),
    ],
)  # fmt: skip
def test_a_typo_is_forgiven(catalogue: Catalogue, query: str, slug: str) -> None:
    assert ("job", slug) in found(catalogue, query)[:1]


def test_a_typo_in_a_word_that_stands_for_another_is_forgiven(real_catalogue: Catalogue) -> None:
    assert first(real_catalogue, "étalonage").slug == "etalonneur"


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("foto de plato", "photographe-plateau"), ("makiyeuse", "maquilleur"),
        ("sénariste", "scenariste"), ("vission controloer", "ingenieur-vision"),
        ("letalonneur", "etalonneur"), ("jveu etre scripte", "scripte"),
        ("ledtechnician", "technicien-video-evenementiel"), ("travaildesenfants", "mineurs"),
        ("scénar iste", "scenariste"), ("vascadeur", "cascadeur"), ("wcteur", "comedien"),
        ("koi com metier cadreure", "cadreur"),
    ],
)  # fmt: skip
def test_what_is_spelled_as_it_is_heard_is_found(
    real_catalogue: Catalogue, query: str, slug: str
) -> None:
    assert first(real_catalogue, query).slug == slug


def test_a_right_word_of_something_else_is_left_alone(real_catalogue: Catalogue) -> None:
    words = (
        "plombier", "notaire", "patisserie", "maconnerie", "veterinaire", "couvreur", "chaudronnier",
        "militaire", "potier", "statisticien", "broderie", "dentelle", "vtc", "caces", "ensam", "ensta",
        "ssiap", "deug", "bafd", "iphone", "bitcoin", "pilates", "raclette", "liege", "bruges", "turin",
    )  # fmt: skip
    assert [word for word in words if search(real_catalogue, word).mended] == []


def test_the_step_is_that_of_the_words_meant(real_catalogue: Catalogue) -> None:
    found = search(real_catalogue, "sa gagne conbien un realizateur")
    assert [(intent.step, intent.jobs) for intent in found.intents] == [("pay", ("realisateur",))]
    assert found.unknown == ()


def test_nothing_found_suggests_near_names(catalogue: Catalogue) -> None:
    answer = search(catalogue, "scriptorium")
    assert answer.hits == ()
    assert "Scripte" in answer.suggestions


def test_nothing_near_suggests_nothing(catalogue: Catalogue) -> None:
    assert search(catalogue, "zzzqqxxyw") == Found("zzzqqxxyw", (), 0, (), unknown=("zzzqqxxyw",))
