"""Where the program stands: homes, working folders and paths of every sort."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from ..own_data import FOLDER
from ..runner import Outcome, Run
from .conftest import answer_to

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its folders are elsewhere")

NAMES = ["un dossier à accents 日本", "b\udce9d", "-o 100 % #?'\"$(x)"]
"""Spaces and accents, bytes that are no UTF-8, what shells and SQLite read as their own."""


def copied(folder: Path, name: str) -> Path:
    """Return a data folder of that name."""
    return Path(shutil.copytree(FOLDER, folder / name))


@pytest.mark.parametrize("home", [None, "", "relative", "/dev/null", "/nonexistent/home"])
def test_no_home_and_odd_homes_are_answered(ask: Run, tmp_path: Path, home: str | None) -> None:
    done = ask("jobs", cwd=tmp_path, HOME=home, XDG_CACHE_HOME=None)
    assert (done.status, done.out) == (0, answer_to("jobs"))
    assert "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_paths_of_every_sort_hold_data_and_caches(ask: Run, tmp_path: Path, name: str) -> None:
    copied(tmp_path, name)
    cache = tmp_path / "cache" / name
    for _ in range(2):
        done = ask("jobs", f"--data={name}", cwd=tmp_path, XDG_CACHE_HOME=os.fspath(cache))
        assert (done.status, done.out) == (0, answer_to("jobs"))
        assert "Traceback" not in done.err
    assert list(cache.rglob("catalogue-*.sqlite"))


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_paths_of_every_sort_are_named_in_errors(ask: Run, tmp_path: Path, name: str) -> None:
    done = ask("jobs", f"--data={name}", cwd=tmp_path)
    assert (done.status, done.out) == (3, "")
    assert "professions.yaml" in done.err
    assert name.replace("\udce9", "\N{REPLACEMENT CHARACTER}") in done.err


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_an_export_writes_where_it_is_told(ask: Run, tmp_path: Path, name: str) -> None:
    done = ask("export", "--", name, cwd=tmp_path)
    assert done.status == 0
    assert (tmp_path / name / "jobs.json").stat().st_size > 1000


def test_a_relative_folder_is_of_where_one_stands(ask: Run, tmp_path: Path) -> None:
    copied(tmp_path, "data")
    (tmp_path / "below").mkdir()
    assert ask("jobs", "--data", "data", cwd=tmp_path).status == 0
    assert ask("jobs", "--data", "../data", cwd=tmp_path / "below").status == 0
    assert ask("jobs", "--data", "data", cwd=tmp_path / "below").status == 3


def test_a_working_folder_that_is_gone_hinders_only_relative_paths(
    ask: Run, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"

    def asked(*arguments: str) -> Outcome:
        gone.mkdir()
        return ask(*arguments, cwd=gone, shell='rmdir "$PWD" && "$@"')

    assert asked("jobs").status == 0
    for arguments in (("jobs", "--data", "data"), ("export", "here")):
        done = asked(*arguments)
        assert done.status == 3
        assert "Traceback" not in done.err


@pytest.mark.parametrize("arguments", [
    (b"job", b"show", b"b\xe9d"), (b"jobs", b"--level", b"b\xe9d"), (b"jobs", b"--b\xe9d"),
    (b"b\xe9d",), (b"schools", b"--near", b"b\xe9d"),
])  # fmt: skip
def test_arguments_that_are_no_text_are_refused_readably(
    ask: Run, arguments: tuple[bytes, ...]
) -> None:
    done = ask(*arguments)
    assert done.status in {1, 2}
    assert "b\N{REPLACEMENT CHARACTER}d" in done.err
    assert "Traceback" not in done.err
