"""What a shell is told that asks what may come next, and what is loaded to tell it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from avcareers.cli.commands import COMMANDS
from avcareers.cli.completion import answer_shell
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters

from ..own_data import FOLDER
from ..runner import Run
from .test_commands import declared

pytestmark = pytest.mark.usefixtures("compiled")

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
    ("plan", "chef-monteur", "--from", "ba"),
    ("schools", "--kind", "pu"),
    ("--lang", "fr", "job", "show", "mo"),
    ("job", "-o", "json", "show", "--no-color", "mo"),
]
"""Questions about a name."""
OTHERS = [
    ("sch",), ("job", ""), ("job", "show", "--se"), ("jobs", "--sort", "na"),
]  # fmt: skip
"""Questions that Typer answers, about a command, an option or a value."""


def asked(shell: str, words: tuple[str, ...]) -> dict[str, str]:
    line = ("\n" if shell == "bash" else " ").join(("avcareers", *words))
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


ODD = [
    {"COMP_CWORD": ""}, {"COMP_CWORD": "x"}, {"COMP_CWORD": "-1"}, {"COMP_CWORD": "1e9"},
    {"COMP_CWORD": None}, {"COMP_WORDS": None}, {"COMP_CWORD": "99"}, {"COMP_WORDS": ""},
]  # fmt: skip
"""What no shell asks."""


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_a_question_no_shell_asks_is_met_with_silence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], odd: dict[str, str | None]
) -> None:
    with monkeypatch.context() as patch:
        for name in ("COMP_WORDS", "COMP_CWORD"):
            if odd.get(name, "") is None:
                patch.delenv(name, raising=False)
        given = {**asked("bash", ("job", "show", "zz")), **odd}
        question = {name: value for name, value in given.items() if value is not None}
        told_at_once(patch, capsys, question)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("asked_for", ["complete", "complete_tcsh", "bash_source", "1"])
def test_what_no_shell_is_called_is_met_with_silence_and_a_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked_for: str
) -> None:
    monkeypatch.setenv("_AVCAREERS_COMPLETE", asked_for)
    with pytest.raises(SystemExit) as left:
        answer_shell()
    assert (left.value.code, *capsys.readouterr()) == (2, "", "")


def test_an_empty_question_is_none(run: Run) -> None:
    # PowerShell leaves the variable behind, empty.
    assert run("stages", _AVCAREERS_COMPLETE="") == run("stages")


def test_nobody_waits_for_a_catalogue(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, run: Run
) -> None:
    data = tmp_path / "data"
    copytree(FOLDER, data)
    question = asked("bash", ("--data", str(data), "job", "show", "monteu"))
    monkeypatch.setattr("avcareers.store.opening._compile", None)
    assert (told_at_once(monkeypatch, capsys, question) or "").strip() == ""
    monkeypatch.undo()
    monkeypatch.setattr("avcareers.store.opening.SETTLED_NS", 0)
    assert run("--data", str(data), "jobs").status == 0
    (data / "professions.yaml").write_text("[", encoding="utf-8")
    assert told_at_once(monkeypatch, capsys, question) == "monteur\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("job", "show", "Réal"), ["realisateur"]),
        (("job", "show", "MONT"), ["monteur"]),
        (("job", "show", "Script sup"), []),
        (("job", "show", "Scripte"), ["scripte"]),
        (("job", "show", "Colour"), ["etalonneur"]),
        (("stage", "show", "Tourn"), ["tournage"]),
        (("jobs", "--department", "Mont"), ["montage"]),
        (("schools", "--region", "Bre"), ["bretagne"]),
        (("schools", "--near", "Bre"), ["brest"]),
        (("pay", "monteur", "--agreement", "3"), ["3097"]),
        (("explain", "Contrat"), ["contrat-court"]),
        (("Réal",), ["realisateur"]),
        (("--lang", "en", "job", "show", "Mont"), ["monteur"]),
        (("--data", str(FOLDER), "metier", "show", "Mont"), ["monteur"]),
        (("job", "show", '"Script'), ["scripte"]),
        (("job", "show", "'mon"), ["monteur"]),
        (("job", "show", '"Chef mon'), ["chef-monteur"]),
        (("plan", "monteur", "--from", "lic"), ["bac+3"]),
        (("plan", "monteur", "--from", "chef-"), ["chef-monteur"]),
        (("schools", "--level", "lic"), ["6"]),
        (("jobs", "--level", "Dé"), ["entry"]),
        (("schools", "--region", "=", "bre"), ["bretagne"]),
        (("schools", "--region", "="), ["auvergne-rhone-alpes"]),
        (("--lang", ""), ["fr", "en"]),
        (("jobs", "-o", "js"), ["json", "jsonl"]),
        (("hel",), ["help"]),
        (("help", "job", "show", "mont"), ["monteur"]),
    ],
    ids=str,
)
def test_a_name_is_told_whatever_its_accents_and_capitals(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    told: list[str],
) -> None:
    found = told_at_once(monkeypatch, capsys, asked("bash", words))
    assert found is not None
    assert found.split()[: len(told)] == told


def test_zsh_is_made_to_take_what_does_not_begin_as_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    question = asked("zsh", ("job", "show", "Réal"))
    assert told_at_once(monkeypatch, capsys, question) == (
        "local -a told; told=('realisateur  -- Réalisateur / Réalisatrice');"
        " compadd -U -l -d told -- realisateur\n"
    )


@pytest.mark.parametrize(
    ("words", "value", "fr", "en"),
    [
        (("job", "show", "mont"), "monteur", "Monteur / Monteuse", "Editor"),
        (("schools", "--region", "br"), "bretagne", "Bretagne", "Bretagne"),
        (("jobs", "--level", "e"), "entry", "débutant", ""),
        (
            ("pay", "monteur", "--agreement", "3"),
            "3097",
            "Production imaginaire de films",
            "Imaginary film production",
        ),
        (
            ("match", "--like", "dra"),
            "draw",
            "dessiner, imaginer des formes",
            "draw, imagine shapes",
        ),
    ],
    ids=str,
)
def test_what_a_word_is_stands_beside_it_in_the_language_of_the_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    value: str,
    fr: str,
    en: str,
) -> None:
    for language, said in (("fr", fr), ("en", en)):
        question = asked("fish", ("--lang", language, *words))
        told = told_at_once(monkeypatch, capsys, question)
        assert f"{value}\t{said}".strip() in (told or "").splitlines()
        question = asked("zsh", ("--lang", language, *words))
        told = told_at_once(monkeypatch, capsys, question)
        assert (f'"{value}":"{said}"' if said else f'"{value}"') in (told or "")


def test_bash_shows_what_words_are_only_where_it_lists_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    question = {**asked("bash", ("schools", "--kind", "p")), "COLUMNS": "40"}
    bare = "public\nprivate\n"
    assert told_at_once(monkeypatch, capsys, {**question, "COMP_TYPE": "9"}) == bare
    listed = told_at_once(monkeypatch, capsys, {**question, "COMP_TYPE": "63"})
    assert listed == "public\nprivate  privé\n"
    # One word is put on the line, whatever bash says.
    alone = {**asked("bash", ("job", "show", "mont")), "COMP_TYPE": "63"}
    assert told_at_once(monkeypatch, capsys, alone) == "monteur\n"


def test_zsh_and_fish_are_told_the_whole_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    question = asked("fish", ("schools", "--region=bre"))
    assert told_at_once(monkeypatch, capsys, question) == "--region=bretagne\tBretagne\n"
    question = asked("zsh", ("schools", "--region=Bre"))
    assert told_at_once(monkeypatch, capsys, question) == (
        "local -a told; told=('--region=bretagne  -- Bretagne');"
        " compadd -U -l -d told -- --region=bretagne\n"
    )


def test_zsh_is_told_descriptions_whole(spawn: Run) -> None:
    status, out, _ = spawn(**asked("zsh", ("job", "show", "--n")), AVCAREERS_LANG="fr")
    assert status == 0
    assert "'" not in out.removeprefix("_arguments '*").strip().removesuffix("'")


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_completion_is_of_the_shell_that_is_named(
    run: Run, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for line in ((option, "zsh"), (f"{option}=zsh",), ("--lang", "fr", option, "ZSH")):
        status, out, err = run(*line)
        assert status == 0
        assert ("compdef" in out) is (option == "--show-completion")
    assert option != "--show-completion" or "COMP_TYPE=" in run(option, "bash").out
    installed = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    expected = [".zshrc", "_avcareers"] if option == "--install-completion" else []
    assert sorted(installed) == expected
    if installed:
        # The first Tab, which loads it, is answered too.
        assert "loadautofunc" in (tmp_path / ".zfunc" / "_avcareers").read_text()
    status, out, err = run(option, "tcsh")
    assert (status, out) == (2, "")
    assert f"{option} ne connaît pas « tcsh ». Shells connus : bash, zsh, fish" in err
