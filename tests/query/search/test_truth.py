"""What a hit says of itself holds: its words are said, what was mended is named."""

import pytest

from avcareers.query.search.ranking import search
from avcareers.store.catalogue import Catalogue
from avcareers.text.rising import unpacked
from avcareers.text.stemming import STEMMERS, content_words

from .asking import first, found

QUERIES = ("traduire dialogues", "monter un film", "faire des bruitages", "l'école de Luc Besson")


@pytest.mark.parametrize(
    ("query", "read", "slug"),
    [
        ("femmis", "femis", "la-femis"),
        ("directeurdeproduction", "directeur production", "directeur-production"),
        ("ingenieurduson", "ingenieur son", "ingenieur-son-plateau"),
    ],
)
def test_a_mended_word_finds_the_name_and_is_said(
    real_catalogue: Catalogue, query: str, read: str, slug: str
) -> None:
    hits = search(real_catalogue, query).hits
    assert slug in [hit.slug for hit in hits[:3]]
    for hit in hits:
        assert hit.why in {"near-name", "read-as", "some-words"}
        assert hit.why != "read-as" or read in hit.matched


@pytest.mark.parametrize("query", ["soudage", "facteur", "plombier"])
def test_another_word_is_not_read_as_one_that_only_looks_like_it(
    real_catalogue: Catalogue, query: str
) -> None:
    found = search(real_catalogue, query)
    assert (found.hits, found.unknown) == ((), (query,))


def test_all_the_words_are_those_of_the_record_in_their_language(
    real_catalogue: Catalogue,
) -> None:
    numbers = {
        (kind, slug): number
        for number, kind, slug in real_catalogue.rows("SELECT number, kind, slug FROM search_title")
    }

    def says(number: int, word: str) -> bool:
        sql = "SELECT numbers FROM search_stem WHERE (language, stem) = (?, ?)"
        return any(
            number in unpacked(bearers)
            for language, stem in STEMMERS.items()
            for (bearers,) in real_catalogue.rows(sql, (language, stem(word)))
        )

    for query in QUERIES:
        for hit in search(real_catalogue, query, limit=50).hits:
            if hit.why == "all-words":
                kind = "profession" if hit.kind == "job" else hit.kind
                for word in content_words(query):
                    assert says(numbers[kind, hit.slug], word), (query, hit)


@pytest.mark.parametrize(
    ("query", "absent"),
    [("INSA", "ecoles-hors-de-france"), ("INSAS", "uphf-insa-valenciennes")],
)
def test_an_acronym_is_no_plural_of_another(
    real_catalogue: Catalogue, query: str, absent: str
) -> None:
    assert absent not in [slug for _, slug in found(real_catalogue, query, limit=100)]


@pytest.mark.parametrize(
    ("query", "absent"),
    [
        ("je suis fort en maths", "cfa-mans-martinique"),
        ("l'école de Luc Besson", "creative-seeds"),
        ("Besson", "creative-seeds"),
    ],
)
def test_a_place_said_in_part_is_not_the_place(
    real_catalogue: Catalogue, query: str, absent: str
) -> None:
    assert absent not in [slug.partition("/")[0] for _, slug in found(real_catalogue, query)]


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("école fort-de-france", "cfa-mans-martinique"),
        ("lycée boulogne", "lycee-jacques-prevert-boulogne"),
    ],
)
def test_a_place_is_found_whole_or_by_a_word_of_its_own(
    real_catalogue: Catalogue, query: str, slug: str
) -> None:
    assert first(real_catalogue, query).slug.partition("/")[0] == slug


def test_who_founded_a_school_finds_it_alone(real_catalogue: Catalogue) -> None:
    slugs = [slug.partition("/")[0] for _, slug in found(real_catalogue, "Besson")]
    assert set(slugs) == {"ecole-de-la-cite"}


def test_a_record_is_never_there_for_nothing_it_says(real_catalogue: Catalogue) -> None:
    assert search(real_catalogue, "boulanger").hits == ()


def test_words_that_nothing_says_are_told_from_those_that_were_mended(
    real_catalogue: Catalogue,
) -> None:
    found = search(real_catalogue, "zzqvrt femmis montage")
    assert found.unknown == ("zzqvrt",)
    assert found.mended == (("femmis", "femis"),)
