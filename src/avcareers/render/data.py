"""Results for programs: JSON, one JSON a line, CSV."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, TextIO

from avcareers.model.answer import Mark, Merged, Rounded, Rows, Unpublished, mark_of
from avcareers.store.view import View

from .safety import json_safe, spreadsheet_safe

AT_ONCE = 10_000
"""Parts of a JSON text written together: a part is a mark, a name or a value."""


def in_columns(answer: Any) -> Any:
    """Return an answer, or the rows of a list, as CSV has them: rows may say in which columns."""
    fields = (
        zip(_marks(answer.__class__), answer, strict=True) if hasattr(answer, "_fields") else ()
    )
    rows = next((value for (_, mark), value in fields if mark is Rows), None)
    if isinstance(rows, tuple) and rows and hasattr(rows[0], "columns"):
        return [row.columns() for row in rows]
    return published(answer)


def published(value: Any) -> Any:
    """Return an answer, or any value it holds, as what JSON can write."""
    whole = [value]
    # Walked, not recursed: a ladder may be deeper than Python lets calls nest.
    unmade: list[tuple[Any, Any]] = [(whole, 0)]
    while unmade:
        holder, place = unmade.pop()
        made = holder[place] = _opened(holder[place])
        if made.__class__ is dict:
            unmade += ((made, name) for name, item in made.items() if item.__class__ not in _PLAIN)
        elif made.__class__ is list:
            unmade += ((made, i) for i, item in enumerate(made) if item.__class__ not in _PLAIN)
    return whole[0]


BETWEEN = "|"
"""What separates the values of a list in a cell: a French spreadsheet splits cells at semicolons."""
KEYS = ("slug", "name", "fr")
"""What a record goes by in a cell: its key, its name, or what it says in French."""
_PLAIN = frozenset({str, int, float, bool, type(None)})
"""Types that JSON writes as they are."""


def _opened(value: Any) -> Any:
    """Return a value as the dictionary or list it is published as, its parts left as they are."""
    if isinstance(value, View):
        return dict(vars(value))
    if isinstance(value, tuple):
        return _fields(value) if hasattr(value, "_fields") else list(value)
    return dict(value) if isinstance(value, dict) else value


def _fields(answer: Any) -> Any:
    """Return the published fields of an answer by their names, or its rows when it is a list."""
    fields: dict[str, Any] = {}
    for (name, mark), value in zip(_marks(answer.__class__), answer, strict=True):
        if mark is Rows:
            return _opened(value)
        if mark is Unpublished:
            continue
        if isinstance(mark, Merged):
            whole = _opened(value)
            fields |= {key: whole[key] for key in mark.only} if mark.only else whole
        elif isinstance(mark, Rounded):
            fields[name] = None if value is None else round(value, mark.decimals)
        else:
            fields[name.rstrip("_")] = value
    return fields


@cache
def _marks(kind: Any) -> tuple[tuple[str, Merged | Rounded | Mark | None], ...]:
    """Return each field of a class of answers with its mark."""
    return tuple((name, mark_of(annotation)) for name, annotation in kind.__annotations__.items())


def write_data(data: Any, output: str, stream: TextIO) -> None:
    """Write JSON values in a format for programs; the records of a list one by one."""
    if output == "json" and isinstance(data, dict):
        _write_one(data, stream)
    elif output == "csv" and isinstance(data, dict):
        write_csv(list(_told(data)), stream)
    else:
        WRITERS[output]([data] if isinstance(data, dict) else data, stream)


def json_text(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON, and an end of line."""
    try:
        text = json.dumps(value, ensure_ascii=False, indent=indent)
    except RecursionError:
        text = "".join(_json_parts(value, indent))
    return json_safe(text) + "\n"


def _write_one(value: Any, stream: TextIO) -> None:
    """Write a value as JSON, a part at a time: its text may take more memory than the value."""
    parts = _json_parts(value, indent=2)
    while some := "".join(islice(parts, AT_ONCE)):
        stream.write(json_safe(some))
    stream.write("\n")


_scalar = json.JSONEncoder(ensure_ascii=False).encode


