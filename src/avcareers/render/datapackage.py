"""What an export of flat tables says of itself: a Data Package of Frictionless, version 2."""

from typing import Any, Literal

from avcareers.store.flat.declaration import Column
from avcareers.store.flat.relation import Relation, relations

from .notice import Licences

Form = Literal["json", "jsonl", "csv", "excel", "sqlite", "parquet"]
"""What an export is written as; `excel` is the CSV that a French spreadsheet opens."""
PROFILES = "https://datapackage.org/profiles/2.0"
DATABASE = "avcareers.sqlite"
TITLE = "avcareers"
DESCRIPTION = (
    "Jobs, schools and minimum pay of French cinema and audiovisual, each fact with its source. "
    "An empty cell is not known, or there is none: never 0. Keep the attribution of the coordinates "
    "of cities: GeoNames, CC BY 4.0."
)
MEDIA = {
    "csv": "text/csv", "excel": "text/csv", "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet", "sqlite": "application/vnd.sqlite3",
}  # fmt: skip
EXCEL = {"delimiter": ";", "lineTerminator": "\r\n"}


def table_file(name: str, form: Form) -> str:
    """Return the name of the file that holds a table."""
    return DATABASE if form == "sqlite" else f"{name}.{'csv' if form == 'excel' else form}"


def package(form: Form, licences: Licences) -> dict[str, Any]:
    """Return the description of an export: its tables, columns, keys, licences and version of the data."""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "avcareers",
        "title": TITLE,
        "description": DESCRIPTION,
        "version": licences.version,
        "licenses": licences.of_package(),
        "resources": [
            _resource(table, form, licences.of_table(table.name)) for table in relations()
        ],
    }


def _resource(table: Relation, form: Form, licences: list[dict[str, str]]) -> dict[str, Any]:
    extension = "csv" if form == "excel" else form
    resource: dict[str, Any] = {
        "name": table.name,
        "type": "table",
        "path": table_file(table.name, form),
        "description": table.description,
        "format": extension,
        "mediatype": MEDIA[form],
    }
    if licences:
        resource["licenses"] = licences
    if form in ("csv", "excel", "jsonl"):
        resource["encoding"] = "utf-8"
    if form == "excel":
        resource["dialect"] = EXCEL
    if form == "sqlite":
        resource["dialect"] = {"table": table.name}
    return {**resource, "schema": _schema(table, form)}


def _schema(table: Relation, form: Form) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column, form) for column in table.columns],
        "primaryKey": list(table.key),
    }
    # Frictionless asks for a row even when a part of the key is empty.
    always = {column.name for column in table.columns if column.required}
    keys = [
        {
            "fields": list(key.columns),
            "reference": {"resource": key.table, "fields": list(key.to)},
        }
        for key in table.foreign_keys
        if len(key.columns) == 1 or always.issuperset(key.columns)
    ]
    return {**schema, "foreignKeys": keys} if keys else schema


def _field(column: Column, form: Form) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    if column.is_url:
        field["format"] = "uri"
    if column.type == "number" and form == "excel":
        field["decimalChar"] = ","
    field["description"] = column.description
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    return {**field, "constraints": constraints} if constraints else field
