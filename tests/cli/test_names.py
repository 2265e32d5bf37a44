"""Names typed by people → keys of records."""

import pytest

from avcareers.cli.completion import complete
from avcareers.cli.names import slug_of, slugs_for
from avcareers.model.errors import BadValueError
from avcareers.store.catalogue import Catalogue

from ..own_data import FOLDER
from ..runner import Run, a_session

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


def test_keys_are_completed_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AVCAREERS_DATA", str(FOLDER))
    assert complete(("profession",), "chef") == ["chef-monteur"]
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
        ("path montuer etalonneur", "path monteur etalonneur"),
        ("plan montuer --from bac", "plan monteur --from bac"),
        ("compare montuer etalonneur", "compare monteur etalonneur"),
        ("school check atelier-des-dnes", "school check atelier-des-dunes"),
    ],
)
def test_the_command_to_try_is_the_one_typed(run: Run, typed: str, tried: str) -> None:
    status, out, err = run(*typed.split())
    assert (status, out) == (1, "")
    assert err.splitlines()[-1] == f"Essayer : avcareers {tried}"


def test_a_shared_name_brings_the_command_typed_for_each(run: Run) -> None:
    err = run("pay", "technicien", "image").err
    assert err.splitlines()[1:] == ["  avcareers pay cadreur", "  avcareers pay etalonneur"]


def test_no_message_names_an_option_that_was_not_typed(run: Run) -> None:
    status, _, err = run("departments", "zzz")
    assert status == 2
    assert err.startswith("Rien ne s'appelle «\xa0zzz\xa0» (département).\n")
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
