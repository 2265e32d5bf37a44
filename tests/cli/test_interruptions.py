"""Ctrl-C at each step: quiet, the status of an interruption, nothing left half-written."""

from pathlib import Path

import pytest

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
    return [path.name for path in cache.rglob(".compiling-*")]


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


@pytest.mark.parametrize("turn", [1, 3])
def test_an_interrupted_export_leaves_whole_files_only(ask: Run, tmp_path: Path, turn: int) -> None:
    stopped = ask(f"os.replace@{turn}", "export", "part", code=INTERRUPTED_AT, cwd=tmp_path)
    assert stopped.status == 130
    assert ask("export", "whole", cwd=tmp_path).status == 0
    written = list((tmp_path / "part").iterdir())
    assert len(written) == turn - 1
    for path in written:
        assert path.read_bytes() == (tmp_path / "whole" / path.name).read_bytes()
