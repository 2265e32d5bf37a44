"""`avcareers jobs` and `avcareers job`."""

import json
from typing import Any

import pytest

from ..runner import Run


def slugs(run: Run, *arguments: str) -> list[str]:
    status, out, err = run(*arguments, "-o", "json")
    assert status == 0, err
    return [job["slug"] for job in json.loads(out)]


@pytest.mark.parametrize(
    "name",
    [
        "realisateur", "Réalisateur", "Réalisatrice", "realisatrice", "REALISATRICE", "director",
        "Director", "cinéaste", "cineaste", "film-maker", "film maker", "metteur-en-scene",
    ],
)  # fmt: skip
def test_a_job_is_found_by_any_of_its_names(run: Run, name: str) -> None:
    status, out, err = run("job", "show", name, "-o", "json")
    assert (status, err) == (0, "")
    assert json.loads(out)["slug"] == "realisateur"


def test_a_name_of_several_words_needs_no_quotes(run: Run) -> None:
    for words in (
        ("script", "supervisor"),
        ("secrétaire", "de", "plateau"),
        ("script supervisor",),
    ):
        status, out, _ = run("job", "show", *words, "-o", "json")
        assert status == 0
        assert json.loads(out)["slug"] == "scripte"


def test_show_may_be_left_out(run: Run) -> None:
    assert run("job", "monteur").out == run("job", "show", "monteur").out
    assert run("jobs").out == run("jobs", "list").out


def test_a_misspelt_name_brings_near_ones_and_a_command_to_try(run: Run) -> None:
    status, out, err = run("job", "show", "monteurr")
    assert (status, out) == (1, "")
    assert "monteurr" in err
    assert "Noms proches : monteur" in err
    assert "Essayer : avcareers job show monteur" in err
    assert len(err.splitlines()) == 2


def test_a_name_that_resembles_nothing_sends_to_the_list(run: Run) -> None:
    status, out, err = run("job", "show", "zzzzzz")
    assert (status, out) == (1, "")
    assert "avcareers jobs" in err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_shared_name_lists_both_jobs_and_guesses_neither(run: Run, language: str) -> None:
    status, out, err = run("job", "show", "technicien image", "--lang", language)
    assert (status, out) == (1, "")
    assert "avcareers job show cadreur" in err
    assert "avcareers job show etalonneur" in err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--level", "entry"), ["assistant-monteur"]),
        (("--entry",), ["assistant-monteur"]),
        (("--stage", "preparation", "--department", "image"), ["cadreur", "etalonneur"]),
        (("--stage", "Pre-production", "--department", "Camera and colour"),
         ["cadreur", "etalonneur"]),
        (("--department", "montage", "--department", "image", "--level", "confirmed"),
         ["cadreur", "monteur", "etalonneur"]),
        (("--status", "general"), ["cadreur"]),
        (("--works-on", "pub"), ["etalonneur"]),
        (("--rome", "l1304"), ["realisateur", "scripte"]),
        (("--sort", "name", "--limit", "2"), ["assistant-monteur", "cadreur"]),
    ],
)  # fmt: skip
def test_options_keep_the_jobs_they_name(run: Run, arguments: Any, expected: list[str]) -> None:
    assert slugs(run, "jobs", *arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("jobs", "--level", "boss"),
            "débutant (entry), confirmé (confirmed), chef de poste (head)",
        ),
        (("jobs", "--status", "cdi"), "CDD d’usage (cdd-usage), intermittence annexe 8 (annexe8)"),
        (("jobs", "--sort", "pay"), "chaîne (chain), nom (name), niveau (level)"),
        (("jobs", "--department", "imag"), "mise-en-scene, image, montage"),
        (("jobs", "--stage", "tornage"), "Valeurs proches : tournage"),
        (("jobs", "-o", "xml"), "table, plain, json, jsonl, csv, md"),
        (("jobs", "--lang", "de"), "fr, en"),
        (("job", "show", "monteur", "--section", "zzz"), "summary, stages, tasks"),
        (("jobs", "--today", "hier"), "--today demande un jour qui existe, écrit AAAA-MM-JJ"),
        (("jobs", "--today", "2026-02-30"), "AAAA-MM-JJ, de 1895 à 2100, pas «\xa02026-02-30\xa0»"),
        (("jobs", "--today", "20260228"), "AAAA-MM-JJ"),
        (("jobs", "--today", "1894-12-31"), "de 1895 à 2100"),
        (("pay", "monteur", "--as-of", "2101-01-01"), "--as-of demande un jour"),
        (("pay", "monteur", "--as-of", "0001-01-01"), "--as-of demande un jour"),
    ],
)
def test_a_value_an_option_does_not_take_brings_the_valid_ones(
    run: Run, arguments: Any, said: str
) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_an_empty_list_is_an_answer_and_says_so(run: Run) -> None:
    for output, stream in (("table", "out"), ("md", "out"), ("plain", "err")):
        outcome = run("jobs", "--rome", "L1509", "-o", output)
        assert outcome.status == 0
        assert "Aucun métier ne répond à tous ces critères." in getattr(outcome, stream)
    assert json.loads(run("jobs", "--rome", "L1509", "-o", "json").out) == []


def test_a_short_sheet_is_shortened_and_a_full_one_is_not(run: Run) -> None:
    short = run("job", "show", "realisateur", "-o", "plain").out
    full = run("job", "show", "realisateur", "-o", "plain", "--full").out
    assert "cinéaste" not in short
    assert "Autres noms : cinéaste" in full
    assert "En anglais : film-maker" in full
    assert len(full.splitlines()) > len(short.splitlines())


def test_parts_can_be_picked(run: Run) -> None:
    status, out, _ = run("job", "show", "realisateur", "--section", "tasks,ways-in", "-o", "plain")
    assert status == 0
    keys = {text.split("\t")[0] for text in out.splitlines()}
    assert keys == {"section", "title", "head", "tasks", "ways-in"}


def test_the_language_is_that_asked_for(run: Run) -> None:
    assert "Chef monteur / Cheffe monteuse" in run("jobs").out
    english = run("jobs", "--lang", "en").out
    assert "chef-monteur\tSupervising editor\t" in english
    assert run("jobs", AVCAREERS_LANG="en").out == english
    assert run("jobs", AVCAREERS_LANG=None, LANG="en_GB.UTF-8").out == english
    assert run("jobs", AVCAREERS_LANG=None, LANG="fr_FR.UTF-8").out != english
    assert run("jobs", "--lang", "fr", AVCAREERS_LANG="en").out == run("jobs").out


def test_json_is_the_same_in_both_languages(run: Run) -> None:
    assert run("jobs", "-o", "json").out == run("jobs", "-o", "json", "--lang", "en").out


def test_two_runs_give_the_same_bytes(run: Run) -> None:
    for arguments in (("jobs",), ("jobs", "--sort", "level"), ("job", "show", "monteur")):
        assert run(*arguments).out == run(*arguments).out
