"""Which jobs suit someone: coded facts of each job in, groups out.

It knows no catalogue and no words, so that a page of the site may do the same in JavaScript.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Group = Literal["fits", "fits-if", "ask-first"]
"""`fits`: nothing stands against it; `fits-if`: something refused happens at times; `ask-first`:
something that matters is not known."""
GROUPS: tuple[Group, ...] = ("fits", "fits-if", "ask-first")
Way = Literal["open", "unknown", "none", "closed"]
"""Whether there is a way into a job within the limits; `unknown`: something that decides is not known;
`none`: no way is known, whatever the limits, so that they close nothing."""
LIKE, WAY = "like", "way"
"""What sets a job aside, beside working conditions: nothing in it is liked; no way into it is left."""
SELDOM = 0.1
"""Share of jobs under which a condition is known of too few for its absence to say anything of one."""


class JobFacts(NamedTuple):
    """What decides of a job."""

    slug: str
    entry: bool
    """Whether one begins with it."""
    activities: frozenset[str]
    """What one must like to do."""
    conditions: Mapping[str, str]
    """Working conditions of which something is known: yes, sometimes, no."""
    way: Way = "open"


class Judged(NamedTuple):
    """What is said of a job."""

    slug: str
    group: Group | None
    """None when it is set aside."""
    likes: tuple[str, ...]
    """What is liked of it, in the order asked."""
    against: tuple[str, ...]
    """What sets it aside: `like`, conditions, `way`."""


def judge(
    jobs: Iterable[JobFacts], likes: tuple[str, ...], refused: tuple[str, ...]
) -> tuple[Judged, ...]:
    """Return what is said of each job, in the order to show them, those set aside last.

    In a group, those with most of what is liked come first, then those with the fewest things in the way,
    then those one begins with, then in the order given.
    """
    jobs = tuple(jobs)
    order = {group: place for place, group in enumerate((*GROUPS, None))}
    seldom = seldom_known(jobs, refused)

    def place(job: JobFacts, one: Judged) -> tuple[int, ...]:
        in_the_way = sum(job.conditions.get(name) != "no" for name in refused)
        return order[one.group], -len(one.likes), in_the_way, not job.entry

    judged = [(job, _judged(job, likes, refused, seldom)) for job in jobs]
    return tuple(one for _, one in sorted(judged, key=lambda each: place(*each)))


def seldom_known(jobs: tuple[JobFacts, ...], refused: tuple[str, ...]) -> dict[str, int]:
    """Return the things refused that are known of few jobs, and of how many.

    Not knowing them of the others would put almost all in doubt.
    """
    known = {name: sum(name in job.conditions for job in jobs) for name in refused}
    return {name: count for name, count in known.items() if count < SELDOM * len(jobs)}


def _judged(
    job: JobFacts, likes: tuple[str, ...], refused: tuple[str, ...], seldom: Mapping[str, int]
) -> Judged:
    met = tuple(like for like in likes if like in job.activities)
    answers = {name: job.conditions.get(name) for name in refused}
    against = (
        *([LIKE] if likes and not met else []),
        *(name for name, answer in answers.items() if answer == "yes"),
        *([WAY] if job.way == "closed" else []),
    )
    group: Group = "fits"
    if "sometimes" in answers.values():
        group = "fits-if"
    silent = any(answer is None and name not in seldom for name, answer in answers.items())
    if job.way in {"unknown", "none"} or silent:
        group = "ask-first"
    return Judged(job.slug, None if against else group, met, against)


def given_back(judged: Iterable[Judged], left_out: Iterable[str]) -> int:
    """Return how many jobs set aside would no longer be, were some of what sets aside left out."""
    lifted = set(left_out)
    return sum(bool(one.against) and lifted.issuperset(one.against) for one in judged)
