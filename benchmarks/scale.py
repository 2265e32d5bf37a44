"""What grows with the data: the compile, and the commands, at several times the shipped catalogue.

Generates each catalogue (benchmarks/generated.py), compiles it in a process of its own, then runs
each command on every size in turn, so that a machine that slows down slows them all. Prints
medians, their ratio to the first size, and peak memory. A folder that is given is kept: the
catalogues it holds are asked again, not made again. Nothing here passes or fails; figures are
recorded in docs/performance.md.

    python benchmarks/scale.py --times 1 10 100 [--runs 7] [--folder FOLDER] [--every]
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

GENERATED = Path(__file__).with_name("generated.py")
COMPILE = """
import sys
from pathlib import Path
from avcareers.store.location import Location
from avcareers.store.opening import open_catalogue
open_catalogue(Location(Path(sys.argv[1]), None))
"""
COMMANDS = (
    "jobs list --limit 50",
    "job show showrunner",
    "schools --near Lyon --within 50 --alternance",
    "search monteur",
    "plan monteur --from bac --near Lyon",
)
EVERY = (
    "",
    "jobs list",
    "jobs list -o json",
    "schools",
    "schools -o table",
    "schools -o json",
    "schools -o csv",
    "schools --programmes --sort fees",
    "schools --near Lyon --within 900",
    "school show la-femis",
    "stages",
    "stage show tournage",
    "stage show tournage -o json",
    "departments",
    "compare monteur scripte",
    "path assistant-monteur chef-monteur",
    "pay monteur",
    "explain",
    "explain cddu",
    "explain -o json",
    "sources",
    "sources -o json",
    "data stats",
    "data stale",
    "search film",
    "export {}",
)
"""The other commands, whose answers grow with the catalogue: what they cost in memory."""
RECORDS = """
    SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM programme),
           (SELECT sum(json_array_length(document, '$.grids')) FROM record WHERE kind = 'agreement'),
           (SELECT count(*) FROM pay_floor)
"""


class Run(NamedTuple):
    """What a process took."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    status: int


class Size(NamedTuple):
    """A catalogue of some times the shipped one."""

    times: int
    home: Path

    @property
    def data(self) -> Path:
        """Its data folder."""
        return self.home / "data"


def main() -> None:
    """Generate, compile, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument(
        "--folder", type=Path, help="where to work and keep: 2 GB for each 100 times"
    )
    parser.add_argument("--every", action="store_true", help="also the peak memory of the others")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        sizes = [Size(times, folder.resolve() / str(times)) for times in arguments.times]
        for size in sizes:
            if not size.home.exists():
                prepare(size)
        for command in COMMANDS:
            compare(command, sizes, arguments.runs)
        for command in EVERY if arguments.every else ():
            compare(command, sizes[-1:], 1)


def prepare(size: Size) -> None:
    """Generate and compile a catalogue; print what it took."""
    size.home.mkdir(parents=True)
    # In a process of its own: what this one takes would be counted in its children's peak.
    generate = [sys.executable, str(GENERATED), str(size.data), "--times", str(size.times)]
    subprocess.run(generate, check=True)
    run = once([sys.executable, "-c", COMPILE, str(size.data)], size)
    (catalogue,) = size.home.rglob("catalogue-*.sqlite")
    connection = sqlite3.connect(catalogue)
    counts = connection.execute(RECORDS).fetchone()
    connection.close()
    keyed, every = sum(counts[:3]), sum(counts)
    read = sum(path.stat().st_size for path in size.data.rglob("*") if path.is_file())
    print(
        f"{size.times:5}×  {every:9,} records ({keyed:,} with a key)  {read / 1e6:7.1f} MB read  "
        f"{run.seconds:7.1f} s (processor {run.cpu_seconds:.1f} s)  "
        f"{every / run.seconds:6,.0f} records/s ({every / run.cpu_seconds:,.0f} by processor)  "
        f"{run.peak_mib:6.1f} MiB  catalogue {catalogue.stat().st_size / 1e6:,.1f} MB",
        flush=True,
    )


def compare(command: str, sizes: list[Size], runs: int) -> None:
    """Run a command on each size in turn, and print what it took."""
    found: dict[int, list[Run]] = {size.times: [] for size in sizes}
    for turn in range(runs + 1):
        for size in sizes:
            words = command.format(size.home / "exported").split()
            run = once([sys.executable, "-m", "avcareers", *words], size)
            shutil.rmtree(size.home / "exported", ignore_errors=True)
            if turn or runs == 1:
                found[size.times].append(run)
    first = found[sizes[0].times]
    for times, taken in found.items():
        ratio = statistics.median(b.seconds / a.seconds for a, b in zip(first, taken, strict=True))
        worked = statistics.median(
            b.cpu_seconds / a.cpu_seconds for a, b in zip(first, taken, strict=True)
        )
        print(
            f"{command:46} {times:5}×  {statistics.median(r.seconds for r in taken) * 1000:7.0f} ms  "
            f"ratio {ratio:5.2f} (processor {worked:.2f})  {max(r.peak_mib for r in taken):6.1f} MiB"
            + (f"  status {taken[-1].status}" if taken[-1].status else ""),
            flush=True,
        )


def once(command: list[str], size: Size) -> Run:
    """Run a command on a catalogue."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command,
        cwd=size.home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(size.home),
            "XDG_CACHE_HOME": str(size.home / "cache"),
            "AVCAREERS_DATA": str(size.data),
            "LANG": "C.UTF-8",
            "COLUMNS": "80",
        },
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    worked = usage.ru_utime + usage.ru_stime
    return Run(seconds, worked, usage.ru_maxrss / 1024, child.returncode)


if __name__ == "__main__":
    main()
