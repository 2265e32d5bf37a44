"""Running the program in odd places."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

CATALOGUE = Path(__file__).parent.parent / "catalogue"
PROGRAM = "import sys; sys.argv[0] = 'avcareers'; from avcareers.cli.start import main; main()"

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
        code: str = PROGRAM,
        cwd: Path | None = None,
        stdout: int | None = subprocess.PIPE,
        stderr: int | None = subprocess.PIPE,
        shell: str = "",
        environment: Mapping[str, str | bytes | None] | None = None,
        **more: str | None,
    ) -> Outcome:
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
        return Outcome(done.returncode, done.stdout or b"", done.stderr or b"")

    return run
