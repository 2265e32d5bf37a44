"""Names that a register writes in capitals, as a person would write them."""

import re

import pytest

from avcareers.store.catalogue import Catalogue
from avcareers.text.capitals import in_small_letters


@pytest.mark.parametrize(
    ("register", "written"),
    [
        ("ECOLE NATIONALE SUPERIEURE DES METIERS DE L'IMAGE ET DU SON",
         "École nationale supérieure des métiers de l'image et du son"),
        ("MINISTERE DE LA CULTURE", "Ministère de la culture"),
        ("UNIVERSITE DE PARIS VIII", "Université de Paris VIII"),
        ("UNIVERSITE D EVRY VAL D ESSONNE", "Université d'Évry Val d'Essonne"),
        ("INSTITUT GEORGES MELIES", "Institut Georges Méliès"),
        ("GROUPE ESRA", "Groupe ESRA"),
        ("3IS SUP", "3IS sup"),
        ("LYCEE DES METIERS BOULLE E.S.A.A.", "Lycée des métiers Boulle E.S.A.A."),
        # What is not in capitals is somebody's own spelling.
        ("La Fémis", "La Fémis"),
        ("ESRA Bretagne", "ESRA Bretagne"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_name_in_capitals_is_written_in_small_letters(register: str, written: str) -> None:
    assert in_small_letters(register) == written


def test_no_certifier_is_shouted_and_none_loses_a_letter(real_catalogue: Catalogue) -> None:
    names = {name for each in real_catalogue.documents("certification") for name in each.certifiers}
    assert names
    for name in names:
        written = in_small_letters(name)
        assert len(written) == len(name)
        long_words = [word for word in re.findall(r"\w+", written) if len(word) > 5]
        assert not [word for word in long_words if word.isupper()], written
