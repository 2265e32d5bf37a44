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
    assert str(folder) in err
    for name in ("jobs", "schools", "stages", "sources", "places"):
        assert (folder / f"{name}.{form}").stat().st_size > 100
    assert not (folder / f"professions.{form}").exists()
    if form == "json":
        jobs = json.loads((folder / "jobs.json").read_text(encoding="utf-8"))
        assert len(jobs) == 7


def test_sqlite_is_one_database_of_the_tables(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path), "--format", "sqlite").status == 0
    connection = sqlite3.connect(tmp_path / "avcareers.sqlite")
    try:
        ((count,),) = connection.execute("SELECT count(*) FROM schools")
    finally:
        connection.close()
    assert count == 9


@pytest.mark.parametrize("form", ["json", "csv", "sqlite"])
def test_what_is_there_is_replaced_only_when_forced(run: Run, tmp_path: Path, form: str) -> None:
    assert run("export", str(tmp_path), "--format", form).status == 0
    first = tmp_path / ("avcareers.sqlite" if form == "sqlite" else f"jobs.{form}")
    first.write_text("mine", encoding="utf-8")
    status, _, err = run("export", str(tmp_path), "--format", form)
    assert status == 2
    assert "--force" in err
    assert first.name in err
    assert first.read_text(encoding="utf-8") == "mine"
    assert run("export", str(tmp_path), "--format", form, "--force").status == 0
    assert first.read_bytes() != b"mine"


def test_the_output_asked_for_is_the_format(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path), "-o", "csv").status == 0
    assert (tmp_path / "jobs.csv").exists()
    assert not (tmp_path / "jobs.json").exists()
    for words in (("--format", "json", "-o", "csv"), ("-o", "jsonl", "--excel")):
        status, _, err = run("export", str(tmp_path / "x"), *words)
        assert status == 2
        assert "csv" in err
    assert run("export", str(tmp_path / "x"), "-o", "md").status == 2
    assert not (tmp_path / "x").exists()


def test_a_spreadsheet_form_is_csv(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path), "--excel").status == 0
    assert (tmp_path / "jobs.csv").read_bytes().startswith("\ufeffslug;title_fr_m;".encode())


def test_parquet_says_what_it_needs(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    status, _, err = run("export", str(tmp_path / "x"), "--format", "parquet")
    assert status == 2
    assert "pip install 'avcareers[parquet]'" in err
    assert not (tmp_path / "x").exists()


def test_a_format_it_does_not_know_brings_those_it_does(run: Run, tmp_path: Path) -> None:
    status, _, err = run("export", str(tmp_path / "x"), "--format", "xml")
    assert status == 2
    assert "json, csv, jsonl, sqlite" in err
    assert not (tmp_path / "x").exists()


def test_a_file_is_not_a_folder(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("mine", encoding="utf-8")
    status, _, err = run("export", str(path))
    assert status == 2
    assert str(path) in err
    assert path.read_text(encoding="utf-8") == "mine"
