"""What a query asks to do is the first thing to try."""

import pytest

from avcareers.query.search.intents import Intent
from avcareers.query.search.ranking import search
from avcareers.store.catalogue import Catalogue

ASKED = (
    ("salaire monteur", Intent("pay", jobs=("monteur",))),
    ("combien gagne une scripte ?", Intent("pay", jobs=("scripte",))),
    ("gaffer salary", Intent("pay", jobs=("chef-electricien",))),
    ("monteur vs étalonneuse", Intent("compare", jobs=("monteur", "etalonneur"))),
    (
        "différence entre la fémis et cinéfabrique",
        Intent("compare", schools=("la-femis", "cinefabrique")),
    ),
    ("comment devenir scripte", Intent("schools", jobs=("scripte",))),
    ("école pour étalonneur à Lyon", Intent("schools", jobs=("etalonneur",), near="Lyon")),
    ("école de cinéma à Fort-de-France", Intent("schools", near="Fort-de-France")),
    ("507", Intent("explain", topic="507h")),
    ("combien d'heures pour le chômage", Intent("explain", topic="507h")),
    ("je ne sais pas quoi faire", Intent("entry-jobs")),
    ("travailler dans le cinéma sans diplôme", Intent("entry-jobs")),
    ("autodidacte", Intent("entry-jobs")),
    ("pas d'école", Intent("entry-jobs")),
    ("je n'ai pas le bac", Intent("entry-jobs")),
    ("pas d'argent", Intent("explain", topic="frais-et-bourses")),
    ("I have no money for school", Intent("explain", topic="frais-et-bourses")),
    ("reconversion à 45 ans", Intent("explain", topic="reconversion-financement")),
)
"""Queries that ask for a step, and which."""


@pytest.mark.parametrize(("query", "intent"), ASKED)
def test_what_is_asked_for_is_the_next_step(
    real_catalogue: Catalogue, query: str, intent: Intent
) -> None:
    assert search(real_catalogue, query).intents[:1] == (intent,)


@pytest.mark.parametrize(
    "query", ["monteur", "Lyon", "faire la paie d'une équipe", "La Fémis", "écrire des séries", "…"]
)
def test_a_query_that_asks_for_no_step_has_none(real_catalogue: Catalogue, query: str) -> None:
    assert search(real_catalogue, query).intents == ()


def test_a_word_that_tells_the_step_is_not_said_to_be_unknown(real_catalogue: Catalogue) -> None:
    assert search(real_catalogue, "monteur vs scripte").unknown == ()
