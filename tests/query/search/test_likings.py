"""What one likes to do leads to the jobs that chiefly have one do it; a nickname, to who bears it."""

from typing import get_args

import pytest

from avcareers.model.conditions import CONDITIONS
from avcareers.model.vocabulary import Activity
from avcareers.query.search.refused import wanted
from avcareers.store.catalogue import Catalogue
from avcareers.store.likings import DEPARTMENTS, LIKINGS, PLACES, TASTES

from .asking import first, found


def test_every_activity_has_words_and_every_other_taste_is_of_something(
    real_catalogue: Catalogue,
) -> None:
    assert set(LIKINGS) == set(get_args(Activity))
    assert set(PLACES) <= set(CONDITIONS)
    assert set(DEPARTMENTS) <= {each.slug for each in real_catalogue.documents("department")}
    # Half of the phrases are in French.
    assert all(len(said) % 2 == 0 for said in TASTES.values())


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
        ("je kiffe faire rire les gens et imiter", "perform"),
        ("bossing people around", "lead"),
        ("I play drums and guitar", "perform"),
    ],
)
def test_a_taste_leads_to_a_job_that_is_chiefly_that(
    real_catalogue: Catalogue, query: str, activity: str
) -> None:
    hit = first(real_catalogue, query)
    assert hit.kind == "job"
    assert real_catalogue.document("profession", hit.slug).activities[0].activity == activity


@pytest.mark.parametrize(
    ("query", "department"),
    [
        ("fan de jeux vidéo", {"animation", "vfx"}),
        ("j'aime le direct et l'adrénaline", {"plateau-direct"}),
        ("I love debating the news", {"info-radio"}),
    ],
)
def test_a_taste_of_a_department_leads_to_a_job_of_it(
    real_catalogue: Catalogue, query: str, department: set[str]
) -> None:
    hit = first(real_catalogue, query)
    assert hit.kind == "job"
    assert real_catalogue.document("profession", hit.slug).department in department


@pytest.mark.parametrize(
    ("query", "looked_for"),
    [
        ("j'aime conduire et être dehors, pas les bureaux", "j aime conduire et etre dehors"),
        ("nul en maths mais j'adore dessiner", "mais j adore dessiner"),
        ("I love films but don't want to act in them", "i love films but don"),
        ("j'aime le montage sans parler à personne", "j aime le montage"),
        # A lack is no refusal, nor is a question; and who refuses all is still answered.
        ("j'aime le cinéma et je n'ai pas de diplôme", ""),
        ("je ne veux pas travailler dans un bureau", ""),
        ("je ne suis pas bon en maths, est-ce gênant ?", ""),
    ],
)
def test_what_a_taste_refuses_is_not_looked_for(query: str, looked_for: str) -> None:
    assert wanted(query) == (looked_for or query)


def test_a_refusal_does_not_lead_to_what_is_refused(real_catalogue: Catalogue) -> None:
    hit = first(
        real_catalogue, "je n'aime pas parler aux gens, je préfère être seul devant mon écran"
    )
    job = real_catalogue.document("profession", hit.slug)
    assert job.department in {"animation", "postproduction", "vfx"}


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
