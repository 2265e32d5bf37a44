"""Names typed by people → keys of records."""

import pytest

from avcareers.cli.completion import complete
from avcareers.cli.names import slug_of, slugs_for
from avcareers.model.errors import BadValueError
from avcareers.store.catalogue import Catalogue

from ..own_data import FOLDER
from ..runner import Run, a_session
from ..runner import run as run_here

SESSION = a_session()


def test_a_name_that_is_clear_says_nothing(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    assert slug_of(catalogue, "profession", "Monteuse", SESSION) == "monteur"
    assert capsys.readouterr() == ("", "")


def test_an_option_takes_names_and_gives_each_key_once(catalogue: Catalogue) -> None:
    asked = ["Monteuse", "monteur", "Colourist"]
    assert slugs_for(catalogue, "profession", "--job", asked) == ("monteur", "etalonneur")
    assert slugs_for(catalogue, "profession", "--job", None) == ()


def test_a_shared_name_means_all_who_bear_it_in_a_filter(catalogue: Catalogue) -> None:
    found = slugs_for(catalogue, "profession", "--job", ["technicien image"])
    assert found == ("cadreur", "etalonneur")


def test_a_name_nothing_bears_is_refused_with_near_ones(catalogue: Catalogue) -> None:
    with pytest.raises(BadValueError) as refused:
        slugs_for(catalogue, "stage", "--stage", ["tornage"])
    assert refused.value.near == ("tournage",)
    assert "tournage" in refused.value.valid


@pytest.mark.usefixtures("compiled")
def test_keys_are_completed_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AVCAREERS_DATA", str(FOLDER))
    (told,) = complete(("profession",), "chef")
    assert told == ("chef-monteur", "Chef monteur / Cheffe monteuse")
    assert complete(("profession",), "zz") == []


@pytest.mark.parametrize("name", ["", " "])
def test_a_blank_is_no_name(run: Run, name: str) -> None:
    for command in (("job", "show"), ("school", "check"), ("plan",), ("pay",)):
        status, out, err = run(*command, name)
        assert (status, out) == (2, "")
        assert err.startswith("Il manque un nom.\n")


@pytest.mark.parametrize(
    ("typed", "tried"),
    [
        ("pay montuer --weeks 8", "pay monteur --weeks 8"),
        ("path montuer etalonneur", "job show monteur"),
        ("plan montuer --from bac", "job show monteur"),
        ("compare montuer etalonneur", "compare monteur etalonneur"),
        ("school check atelier-des-dnes", "school check atelier-des-dunes"),
    ],
)
def test_the_command_to_try_is_the_one_typed_where_it_answers(
    run: Run, typed: str, tried: str
) -> None:
    status, out, err = run(*typed.split())
    assert (status, out) == (1, "")
    assert err.splitlines()[-1] == f"Essayer : avcareers {tried}"


def test_a_shared_name_brings_the_command_typed_for_each(run: Run) -> None:
    err = run("pay", "technicien", "image").err
    assert err.splitlines()[1:] == ["  avcareers pay cadreur", "  avcareers pay etalonneur"]


def test_no_message_names_an_option_that_was_not_typed(run: Run) -> None:
    status, _, err = run("departments", "zzz")
    assert status == 2
    assert err.startswith("Rien ne s’appelle «\xa0zzz\xa0» (département).\n")
    assert "--department" not in err
    assert run("schools", "--level", "zzz").err.startswith("--level ne prend pas")
    assert run("schools", "--diploma-level=zzz").err.startswith("--diploma-level ne prend pas")


@pytest.mark.parametrize(
    "command",
    ["", "job show", "pay", "jobs --stage", "schools --near", "search", "jobs --level", "--lang",
     "pay monteur --agreement", "jobs --limit", "pay monteur --as-of", "explain", "stages"],
)  # fmt: skip
def test_a_message_repeats_the_beginning_of_a_long_text_only(run: Run, command: str) -> None:
    for long in ("z" * 300, "zorg " * 80):
        done = run(*command.split(), long)
        assert long[:90] not in f"{done.out}{done.err}"


def test_a_city_of_several_names_brings_whole_commands() -> None:
    loose = run_here("schools", "Saint-Denis", real=True)
    assert loose.status == 2
    assert '  avcareers schools --near "Saint-Denis (93)"' in loose.err.splitlines()
    given = run_here("schools", "--near", "Aix", "--alternance", real=True)
    whole = '  avcareers schools --near "Aix-en-Provence (13)" --alternance'
    assert whole in given.err.splitlines()
    assert run_here("schools", "--near", "Aix-en-Provence (13)", "--alternance", real=True).out


@pytest.mark.parametrize("command", ["job show", "pay"])
def test_the_first_words_of_a_few_names_bring_each(command: str) -> None:
    status, out, err = run_here(*command.split(), "journaliste", real=True)
    assert (status, out) == (1, "")
    assert f" : avcareers {command} journaliste-reporter\n" in err


@pytest.mark.parametrize("line", ["stage show montage", "stages montage", "stage show monteur"])
def test_a_word_of_a_job_or_a_department_opens_the_stage_it_works_in(line: str) -> None:
    assert "title\tPostproduction" in run_here(*line.split(), real=True).out


def test_a_department_of_several_stages_brings_them() -> None:
    err = run_here("stages", "image", real=True).err
    assert "  Tournage et captation : avcareers stages tournage\n" in err


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("--department sound", "--department son"),
        ("--department editing", "--department postproduction"),
        ("--department lumière", "--department electro-machinerie"),
        ("--level chef", "--level head"),
        ("--stage editing", "--stage postproduction"),
    ],
)
def test_words_of_either_language_are_values(said: str, meant: str) -> None:
    assert run_here("jobs", *said.split(), real=True).out == (
        run_here("jobs", *meant.split(), real=True).out
    )


