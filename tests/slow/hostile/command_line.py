"""The command line in this process, stopped when it runs away."""

import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ...own_data import read_files
from ...own_data import write_files as write_own_files
from ...runner import Outcome
from ...runner import run as run_unbounded

SMALL = Path(__file__).parent / "catalogue"
"""A catalogue with one or two records of each kind, so that thousands can be made of it."""

SECONDS = 15
"""Processor time after which a command is called stuck: three times what the slowest takes, since
processors that are shared take longer for the same; the clock of a busy machine says nothing."""
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


def run(*arguments: str, **environment: str) -> Outcome:
    """Run a command, stopped when it runs away."""
    with bounded():
        return run_unbounded(*arguments, **environment)


def small_files() -> dict[str, bytes]:
    """Return the files of the small catalogue, by their path."""
    return read_files(SMALL)


def write_files(folder: Path, changed: Mapping[str, bytes | None]) -> Path:
    """Write the small catalogue with some files changed, added, or left out (None)."""
    return write_own_files(folder, changed, own=SMALL)
