"""Numbers packed are the same unpacked, however far apart."""

import pytest

from avcareers.text.rising import packed, unpacked


@pytest.mark.parametrize(
    "numbers", [[], [0], [255], [0, 1, 254, 255, 256], [510, 511, 1021], [3, 100_000, 100_001]]
)
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    assert unpacked(packed(numbers)) == numbers
