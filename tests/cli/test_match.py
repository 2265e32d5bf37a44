"""Ten people's wishes and limits, asked of the real data in the words of the screens, and read.

Each answer was read whole, and judged: what it puts first, and what it sets aside and why. What was found
right is kept here; where the facts change, read it again.
"""

import json
import re
import shlex
from typing import Any, NamedTuple

import pytest

from avcareers.store.catalogue import Catalogue

from ..runner import Run

TODAY = "2026-11-30"


class Person(NamedTuple):
    """What someone asks, and what is right to answer."""

    asked: str
    among_first: dict[str, str]
    """Jobs among the six first, each with its group."""
    aside: tuple[str, ...]
    """What sets some aside."""


PEOPLE = {
    "draws, no nights, a bac, in Lille, no money": Person(
        "--like dessiner --not nuits --from bac --near Lille --max-fees 0",
        {"deuxieme-assistant-decorateur": "fits-if", "assistant-animateur": "ask-first"},
        ("like", "nights", "way")),
    "loves music, two years of studies, wants evenings and weekends": Person(
        "--like musique --not nuits --not week-ends --from bac+2",
        {"second-assistant-son": "ask-first"}, ("like", "nights", "weekends", "way")),
    "works with their hands, no diploma, no money": Person(
        "--like bricoler --from 'sans diplôme' --max-fees 0",
        {"machiniste": "fits", "constructeur-decor": "fits", "assistant-effets-physiques": "fits"},
        ("like", "way")),
    "organises and negotiates, stays at home": Person(
        "--like organiser --like négocier --not déplacements --from licence",
        {"regisseur-general": "fits-if", "enqueteur-recherchiste": "fits-if"}, ("like", "travel")),
    "writes and checks, with regular hours": Person(
        "--like écrire --like chercher --not 'horaires irréguliers' --from master",
        {"journaliste-reporter": "fits-if", "realisateur-documentaire": "fits-if"}, ("like",)),
    "sews, can't carry, in alternance near Paris": Person(
        "--like coudre --not charges --from cap --near 75018 --alternance",
        {"habilleur": "fits-if", "couturier-costumes": "ask-first"}, ("like", "physical_load", "way")),
    "codes and draws, three years and 9,000 euros": Person(
        "--like coder --like dessiner --from bac --max-years '3 ans' --max-fees '9 000 €'",
        {"chef-eclairagiste": "fits", "technicien-video-web": "fits"}, ("like", "way")),
    "acts, with neither a licence nor equipment": Person(
        "--like acting --not licence --not 'own equipment' --from bac --lang en",
        {"comedien": "fits", "animateur-radio": "fits"}, ("like", "driving_licence", "own_equipment", "way")),
    "has many limits and no taste to say": Person(
        "--not nuits --not week-ends --not déplacements --not 'effort physique' --from bac --near Rennes "
        "--max-fees 500",
        {"deuxieme-assistant-camera": "fits-if"},
        ("nights", "weekends", "travel", "physical_load", "way")),
    "looks after people, indoors and on the ground, in Marseille": Person(
        "--like \"s'occuper des gens\" --not hauteur --not dehors --from aucun --near Marseille",
        {"auxiliaire-regie": "fits-if", "regisseur-production": "fits-if"}, ("like", "way")),
}  # fmt: skip


