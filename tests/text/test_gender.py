"""A title in both genders abridges neither."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.text.gender import both_genders


@pytest.mark.parametrize(
    ("masculine", "feminine", "both"),
    [
        ("Scripte", "Scripte", "Scripte"),
        ("Chargé d'études", "Chargé d'études", "Chargé d'études"),
        ("Monteur", "Monteuse", "Monteur / Monteuse"),
        (
            "Directeur de production",
            "Directrice de production",
            "Directeur / Directrice de production",
        ),
        (
            "Ingénieur du son de plateau",
            "Ingénieure du son de plateau",
            "Ingénieur / Ingénieure du son de plateau",
        ),
        ("Chef opérateur", "Cheffe opératrice", "Chef opérateur / Cheffe opératrice"),
        (
            "Chef opérateur du son",
            "Cheffe opératrice du son",
            "Chef opérateur / Cheffe opératrice du son",
        ),
        ("Aide décorateur", "Aide décoratrice", "Aide décorateur / décoratrice"),
        (
            "Aide décorateur de plateau",
            "Aide décoratrice de plateau",
            "Aide décorateur / décoratrice de plateau",
        ),
        ("Acteur", "Une actrice", "Acteur / Une actrice"),
    ],
)
def test_what_both_share_is_said_once(masculine: str, feminine: str, both: str) -> None:
    assert both_genders(masculine, feminine) == both


_word = st.text(alphabet="abcdefghéèœ'-", min_size=1, max_size=6)
_title = st.lists(_word, min_size=1, max_size=4)


@settings(deadline=None)
@given(_title, _title)
def test_titles_that_share_no_word_read_back(his: list[str], hers: list[str]) -> None:
    hers = [f"{word}x" for word in hers]
    masculine, feminine = " ".join(his), " ".join(hers)
    assert both_genders(masculine, feminine).split(" / ") == [masculine, feminine]


@settings(deadline=None)
@given(_title, _word, _word, _title)
def test_one_word_that_differs_stands_between_what_is_shared(
    head: list[str], his: str, hers: str, tail: list[str]
) -> None:
    his, hers = f"{his}eur", f"{hers}rice"
    written = both_genders(" ".join([*head, his, *tail]), " ".join([*head, hers, *tail]))
    assert written == " ".join([*head, his, "/", hers, *tail])


@settings(deadline=None)
@given(_title, _title)
def test_no_word_of_either_title_is_lost(his: list[str], hers: list[str]) -> None:
    written = both_genders(" ".join(his), " ".join(hers)).split()
    assert set(his) | set(hers) <= set(written)
