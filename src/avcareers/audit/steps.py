"""The rule on the steps of the ladder that go to another department."""

from collections.abc import Iterator, Mapping

from avcareers.model.content import Content
from avcareers.model.profession import Profession

from .finding import Finding

Moves = Mapping[str, frozenset[str]]
"""Codes one may go to from each code of the ROME."""


def steps_elsewhere_are_supported(content: Content) -> Iterator[Finding]:
    """A promotion to another department is a move of the ROME, or has a source that says so.

    Inside a department, the order of its jobs is the agreements': no rule can read it. What a source
    says is for a person to judge.
    """
    by_slug = {job.slug: job for job in content.professions}
    moves = {entry.code: frozenset(entry.moves) for entry in content.rome}
    for job in content.professions:
        uppers = (by_slug[slug] for slug in job.next_roles if slug in by_slug)
        needing = [upper.slug for upper in uppers if _needs_support(job, upper, moves)]
        supported = [support.job for support in job.next_roles_support]
        for slug in needing:
            if slug not in supported:
                yield Finding(
                    "profession",
                    job.slug,
                    ("next_roles", job.next_roles.index(slug)),
                    "supported-step",
                    "must be a move of the ROME, or a step a source supports",
                    f"{slug}, of {by_slug[slug].department}",
                    "remove it, or cite what says so in next_roles_support",
                )
        for index, slug in enumerate(supported):
            if slug not in needing or slug in supported[:index]:
                yield Finding(
                    "profession",
                    job.slug,
                    ("next_roles_support", index),
                    "supported-step",
                    "must support a step of next_roles that needs it, once",
                    slug,
                    "remove it",
                )


def _needs_support(job: Profession, upper: Profession, moves: Moves) -> bool:
    """True if a step goes to another department without a move of the ROME."""
    if upper.department == job.department:
        return False
    reached = {code for own in job.rome for code in (own, *moves.get(own, ()))}
    return reached.isdisjoint(upper.rome)
