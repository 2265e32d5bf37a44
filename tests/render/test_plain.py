"""Pages for a pipe: tab-separated, nothing cut."""

from collections.abc import Callable

from avcareers.present.job import job_sheet_page
from avcareers.present.jobs import job_list_page
from avcareers.present.page import Page
from avcareers.present.schools import school_list_page
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.job import job_sheet
from avcareers.query.jobs import list_jobs
from avcareers.query.schools import list_schools
from avcareers.render.plain import plain_lines
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"

FR = Wording("fr")


def test_a_table_has_a_header_and_a_constant_number_of_columns(
    catalogue: Catalogue, today: str
) -> None:
    pages = (
        job_list_page(list_jobs(catalogue), FR),
        job_list_page(list_jobs(catalogue, order="name"), FR),
        school_list_page(list_schools(catalogue, SchoolFilters(), today), FR),
    )
    for page in pages:
        header, *rows = (text.split("\t") for text in plain_lines(page))
        assert page.table is not None
        assert len(rows) == len(page.table.rows)
        assert {len(row) for row in rows} == {len(header)}
        assert header[-1] == page.table.columns[-1].key


def test_a_sheet_has_two_columns(catalogue: Catalogue) -> None:
    lines = list(
        plain_lines(job_sheet_page(job_sheet(catalogue, "realisateur", TODAY), FR, full=True))
    )
    assert lines[0] == "section\ttext"
    assert all(text.count("\t") == 1 for text in lines)
    assert "tasks\tDécouper le scénario en plans" in lines


def test_nothing_is_cut_however_long(saying: Callable[[str], Page]) -> None:
    long = "mot " * 500 + "fin"
    assert sum(text.count(long) for text in plain_lines(saying(long))) >= 4


def test_no_text_breaks_the_table(saying: Callable[[str], Page], hostile: str) -> None:
    lines = list(plain_lines(saying(hostile)))
    # Header and two rows of three columns, then a header and four lines of two.
    assert [text.count("\t") for text in lines] == [2, 2, 2, 1, 1, 1, 1, 1]
    assert all(character.isprintable() or character == "\t" for text in lines for character in text)


def test_markup_is_only_text(saying: Callable[[str], Page]) -> None:
    assert "title\t[bold]gras[/bold]" in list(plain_lines(saying("[bold]gras[/bold]")))
