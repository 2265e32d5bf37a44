"""The published schemas are those of the models."""

import json
from pathlib import Path

import pytest

from avcareers.render.schemas import ANSWERS, answer_schemas
from avcareers.store.data_files import DATA_FILES
from avcareers.store.schemas import schemas

FOLDER = Path(__file__).parent.parent.parent / "schema"
SCHEMAS = schemas() | answer_schemas()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_schema_on_disk_is_the_model_s(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == SCHEMAS[name], "run `data schema`"


def test_no_schema_of_the_past_is_left() -> None:
    on_disk = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.json")}
    assert on_disk == set(SCHEMAS)


def test_every_data_file_and_every_answer_has_a_schema() -> None:
    names = {f"{file.name}.schema.json" for file in DATA_FILES}
    names |= {f"{file.name}-sheet.schema.json" for file in DATA_FILES if file.entry}
    names |= {f"output/{name}.schema.json" for name in ANSWERS}
    assert set(SCHEMAS) == names


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_describes_its_fields_and_closes_its_records(name: str) -> None:
    schema = json.loads(SCHEMAS[name])
    assert schema["$schema"].endswith("2020-12/schema")
    for title, record in [(name, schema), *schema.get("$defs", {}).items()]:
        if record.get("type") != "object":
            continue
        assert record["additionalProperties"] is False, title
        for field, shape in record["properties"].items():
            assert shape.get("description"), f"{title}.{field}"
