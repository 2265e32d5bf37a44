"""Problems as a person can take them in."""

from collections.abc import Iterable
from itertools import islice

from avcareers.model.errors import Problem

LISTED = 200
"""Problems told of a file: whoever made more made one mistake many times."""


def first(problems: Iterable[Problem]) -> list[Problem]:
    """Give the first problems, and then where the others begin if there are any.

    Those not told are not worked out either, so that a file of nothing but mistakes is refused in
    the time of one that holds a few.
    """
    every = iter(problems)
    told = list(islice(every, LISTED))
    told += (
        unlisted._replace(where="", message="must hold too: more problems from here on, not listed")
        for unlisted in islice(every, 1)
    )
    return told
