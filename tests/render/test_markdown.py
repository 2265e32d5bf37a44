"""Pages as Markdown."""

import re
from collections.abc import Callable

import pytest

from avcareers.present.job import job_sheet_page
from avcareers.present.jobs import job_list_page
from avcareers.present.page import Page, Span, line
from avcareers.query.job import job_sheet
from avcareers.query.jobs import list_jobs
from avcareers.render.markdown import escaped, heading, inline, markdown_lines, paragraph
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"

FR = Wording("fr")
UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")


@pytest.mark.parametrize("special", list("\\`*_[]<>|"))
def test_what_markdown_reads_as_markup_is_escaped(special: str) -> None:
    assert escaped(f"a{special}b") == f"a\\{special}b"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# a", r"\# a"), ("- a", r"\- a"), ("+ a", r"\+ a"), ("===", r"\==="), ("1. a", r"1\. a"),
        ("12) a", r"12\) a"), ("2026-11-23", "2026-11-23"), ("1.5", "1.5"), ("a # b", "a # b"),
        ("R&D", "R&D"), ("&lt;", r"\&lt;"), ("&#60;", r"\&#60;"),
    ],
)  # fmt: skip
def test_a_line_is_a_paragraph_whatever_it_begins_with(text: str, written: str) -> None:
    assert paragraph(line(text)) == written


def test_a_heading_keeps_its_last_signs() -> None:
    assert heading("C##") == r"C\#\#"


def test_emphasis_leaves_outer_spaces_outside() -> None:
    assert inline(line(Span("Doute : ", "warn"), "x")) == "**Doute :** x"
    assert inline(line(Span("  ", "strong"), "x")) == "  x"
    assert inline(line(Span("inconnu", "unknown"))) == "*inconnu*"


def test_a_table_keeps_its_columns_whatever_its_cells_say(
    saying: Callable[[str], Page], hostile: str
) -> None:
    for text in (hostile, "a | b || c"):
        rows = [row for row in markdown_lines(saying(text)) if row.startswith("|")]
        assert len(rows) == 4
        assert {len(UNESCAPED_PIPE.findall(row)) for row in rows} == {4}


def test_no_text_reaches_the_document_raw(saying: Callable[[str], Page], hostile: str) -> None:
    for text in markdown_lines(saying(hostile)):
        assert all(character.isprintable() for character in text)
        assert not re.search(r"(?<!\\)[<>\[\]]", text)


def test_a_list_has_a_row_for_each_job(catalogue: Catalogue) -> None:
    lines = list(markdown_lines(job_list_page(list_jobs(catalogue), FR)))
    assert lines[0].startswith("# **Les métiers** – 7 métiers") or lines[0].startswith(
        "# Les métiers – 7 métiers"
    )
    assert sum(text.startswith("|") for text in lines) == 2 + 7


def test_a_sheet_has_a_heading_for_each_part(catalogue: Catalogue) -> None:
    page = job_sheet_page(job_sheet(catalogue, "realisateur", TODAY), FR, full=True)
    headings = [text for text in markdown_lines(page) if text.startswith("## ")]
    assert headings == [f"## {section.label}" for section in page.sections]


def test_an_empty_table_says_so(catalogue: Catalogue) -> None:
    from avcareers.query.jobs import JobFilters

    page = job_list_page(list_jobs(catalogue, JobFilters(rome=("Z9999",))), FR)
    lines = list(markdown_lines(page))
    assert "Aucun métier ne répond à tous ces critères." in lines
    assert not any(text.startswith("|") for text in lines)
