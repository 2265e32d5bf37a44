"""`avcareers search`."""

import json
from typing import Any, cast

import pytest
from pydantic import TypeAdapter

from avcareers.render.schemas import answer_types

from ..runner import Run

HITS: TypeAdapter[Any] = TypeAdapter(answer_types()["search"])


def hits(run: Run, *arguments: str, **options: Any) -> list[Any]:
    status, out, err = run("search", *arguments, "-o", "json", **options)
    assert (status, err) == (0, "")
    return cast("list[Any]", HITS.validate_json(out))


def test_a_name_of_several_words_needs_no_quotes(run: Run) -> None:
    assert hits(run, "script", "supervisor") == hits(run, "script supervisor")
    assert hits(run, "script", "supervisor")[0].slug == "scripte"


@pytest.mark.parametrize("query", ["scripte", "monteuse", "assitant monteur", "lycée", "zzzqqxyw"])
def test_the_shape_is_the_published_one(run: Run, query: str) -> None:
    for hit in hits(run, query):
        assert hit.score <= hits(run, query)[0].score
        assert hit.name.fr
        assert hit.matched


def test_the_limit_and_the_kinds_are_kept(run: Run) -> None:
    assert len(hits(run, "montage", "--limit", "2", real=True)) == 2
    kinds = {
        hit.kind for hit in hits(run, "montage", "--kind", "school", "--kind", "topic", real=True)
    }
    assert kinds
    assert kinds <= {"school", "topic"}


@pytest.mark.parametrize("text", [[""], [" "], ["", " "]])
@pytest.mark.parametrize("output", ["table", "json"])
def test_a_blank_query_is_refused(run: Run, text: list[str], output: str) -> None:
    status, out, err = run("search", *text, "-o", output)
    assert (status, out) == (2, "")
    assert "search" in err


def test_an_unknown_kind_is_refused(run: Run) -> None:
    assert run("search", "montage", "--kind", "film").status == 2


def test_no_words_is_refused(run: Run) -> None:
    assert run("search").status == 2


@pytest.mark.parametrize(("kind", "listed"), [("topic", "explain"), ("écoles", "schools")])
def test_a_kind_without_words_is_answered_with_its_list(run: Run, kind: str, listed: str) -> None:
    status, _, err = run("search", "--kind", kind)
    assert status == 2
    assert f"Pour tout voir : avcareers {listed}\n" in err


def test_nothing_of_a_kind_says_what_there_is_of_others_and_the_list(run: Run) -> None:
    _, out, _ = run("search", "brest", "--kind", "topic", "-o", "table")
    assert "Sans --kind : " in out
    assert "avcareers search brest\n" in out
    assert "Pour tout voir : avcareers explain\n" in out
    assert "Par où commencer : avcareers\n" in run("search", "zzzqqxyw", "-o", "table").out


def test_blank_words_are_refused_without_a_list_of_none(run: Run) -> None:
    status, out, err = run("search", " ")
    assert (status, out) == (2, "")
    assert err.startswith("Il manque ce qu’on cherche.")
    assert "Valeurs possibles" not in err


def test_nothing_found_says_so_suggests_and_is_no_failure(run: Run) -> None:
    status, out, err = run("search", "scriptorium", "-o", "table")
    assert status == 0
    assert "Rien trouvé" in out + err
    assert "Scripte" in out + err
    status, out, _ = run("search", "scriptorium", "-o", "json")
    assert (status, json.loads(out)) == (0, [])


@pytest.mark.parametrize(
    "query", ['"', "*", "(monteur", "monteur)", 'NEAR("a" "b")', "a OR", "^x:y*"]
)
def test_no_sign_breaks_it(run: Run, query: str) -> None:
    status, _, err = run("search", "--", query)
    assert status == 0, err
    assert "Traceback" not in err
