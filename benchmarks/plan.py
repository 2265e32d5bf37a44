"""The processor time a plan takes inside the process, and its peak memory, as the catalogue grows.

Asks for routes to a job of a small ladder, to jobs of large ones and to a school, with a city and
without, in three catalogues: the shipped one; a generated one of so many times its size; and the
hard one, the same with every copied programme preparing for the shipped jobs, so that each plan has
so many times the programmes to choose from. Each question has a process of its own, which opens the
catalogue, asks once, then times what follows. Nothing here passes or fails.

    python benchmarks/plan.py [--times 10] [--runs 5]
"""

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generated import DATA, share_jobs, write_catalogue

TODAY = "2026-11-23"
TARGETS = ("scripte", "chef-monteur", "directeur-production", "realisateur", "la-femis")
CITY, WITHIN_KM = "lyon", 50.0
MIB = 1024


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--ask", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.ask:
        target, city = arguments.ask
        asked(target, city, arguments.runs)
        return
    with tempfile.TemporaryDirectory() as folder:
        print("| catalogue | target | median | slowest | with a city | slowest | peak memory |")
        print("|---|---|---|---|---|---|---|")
        for name, data in catalogues(Path(folder), arguments.times):
            environment = {**os.environ, "AVCAREERS_DATA": str(data), "XDG_CACHE_HOME": folder}
            # Compiles in a process whose memory is not that of a question.
            ask("", "", 1, environment)
            for target in TARGETS:
                plain, near = (
                    ask(target, city, arguments.runs, environment) for city in ("", CITY)
                )
                peak = max(plain["mib"], near["mib"])
                print(f"| {name} | `{target}` | {plain['median']:.0f} ms | {plain['slowest']:.0f} ms "
                      f"| {near['median']:.0f} ms | {near['slowest']:.0f} ms | {peak:.0f} MiB |",
                      flush=True)  # fmt: skip


def catalogues(home: Path, times: int) -> Iterator[tuple[str, Path]]:
    """Yield the name and the data folder of each catalogue."""
    yield "shipped", DATA
    large = home / "large"
    write_catalogue(large, times)
    yield f"{times} ×", large
    share_jobs(large)
    yield f"{times} ×, one trade", large


def ask(target: str, city: str, runs: int, environment: dict[str, str]) -> dict[str, float]:
    """Return the milliseconds and the mebibytes of one question, from a process of its own."""
    command = [sys.executable, __file__, "--runs", str(runs), "--ask", target, city]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def asked(target: str, city: str, runs: int) -> None:
    """Print what one question takes."""
    from avcareers.cli.start import COLLECTED_AFTER
    from avcareers.query.nearby import Near
    from avcareers.query.plan.job_plan import plan_to_job
    from avcareers.query.plan.request import Request
    from avcareers.query.plan.school_plan import plan_to_school
    from avcareers.store.location import locate
    from avcareers.store.opening import open_catalogue

    catalogue = open_catalogue(locate())
    spent = [0.0]
    if target:
        near = Near(catalogue.document("place", city), WITHIN_KM) if city else None
        request = Request(level=4, near=near)
        plan = plan_to_school if target in catalogue.cards("school", [target]) else plan_to_job
        plan(catalogue, target, request, TODAY)
        spent = []
        gc.set_threshold(COLLECTED_AFTER)
        for _ in range(runs):
            start = time.process_time()
            plan(catalogue, target, request, TODAY)
            spent.append((time.process_time() - start) * 1000)
    mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    print(json.dumps({"median": statistics.median(spent), "slowest": max(spent), "mib": mib}))


if __name__ == "__main__":
    main()
