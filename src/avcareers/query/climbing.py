"""The shortest climb to a job: promotions from each job below it, and which of them are taught."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, cast

from avcareers.store.catalogue import Catalogue

from .ladder import path_between


class Climb(NamedTuple):
    """The ladder into a job, by its shortest ways."""

    target: str
    steps: Mapping[str, tuple[int, str]]
    """For each job of the ladder, the target among them: promotions to it, and the next job."""
    entries: tuple[str, ...]
    """Entry jobs of the ladder, the target among them when it is one."""
    department: Mapping[str, str]
    """Department of each job."""

    @property
    def jobs(self) -> frozenset[str]:
        """Return the jobs of the ladder, the target among them."""
        return frozenset(self.steps)

    def promotions(self, job: str) -> int:
        """Return the number of promotions from a job of the ladder to the target."""
        return self.steps[job][0]

    def nearest(self, jobs: Iterable[str]) -> str:
        """Return the job with the fewest promotions to the target, of several of the ladder."""
        return min(jobs, key=lambda job: (self.promotions(job), job))

    def way(self, job: str) -> tuple[str, ...]:
        """Return the jobs from one of the ladder to the target, both included."""
        found = [job]
        while found[-1] != self.target:
            found.append(self.steps[found[-1]][1])
        return tuple(found)

    def from_entry(self) -> tuple[str, ...]:
        """Return the shortest way from an entry job; empty when the ladder has none.

        Of equal ways, the one that starts in the target's department.
        """
        home = self.department[self.target]
        order = {
            job: (self.promotions(job), self.department[job] != home, job) for job in self.entries
        }
        return self.way(min(order, key=lambda job: order[job])) if order else ()


def climb_to(catalogue: Catalogue, target: str) -> Climb:
    """Return the shortest ways up to a job."""
    steps: dict[str, tuple[int, str]] = {target: (0, target)}
    front, height = {target}, 0
    while front:
        height += 1
        lower_front = set()
        # By the upper job, then the lower: of equal ways, the first by key.
        for upper, lower in _usual_steps(catalogue, front):
            if lower not in steps:
                steps[lower] = height, upper
                lower_front.add(lower)
        front = lower_front
    cards = catalogue.cards("profession", steps)
    return Climb(
        target,
        steps,
        tuple(sorted(slug for slug, card in cards.items() if card.level == "entry")),
        {slug: card.department for slug, card in cards.items()},
    )


def stand_ins(catalogue: Catalogue, climb: Climb) -> tuple[str, ...]:
    """Return the jobs whose programmes stand in for those of a job, when none prepares for it.

    These are the nearest below it, by promotions, that a programme prepares for: all that are as
    near, those of its own department first.
    """
    sql = """
        SELECT DISTINCT value FROM programme_facet
        WHERE facet = 'job' AND value IN (SELECT value FROM json_each(?))
    """
    taught = {job for (job,) in catalogue.rows(sql, [json.dumps(sorted(climb.jobs))])}
    if climb.target in taught or not taught:
        return ()
    nearest = min(map(climb.promotions, taught))
    home = climb.department[climb.target]
    found = (job for job in taught if climb.promotions(job) == nearest)
    return tuple(sorted(found, key=lambda job: (climb.department[job] != home, job)))


def jobs_of_ladders(catalogue: Catalogue, targets: Iterable[str]) -> frozenset[str]:
    """Return the jobs of the ladders into some jobs, these among them."""
    found = front = frozenset(targets)
    while front:
        front = frozenset(lower for _, lower in _usual_steps(catalogue, front)) - found
        found |= front
    return found


def _usual_steps(catalogue: Catalogue, uppers: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield some jobs and the jobs just below each."""
    sql = """
        SELECT target, origin FROM relation
        WHERE name = 'next_roles' AND target IN (SELECT value FROM json_each(?))
        ORDER BY target, origin
    """
    rows = catalogue.rows(sql, [json.dumps(sorted(uppers))])
    yield from cast("Iterator[tuple[str, str]]", rows)


def way_between(catalogue: Catalogue, origin: str, target: str) -> tuple[str, ...]:
    """Return the shortest way from one job to another; empty when no promotion leads there."""
    if origin == target:
        return (target,)
    return next(iter(path_between(catalogue, origin, target).ways), ())
