"""The whole catalogue as files."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from avcareers.model.content import Content, type_of_records
from avcareers.render.exports import exported_files
from avcareers.render.notice import Licences
from avcareers.store.catalogue import Catalogue
from avcareers.store.flat.records import Records
from avcareers.store.flat.relation import relations


def exported(catalogue: Catalogue, form: Any, folder: Path) -> Path:
    """Return a folder that an export was written into."""
    for name, write in exported_files(catalogue, form).items():
        write(folder / name)
    return folder


def columns_of(resource: Any) -> list[str]:
    return [field["name"] for field in resource["schema"]["fields"]]


def test_records_read_back_as_the_same_records(
    catalogue: Catalogue, content: Content, tmp_path: Path
) -> None:
    folder = exported(catalogue, "json", tmp_path)
    assert (folder / "jobs.json").exists()
    assert not (folder / "professions.json").exists()
    for name in ("schools", "stages", "departments", "certifications", "sources", "places"):
        adapter: TypeAdapter[Any] = TypeAdapter(type_of_records(name))
        whole = (folder / f"{name}.json").read_text(encoding="utf-8")
        assert adapter.validate_json(whole) == getattr(content, name)
        assert whole == json.dumps(json.loads(whole), ensure_ascii=False, indent=2) + "\n"


def test_a_table_is_the_same_in_csv_and_in_json_lines(catalogue: Catalogue, tmp_path: Path) -> None:
    folder = exported(catalogue, "csv", exported(catalogue, "jsonl", tmp_path))
    for table in relations():
        with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        lines = (folder / f"{table.name}.jsonl").read_text(encoding="utf-8").splitlines()
        assert [list(row) for row in rows] == [list(json.loads(line)) for line in lines]
        # What a list holds has a table of its own: no cell is JSON.
        assert not [cell for row in rows for cell in row.values() if cell[:2] in ('{"', "[{", '["')]


@pytest.mark.parametrize("form", ["csv", "excel", "jsonl", "sqlite"])
def test_the_package_describes_what_is_there(
    catalogue: Catalogue, tmp_path: Path, form: str
) -> None:
    folder = exported(catalogue, form, tmp_path)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in package["licenses"]] == ["etalab-2.0", "CC-BY-4.0", "ODbL-1.0"]
    assert all(each["path"].startswith("https://") for each in package["licenses"])
    by_name = {resource["name"]: resource for resource in package["resources"]}
    named = {resource["path"] for resource in by_name.values()}
    assert {path.name for path in folder.iterdir()} - {
        "metadata.json",
        "datapackage.json",
        "NOTICE.txt",
    } == named
    for resource in by_name.values():
        schema = resource["schema"]
        assert all(field["description"] for field in schema["fields"])
        assert set(schema["primaryKey"]) <= set(columns_of(resource))
        for key in schema.get("foreignKeys", ()):
            to = by_name[key["reference"]["resource"]]
            assert set(key["fields"]) <= set(columns_of(resource))
            assert set(key["reference"]["fields"]) <= set(columns_of(to))
    if form in ("csv", "excel"):
        dialect = by_name["places"].get("dialect", {})
        text = (folder / "places.csv").read_bytes().decode("utf-8-sig")
        assert text.partition("\n")[0].rstrip("\r").split(dialect.get("delimiter", ",")) == (
            columns_of(by_name["places"])
        )


@pytest.mark.parametrize("form", ["json", "csv", "excel", "sqlite"])
def test_an_export_says_what_may_be_reused_and_how_to_name_it(
    catalogue: Catalogue, tmp_path: Path, form: str
) -> None:
    folder = exported(catalogue, form, tmp_path)
    notice = (folder / "NOTICE.txt").read_text(encoding="utf-8")
    for said in ("Licence Ouverte", "GeoNames, CC BY 4.0", "ODbL 1.0", "costs (1)", "2026.11.1"):
        assert notice.count(said) >= 2  # in both languages
    if form == "sqlite":
        with closing(sqlite3.connect(folder / "avcareers.sqlite")) as database:
            about = dict(database.execute("SELECT name, value FROM about"))
        assert about["notice"] == notice
        assert about["attribution_en"] in notice
    if form == "csv":
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        more = {each["name"]: each["licenses"][1]["name"]
                for each in package["resources"] if "licenses" in each}  # fmt: skip
        assert more == {"costs": "ODbL-1.0", "places": "CC-BY-4.0"}


@pytest.mark.slow
def test_a_record_that_rests_on_a_shared_source_is_counted_though_no_column_names_it(
    real_catalogue: Catalogue,
) -> None:
    shared = {one.slug for one in real_catalogue.documents("source") if one.licence == "ODbL 1.0"}
    programmes = [
        programme
        for school in real_catalogue.documents("school")
        for programme in school.programmes
        if shared.intersection(programme.sources)
    ]
    assert Licences(Records(real_catalogue)).shared["programmes"] == len(programmes) > 0


def test_a_spreadsheet_opens_accents_and_decimals(catalogue: Catalogue, tmp_path: Path) -> None:
    text = (exported(catalogue, "excel", tmp_path) / "places.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in text
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))
    assert {"Île-de-France", "Auvergne-Rhône-Alpes"} <= {row["region"] for row in rows}
    assert all("." not in row["lat"] and float(row["lat"].replace(",", ".")) for row in rows)


def test_a_database_keeps_its_keys_and_answers_its_views(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    folder = exported(catalogue, "sqlite", tmp_path)
    with closing(sqlite3.connect(folder / "avcareers.sqlite")) as database:
        assert list(database.execute("PRAGMA foreign_key_check")) == []
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema")}
        assert {table.name for table in relations()} <= tables
        assert not tables & {"meta", "record", "search_stem"}
        for view in ("programme_overview", "job_pay", "campus_points"):
            ((count,),) = database.execute(f"SELECT count(*) FROM {view}")
            assert count > 0
        shown_once = "SELECT count(*) = (SELECT count(*) FROM programmes) FROM programme_overview"
        assert database.execute(shown_once).fetchone() == (1,)
        database.execute("UPDATE costs SET scope = 'registration' WHERE origin = 'figure'")
        part = "SELECT count(*) FROM programme_overview WHERE school_eur_origin = 'figure'"
        assert database.execute(part).fetchone() == (0,)
    shown = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    assert shown["databases"]["avcareers"]["tables"]["jobs"]["label_column"] == "title_fr_m"


@pytest.mark.parametrize("form", ["csv", "jsonl", "sqlite"])
def test_two_exports_are_the_same_bytes(catalogue: Catalogue, tmp_path: Path, form: str) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        exported(catalogue, form, folder)
    for path in folders[0].iterdir():
        assert path.read_bytes() == (folders[1] / path.name).read_bytes()
