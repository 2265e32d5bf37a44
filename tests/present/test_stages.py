"""The chain as a drawing, and the page of a stage."""

import re
from collections.abc import Callable

import pytest

from avcareers.present.page import Page, text_of
from avcareers.present.stages import chain_page, stage_sheet_page
from avcareers.query.stages import chain, stage_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

Read = Callable[[Page], list[str]]
STAGES = ["preparation", "tournage", "postproduction"]


def part(page: Page, key: str) -> list[str]:
    return [text_of(item.line) for s in page.sections if s.key == key for item in s.items]


def test_the_chain_draws_every_stage_in_order_under_its_phase(
    catalogue: Catalogue, words: Wording
) -> None:
    sections = chain_page(chain(catalogue), words).sections
    assert [section.key for section in sections] == STAGES
    assert [section.label[0] for section in sections] == ["1", "2", "3"]
    assert [bool(section.heading) for section in sections] == [True, True, False]


def test_the_chain_says_what_passes_from_one_stage_to_the_next(
    catalogue: Catalogue, words: Wording
) -> None:
    page = chain_page(chain(catalogue), words)
    assert part(page, "preparation")[-1] == words(
        "▼ Découpage technique → Tournage", "▼ Shooting script → Shooting"
    )
    assert not any("▼" in text for text in part(page, "postproduction"))


def test_the_chain_counts_jobs(catalogue: Catalogue, words: Wording) -> None:
    page = chain_page(chain(catalogue), words)
    assert part(page, "tournage")[1].startswith(words("5 métiers : ", "5 jobs: "))


def test_a_stage_says_what_comes_in_and_from_where(catalogue: Catalogue, words: Wording) -> None:
    page = stage_sheet_page(stage_sheet(catalogue, "tournage"), words)
    assert part(page, "incoming") == [
        words("Découpage technique (Préparation)", "Shooting script (Pre-production)")
    ]


def test_a_stage_says_who_hands_what_to_whom(catalogue: Catalogue, words: Wording) -> None:
    page = stage_sheet_page(stage_sheet(catalogue, "preparation"), words)
    outgoing = part(page, "outgoing")
    assert words("de Réalisateur / Réalisatrice", "from Director") in outgoing[0]
    assert words("Scripte", "Script supervisor") in outgoing[0]
    assert words("→ Tournage", "→ Shooting") in outgoing[0]
    assert outgoing[1] == words("Plan de travail", "Shooting schedule")


@pytest.mark.parametrize("slug", STAGES)
def test_every_job_of_the_stage_is_named_in_both_genders(
    catalogue: Catalogue, french: Wording, slug: str
) -> None:
    sheet = stage_sheet(catalogue, slug)
    told = "\n".join(part(stage_sheet_page(sheet, french), "jobs"))
    for (job,) in sheet.jobs:
        assert job.title.fr_f.split()[-1] in told
        assert job.title.fr_m.split()[-1] in told


def test_a_length_has_its_unit_and_what_it_measures(catalogue: Catalogue, words: Wording) -> None:
    told = part(stage_sheet_page(stage_sheet(catalogue, "preparation"), words), "summary")[2:]
    assert told == [
        words("6 à 10 semaines : un premier long métrage", "6 to 10 weeks: a first feature film")
    ]
    told = part(stage_sheet_page(stage_sheet(catalogue, "postproduction"), words), "summary")[2:]
    assert told == [
        words("12 semaines : le montage d'un long métrage", "12 weeks: editing a feature")
    ]


@pytest.mark.parametrize("slug", STAGES)
def test_no_page_shows_a_hole(catalogue: Catalogue, words: Wording, read: Read, slug: str) -> None:
    page = stage_sheet_page(stage_sheet(catalogue, slug), words)
    assert all(section.items for section in page.sections)
    for text in read(page):
        assert not re.search(r"\bNone\b|View\(|\[\]|\(\)", text)
        assert not re.search(r": *$|, *$|^ *[,;]", text)


def test_doubts_and_sources_are_shown(catalogue: Catalogue, words: Wording) -> None:
    told = "\n".join(part(stage_sheet_page(stage_sheet(catalogue, "tournage"), words), "sources"))
    assert words("Doute : La durée", "Doubt: No source") in told
    assert "https://cercle.example.org/etapes" in told
