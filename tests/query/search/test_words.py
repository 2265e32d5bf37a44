"""What the words of a query may stand for: slang, credits, synonyms, and signs that are only signs."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avcareers.query.search.ranking import search
from avcareers.store.catalogue import Catalogue

from .asking import first, found


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("perchman", "premier-assistant-son"), ("dir' phot'", "chef-operateur-image"),
        ("chef op", "chef-operateur-image"), ("ingé son", "chef-operateur-son"),
        ("machino", "machiniste"), ("étalo", "etalonneur"),
        ("gaffer", "chef-electricien"), ("focus puller", "premier-assistant-camera"),
        ("foley", "bruiteur"), ("line producer", "directeur-production"),
        ("gérer une salle de cinéma", "exploitant-cinema"),
        ("vendre des films à l'étranger", "vendeur-international"),
        ("comment devenir scripte ?", "scripte"),
    ],
)  # fmt: skip
def test_slang_credits_and_what_one_does_find_the_job(
    real_catalogue: Catalogue, query: str, slug: str
) -> None:
    assert first(real_catalogue, query).slug == slug


def test_writing_series_finds_who_writes_them(real_catalogue: Catalogue) -> None:
    assert first(real_catalogue, "écrire des séries").slug in {"showrunner", "scenariste"}


@pytest.mark.parametrize(
    "mark",
    ['"', "'", "*", "(", ")", ":", "^", "-", "%", "_", ";", "--", '"*', "()", "\x00", "\ud800"],
)
def test_signs_of_other_languages_are_only_signs(catalogue: Catalogue, mark: str) -> None:
    plain = found(catalogue, "chef monteur")
    for query in (f"{mark}chef monteur", f"chef {mark} monteur", f"chef monteur{mark}"):
        assert found(catalogue, query) == plain, query
    assert found(catalogue, mark) == []


@pytest.mark.parametrize("word", ["NEAR", "AND", "OR", "NOT", "near", "names", "kind", "DROP"])
def test_words_of_other_languages_are_only_words(real_catalogue: Catalogue, word: str) -> None:
    for query in (f"scripte {word}", f"{word} scripte", f"{word}(scripte, 2)", f'{word} "scripte"'):
        assert ("job", "scripte") in found(real_catalogue, query), query


def test_a_very_long_query_answers(real_catalogue: Catalogue) -> None:
    for query in (
        "scripte " + "monteur étalonnage caméra " * 400,
        "scripte " + " ".join(f"mot{n}" for n in range(1500)),
        "x" * 10_000,
        "scripte" * 1429,
    ):
        assert len(query) >= 9_000
        assert search(real_catalogue, query).query == query


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_text_answers(catalogue: Catalogue, query: str) -> None:
    answer = search(catalogue, query)
    assert answer.query == query
    assert len(answer.hits) <= 10


@pytest.mark.parametrize("query", ["le la les de", "what is the", "qui", "a", "\N{CLAPPER BOARD}"])
def test_small_words_alone_find_nothing(real_catalogue: Catalogue, query: str) -> None:
    assert found(real_catalogue, query) == []


def test_a_catalogue_without_synonyms_answers(catalogue: Catalogue) -> None:
    assert found(catalogue, "monter un film")
