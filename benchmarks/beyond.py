"""Past one machine's worth: the flat tables many times over, asked of DuckDB and of Spark.

Exports the shipped catalogue as Parquet, multiplies every table, partitions what belongs to a school
by region, and asks the ten questions of docs/duckdb.md: of DuckDB, and of Spark when PySpark and a
Java runtime are there. The two answers are compared with each other; on the tables as they are, both
with the answer of the command. What was found stands in docs/scale.md. A difference leaves with 1.

A copy has keys of its own, and its schools stand in other real cities; stages, departments, places
and diplomas stay what they are.

    pip install 'avcareers[parquet]' pyspark
    python benchmarks/beyond.py FOLDER --times 1000 [--master 'local-cluster[2,1,1024]']
"""

import argparse
import atexit
import importlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

PAGE = Path(__file__).resolve().parent.parent / "docs" / "duckdb.md"
QUESTION = re.compile(
    r"^## (.+?)\n.*?^`avcareers (.+?)`\n+```sql\n(.+?)```", re.MULTILINE | re.DOTALL
)
DAY = "2026-11-30"
"""The day the questions speak of."""
SHARED = frozenset(
    {"stages", "departments", "places", "regions", "diplomas", "rome", "pay_bases", "deliverables"}
)
"""Tables that do not grow, nor those that hang on them alone."""
TOLD_APART = frozenset({"idcc", "grid", "record", "former"})
"""Columns that name what is copied though no foreign key says so."""
SHIFT = 37
"""How many places further each copy of a school stands."""
Rows = list[tuple[Any, ...]]


class Question(NamedTuple):
    """A question in SQL, and the command that answers it too."""

    title: str
    command: str
    sql: str


class Table(NamedTuple):
    """A table of the export."""

    name: str
    columns: tuple[str, ...]
    renamed: frozenset[str]
    """Columns whose values are others in a copy."""
    places: frozenset[str]
    """Columns that name a place."""


