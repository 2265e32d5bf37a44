"""`avcareers schools` and `avcareers school`."""

import csv
import io
import json
import re
from typing import Any

import pytest

from ..runner import Run

TODAY = ("--today", "2026-11-23")


def slugs(run: Run, *arguments: str, today: str = "2026-11-23") -> set[str]:
    status, out, err = run("schools", *arguments, "-o", "json", "--today", today)
    assert status == 0, err
    return {school["slug"] for school in json.loads(out)}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--alternance", "--recognised"), {"lycee-des-goelands", "institut-cornouaille"}),
        (("--recognised-by", "culture"), {"ecole-du-phare"}),
        (("--recognised-by", "culture", "--recognised-by", "education"),
         {"ecole-du-phare", "lycee-des-goelands"}),
        (("--job", "Réalisatrice", "--kind", "private"), {"institut-cornouaille", "cours-vermeil"}),
        (("--department", "Image"), {"ateliers-du-levant", "quai-neuf", "atelier-des-dunes"}),
        (("--entry", "none"), {"atelier-des-dunes"}),
        (("--level", "7"), {"ecole-du-phare"}),
        (("--open-to", "scolaire"), {"lycee-des-goelands"}),
        (("--award", "national"), {"lycee-des-goelands"}),
        (("--diploma", "bts"), {"lycee-des-goelands"}),
        (("--award", "BTS"), {"lycee-des-goelands"}),
        (("--diploma", "licence"), set()),
        (("--max-years", "1"),
         {"atelier-des-dunes", "centre-mirabelle", "institut-cornouaille"}),
        (("--max-fees", "0"), {"lycee-des-goelands"}),
        (("--region", "bretagne", "--recognised"),
         {"ecole-du-phare", "lycee-des-goelands"}),  # Cornouaille's visa is of a course elsewhere
        (("--recognised-as", "school"), {"ecole-du-phare"}),
        (("--recognised-as", "diploma"), {"lycee-des-goelands", "institut-cornouaille"}),
        (("--region", "ile de france"), {"institut-cornouaille"}),
        (("--near", "Lyon"), {"ecole-du-phare", "ateliers-du-levant", "cours-vermeil"}),
        (("--near", "RENNES", "--within", "10"),
         {"lycee-des-goelands", "institut-cornouaille", "quai-neuf"}),
        (("--near", "saint-denis-974"), {"centre-mirabelle"}),
        (("--recognised", "--include-unverified", "--kind", "association"), {"belle-aurore"}),
    ],
)  # fmt: skip
def test_options_keep_the_schools_they_name(run: Run, arguments: Any, expected: set[str]) -> None:
    assert slugs(run, *arguments) == expected


def test_the_day_decides_of_what_is_in_force(run: Run) -> None:
    assert "ateliers-du-levant" in slugs(run, "--recognised", today="2026-11-22")
    assert "ateliers-du-levant" not in slugs(run, "--recognised", today="2026-11-23")
    shown = run("school", "show", "ateliers-du-levant", "--today", "2026-11-22").out
    assert "diplôme visé par l’État (jusqu’au 22 novembre 2026)" in shown
    assert "(au 22 novembre 2026)" in shown


def test_who_was_left_out_is_told_to_people(run: Run) -> None:
    status, out, err = run("schools", "--alternance", "--recognised", *TODAY)
    assert status == 0
    assert "Écartées au 23 novembre 2026" in err
    assert "Écartées" not in out
    for form in ("table", "md"):
        read = run("schools", "--alternance", "--recognised", "-o", form, *TODAY)
        assert "Écartées au 23 novembre 2026" in read.out


