"""JSON Schemas, generated: of the data files, and of what `-o json` gives."""

import json
from typing import Any, Literal

from pydantic import TypeAdapter

from avcareers.model.content import type_of_records
from avcareers.model.outputs import LISTS, SHEETS

from .data_files import DATA_FILES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Give the text of every schema, by its path below `schema/`."""
    texts = {}
    for file in DATA_FILES:
        records = type_of_records(file.name)
        texts[f"{file.name}.schema.json"] = schema_text(
            f"data/{file.name}.yaml", records, mode="validation"
        )
    for name, shape in LISTS.items():
        texts[f"output/{name}.schema.json"] = schema_text(
            name,
            list[shape],  # type: ignore[valid-type]
            mode="serialization",
        )
    for name, shape in SHEETS.items():
        texts[f"output/{name}.schema.json"] = schema_text(name, shape, mode="serialization")
    return texts


def schema_text(title: str, shape: Any, *, mode: Literal["validation", "serialization"]) -> str:
    """Return the JSON Schema of a type, as the text of a file."""
    schema = TypeAdapter(shape).json_schema(mode=mode)
    whole = {"$schema": _DIALECT, **schema, "title": title}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
