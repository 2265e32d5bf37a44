"""What a person is told while a large catalogue is prepared."""

from collections.abc import Callable
from time import monotonic

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
