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
