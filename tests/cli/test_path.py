"""`avcareers path` on a ladder longer than Python lets calls nest."""

import json
import re
import shutil
from typing import Any

import pytest
import yaml

from avcareers.render.formats import DATA_FORMATS, PAGE_FORMATS

from ..own_data import FOLDER
from ..runner import Run

RUNGS = 1_500


def rung(number: int, like: dict[str, Any]) -> dict[str, Any]:
    """Return a job of the chain, which leads to the next one."""
    title = {"fr_m": f"Rang {number}", "fr_f": f"Rang {number}", "en": f"Rung {number}"}
    above = [f"rung-{number + 1}"] if number < RUNGS else []
    kept = {name: value for name, value in like.items() if name not in {"other_names", "formerly"}}
    return {**kept, "slug": f"rung-{number}", "title": title, "next_roles": above}


@pytest.fixture(scope="module")
def tall(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a data folder that holds a chain of jobs, each of which leads to the next."""
    folder = tmp_path_factory.mktemp("tall") / "data"
    shutil.copytree(FOLDER, folder)
    jobs = folder / "professions.yaml"
    written = yaml.safe_load(jobs.read_text(encoding="utf-8"))
    like = next(job for job in written if job["slug"] == "assistant-monteur")
    with jobs.open("a", encoding="utf-8") as file:
        # A JSON object is YAML too.
        file.writelines(f"- {json.dumps(rung(n, like))}\n" for n in range(1, RUNGS + 1))
    return str(folder)


@pytest.mark.slow
@pytest.mark.parametrize("output", PAGE_FORMATS)
def test_a_ladder_of_any_height_is_drawn(run: Run, tall: str, output: str) -> None:
    asked = ("path", f"rung-{RUNGS}", "--lang", "en", "-o", output)
    status, out, err = run(*asked, AVCAREERS_DATA=tall)
    assert (status, "Traceback" in err) == (0, False)
    named = re.findall(r"Rung ([0-9]+)", out)
    assert list(map(int, named)) == list(range(RUNGS, 0, -1))


@pytest.mark.parametrize(
    "output",
    [o if o == "json" else pytest.param(o, marks=pytest.mark.slow) for o in DATA_FORMATS],
)
def test_a_ladder_of_any_height_is_written(run: Run, tall: str, output: str) -> None:
    status, out, err = run("path", f"rung-{RUNGS}", "-o", output, AVCAREERS_DATA=tall)
    assert (status, err) == (0, "")
    assert list(map(int, re.findall(r"rung-([0-9]+)", out))) == list(range(RUNGS, 0, -1))


def test_a_way_of_any_length_is_found(run: Run, tall: str) -> None:
    status, out, err = run("path", "rung-1", f"rung-{RUNGS}", "-o", "json", AVCAREERS_DATA=tall)
    assert (status, err) == (0, "")
    assert json.loads(out)["ways"] == [[f"rung-{number}" for number in range(1, RUNGS + 1)]]


@pytest.mark.parametrize("output", ["plain", "md", "table"])
def test_a_page_that_is_its_title_alone_says_it_in_every_form(run: Run, output: str) -> None:
    assert "c’est le même métier" in run("path", "monteur", "monteur", "-o", output).out
    assert "aucune promotion usuelle n’y mène" in run("path", "scripte", "-o", output).out
