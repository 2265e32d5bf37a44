"""How often a search answers first what a person would have wanted.

Asks the repository's own data every judged query of tests/relevance.yaml and prints, overall and
for each group of queries, success at 1 (an accepted answer comes first), success at 3 (one of
them is among the first three), and the mean reciprocal rank (1 when first, ½ when second, 0 past
the tenth). Queries held out of the tuning are counted apart; those written after it, to see what it
was worth, apart from all. Then the time each takes, and the failures: those held out only when
asked, so that nobody tunes on them unawares. Nothing here passes or fails. Of other data, such as
those generated.py writes, only the times are printed: most answers have copies there.

    python benchmarks/relevance.py [--held-out] [--data FOLDER]
"""

import argparse
import sqlite3
import statistics
import time
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from avcareers.query.search.ranking import search
from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.data_files import read_snapshot
from avcareers.store.validation import load

ROOT = Path(__file__).resolve().parent.parent
JUDGED = ROOT / "tests" / "relevance.yaml"
DEPTH = 10
"""Answers looked at."""


class Judged(NamedTuple):
    """A query and what was found for it."""

    query: str
    group: str
    held_out: bool
    later: bool
    rank: int | None
    """Place of the first accepted answer, from 1."""
    first: tuple[str, ...]
    """The first three answers."""
    milliseconds: float


def main() -> None:
    """Ask every judged query and print how well they were answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="also show what they miss")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder of data files")
    arguments = parser.parse_args()
    connection = sqlite3.connect(":memory:")
    compile_into(connection, load(read_snapshot(arguments.data)), "benchmark")
    judged = list(judge(Catalogue(connection)))
    print_times(judged)
    if arguments.data == ROOT / "data":
        print_relevance(judged, held_out=arguments.held_out)


def print_times(judged: list[Judged]) -> None:
    """Print how long answers took, the first ones, which fill caches, left out."""
    took = sorted(each.milliseconds for each in judged[10:])
    print(f"milliseconds: median {statistics.median(took):.1f},"
          f" 95 in 100 under {took[len(took) * 95 // 100]:.1f}, longest {took[-1]:.1f}")  # fmt: skip


def print_relevance(judged: list[Judged], *, held_out: bool) -> None:
    """Print how well each group was answered, and what was not answered first."""
    print(f"{'':18} queries   success@1   success@3      MRR")
    for name, some in parts(judged):
        print(f"{name:18} {len(some):7}   {share(some, 1):9.3f}   {share(some, 3):9.3f}"
              f"   {mean_reciprocal_rank(some):6.3f}")  # fmt: skip
    for each in judged:
        if each.rank != 1 and (held_out or not each.held_out):
            place = f"at {each.rank}" if each.rank else "missed"
            print(f"{place:7} {each.query}  →  {', '.join(each.first)}")


def judgements() -> Any:
    """Return the judged queries, as written."""
    return yaml.safe_load(JUDGED.read_text(encoding="utf-8"))


def judge(catalogue: Catalogue, *, held_out: bool = False) -> Iterator[Judged]:
    """Yield the place of the first accepted answer of every query, or of those held out only."""
    for entry in judgements():
        if held_out and not entry.get("held_out"):
            continue
        started = time.perf_counter()
        hits = search(catalogue, entry["query"], limit=DEPTH).hits
        took = 1000 * (time.perf_counter() - started)
        places = (n for n, hit in enumerate(hits, 1) if accepted(hit, entry["expect"]))
        first = tuple(f"{hit.kind}:{hit.slug}" for hit in hits[:3])
        flags = entry.get("held_out", False), entry.get("later", False)
        yield Judged(entry["query"], entry["group"], *flags, next(places, None), first, took)


def accepted(hit: Any, expected: Iterable[dict[str, str]]) -> bool:
    """True if a hit is one of the accepted answers; `*` in a key stands for anything."""
    return any(
        hit.kind == answer["kind"] and fnmatchcase(hit.slug, answer["slug"]) for answer in expected
    )


def parts(judged: list[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """Yield the queries counted together, by name."""
    drawn = [each for each in judged if not each.later]
    yield "all", drawn
    yield "tuned", [each for each in drawn if not each.held_out]
    yield "held out", [each for each in drawn if each.held_out]
    for group in dict.fromkeys(each.group for each in drawn):
        yield f"  {group}", [each for each in drawn if each.group == group]
    later = [each for each in judged if each.later]
    yield "written later", later
    for group in dict.fromkeys(each.group for each in later):
        yield f"  {group}, later", [each for each in later if each.group == group]


def share(judged: list[Judged], depth: int) -> float:
    """Return the share of queries that have an accepted answer among the first ones."""
    return sum(each.rank is not None and each.rank <= depth for each in judged) / len(judged)


def mean_reciprocal_rank(judged: list[Judged]) -> float:
    """Return the mean of the inverse of the place of the first accepted answer."""
    return sum(1 / each.rank if each.rank else 0 for each in judged) / len(judged)


if __name__ == "__main__":
    main()
