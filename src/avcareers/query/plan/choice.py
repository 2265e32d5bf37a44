"""What there is to choose from, and the best ways through it."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from .candidates import Candidate
from .request import Request
from .routes import Course, Fronts, Route, best_routes, fronts_from, usable


class Choice(NamedTuple):
    """The programmes that no limit closes by itself, and the best ways through them."""

    request: Request
    courses: Mapping[str, Course]
    """What the search for routes knows of each programme, by key."""
    best: tuple[Course, ...]
    """What is left once those that others equal or beat are gone."""
    fronts: Fronts
    """The best ways to each level."""

    def routes(self) -> tuple[Route, ...]:
        """Return the routes to the target that no other equals or beats."""
        return best_routes(self.best, self.fronts, self.request.limits)

    def routes_into(self, key: str) -> tuple[Route, ...]:
        """Return the best routes that end with one programme; none when a limit closes it."""
        into = [self.courses[key]] if key in self.courses else []
        return best_routes(into, self.fronts, self.request.limits)

    def alike(self, key: str) -> int:
        """Count the other programmes that would take the place of one without changing a measure."""
        facts = self.courses[key][1:]
        return sum(course[1:] == facts for course in self.courses.values()) - 1


def choice_among(
    candidates: Iterable[Candidate],
    promotions: Callable[[Candidate], int | None],
    request: Request,
) -> Choice:
    """Return what one may choose from some candidates.

    `promotions` says how many lead from a candidate to the target; None when it only opens others.
    """
    courses = {
        one.key: Course(one.key, entry, level, one.measures, promotions(one))
        for one in candidates
        if not one.reasons
        for entry, level in ((one.facts.programme.entry_level, one.facts.programme.level),)
    }
    best = usable(courses.values(), request.limits)
    return Choice(request, courses, best, fronts_from(best, request.level, request.limits))