def main() -> None:
    """Multiply, ask, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where to work; made again each time")
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--master", default="local-cluster[2,1,1024]", help="of Spark")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    duckdb: Any = importlib.import_module("duckdb")
    exported = folder / "exported"
    shutil.rmtree(folder, ignore_errors=True)
    export = [sys.executable, "-m", "avcareers", "export", str(exported), "--format", "parquet"]
    subprocess.run(export, check=True, stderr=subprocess.DEVNULL)
    with duckdb.connect() as database:
        differing = 0
        for times in dict.fromkeys((1, arguments.times)):
            tables = multiplied(database, exported, folder / str(times), times)
            differing += compared(database, tables, folder / str(times), arguments.master)
    raise SystemExit(int(differing > 0))


def multiplied(database: Any, exported: Path, folder: Path, times: int) -> list[Table]:
    """Write every table so many times over; print what it took."""
    started = time.perf_counter()
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    tables = list(declared(package))
    database.execute(f"CREATE OR REPLACE TABLE copies AS SELECT range AS copy FROM range({times})")
    place = f"SELECT slug, row_number() OVER (ORDER BY slug) - 1 AS place FROM '{exported}/places.parquet'"
    database.execute(f"CREATE OR REPLACE TABLE numbered AS {place}")
    region = f"""
        SELECT c.school, min(p.region) AS region
        FROM '{exported}/campuses.parquet' c JOIN '{exported}/places.parquet' p ON p.slug = c.place
        GROUP BY c.school
    """
    database.execute(f"CREATE OR REPLACE TABLE school_region AS {region}")
    rows = 0
    for table in tables:
        rows += write(database, table, exported / f"{table.name}.parquet", folder / table.name)
    size = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
    print(
        f"{times}×: {rows:,} rows in {len(tables)} tables, {size / 1e6:,.0f} MB of Parquet, "
        f"written in {time.perf_counter() - started:.1f} s",
        flush=True,
    )
    return tables


def declared(package: Any) -> Iterator[Table]:
    """Yield the tables of an export, with what a copy changes in each."""
    for resource in package["resources"]:
        schema = resource["schema"]
        columns = tuple(field["name"] for field in schema["fields"])
        targets = {
            key["fields"][0]: key["reference"]["resource"]
            for key in schema.get("foreignKeys", ())
            if len(key["fields"]) == 1
        }
        hangs_on = targets.get(schema["primaryKey"][0])
        grows = resource["name"] not in SHARED and hangs_on not in SHARED
        renamed = {name for name, table in targets.items() if table not in SHARED}
        own = {"slug"} if schema["primaryKey"] == ["slug"] else set()
        yield Table(
            resource["name"],
            columns,
            frozenset((renamed | own | TOLD_APART) & set(columns) if grows else ()),
            frozenset(name for name, table in targets.items() if table == "places" and grows),
        )


def write(database: Any, table: Table, source: Path, folder: Path) -> int:
    """Write one table so many times over, by region if it hangs on a school; return its rows."""
    folder.mkdir(parents=True)
    school = "slug" if table.name == "schools" else "school" if "school" in table.columns else ""
    # The first copy is the table itself.
    cells = [f"{copied(name, table)} AS {name}" for name in table.columns]
    joins = "".join(
        f" LEFT JOIN numbered n_{name} ON n_{name}.slug = t.{name}" for name in table.places
    )
    copies = "CROSS JOIN copies" if table.renamed else "CROSS JOIN (SELECT 0 AS copy)"
    by_region = f"LEFT JOIN school_region r ON r.school = t.{school}" if school else ""
    region = ", coalesce(r.region, 'unknown') AS region" if school else ""
    sql = f"SELECT {', '.join(cells)}{region} FROM '{source}' t {copies}{joins} {by_region}"
    form = "FORMAT parquet, PARTITION_BY (region)" if school else "FORMAT parquet"
    target = folder if school else folder / "part.parquet"
    ((rows,),) = database.execute(f"COPY ({sql}) TO '{target}' ({form})").fetchall()
    return int(rows)


def copied(name: str, table: Table) -> str:
    """Return what a column holds in a copy."""
    if name in table.places:
        further = f"(n_{name}.place + {SHIFT} * copy) % (SELECT count(*) FROM numbered)"
        return f"(SELECT slug FROM numbered WHERE place = {further})"
    if name in table.renamed:
        return f"CASE WHEN copy = 0 THEN t.{name} ELSE t.{name} || '-' || copy END"
    if table.name == "campuses" and name in ("lat", "lon"):
        return f"CASE WHEN copy = 0 THEN t.{name} END"
    return f"t.{name}"


def compared(database: Any, tables: list[Table], folder: Path, master: str) -> int:
    """Ask every question of each engine; print, and return how many answers differ."""
    engines: dict[str, Callable[[str], Rows]] = {"DuckDB": duck(database, tables, folder)}
    if importlib.util.find_spec("pyspark") and shutil.which("java"):
        engines["Spark"] = spark(tables, folder, master)
    else:
        print("Spark: not asked, PySpark or Java is not there", flush=True)
    if folder.name == "1":
        engines["command"] = command
    differing = 0
    for question in map(Question._make, QUESTION.findall(PAGE.read_text(encoding="utf-8"))):
        said, answers = [], []
        for name, ask in engines.items():
            started = time.perf_counter()
            rows = ask(question.command if name == "command" else tabled(question.sql))
            said.append(f"{name} {len(rows):,} in {time.perf_counter() - started:.2f} s")
            answers.append(sorted(rows))
        same = all(answer == answers[0] for answer in answers)
        differing += not same
        print(
            f"  {question.title:62} {', '.join(said)}: {'same' if same else 'DIFFER'}", flush=True
        )
    return differing


def tabled(sql: str) -> str:
    """Return a question that names tables, not files."""
    return re.sub(r"'(\w+)\.csv'", r"\1", sql)


def named(sql: str) -> list[str]:
    """Return the tables that a question reads."""
    return re.findall(r"'(\w+)\.csv'", sql)


def duck(database: Any, tables: list[Table], folder: Path) -> Callable[[str], Rows]:
    """Return what asks DuckDB."""
    for table in tables:
        files = f"read_parquet('{folder / table.name}/**/*.parquet', hive_partitioning = true)"
        database.execute(f"CREATE OR REPLACE VIEW {table.name} AS FROM {files}")
    return lambda sql: list(database.execute(sql).fetchall())


def spark(tables: list[Table], folder: Path, master: str) -> Callable[[str], Rows]:
    """Return what asks Spark."""
    builder: Any = importlib.import_module("pyspark.sql").SparkSession.builder
    # Two hundred tasks a join, the default, would be most of the time of a small answer.
    options = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
    }
    session = builder.master(master).config(map=options).getOrCreate()
    atexit.register(session.stop)
    session.sparkContext.setLogLevel("ERROR")
    asked = {name for sql in PAGE.read_text(encoding="utf-8").split("```") for name in named(sql)}
    for table in (each for each in tables if each.name in asked):
        session.read.parquet(str(folder / table.name)).createOrReplaceTempView(table.name)
    return lambda sql: [tuple(row) for row in session.sql(sql).collect()]


def command(words: str) -> Rows:
    """Return what the command answers, as rows of the keys a question asks for."""
    asked = [sys.executable, "-m", "avcareers", *words.split(), "--today", DAY, "-o", "json"]
    answer = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
    rows = answer["sources"] if isinstance(answer, dict) else answer
    if "amount_eur" in rows[0]:
        return [(row["function"], row["amount_eur"]) for row in rows if row["amount_eur"]]
    if "school" in rows[0]:
        return [(row["school"], row["slug"]) for row in rows]
    return [(row["slug"],) for row in rows]


if __name__ == "__main__":
    main()
