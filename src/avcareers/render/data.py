"""Results for programs: JSON, one JSON a line, CSV."""

import csv
import json
from collections.abc import Iterable
from typing import Any, TextIO

from .safety import spreadsheet_safe


def write_data(data: Any, output: str, stream: TextIO) -> None:
    """Write JSON values in a format for programs."""
    if output == "json":
        json.dump(data, stream, ensure_ascii=False, indent=2)
        stream.write("\n")
        return
    records = data if isinstance(data, list) else [data]
    if output == "jsonl":
        stream.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        return
    write_csv(records, stream)


def write_csv(records: Iterable[dict[str, Any]], stream: TextIO) -> None:
    """Write records as CSV: nested names are joined, lists are separated by bars."""
    rows = [dict(_flat(record)) for record in records]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    if columns:
        writer.writeheader()
    writer.writerows(rows)


def _flat(value: Any, name: str = "") -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(item, f"{name}_{key}" if name else key)
    elif isinstance(value, list):
        if all(not isinstance(item, dict | list) for item in value):
            yield name, "|".join(map(_cell, value))
        else:
            yield name, json.dumps(value, ensure_ascii=False)
    else:
        yield name, _cell(value)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    # A negative number is no formula.
    return spreadsheet_safe(value) if isinstance(value, str) else str(value)
