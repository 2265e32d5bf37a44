"""The chain, and the sheet of a stage."""

import pytest

from avcareers.query.stages import chain, stage_sheet
from avcareers.store.catalogue import Catalogue


def test_the_chain_counts_the_jobs_of_each_stage(catalogue: Catalogue) -> None:
    found = chain(catalogue)
    assert [(row.stage.slug, row.jobs) for row in found.stages] == [
        ("preparation", 5),
        ("tournage", 5),
        ("postproduction", 5),
    ]


@pytest.mark.parametrize("slug", ["preparation", "tournage", "postproduction"])
def test_jobs_whose_main_stage_it_is_come_first(catalogue: Catalogue, slug: str) -> None:
    main = [job.stages[0] == slug for (job,) in stage_sheet(catalogue, slug).jobs]
    assert main == sorted(main, reverse=True)
    assert any(main)


def test_a_stage_opens_with_what_another_delivers(catalogue: Catalogue) -> None:
    def incoming(slug: str) -> list[tuple[str, str]]:
        return [(o.slug, d.slug) for o, d in stage_sheet(catalogue, slug).openers]

    assert incoming("preparation") == []
    assert incoming("tournage") == [("preparation", "decoupage")]
    assert incoming("postproduction") == [("tournage", "rushes")]


def test_the_jobs_its_hand_overs_name_have_a_card(catalogue: Catalogue) -> None:
    sheet = stage_sheet(catalogue, "tournage")
    named = {slug for p in sheet.passed for slug in (p.giver, p.receiver)}
    assert named == {"scripte", "cadreur", "assistant-monteur", "monteur"} <= set(sheet.cards)
