"""The command line as a whole: what it is asked, what it leaves, on every output."""

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from avcareers.cli import commands
from avcareers.render.formats import OUTPUTS
from avcareers.render.schemas import answer_types

from ..runner import ROOT, Run
from ..runner import spawn as spawn_apart

TODAY = ("--today", "2026-11-23")
SHAPES: dict[str, Any] = answer_types()
"""The type of what each published schema describes."""
del SHAPES["data-audit"]  # asked with an official export: see tests/registers
COMMANDS: dict[str, tuple[str, ...]] = {
    "jobs-list": ("jobs", "list"),
    "job-show": ("job", "show", "monteur"),
    "stages": ("stages",),
    "stage-show": ("stage", "show", "tournage"),
    "departments": ("departments",),
    "schools": ("schools", "--near", "Brest", "--within", "900"),
    "school-show": ("school", "show", "institut-cornouaille"),
    "sources": ("sources",),
    "school-check": ("school", "check", "institut-cornouaille"),
    "school-check-several": ("school", "check", "institut-cornouaille", "lycee-des-goelands"),
    "schools-programmes": ("schools", "--programmes"),
    "search": ("search", "montage"),
    "compare-jobs": ("compare", "monteur", "realisateur"),
    "compare-schools": ("compare", "institut-cornouaille", "lycee-des-goelands"),
    "path": ("path", "assistant-monteur", "chef-monteur"),
    "plan": ("plan", "monteur", "--from", "bac"),
    "path-tree": ("path", "chef-monteur"),
    "data-check": ("data", "check"),
    "pay": ("pay", "scripte"),
    "pay-hours": ("pay", "chef-monteur", "--hours", "50"),
    "match": ("match", "--like", "listen", "--not", "nights", "--from", "bac"),
    "hours": ("hours", str(ROOT / "tests" / "hours" / "contracts.csv")),
    "explain-list": ("explain",),
    "explain": ("explain", "contrat-court"),
    "explain-diploma": ("explain", "bts"),
    "home": (),
    "sources-of": ("sources", "realisateur"),
    "changes": ("changes",),
    "changes-coming": ("changes", "--coming"),
    "data-release": ("data", "release", "--dry-run"),
    "data-stats": ("data", "stats"),
    "data-stale": ("data", "stale"),
}
WITHOUT_SHAPE: dict[str, tuple[str, ...]] = {
    "full": ("job", "show", "realisateur", "--full"),
    "empty": ("jobs", "--rome", "L1509"),
    "filtered": ("schools", "--alternance", "--recognised"),
}


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("name", [*COMMANDS, *WITHOUT_SHAPE])
def test_every_command_answers_in_every_format(run: Run, name: str, output: str) -> None:
    arguments = (COMMANDS | WITHOUT_SHAPE)[name]
    status, out, err = run(*arguments, "-o", output, *TODAY)
    assert status == 0, err
    assert "\x1b" not in out + err
    assert "Traceback" not in err
    if output == "json":
        json.loads(out)
    elif output == "jsonl":
        assert all(isinstance(json.loads(text), dict) for text in out.splitlines())
    elif output == "csv":
        rows = list(csv.reader(io.StringIO(out)))
        assert len({len(row) for row in rows}) <= 1
        assert not any(cell.startswith(("[", "{")) for row in rows for cell in row)
    elif name not in {"data-check", "empty"}:
        assert out.strip()


@pytest.mark.parametrize("name", SHAPES)
def test_json_has_its_published_shape(run: Run, name: str) -> None:
    assert name in COMMANDS, "a published shape needs the command that gives it"
    status, out, err = run(*COMMANDS[name], "-o", "json", *TODAY)
    assert (status, err) == (0, "")
    assert TypeAdapter(SHAPES[name]).validate_json(out) or name == "data-check"


@pytest.mark.parametrize("name", SHAPES)
def test_jsonl_is_the_same_answer_one_record_a_line(run: Run, name: str) -> None:
    assert name in COMMANDS
    whole = json.loads(run(*COMMANDS[name], "-o", "json", *TODAY).out)
    lines = run(*COMMANDS[name], "-o", "jsonl", *TODAY).out.splitlines()
    assert [json.loads(text) for text in lines] == (whole if isinstance(whole, list) else [whole])


