"""Which programmes prepare for a job, counted."""

from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.schools import list_schools
from avcareers.query.training import training_for
from avcareers.store.catalogue import Catalogue

TODAY = "2026-11-23"


def test_programmes_schools_and_kinds_are_counted(catalogue: Catalogue) -> None:
    training = training_for(catalogue, "monteur", TODAY)
    assert (training.programmes, training.schools) == (4, 4)
    assert dict(training.by_kind) == {"association": 1, "consular": 1, "private": 1, "public": 1}
    assert sum(training.by_kind.values()) == training.schools


def test_only_known_alternance_of_a_programme_for_this_job_counts(catalogue: Catalogue) -> None:
    assert training_for(catalogue, "monteur", TODAY).alternance == 3
    # Quai Neuf trains camera operators, but its alternance is for another programme.
    assert training_for(catalogue, "cadreur", TODAY).alternance == 1


def test_examples_are_of_different_kinds_of_schools(catalogue: Catalogue) -> None:
    kinds = [course.taught_by.kind for course in training_for(catalogue, "monteur", TODAY).examples]
    assert len(kinds) == len(set(kinds)) == 3


def test_without_a_programme_the_jobs_that_lead_here_are_counted(catalogue: Catalogue) -> None:
    training = training_for(catalogue, "chef-monteur", TODAY)
    assert training.schools == 0
    assert dict(training.through) == {"monteur": 4}
    assert training_for(catalogue, "monteur", TODAY).through == {}


def test_an_example_is_the_first_school_of_its_kind_by_name(catalogue: Catalogue) -> None:
    examples = training_for(catalogue, "realisateur", TODAY).examples
    private = [c.school for c in examples if c.taught_by.kind == "private"]
    assert private == ["cours-vermeil"]


def test_training_names_its_examples_by_slug(catalogue: Catalogue) -> None:
    training = training_for(catalogue, "monteur", TODAY)
    assert training.schools == 4
    named = [(course.school, course.programme) for course in training.examples]
    assert ("institut-cornouaille", "montage") in named
    assert training_for(catalogue, "chef-monteur", TODAY).through == {"monteur": 4}


def test_schools_whose_programmes_may_no_longer_be_offered_are_counted(
    catalogue: Catalogue,
) -> None:
    for job in catalogue.slugs("profession"):
        found = list_schools(catalogue, SchoolFilters(jobs=(job,)), TODAY)
        training = training_for(catalogue, job, TODAY)
        if training.programmes:
            doubtful = [all(p.offer_to_check for p in row.programmes) for row in found.schools]
            assert training.to_check == sum(doubtful), job
