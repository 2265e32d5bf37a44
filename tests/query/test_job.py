"""The sheet of a job: what is written on it, and what other records say of it."""

import pytest

from avcareers.query.job import job_sheet, passings
from avcareers.store.catalogue import Catalogue

TODAY = "2026-11-23"

JOBS = [
    "realisateur", "scripte", "cadreur", "assistant-monteur", "monteur", "chef-monteur",
    "etalonneur",
]  # fmt: skip


def test_every_job_of_the_catalogue_is_tried_below(catalogue: Catalogue) -> None:
    assert list(catalogue.slugs("profession")) == JOBS


@pytest.mark.parametrize("slug", JOBS)
def test_a_job_leads_those_that_answer_to_it(catalogue: Catalogue, slug: str) -> None:
    written = [job.slug for job in catalogue.documents("profession") if slug in job.answers_to]
    assert list(job_sheet(catalogue, slug, TODAY).leads) == written


@pytest.mark.parametrize("slug", JOBS)
def test_one_comes_from_the_jobs_that_lead_here(catalogue: Catalogue, slug: str) -> None:
    written = [job.slug for job in catalogue.documents("profession") if slug in job.next_roles]
    assert list(job_sheet(catalogue, slug, TODAY).comes_from) == written


@pytest.mark.parametrize("slug", JOBS)
def test_a_job_receives_what_others_hand_over_to_it(catalogue: Catalogue, slug: str) -> None:
    written = {
        (job.slug, slug, over.stage, over.deliverable)
        for job in catalogue.documents("profession")
        for over in job.hands_over
        if slug in over.to
    }
    found = job_sheet(catalogue, slug, TODAY).receives
    assert {(p.giver, p.receiver, p.stage, p.deliverable) for p in found} == written
    assert len(found) == len(written)


@pytest.mark.parametrize("slug", JOBS)
def test_a_job_gives_what_it_writes(catalogue: Catalogue, slug: str) -> None:
    job = catalogue.document("profession", slug)
    written = {
        (slug, to, over.stage, over.deliverable) for over in job.hands_over for to in over.to
    }
    found = job_sheet(catalogue, slug, TODAY).gives
    assert {(p.giver, p.receiver, p.stage, p.deliverable) for p in found} == written


@pytest.mark.parametrize("slug", JOBS)
def test_the_sheet_holds_a_card_for_every_job_it_names(catalogue: Catalogue, slug: str) -> None:
    sheet = job_sheet(catalogue, slug, TODAY)
    job = sheet.job
    named = {
        *job.answers_to, *job.works_with, *job.next_roles, *sheet.leads, *sheet.comes_from,
        *(neighbour.job for neighbour in job.confused_with),
        *(p.giver for p in sheet.receives), *(p.receiver for p in sheet.gives),
        *sheet.training.through,
    }  # fmt: skip
    assert named <= set(sheet.cards)


def test_computed_relations_are_not_all_empty(catalogue: Catalogue) -> None:
    sheet = job_sheet(catalogue, "monteur", TODAY)
    assert sheet.leads == ("assistant-monteur",)
    assert sheet.comes_from == ("assistant-monteur",)
    assert [(p.giver, p.fr) for p in sheet.receives] == [
        ("scripte", "Rushes et leurs rapports"),
        ("assistant-monteur", "les rushes synchronisés"),
    ]


def test_a_deliverable_is_named_by_its_stage(catalogue: Catalogue) -> None:
    (given,) = job_sheet(catalogue, "chef-monteur", TODAY).gives
    assert (given.fr, given.en) == ("Montage image définitif", "Picture lock")


def test_hand_overs_follow_the_chain(catalogue: Catalogue) -> None:
    gives = [p.stage for p in job_sheet(catalogue, "scripte", TODAY).gives]
    assert gives == ["preparation", "tournage", "tournage"]


def test_a_stage_lists_what_is_handed_over_during_it(catalogue: Catalogue) -> None:
    handed = {(p.giver, p.receiver) for p in passings(catalogue, stage="tournage")}
    assert handed == {
        ("scripte", "assistant-monteur"), ("scripte", "monteur"), ("cadreur", "assistant-monteur"),
    }  # fmt: skip


def test_sources_stand_in_full_in_the_order_of_the_record(catalogue: Catalogue) -> None:
    sheet = job_sheet(catalogue, "realisateur", TODAY)
    assert [source.slug for source in sheet.sources] == [
        "guide-des-etapes", "texte-de-branche",
        "fiche-publique",  # of its ROME code
    ]  # fmt: skip
    assert sheet.sources[0].publisher == "Cercle fictif du cinéma"


def test_the_stages_are_all_there_in_order(catalogue: Catalogue) -> None:
    stages = [stage.slug for stage in job_sheet(catalogue, "monteur", TODAY).stages]
    assert stages == ["preparation", "tournage", "postproduction"]
