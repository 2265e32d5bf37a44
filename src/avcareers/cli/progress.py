"""What a person is told while a large catalogue is prepared."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from time import monotonic

BEAT_SECONDS = 1
"""How often a terminal shows that work goes on."""
PATIENCE_SECONDS = 5
"""How long one waits without being told anything."""


class Progress:
    """Reports, every few seconds, which part of the data was read, and when all of it was."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        """Take what is called with the part read, from 0 to 1."""
        self._tell = tell
        self._told_at = monotonic()
        self._told = 0.0

    def __call__(self, part: float) -> None:
        """Hear of a part that was read."""
        waited = monotonic() - self._told_at >= PATIENCE_SECONDS
        finished = part >= 1 and 0 < self._told < 1
        if finished or (waited and part != self._told):
            self._told_at, self._told = monotonic(), part
            self._tell(part)


@contextmanager
def beating() -> Iterator[None]:
    """Write a dot to the terminal every second, as long as work goes on: nothing of it is measured."""
    done, beats = Event(), []

    def beat() -> None:
        while not done.wait(BEAT_SECONDS):
            beats.append(".")
            with suppress(OSError):
                sys.stderr.write(beats[-1])
                sys.stderr.flush()

    beater = Thread(target=beat, daemon=True)
    beater.start()
    try:
        yield
    finally:
        done.set()
        beater.join()
        if beats:
            with suppress(OSError):
                sys.stderr.write("\n")
