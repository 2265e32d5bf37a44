"""`avcareers plan`."""

import json

import pytest
from pydantic import TypeAdapter

from avcareers.render.schemas import answer_types

from ..runner import Run


def test_shows_routes_then_closed_ones(run: Run) -> None:
    outcome = run("plan", "monteur", "--from", "bac", "--max-fees", "500", COLUMNS="80")
    assert outcome.status == 0
    assert "Lycée des Goélands" in outcome.out
    assert "On ne sait pas combien de temps dure chaque poste" in outcome.out + outcome.err
    assert "--max-fees 900" in outcome.out
    assert "avcareers plan monteur --from bac" in outcome.out, "what opens the most"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "asked",
    [
        ("monteur", "--from", "bac", "--near", "Lyon", "--alternance"),
        ("ecole-du-phare", "--from", "bac"),
        ("ecole-du-phare", "--from", "bac", "--max-years", "4"),
        ("scripte", "--no-school"),
        ("chef-monteur", "--from", "monteur", "--recognised", "--max-total", "900"),
    ],
)
def test_every_page_can_be_written(run: Run, lang: str, asked: tuple[str, ...]) -> None:
    outcome = run("plan", *asked, "--lang", lang)
    assert outcome.status == 0
    assert "None" not in outcome.out


@pytest.mark.parametrize("asked", [("monteur", "--from", "bac"), ("ecole-du-phare",)])
def test_json_follows_its_published_shape(run: Run, asked: tuple[str, ...]) -> None:
    outcome = run("plan", *asked, "-o", "json")
    TypeAdapter(answer_types()["plan"]).validate_json(outcome.out, strict=True)
    found = json.loads(outcome.out)
    assert {"target", "from", "routes", "closed"} <= set(found)
    cited = {source["slug"] for source in found["sources"]}
    for route in found["routes"]:
        assert [step["kind"] for step in route["steps"]]
        programmes = [step for step in route["steps"] if step["kind"] == "programme"]
        for programme in programmes:
            assert set(programme["sources"]) <= cited
            assert {fee["source"] for fee in programme["fees"]} <= cited


def test_same_question_same_answer(run: Run) -> None:
    asked = ("plan", "monteur", "--from", "bac", "-o", "json")
    assert run(*asked).out == run(*asked).out


def test_unknown_fees_are_said_to_be_unknown(run: Run) -> None:
    outcome = run("plan", "monteur", "--from", "bac")
    assert "frais : montant actuel non renseigné (" in outcome.out


@pytest.mark.parametrize(
    ("asked", "said", "status"),
    [
        (("montteur",), "monteur", 1),
        (("ecole du fare",), "ecole-du-phare", 1),
        (("monteur", "--from", "bacc"), "bac", 2),
        (("monteur", "--near", "Lyyon"), "Lyon", 2),
        (("monteur", "--within", "30"), "--near", 2),
        (("monteur", "--max-fees", "nan"), "--max-fees", 2),
        (("monteur", "--max-total", "inf"), "--max-total", 2),
        (("monteur", "--max-years", "-inf"), "--max-years", 2),
    ],
)
def test_a_mistyped_word_gives_near_ones(
    run: Run, asked: tuple[str, ...], said: str, status: int
) -> None:
    outcome = run("plan", *asked)
    assert outcome.status == status
    assert said in outcome.err


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("cap electricien", "cap"),
        ("CAP électricien", "cap"),
        ("bac pro photographie", "bac"),
        ("j'ai un bac STMG cinéma", "bac"),
        ("BTS audiovisuel option son", "bac+2"),
        ("licence de cinéma", "bac+3"),
    ],
)
def test_a_diploma_with_its_subject_is_its_level(run: Run, typed: str, level: str) -> None:
    found = run("plan", "monteur", "--from", typed)
    assert found.status == 0
    assert "seul le niveau compte ici, pas la spécialité" in found.out + found.err
    as_json = run("plan", "monteur", "--from", typed, "-o", "json")
    assert as_json.out == run("plan", "monteur", "--from", level, "-o", "json").out


@pytest.mark.parametrize("typed", ["terminale", "rien", "brevet", "licence"])
def test_a_level_in_common_words_needs_no_remark(run: Run, typed: str) -> None:
    found = run("plan", "monteur", "--from", typed)
    assert (found.status, "seul le niveau" in found.out + found.err) == (0, False)


@pytest.mark.parametrize("typed", ["bac techno", "cap electricien"])
def test_a_level_of_several_words_needs_no_quotes(run: Run, typed: str) -> None:
    found = run("plan", "chef", "monteur", "--from", *typed.split(), "-o", "json")
    assert found.status == 0
    assert found.out == run("plan", "chef-monteur", "--from", typed, "-o", "json").out


def test_a_job_that_begins_as_a_level_does_is_a_job(run: Run) -> None:
    refused = run("plan", "monteur", "--from", "ingénieur zzzz")
    assert refused.status == 2


def test_an_option_typed_in_french_is_answered_with_ours(run: Run) -> None:
    assert "Options proches : --from." in run("plan", "monteur", "--depuis", "cap").err
    assert "Options proches : --near." in run("plan", "monteur", "--près", "lyon").err
    assert "Options proches : --kind private." in run("schools", "--privée").err


def test_where_no_school_prepares_one_beside_it_is_worth_asking(run: Run) -> None:
    asked = ("plan", "gaffer", "--near", "marseille", "--from")
    found = json.loads(run(*asked, "cap", "-o", "json", real=True).out)["beside"]
    assert (found["programme"]["school"], found["job"]) == (
        "kourtrajme-marseille",
        "deuxieme-assistant-camera",
    )
    assert "À demander : Métiers techniques du tournage" in run(
        *asked, "cap", real=True
    ).out.replace("\xa0", " ")
    assert json.loads(run(*asked, "bac", "-o", "json", real=True).out)["beside"] is None


def test_who_says_no_level_is_shown_the_lowest_one_that_opens_a_route(run: Run) -> None:
    """« plan photographe-plateau » answered with no route at all, and fourteen closed doors."""
    status, out, _ = run("plan", "photographe-plateau", "-o", "json", real=True)
    assert status == 0
    plan = json.loads(out)
    assert plan["routes"]
    assert plan["from"]["level"] == 4
    said = run("plan", "photographe-plateau", real=True)
    assert "Aucune voie ne part sans diplôme" in said.out + said.err
    asked = json.loads(
        run("plan", "photographe-plateau", "--from", "none", "-o", "json", real=True).out
    )
    assert asked["from"]["level"] == 0
    assert not asked["routes"]
