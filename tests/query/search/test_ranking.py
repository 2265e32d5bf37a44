"""What a search finds, in which order, and why."""

from typing import Any

import pytest

from avcareers.model.errors import BadValueError
from avcareers.query.search.ranking import KINDS, search
from avcareers.store.catalogue import Catalogue

from .asking import first, found


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("Monteuse", "monteur"), ("monteuses", "monteur"), ("Monteur", "monteur"),
        ("réalisatrice", "realisateur"), ("cadreuse", "cadreur"), ("CADREUR", "cadreur"),
        ("etalonneuse", "etalonneur"), ("Étalonneur", "etalonneur"),
        ("assistante monteuse", "assistant-monteur"), ("cheffe monteuse", "chef-monteur"),
        ("script supervisor", "scripte"), ("Film-Maker", "realisateur"),
    ],
)  # fmt: skip
def test_a_job_is_found_by_its_name_in_any_dress(
    catalogue: Catalogue, query: str, slug: str
) -> None:
    hit = first(catalogue, query)
    assert (hit.kind, hit.slug) == ("job", slug)
    assert hit.why in {"name", "other-name"}


def test_exact_names_come_before_names_and_names_before_texts(real_catalogue: Catalogue) -> None:
    hits = search(real_catalogue, "scripte", limit=200).hits
    tiers = [("name", "other-name").count(hit.why) for hit in hits]
    assert hits[0].slug == "scripte"
    assert hits[0].why == "name"
    assert tiers == sorted(tiers, reverse=True)
    slugs = [hit.slug for hit in hits if hit.kind == "job"]
    # Its name says it; the text of the other only speaks of it.
    assert slugs.index("assistant-scripte") < slugs.index("premier-assistant-realisateur")


def test_a_title_comes_before_another_name(real_catalogue: Catalogue) -> None:
    hits = search(real_catalogue, "sound designer").hits
    assert [(hit.slug, hit.why) for hit in hits[:1]] == [("sound-designer", "name")]


def test_each_hit_says_why(real_catalogue: Catalogue) -> None:
    for query, why, matched in (
        ("Scripte", "name", "Scripte"),
        ("perchman", "other-name", "perchman"),
        ("fokus puller", "near-name", "focus puller"),
        ("traduire dialogues", "all-words", "traduire dialogues"),
        ("scripte zzyzxq", "some-words", "scripte"),
    ):
        hit = first(real_catalogue, query)
        assert (hit.why, hit.matched) == (why, matched), query


def test_a_hit_says_what_it_is_called(catalogue: Catalogue) -> None:
    hit = first(catalogue, "scripte")
    assert hit.name == ("Scripte", "Script supervisor")


def test_scores_go_down_and_stay_in_bounds(real_catalogue: Catalogue) -> None:
    scores = [hit.score for hit in search(real_catalogue, "montage son", limit=200).hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


def test_of_equal_scores_the_kind_decides_then_the_key(real_catalogue: Catalogue) -> None:
    hits = search(real_catalogue, "école de cinéma", limit=10_000).hits
    order = [(-hit.score, KINDS.index(hit.kind), hit.slug) for hit in hits]
    assert len({hit.score for hit in hits}) < len(hits)
    assert order == sorted(order)


@pytest.mark.parametrize("limit", [1, 3, 200])
def test_no_more_than_asked_and_the_same_ones_first(real_catalogue: Catalogue, limit: int) -> None:
    everything = found(real_catalogue, "montage", limit=200)
    assert found(real_catalogue, "montage", limit=limit) == everything[:limit]


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_kinds_asked_for(real_catalogue: Catalogue, kind: Any) -> None:
    hits = found(real_catalogue, "formation au montage d'un film", kinds=(kind,), limit=20)
    assert hits
    assert {found_kind for found_kind, _ in hits} == {kind}


def test_two_kinds_are_the_ones_of_everything(real_catalogue: Catalogue) -> None:
    both = found(real_catalogue, "montage", kinds=("job", "topic"), limit=200)
    everything = found(real_catalogue, "montage", limit=10_000)
    assert both == [hit for hit in everything if hit[0] in {"job", "topic"}][:200]


def test_the_same_question_has_the_same_answer(real_catalogue: Catalogue) -> None:
    for query in ("montage", "effets specieux", "école de cinéma à lyon"):
        assert search(real_catalogue, query) == search(real_catalogue, query)


def test_no_hit_comes_twice(real_catalogue: Catalogue) -> None:
    hits = found(real_catalogue, "chef opérateur", limit=1000)
    assert len(hits) == len(set(hits))


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("BTS audiovisuel Pays basque", "biarritz"), ("école de cinéma en Alsace", "strasbourg"),
        ("son Toulouse", "toulouse"), ("montage à Lyon", "lyon"),
    ],
)  # fmt: skip
def test_where_counts_as_much_as_what(real_catalogue: Catalogue, query: str, place: str) -> None:
    slug = first(real_catalogue, query).slug.partition("/")[0]
    school = real_catalogue.document("school", slug)
    assert place in [campus.place for campus in school.campuses]


def test_a_name_many_programmes_bear_does_not_hide_the_jobs(real_catalogue: Catalogue) -> None:
    assert {kind for kind, _ in found(real_catalogue, "montage", limit=3)} == {"job"}


@pytest.mark.parametrize("query", ["", " ", "\t\n", "\N{NO-BREAK SPACE}"])
def test_a_blank_query_is_refused(catalogue: Catalogue, query: str) -> None:
    with pytest.raises(BadValueError):
        search(catalogue, query)


def test_a_word_too_common_to_tell_records_apart_still_finds_them_all(
    real_catalogue: Catalogue,
) -> None:
    ((programmes,),) = real_catalogue.rows("SELECT COUNT(*) FROM programme")
    hits = found(real_catalogue, "programme", kinds=("programme",), limit=10_000)
    assert len(hits) == programmes


@pytest.mark.parametrize("query", ["RNCP99001", "rncp 99001", "rncp-99001", "99001"])
def test_programmes_are_found_by_the_number_of_their_certification(
    catalogue: Catalogue, query: str
) -> None:
    sql = "SELECT school, position FROM programme_facet WHERE facet = 'certification' AND value = ?"
    schools = {school for school, _ in catalogue.rows(sql, ("rncp-99001",))}
    of_programmes = found(catalogue, query, kinds=("programme",))
    assert schools
    assert {slug.partition("/")[0] for _, slug in of_programmes} == schools
