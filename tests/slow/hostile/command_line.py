"""The command line in this process, stopped when it runs away."""

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from avcareers.cli import app as command_line

SMALL = Path(__file__).parent / "catalogue"
"""A catalogue with one or two records of each kind, so that thousands can be made of it."""

SECONDS = 5
"""Processor time after which a command is called stuck; the clock of a busy machine says nothing."""
WAITING_SECONDS = 60
"""Time on the clock after which a command is called stuck: it waits for what never comes."""


class StuckError(BaseException):
    """A command that did not end. No handler of the tool may take it for one of its own."""


@contextmanager
def bounded() -> Iterator[None]:
    """Stop what takes more processor time than any answer may."""

    def stop(*_: object) -> None:
        raise StuckError

    clocks = ((signal.SIGVTALRM, signal.ITIMER_VIRTUAL, SECONDS),
              (signal.SIGALRM, signal.ITIMER_REAL, WAITING_SECONDS))  # fmt: skip
    before = [signal.signal(sign, stop) for sign, _, _ in clocks]
    for _, clock, seconds in clocks:
        signal.setitimer(clock, seconds)
    try:
        yield
    finally:
        for (sign, clock, _), handler in zip(clocks, before, strict=True):
            signal.setitimer(clock, 0)
            signal.signal(sign, handler)


class Outcome(NamedTuple):
    """What a command left."""

    status: int
    out: str
    err: str


def run(*arguments: str, **environment: str) -> Outcome:
    """Run a command as the installed program does. An error it did not expect is raised."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8", newline="") for _ in range(2))
    status: Any = 0
    app = command_line.app
    with (
        patch.dict(os.environ, environment),
        patch.object(sys, "argv", ["avcareers", *arguments]),
        # Each run of the program declares its own command in a new process.
        patch.object(app, "registered_commands", []),
        patch.object(app, "registered_groups", []),
        redirect_stdout(out),
        redirect_stderr(err),
        bounded(),
    ):
        try:
            command_line.main()
        except SystemExit as left:
            status = left.code or 0
    return Outcome(int(status), *(_written(stream) for stream in (out, err)))


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    raw = stream.detach()
    assert isinstance(raw, BytesIO)
    return raw.getvalue().decode("utf-8")


def small_files() -> dict[str, bytes]:
    """Give the files of the small catalogue, by their path."""
    paths = sorted(path for path in SMALL.rglob("*.*") if path.is_file())
    return {path.relative_to(SMALL).as_posix(): path.read_bytes() for path in paths}


def write_files(folder: Path, changed: Mapping[str, bytes | None]) -> Path:
    """Write the small catalogue with some files changed, added, or left out (nothing)."""
    for name, raw in {**small_files(), **changed}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if raw is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(raw)
    return folder
