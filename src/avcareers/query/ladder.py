"""The ladder between jobs: usual promotions, followed from one to another."""

from typing import NamedTuple

from avcareers.store.catalogue import Catalogue

from .naming import Cards

ALTERNATIVES = 5
"""Ways shown from one job to another."""
DETOUR = 1
"""Steps an alternative may have more than the shortest way."""


class Meeting(NamedTuple):
    """What connects two jobs that no ladder joins."""

    backwards: tuple[tuple[str, ...], ...]
    """Ways from the second to the first, when they exist."""
    leads_to_both: tuple[str, ...]
    """Jobs from which each can be reached."""
    reached_by_both: tuple[str, ...]
    """Jobs that both lead to."""


class Path(NamedTuple):
    """The ways from one job to another."""

    origin: str
    target: str
    ways: tuple[tuple[str, ...], ...]
    """Each from the origin to the target, the shortest first."""
    meeting: Meeting | None
    """What connects them when there is no way."""
    cards: Cards


class Tree(NamedTuple):
    """A job, and the jobs that usually lead to it."""

    slug: str
    before: "tuple[Tree, ...]"


class Ladder(NamedTuple):
    """The whole ladder into a job."""

    tree: Tree
    cards: Cards


def path_between(catalogue: Catalogue, origin: str, target: str) -> Path:
    """Give the ways up from one job to another, or what connects them when there is none."""
    up = _promotions(catalogue)
    ways = _ways(up, origin, target)
    meeting = None
    if not ways:
        down = _reversed(up)
        meeting = Meeting(
            backwards=_ways(up, target, origin),
            leads_to_both=_common(down, origin, target, catalogue),
            reached_by_both=_common(up, origin, target, catalogue),
        )
    return Path(origin, target, ways, meeting, catalogue.cards("profession"))


def ladder_into(catalogue: Catalogue, target: str) -> Ladder:
    """Give every job that leads to one, step by step back to where one starts."""
    down = _reversed(_promotions(catalogue))
    return Ladder(_tree(down, target, frozenset()), catalogue.cards("profession"))


Steps = dict[str, tuple[str, ...]]


def _promotions(catalogue: Catalogue) -> Steps:
    sql = """
        SELECT origin, target FROM relation WHERE name = 'next_roles' ORDER BY origin, position
    """
    steps: Steps = {}
    for origin, target in catalogue.rows(sql):
        steps[origin] = (*steps.get(origin, ()), target)
    return steps


def _reversed(steps: Steps) -> Steps:
    found: Steps = {}
    for origin, targets in sorted(steps.items()):
        for target in targets:
            found[target] = (*found.get(target, ()), origin)
    return found


def _ways(up: Steps, origin: str, target: str) -> tuple[tuple[str, ...], ...]:
    """Give the simple ways from one job to another, by length: the shortest and little longer."""
    if origin == target:
        return ()
    found: list[tuple[str, ...]] = []
    frontier: list[tuple[str, ...]] = [(origin,)]
    while frontier:
        if found and len(frontier[0]) > len(found[0]) - 1 + DETOUR:
            break
        longer: list[tuple[str, ...]] = []
        for way in frontier:
            for step in up.get(way[-1], ()):
                if step == target:
                    found.append((*way, step))
                elif step not in way:
                    longer.append((*way, step))
        frontier = longer
    return tuple(sorted(found, key=lambda way: (len(way), way))[:ALTERNATIVES])


def _common(steps: Steps, first: str, second: str, catalogue: Catalogue) -> tuple[str, ...]:
    both = _reached(steps, first) & _reached(steps, second)
    return tuple(slug for slug in catalogue.slugs("profession") if slug in both)


def _reached(steps: Steps, start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for step in steps.get(waiting.pop(), ()):
            if step not in seen:
                seen.add(step)
                waiting.append(step)
    return seen


def _tree(down: Steps, slug: str, above: frozenset[str]) -> Tree:
    # The rules of the data forbid cycles; other data than ours may hold one.
    below = (before for before in down.get(slug, ()) if before not in above | {slug})
    return Tree(slug, tuple(_tree(down, before, above | {slug}) for before in below))
