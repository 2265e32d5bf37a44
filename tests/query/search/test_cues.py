"""A query that names a kind of thing gets that kind first."""

import pytest

from avcareers.store.catalogue import Catalogue

from .asking import first


@pytest.mark.parametrize(
    ("query", "kind", "slug"),
    [
        ("la phase des repérages", "stage", "preparation"),
        ("le moment du mixage et du montage", "stage", "postproduction"),
        ("une licence de son et de musique", "programme", "licence-arts-parcours-musique"),
        ("BTS son à Angers", "programme", "bts-son"),
        ("peut-on travailler à quinze ans sur un tournage ?", "topic", "mineurs"),
        ("louer des caméras à la journée, je peux ?", "topic", "louer-son-materiel"),
        ("comment s'appelle la personne qui place les projecteurs", "job", "electricien"),
        ("calculer combien touche chaque auteur d'un film", "job", "gestionnaire-droits"),
        ("projectioniste", "job", "projectionniste"),
    ],
)
def test_what_is_asked_for_by_kind_comes_first(
    real_catalogue: Catalogue, query: str, kind: str, slug: str
) -> None:
    hit = first(real_catalogue, query)
    assert hit.kind == kind
    assert slug in hit.slug


def test_a_word_of_a_kind_does_not_outdo_a_name(real_catalogue: Catalogue) -> None:
    assert first(real_catalogue, "Licence Cinéma").why in {"name", "other-name"}
