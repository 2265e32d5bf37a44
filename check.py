"""Set up a development environment and run every test and check.

    python3 check.py            everything, as the continuous integration does
    python3 check.py --fast     without building and installing the wheel
    python3 check.py --oldest   only the tests, with the oldest dependencies that are allowed
    python3 check.py --newest   only the tests, with the newest, locked or not

Needs Python 3.11 or later and nothing else: the rest is installed in `.venv`, at the versions
locked in requirements/dev.txt. Stops at the first check that fails, and leaves with its status.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
THREE_COMMANDS = (
    ("jobs", "list"),
    ("job", "show", "showrunner"),
    ("schools", "--alternance", "--recognised"),
)
"""What must always work as written."""
TEST_TOOLS = ("pytest", "hypothesis", "syrupy", "build", "hatchling", "packaging")
BOUNDS = {"--oldest": "lowest-direct", "--newest": "highest"}


def main() -> None:
    """Set up, check, and build."""
    if sys.version_info < (3, 11):  # noqa: UP036 (the interpreter that runs this may be older)
        raise SystemExit("avcareers needs Python 3.11 or later")
    started = time.monotonic()
    python = environment()
    for name, *command in (
        ("format", "-m", "ruff", "format", "--check", "."),
        ("lint", "-m", "ruff", "check", "."),
        ("types", "-m", "mypy"),
        ("layers", "-c", "from importlinter.cli import lint_imports_command as run; run()"),
        ("data", "-m", "avcareers", "data", "check"),
        ("data form", "-m", "avcareers", "data", "fmt", "--check"),
        ("schemas", "-m", "avcareers", "data", "schema", "--check"),
    ):
        step(name, [str(python), *command])
    if "--fast" not in sys.argv:
        step("wheel", [str(python), str(ROOT / "check.py"), "--wheel"])
    step("tests", [str(python), "-m", "pytest", "-q"])
    print(f"everything holds ({time.monotonic() - started:.0f} s)")


def environment() -> Path:
    """Give the Python of the development environment, made or brought up to date."""
    python = ENVIRONMENT / SCRIPTS / "python"
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
        python = away / "venv" / SCRIPTS / "python"
        (wheel,) = away.glob("*.whl")
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, str(wheel)], check=True)
        tool = str(away / "venv" / SCRIPTS / "avcareers")
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
        python = Path(folder) / SCRIPTS / "python"
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
        tests = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--ignore", "tests/docs"]
        step("tests", [str(python), *tests])


def step(name: str, command: list[str]) -> None:
    """Run a check, and stop when it fails."""
    print(f"-- {name}", flush=True)
    environment_of_tools = {**os.environ, "PYTHONWARNINGS": "default"}
    ran = subprocess.run(command, cwd=ROOT, env=environment_of_tools, check=False)
    if ran.returncode:
        raise SystemExit(f"-- {name} failed ({ran.returncode})")


if __name__ == "__main__":
    if "--wheel" in sys.argv:
        check_wheel()
    elif asked := BOUNDS.keys() & set(sys.argv):
        check_bounds(BOUNDS[asked.pop()])
    else:
        main()
