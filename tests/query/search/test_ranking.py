"""What a search finds, in which order, and why."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avcareers.model.errors import BadValueError
from avcareers.query.search.ranking import KINDS, Found, Hit, search
from avcareers.store.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[3]
FIRST, AMONG_THREE = 0.90, 0.97
"""Shares of the judged queries answered first, and among the first three."""


def first(catalogue: Catalogue, query: str) -> Hit:
    return search(catalogue, query).hits[0]


def found(catalogue: Catalogue, query: str, **options: Any) -> list[tuple[str, str]]:
    return [(hit.kind, hit.slug) for hit in search(catalogue, query, **options).hits]


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
    ("query", "kind", "slug"),
    [
        ("la phase des repérages", "stage", "preparation"),
        ("le moment du mixage et du montage", "stage", "postproduction"),
        ("une licence de son et de musique", "programme", "licence-arts-parcours-musique"),
        ("BTS son à Angers", "programme", "bts-son"),
        ("peut-on travailler à quinze ans sur un tournage ?", "topic", "mineurs"),
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


def test_a_slip_in_a_word_that_stands_for_another_is_forgiven(real_catalogue: Catalogue) -> None:
    assert first(real_catalogue, "étalonage").slug == "etalonneur"


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


def test_nothing_found_suggests_near_names(catalogue: Catalogue) -> None:
    answer = search(catalogue, "scriptorium")
    assert answer.hits == ()
    assert "Scripte" in answer.suggestions


def test_nothing_near_suggests_nothing(catalogue: Catalogue) -> None:
    assert search(catalogue, "zzzqqxxyw") == Found("zzzqqxxyw", (), ())


@pytest.mark.parametrize("query", ["", " ", "\t\n", "\N{NO-BREAK SPACE}"])
def test_a_blank_query_is_refused(catalogue: Catalogue, query: str) -> None:
    with pytest.raises(BadValueError):
        search(catalogue, query)


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


def test_a_word_too_common_to_tell_records_apart_still_finds_them_all(
    real_catalogue: Catalogue,
) -> None:
    ((programmes,),) = real_catalogue.rows("SELECT COUNT(*) FROM programme")
    hits = found(real_catalogue, "programme", kinds=("programme",), limit=10_000)
    assert len(hits) == programmes


def test_a_catalogue_without_synonyms_answers(catalogue: Catalogue) -> None:
    assert found(catalogue, "monter un film")


@pytest.fixture(scope="module")
def relevance() -> ModuleType:
    """Give the benchmark, which holds the only measure."""
    spec = importlib.util.spec_from_file_location("relevance", ROOT / "benchmarks/relevance.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_judged_queries_are_answered_well(
    real_catalogue: Catalogue, relevance: ModuleType
) -> None:
    ((_, judged), *_) = relevance.parts(list(relevance.judge(real_catalogue)))
    assert len(judged) >= 160
    assert relevance.share(judged, 1) >= FIRST
    assert relevance.share(judged, 3) >= AMONG_THREE


def test_every_judged_answer_exists(real_catalogue: Catalogue, relevance: ModuleType) -> None:
    stored = {"job": "profession"}
    keys = set(real_catalogue.rows("SELECT kind, slug FROM search_title"))
    for entry in relevance.judgements():
        for answer in entry["expect"]:
            kind = stored.get(answer["kind"], answer["kind"])
            assert any(
                kind == other and relevance.fnmatchcase(slug, answer["slug"])
                for other, slug in keys
            ), (entry["query"], answer)
    queries = [entry["query"] for entry in relevance.judgements()]
    assert len(queries) == len(set(queries))
