"""Ctrl-C at each step: quiet, the status of an interruption, nothing left half-written."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ..own_data import FOLDER
from ..runner import Run
from .conftest import answer_to

INTERRUPTED_AT = """
import signal, sys
from importlib import import_module

step, _, turn = sys.argv.pop(1).partition("@")
where, _, name = step.rpartition(".")
module = import_module(where)
whole = getattr(module, name)
left = int(turn or 1)

def interrupted(*arguments, **options):
    global left
    left -= 1
    if left == 0:
        signal.raise_signal(signal.SIGINT)
    return whole(*arguments, **options)

setattr(module, name, interrupted)
sys.argv[0] = "avcareers"
from avcareers.cli.start import main
main()
"""

COMPILING = [
    "avcareers.store.data_files.read_snapshot",
    "avcareers.store.data_files._content@3",
    "avcareers.store.validation.load",
    "avcareers.store.opening.write_catalogue",
    "avcareers.store.compiler.compile_into",
    "os.fsync",
    "os.replace@1",
    "os.replace@2",
    "os.replace@3",
]
"""Steps of a first run."""
ANSWERING = [
    "avcareers.cli.app.add_commands",
    "avcareers.cli.command._session",
    "avcareers.store.opening.open_catalogue",
    "avcareers.query.jobs.list_jobs",
    "avcareers.present.jobs.job_list_page",
    "avcareers.render.emit.emit",
    "avcareers.render.plain.plain_lines",
    "avcareers.render.terminal.print_lines",
]
"""Steps of any run."""
WHILE_LOADING = """
import signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == waited_for:
            signal.raise_signal(signal.SIGINT)

waited_for = sys.argv.pop(1)
sys.meta_path.insert(0, Interrupting())
sys.argv[0] = "avcareers"
from avcareers.cli.start import main
main()
"""


def leftovers(cache: Path) -> list[str]:
    """Return the unfinished files of a cache."""
    return [path.name for path in cache.rglob(".*")]


@pytest.mark.slow
@pytest.mark.parametrize("step", COMPILING)
def test_an_interrupted_first_run_is_quiet_and_leaves_nothing_half_written(
    ask: Run, tmp_path: Path, step: str
) -> None:
    cache = str(tmp_path)
    stopped = ask(step, "jobs", code=INTERRUPTED_AT, XDG_CACHE_HOME=cache)
    assert (stopped.status, stopped.out, stopped.err) == (130, "", "")
    assert leftovers(tmp_path) == []
    after = ask("jobs", XDG_CACHE_HOME=cache)
    assert (after.status, after.out) == (0, answer_to("jobs"))


@pytest.mark.parametrize("step", ANSWERING)
def test_an_interruption_is_quiet(ask: Run, step: str) -> None:
    form = "table" if "terminal" in step else "plain"
    stopped = ask(step, "jobs", "-o", form, code=INTERRUPTED_AT)
    assert (stopped.status, stopped.out, stopped.err) == (130, "", "")


@pytest.mark.parametrize("module", ["typer", "sqlite3", "avcareers.cli.jobs", "rich.console"])
def test_an_interruption_while_loading_is_as_quiet(ask: Run, module: str) -> None:
    stopped = ask(module, "jobs", "-o", "table", code=WHILE_LOADING)
    assert (stopped.status, stopped.out, stopped.err) == (130, "", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("step", "whole"),
    [("tempfile.mkstemp@3", False), ("os.chmod@3", False), ("os.replace@3", True)],
)
def test_an_interrupted_export_is_whole_or_not_there(
    ask: Run, tmp_path: Path, step: str, whole: bool
) -> None:
    """Ctrl-C waits for the last file, once the first is in its place."""
    stopped = ask(step, "export", "part", code=INTERRUPTED_AT, cwd=tmp_path)
    assert stopped.status == 130
    assert ask("export", "whole", cwd=tmp_path).status == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "part").glob("*")}
    expected = {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}
    assert written == (expected if whole else {})
    assert (tmp_path / "part").exists() is whole


WAITING = """
import sys, time
from importlib import import_module

where, _, name = sys.argv.pop(1).rpartition(".")

def waiting(*arguments, **options):
    print("writing", flush=True)
    time.sleep(60)

setattr(import_module(where), name, waiting)
sys.argv[0] = "avcareers"
from avcareers.cli.start import main
main()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize(
    ("number", "step", "words"),
    [
        (signal.SIGTERM, "avcareers.render.exports.published", "export new/part"),
        (getattr(signal, "SIGHUP", None), "avcareers.render.exports.published", "export new/part"),
        (signal.SIGTERM, "avcareers.site.build.dead_links", "site build site"),
    ],
)
def test_a_program_told_to_end_leaves_nothing_behind(
    tmp_path: Path, number: int, step: str, words: str
) -> None:
    environment = {**os.environ, "AVCAREERS_DATA": str(FOLDER)}
    command = [sys.executable, "-c", WAITING, step, *words.split()]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "writing\n"
        assert list(tmp_path.rglob(".*-*"))
        process.send_signal(number)
        assert process.wait(timeout=30) == 128 + number
    assert list(tmp_path.iterdir()) == []
