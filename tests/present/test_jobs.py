"""The page of a list of jobs."""

from collections.abc import Callable

import pytest

from avcareers.present.jobs import job_list_page
from avcareers.present.naming import job_title, other_title, short_stage
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


def column(page: Page, key: str) -> list[str]:
    """Return the cells of a column."""
    assert page.table
    place = [column.key for column in page.table.columns].index(key)
    return [text_of(row.cells[place]) for row in page.table.rows]


def test_a_job_says_what_it_is_and_the_stages_asked_for_in_the_order_of_the_chain(
    catalogue: Catalogue, words: Wording
) -> None:
    found = list_jobs(catalogue, JobFilters(stages=("preparation",)))
    page = job_list_page(found, words)
    assert column(page, "summary") == [words.of(job.summary) for job, _ in found.jobs]
    stages = dict(zip(column(page, "slug"), column(page, "stages"), strict=True))
    assert stages["chef-monteur"] == words(
        "préparation, postproduction", "pre-production, post-production"
    )
    assert stages["scripte"] == words("préparation, tournage", "pre-production, shooting")


def test_a_department_names_those_next_to_it_and_how_to_list_them(
    real_catalogue: Catalogue, words: Wording
) -> None:
    page = job_list_page(list_jobs(real_catalogue, JobFilters(departments=("son",))), words)
    assert page.table
    assert {row.group for row in page.table.rows} == {
        words("Son (tournage et plateau)", "Production sound")
    }
    near = text_of(page.footer[0])
    assert words("Postproduction son et musique", "Sound post and music") in near
    assert "--department son-musique" in near


def test_jobs_of_which_the_answer_is_not_known_are_counted(
    real_catalogue: Catalogue, words: Wording
) -> None:
    silent = sum(
        not any(hiring.regime or hiring.cdd_usage for hiring in job.hiring)
        for job in real_catalogue.documents("profession")
    )
    asked = JobFilters(statuses=("annexe8",))
    said = "\n".join(
        text_of(each) for each in job_list_page(list_jobs(real_catalogue, asked), words).footer
    )
    assert silent > 0
    assert words.count(silent, ("métier", "métiers"), ("job", "jobs")) in said
    assert words.unknown in said


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
