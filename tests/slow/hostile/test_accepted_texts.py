"""Texts that are allowed, since they are text, and do nothing in any format they are written in."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from typing import Any

import pytest
import yaml

from avcareers.render.formats import OUTPUTS

from .command_line import SMALL, run, small_files, write_files
from .safe import assert_quiet, assert_safe, blocks_of

TEXTS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</section></main><iframe>",
    "<!-- comment", "&lt;b&gt;", "&#60;script&#62;", '" onload="alert(1)', "' autofocus='",
    "[red]rouge[/]", "[bold]gras[/bold]", "[/]", "[link=https://evil.example]x[/link]", ":skull:",
    "[clic](javascript:alert(1))", "![image](https://evil.example/x.png)", "<javascript:alert(1)>",
    "<https://evil.example>", "# titre", "## titre ##", "- puce", "+ puce", "* puce", "1. un",
    "1) un", "> citation", "===", "---", "***", "```", "~~~", "~~barré~~", "a | b", "| a |",
    "`code`", "**gras**", "_gras_", "a\\", "[x]: https://evil.example", "$x$", "| --- |",
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠a", "'=1+1", "'", "''@a",
    '=HYPERLINK("https://evil.example";"clic")', "=cmd|' /C calc'!A0", "a;=1+1;b", "a; @b",
    'a","=1+1', "a,=1+1", '"', '""', "%0A", "%s%n", "{0}", "{jeton}", "${HOME}", "$(id)", "`id`",
    "; DROP TABLE record; --", "' OR 1=1 --", "NEAR(a b)", "a* OR b", "null", "None", "NaN",
    "../../etc/passwd", "/etc/passwd", "C:\\con", "con", "日本語", "العربية", "🎬 film", "Z" * 2_000,
    "x" + "\u0336" * 200, "ﷺ", "ﬀ", "İi", "ß", "１２",
)  # fmt: skip
"""Among them what HTML, rich, Markdown, a spreadsheet, a shell, SQL or a format reads as its own."""

FREE = frozenset(
    ["fr", "en", "fr_m", "fr_f", "name", "publisher", "text", "address", "title",
     "course_name", "legal_name", "note", "other_names", "listed_as", "certifiers", "words", "means",
     "networks", "licence"]
)  # fmt: skip
"""Fields that hold any line of text."""

COMMANDS: tuple[tuple[str, ...], ...] = (
    (), ("jobs",), ("job", "show", "monteur", "--full"), ("job", "show", "cadreur"), ("stages",),
    ("stage", "show", "tournage"), ("departments",), ("schools",), ("schools", "--programmes"),
    ("schools", "--near", "brest"), ("school", "show", "ecole-du-port"),
    ("school", "check", "ecole-du-port"), ("search", "montage"), ("compare", "monteur", "cadreur"),
    ("path", "cadreur", "monteur"), ("plan", "monteur", "--from", "bac"),
    ("plan", "ecole-du-port", "--from", "bac"), ("pay", "monteur"), ("pay", "monteur", "--hours", "50"),
    ("pay", "monteur", "--history"), ("explain",), ("explain", "507h"), ("sources",),
    ("sources", "monteur"), ("data", "stats"), ("data", "stale"),
)  # fmt: skip
TODAY = ("--today", "2026-11-23")


def said_anew(value: Any, texts: Iterator[str], *, free: bool = False) -> Any:
    """Return a value with the next of some texts in each place that holds any text."""
    if isinstance(value, dict):
        return {key: said_anew(item, texts, free=key in FREE) for key, item in value.items()}
    if isinstance(value, list):
        return [said_anew(item, texts, free=free) for item in value]
    return next(texts) if free and isinstance(value, str) else value


@cache
def sayings(start: int) -> dict[str, bytes]:
    """Return the files of the small catalogue, whose texts are those of the list from one on."""
    texts = cycle(TEXTS[start:] + TEXTS[:start])
    return {
        name: yaml.safe_dump(
            said_anew(yaml.safe_load(raw), texts), allow_unicode=True, sort_keys=False
        ).encode()
        for name, raw in small_files().items()
        if name.endswith(".yaml")
    }


@pytest.fixture(scope="module", params=range(0, len(TEXTS), 18))
def sayer(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Any]:
    """Return a function that runs a command on a catalogue that says such things everywhere."""
    folder = write_files(tmp_path_factory.mktemp("data"), sayings(request.param))
    return lambda *words: run(*words, *TODAY, "--data", str(folder), COLUMNS="200")


@pytest.mark.parametrize("output", OUTPUTS)
def test_an_answer_is_safe_whatever_the_data_say(sayer: Callable[..., Any], output: str) -> None:
    for command in COMMANDS:
        status, out, err = sayer(*command, "-o", output)
        assert status == 0, err
        assert_safe(output, out)
        assert_quiet(err)


def test_no_text_changes_the_structure_of_a_document(sayer: Callable[..., Any]) -> None:
    for command in COMMANDS:
        if "search" in command:
            # What is found depends on what is said.
            continue
        plain = run(*command, "-o", "md", *TODAY, "--data", str(SMALL)).out
        assert blocks_of(sayer(*command, "-o", "md").out) == blocks_of(plain), command


def test_a_handout_is_safe_whatever_the_data_say(sayer: Callable[..., Any]) -> None:
    sheet = ("job", "show", "monteur", "--sheet")
    assert_safe("md", sayer(*sheet, "-o", "md").out)
    assert_safe("html", sayer(*sheet, "--html").out)


def test_programs_are_given_the_very_texts(sayer: Callable[..., Any]) -> None:
    listed = json.loads(sayer("sources", "-o", "json").out)
    told = [text for row in listed for text in (row["title"], row["publisher"])]
    assert len(told) == 4
    assert set(told) <= set(TEXTS)
    # A spreadsheet is given an apostrophe more, which anyone can take away.
    rows = list(csv.DictReader(io.StringIO(sayer("sources", "-o", "csv").out, newline="")))
    for row, record in zip(rows, listed, strict=True):
        cell, title = row["title"], record["title"]
        assert cell in {title, f"'{title}", title.replace(";", ";'"), title.replace("; ", "; '")}


def test_markup_is_shown_as_text(sayer: Callable[..., Any]) -> None:
    for row in json.loads(sayer("sources", "-o", "json").out):
        for output in ("plain", "table"):
            if len(row["title"]) < 40:
                assert row["title"] in sayer("sources", "-o", output).out
