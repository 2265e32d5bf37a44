"""`avcareers job show JOB --sheet`."""

import re
import sys

import pytest

from ..runner import Run, spawn_on_terminal

TODAY = ("--today", "2026-11-23")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sheet_is_markdown(run: Run, language: str) -> None:
    asked = ("job", "show", "realisatrice", "--sheet", "--lang", language, *TODAY)
    status, out, err = run(*asked)
    assert (status, err) == (0, "")
    assert out.startswith("# ")
    assert "23 novembre 2026" in out or "23 November 2026" in out
    assert run(*asked, "-o", "md").out == out


def test_a_sheet_in_html_is_a_whole_page(run: Run) -> None:
    status, out, err = run(
        "job", "show", "realisateur", "--sheet", "--html", "--lang", "en", *TODAY
    )
    assert (status, err) == (0, "")
    assert out.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert out.endswith("</html>\n")


def test_a_sheet_in_html_holds_in_any_encoding(spawn: Run) -> None:
    asked = ("job", "show", "monteur", "--sheet", "--html", *TODAY)
    out = spawn(*asked, real=True, PYTHONIOENCODING="latin-1", PYTHONUTF8="0").out
    assert out.isascii()
    assert "&#233;" in out


def test_a_sheet_near_a_city_says_so(run: Run) -> None:
    status, out, _ = run("job", "show", "monteur", "--sheet", "--near", "Lyon", real=True)
    assert status == 0
    assert "Lyon" in out


@pytest.mark.parametrize(
    "options",
    [
        ("--sheet", "-o", "json"),
        ("--sheet", "-o", "table"),
        ("--sheet", "--html", "-o", "md"),
        ("--sheet", "--full"),
        ("--sheet", "--section", "pay"),
        ("--html", "--full"),
        ("--near", "Brest"),
        ("--sheet", "--near", "Nulle-Part"),
    ],
)
def test_options_that_do_not_go_together_are_refused(run: Run, options: tuple[str, ...]) -> None:
    status, out, err = run("job", "show", "realisateur", *options)
    assert (status, out) == (2, "")
    assert options[0] in err or options[-2] in err


def test_an_unknown_job_is_not_found(run: Run) -> None:
    assert run("job", "show", "zzzzqqq", "--sheet").status == 1


def test_html_alone_is_to_hand_over(run: Run) -> None:
    asked = ("job", "show", "realisateur", *TODAY)
    assert run(*asked, "--html").out == run(*asked, "--sheet", "--html").out


@pytest.mark.parametrize(
    "asked",
    [("school", "check", "eicar"), ("explain", "507h"), ("compare", "monteur", "etalonneur")],
)
def test_what_a_counsellor_hands_over_has_no_command(run: Run, asked: tuple[str, ...]) -> None:
    for language in ("fr", "en"):
        status, out, err = run(*asked, "--html", "--lang", language, *TODAY, real=True)
        assert (status, err) == (0, "")
        assert out.startswith("<!DOCTYPE html>")
        assert not re.search(r"avcareers [a-z]", out)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
def test_html_is_not_thrown_at_a_screen(run: Run) -> None:
    run("jobs")  # Compiles the catalogue, and says so.
    done = spawn_on_terminal("job", "show", "monteur", "--html", "--lang", "fr")
    assert done.status == 2
    assert "<html" not in done.out
    assert "avcareers job show monteur --html --lang fr > fiche.html" in " ".join(done.out.split())
