"""The ladder between jobs: usual promotions, followed from one to another."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Unpublished
from avcareers.store.catalogue import Catalogue

from .cards import Cards

if TYPE_CHECKING:
    from avcareers.model.profession import Profession

ALTERNATIVES = 5
"""Ways shown from one job to another."""
DETOUR = 1
"""Steps an alternative may have more than the shortest way."""


class Meeting(NamedTuple):
    """What connects two jobs that no ladder joins."""

    backwards: tuple[tuple[str, ...], ...]
    """Ways from the second to the first."""
    leads_to_both: tuple[str, ...]
    """Jobs from which each can be reached."""
    reached_by_both: tuple[str, ...]
    """Jobs that both lead to."""
    shared_stages: tuple[str, ...]
    """Stages both work in, in the order of a production."""
    hand_overs: tuple[tuple[str, str], ...]
    """Which of the two hands work over to the other: giver, receiver."""
    taught_by: tuple[str, ...]
    """Schools of which one programme leads to both."""


class Path(NamedTuple):
    """The ways from one job to another."""

    from_: str
    """Job one starts from."""
    to: str
    """Job aimed at."""
    ways: tuple[tuple[str, ...], ...]
    """Each from the first to the second, the shortest first."""
    meeting: Meeting | None
    """What connects them when there is no way."""
    cards: Annotated[Cards, Unpublished]
    """The jobs named."""
    stages: Annotated[Cards, Unpublished]
    """The stages both work in, when there is no way."""
    schools: Annotated[Cards, Unpublished]
    """The schools that teach both, when there is no way."""
    climbed: Annotated[bool, Unpublished]
    """Whether any job leads to the one aimed at."""


class Ladder(NamedTuple):
    """A job, and the jobs that usually lead to it."""

    slug: str
    """Job."""
    before: "tuple[Ladder, ...]"
    """Jobs that lead to it, each with its own."""
    given_above: bool
    """Whether its own are given once already, and left out here."""
    job: Annotated["Profession", Unpublished]
    """Card of the job."""
    above: Annotated[str | None, Unpublished] = None
    """A job that the one at the top leads to."""


def path_between(catalogue: Catalogue, origin: str, target: str) -> Path:
    """Return the ways up from one job to another, or what connects them when there is none."""
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
        any(target in targets for targets in up.values()),
    )


def _meeting(catalogue: Catalogue, up: "Steps", origin: str, target: str) -> Meeting:
    down = _reversed(up)
    jobs = (origin, target)
    stages = set.intersection(*(set(catalogue.rows(_STAGES, (job,))) for job in jobs))
    courses = set.intersection(*(set(catalogue.rows(_PROGRAMMES, (job,))) for job in jobs))
    handed = catalogue.rows(_HAND_OVERS, (origin, target, target, origin))
    return Meeting(
        backwards=_ways(up, target, origin),
        leads_to_both=_common(down, origin, target, catalogue),
        reached_by_both=_common(up, origin, target, catalogue),
        shared_stages=tuple(stage for stage in catalogue.slugs("stage") if (stage,) in stages),
        hand_overs=tuple((giver, receiver) for giver, receiver in handed),
        taught_by=tuple(sorted({school for school, _ in courses})),
    )


_STAGES = "SELECT value FROM facet WHERE kind = 'profession' AND facet = 'stage' AND slug = ?"
_PROGRAMMES = "SELECT school, position FROM programme_facet WHERE facet = 'job' AND value = ?"
_HAND_OVERS = """
    SELECT DISTINCT giver, receiver FROM hand_over
    WHERE (giver = ? AND receiver = ?) OR (giver = ? AND receiver = ?) ORDER BY giver
"""


def ladder_into(catalogue: Catalogue, target: str) -> Ladder:
    """Return every job that leads to one, step by step back to where one starts.

    A job met again is given without its own ladder, which stands higher up.
    """
    up = _promotions(catalogue)
    down = _reversed(up)
    cards = catalogue.cards("profession", {target, *_reached(down, target)})
    return _ladder(down, target, cards)._replace(above=next(iter(up.get(target, ())), None))


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
    """Return the simple ways from one job to another: the shortest, then the little longer."""
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
    ways = (way for steps in lengths for way in _climbs(up, at[: steps + 1], origin))
    return tuple(islice(ways, ALTERNATIVES))


def _climbs(up: Steps, at: list[set[str]], origin: str) -> Iterator[tuple[str, ...]]:
    """Yield each way of just so many steps, following only the jobs that arrive."""
    way = [origin]
    # For each step of the way, the jobs not yet tried after it: walked, as ladders may be long.
    untried = [iter(sorted(up.get(origin, ())))]
    while untried:
        left = len(at) - 1 - len(way)
        for job in untried[-1]:
            if job in at[left] and job not in way:
                if not left:
                    yield (*way, job)
                    continue
                way.append(job)
                untried.append(iter(sorted(up.get(job, ()))))
                break
        else:
            way.pop()
            untried.pop()


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


def _ladder(down: Steps, target: str, cards: Cards) -> Ladder:
    """Return the ladder into a job. Each job's own is given once, where it is met first."""
    drawn = {target}
    # Jobs whose ladder is being drawn, the lowest last: walked, as ladders may be long.
    unfinished: list[tuple[str, Iterator[str], list[Ladder]]] = []
    slug, lowers, before = target, iter(down.get(target, ())), list[Ladder]()
    while True:
        lower = next(lowers, None)
        if lower is None:
            drawn_whole = Ladder(slug, tuple(before), given_above=False, job=cards[slug])
            if not unfinished:
                return drawn_whole
            slug, lowers, before = unfinished.pop()
            before.append(drawn_whole)
        elif lower in drawn:
            before.append(Ladder(lower, (), given_above=lower in down, job=cards[lower]))
        else:
            drawn.add(lower)
            unfinished.append((slug, lowers, before))
            slug, lowers, before = lower, iter(down.get(lower, ())), []
