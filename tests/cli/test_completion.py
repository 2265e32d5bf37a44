"""What a shell is told that asks what may come next, and what is loaded to tell it."""

import json
import os
import subprocess
import sys

import pytest

from avcareers.cli.commands import COMMANDS
from avcareers.cli.completion import answer_shell
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters

from ..own_data import FOLDER
from ..runner import Run
from .test_commands import declared

ARGUMENTS = {
    (name, sub) if sub else (name,) for name, command in COMMANDS.items() for sub in command.names
}
OPTIONS = [
    (command, entry.option)
    for command, filters in (("jobs", JobFilters), ("schools", SchoolFilters))
    for entry in entries(filters).values()
    if entry.names
]
NAMES = [
    *(
        (*command, beginning)
        for command in sorted(ARGUMENTS)
        for beginning in ("", "m", "ec", "zz")
    ),
    *((*option, beginning) for option in OPTIONS for beginning in ("m", "po")),
    ("plan", "chef-monteur", "--near", "br"),
    ("job", "show", "monteur", "--sheet", "--near", "ly"),
    ("compare", "chef-monteur", "mo"),
    ("path", "chef-monteur", "re"),
]
"""Questions about a name."""
OTHERS = [
    ("sch",), ("job", ""), ("jobs", "list", "-o", "js"), ("schools", "--kind", "pu"),
    ("job", "show", "--se"), ("job", "show", "'mon"), ("plan", "--from", "ba"),
]  # fmt: skip
"""Questions that Typer answers, about a command, an option or a value."""


def asked(shell: str, words: tuple[str, ...]) -> dict[str, str]:
    line = " ".join(("avcareers", *words))
    action = {"_TYPER_COMPLETE_FISH_ACTION": "get-args"} if shell == "fish" else {}
    return {
        "_AVCAREERS_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words)),
        "_TYPER_COMPLETE_ARGS": line,
        **action,
    }


def told_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], question: dict[str, str]
) -> str | None:
    """Return what is told without Typer; nothing when the question is left to it."""
    with monkeypatch.context() as patch:
        patch.setenv("AVCAREERS_DATA", str(FOLDER))
        for name, value in question.items():
            patch.setenv(name, value)
        return capsys.readouterr().out if answer_shell() else None


BY_TYPER = """
import json, os, sys
from avcareers.cli.app import app, main
sys.argv = ["avcareers"]
for question in json.load(sys.stdin):
    os.environ.update(question)
    app.registered_commands.clear()
    app.registered_groups.clear()
    try:
        main()
    except SystemExit:
        print("--", flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_names_are_told_at_once_as_typer_would_tell_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    questions = [asked(shell, words) for words in NAMES]
    done = subprocess.run(
        [sys.executable, "-c", BY_TYPER],
        env={**os.environ, **questions[0], "AVCAREERS_DATA": str(FOLDER)},
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    for words, question, by_typer in zip(NAMES, questions, done.stdout.split("--\n"), strict=False):
        told = told_at_once(monkeypatch, capsys, question)
        assert told is not None
        assert told.strip() == by_typer.strip(), words


@pytest.mark.parametrize("words", NAMES, ids=" ".join)
def test_fish_learns_first_whether_there_is_a_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    some = told_at_once(monkeypatch, capsys, asked("fish", words))
    question = {**asked("fish", words), "_TYPER_COMPLETE_FISH_ACTION": "is-args"}
    with pytest.raises(SystemExit) as left:
        told_at_once(monkeypatch, capsys, question)
    assert bool(left.value.code) is not bool(some and some.strip())


@pytest.mark.parametrize("words", OTHERS, ids=" ".join)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_everything_else_is_left_to_typer(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    shell: str,
) -> None:
    assert told_at_once(monkeypatch, capsys, asked(shell, words)) is None


def test_every_argument_that_completes_names_is_told_at_once() -> None:
    found = set()
    for path, command in declared():
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        found |= {path for p in arguments if p._custom_shell_complete is not None}
    assert found == ARGUMENTS


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("schools", "--diploma-level", ""), ["3", "4", "5", "6", "7", "8"]),
        (("schools", "--level", "5"), ["5"]),
        (("schools", "--max-fees", ""), []),
        (("schools", "--kind", "pu"), ["public"]),
    ],
    ids=str,
)
def test_the_values_of_a_filter_are_told_when_they_are_few(
    spawn: Run, words: tuple[str, ...], told: list[str]
) -> None:
    status, out, _ = spawn(**asked("bash", words))
    assert (status, out.split()) == (0, told)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_telling_a_name_loads_neither_typer_nor_rich(run: Run, spawn: Run, shell: str) -> None:
    run("jobs", "list")  # Compiles the catalogue, which may load what it likes.
    code = (
        "import sys\nfrom avcareers.cli.start import main\nmain()\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    status, out, err = spawn(code=code, **asked(shell, ("job", "show", "mont")))
    assert status == 0
    assert "monteur" in out
    assert not {"typer", "rich", "pydantic", "yaml"} & set(err.split())
