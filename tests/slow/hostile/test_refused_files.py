"""Every bad file is refused where it is wrong, in bounded time, with words that forge nothing."""

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from .command_line import SECONDS, run, small_files, write_files
from .refused import BAD_SHAPES, BAD_TABLES, BAD_TEXT, Bad

BAD = (*BAD_TEXT, *BAD_SHAPES, *BAD_TABLES)
TOLD = re.compile(
    r"(?P<file>[a-z_/0-9]+\.(?:yaml|csv))(:(?P<line>\d+):(?P<column>\d+))?  (?P<what>.+)"
)
MEMORY = 1 << 30
"""Bytes a check of the largest bad file may ask for: it reads it whole, and decodes it."""


def bad_folder(bad: Bad, folder: Path) -> Path:
    """Write the small catalogue with the bad file in it."""
    made = bad.make(small_files()[bad.file].decode())
    return write_files(folder, {bad.file: made.encode() if isinstance(made, str) else made})


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_where_it_is_wrong(bad: Bad, tmp_path: Path) -> None:
    folder = bad_folder(bad, tmp_path)
    status, out, err = run("data", "check", "--data", str(folder), "--lang", "en")
    assert (status, out) == (3, "")
    *told, counted = err.splitlines()
    assert counted.startswith("Data refused: ")
    assert any(line.startswith(f"{bad.place}  ") and bad.says in line for line in told), err[:2000]
    for line in told:
        assert line.replace("\N{NO-BREAK SPACE}", " ").isprintable(), line
        match = TOLD.fullmatch(line)
        assert match, line
        if match["line"]:
            lines = (folder / match["file"]).read_bytes().count(b"\n") + 1
            assert 1 <= int(match["line"]) <= lines
            assert int(match["column"]) >= 1


def test_every_bad_file_has_a_name_of_its_own() -> None:
    assert len({bad.name for bad in BAD}) == len(BAD) >= 60


@pytest.mark.parametrize(
    "name", ["scalar of 100 MB", "billion laughs", "nested lists never closed"]
)
def test_a_bomb_is_refused_within_memory_and_time(name: str, tmp_path: Path) -> None:
    (bad,) = (bad for bad in BAD if bad.name == name)
    folder = bad_folder(bad, tmp_path)
    code = "from avcareers.cli.app import main; main()"

    def confined() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    ran = subprocess.run(
        [sys.executable, "-c", code, "jobs", "--data", str(folder)],
        preexec_fn=confined,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    # On a busy machine it also says how far it has read.
    told = [line for line in ran.stderr.splitlines() if not line.endswith("…")]
    assert told[0].startswith(bad.place)
