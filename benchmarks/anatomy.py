"""How much of the program a command goes through: its modules, and the calls made of them.

Runs some commands, each in a process of its own that is profiled, on a warm cache, and prints for
each how many modules of ours it loads, how many it enters (a function of it is called), and how many
calls it makes of their functions (a generator counts each time it is resumed). Then the lines and
files of `src/`. These are counts, not times: they are the same on any machine, for one version of
Python. Nothing here passes or fails; figures are recorded in docs/performance.md.

    python benchmarks/anatomy.py
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    "job show showrunner",
    "schools --alternance --recognised",
    "search perchman",
    "plan monteur --from bac --near Lyon --alternance",
)
PROFILED = """
import inspect, json, sys
from pathlib import Path

told, *words = sys.argv[1:]
sys.argv = ["avcareers", *words]
calls = {}

def count(frame, event, argument):
    code = frame.f_code
    # Bodies of modules and of classes are run, not called.
    if event == "call" and code.co_flags & inspect.CO_OPTIMIZED:
        calls[code.co_filename] = calls.get(code.co_filename, 0) + 1

sys.setprofile(count)
try:
    from avcareers.cli.start import main
    main()
finally:
    sys.setprofile(None)
    loaded = {name: module.__file__ for name, module in sys.modules.items()
              if name.partition(".")[0] == "avcareers"}
    ours = [calls[file] for file in set(loaded.values()) if file in calls]
    Path(told).write_text(json.dumps([len(loaded), len(ours), sum(ours)]))
"""


class Anatomy(NamedTuple):
    """What a command goes through."""

    loaded: int
    """Modules of ours that are loaded, packages included."""
    entered: int
    """Those of which a function is called."""
    calls: int
    """Calls of their functions."""


def main() -> None:
    """Count, print."""
    print(f"{'':50} {'loaded':>7} {'entered':>8} {'calls':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for command in COMMANDS:
            anatomy(command, Path(folder))  # warms the cache
            found = anatomy(command, Path(folder))
            print(f"{command:50} {found.loaded:7} {found.entered:8} {found.calls:7}")
    files = [path for path in (ROOT / "src").rglob("*") if path.suffix in {".py", ".sql"}]
    lines = sum(len(path.read_bytes().splitlines()) for path in files)
    print(f"src/: {lines} lines in {len(files)} files")


def anatomy(command: str, home: Path) -> Anatomy:
    """Return what a command goes through, as a table of 80 columns."""
    told = home / "told.json"
    subprocess.run(
        [sys.executable, "-c", PROFILED, str(told), *command.split(), "-o", "table"],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home),
            "PYTHONPATH": str(ROOT / "src"),
            "LANG": "C.UTF-8",
            "COLUMNS": "80",
        },
    )
    return Anatomy(*json.loads(told.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
