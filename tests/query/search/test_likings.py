"""What one likes to do leads to the jobs that chiefly have one do it; a nickname, to who bears it."""

from typing import get_args

import pytest

from avcareers.model.vocabulary import Activity
from avcareers.store.catalogue import Catalogue
from avcareers.store.likings import LIKINGS

from .asking import first, found


def test_every_activity_has_words() -> None:
    assert set(LIKINGS) == set(get_args(Activity))


@pytest.mark.parametrize(
    ("query", "activity"),
    [
        ("j'aime dessiner", "draw"),
        ("I like drawing", "draw"),
        ("working with my hands", "build"),
        ("j'adore la couture", "dress"),
        ("je suis bon en maths et en informatique", "program"),
        ("j'aime les chiffres", "count"),
        ("I love languages and literature", "write"),
        ("j'aime le théâtre et être sur scène", "perform"),
    ],
)
def test_a_taste_leads_to_a_job_that_is_chiefly_that(
    real_catalogue: Catalogue, query: str, activity: str
) -> None:
    hit = first(real_catalogue, query)
    assert hit.kind == "job"
    assert real_catalogue.document("profession", hit.slug).activities[0].activity == activity


def test_who_begins_is_shown_jobs_to_begin_with(real_catalogue: Catalogue) -> None:
    hit = first(real_catalogue, "j'aime dessiner et je veux débuter")
    assert real_catalogue.document("profession", hit.slug).level == "entry"


def test_work_outdoors_is_found_by_the_conditions_of_its_code(real_catalogue: Catalogue) -> None:
    for _, slug in found(real_catalogue, "travailler dehors", limit=4):
        job = real_catalogue.document("profession", slug)
        codes = [real_catalogue.document("rome", code.lower()) for code in job.rome[:1]]
        said = [asked.fr for asked in job.asked if "dehors" in asked.fr]
        assert said or any("outdoors" in code.contexts for code in codes), slug


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("bijoute", "accessoiriste-plateau"),
        ("l'école de Luc Besson", "ecole-de-la-cite"),
        ("Gobz", "gobelins"),
        ("Louis-Lum", "ens-louis-lumiere"),
        ("ENSLL", "ens-louis-lumiere"),
        ("la fabrique", "cinefabrique"),
        ("3iS", "3is"),
        ("STI2D", "bac-techno-ou-pro"),
    ],
)
def test_a_tool_or_a_nickname_finds_who_has_it(
    real_catalogue: Catalogue, query: str, slug: str
) -> None:
    assert first(real_catalogue, query).slug == slug


@pytest.mark.parametrize(
    ("query", "words"),
    [("DNMADE animation", "dn-made"), ("BUT MMI", "mmi"), ("école de Ladj Ly", "kourtrajme")],
)
def test_a_spelling_of_a_diploma_or_a_founder_finds_it(
    real_catalogue: Catalogue, query: str, words: str
) -> None:
    assert words in first(real_catalogue, query).slug