@pytest.mark.parametrize(
    "arguments",
    [
        ("jobs", "list"),
        ("job", "show", "showrunner"),
        ("schools", "--alternance", "--recognised"),
    ],
)
def test_the_three_commands_asked_for_work_as_written(spawn: Run, arguments: Any) -> None:
    status, out, err = spawn(*arguments, real=True)
    assert status == 0
    assert len(out.splitlines()) > 10
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("pay", "scripte"),
        ("explain",),
        ("stages",),
        ("departments",),
        ("sources", "showrunner"),
        ("school", "show", "la-femis"),
        ("stage", "show", "postproduction"),
        ("jobs", "--stage", "tournage", "--level", "entry"),
        ("schools", "--job", "monteur", "--near", "Lyon", "--within", "60"),
    ],
)
def test_what_users_are_told_to_ask_has_an_answer_in_the_real_data(
    run: Run, arguments: Any
) -> None:
    for output in ("table", "json"):
        status, out, _ = run(*arguments, "-o", output, real=True)
        assert status == 0
        assert len(out) > 100


def test_an_unknown_command_brings_near_ones(run: Run) -> None:
    status, out, err = run("shools")
    assert (status, out) == (2, "")
    assert "schools" in err
    assert "school" in err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_word_that_resembles_nothing_is_said_to_and_brings_the_help(
    run: Run, language: str
) -> None:
    status, out, err = run("zzzzzz", "--lang", language)
    assert (status, out) == (1, "")
    assert {"fr": "Rien ne répond à «\xa0zzzzzz\xa0»", "en": "Nothing answers “zzzzzz”"}[
        language
    ] in err
    assert "avcareers --help" in err.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [("jobs", "--levl", "entry"), ("schools", "--alternanse"), ("job", "show", "monteur", "--ful")],
)
def test_an_unknown_option_is_named_with_near_ones_and_the_help(run: Run, arguments: Any) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    unknown = next(word for word in arguments if word.startswith("--"))
    assert f"Option inconnue : {unknown}." in err
    assert {"--levl": "--level", "--alternanse": "--alternance", "--ful": "--full"}[unknown] in err
    assert re.search(r"\nAide : .*avcareers (jobs list|schools|job show) --help$", err.rstrip())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("job", "show"), "il manque le nom d’un métier."),
        (("school", "show"), "il manque le nom d’une école."),
        (("jobs", "--limit", "x"), "nombre entier"),
        (("jobs", "--limit", "0"), "nombre entier d’au moins 1"),
        (("pay", "monteur", "--days", "9999"), "de 1 à 3650"),
        (("data", "stats", "a", "b"), "Mot en trop : a b."),
        (("schools", "--max-fees", "cher"), "nombre"),
        (("jobs", "--stage"), "demande une valeur"),
    ],
)
def test_a_command_line_that_lacks_something_says_what_in_french(
    run: Run, arguments: Any, said: str
) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert not re.search(r"\bis not|\brequires\b|Missing|Usage:", err)


def test_the_version_is_told_and_that_of_the_data(run: Run, tmp_path: Path) -> None:
    from avcareers import __version__

    assert run("--version").out == f"avcareers {__version__} (data 2026.11.1)\n"
    assert run("--version", AVCAREERS_DATA=str(tmp_path)).out == f"avcareers {__version__}\n"


def test_it_runs_as_a_module(spawn: Run) -> None:
    code = "import runpy; runpy.run_module('avcareers', run_name='__main__', alter_sys=True)"
    status, out, err = spawn("--version", code=code)
    assert (status, err) == (0, "")
    assert out.startswith("avcareers ")


GROUPS = {"jobs": "list", "job": "show", "stage": "show", "school": "show"}
HELPED = [
    *(name.split() for name in commands.COMMANDS if name not in {"home", "data", *GROUPS}),
    *([name, GROUPS[name]] for name in GROUPS),
    *(["data", name] for name in ("check", "fmt", "schema", "stats", "stale")),
]


EVERY_HELP = """
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from avcareers.cli import app as command_line

told = []
for arguments in json.loads(sys.argv[1]):
    command_line.app.registered_commands, command_line.app.registered_groups = [], []
    sys.argv = ["avcareers", *arguments, "--help"]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            command_line.main()
        except SystemExit as left:
            told.append((left.code or 0, out.getvalue(), err.getvalue()))
print(json.dumps(told))
"""


