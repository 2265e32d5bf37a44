"""`avcareers export`."""

import json
import sqlite3
from pathlib import Path

import pytest

from ..runner import Run


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_each_kind_of_record_has_its_file(run: Run, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "new" / "catalogue"
    status, out, err = run("export", str(folder), "--format", form)
    assert (status, out) == (0, "")
    assert "professions" in err
    for name in ("professions", "schools", "stages", "sources", "places"):
        assert (folder / f"{name}.{form}").stat().st_size > 100
    if form == "json":
        jobs = json.loads((folder / "professions.json").read_text(encoding="utf-8"))
        assert len(jobs) == 7


def test_sqlite_is_one_file_that_opens(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path), "--format", "sqlite").status == 0
    connection = sqlite3.connect(tmp_path / "avcareers.sqlite")
    try:
        ((count,),) = connection.execute("SELECT count(*) FROM record WHERE kind = 'school'")
    finally:
        connection.close()
    assert count == 9


@pytest.mark.parametrize("form", ["json", "csv", "sqlite"])
def test_what_is_there_is_replaced_only_when_forced(run: Run, tmp_path: Path, form: str) -> None:
    assert run("export", str(tmp_path), "--format", form).status == 0
    first = tmp_path / ("avcareers.sqlite" if form == "sqlite" else f"professions.{form}")
    first.write_text("mine", encoding="utf-8")
    status, _, err = run("export", str(tmp_path), "--format", form)
    assert status == 2
    assert "--force" in err
    assert first.name in err
    assert first.read_text(encoding="utf-8") == "mine"
    assert run("export", str(tmp_path), "--format", form, "--force").status == 0
    assert first.read_bytes() != b"mine"


def test_a_format_it_does_not_know_brings_those_it_does(run: Run, tmp_path: Path) -> None:
    status, _, err = run("export", str(tmp_path / "x"), "--format", "xml")
    assert status == 2
    assert "json, jsonl, csv, sqlite" in err
    assert not (tmp_path / "x").exists()


def test_a_file_is_not_a_folder(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("mine", encoding="utf-8")
    status, _, err = run("export", str(path))
    assert status == 2
    assert str(path) in err
    assert path.read_text(encoding="utf-8") == "mine"
