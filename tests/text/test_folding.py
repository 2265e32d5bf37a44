"""Names are the same however people type them, and sort as in a French dictionary."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from avcareers.text.folding import collation_key, fold


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Régisseuse générale", "regisseuse generale"),
        ("RÉGISSEUR", "régisseur"),
        ("Maître d'œuvre", "maitre d oeuvre"),
        ("MAÎTRE D’ŒUVRE", "maître d'œuvre"),
        ("Lætitia", "laetitia"),
        ("chef-opérateur", "Chef opérateur"),
        ("L'Idem", "l idem"),
        ("L’Idem", "L'Idem"),
        ("Chef·fe opérateur", "chef fe operateur"),
        ("  chef   monteur ", "chef monteur"),
        ("e\u0301tude", "étude"),
        ("mixage 5.1", "MIXAGE 5 1"),
        ("Straße", "strasse"),
        ("n\u00b0\u00a05", "n 5"),
        ("RNCP39857", "rncp-39857"),
        ("animateur 3 D", "animateur 3D"),
        ("IDCC3097", "IDCC 3097"),
    ],
)
def test_spellings_of_one_name_fold_alike(typed: str, same: str) -> None:
    assert fold(typed) == fold(same)


@pytest.mark.parametrize(
    ("one", "other"),
    [("monteur", "monteuse"), ("son", "sono"), ("chef monteur", "chefmonteur"), ("k7", "k 7")],
)
def test_different_names_do_not_fold_alike(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_folded_name_is_ascii_words() -> None:
    assert fold("Ça, l'œil & le son : n'est-ce pas ?") == "ca l oeil le son n est ce pas"


def test_punctuation_alone_is_no_name() -> None:
    assert fold("…·'-%_") == ""


@pytest.mark.parametrize(
    ("name", "folded"), [("Dolby™", "dolbytm"), ("№ 5", "no 5"), ("Lǽtitia", "laetitia")]
)
def test_compatibility_characters_end_up_in_lower_case(name: str, folded: str) -> None:
    assert fold(name) == folded


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")))
@example("Dolby™ ǽ")
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@settings(deadline=None)
@given(st.text(alphabet="abéèœÉÔçZ '-’"))
def test_case_never_matters(name: str) -> None:
    assert fold(name.upper()) == fold(name.lower()) == fold(name)


def test_french_names_sort_as_in_a_dictionary() -> None:
    names = [
        "Étalonneur",
        "zoo",
        "Œil neuf",
        "ombre",
        "odeur",
        "Chef opérateur",
        "chef-monteur",
        "éclairagiste",
        "Ecran",
        "cadreur",
        "Cote",
        "côté",
        "cote",
    ]
    assert sorted(names, key=collation_key) == [
        "cadreur",
        "chef-monteur",
        "Chef opérateur",
        "Cote",
        "cote",
        "côté",
        "éclairagiste",
        "Ecran",
        "Étalonneur",
        "odeur",
        "Œil neuf",
        "ombre",
        "zoo",
    ]


def test_names_that_fold_alike_keep_one_order() -> None:
    names = ["cote", "côte", "côté", "coté", "Cote"]
    keys = [collation_key(name) for name in names]
    assert len(set(keys)) == len(names)
    backwards = names[::-1]
    assert sorted(names, key=collation_key) == sorted(backwards, key=collation_key)