@pytest.fixture(scope="module", params=["fr", "en"])
def helps(request: pytest.FixtureRequest) -> tuple[str, list[tuple[int, str, str]]]:
    """Return a language and the help of every command in it, which is chosen when a process starts."""
    words = json.dumps(HELPED)
    told = spawn_apart(words, code=EVERY_HELP, AVCAREERS_LANG=request.param, COLUMNS="100")
    return request.param, json.loads(told.out)


@pytest.mark.parametrize("number", range(len(HELPED)), ids=[" ".join(words) for words in HELPED])
def test_the_help_of_every_command_speaks_the_language_and_shows_an_example(
    helps: tuple[str, list[tuple[int, str, str]]], number: int
) -> None:
    arguments = HELPED[number]
    language, told = helps
    status, out, err = told[number]
    assert (status, err) == (0, "")
    assert {"fr": "Exemples\n", "en": "Examples\n"}[language] in out
    assert f"avcareers {' '.join(arguments)}" in out or f"avcareers {arguments[0]}" in out
    assert {"fr": "Langue des réponses.", "en": "Language of the answers."}[language] in out


OTHERS_WORDS = {
    "fr": ("Usage", "Show ", "Install ", "default:", "One of:", " range", "<str>", "<int", "Help"),
    "en": ("Utilisation", "par défaut", "Au choix", "aide", "<str>", "<int", " de "),
}
"""What would be of the other language, or of the parser's own, in a help."""


def test_a_help_is_wholly_in_its_language_with_the_apostrophes_of_print(
    helps: tuple[str, list[tuple[int, str, str]]],
) -> None:
    language, told = helps
    for _, out, _ in told:
        # Commands to copy have the quotes of a shell.
        text = re.sub(r"^  +avcareers .*$", "", out, flags=re.MULTILINE)
        assert "'" not in text
        for word in OTHERS_WORDS[language]:
            assert word not in text, out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_help_lists_every_command(spawn: Run, language: str) -> None:
    status, out, _ = spawn("--help", AVCAREERS_LANG=language, COLUMNS="100")
    assert status == 0
    assert {"fr": "Comprendre un métier\n", "en": "Understand a job\n"}[language] in out
    for name in commands.COMMANDS:
        if name != "home":
            assert re.search(rf"\b{name}\b", out), name


@pytest.mark.parametrize("arguments", [("jobs", "--help"), ("job", "--help"), ("data", "--help")])
def test_a_group_has_a_help_too(spawn: Run, arguments: Any) -> None:
    status, out, _ = spawn(*arguments)
    assert status == 0
    assert "avcareers" in out


