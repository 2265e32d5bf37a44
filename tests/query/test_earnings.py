"""What people earn in a job: what is about it, the narrowest group first."""

import pytest

from avcareers.query.earnings import earnings_of
from avcareers.store.catalogue import Catalogue


def rows(catalogue: Catalogue, job: str) -> list[tuple[str, str]]:
    """Return the figures of a job, with how wide a group each is about."""
    found = earnings_of(catalogue, catalogue.document("profession", job))
    return [(row.earning.slug, row.scope) for row in found]


def test_the_narrowest_group_comes_first_then_the_newest_figure(catalogue: Catalogue) -> None:
    assert rows(catalogue, "realisateur") == [
        ("realisateurs-2019", "job"),
        ("salaires-du-secteur-2022", "sector"),
        ("salaires-du-secteur-2021", "sector"),
        ("heures-du-secteur-2022", "sector"),
        ("intermittents-2024", "sector"),
    ]


def test_a_job_outside_the_group_is_told_nothing(catalogue: Catalogue) -> None:
    assert rows(catalogue, "cadreur") == []  # hired under the general scheme


@pytest.mark.parametrize(
    ("job", "slug", "scope"),
    [
        ("machiniste", "spectacle-salaires-2022", "sector"),
        ("animateur-3d", "animation-heures-2022", "department"),
        ("realisateur-documentaire", "documentaire-remuneration-2024", "job"),
        ("journaliste-reporter", "carte-de-presse-cdi-2018", "sector"),
        ("scenariste", "artistes-auteurs-2018", "sector"),
    ],
)
def test_real_jobs_have_the_figures_of_their_group(
    real_catalogue: Catalogue, job: str, slug: str, scope: str
) -> None:
    assert (slug, scope) in rows(real_catalogue, job)


def test_an_intermittent_job_says_what_is_earned_and_how_many_hours(
    real_catalogue: Catalogue,
) -> None:
    for job in real_catalogue.documents("profession"):
        if any(hiring.regime in ("annexe8", "annexe10") for hiring in job.hiring):
            kinds = {row.earning.kind for row in earnings_of(real_catalogue, job)}
            assert {"earned", "hours", "outlook"} <= kinds, job.slug
