"""What the commonest words of people lead to, on the real data."""

import json

import pytest

from ..runner import Run


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("technicien son", "chef-operateur-son"),
        ("technicien du son", "operateur-prise-de-son"),
        ("technicien audio", "second-assistant-son"),
        ("sound technician", "premier-assistant-son"),
        ("technicien image", "cadreur"),
        ("technicien lumière", "electricien-plateau"),
        ("assistant image", "premier-assistant-camera"),
    ],
)
def test_a_name_of_anyone_in_a_department_asks_among_its_jobs(
    run: Run, typed: str, among: str
) -> None:
    asked = run("job", "show", typed, real=True)
    assert asked.status == 1
    assert "peut désigner :" in asked.err
    assert f"avcareers job show {among}\n" in asked.err


def test_an_assistant_is_asked_among_assistants(run: Run) -> None:
    asked = run("job", "show", "assistant image", real=True)
    assert "chef-operateur-image" not in asked.err


def test_such_a_name_alone_lists_the_jobs_of_the_department(run: Run) -> None:
    listed = run("technicien", "son", "-o", "json", real=True)
    assert "Compris : avcareers jobs --department son\n" in listed.err
    assert listed.out == run("jobs", "--department", "son", "-o", "json", real=True).out


@pytest.mark.parametrize("typed", [("bac",), ("terminale",)])
def test_a_level_alone_is_what_opens_from_it(run: Run, typed: tuple[str, ...]) -> None:
    listed = run(*typed, "-o", "json", real=True)
    assert "Compris : avcareers schools --entry bac\n" in listed.err
    assert listed.out == run("schools", "--entry", "bac", "-o", "json", real=True).out


def test_the_name_of_a_programme_opens_its_school(run: Run) -> None:
    shown = run("school", "show", "classe alpha", "-o", "json", real=True)
    assert "est une formation de cette école : avcareers school show ina\n" in shown.err
    assert json.loads(shown.out) == json.loads(
        run("school", "show", "ina", "-o", "json", real=True).out
    )


def test_the_name_of_a_programme_of_several_schools_asks_which(run: Run) -> None:
    asked = run("school", "show", "CAP Accessoiriste réalisateur", real=True)
    assert asked.status == 1
    assert asked.err.count("avcareers school show ") > 1


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("qui embauche marseille", "explain commissions-du-film --region marseille"),
        ("loueur lumiere marseille", "explain commissions-du-film --region marseille"),
        ("who is hiring in Lyon", "explain commissions-du-film --region lyon"),
        ("comment entrer sans ecole", "explain trouver-premier-contrat"),
        ("how to get in without a school", "explain trouver-premier-contrat"),
        ("stage 3eme", "explain stage"),
        ("explain premiere ouverture", "explain premieres-507"),
        ("habilitations electriques", "explain habilitation-electrique"),
        ("caces nacelle", "explain travail-en-hauteur"),
        ("travail en hauteur", "explain travail-en-hauteur"),
        ("formations courtes", "explain formations-courtes"),
        ("bac pro", "explain bac-techno-ou-pro"),
        ("sti2d", "explain bac-techno-ou-pro"),
        ("explain demission", "explain quitter-un-cdi"),
        ("quitter mon cdi", "explain quitter-un-cdi"),
    ],
)
def test_words_lead_to_the_topic_they_ask_for(run: Run, typed: str, command: str) -> None:
    found = run(*typed.split(), "-o", "json", real=True)
    assert found.out == run(*command.split(), "-o", "json", real=True).out


def test_what_only_a_sheet_says_is_named_by_explain(run: Run) -> None:
    missing = run("explain", "groupe", "electrogene", real=True)
    assert "Une fiche en parle : avcareers job show sous-chef-electricien\n" in missing.err


def test_hours_says_how_to_go_on(run: Run) -> None:
    assert run("hours").err.startswith("Il faut un fichier CSV de vos contrats")
    example = run("hours", "--example")
    assert "avcareers hours --example > contrats.csv\n" in example.err
    assert "Un exemple à remplir" not in example.out


def test_what_can_be_printed_names_the_questions_to_a_school(run: Run) -> None:
    assert "school check la-femis --sheet --html" in run("imprimer", real=True).out


@pytest.mark.parametrize("words", ["metiers du son au cinema", "le son à la télé, dans le cinéma"])
def test_sound_is_that_of_the_set_and_of_post_production_unless_an_option_says_which(
    run: Run, words: str
) -> None:
    listed = run(*words.split(), "-o", "json", real=True)
    both = ("--department", "son", "--department", "son-musique")
    assert listed.out == run("jobs", *both, "-o", "json", real=True).out
    assert "; un seul : avcareers jobs --department son\n" in listed.err
    assert "mixeur" not in run("jobs", "--department", "son", "-o", "json", real=True).out


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("c'est quoi un mixeur", "job show mixeur"),
        ("what does a foley artist do", "job show bruiteur"),
        ("c'est quoi le RNCP", "explain rncp"),
    ],
)
def test_what_something_is_opens_its_sheet(run: Run, words: str, command: str) -> None:
    shown = run(*words.split(), "-o", "json", real=True)
    assert shown.out == run(*command.split(), "-o", "json", real=True).out


def test_a_diploma_is_explained(run: Run) -> None:
    shown = run("explain", "but", real=True)
    assert (shown.status, "Le BUT est la licence professionnelle" in shown.out) == (0, True)
    assert json.loads(run("explain", "DNMADE", "-o", "json", real=True).out)["schools"] > 20


def test_several_topics_are_named_by_their_titles_in_a_pipe(run: Run) -> None:
    asked = run("explain", "visa", real=True).err
    assert "  Visa et grade (licence, master) : avcareers explain visa-et-grade\n" in asked