@pytest.mark.parametrize(
    "arguments",
    [("jobs", "list"), ("jobs", "--stage", "tournage"), ("job", "show", "monteur"), ("schools",),
     ("school", "show", "quai-neuf"), ("search", "montage"), ("plan", "monteur", "--from", "bac")],
)  # fmt: skip
@pytest.mark.parametrize(
    "output",
    ["table", "json", *(pytest.param(o, marks=pytest.mark.slow) for o in ("plain", "csv"))],
)
def test_an_answer_loads_nothing_heavy(run: Run, spawn: Run, arguments: Any, output: str) -> None:
    run("jobs", "list")  # Compiles the catalogue, which may load what it likes.
    code = (
        "import sys\nfrom avcareers.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    status, out, err = spawn(*arguments, "-o", output, code=code)
    assert status == 0
    assert out
    loaded = {name.partition(".")[0] for name in err.split()}
    assert "avcareers" in loaded
    assert "avcareers.browse" not in err.split()
    heavy = {"yaml", "pydantic", "jinja2", "textual", "hypothesis", "babel", "snowballstemmer"}
    assert not loaded & heavy
    # Only a search needs stems, and each question only its own modules.
    assert ("Stemmer" in loaded) is (arguments[0] == "search")
    if output in {"table", "plain"}:
        assert "avcareers.render.shapes" not in err.split()
        assert "avcareers.query.school" not in err.split() or arguments[0] == "school"
    if output in {"json", "csv", "plain"}:
        assert "rich" not in loaded


LOADED = """
import contextlib, io, json, sys

def loaded(words):
    for name in [name for name in sys.modules if name.partition(".")[0] == "avcareers"]:
        del sys.modules[name]
    sys.argv = ["avcareers", *words]
    from avcareers.cli.app import main
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main()
    return sorted(name for name in sys.modules if name.partition(".")[0] == "avcareers")

asked = [text.split() for text in sys.argv[1:]]
print(json.dumps([[loaded([*words, "-o", form]) for form in ("table", "json")] for words in asked]))
"""
"""Prints which modules of ours a command loads as a table, then as JSON."""


@pytest.mark.slow
def test_data_load_no_more_than_the_table_does(run: Run, spawn: Run) -> None:
    run("jobs", "list")  # Compiles the catalogue, which may load what it likes.
    with_page = {name: words for name, words in COMMANDS.items() if name != "data-check"}
    asked = [" ".join(words) for words in (with_page | WITHOUT_SHAPE).values()]
    status, out, err = spawn(*asked, code=LOADED)
    assert status == 0, err
    for words, (table, data) in zip(asked, json.loads(out), strict=True):
        assert len(data) <= len(table), f"{words}: {set(data) - set(table)}"


def test_leaving_looks_for_nothing(spawn: Run) -> None:
    """Python looks for cycles of objects as it leaves, which takes longer than most answers."""
    # What is registered first is called last.
    code = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print(len(gc.get_objects()), file=sys.stderr))\n"
        "from avcareers.cli.start import main\nmain()\n"
    )
    status, out, err = spawn("explain", code=code)
    assert (status, bool(out)) == (0, True)
    assert int(err.split()[-1]) < 100


