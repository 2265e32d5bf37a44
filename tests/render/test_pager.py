"""What is longer than the screen is read a screen at a time, by people only."""

import os
import re
import shlex
import sys
from functools import cache
from pathlib import Path

import pytest

from avcareers.render.pager import DEFAULT, less_prompt, pager_command

from ..runner import run, spawn, spawn_on_terminal

on_terminals = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
LONG = ("jobs", "--today", "2026-11-23")
"""A list longer than eight lines."""
STYLE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def pager(tmp_path: Path) -> "Pager":
    return Pager(tmp_path / "read")


class Pager:
    """A pager that keeps what it is given, and leaves."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def command(self, before: str = "") -> str:
        return f"sh -c {shlex.quote(f'{before} cat > {shlex.quote(str(self.path))}')}"

    @property
    def read(self) -> str | None:
        return self.path.read_text("utf-8") if self.path.exists() else None


@cache
def shown_straight(*arguments: str) -> str:
    # The first question compiles the catalogue, and says so.
    run(*arguments)
    return spawn_on_terminal(*arguments, lines=8, AVCAREERS_PAGER="").out


@on_terminals
def test_what_is_longer_than_the_screen_goes_to_the_pager_with_its_colours(pager: Pager) -> None:
    whole = shown_straight(*LONG)
    done = spawn_on_terminal(*LONG, lines=8, AVCAREERS_PAGER=None, PAGER=pager.command())
    assert done.status == 0
    assert pager.read is not None
    assert STYLE.search(pager.read)
    assert pager.read.count("\n") >= 8
    # On the screen, only what to try next, which comes after.
    assert all("→" in line for line in done.out.splitlines())
    assert "avcareers job show" in done.out
    assert pager.read + done.out == whole


@on_terminals
def test_what_fits_the_screen_loads_no_pager(pager: Pager) -> None:
    lines = len(shown_straight(*LONG).splitlines()) + 1
    code = (
        "import sys\nfrom avcareers.cli.app import main\ntry:\n    main()\n"
        "except SystemExit:\n    print('loaded' * ('avcareers.render.pager' in sys.modules))"
    )
    done = spawn_on_terminal(*LONG, lines=lines, code=code, AVCAREERS_PAGER=pager.command())
    assert pager.read is None
    assert "loaded" not in done.out
    assert (
        "loaded"
        in spawn_on_terminal(*LONG, lines=8, code=code, AVCAREERS_PAGER=pager.command()).out
    )


@on_terminals
@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--no-pager",), {}),
        ((), {"TERM": "dumb"}),
        ((), {"AVCAREERS_PAGER": ""}),
        ((), {"AVCAREERS_PAGER": None, "PAGER": ""}),
        ((), {"AVCAREERS_PAGER": None, "PAGER": "/bin/cat"}),
        ((), {"AVCAREERS_PAGER": "no-such-pager -x"}),
        ((), {"AVCAREERS_PAGER": "'open"}),
        ((), {"AVCAREERS_PAGER": "sh -c 'exit 3'"}),
        ((), {"AVCAREERS_PAGER": "exit 3 | exit 4"}),
        (("-o", "plain"), {}),
        (("-o", "json"), {}),
    ],
    ids=str,
)
def test_without_a_pager_the_answer_is_whole_on_the_screen(
    pager: Pager, arguments: tuple[str, ...], environment: dict[str, str | None]
) -> None:
    asked = {"AVCAREERS_PAGER": pager.command(), "TERM": "xterm", **environment}
    whole = shown_straight(*LONG, *arguments)
    done = spawn_on_terminal(*LONG, *arguments, lines=8, **asked)
    assert pager.read is None
    assert done.status == 0
    assert STYLE.sub("", done.out) == STYLE.sub("", whole)
    assert whole.count("\n") >= 8


@pytest.mark.skipif(sys.platform == "win32", reason="asks a POSIX shell")
def test_a_pipe_is_given_no_pager(pager: Pager) -> None:
    asked = {"AVCAREERS_PAGER": pager.command(), "LINES": "8", "TERM": "xterm"}
    done = spawn(*LONG, "-o", "table", **asked)
    assert pager.read is None
    assert done.out.count("\n") >= 8


@on_terminals
@pytest.mark.parametrize("place", ["before", "after"])
def test_no_pager_stands_anywhere_on_the_line(pager: Pager, place: str) -> None:
    asked = ("--no-pager", *LONG) if place == "before" else (*LONG, "--no-pager")
    assert spawn_on_terminal(*asked, lines=8, AVCAREERS_PAGER=pager.command()).status == 0
    assert pager.read is None


@on_terminals
def test_who_leaves_early_hears_no_complaint() -> None:
    # More than a pipe holds: what is left is not read by anybody.
    whole = spawn("sources", "-o", "table", real=True).out
    assert len(whole.encode()) > 2**16
    done = spawn_on_terminal("sources", real=True, lines=8, AVCAREERS_PAGER="true")
    assert done.status == 0
    assert all("→" in line for line in done.out.splitlines())


@on_terminals
def test_an_interruption_is_for_the_pager(pager: Pager) -> None:
    whole = shown_straight(*LONG)
    done = spawn_on_terminal(*LONG, lines=8, AVCAREERS_PAGER=pager.command("kill -INT $PPID;"))
    assert done.status == 0
    assert pager.read is not None
    assert pager.read + done.out == whole


@on_terminals
@pytest.mark.parametrize(("given", "told"), [(None, "FRX"), ("-i", "-i")])
def test_less_is_told_to_keep_colours_unless_it_was_told_something(
    tmp_path: Path, given: str | None, told: str
) -> None:
    kept = tmp_path / "told"
    pager = f"sh -c {shlex.quote(f'echo $LESS $LESSCHARSET > {kept}')}"
    spawn_on_terminal(*LONG, lines=8, AVCAREERS_PAGER=pager, LESS=given, LESSCHARSET=None)
    assert kept.read_text() == f"{told} utf-8\n"


@pytest.mark.skipif(os.name == "nt", reason="quotes and terminals are others there")
@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"TERM": "xterm"}, DEFAULT.split()),
        ({"TERM": "xterm", "PAGER": "more -d"}, ["more", "-d"]),
        ({"TERM": "xterm", "PAGER": "more", "AVCAREERS_PAGER": "most"}, ["most"]),
        ({"TERM": "xterm", "PAGER": "more", "AVCAREERS_PAGER": ""}, []),
        ({"TERM": "xterm", "PAGER": "sed 's/a/b/' | less"}, ["sh", "-c", "sed 's/a/b/' | less"]),
        ({"TERM": "xterm", "PAGER": "cat | less"}, ["sh", "-c", "cat | less"]),
        ({"TERM": ""}, []),
        ({}, []),
    ],
)
def test_the_pager_is_the_one_asked_for(environment: dict[str, str], command: list[str]) -> None:
    assert pager_command(environment) == command


@on_terminals
def test_what_only_its_next_steps_make_too_long_is_read_whole_in_the_pager(pager: Pager) -> None:
    whole = shown_straight(*LONG)
    lines = len(whole.splitlines())
    done = spawn_on_terminal(*LONG, lines=lines, AVCAREERS_PAGER=pager.command())
    assert pager.read == whole
    assert done.out == ""


@on_terminals
def test_a_help_longer_than_the_screen_is_paged(pager: Pager) -> None:
    done = spawn_on_terminal("schools", "--help", lines=8, AVCAREERS_PAGER=pager.command())
    assert pager.read is not None
    assert "--near" in pager.read
    assert done.out == ""
    (pager.path).unlink()
    spawn_on_terminal("schools", "--help", "--no-pager", lines=8, AVCAREERS_PAGER=pager.command())
    assert pager.read is None


@on_terminals
@pytest.mark.parametrize(("lang", "said"), [("fr", "Espace : suite, q : quitter"),
                                            ("en", "Space: more, q: quit")])  # fmt: skip
def test_less_says_what_to_type_unless_the_reader_chose_a_pager(
    tmp_path: Path, lang: str, said: str
) -> None:
    kept, less = tmp_path / "told", tmp_path / "less"
    less.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {shlex.quote(str(kept))}\ncat > /dev/null\n')
    less.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    asked = {"PATH": path, "AVCAREERS_PAGER": None}
    spawn_on_terminal(*LONG, "--lang", lang, lines=8, PAGER=None, **asked)
    assert said in kept.read_text("utf-8").replace("\\", "")
    spawn_on_terminal(*LONG, "--lang", lang, lines=8, PAGER="less -R", **asked)
    assert kept.read_text("utf-8") == "-R\n"


def test_signs_of_a_prompt_are_words_to_less() -> None:
    assert less_prompt((r"a: b? 5%", "c."), "utf-8") == r"s?ec\.:a\: b\? 5\%."


def test_a_pager_may_be_a_pipe_as_git_allows(pager: Pager) -> None:
    whole = shown_straight(*LONG)
    asked = f"cat | {pager.command()}"
    done = spawn_on_terminal(*LONG, lines=8, AVCAREERS_PAGER=asked)
    assert pager.read is not None
    assert pager.read + done.out == whole


@on_terminals
def test_what_a_pager_has_read_is_not_written_again_when_it_fails(pager: Pager) -> None:
    asked = f"{pager.command()}; exit 3"
    done = spawn_on_terminal(*LONG, lines=8, AVCAREERS_PAGER=asked)
    assert pager.read is not None
    assert all("→" in line for line in done.out.splitlines())
