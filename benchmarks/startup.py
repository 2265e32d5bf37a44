"""How long a command takes to start, beside the least a Typer and rich program could take.

Builds the wheel, installs it in an empty environment, then runs in turn: bare Python, a minimal
Typer + rich program that prints as many rows from a literal list, and the three commands. Prints
medians, peak memory, and ratios taken run by run against the minimal program, so that a machine
that slows down slows both. Nothing here passes or fails; figures are recorded in
docs/performance.md.

    python benchmarks/startup.py [--runs 15]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def main() -> None:
    """Build, install, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        python = install_wheel(home)
        (home / "list.py").write_text(MINIMAL % 160, encoding="utf-8")
        (home / "sheet.py").write_text(MINIMAL % 45, encoding="utf-8")
        (home / "schools.py").write_text(MINIMAL % 62, encoding="utf-8")
        tool = [str(python.parent / "avcareers")]
        table = ["-o", "table"]
        cases = (
            ("jobs list", [*tool, "jobs", "list", *table], "list.py"),
            ("job show showrunner", [*tool, "job", "show", "showrunner", *table], "sheet.py"),
            ("schools --alternance --recognised",
             [*tool, "schools", "--alternance", "--recognised", *table], "schools.py"),
        )  # fmt: skip
        bare = measure([str(python), "-c", "pass"], home, runs)
        print(f"{'python -c pass':36} {bare[0] * 1000:7.0f} ms {bare[1]:6.1f} MiB")
        for name, command, minimal in cases:
            pairs = [
                (once([str(python), str(home / minimal), "list"], home), once(command, home))
                for _ in range(runs + 1)
            ][1:]
            least = statistics.median(a[0] for a, _ in pairs)
            ours = statistics.median(b[0] for _, b in pairs)
            ratio = statistics.median(b[0] / a[0] for a, b in pairs)
            memory = max(b[1] for _, b in pairs)
            floor = max(a[1] for a, _ in pairs)
            print(
                f"{name:36} {ours * 1000:7.0f} ms {memory:6.1f} MiB   minimal "
                f"{least * 1000:.0f} ms {floor:.1f} MiB   ratio {ratio:.2f}"
            )


def install_wheel(home: Path) -> Path:
    """Build the wheel, install it in an empty environment, give that environment's Python."""
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(home / "dist"), str(ROOT)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", "venv", str(home / "venv")], check=True)
    python = home / "venv" / "bin" / "python"
    (wheel,) = (home / "dist").glob("*.whl")
    subprocess.run([str(python), "-m", "pip", "install", "-q", str(wheel)], check=True)
    return python


def measure(command: list[str], folder: Path, runs: int) -> tuple[float, float]:
    """Give the median seconds and the highest peak memory (MiB) of a command."""
    once(command, folder)
    results = [once(command, folder) for _ in range(runs)]
    return statistics.median(r[0] for r in results), max(r[1] for r in results)


def once(command: list[str], folder: Path) -> tuple[float, float]:
    """Run a command and give its wall seconds and peak memory in MiB."""
    start = time.perf_counter()
    # A folder of its own: no checkout in sight, no cache but its own.
    child = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "COLUMNS": "80"},
    )
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command} left with {child.returncode}")
    return seconds, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
