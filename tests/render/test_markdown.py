"""Pages as Markdown."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from avcareers.present.job import job_sheet_page
from avcareers.present.jobs import job_list_page
from avcareers.present.page import Column, Page, Row, Span, Table, line, text_of
from avcareers.present.school import school_sheet_page
from avcareers.query.job import job_sheet
from avcareers.query.jobs import list_jobs
from avcareers.query.school import school_sheet
from avcareers.render.markdown import (
    escaped,
    heading,
    inline,
    markdown_lines,
    paragraph,
    table_lines,
)
from avcareers.render.safety import printable
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"

FR = Wording("fr")
AUTOLINK = re.compile(r"<https?://[^\s<>|`]+>")
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
    assert inline(line("titre", Span(", échu", "warn"), " (2023)")) == "titre, **échu** (2023)"
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
        assert not re.search(r"(?<!\\)[<>\[\]]", AUTOLINK.sub("", text))


def test_a_list_has_a_row_for_each_job(catalogue: Catalogue) -> None:
    lines = list(markdown_lines(job_list_page(list_jobs(catalogue), FR)))
    assert lines[0].startswith("# **Les métiers** – 7 métiers") or lines[0].startswith(
        "# Les métiers – 7 métiers"
    )
    assert sum(text.startswith("|") for text in lines) == 2 + 7


def test_a_sheet_has_a_heading_for_each_part(catalogue: Catalogue) -> None:
    page = job_sheet_page(job_sheet(catalogue, "realisateur", TODAY), FR, full=True)
    headings = [text for text in markdown_lines(page) if text.startswith("## ")]
    assert headings == [f"## {printable(section.label)}" for section in page.sections]


def test_an_empty_table_says_so(catalogue: Catalogue) -> None:
    from avcareers.query.jobs import JobFilters

    page = job_list_page(list_jobs(catalogue, JobFilters(rome=("Z9999",))), FR)
    lines = list(markdown_lines(page))
    assert "Aucun métier ne répond à tous ces critères." in lines
    assert not any(text.startswith("|") for text in lines)


@pytest.mark.parametrize(
    "address",
    ["https://a.example/x_y_z", "https://a.example/?q=1&r=*b*", "http://a.example/~x#y-z"],
)
def test_an_address_is_whole(address: str) -> None:
    written = inline(line(f"voir {address}."))
    assert written == f"voir <{address}>."
    assert rendered(written) == f"voir {address}."


@pytest.mark.parametrize("text", [
    "a | b", "`", "a`b``c", "x --data 'a|b`c'", "<script>alert(1)</script>", "[a](javascript:b)",
    "![x](y)", "**a**", "_a_", "&lt;", "\\", "a\\", "# a", "1. a", "- a", "| a |", "---", "~~a~~",
    "https://a.example/|b", "https://a.example/<script>", "http://a.example/`x`", "<a@b.example>",
])  # fmt: skip
@pytest.mark.parametrize("role", ["plain", "strong", "unknown", "command", "accent"])
def test_a_reader_of_markdown_reads_what_was_said(text: str, role: Any) -> None:
    assert rendered(paragraph(line(Span(text, role)))) == text
    table = Table(
        (Column("a", text, 3), Column("b", "B", 3)), (Row((line(Span(text, role)), line("z"))),)
    )
    assert rendered("\n".join(table_lines(table))).split() == f"{text} B {text} z".split()


def test_pages_show_no_sign_of_markdown_once_read(real_catalogue: Catalogue) -> None:
    for slug in ("eicar", "la-femis", "cinefabrique"):
        page = school_sheet_page(school_sheet(real_catalogue, slug, TODAY), FR, full=True)
        shown = rendered("\n".join(markdown_lines(page)))
        assert "**" not in shown
        assert "\\" not in shown
        for section in page.sections:
            for item in section.items:
                assert in_words(printable(text_of(item.line))) in in_words(shown)


def in_words(text: str) -> str:
    # Addresses are read as they sound.
    return " ".join(unquote(text).split())


def rendered(markdown: str) -> str:
    """Return what a reader of Markdown shows: its text, and no element that was not ours."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    elements = set(re.findall(r"</?([a-z0-9]+)", html))
    assert elements <= {"p", "em", "strong", "code", "a", "ul", "li", "h1", "h2", "h3", "table", "thead",
                        "tbody", "tr", "th", "td"}  # fmt: skip
    assert all(href.startswith("http") for href in re.findall(r'href="([^"]*)"', html))
    return unescape(re.sub(r"<[^>]*>", "", html)).strip("\n")
