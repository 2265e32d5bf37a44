"""Whatever is typed, pointed at or set around it, a command answers or says what is wrong."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from avcareers.render.formats import OUTPUTS

from ...sampling import few_of
from .command_line import SMALL, run, small_files, write_files
from .safe import assert_quiet, assert_safe

DATA = str(SMALL)
TYPED = (
    "", " ", "-", "--", "---", "a", "x" * 100_000, "é" * 3_000, "\x1b[2J", "\x9b2J", "\u202e", "\n", "\t",
    "\udcff", "\udc80é", "\ue000", "\u0301", "[red]", "%s", "{0}", "'", '"', "' OR 1=1 --", '"*" NEAR',
    "a AND", "NOT", "*", "-1", "0", "1", "9" * 30, "-" + "9" * 30, "1e400", "nan", "inf", "-inf", "1e308",
    "0x1F", "１２", "1_000", "2026-11-23", "20261123", "2026-W47-1", "2026-02-30", "0001-01-01",
    "9999-12-31", "0000-00-00", "/dev/null", "/dev/zero", "..", "~", "日本", "🎬", "=1+1", "--help", "-o",
    "fr", "json", "table", "brest", "BREST", "monteur", "mont", "İ", "ß", "ﬀ",
)  # fmt: skip
ASKED: tuple[tuple[str, ...], ...] = (
    *(("jobs", option) for option in ("--stage", "--department", "--level", "--status", "--rome",
                                      "--limit", "--sort")),
    *(("schools", option) for option in (
        "--recognised-by", "--job", "--department", "--award", "--level", "--entry", "--open-to",
        "--max-fees", "--region", "--near", "--kind", "--sort", "--limit")),
    ("schools", "--near", "brest", "--within"),
    *(("plan", "monteur", option) for option in ("--from", "--near", "--max-fees", "--max-total",
                                                 "--max-years")),
    *(("pay", "monteur", option) for option in ("--agreement", "--as-of", "--weeks", "--days",
                                                "--hours")),
    ("search",), ("search", "image", "--kind"), ("search", "image", "--limit"), ("job", "show"),
    ("job", "show", "monteur", "--section"), ("school", "show"), ("school", "check"),
    ("stage", "show"), ("compare", "monteur"), ("path", "monteur"), ("explain",), ("sources",),
    ("data", "stale", "--older-than"), ("data", "audit", "--rncp"), ("data", "audit", "--parcoursup"),
    ("data", "audit", "--rncp", "/dev/null", "--read-on"), ("jobs", "--data"), ("jobs", "--lang"),
    ("plan", "monteur", "--today"), ("data", "stale", "--today"), ("pay", "monteur", "--today"),
    ("schools", "--recognised", "--today"), ("export", "/dev/null/x", "--format"), (),
)  # fmt: skip
"""Beginnings of command lines, each waiting for one more word."""

# What a system can give: any byte but zero, those that are no text as halves of characters.
typed_words = st.sampled_from(TYPED) | st.text(
    st.characters(exclude_characters="\0"), max_size=40
).map(lambda text: os.fsencode(text.encode("utf-8", "ignore")).decode("utf-8", "surrogateescape"))


@settings(
    max_examples=few_of(800),
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.sampled_from(ASKED), typed_words, st.sampled_from(OUTPUTS))
@example((), "\u202e", "table")
@example(("jobs", "--limit"), "9" * 30, "table")
@example(("jobs", "--rome"), "\udcff", "table")
@example(("data", "stale", "--older-than"), "9" * 30, "json")
@example(("data", "stale", "--today"), "0001-01-01", "json")
@example(("data", "audit", "--rncp"), "/dev/zero", "json")
@example(("search",), "x" * 100_000, "table")
@example(("job", "show"), "x" * 100_000, "table")
def test_whatever_is_typed_is_answered_or_refused(
    asked: tuple[str, ...], word: str, output: str
) -> None:
    status, out, err = run(*asked, word, "-o", output, AVCAREERS_DATA=DATA, COLUMNS="80")
    assert status in {0, 1, 2, 3}
    assert_quiet(err)
    if status == 0 and word not in {"--help", "-o"}:
        assert_safe(output, out)
    elif status:
        assert err or out


def _missing(_: Path) -> None:
    """Make nothing."""


FOLDERS: dict[str, Callable[[Path], object]] = {
    "missing": _missing,
    "a file": lambda path: path.write_text("- slug: a\n"),
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a pipe": os.mkfifo,
    "a link to itself": lambda path: path.symlink_to(path),
    "empty": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize("command", [("jobs",), ("data", "check"), ("data", "fmt", "--check")])
def test_a_data_folder_that_is_none_is_refused(
    kind: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    FOLDERS[kind](tmp_path / "data")
    status, out, err = run(*command, "--data", str(tmp_path / "data"))
    assert (status, out) == (3, "")
    assert "professions.yaml  must exist in" in err
    assert_quiet(err)


@pytest.mark.parametrize("name", ["sources.yaml", "pay/3097.csv"])
@pytest.mark.parametrize("kind", ["a device", "a pipe", "empty"])
def test_a_data_file_that_is_none_is_refused(name: str, kind: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path, {})
    (folder / name).unlink()
    FOLDERS[kind](folder / name)
    status, out, err = run("jobs", "--data", str(folder))
    assert (status, out) == (3, "")
    assert err.startswith(f"{name}  must be a file that can be read (not a regular file)")


@pytest.mark.parametrize("name", ["\x1b[31m.csv", "a\nb.csv", "\udcff.csv", "\u202e.csv"])
def test_a_table_may_have_any_name_and_shows_none_that_acts(name: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path, {})
    (folder / "pay" / name).write_text("wrong\n")
    status, _, err = run("jobs", "--data", str(folder))
    assert status == 3
    assert_quiet(err)
    assert len(err.splitlines()) == 2


VARIABLES = (
    "AVCAREERS_DATA", "AVCAREERS_LANG", "LANG", "LC_ALL", "LC_MESSAGES", "COLUMNS", "LINES", "TERM",
    "NO_COLOR", "FORCE_COLOR", "XDG_CACHE_HOME", "HOME", "TTY_COMPATIBLE", "COLORTERM",
)  # fmt: skip


@settings(
    max_examples=few_of(150),
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    st.dictionaries(st.sampled_from(VARIABLES), st.sampled_from(TYPED), min_size=1, max_size=3),
    st.sampled_from(OUTPUTS),
)
def test_whatever_is_set_around_it_a_command_answers_or_refuses(
    variables: dict[str, str], output: str
) -> None:
    with patch.dict(os.environ, {"AVCAREERS_DATA": DATA}):
        # A cache that is not where it was is not to be written into this very folder.
        safe = {
            k: v
            for k, v in variables.items()
            if k not in {"XDG_CACHE_HOME", "HOME"} or v[:1] in {"/", ""}
        }
        status, out, err = run("job", "show", "monteur", "-o", output, **safe)
    assert status in {0, 3}
    assert_quiet(err)
    if status == 0:
        # Colours may be forced upon a pipe: they are ours.
        assert_safe(output, re.sub(r"\x1b\[[0-9;]*m", "", out))


def test_a_ladder_that_turns_round_ends(tmp_path: Path) -> None:
    jobs = small_files()["professions.yaml"].decode()
    for slug, next_role in (("cadreur", "monteur"), ("monteur", "cadreur"), ("monteur", "monteur")):
        head, tail = jobs.split(f"- slug: {slug}\n", 1)
        turned = (
            head
            + f"- slug: {slug}\n"
            + tail.replace("\n  sources:\n", f"\n  next_roles:\n  - {next_role}\n  sources:\n", 1)
        )
        folder = write_files(tmp_path / next_role / slug, {"professions.yaml": turned.encode()})
        for command in (
            ("path", "cadreur", "monteur"), ("path", "monteur"), ("job", "show", "monteur", "--full"),
            ("plan", "monteur", "--from", "cadreur"), ("plan", "cadreur", "--no-school"),
        ):  # fmt: skip
            assert run(*command, "--data", str(folder)).status == 0
