"""The page of a list of jobs."""

from collections.abc import Callable

import pytest

from avcareers.present.jobs import job_list_page, stage_marks
from avcareers.present.naming import LIT, UNLIT, job_title, other_title, short_stage
from avcareers.present.page import Page, text_of
from avcareers.query.jobs import JobFilters, list_jobs
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

Read = Callable[[Page], list[str]]


def test_a_job_is_named_in_both_genders_in_french_and_by_its_credit_in_english(
    catalogue: Catalogue, french: Wording, english: Wording
) -> None:
    job = catalogue.document("profession", "realisateur")
    assert job_title(job, french) == other_title(job, english)
    assert {"Réalisateur", "Réalisatrice"} <= set(job_title(job, french).split())
    assert job_title(job, english) == other_title(job, french) == "Director"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Distribution et ventes", "Distribution"),
        ("Sales and release", "Sales"),
        ("Exploitation (salles)", "Exploitation"),
        ("Tournage", "Tournage"),
    ],
)
def test_a_stage_is_named_by_its_first_words(name: str, short: str) -> None:
    assert short_stage(name) == short


def test_the_stages_of_a_job_are_lit_in_the_order_of_the_chain(catalogue: Catalogue) -> None:
    found = list_jobs(catalogue)
    marks = {job.slug: text_of(stage_marks(found.stages, job.stages)) for job, _ in found.jobs}
    assert marks["monteur"] == UNLIT + UNLIT + LIT
    assert marks["chef-monteur"] == LIT + UNLIT + LIT
    assert marks["scripte"] == LIT + LIT + UNLIT


def test_every_job_has_a_row_under_its_department(catalogue: Catalogue, words: Wording) -> None:
    table = job_list_page(list_jobs(catalogue), words).table
    assert table is not None
    assert [row.group for row in table.rows].count(words("Montage", "Editing")) == 3
    assert len(table.rows) == 7
    assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_the_count_tells_how_many_of_how_many(catalogue: Catalogue, words: Wording) -> None:
    def title(**kwargs: object) -> str:
        found = list_jobs(catalogue, JobFilters(departments=("montage",)), **kwargs)  # type: ignore[arg-type]
        return text_of(job_list_page(found, words).title)

    assert words("3 métiers sur 7", "3 jobs out of 7") in title()
    assert words("1 affiché", "1 shown") in title(limit=1)


def test_an_empty_list_says_so(catalogue: Catalogue, words: Wording, read: Read) -> None:
    page = job_list_page(list_jobs(catalogue, JobFilters(rome=("Z9999",))), words)
    assert page.table is not None
    assert page.table.rows == ()
    assert words("Aucun métier", "No job") in "\n".join(read(page))
    assert words("0 métier sur 7", "0 jobs out of 7") in text_of(page.title)
