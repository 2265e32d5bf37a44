"""Whether a search answers more judged queries than another: the paired exact test (McNemar).

Two runs are compared query by query. Those that both answer, or neither, say nothing; of the others,
if neither were better, each would be as likely won as lost. `p` is the chance of a split at least as
uneven. First write what a version answers, then compare:

    python benchmarks/paired.py --write BEFORE.json
    python benchmarks/paired.py BEFORE.json
"""

import argparse
import json
import sqlite3
from math import comb
from pathlib import Path

from relevance import DEPTH, ROOT, Judged, judge, parts

from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.data_files import read_snapshot
from avcareers.store.validation import load


def main() -> None:
    """Write the place of the first accepted answer of every judged query, or compare with such."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="places, by query")
    parser.add_argument("--write", action="store_true", help="write them rather than compare")
    arguments = parser.parse_args()
    connection = sqlite3.connect(":memory:")
    compile_into(connection, load(read_snapshot(ROOT / "data")), "benchmark")
    judged = list(judge(Catalogue(connection)))
    if arguments.write:
        arguments.file.write_text(json.dumps({each.query: each.rank for each in judged}))
    else:
        compare(json.loads(arguments.file.read_text()), judged)


def compare(before: dict[str, int | None], judged: list[Judged]) -> None:
    """Print what was answered before and is now, at 1 and at 3, and what was won and lost."""
    print(f"{'':20} queries    at 1            at 3            won  lost  p")
    for name, some in parts([each for each in judged if each.query in before]):
        then = [before[each.query] or DEPTH + 1 for each in some]
        now = [each.rank or DEPTH + 1 for each in some]
        won = sum(old > 1 == new for old, new in zip(then, now, strict=True))
        lost = sum(new > 1 == old for old, new in zip(then, now, strict=True))
        shares = (f"{_share(then, depth):.3f} → {_share(now, depth):.3f}" for depth in (1, 3))
        print(f"{name:20} {len(some):7}   ", "   ".join(shares),
              f"  {won:3}  {lost:4}  {chance(won, lost):.4f}")  # fmt: skip


def chance(won: int, lost: int) -> float:
    """Return the chance of a split at least as uneven, if each were as likely won as lost."""
    changed, fewer = won + lost, min(won, lost)
    as_uneven = 2 * sum(comb(changed, k) for k in range(fewer + 1))
    return min(1.0, as_uneven / float(2**changed))


def _share(ranks: list[int], depth: int) -> float:
    return sum(rank <= depth for rank in ranks) / max(1, len(ranks))


if __name__ == "__main__":
    main()