def test_parts_of_a_sheet_are_named_as_they_are_shown(run: Run) -> None:
    shown = ("job", "show", "monteur", "--section")
    assert run(*shown, "Résumé,tâches").out == run(*shown, "summary,tasks").out
    assert run(*shown, "what you do").out == run(*shown, "tasks").out
    assert run(*shown, "").status == 2
    both = run(*shown, "pay", "--full")
    assert both.status == 2
    assert "--full ou --section" in both.err


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (("--max-fees", "1 000"), ("--max-fees", "1000")),
        (("--max-fees", "1000€"), ("--max-fees", "1000")),
        (("--max-fees=1\u202f000,50 €",), ("--max-fees", "1000.5")),
        (("--near", "Lyon", "--within", "20 km"), ("--near", "Lyon", "--within", "20")),
        (("--max-years", "2 ans"), ("--max-years", "2")),
    ],
)
def test_numbers_are_read_as_people_write_them(
    run: Run, typed: tuple[str, ...], plain: tuple[str, ...]
) -> None:
    assert run("schools", *typed).status == 0
    assert run("schools", *typed) == run("schools", *plain)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("schools", "--max-fees", "1,000"), "écrit comme 1000 ou 35,5, pas «\xa01,000\xa0»."),
        (("schools", "--max-fees", "mille"), "--max-fees demande un nombre d’au moins 0, pas"),
        (("pay", "monteur", "--hours", "0"), "de 1 à 80, pas «\xa00\xa0»."),
        (("schools", "--limit", "0"), "pas «\xa00\xa0»."),
    ],
)
def test_a_number_refused_is_repeated_as_typed(run: Run, typed: tuple[str, ...], said: str) -> None:
    status, _, err = run(*typed)
    assert status == 2
    assert said in err


@pytest.mark.parametrize(
    ("typed", "department"),
    [
        ("lumière", "electro-machinerie"), ("Grip", "electro-machinerie"), ("repérages", "regie"),
        ("régie", "regie"), ("éclairage", "electro-machinerie"), ("make-up", "hmc"),
        ("music", "son-musique"), ("montage", "postproduction"), ("droit", "gestion"),
    ],
)  # fmt: skip
def test_a_department_is_meant_by_each_thing_its_name_lists(
    real_catalogue: Catalogue, typed: str, department: str
) -> None:
    found = slugs_for(real_catalogue, "department", "--department", [typed], "department")
    assert found == (department,)
