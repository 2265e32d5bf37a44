"""`avcareers stages`, `avcareers stage` and `avcareers departments`."""

import json

import pytest

from ..runner import Run


@pytest.mark.parametrize("name", ["postproduction", "Postproduction", "post-production"])
def test_a_stage_is_found_by_any_of_its_names(run: Run, name: str) -> None:
    status, out, err = run("stage", "show", name, "-o", "json")
    assert (status, err) == (0, "")
    assert json.loads(out)["slug"] == "postproduction"


def test_show_may_be_left_out(run: Run) -> None:
    assert run("stage", "tournage").out == run("stage", "show", "tournage").out


def test_a_misspelt_stage_brings_a_near_one(run: Run) -> None:
    status, out, err = run("stage", "show", "tornage")
    assert (status, out) == (1, "")
    assert "avcareers stage show tournage" in err


def test_the_chain_is_in_order_in_every_language(run: Run) -> None:
    _, out, _ = run("stages", "-o", "json")
    assert [stage["slug"] for stage in json.loads(out)] == [
        "preparation", "tournage", "postproduction",
    ]  # fmt: skip
    assert "Shooting" in run("stages", "--lang", "en", "-o", "table").out


def test_departments_count_their_jobs(run: Run) -> None:
    _, out, _ = run("departments", "-o", "json")
    assert {d["slug"]: d["jobs"] for d in json.loads(out)}["montage"] == {
        "entry": 1, "confirmed": 1, "head": 1,
    }  # fmt: skip
