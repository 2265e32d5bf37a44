"""Cycles of a relation between records."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter


def cycles(relation: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Return one cycle for each knot of the relation, each beginning at its smallest slug.

    What names itself is left to the rules that look for it.
    """
    found: list[tuple[str, ...]] = []
    remaining = {slug: [s for s in targets if s != slug] for slug, targets in relation.items()}
    while True:
        try:
            TopologicalSorter(remaining).prepare()
        except CycleError as error:
            loop = list(reversed(error.args[1]))[:-1]
            start = loop.index(min(loop))
            found.append(tuple(loop[start:] + loop[:start]))
            # Cut the loop where it closes, and look for the next one.
            remaining[loop[-1]] = [s for s in remaining[loop[-1]] if s != loop[0]]
        else:
            return found
