"""The whole catalogue as files."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from avcareers.model.content import Content, type_of_records
from avcareers.render.exports import exported_files, write_sqlite
from avcareers.store.catalogue import Catalogue


def written(catalogue: Catalogue, name: str) -> str:
    """Return the text of an exported file."""
    stream = io.StringIO()
    exported_files(catalogue, name.partition(".")[2])[name](stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "name",
    ["professions", "schools", "stages", "departments", "certifications", "sources", "places"],
)
def test_what_is_exported_reads_back_as_the_same_records(
    catalogue: Catalogue, content: Content, name: str
) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(type_of_records(name))
    whole = written(catalogue, f"{name}.json")
    assert adapter.validate_json(whole) == getattr(content, name)
    assert whole == json.dumps(json.loads(whole), ensure_ascii=False, indent=2) + "\n"
    lines = written(catalogue, f"{name}.jsonl").splitlines()
    assert [json.loads(text) for text in lines] == json.loads(whole)


def test_a_csv_has_a_row_for_each_record(catalogue: Catalogue) -> None:
    rows = list(csv.DictReader(io.StringIO(written(catalogue, "schools.csv"))))
    assert [row["slug"] for row in rows] == list(catalogue.slugs("school"))


def test_the_copy_is_a_catalogue(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "new" / "avcareers.sqlite"
    write_sqlite(catalogue, path)
    connection = sqlite3.connect(path)
    try:
        assert Catalogue(connection).slugs("profession") == catalogue.slugs("profession")
    finally:
        connection.close()
    assert [item.name for item in path.parent.iterdir()] == ["avcareers.sqlite"]
