"""Words that mean the same share a stem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avcareers.text.folding import fold
from avcareers.text.stemming import (
    STOP_WORDS,
    content_words,
    english_stem,
    french_stem,
    name_key,
    word_stems,
)


@pytest.mark.parametrize(
    ("feminine", "masculine"),
    [
        ("monteuse", "monteur"), ("monteuses", "monteurs"), ("monteuses", "monteur"),
        ("directrice", "directeur"), ("actrices", "acteur"), ("autrice", "auteur"),
        ("costumiere", "costumier"), ("cheffe", "chef"), ("comedienne", "comedien"),
        ("serieuse", "serieux"), ("adjointe", "adjoint"),
    ],
)  # fmt: skip
def test_both_genders_and_numbers_share_a_french_stem(feminine: str, masculine: str) -> None:
    assert french_stem(feminine) == french_stem(masculine)


@pytest.mark.parametrize(("one", "other"), [("editing", "edit"), ("scripts", "script")])
def test_english_words_share_a_stem_with_what_they_derive_from(one: str, other: str) -> None:
    assert english_stem(one) == english_stem(other)


def test_stems_alike_in_both_languages_are_given_once() -> None:
    assert word_stems("film") == ("film",)
    assert word_stems("maquiller") == (french_stem("maquiller"), english_stem("maquiller"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Comment devenir scripte ?", ("scripte",)),
        ("How do I become a film editor?", ("film", "editor")),
        ("le son", ("son",)),
        ("sous-titreur", ("sous", "titreur")),
        ("j'ai mes heures", ("heures",)),
        ("ai-je un droit", ("droit",)),
        ("is AI a job", ("ai",)),
        ("l'à-côté", ("cote",)),
        ("", ()),
        ("« ? »", ()),
    ],
)
def test_what_is_looked_for_is_kept(text: str, words: tuple[str, ...]) -> None:
    assert content_words(text) == words


def test_a_text_of_small_words_only_keeps_them_all() -> None:
    assert content_words("qui est-ce") == ("qui", "est", "ce")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attachées de presse", "attaché de presse"),
        ("opératrice de la prise de vues", "Opérateur de prise de vues"),
        ("La Fémis", "femis"),
        ("son chef opérateur", "Chef opérateur du son"),
    ],
)
def test_names_alike_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_names_of_other_words_have_another_key() -> None:
    assert name_key("chef monteur") != name_key("chef monteur son")


def test_small_words_are_folded() -> None:
    assert all(fold(word) == word for word in STOP_WORDS)


@given(st.text())
def test_any_text_has_words_and_a_key(text: str) -> None:
    words = content_words(text)
    assert content_words(" ".join(words)) == words or not set(words) - STOP_WORDS
    assert name_key(text) == name_key(text.upper()) or fold(text) != fold(text.upper())
