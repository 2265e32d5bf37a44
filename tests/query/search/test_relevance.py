"""The judged queries are answered as well as promised."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from avcareers.store.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[3]
FIRST, AMONG_THREE = 0.90, 0.97
"""Shares of the judged queries answered first, and among the first three."""


@pytest.fixture(scope="module")
def relevance() -> ModuleType:
    """Return the benchmark, which holds the only measure."""
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