def _json_parts(value: Any, indent: int | None) -> Iterator[str]:
    """Yield a value as JSON, in parts, as `json.dumps` writes it.

    It is walked, not recursed, as `json` does: a ladder may be deeper than Python lets calls nest.
    """
    levels: list[tuple[Iterator[tuple[str, Any]], str]] = [(iter([("", value)]), "")]
    before = ""
    while levels:
        items, closing = levels[-1]
        for name, item in items:
            yield f"{before}{name}"
            if item and isinstance(item, dict | list):
                opening, end = "{}" if isinstance(item, dict) else "[]"
                yield opening
                before = _new_line(len(levels), indent)
                levels.append((_named(item), end))
                break
            yield _scalar(item)
            before = _after_comma(len(levels) - 1, indent)
        else:
            levels.pop()
            if levels:
                yield _new_line(len(levels) - 1, indent) + closing
                before = _after_comma(len(levels) - 1, indent)


def _named(items: dict[str, Any] | list[Any]) -> Iterator[tuple[str, Any]]:
    """Yield what is inside braces or brackets, each with what stands before it."""
    if isinstance(items, dict):
        return ((f"{_scalar(name)}: ", item) for name, item in items.items())
    return (("", item) for item in items)


def _new_line(depth: int, indent: int | None) -> str:
    return "" if indent is None else "\n" + " " * indent * depth


def _after_comma(depth: int, indent: int | None) -> str:
    return "," + (_new_line(depth, indent) or " ")


def write_json(records: Iterable[Any], stream: TextIO) -> None:
    """Write records as one JSON array."""
    before = "["
    for record in records:
        # No text of JSON has a line of its own: what is indented is only its form.
        text = json_text(record, indent=2).rstrip("\n").replace("\n", "\n  ")
        stream.write(f"{before}\n  {text}")
        before = ","
    stream.write("[]\n" if before == "[" else "\n]\n")


def write_lines(records: Iterable[Any], stream: TextIO) -> None:
    """Write records as JSON, one a line."""
    stream.writelines(map(json_text, records))


def _told(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what one record says, a fact a row: the way to it, then its value, or values in a list.

    What is not known, or has nothing in it, is a row without value.
    """
    # Walked, not recursed: a ladder may be deeper than Python lets calls nest.
    waiting: list[tuple[str, Any]] = [("", record)]
    while waiting:
        name, value = waiting.pop()
        within: Iterable[tuple[Any, Any]] = ()
        if isinstance(value, dict):
            within = value.items()
        elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
            within = enumerate(value)
        inner = [(f"{name}.{key}" if name else str(key), item) for key, item in within]
        if inner:
            waiting += reversed(inner)
        else:
            yield {"fact": name, "value": value or None if isinstance(value, dict) else value}


def write_csv(records: Iterable[dict[str, Any]], stream: TextIO) -> None:
    """Write records as CSV: nested names are joined, values of a list are separated by bars.

    Records in a list go by their keys, or their plain values when they have none. The records are gone
    through twice: once for their columns, once for their cells.
    """
    columns = list(dict.fromkeys(name for record in records for name, _ in _flat(record)))
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    if columns:
        writer.writeheader()
    for record in records:
        writer.writerow(dict(_flat(record)))


def _flat(value: Any, name: str = "") -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(item, f"{name}_{key}" if name else key)
    elif isinstance(value, list):
        yield name, spreadsheet_safe(BETWEEN.join(map(_in_short, value)))
    else:
        # A negative number is no formula.
        yield name, spreadsheet_safe(value) if isinstance(value, str) else _cell(value)


def _in_short(item: Any) -> str:
    """Return what stands in a cell for one of the values of a list."""
    if isinstance(item, list):
        return ", ".join(map(_plainly, item))
    if not isinstance(item, dict):
        return _cell(item)
    said = ((name, _plainly(each)) for name, each in item.items())
    return _plainly(item) or ", ".join(f"{name}: {text}" for name, text in said if text)


def _plainly(value: Any) -> str:
    """Return a value of one word, or what a record goes by; nothing for what needs more."""
    if isinstance(value, dict):
        return next((value[key] for key in KEYS if isinstance(value.get(key), str)), "")
    return "" if isinstance(value, list) else _cell(value)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


WRITERS: dict[str, Callable[[Iterable[Any], TextIO], None]] = {
    "json": write_json,
    "jsonl": write_lines,
    "csv": write_csv,
}
"""What writes records, by format."""
