"""Pages on a terminal: fitted to its width, and harmless."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from rich.cells import cell_len

from avcareers.model.conditions import CONDITIONS
from avcareers.present.departments import departments_page
from avcareers.present.home import home_page
from avcareers.present.job import job_sheet_page
from avcareers.present.jobs import job_list_page
from avcareers.present.labels import label
from avcareers.present.page import Page, text_of
from avcareers.present.school import school_sheet_page
from avcareers.present.schools import school_list_page
from avcareers.present.sources import source_sheet_page, sources_page
from avcareers.present.stages import chain_page, stage_sheet_page
from avcareers.query.departments import list_departments
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.home import home
from avcareers.query.job import JobSheet, job_sheet
from avcareers.query.jobs import list_jobs
from avcareers.query.nearby import Near
from avcareers.query.school import school_sheet
from avcareers.query.schools import list_schools
from avcareers.query.sources import list_sources, sources_of
from avcareers.query.stages import chain, stage_sheet
from avcareers.render.safety import EncodingStream, printable
from avcareers.render.terminal import print_page, terminal
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Language, Wording

TODAY = "2026-11-23"

WIDTHS = [40, 60, 80, 120, 200]
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def drawn(page: Page, width: int, *, color: bool | None = None) -> str:
    stream = io.StringIO()
    print_page(page, stream, color=color, width=width)
    return stream.getvalue()


def pages(catalogue: Catalogue, today: str, words: Wording) -> Iterator[Page]:
    near = Near(catalogue.document("place", "brest"), 900.0)
    asked = SchoolFilters(alternance=True, recognised=True, near=near)
    yield home_page(home(catalogue, "2026-11-23"), words)
    yield job_list_page(list_jobs(catalogue), words)
    yield chain_page(chain(catalogue), words)
    yield departments_page(list_departments(catalogue), words)
    yield school_list_page(list_schools(catalogue, SchoolFilters(), today), words)
    yield school_list_page(list_schools(catalogue, asked, today), words)
    yield sources_page(list_sources(catalogue), words)
    yield source_sheet_page(sources_of(catalogue, "guide-des-etapes", today), words)
    for slug in catalogue.slugs("profession"):
        yield job_sheet_page(job_sheet(catalogue, slug, TODAY), words)
        yield job_sheet_page(job_sheet(catalogue, slug, TODAY), words, full=True)
    for slug in catalogue.slugs("stage"):
        yield stage_sheet_page(stage_sheet(catalogue, slug), words)
    for slug in catalogue.slugs("school"):
        yield school_sheet_page(school_sheet(catalogue, slug, today), words)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_is_wider_than_the_screen(
    catalogue: Catalogue, today: str, width: int, language: str
) -> None:
    for page in pages(catalogue, today, Wording(language)):  # type: ignore[arg-type]
        for text in drawn(page, width).splitlines():
            assert cell_len(text) <= width, text


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_the_real_lists_is_wider_than_the_screen(
    real_catalogue: Catalogue, today: str, width: int
) -> None:
    words = Wording("fr")
    for page in (
        job_list_page(list_jobs(real_catalogue), words),
        chain_page(chain(real_catalogue), words),
        school_list_page(
            list_schools(real_catalogue, SchoolFilters(recognised=True), today), words
        ),
        home_page(home(real_catalogue, "2026-11-23"), words),
    ):
        for text in drawn(page, width).splitlines():
            assert cell_len(text) <= width, text


@cache
def real_sheet(catalogue: Catalogue, slug: str) -> JobSheet:
    return job_sheet(catalogue, slug, TODAY)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_short_sheet_of_every_real_job_holds_on_a_screen_and_keeps_the_essential(
    real_catalogue: Catalogue, language: Language
) -> None:
    too_long = {}
    for slug in real_catalogue.slugs("profession"):
        page = job_sheet_page(real_sheet(real_catalogue, slug), Wording(language))
        shown = drawn(page, 80)
        if len(shown.splitlines()) > 45:
            too_long[slug] = len(shown.splitlines())
        for section in page.sections:
            if section.least:
                assert section.label.split()[0] in shown, (slug, section.key)
        assert list(not_kept(real_sheet(real_catalogue, slug), page, shown)) == [], slug
    assert not too_long


def one_line(text: str) -> str:
    return " ".join(printable(text).split())


def not_kept(sheet: JobSheet, page: Page, shown: str) -> Iterator[str]:
    """Yield what decides and is not within the first 24 lines of a short sheet, or is said twice."""
    words = Wording("fr" if "Fiche abrégée" in shown else "en")
    head, whole = one_line("\n".join(shown.splitlines()[:24])), one_line(shown)
    verdict, *others = page.sections
    for item in verdict.items:
        if one_line(text_of(item.line)) not in head:
            yield text_of(item.line)
    way = printable(words.of(sheet.job.ways_in.without_school[0]))[1:]
    floor = sheet.pay.headline
    amount = words.euros(floor.amount_eur) if floor and floor.amount_eur else ""
    not_an_income = words(", pas un revenu)", ", not an income)")
    for fact in map(one_line, (way, *((amount, not_an_income) if amount else ()))):
        if whole.count(fact) != 1 or fact not in head:
            yield fact
    for name in ("nights", "weekends", "holidays", "travel"):
        said = label(words, "condition", name)
        conditions = [text_of(item.line) for part in others if part.key == "conditions"
                      for item in part.items]  # fmt: skip
        if any(said in text for text in conditions):
            yield said
    known = {each.what for each in sheet.conditions}
    if known < {*CONDITIONS} and words.unknown not in whole.lower():
        yield words.unknown


def test_a_sheet_says_that_it_was_shortened(real_catalogue: Catalogue) -> None:
    words = Wording("fr")
    page = job_sheet_page(job_sheet(real_catalogue, "showrunner", TODAY), words)
    items = sum(len(section.items) for section in page.sections)
    assert items > 20
    assert "--full" in drawn(page, 60)
    assert "--full" not in drawn(page._replace(brief_lines=None), 60)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("color", [None, False, True])
def test_no_text_reaches_the_terminal_raw(
    saying: Callable[[str], Page], hostile: str, width: int, color: bool | None
) -> None:
    shown = drawn(saying(hostile), width, color=color)
    shown = ESCAPES.sub("", shown) if color else shown
    assert all(character.isprintable() or character == "\n" for character in shown)


@pytest.mark.parametrize("markup", ["[bold]gras[/bold]", "[red]rouge[/]", ":smile:"])
def test_markup_is_only_text(saying: Callable[[str], Page], markup: str) -> None:
    shown = drawn(saying(markup), 120, color=True)
    assert markup in ESCAPES.sub("", shown)
    assert "\x1b[31m" not in shown


def test_an_escape_in_a_record_styles_nothing(saying: Callable[[str], Page]) -> None:
    assert "\x1b[31m" not in drawn(saying("\x1b[31mrouge"), 80, color=True)


def test_colour_is_written_only_when_asked_for(saying: Callable[[str], Page]) -> None:
    assert "\x1b[" in drawn(saying("mot"), 80, color=True)
    assert "\x1b" not in drawn(saying("mot"), 80, color=False)
    assert "\x1b" not in drawn(saying("mot"), 80, color=None)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_can_be_written_without_question_marks_of_its_own(
    catalogue: Catalogue, today: str, encoded: Callable[[str], object], encoding: str, language: str
) -> None:
    words = Wording(language)  # type: ignore[arg-type]
    for page in pages(catalogue, today, words):
        stream = encoded(encoding)
        print_page(page, EncodingStream(stream), color=None, width=80)  # type: ignore[arg-type]
        written = stream.written()  # type: ignore[attr-defined]
        assert written.count("?") == drawn(page, 80).count("?")


def test_columns_are_named_once_above_all_groups(catalogue: Catalogue) -> None:
    shown = drawn(job_list_page(list_jobs(catalogue), Wording("fr")), 100)
    assert shown.count("Métier ") == 1
    assert [shown.count(name) for name in ("Mise en scène", "Montage\n")] == [1, 1]


def test_narrow_screens_lose_columns_and_never_the_name(catalogue: Catalogue, today: str) -> None:
    page = school_list_page(list_schools(catalogue, SchoolFilters(), today), Wording("fr"))
    assert "Formations retenues" in drawn(page, 140).splitlines()[2]
    assert "laissées de côté" not in drawn(page, 140)
    head, *_, said = drawn(page, 60).partition("laissées de côté")
    assert "Formations retenues" not in head
    assert "Formations retenues" in said
    assert "Lycée des Goélands" in drawn(page, 20)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_range_of_fees_stays_on_one_line(catalogue: Catalogue, today: str, width: int) -> None:
    asked = SchoolFilters(kinds=("private",), awards=("visa",))
    shown = drawn(school_list_page(list_schools(catalogue, asked, today), Wording("fr")), width)
    assert "Par an" not in shown.splitlines()[2] or "7\u202f900–8\u202f500\u00a0€" in shown


def test_two_runs_give_the_same_bytes(catalogue: Catalogue, today: str) -> None:
    first, second = ([drawn(p, 80) for p in pages(catalogue, today, Wording("fr"))] for _ in "ab")
    assert first == second


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
@pytest.mark.parametrize("columns", [40, 132])
def test_a_dumb_terminal_is_as_wide_as_it_says(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("COLUMNS", raising=False)
    with os.fdopen(slave, "w", encoding="utf-8") as stream:
        assert terminal(stream, color=None).width == columns
    os.close(master)


def test_what_was_said_ahead_is_repeated_by_the_pager_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from avcareers.present.page import Span
    from avcareers.render import pager
    from avcareers.render.terminal import page_through

    read: list[str] = []
    monkeypatch.setattr(pager, "show", lambda text, *_: bool(read.append(text)) or True)
    ahead = [(Span("Compris : avcareers schools"),)]
    for count, paged in ((5, False), (30, True)):
        stream = io.StringIO()
        console = terminal(stream, color=False, width=80)
        console.height = 24
        lines = [(Span(f"ligne {number}"),) for number in range(count)]
        page_through(lines, [], console, ("", ""), ahead)
        assert "Compris" not in stream.getvalue()
        assert bool(read) is paged
    assert read[0].startswith("Compris : avcareers schools\nligne 0\n")
