"""Where answers are written: pipes, full disks, closed streams, terminals of another age."""

import sys
from pathlib import Path

import pytest

from ..runner import Run
from .conftest import answer_to

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks a POSIX shell")

ANSWERS = [
    ("--version",), ("--help",), ("jobs", "--help"), (), ("jobs", "-o", "table"), ("sources",),
    ("schools", "-o", "json"), ("jobs", "-o", "csv"), ("stages", "-o", "md"),
    ("job", "show", "monteur", "--sheet"), ("job", "show", "monteur", "--sheet", "--html"),
]  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device stands for a full disk")
@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_a_full_disk_is_said_and_told_by_the_status(ask: Run, arguments: tuple[str, ...]) -> None:
    done = ask(*arguments, shell='"$@" > /dev/full', AVCAREERS_LANG="en")
    assert done.status == 3
    assert "avcareers: the answer could not be written: no space left on the disk." in done.err
    assert "Traceback" not in done.err
    assert "Exception" not in done.err


@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_a_closed_output_is_said_and_told_by_the_status(
    ask: Run, arguments: tuple[str, ...]
) -> None:
    done = ask(*arguments, shell='"$@" >&-')
    assert done.status == 3
    assert "la sortie est fermée" in done.err
    assert "Traceback" not in done.err
    assert "Exception" not in done.err


@pytest.mark.parametrize(("arguments", "status"), [
    (("jobs",), 0), (("job", "show", "zzz"), 1), (("jobs", "--zzz"), 2),
    (("jobs", "--data", "nowhere"), 3),
])  # fmt: skip
@pytest.mark.parametrize("closing", ["2>&-", "2>/dev/full", "<&- 2>&-"])
def test_messages_that_nobody_can_read_change_neither_answer_nor_status(
    ask: Run, arguments: tuple[str, ...], status: int, closing: str
) -> None:
    if closing == "2>/dev/full" and not Path("/dev/full").exists():
        closing = "2>/dev/null"
    done = ask(*arguments, shell=f'"$@" {closing}')
    assert done.status == status
    assert done.out == answer_to(*arguments)


def test_everything_closed_still_leaves_a_status(ask: Run) -> None:
    assert ask("jobs", shell='"$@" <&- >&- 2>&-').status == 3
    assert ask("job", "show", "zzz", shell='"$@" <&- >&- 2>&-').status == 1


@pytest.mark.parametrize("arguments", [("sources", "-o", "json"), ("schools", "-o", "table")])
@pytest.mark.parametrize("merged", ["", "2>&1"])
def test_a_reader_that_leaves_hears_no_complaint(
    ask: Run, arguments: tuple[str, ...], merged: str
) -> None:
    # The reader is gone before anything is written.
    done = ask(*arguments, shell=f'{{ "$@" {merged}; echo $? >&3; }} 3>&2 | true')
    assert done.err.strip() == "0"


@pytest.mark.parametrize("arguments", [
    ("jobs", "-o", "table"), ("schools", "-o", "md"), ("job", "show", "scripte", "-o", "json"),
    ("job", "show", "zzz"), ("stages", "--help"), ("job", "show", "monteur", "--sheet"),
], ids=" ".join)  # fmt: skip
def test_an_encoding_of_another_age_gets_letters_it_knows(
    ask: Run, arguments: tuple[str, ...]
) -> None:
    new = ask(*arguments, PYTHONIOENCODING="utf-8")
    for encoding in ("ascii", "cp1252", "cp850"):
        old = ask(*arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert old.status == new.status
        for text, whole in ((old.out, new.out), (old.err, new.err)):
            assert text.count("?") == whole.count("?")
            assert "\\u" not in text
            assert len(text.splitlines()) == len(whole.splitlines())


@pytest.mark.parametrize("environment", [
    {"TERM": "dumb"}, {"TERM": None}, {"LANG": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "xx_YY"},
    {"LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
], ids=str)  # fmt: skip
def test_a_terminal_that_says_little_of_itself_is_answered_in_plain_text(
    ask: Run, environment: dict[str, str | None]
) -> None:
    done = ask("jobs", "-o", "table", **environment)
    assert (done.status, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert "Sc" in done.out


ON_A_TERMINAL = """
import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn([sys.executable, "-m", "avcareers", "jobs"])))
"""


def test_a_dumb_terminal_gets_no_colour(ask: Run) -> None:
    coloured, dumb = (ask(code=ON_A_TERMINAL, TERM=term) for term in ("xterm", "dumb"))
    assert (coloured.status, dumb.status) == (0, 0)
    assert "\x1b[" in coloured.out
    assert "\x1b[" not in dumb.out
    assert "Scripte" in dumb.out
