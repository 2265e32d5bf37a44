"""How long a command takes to start, beside the least a Typer and rich program could take.

Builds the wheel, installs it in an empty environment, then runs in turn, for each command that
reads: a minimal Typer + rich program that prints as many rows from a literal list, and the command.
As many as the answer has when piped, its header left out. `python -c "import typer"` runs with them:
no program built on Typer can take less. Prints medians, peak memory, and ratios taken run by run, so
that a machine that slows down slows all; that of processor time suffers less from neighbours. Nothing
here passes or fails; figures are recorded in docs/performance.md.

    python benchmarks/startup.py [--runs 15] [--only schools]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
MINIMAL = """
import typer
app = typer.Typer()
ROWS = [(f"Métier numéro {i}", f"Job number {i}", "●○○○○○○", "confirmé") for i in range(%d)]

@app.callback()
def root() -> None: ...

@app.command("list")
def list_command(limit: int = 0, output: str = "table") -> None:
    from rich.console import Console
    from rich.table import Table
    table = Table(box=None)
    for title in ("Métier", "En anglais", "Étapes", "Niveau"):
        table.add_column(title)
    for row in ROWS:
        table.add_row(*row)
    Console().print(table)

app()
"""


COMMANDS = (
    "home",
    "search perchman",
    "search montage",
    "stages",
    "stage show tournage",
    "departments",
    "jobs list",
    "jobs --stage tournage --level entry",
    "job show showrunner",
    "job show monteur --full",
    "job show monteur --sheet --near Lyon",
    "schools",
    "schools --alternance --recognised",
    "schools --job monteur --near Lyon --within 60",
    "schools --programmes --job monteur",
    "school show la-femis",
    "school check eicar",
    "compare monteur etalonneur",
    "compare la-femis cinefabrique",
    "path auxiliaire-regie directeur-production",
    "path chef-monteur",
    "plan monteur --from bac --near Lyon --alternance",
    "plan la-femis --from bac",
    "match --like draw --not nights --from bac --near Lille --max-fees 0",
    "match --not nights --from bac --alternance",
    "pay scripte",
    "pay chef-electricien --history",
    "explain",
    "explain 507h",
    "sources",
    "sources showrunner",
    "changes --since 2026-11-23",
    "data stats",
    "data stale",
)
"""Everything that only reads, and one of its longer answers where they differ."""
COMPLETED = "job show mon"
"""What is typed when a shell asks for the rest."""


class Least(NamedTuple):
    """What a command is compared with."""

    python: Path
    """Python of the environment."""
    program: Path
    """The minimal program."""

    @property
    def minimal(self) -> list[str]:
        """The command of the minimal program."""
        return [str(self.python), str(self.program), "list"]

    @property
    def floor(self) -> list[str]:
        """The command that only loads Typer."""
        return [str(self.python), "-c", "import typer"]


class Run(NamedTuple):
    """What a run took."""

    seconds: float
    processor_seconds: float
    mebibytes: float


def main() -> None:
    """Build, install, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        python = install_wheel(home)
        tool = str(python.parent / "avcareers")
        bare = [once([str(python), "-c", "pass"], home) for _ in range(asked.runs)]
        print(f"{'python -c pass':50} {median(r.seconds for r in bare) * 1000:7.0f} ms")
        for command in COMMANDS:
            if asked.only not in command:
                continue
            words = [tool, *command.split()]
            form = [] if "--sheet" in words else ["-o", "table"]
            least = Least(python, minimal_program(home, rows_of(words, home)))
            compare(command, [*words, *form], least, home, asked.runs)
        if asked.only in f"completion of {COMPLETED}":
            typed = ["avcareers", *COMPLETED.split()]
            shell = {
                "_AVCAREERS_COMPLETE": "complete_bash",
                "COMP_WORDS": " ".join(typed),
                "COMP_CWORD": str(len(typed) - 1),
            }
            least = Least(python, minimal_program(home, 1))
            compare(f"completion of {COMPLETED}", [tool], least, home, asked.runs, shell)


def minimal_program(home: Path, rows: int) -> Path:
    """Write a minimal program that prints so many rows."""
    program = home / f"minimal-{rows}.py"
    program.write_text(MINIMAL % rows, encoding="utf-8")
    return program


def rows_of(words: list[str], home: Path) -> int:
    """Return how many rows an answer has."""
    form = [] if "--sheet" in words else ["-o", "plain"]
    answer = subprocess.run(
        [*words, *form], check=True, cwd=home, env=environment(home), stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return len(answer.stdout.splitlines()) - bool(form)


def compare(
    name: str,
    command: list[str],
    least: Least,
    home: Path,
    runs: int,
    more: dict[str, str] | None = None,
) -> None:
    """Run a command and the least ones in turn, and print a line. The first runs are lost."""
    runs_in_turn = [
        (once(least.floor, home), once(least.minimal, home), once(command, home, more))
        for _ in range(runs + 1)
    ][1:]
    minimal = median(minimal.seconds for _, minimal, _ in runs_in_turn)
    ours = median(ours.seconds for _, _, ours in runs_in_turn)
    ratio = median(ours.seconds / minimal.seconds for _, minimal, ours in runs_in_turn)
    processor = median(
        ours.processor_seconds / minimal.processor_seconds for _, minimal, ours in runs_in_turn
    )
    above = median(ours.seconds / floor.seconds for floor, _, ours in runs_in_turn)
    memory = max(ours.mebibytes for _, _, ours in runs_in_turn)
    print(
        f"{name:50} {ours * 1000:7.0f} ms {memory:6.1f} MiB   minimal {minimal * 1000:5.0f} ms   "
        f"ratio {ratio:.2f}   of processor {processor:.2f}   to typer {above:.2f}",
        flush=True,
    )


def install_wheel(home: Path) -> Path:
    """Build the wheel, install it in an empty environment, return that environment's Python."""
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(home / "dist"), str(ROOT)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", "venv", str(home / "venv")], check=True)
    python = home / "venv" / "bin" / "python"
    (wheel,) = (home / "dist").glob("*.whl")
    subprocess.run([str(python), "-m", "pip", "install", "-q", str(wheel)], check=True)
    return python


def once(command: list[str], folder: Path, more: dict[str, str] | None = None) -> Run:
    """Run a command and return what it took."""
    start = time.perf_counter()
    # A folder of its own: no checkout in sight, no cache but its own.
    child = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**environment(folder), **(more or {})},
    )
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command} left with {child.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment every program runs in."""
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "COLUMNS": "80"}


if __name__ == "__main__":
    main()
