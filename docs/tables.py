"""The page of the flat tables, docs/tables.md, read from their declaration.

python docs/tables.py            write docs/tables.md
python docs/tables.py --check    write nothing; leave with 3 if it would change
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from avcareers.store.flat.declaration import Column
from avcareers.store.flat.relation import Relation, relations

PAGE = Path(__file__).resolve().parent / "tables.md"
WOULD_CHANGE = 3
HEAD = """\
# The flat tables, column by column

<!-- Written by docs/tables.py from the models and store/flat/: change those, then run it. -->

`avcareers export FOLDER --format csv`, `jsonl`, `sqlite` or `parquet` writes one table for each relation of
the catalogue, `NOTICE.txt`, which says what may be reused and how to name it (SQLite: also the table `about`),
and `datapackage.json`, which says the same as this page to programs
([Data Package](https://datapackage.org), version 2). `--excel` writes the CSV that a French spreadsheet opens:
semicolons, decimal commas, a mark of UTF-8.

An empty cell is not known, or there is none: never 0. `text, or none` may be empty. Dates are days,
`2026-11-23`; a text that may be a day, a month or a year says so. *Key* columns name a row together; `→ jobs`
is a key of that table. Codes mean what [words.md](words.md) says. Ten questions with their answers:
[duckdb.md](duckdb.md). What is stable, and for how long: [api.md](api.md).

In CSV, a cell that a spreadsheet would run as a formula begins with an apostrophe.
"""


def main() -> None:
    """Write the page, or say that it would change."""
    text = page()
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return
    sys.stderr.write("docs/tables.md\n")
    if "--check" in sys.argv[1:]:
        raise SystemExit(WOULD_CHANGE)
    PAGE.write_text(text, encoding="utf-8")


def page() -> str:
    """Return the text of docs/tables.md."""
    names = " · ".join(f"[{each.name}](#{each.name})" for each in relations())
    return "\n".join([HEAD, names, "", *(line for each in relations() for line in lines(each))])


def lines(table: Relation) -> Iterator[str]:
    """Yield the lines of one table."""
    yield f"## {table.name}\n"
    yield f"{table.description} Key: {', '.join(f'`{name}`' for name in table.key)}.\n"
    yield "| column | type | what it says |"
    yield "|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {described(table, column)} | {cell(column.description)} |"
    yield ""


def described(table: Relation, column: Column) -> str:
    """Return what a column takes: its type, its unit or what it names, whether it may be empty."""
    kind = {"string": "text", "integer": "whole number", "boolean": "true or false"}.get(
        column.type, column.type
    )
    if column.values:
        kind = " · ".join(f"`{value}`" for value in column.values)
    if column.unit:
        kind = f"{kind}, {column.unit}"
    targets = [key.table for key in table.foreign_keys if key.columns == (column.name,)]
    said = f"{kind} → {targets[0]}" if targets else kind
    return said if column.required else f"{said}, or none"


def cell(text: str) -> str:
    """Write a text so that a Markdown table can hold it."""
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    main()
