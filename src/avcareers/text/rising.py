"""Rising numbers in few bytes: each as the step from the one before, which packs well."""

from collections.abc import Iterable
from itertools import accumulate

_FURTHER = 255
"""A step that only goes on: no number stands there."""


def packed(numbers: Iterable[int]) -> bytes:
    """Return rising numbers, from 0, as bytes."""
    steps = bytearray()
    before = 0
    for number in numbers:
        further, step = divmod(number - before, _FURTHER)
        steps += bytes([_FURTHER] * further + [step])
        before = number
    return bytes(steps)


def unpacked(steps: bytes) -> list[int]:
    """Return the numbers that were packed."""
    numbers = accumulate(steps)
    return [number for number, step in zip(numbers, steps, strict=True) if step != _FURTHER]
