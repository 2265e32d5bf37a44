"""The questions of docs/duckdb.md: DuckDB answers from the exported tables as the commands do."""

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from avcareers.render.exports import exported_files
from avcareers.store.catalogue import Catalogue

from ..runner import Run

PAGE = Path(__file__).parents[2] / "docs" / "duckdb.md"
QUESTION = re.compile(
    r"^## (.+?)\n.*?^`avcareers (.+?)`\n+```sql\n(.+?)```", re.MULTILINE | re.DOTALL
)
QUESTIONS = QUESTION.findall(PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tables(real_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a DuckDB that finds the exported tables by the names of their files."""
    folder = tmp_path_factory.mktemp("tables")
    for name, write in exported_files(real_catalogue, "csv").items():
        write(folder / name)
    with importlib.import_module("duckdb").connect() as database:
        database.execute(f"SET file_search_path = '{folder}'")
        yield database


def test_the_page_asks_ten_questions() -> None:
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize(("title", "command", "sql"), QUESTIONS, ids=[q[0] for q in QUESTIONS])
def test_the_tables_answer_as_the_command_does(
    tables: Any, run: Run, title: str, command: str, sql: str
) -> None:
    status, out, _ = run(*command.split(), "--today", "2026-11-30", "-o", "json", real=True)
    assert status == 0
    answer = json.loads(out)
    rows = answer["sources"] if isinstance(answer, dict) else answer
    asked = tables.execute(sql)
    names = [column[0] for column in asked.description]
    # What the tables call `job` or `school` is the key of the record that a list shows.
    said = [tuple(row.get(name, row.get("slug")) for name in names) for row in rows]
    found = asked.fetchall()
    assert found
    assert sorted(found) == sorted(row for row in said if None not in row)


def test_parquet_holds_the_same_rows(catalogue: Catalogue, tmp_path: Path) -> None:
    writers = exported_files(catalogue, "parquet")
    for name in ("campuses.parquet", "pay_floors.parquet"):
        writers[name](tmp_path / name)
    with importlib.import_module("duckdb").connect() as database:
        types = database.execute(
            f"SELECT typeof(amount_eur), typeof(valid_from), typeof(idcc) "
            f"FROM '{tmp_path}/pay_floors.parquet' LIMIT 1"
        ).fetchall()
        campuses = database.execute(
            f"SELECT school, lat FROM '{tmp_path}/campuses.parquet'"
        ).fetchall()
    assert types == [("DOUBLE", "DATE", "VARCHAR")]
    located = [
        (school.slug, campus.lat)
        for school in catalogue.documents("school")
        for campus in school.campuses
    ]
    assert campuses == located