PIPED = [
    ("sources", "-o", "json"), ("schools", "-o", "csv"), ("schools", "-o", "table"), ("sources",),
    ("schools", "-o", "jsonl"), ("--help",), ("schools", "--help"),
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize("arguments", PIPED, ids=" ".join)
def test_a_reader_who_leaves_early_is_not_told_off(spawn: Run, arguments: Any) -> None:
    # The answer is longer than a pipe holds, and its reader is gone after one line.
    code = (
        "import os, subprocess, sys\n"
        "asked = [sys.executable, '-m', 'avcareers', *sys.argv[1:]]\n"
        "child = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "first = child.stdout.readline()\n"
        "child.stdout.close()\n"
        "said = child.stderr.read()\n"
        "sys.stdout.buffer.write(first)\n"
        "sys.stderr.buffer.write(said)\n"
        "sys.exit(child.wait())\n"
    )
    status, out, err = spawn(*arguments, real=True, code=code)
    assert status == 0
    assert out
    assert "Traceback" not in err
    assert "Broken" not in err
    assert "Exception" not in err


OLD_TERMINALS = [
    {
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    },
    {"PYTHONIOENCODING": "cp1252"},
]


@pytest.mark.parametrize("environment", OLD_TERMINALS, ids=["ascii", "cp1252"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("job", "show", "showrunner", "-o", "table"),
        ("schools", "--recognised", "-o", "plain"),
        ("stages", "-o", "table"),
        ("job", "show", "zzz"),
        ("jobs", "-o", "json", "--limit", "3"),
        ("stages", "--help"),
    ],
    ids=" ".join,
)
def test_an_old_terminal_gets_plain_letters_and_no_traceback(
    run: Run, spawn: Run, arguments: Any, environment: dict[str, str]
) -> None:
    status, out, err = spawn(*arguments, real=True, **environment)
    assert status == (1 if "zzz" in arguments else 0)
    assert "Traceback" not in err
    whole = run(*arguments, real=True)
    assert out.count("?") == whole.out.count("?")
    assert err.count("?") == whole.err.count("?")
    assert "\ufffd" not in out + err
    assert "Ã" not in out + err


def test_an_ascii_terminal_gets_unaccented_letters(spawn: Run) -> None:
    status, out, _ = spawn("job", "show", "realisateur", "-o", "table", PYTHONIOENCODING="ascii")
    assert status == 0
    assert out.startswith("Realisateur / Realisatrice")


ASKED = [words for name, words in COMMANDS.items() if name != "data-check"]


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_a_pipe_gets_no_colour_no_drawing_and_nothing_cut(run: Run, arguments: Any) -> None:
    status, out, err = run(*arguments, COLUMNS="40")
    assert status == 0
    assert "\x1b" not in out + err
    assert "…" not in out
    assert "\t" in out
    assert not re.search("[─│┌└┐┘━┃]", out)


def test_a_piped_list_says_every_name_whole(run: Run) -> None:
    _, out, _ = run("schools", *TODAY, COLUMNS="40")
    assert (
        "Studio-école Belle Aurore\tBrest\tassociation\téchéance inconnue\t\tDiplôme de montage\t"
        in out
    )


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_a_table_fits_the_columns_it_is_given(run: Run, arguments: Any, columns: str) -> None:
    from rich.cells import cell_len

    status, out, _ = run(*arguments, "-o", "table", *TODAY, COLUMNS=columns)
    assert status == 0
    assert max(map(cell_len, out.splitlines()), default=0) <= int(columns)


@pytest.mark.parametrize(("words", "expected"), [
    (("job", "show", "mont"), {"monteur"}),
    (("job", "show", "r"), {"realisateur"}),
    (("job", "show", ""), {"monteur", "scripte", "cadreur"}),
    (("job", "m"), set()),
    (("school", "show", "ec"), {"ecole-du-phare"}),
    (("stage", "show", "post"), {"postproduction"}),
    (("jobs", "list", "--department", "mo"), {"montage"}),
    (("schools", "--near", "saint"), {"saint-denis-93", "saint-denis-974"}),
    (("schools", "--kind", "pu"), {"public"}),
    (("schools", "--job", "chef"), {"chef-monteur"}),
    (("jobs", "list", "-o", "js"), {"json", "jsonl"}),
    (("jobs", "list", "--lang", ""), {"fr", "en"}),
    (("sch",), {"schools", "school"}),
])  # fmt: skip
def test_a_shell_completes_slugs_and_values(
    spawn: Run, words: tuple[str, ...], expected: set[str]
) -> None:
    status, out, err = spawn(
        _AVCAREERS_COMPLETE="complete_bash",
        COMP_WORDS=" ".join(("avcareers", *words)),
        COMP_CWORD=str(len(words)),
    )
    assert (status, err) == (0, "")
    found = set(out.split())
    assert expected <= found
    assert all(name.startswith(words[-1]) for name in found)


def test_completion_is_silent_when_data_are_missing(spawn: Run, tmp_path: Path) -> None:
    status, out, err = spawn(
        AVCAREERS_DATA=str(tmp_path),
        _AVCAREERS_COMPLETE="complete_bash",
        COMP_WORDS="avcareers job show mont",
        COMP_CWORD="3",
    )
    assert (status, out.strip(), err) == (0, "", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_of_each_shell_can_be_shown(spawn: Run, shell: str) -> None:
    status, out, _ = spawn(_AVCAREERS_COMPLETE=f"source_{shell}", _TYPER_COMPLETE_TESTING="1")
    assert status == 0
    assert "_AVCAREERS_COMPLETE" in out


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ((), {}, True),
        (("--no-color",), {}, False),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_gets_colour_unless_it_is_refused(
    spawn: Run, arguments: Any, environment: dict[str, str], coloured: bool
) -> None:
    code = (
        "import os, pty, sys\n"
        "read = []\n"
        "def keep(descriptor):\n    data = os.read(descriptor, 65536)\n    read.append(data)\n"
        "    return data\n"
        "status = pty.spawn([sys.executable, '-m', 'avcareers', *sys.argv[1:]], keep)\n"
        "sys.exit(os.waitstatus_to_exitcode(status))\n"
    )
    asked = {"TERM": "xterm-256color", "COLUMNS": "80", **environment}
    status, out, _ = spawn("job", "show", "monteur", *arguments, code=code, **asked)
    assert status == 0
    assert "Monteur / Monteuse" in re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert "avcareers schools --job monteur" in re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert ("\x1b" in out) is coloured


def test_an_interruption_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from avcareers.store import opening

    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "open_catalogue", interrupted)
    status, out, err = run("jobs")
    assert (status, out, err) == (130, "", "")
