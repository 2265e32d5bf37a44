"""The ladder between jobs: usual promotions, followed from one to another."""

from collections.abc import Iterator
from itertools import islice
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
    shared_stages: tuple[str, ...]
    """Stages both work in, in the order of a production."""
    hand_overs: tuple[tuple[str, ...], ...]
    """Which of the two hands work over to the other: giver, receiver."""
    taught_by: tuple[str, ...]
    """Schools of which one programme leads to both."""


class Path(NamedTuple):
    """The ways from one job to another."""

    origin: str
    target: str
    ways: tuple[tuple[str, ...], ...]
    """Each from the origin to the target, the shortest first."""
    meeting: Meeting | None
    """What connects them when there is no way."""
    cards: Cards
    """The jobs named."""
    stages: Cards
    """The stages both work in, when there is no way."""
    schools: Cards
    """The schools that teach both, when there is no way."""


class Tree(NamedTuple):
    """A job, and the jobs that usually lead to it."""

    slug: str
    before: "tuple[Tree, ...]"
    given_above: bool = False
    """Whether its own ladder is given once already, higher up, and left out here."""


class Ladder(NamedTuple):
    """The whole ladder into a job."""

    tree: Tree
    cards: Cards


def path_between(catalogue: Catalogue, origin: str, target: str) -> Path:
    """Give the ways up from one job to another, or what connects them when there is none."""
    up = _promotions(catalogue)
    ways = _ways(up, origin, target)
    meeting = None if ways or origin == target else _meeting(catalogue, up, origin, target)
    named = {origin, target, *(job for way in ways for job in way)}
    if meeting:
        named |= {*meeting.leads_to_both, *meeting.reached_by_both}
        named |= {job for way in meeting.backwards for job in way}
    return Path(
        origin,
        target,
        ways,
        meeting,
        catalogue.cards("profession", named),
        catalogue.cards("stage", meeting.shared_stages if meeting else ()),
        catalogue.cards("school", meeting.taught_by if meeting else ()),
    )


def _meeting(catalogue: Catalogue, up: "Steps", origin: str, target: str) -> Meeting:
    down = _reversed(up)
    jobs = (origin, target)
    stages = set.intersection(*(set(catalogue.rows(_STAGES, (job,))) for job in jobs))
    courses = set.intersection(*(set(catalogue.rows(_PROGRAMMES, (job,))) for job in jobs))
    return Meeting(
        backwards=_ways(up, target, origin),
        leads_to_both=_common(down, origin, target, catalogue),
        reached_by_both=_common(up, origin, target, catalogue),
        shared_stages=tuple(stage for stage in catalogue.slugs("stage") if (stage,) in stages),
        hand_overs=tuple(catalogue.rows(_HAND_OVERS, (origin, target, target, origin))),
        taught_by=tuple(sorted({school for school, _ in courses})),
    )


_STAGES = "SELECT value FROM facet WHERE kind = 'profession' AND facet = 'stage' AND slug = ?"
_PROGRAMMES = "SELECT school, position FROM programme_facet WHERE facet = 'job' AND value = ?"
_HAND_OVERS = """
    SELECT DISTINCT giver, receiver FROM hand_over
    WHERE (giver = ? AND receiver = ?) OR (giver = ? AND receiver = ?) ORDER BY giver
"""


def ladder_into(catalogue: Catalogue, target: str) -> Ladder:
    """Give every job that leads to one, step by step back to where one starts.

    A job met again is given without its own ladder, which stands higher up.
    """
    down = _reversed(_promotions(catalogue))
    drawn = {target}
    tree = _tree(down, target, drawn)
    return Ladder(tree, catalogue.cards("profession", drawn))


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
    if origin == target or target not in _reached(up, origin):
        return ()
    down = _reversed(up)
    # For each number of steps, the jobs from which the target is just so far.
    at = [{target}]
    while origin not in at[-1]:
        at.append({before for job in at[-1] for before in down.get(job, ())})
    shortest = len(at) - 1
    for _ in range(DETOUR):
        at.append({before for job in at[-1] for before in down.get(job, ())})
    lengths = range(shortest, shortest + DETOUR + 1)
    ways = (way for steps in lengths for way in _climbs(up, at, (origin,), steps))
    return tuple(islice(ways, ALTERNATIVES))


def _climbs(
    up: Steps, at: list[set[str]], way: tuple[str, ...], steps: int
) -> Iterator[tuple[str, ...]]:
    """Yield each way of just so many more steps, following only those that arrive."""
    if not steps:
        yield way
        return
    for job in sorted(up.get(way[-1], ())):
        if job in at[steps - 1] and job not in way:
            yield from _climbs(up, at, (*way, job), steps - 1)


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


def _tree(down: Steps, slug: str, drawn: set[str]) -> Tree:
    """Give the ladder into a job. Each job's own is given once, where it is met first."""
    before = []
    for lower in down.get(slug, ()):
        if lower in drawn:
            before.append(Tree(lower, (), given_above=lower in down))
        else:
            drawn.add(lower)
            before.append(_tree(down, lower, drawn))
    return Tree(slug, tuple(before))
