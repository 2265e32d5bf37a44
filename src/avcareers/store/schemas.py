"""JSON Schemas of the data files, generated from the models."""

import json
from typing import Any

from pydantic import TypeAdapter

from avcareers.model.content import model_of, type_of_records

from .data_files import DATA_FILES, DataFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return the text of the schemas of the data files, by their path below `schema/`."""
    texts = {}
    for file in DATA_FILES:
        texts[f"{file.name}.schema.json"] = schema_text(f"data/{file.path}", _list_schema(file))
        if file.entry:
            title = f"data/{file.name}/<slug>.yaml"
            texts[f"{file.name}-sheet.schema.json"] = schema_text(title, _sheet_schema(file))
    return texts


def _list_schema(file: DataFile) -> dict[str, Any]:
    """Return the schema of a list: of a record that has a sheet, only what stands in the list."""
    schema = TypeAdapter(type_of_records(file.name)).json_schema(mode="validation")
    if file.entry:
        record = schema["$defs"][model_of(file.name).__name__]
        record["required"] = [name for name in record["required"] if name in file.entry]
    return schema


def _sheet_schema(file: DataFile) -> dict[str, Any]:
    """Return the schema of a sheet: the fields of its record that do not stand in the list."""
    schema = TypeAdapter(model_of(file.name)).json_schema(mode="validation")
    fields = {n: shape for n, shape in schema["properties"].items() if n not in file.entry}
    required = [name for name in schema["required"] if name in fields]
    kept = _definitions(fields, schema["$defs"])
    definitions = {name: shape for name, shape in schema["$defs"].items() if name in kept}
    return {**schema, "$defs": definitions, "properties": fields, "required": required}


def _definitions(shape: Any, definitions: dict[str, Any]) -> set[str]:
    """Return the names of the definitions that a shape refers to, those they refer to included."""
    if isinstance(shape, list):
        return {name for item in shape for name in _definitions(item, definitions)}
    if not isinstance(shape, dict):
        return set()
    found = _definitions([*shape.values()], definitions)
    if "$ref" in shape:
        name = str(shape["$ref"]).rpartition("/")[2]
        found |= {name} | _definitions(definitions[name], definitions)
    return found


def schema_text(title: str, schema: dict[str, Any]) -> str:
    """Return a JSON Schema under a title, as the text of a file."""
    whole = {"$schema": _DIALECT, **schema, "title": title}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
