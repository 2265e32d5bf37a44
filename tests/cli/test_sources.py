"""`avcareers sources`."""

import json
from typing import Any

import pytest

from ..runner import Run


@pytest.mark.parametrize("name", [("realisateur",), ("Réalisatrice",), ("École", "du", "Phare")])
def test_the_sources_of_a_record_are_found_by_its_names(run: Run, name: Any) -> None:
    status, out, _ = run("sources", *name, "-o", "json")
    assert status == 0
    found = json.loads(out)
    assert found["sources"]
    assert found["kind"] in {"profession", "school"}


def test_a_source_says_what_rests_on_it(run: Run) -> None:
    _, out, _ = run("sources", "texte-de-branche", "-o", "json")
    assert {"kind": "profession", "slug": "scripte"} in json.loads(out)["records"]


def test_a_misspelt_source_brings_near_ones(run: Run) -> None:
    status, out, err = run("sources", "guide-des-etape")
    assert (status, out) == (1, "")
    assert "guide-des-etapes" in err


def test_a_shared_name_is_not_guessed(run: Run) -> None:
    status, out, err = run("sources", "technicien image")
    assert (status, out) == (1, "")
    assert "cadreur" in err
    assert "etalonneur" in err


def test_a_source_that_bears_the_name_of_a_record_can_still_be_asked_for(run: Run) -> None:
    # In the real data rncp-16928 is both a certification and the page it was read on.
    status, out, err = run("sources", "rncp-16928", "-o", "json", real=True)
    assert status == 0
    found = json.loads(out)
    assert found["records"] or "rncp-16928" in err
