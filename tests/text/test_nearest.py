"""A name that was not understood brings the ones it looks like, and no other."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.text.folding import fold
from avcareers.text.nearest import LONGEST_ASKED, nearest

NAMES = (
    "Monteur",
    "Monteuse",
    "Chef monteur",
    "Scripte",
    "Régisseur général",
    "Ingénieur du son",
    "Perchiste",
    "Directeur de la photographie",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("montuer", "Monteur"),
        ("scrpte", "Scripte"),
        ("regiseur general", "Régisseur général"),
        ("INGENIEUR DU SONS", "Ingénieur du son"),
        ("perchist", "Perchiste"),
        ("photographie", "Directeur de la photographie"),
        ("regis", "Régisseur général"),
        ("photographie directeur", "Directeur de la photographie"),
    ],
)
def test_a_typo_or_a_part_finds_the_name(typed: str, meant: str) -> None:
    assert nearest(typed, NAMES)[0] == meant


@pytest.mark.parametrize("typed", ["xyzzy", "q", "1234", "plombier zingueur", "%", ""])
def test_nonsense_suggests_nothing(typed: str) -> None:
    assert nearest(typed, NAMES) == ()


def test_the_closest_comes_first_and_far_ones_are_left_out() -> None:
    assert nearest("monteurs", NAMES)[:2] == ("Monteur", "Monteuse")
    assert "Scripte" not in nearest("monteurs", NAMES)


def test_no_more_than_asked_for() -> None:
    alike = [f"monteur {letter}" for letter in "abcdefgh"]
    assert len(nearest("monteur", alike)) == 3
    assert len(nearest("monteur", alike, limit=5)) == 5


def test_a_name_is_suggested_once() -> None:
    assert nearest("monteur", ["Monteur", "Monteur"]) == ("Monteur",)


def test_the_order_of_the_names_does_not_matter() -> None:
    assert nearest("monteu", NAMES) == nearest("monteu", reversed(NAMES))


@settings(deadline=None)
@given(st.text(alphabet="aeimnorstu é", max_size=12), st.sampled_from(NAMES))
def test_every_suggestion_looks_like_what_was_asked(noise: str, name: str) -> None:
    for asked in (noise, name + noise, noise + name):
        wanted = fold(asked)
        for found in nearest(asked, NAMES):
            candidate = fold(found)
            alike = SequenceMatcher(None, wanted, candidate).ratio() >= 0.6
            contained = wanted in candidate or set(wanted.split()) <= set(candidate.split())
            assert wanted
            assert alike or contained, (asked, found)


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_one_letter_left_out_still_finds_the_name(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    assert name in nearest(name[:at] + name[at + 1 :], NAMES)


@pytest.mark.parametrize("name", ["monteur " * 26, "\ufdfa" * 15])
def test_what_is_too_long_for_a_name_is_compared_with_none(name: str) -> None:
    """One letter may fold to eighteen: what is compared is bounded, not what was typed."""
    assert len(fold(name)) > LONGEST_ASKED
    assert nearest(name, [name]) == ()


def test_only_the_likely_names_are_compared_letter_by_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    class Counting(SequenceMatcher):  # type: ignore[type-arg]
        def __init__(self, _: None, one: str, other: str) -> None:
            compared.append(other)
            super().__init__(None, one, other)

    monkeypatch.setattr("difflib.SequenceMatcher", Counting)
    assert nearest("montuer", [*NAMES, *(f"étage {n}" for n in range(5000))])[0] == "Monteur"
    assert len(compared) < 10


def test_a_name_that_holds_some_of_the_words_gives_way_to_one_that_holds_them_all() -> None:
    names = ["premier assistant camera", "assistant cinema"]
    assert nearest("assistant camera", names) == ("premier assistant camera",)
