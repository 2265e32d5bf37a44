"""Rows of an answer: few are held, many are read again."""

from collections.abc import Iterator

import pytest

from avcareers.query.long_lists import each, rows_of


@pytest.fixture(autouse=True)
def few_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avcareers.query.long_lists.HELD", 3)


class Counted:
    """Numbers, and how many of them were read."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.read = 0

    def __call__(self) -> Iterator[int]:
        for number in range(self.count):
            self.read += 1
            yield number


def test_few_rows_are_read_once() -> None:
    numbers = Counted(3)
    rows = each(lambda n: n * 2, rows_of(3, numbers))
    assert list(rows) == list(rows) == [0, 2, 4]
    assert numbers.read == 3


def test_many_rows_are_read_each_time_and_not_before() -> None:
    numbers = Counted(9)
    rows = each(lambda n: n * 2, rows_of(9, numbers))
    assert (len(rows), numbers.read) == (9, 0)
    assert list(rows) == list(rows) == list(range(0, 18, 2))
    assert numbers.read == 18


def test_the_first_ones_are_given_without_the_others() -> None:
    numbers = Counted(9)
    rows = rows_of(9, numbers)
    assert (rows[0], rows[:2], rows[-9]) == (0, (0, 1), 0)
    assert numbers.read < 9
    assert list(rows[2:7:2]) == [2, 4, 6]
    with pytest.raises(IndexError):
        rows[9]
