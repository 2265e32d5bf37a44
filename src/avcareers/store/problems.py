"""Problems as a person can take them in: so many of each file."""

from collections.abc import Iterable
from itertools import groupby, islice
from operator import attrgetter

from avcareers.model.errors import Problem

LISTED = 200
"""Problems listed of a file: whoever made more made one mistake many times."""


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problems of a file, the last of them saying whether there are more.

    Those not listed are not worked out either, so that a file of nothing but mistakes is refused
    in the time of one that holds a few.
    """
    found = list(islice(problems, LISTED + 1))
    if len(found) > LISTED:
        message = "must hold too: more problems from here on, not listed"
        found[LISTED] = found[LISTED]._replace(where="", message=message)
    return found


def capped_by_file(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problems of each file, in the order of files and lines."""
    by_file = groupby(sorted(problems), attrgetter("file"))
    return [problem for _, those in by_file for problem in capped(those)]
