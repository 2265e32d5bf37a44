"""No suggestion leads to nothing: of a few records here, of more in tests/slow."""

import pytest

from avcareers.store.catalogue import Catalogue

from ..suggestions import asking, leading_nowhere, questions


@pytest.mark.parametrize("options", [(), ("--lang", "en")], ids=["fr", "en"])
def test_what_a_few_records_suggest_leads_somewhere(
    real_catalogue: Catalogue, options: tuple[str, ...]
) -> None:
    every = 120 if options else 80
    assert leading_nowhere(real_catalogue, questions(real_catalogue, every), *options) == {}


@pytest.mark.parametrize(
    ("asked", "suggested"),
    [
        (("compare", "la-femiz", "cinefabrique"), ("compare", "la-femis", "cinefabrique")),
        (("compare", "scritpe", "monteur"), ("compare", "scripte", "monteur")),
        (("plan", "la-femiz"), ("school", "show", "la-femis")),
        (("path", "scritpe"), ("job", "show", "scripte")),
        (("pay", "scritpe"), ("pay", "scripte")),
        (("pay", "prodcuteuz"), ("job", "show", "producteur")),
        (("pay", "gestionnaire-dfifusion"), ("job", "show", "gestionnaire-diffusion-internet")),
        (("compare", "la-femis", "la-femiz"), ("school", "show", "la-femis")),
    ],
)
def test_a_near_name_is_proposed_as_what_it_is(
    real_catalogue: Catalogue, asked: tuple[str, ...], suggested: tuple[str, ...]
) -> None:
    with asking(real_catalogue) as ask:
        assert list(ask(*asked).suggested()) == [suggested]