def test_an_empty_list_is_an_answer_and_says_so(run: Run) -> None:
    status, out, err = run("schools", "--job", "scripte", "--kind", "private", *TODAY)
    assert status == 0
    assert len(out.splitlines()) == 1
    assert "Aucune école ne répond à tous ces critères." in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--near", "Lion"), "Lyon"),
        (("--near", "Renes"), "Rennes"),
        (("--region", "Bretange"), "Bretagne"),
        (("--job", "montuer"), "monteur"),
        (("--kind", "municipale"), "public, privé (private), association, consulaire (consular)"),
        (("--recognised-by", "etat"), "ministère de la Culture (culture)"),
        (("--entry", "permis"), "sans diplôme (none), niveau 3 CAP (cap), baccalauréat niveau 4"),
        (("--award", "parchemin"), "diplôme national (national), diplôme visé (visa)"),
        (("--diploma", "DEUST"), "bts"),
        (("--open-to", "adultes"), "voie scolaire (scolaire), apprentissage"),
        (("--within", "20"), "--within va avec --near."),
        (("--diploma-level", "9"), "niveau 3 CAP (3), niveau 4 bac (4)"),
        (("--sort", "distance"), "--sort distance va avec --near VILLE."),
        (("--sort", "sélectivité"), "--sort selectivity va avec --programmes"),
        (("--sort", "notoriété"), "nom (name), distance, prix (fees)"),
    ],
)
def test_a_value_an_option_does_not_take_brings_the_valid_or_near_ones(
    run: Run, arguments: Any, said: str
) -> None:
    status, out, err = run("schools", *arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert arguments[0] in err


def test_a_city_of_two_departments_is_not_guessed(run: Run) -> None:
    status, out, err = run("schools", "--near", "Saint-Denis")
    assert status != 0
    assert out == ""
    for department in (93, 974):
        assert f'avcareers schools --near "Saint-Denis ({department})"' in err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--region", "BZH"), "région Bretagne"),
        (("--near", "Bretagne"), "est une région, pas une ville"),
        (("--near", "Rhône-Alpes"), "partie de la région Auvergne-Rhône-Alpes"),
        (("--near", "35510"), "compté depuis Rennes, la plus peuplée"),
        (("--near", "Lyon 9e"), "compté depuis Lyon (69)"),
        (("--region", "974"), "est un département (La Réunion)"),
    ],
)  # fmt: skip
def test_what_was_understood_of_a_place_is_said_with_the_answer(
    run: Run, typed: tuple[str, ...], said: str
) -> None:
    for output, stream in (("table", "out"), ("plain", "err"), ("json", "err")):
        outcome = run("schools", *typed, "-o", output, COLUMNS="200")
        assert outcome.status == 0
        assert said in getattr(outcome, stream).replace("\n", " ")
    assert json.loads(outcome.out)


def test_a_region_without_a_school_is_an_empty_answer_with_the_nearest_that_has_one(
    run: Run,
) -> None:
    status, out, _ = run("schools", "--region", "Guyane", "-o", "json", real=True)
    assert (status, json.loads(out)) == (0, [])
    _, out, err = run("schools", "--region", "Guyane", "-o", "plain", real=True)
    assert "avcareers schools --region Martinique" in out + err


def test_a_region_typed_as_a_city_is_the_region(run: Run) -> None:
    asked = run("schools", "--near", "Bretagne", "-o", "json").out
    assert asked == run("schools", "--region", "Bretagne", "-o", "json").out


@pytest.mark.parametrize(
    "name",
    ["ecole-du-phare", "École du Phare", "ecole du phare", "ENIP", "enip", "conservatoire-du-phare",
     "École nationale imaginaire du Phare"],
)  # fmt: skip
def test_a_school_is_found_by_any_of_its_names(run: Run, name: str) -> None:
    status, out, err = run("school", "show", name, "-o", "json")
    assert (status, err) == (0, "")
    assert json.loads(out)["slug"] == "ecole-du-phare"


def test_a_misspelt_school_brings_near_ones(run: Run) -> None:
    status, out, err = run("school", "show", "ecole du fare")
    assert (status, out) == (1, "")
    assert "avcareers school show ecole-du-phare" in err


def test_near_a_city_the_json_gives_kilometres(run: Run) -> None:
    _, out, _ = run("schools", "--near", "Brest", "--within", "300", "-o", "json", *TODAY)
    away = {school["slug"]: school["kilometres"] for school in json.loads(out)}
    assert away["belle-aurore"] == 0
    assert 200 < away["lycee-des-goelands"] < 220
    _, out, _ = run("schools", "-o", "json", *TODAY)
    assert {school["kilometres"] for school in json.loads(out)} == {None}


def test_the_limit_keeps_the_first(run: Run) -> None:
    _, out, _ = run("schools", "--sort", "fees", "--limit", "1", "-o", "json", *TODAY)
    assert [school["slug"] for school in json.loads(out)] == ["lycee-des-goelands"]


@pytest.mark.parametrize("command", [("schools",), ("schools", "--programmes"), ("jobs",),
                                     ("stages",), ("explain",), ("pay", "cadreur")])  # fmt: skip
def test_a_spreadsheet_has_no_json_in_a_cell(run: Run, command: tuple[str, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*command, "-o", "csv").out)))
    assert rows
    assert not [cell for row in rows for cell in row.values() if re.match(r"[\[{]", cell)]


def test_a_spreadsheet_of_schools_has_what_people_decide_on(run: Run) -> None:
    rows = csv.DictReader(io.StringIO(run("schools", "-o", "csv").out))
    found = {row["name"]: row for row in rows}
    school = found["Lycée des Goélands"]
    assert (school["cities"], school["recognised_diploma"]) == ("Rennes", "true")
    assert (school["authorities_diploma"], school["school_eur_per_year_low"]) == (
        "education",
        "0.0",
    )
    assert {
        "regions",
        "alternance",
        "apprentice_eur_per_year_high",
        "titles",
        "diplomas",
    } <= school.keys()
