"""How much is tried: a part of the records and of the cases at each push, all once a week."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

ALL = os.environ.get("EVERY_RECORD") == "1"
"""Whether every record is tried: continuous integration sets it once a week."""


def one_in(step: int, records: Sequence[T], start: int = 0) -> Sequence[T]:
    """Return one record in so many, from a place on; all of them with EVERY_RECORD=1."""
    return records if ALL else records[start::step]


def few_of(cases: int) -> int:
    """Return how many of the cases made at random are tried: a quarter; all with EVERY_RECORD=1."""
    return cases if ALL else cases // 4
