"""Every record is found first by each of its names."""

import json
from pathlib import Path

import pytest
import yaml

from avcareers.query.search.ranking import search
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

from ...runner import Run
from ...sampling import one_in

KINDS = {"profession": "job", "stage": "stage", "topic": "topic", "school": "school"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_name_finds_first_one_that_bears_it(catalogue: Catalogue, kind: str) -> None:
    sql = "SELECT DISTINCT folded FROM search_name JOIN search_title USING (number) WHERE kind = ?"
    names = [name for (name,) in catalogue.rows(sql, (kind,))]
    assert names
    for name in names:
        hit = search(catalogue, name, limit=1).hits[0]
        assert (hit.why, fold(hit.matched)) in {("name", name), ("other-name", name)}


@pytest.mark.slow
def test_each_name_of_the_real_data_finds_first_one_that_bears_it(
    real_catalogue: Catalogue,
) -> None:
    names = list(real_catalogue.rows("SELECT DISTINCT folded FROM search_name ORDER BY folded"))
    for (name,) in one_in(8, names):
        hit = search(real_catalogue, name, limit=1).hits[0]
        assert fold(hit.matched) == name


def test_a_few_first_are_the_first_of_more(catalogue: Catalogue) -> None:
    sql = "SELECT DISTINCT folded FROM search_name ORDER BY folded"
    for (name,) in catalogue.rows(sql):
        more = search(catalogue, f"faire {name}", limit=50).hits
        for limit in (1, 3, 10):
            assert search(catalogue, f"faire {name}", limit=limit).hits == more[:limit]


@pytest.mark.slow
def test_of_each_judged_query_a_few_first_are_the_first_of_more(
    real_catalogue: Catalogue,
) -> None:
    judged = Path(__file__).parents[2] / "relevance.yaml"
    for entry in one_in(4, yaml.safe_load(judged.read_text(encoding="utf-8"))):
        more = search(real_catalogue, entry["query"], limit=50).hits
        assert search(real_catalogue, entry["query"], limit=1).hits == more[:1]
        assert search(real_catalogue, entry["query"], limit=10).hits == more[:10]


def test_points_are_the_same_in_either_language(run: Run) -> None:
    def points(language: str) -> list[tuple[str, float]]:
        answer = json.loads(
            run("search", "monter un film", "-o", "json", AVCAREERS_LANG=language).out
        )
        return [(hit["slug"], hit["score"]) for hit in answer]

    assert points("fr") == points("en") != []
