"""Problems as a person can take them in."""

from collections.abc import Iterable
from itertools import groupby, islice
from operator import attrgetter

from avcareers.model.errors import Problem

LISTED = 200
"""Problems told of a file: whoever made more made one mistake many times."""


class Told:
    """The first problems of some, and then where the others begin if there are any.

    Those not told are not worked out either, so that a file of nothing but mistakes is refused in
    the time of one that holds a few.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.problems: list[Problem] = []

    @property
    def full(self) -> bool:
        """Whether no more would be told."""
        return len(self.problems) > LISTED

    def add(self, problems: Iterable[Problem]) -> None:
        """Take problems that follow those already told."""
        for problem in islice(problems, max(0, LISTED + 1 - len(self.problems))):
            if len(self.problems) == LISTED:
                message = "must hold too: more problems from here on, not listed"
                problem = problem._replace(where="", message=message)  # noqa: PLW2901
            self.problems.append(problem)


def first(problems: Iterable[Problem]) -> list[Problem]:
    """Give the first of some problems."""
    told = Told()
    told.add(problems)
    return told.problems


def first_of_each_file(problems: Iterable[Problem]) -> list[Problem]:
    """Give the first problems of each file, in the order of files and lines."""
    by_file = groupby(sorted(problems), attrgetter("file"))
    return [problem for _, those in by_file for problem in first(those)]
