"""Set up a development environment and run every test and check.

    python3 check.py            everything, as the continuous integration does
    python3 check.py --fast     without the tests marked slow and without the wheel
    python3 check.py --oldest   only the tests, with the oldest dependencies that are allowed
    python3 check.py --newest   only the tests, with the newest, locked or not
    python3 check.py --browser  only the tests of the web site in the Chromium of the system

Needs Python 3.11 or later and nothing else: the rest is installed in `.venv`, at the versions
locked in requirements/dev.txt. Checks run side by side, as many as there are processors, then the
tests on all of them. Stops at the first that fails.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = "Scripts/python.exe" if os.name == "nt" else "bin/python"
THREE_COMMANDS = (
    ("jobs", "list"),
    ("job", "show", "showrunner"),
    ("schools", "--alternance", "--recognised"),
)
"""What must always work as written."""
CHECKS = (
    ("types", "-m", "mypy"),
    ("format", "-m", "ruff", "format", "--check", "."),
    ("lint", "-m", "ruff", "check", "."),
    ("layers", "-c", "from importlinter.cli import lint_imports_command as run; run()"),
    ("data", "-m", "avcareers", "data", "check"),
    ("data form", "-m", "avcareers", "data", "fmt", "--check"),
    ("schemas", "-m", "avcareers", "data", "schema", "--check"),
)
WHEEL = ("wheel", "check.py", "--wheel")
TESTS = ("-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal")
"""Each worker starts with tests that stand together, which share what they prepare."""
TEST_TOOLS = ("pytest", "pytest-xdist", "hypothesis", "syrupy", "build", "hatchling", "packaging")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BOUNDS = {"--oldest": "lowest-direct", "--newest": "highest"}


def main() -> None:
    """Set up, check, and build."""
    if sys.version_info < (3, 11):  # noqa: UP036 (the interpreter that runs this may be older)
        raise SystemExit("avcareers needs Python 3.11 or later")
    started = time.monotonic()
    python = str(environment())
    fast = "--fast" in sys.argv
    side_by_side(
        (name, [python, *command]) for name, *command in (*CHECKS, *(() if fast else (WHEEL,)))
    )
    step("tests", [python, *TESTS, *(("-m", "not slow") if fast else ())])
    print(f"everything holds ({time.monotonic() - started:.0f} s)")


def environment() -> Path:
    """Return the Python of the development environment, made or brought up to date."""
    python = ENVIRONMENT / PYTHON
    lock = ROOT / "requirements" / "dev.txt"
    stamp = ENVIRONMENT / "installed.txt"
    wanted = lock.read_text(encoding="utf-8") + (ROOT / "pyproject.toml").read_text(
        encoding="utf-8"
    )
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        step("environment", [*pip, "-r", str(lock)])
        step("package", [*pip, "--no-deps", "-e", str(ROOT)])
        stamp.write_text(wanted, encoding="utf-8")
    return python


def check_wheel() -> None:
    """Build the wheel, install it in an empty environment elsewhere, run the three commands."""
    with tempfile.TemporaryDirectory() as folder:
        away = Path(folder)
        build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(away), str(ROOT)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        venv.create(away / "venv", with_pip=True)
        python = away / "venv" / PYTHON
        (wheel,) = away.glob("*.whl")
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, str(wheel)], check=True)
        tool = str(python.with_name("avcareers"))
        quiet = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        for command in THREE_COMMANDS:
            for form in ("table", "json"):
                ran = subprocess.run(
                    [tool, *command, "-o", form],
                    check=True,
                    cwd=away,
                    env={**quiet, "HOME": folder},
                    capture_output=True,
                    encoding="utf-8",
                )
                if ran.stderr:
                    raise SystemExit(f"{command} said: {ran.stderr}")
                if form == "json":
                    json.loads(ran.stdout)
            print(f"from the wheel: avcareers {' '.join(command)}")
        if list(away.glob(".cache/**/catalogue-*")):
            raise SystemExit("the wheel's own catalogue was not used")


def check_bounds(resolution: str) -> None:
    """Run the three commands and the tests with the dependencies at one end of their bounds."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / PYTHON
        step("uv", [str(python), "-m", "pip", "install", "--quiet", "uv>=0.9,<1"])
        uv = [str(python), "-m", "uv", "pip"]
        install = [*uv, "install", "--quiet", "--python", str(python)]
        step("dependencies", [*install, "--resolution", resolution, "-e", str(ROOT)])
        chosen = subprocess.run(
            [*uv, "freeze", "--exclude-editable", "--python", str(python)],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        print(chosen, end="")
        constraints = Path(folder) / "chosen.txt"
        constraints.write_text(chosen, encoding="utf-8")
        step("tools", [*install, "-c", str(constraints), *TEST_TOOLS])
        for command in THREE_COMMANDS:
            step(" ".join(command), [str(python), "-m", "avcareers", *command, "-o", "json"])
        # The documents were made with the locked versions.
        step("tests", [str(python), *TESTS, "-p", "no:cacheprovider", "--ignore", "tests/docs"])


def check_browser() -> None:
    """Run the tests of the web site in a browser."""
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        raise SystemExit("no Chromium here: install it (on Debian: apt-get install chromium)")
    python = str(environment())
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    step("what drives it", [*pip, "-r", str(ROOT / "requirements" / "browser.txt")])
    tests = ["-m", "pytest", "-q", "tests/browser", "--chromium", chromium]
    step("tests in a browser", [python, *tests])


def side_by_side(checks: Iterable[tuple[str, list[str]]]) -> None:
    """Run checks, as many at a time as there are processors; stop when one fails."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(ran, command, quiet=True): name for name, command in checks}
        for ended in as_completed(running):
            done = ended.result()
            print(f"-- {running[ended]}\n{done.stdout}", end="", flush=True)
            if done.returncode:
                pool.shutdown(cancel_futures=True)
                raise SystemExit(f"-- {running[ended]} failed ({done.returncode})")


def step(name: str, command: list[str]) -> None:
    """Run a check, and stop when it fails."""
    print(f"-- {name}", flush=True)
    if status := ran(command).returncode:
        raise SystemExit(f"-- {name} failed ({status})")


def ran(command: list[str], *, quiet: bool = False) -> "subprocess.CompletedProcess[str]":
    """Run a command from the root; when quiet, keep what it says."""
    environment_of_tools = {**os.environ, "PYTHONWARNINGS": "default"}
    # Tests start hundreds of processes: each would compile the package anew.
    environment_of_tools.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment_of_tools,
        check=False,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        encoding="utf-8",
        errors="replace",
    )


if __name__ == "__main__":
    if "--wheel" in sys.argv:
        check_wheel()
    elif "--browser" in sys.argv:
        check_browser()
    elif asked := BOUNDS.keys() & set(sys.argv):
        check_bounds(BOUNDS[asked.pop()])
    else:
        main()
