"""The one way a data file is written: keys in model order, block style, one text a line."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import yaml

from avcareers.model.base import Record
from avcareers.model.errors import DataError, Problem

from .data_files import DATA_FILES, DataFile, Snapshot
from .validation import load

SORTED_FIELDS = frozenset({"about", "sources", "formerly", "near", "next"})
"""Lists whose order means nothing."""
SORTED_FILES = frozenset(
    {
        "schools",
        "certifications",
        "diplomas",
        "minimum_wages",
        "synonyms",
        "sources",
        "places",
        "regions",
        "rome",
        "rules",
        "earnings",
    }
)
"""Files whose records stand in the order of their keys; the others' order is the chain's."""


class _Dumper(yaml.SafeDumper):
    """Writes lists indented under their key only by their dash."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Write everything out: the reader refuses aliases."""
        return True


def _plain_number(dumper: yaml.SafeDumper, number: float) -> yaml.Node:
    """Write a number without exponent: 5e-05 would read back as text."""
    text = format(Decimal(repr(number)), "f")
    return dumper.represent_scalar("tag:yaml.org,2002:float", text if "." in text else f"{text}.0")


_Dumper.add_representer(float, _plain_number)


def header(file: DataFile, path: str) -> str:
    """Return the line that tells editors which schema a list, or a sheet of its records, follows."""
    up, name = ("..", file.name) if path == file.path else ("../..", f"{file.name}-sheet")
    return f"# yaml-language-server: $schema={up}/schema/{name}.schema.json\n"


def formatted(snapshot: Snapshot) -> dict[str, str]:
    """Return the text each data file should have, by its path.

    A record that has a sheet keeps in the list what lists show; one that has none stays whole.
    Raises DataError when a file is invalid, or holds comments below its header: they would be
    lost.
    """
    content = load(snapshot)
    texts = {
        path: text
        for file in DATA_FILES
        if file.path in snapshot.contents
        for path, text in written(file, getattr(content, file.name), snapshot).items()
    }
    refuse_lost_comments(snapshot, texts)
    return texts


def written(file: DataFile, records: Iterable[Record], snapshot: Snapshot) -> dict[str, str]:
    """Return the text of a list and of the sheets its records have in a snapshot, by path."""
    sheets = snapshot.sheets(file)
    records = list(records)
    if file.name in SORTED_FILES:
        records.sort(key=_slug)
    entries, texts = [], {file.path: ""}
    for record in records:
        plain = _tidy(record.model_dump(mode="json", exclude_defaults=True))
        path = sheets.get(_slug(record))
        if path:
            sheet = {field: value for field, value in plain.items() if field not in file.entry}
            texts[path] = header(file, path) + write_yaml(sheet)
            plain = {field: value for field, value in plain.items() if field in file.entry}
        entries.append(plain)
    texts[file.path] = header(file, file.path) + write_yaml(entries)
    return texts


def _slug(record: Record) -> str:
    return str(getattr(record, "slug", ""))


def refuse_lost_comments(snapshot: Snapshot, paths: Iterable[str]) -> None:
    """Raise DataError when files to be written hold comments below their header."""
    files = {file.name: file for file in DATA_FILES}
    problems = tuple(
        Problem(path, line, 1, "", "comments would be lost: use `doubts` or `note`")
        for path in paths
        for file in [files[path.partition("/")[0].removesuffix(".yaml")]]
        for line in _comments(header(file, path), snapshot.text(path))
    )
    if problems:
        raise DataError(problems)


def _comments(header: str, text: str) -> Iterator[int]:
    """Yield the lines that hold a comment, the header apart.

    What stands between two tokens of YAML is either blank or a comment. Ends of lines and a byte
    order mark are the editor's: they hold nothing to be lost.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if text.startswith(header):
        text = "\n" + text.removeprefix(header)
    lines = text.splitlines()
    end = (0, 0)
    for token in yaml.scan(text, Loader=yaml.SafeLoader) if "#" in text else ():
        start = (token.start_mark.line, token.start_mark.column)
        for number in range(end[0], min(start[0] + 1, len(lines))):
            first = end[1] if number == end[0] else 0
            last = start[1] if number == start[0] else None
            if "#" in lines[number][first:last]:
                yield number + 1
        end = (token.end_mark.line, token.end_mark.column)


def write_yaml(value: Any) -> str:
    """Return a value as YAML that the strict reader gives back unchanged."""
    # A round trip through JSON leaves nothing but the types the reader knows.
    return yaml.dump(
        json.loads(json.dumps(value)),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=10**6,
    )


def _tidy(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: sorted(item) if key in SORTED_FIELDS else _tidy(item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    # Whole amounts and coordinates are written as people write them: 178, not 178.0.
    return int(value) if isinstance(value, float) and value.is_integer() else value
