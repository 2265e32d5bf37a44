"""Several runs at once, or a run that is killed, never spoil the cache."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[[], list[str]]

ASK = """
import sys
from contextlib import closing
from pathlib import Path
from avcareers.store.location import Location
from avcareers.store.opening import open_catalogue
{sabotage}
with closing(open_catalogue(Location(Path(sys.argv[1]), None), lambda _: None)) as catalogue:
    print(catalogue.find("profession", "Cheffe opératrice").slug, len(catalogue.slugs("place")))
"""


def asking(data: Path, sabotage: str = "") -> subprocess.Popen[str]:
    """Start another process that asks."""
    code = ASK.format(sabotage=sabotage)
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", code, str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_four_first_runs_at_once_all_answer(run: Run, data: Path, home: Path) -> None:
    processes = [asking(data) for _ in range(4)]
    answers = [process.communicate() for process in processes]
    assert answers == [("chef-operateur 2\n", "")] * 4
    assert list(home.rglob(".*-*")) == []
    assert run() == []


def test_many_readers_see_an_old_or_a_new_catalogue_and_never_a_broken_one(
    run: Run, home: Path
) -> None:
    run()
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(10):
                run()
        except BaseException as error:
            failures.append(error)

    stamp = next(home.rglob("*.stamp"))
    readers = [threading.Thread(target=ask) for _ in range(4)]
    for reader in readers:
        reader.start()
    for _ in range(5):
        stamp.unlink(missing_ok=True)  # a reason to compile again, and to replace what is read
        run()
    for reader in readers:
        reader.join()
    assert failures == []


KILL = "import os, signal; kill = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"
BEFORE_WRITING = KILL + "import avcareers.store.compiler as c; c.compile_into = kill"
HALF_WRITTEN = (
    KILL
    + """
import avcareers.store.compiler as c
whole = c.compile_into
def compile_into(connection, *rest):
    statements = iter(range(40))
    connection.set_trace_callback(lambda _: kill() if next(statements, None) is None else None)
    whole(connection, *rest)
c.compile_into = compile_into
"""
)
BEFORE_RENAMING = KILL + "os.fsync = kill"
BEFORE_STAMPING = (
    KILL
    + """
import tempfile
make = tempfile.mkstemp
tempfile.mkstemp = lambda **of: kill() if ".stamp" in of["prefix"] else make(**of)
"""
)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs a signal that can't be caught")
@pytest.mark.parametrize(
    "moment",
    [BEFORE_WRITING, HALF_WRITTEN, BEFORE_RENAMING, BEFORE_STAMPING],
    ids=["before-writing", "half-written", "before-renaming", "before-stamping"],
)
def test_a_run_killed_at_any_moment_spoils_no_later_one(run: Run, data: Path, moment: str) -> None:
    for _ in range(3):
        process = asking(data, moment)
        process.communicate()
        assert process.returncode == -9
    assert run()[-1] == "compiling"
    assert run() == []
