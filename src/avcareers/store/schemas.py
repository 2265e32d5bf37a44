"""JSON Schemas, generated: of the data files, and of what `-o json` gives."""

import json
from typing import Any

from pydantic import TypeAdapter

from avcareers.model.content import type_of_records
from avcareers.model.outputs import LISTS, SHEETS

from .files import DATA_FILES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Give the text of every schema, by its path below `schema/`."""
    texts = {}
    for file in DATA_FILES:
        adapter = TypeAdapter(type_of_records(file.name))
        texts[f"{file.name}.schema.json"] = _text(
            f"data/{file.name}.yaml", adapter.json_schema(mode="validation")
        )
    for name, shape in LISTS.items():
        adapter = TypeAdapter(list[shape])  # type: ignore[valid-type]
        texts[f"output/{name}.schema.json"] = _text(name, adapter.json_schema(mode="serialization"))
    for name, shape in SHEETS.items():
        schema = TypeAdapter(shape).json_schema(mode="serialization")
        texts[f"output/{name}.schema.json"] = _text(name, schema)
    return texts


def _text(title: str, schema: dict[str, Any]) -> str:
    whole = {"$schema": _DIALECT, **schema, "title": title}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
