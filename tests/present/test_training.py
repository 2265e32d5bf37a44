"""Where a job is taught, in a few lines."""

import re
from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.present.page import text_of
from avcareers.present.training import training_items, untaught_lines
from avcareers.query.job import job_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"


def told(catalogue: Catalogue, slug: str, words: Wording, *, full: bool = True) -> list[str]:
    items = training_items(job_sheet(catalogue, slug, TODAY), words, full=full)
    return [text_of(item.line) for item in items]


def test_schools_are_counted_public_ones_first_and_those_in_alternance(
    catalogue: Catalogue, words: Wording
) -> None:
    full, short = (told(catalogue, "monteur", words, full=full)[0] for full in (True, False))
    assert full.startswith(words("4 écoles (public 1, ", "4 schools (public 1, "))
    assert short.startswith(words("4 écoles, dont 1 publique, ", "4 schools, 1 public, "))
    for said in (full, short):
        assert said.endswith(words(", 3 en alternance", ", 3 in alternance"))


def test_without_a_public_school_it_is_said(catalogue: Catalogue, words: Wording) -> None:
    sheet = job_sheet(catalogue, "monteur", TODAY)
    private = sheet._replace(training=sheet.training._replace(by_kind={"private": 4}))
    said = [text_of(item.line) for item in training_items(private, words, full=False)]
    assert words(", aucune publique,", ", none public,") in said[0]
    assert said[-1].endswith("avcareers schools --job monteur")


def test_schools_of_unknown_owner_are_counted_too_so_that_the_parts_make_the_whole(
    catalogue: Catalogue, words: Wording
) -> None:
    sheet = job_sheet(catalogue, "monteur", TODAY)
    some = dict(list(sheet.training.by_kind.items())[:-2])
    fewer = sheet._replace(training=sheet.training._replace(by_kind=some))
    said = text_of(training_items(fewer, words, full=True)[0].line)
    assert words(", statut non renseigné 2)", ", ownership unknown 2)") in said
    assert sum(map(int, re.findall(r" (\d+)(?=[,)])", said))) == sheet.training.schools


def test_schools_whose_offer_is_to_be_checked_are_counted(
    catalogue: Catalogue, words: Wording
) -> None:
    sheet = job_sheet(catalogue, "monteur", TODAY)
    some = sheet._replace(training=sheet.training._replace(to_check=1))
    said = text_of(training_items(some, words, full=True)[0].line)
    assert said.endswith(words(" ; offre à vérifier dans 1", "; offer to be checked in 1"))


def test_examples_come_only_in_full_and_the_command_for_the_public_ones_always(
    catalogue: Catalogue, words: Wording
) -> None:
    long, short = (told(catalogue, "monteur", words, full=full) for full in (True, False))
    assert len(long) == len(short) + 3 + 2
    assert short[-1].endswith("avcareers schools --job monteur --kind public")
    assert long[-3] == short[-1]
    assert long[-2].endswith("avcareers schools --job monteur")
    # The job before it too.
    assert long[-1].endswith("avcareers schools --job assistant-monteur")


def test_without_programme_the_reason_and_the_job_before_are_told(
    catalogue: Catalogue, words: Wording
) -> None:
    why, below, certificate, public, command = told(catalogue, "chef-monteur", words)
    assert why == words(
        "Aucune école n'annonce ce poste, que l'on prend après d'autres films.",
        "No school announces this post, which one takes after other films.",
    )
    assert below == words(
        "On se forme au poste d'avant : Monteur / Monteuse (4 écoles, dont 1 publique).",
        "People train for the job before it: Editor (4 schools, 1 public).",
    )
    assert "Certificat de montage long" in certificate
    assert public.endswith("avcareers schools --job chef-monteur --kind public")
    assert command.endswith("avcareers schools --job chef-monteur")


def test_a_head_of_department_without_a_reason_of_its_own_is_said_to_come_by_experience(
    catalogue: Catalogue, words: Wording
) -> None:
    said = [slug for slug in catalogue.slugs("profession")
            if any(words("l'expérience", "experience") in text
                   for text in told(catalogue, slug, words))]  # fmt: skip
    heads = {
        job.slug for job in catalogue.documents("profession")
        if job.level == "head" and job_sheet(catalogue, job.slug, TODAY).comes_from
    }  # fmt: skip
    assert set(said) == heads - {"chef-monteur"} != set()


def job_of(catalogue: Catalogue, *, reason: bool) -> Any:
    job = catalogue.document("profession", "chef-monteur")
    return job if reason else SimpleNamespace(title=job.title, no_programme=None)


def test_with_nothing_below_either_it_is_said_once(catalogue: Catalogue, words: Wording) -> None:
    (said,) = untaught_lines(job_of(catalogue, reason=False), (), words)
    assert words("ni à un poste d'avant", "or to a job before it") in said
    (why,) = untaught_lines(job_of(catalogue, reason=True), (), words)
    assert why.startswith(words("Aucune école n'annonce", "No school announces"))


def test_a_job_is_named_except_on_its_own_sheet(catalogue: Catalogue, words: Wording) -> None:
    job = job_of(catalogue, reason=False)
    (elsewhere,), (own,) = (untaught_lines(job, "A", words, named=named) for named in (True, False))
    assert elsewhere == words(
        "Pas de formation directe pour «\N{NO-BREAK SPACE}Chef monteur / Cheffe "
        "monteuse\N{NO-BREAK SPACE}» ; on se forme au poste d'avant : A.",
        "No programme leads straight to “Supervising editor”; people train for the job before it: A.",
    )
    assert own == words("Pas de formation directe ; on se forme au poste d'avant : A.",
                        "No programme leads straight to it; people train for the job before it: A.")  # fmt: skip


@pytest.mark.parametrize(("names", "end"), [(1, "A."), (2, "A, B."), (4, "A, B, C, D.")])
def test_few_jobs_before_are_all_named(
    catalogue: Catalogue, words: Wording, names: int, end: str
) -> None:
    (said,) = untaught_lines(job_of(catalogue, reason=False), "ABCD"[:names], words)
    assert said.endswith(end)
    assert (words("au poste d'avant", "the job before it") in said) == (names == 1)


def test_many_are_counted(catalogue: Catalogue, words: Wording) -> None:
    (said,) = untaught_lines(job_of(catalogue, reason=False), "ABCDEF", words)
    assert said.endswith(words("A, B, C, D et 2 autres.", "A, B, C, D and 2 others."))