def answer(run: Run, asked: str) -> Any:
    """Return what is published of an answer, its first six jobs told."""
    outcome = run(
        "match", *shlex.split(asked), "--limit", "6", "-o", "json", "--today", TODAY, real=True
    )
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_what_was_read_and_found_right(run: Run, real_catalogue: Catalogue, person: Person) -> None:
    found = answer(run, person.asked)
    groups = {job["slug"]: job["group"] for job in found["jobs"]}
    assert person.among_first.items() <= groups.items()
    assert tuple(aside["by"] for aside in found["aside"]) == person.aside
    for job in found["jobs"]:
        assert {like["activity"] for like in job["likes"]} <= set(found["asked"]["likes"])
        assert bool(job["likes"]) == bool(found["asked"]["likes"])
        tasks = real_catalogue.document("profession", job["slug"]).tasks
        assert {like["task"]["fr"] for like in job["likes"]} <= {task.fr for task in tasks}
        assert all(c["answer"] != "yes" for c in job["conditions"])
        limit = found["asked"]["max_fees_eur"]
        for route in (route for route in job["routes"] if route["school"] and limit is not None):
            assert all(fee["eur_per_year"] <= limit for fee in route["total_rests_on"])


def test_jobs_set_aside_for_several_reasons_are_counted_once(run: Run) -> None:
    _, out, err = run("match", "--like", "son", "--not", "permis", "--near", "Aubagne", real=True)
    assert "d’Aubagne" in out, err
    counted = [int(text) for text in re.findall(r"(\d+) métiers, certains à plusieurs titres", out)]
    suit, known = (int(text) for text in re.findall(r"(\d+) métiers? sur (\d+)", out)[0])
    assert counted == [known - suit]


def test_the_verdict_names_the_first_of_those_that_fit(run: Run) -> None:
    out = run("match", "--like", "bricoler", "--from", "aucun", "-o", "plain", real=True).out
    verdict = [line.partition("\t")[2] for line in out.splitlines() if line.startswith("verdict")]
    assert verdict[0].endswith("conviennent à ce que vous dites, d’après ce qui est connu.")
    assert verdict[1].startswith(
        "Les premiers : Assistant / Assistante effets physiques, Machiniste"
    )
    assert "%" not in out


def test_words_without_an_option_are_understood(run: Run) -> None:
    outcome = run("match", "écouter", "pas", "de", "nuits", "avec", "le", "bac", "-o", "json")
    assert outcome.status == 0, outcome.err
    assert "avcareers match --like écouter --not" in outcome.err
    asked = json.loads(outcome.out)["asked"]
    assert (asked["likes"], asked["refused"], asked["level"]) == (["listen"], ["nights"], 4)


def test_what_is_liked_and_refused_is_of_a_closed_list(run: Run) -> None:
    outcome = run("match", "--like", "zzz")
    assert outcome.status == 2
    assert "dessiner, imaginer des formes (draw)" in outcome.err
    refused = run("match", "--not", "zzz")
    assert refused.status == 2
    assert "nuits (nights)" in refused.err
    nothing = run("match")
    assert nothing.status == 2
    assert "dessiner, imaginer des formes (draw)" in nothing.err


def test_a_spreadsheet_has_a_line_for_each_job(run: Run) -> None:
    rows = run("match", "--like", "listen", "--not", "own-equipment", "-o", "csv").out.splitlines()
    assert rows[0].startswith(
        "slug,title_fr,title_en,level,group,likes,tasks,conditions,way,programmes"
    )
    assert rows[1].startswith("scripte,Scripte,Script supervisor,")
    assert "own_equipment: sometimes" in rows[1]


def test_a_licence_known_of_few_jobs_spoils_none_and_is_said_to_be_asked(run: Run) -> None:
    typed = ("match", "--like", "réparer", "--not", "permis", "--from", "cap")
    out = run(*typed, real=True).out.replace("\xa0", " ")
    assert re.search(r"verdict\t\d\d métiers conviennent à ce que vous dites", out)
    assert re.search(
        r"À demander pour tous les autres : permis de conduire, connu de \d+ métiers", out
    )
    assert "aucun métier" not in out.lower()


def test_no_school_is_no_working_condition(run: Run) -> None:
    found = run("match", "--like", "réparer", "--not", "école", "-o", "json", real=True)
    asked = run("match", "--like", "réparer", "--max-years", "0", "-o", "json", real=True)
    assert found.out == asked.out
    assert "--max-years 0" in found.err
