"""Running the command line: in this process for speed, in one of its own where that matters."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = ROOT / "tests" / "catalogue"
AS_SCRIPT = "import sys; sys.argv[0] = 'avcareers'; from avcareers.cli.start import main; main()"
"""Runs as the installed `avcareers` does, wherever it is installed."""


COMMANDS: tuple[tuple[str, ...], ...] = (
    (),
    ("search", "son"),
    ("stages",),
    ("stage", "show", "tournage"),
    ("departments",),
    ("jobs", "list"),
    ("job", "show", "realisateur", "--full"),
    ("schools", "--include-unverified"),
    ("schools", "--near", "Brest", "--within", "900"),
    ("schools", "--programmes", "--job", "monteur"),
    ("school", "show", "atelier-des-dunes"),
    ("school", "check", "atelier-des-dunes"),
    ("compare", "monteur", "scripte"),
    ("path", "assistant-monteur", "chef-monteur"),
    ("path", "chef-monteur"),
    ("plan", "monteur", "--from", "bac"),
    ("pay", "scripte"),
    ("explain",),
    ("sources",),
    ("sources", "scripte"),
    ("data", "stats"),
    ("data", "stale"),
)
"""Every question one may ask, of the tests' own catalogue."""


class Outcome(NamedTuple):
    """What a command left."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


def _environment(environment: dict[str, str | None], *, real: bool) -> dict[str, str | None]:
    """Ask the tests' own catalogue on its own day, unless the real data are asked for."""
    return {"AVCAREERS_DATA": None if real else str(CATALOGUE), **environment}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process: `run("jobs", "list", COLUMNS="60", real=True)`."""
    from avcareers.cli import app as command_line

    def run_here(*arguments: str, real: bool = False, **environment: str | None) -> Outcome:
        with monkeypatch.context() as patch:
            for name, value in _environment(environment, real=real).items():
                if value is None:
                    patch.delenv(name, raising=False)
                else:
                    patch.setenv(name, value)
            patch.setattr(sys, "argv", ["avcareers", *arguments])
            # Each run of the program declares its own command in a new process.
            patch.setattr(command_line.app, "registered_commands", [])
            patch.setattr(command_line.app, "registered_groups", [])
            capsys.readouterr()
            with pytest.raises(SystemExit) as left:
                command_line.main()
        captured = capsys.readouterr()
        return Outcome(int(left.value.code or 0), captured.out, captured.err)

    return run_here


@pytest.fixture
def spawn() -> Run:
    """Run a command in a process of its own."""

    def run_apart(
        *arguments: str, real: bool = False, code: str = AS_SCRIPT, **environment: str | None
    ) -> Outcome:
        whole = {**os.environ, **_environment(environment, real=real)}
        done = subprocess.run(  # noqa: PLW1510 - the status is what is looked at
            [sys.executable, "-c", code, *arguments],
            env={name: value for name, value in whole.items() if value is not None},
            cwd=ROOT,
            capture_output=True,
            timeout=60,
        )
        encoding = environment.get("PYTHONIOENCODING") or "utf-8"
        return Outcome(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return run_apart


class Bytes(NamedTuple):
    """What a run left."""

    status: int
    out: bytes
    err: bytes

    @property
    def said(self) -> str:
        """Give what was said to a person, as it was encoded."""
        return self.err.decode("utf-8", "replace")


Ask = Callable[..., Outcome]


@pytest.fixture
def bare(tmp_path: Path, cache_home: Path) -> dict[str, str]:
    """Give the environment of a machine with no settings, and a cache of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, "AVCAREERS_DATA": str(CATALOGUE), "XDG_CACHE_HOME": str(cache_home)}


@pytest.fixture
def ask(bare: dict[str, str]) -> Ask:
    """Run the program in a process of its own: `ask("jobs", TERM="dumb", cwd=folder)`."""

    def run(
        *arguments: str | bytes,
        code: str = AS_SCRIPT,
        cwd: Path | None = None,
        stdout: int | None = subprocess.PIPE,
        stderr: int | None = subprocess.PIPE,
        shell: str = "",
        environment: Mapping[str, str | bytes | None] | None = None,
        **more: str | None,
    ) -> Bytes:
        given = {**bare, **(environment or {}), **more}
        program = [sys.executable, "-c", code, *arguments]
        # `"$@" >&-`: what a shell does to the streams, done by one.
        command = ["sh", "-c", shell, "sh", *program] if shell else program
        done = subprocess.run(  # noqa: PLW1510 - the status is what is looked at
            command,
            env={name: value for name, value in given.items() if value is not None},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            timeout=60,
        )
        return Bytes(done.returncode, done.stdout or b"", done.stderr or b"")

    return run
