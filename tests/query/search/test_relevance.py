"""The judged queries are answered as well as promised."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

ROOT = Path(__file__).resolve().parents[3]
HELD_OUT = 111
"""Judged queries held out that were answered first when this was last written, of 130."""
FEWER = 2
"""How many fewer may be, before something is wrong."""


@pytest.fixture(scope="module")
def relevance() -> ModuleType:
    """Return the benchmark, which holds the only measure."""
    spec = importlib.util.spec_from_file_location("relevance", ROOT / "benchmarks/relevance.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_queries_nobody_tuned_for_are_answered_as_well_as_before(
    real_catalogue: Catalogue, relevance: ModuleType
) -> None:
    held_out = dict(relevance.parts(list(relevance.judge(real_catalogue, held_out=True))))[
        "held out"
    ]
    assert len(held_out) == 130
    assert sum(each.rank == 1 for each in held_out) >= HELD_OUT - FEWER


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


def test_no_query_held_out_is_written_in_a_record(
    real_catalogue: Catalogue, relevance: ModuleType
) -> None:
    held_out = {fold(each["query"]) for each in relevance.judgements() if each.get("held_out")}
    for kind in ("profession", "stage", "topic"):
        for record in real_catalogue.documents(kind):
            for asked in record.asked:
                assert held_out.isdisjoint({fold(asked.fr), fold(asked.en)}), record.slug
