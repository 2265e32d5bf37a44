"""Running the command line: in this process for speed, in one of its own where that matters."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack, redirect_stderr, redirect_stdout, suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from avcareers.cli.session import Session
from avcareers.render.emit import Screen

from .own_data import FOLDER

ROOT = Path(__file__).parents[1]
AS_SCRIPT = "import sys; sys.argv[0] = 'avcareers'; from avcareers.cli.start import main; main()"
"""Runs as the installed `avcareers` does, wherever it is installed."""
SECONDS = 60
"""Time on the clock after which a process is called stuck."""


class Outcome(NamedTuple):
    """What a command left."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


def run(*arguments: str, real: bool = False, **environment: str | None) -> Outcome:
    """Run a command in this process: `run("jobs", "list", COLUMNS="60", LANG=None)`.

    It asks the tests' own data, unless the real ones or AVCAREERS_DATA are given. An error that the
    program does not expect is raised.
    """
    from avcareers.cli import app as command_line

    app = command_line.app
    out, err = (TextIOWrapper(BytesIO(), "utf-8", newline="") for _ in range(2))
    with (
        patch.dict(os.environ, _given(environment, real=real), clear=True),
        patch.object(sys, "argv", ["avcareers", *arguments]),
        # Each run of the program declares its own command in a new process.
        patch.object(app, "registered_commands", []),
        patch.object(app, "registered_groups", []),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as left,
    ):
        command_line.main()
    return Outcome(int(left.value.code or 0), _written(out), _written(err))


def a_session() -> Session:
    """Return the options of a command that was given none: in French, on a fixed day, unseen."""
    return Session(
        language="fr",
        kept=(),
        today="2026-11-23",
        screen=Screen(None, None),
        data=None,
        debug=False,
        ending=ExitStack(),
        notes=[],
    )


def spawn(
    *arguments: str | bytes,
    code: str = AS_SCRIPT,
    shell: str = "",
    cwd: Path = ROOT,
    real: bool = False,
    **environment: str | None,
) -> Outcome:
    """Run a command in a process of its own, without input; options are those of `run`.

    What it writes is read in the encoding of PYTHONIOENCODING, or in UTF-8.
    """
    program = [sys.executable, "-c", code, *arguments]
    # `"$@" >&-`: what a shell does to the streams, done by one.
    command = ["sh", "-c", shell, "sh", *program] if shell else program
    done = subprocess.run(  # noqa: PLW1510 - the status is what is looked at
        command,
        env=_given(environment, real=real),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
    )
    encoding = environment.get("PYTHONIOENCODING") or "utf-8"
    return Outcome(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


def spawn_on_terminal(
    *arguments: str,
    code: str = AS_SCRIPT,
    lines: int = 24,
    columns: int = 80,
    real: bool = False,
    **environment: str | None,
) -> Outcome:
    """Run a command on a terminal of so many lines and columns; what it shows is all in `out`."""
    import termios

    ours, its = os.openpty()
    termios.tcsetwinsize(its, (lines, columns))
    asked = {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **environment}
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=_given(asked, real=real), cwd=ROOT, stdin=its, stdout=its, stderr=its,
        start_new_session=True,
    )  # fmt: skip
    os.close(its)
    shown = []
    with suppress(OSError):  # Linux says so when nobody writes to it any more.
        while part := os.read(ours, 65536):
            shown.append(part)
    os.close(ours)
    out = b"".join(shown).decode().replace("\r\n", "\n")
    return Outcome(process.wait(SECONDS), out, "")


def _given(environment: Mapping[str, str | None], *, real: bool) -> dict[str, str]:
    """Return the variables of this process, with the data asked for and those given over them."""
    data = None if real else str(FOLDER)
    whole: dict[str, str | None] = {**os.environ, "AVCAREERS_DATA": data, **environment}
    return {name: value for name, value in whole.items() if value is not None}


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    raw = stream.detach()
    assert isinstance(raw, BytesIO)
    return raw.getvalue().decode("utf-8")
