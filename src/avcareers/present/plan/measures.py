"""What the routes of a plan are compared on, in words."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from avcareers.query.plan.plan import Plan, PlanRoute
from avcareers.query.plan.request import Request
from avcareers.text.wording import Wording

from ..page import Line, Span, line
from .programme import free_once, unknown_name

SAID = frozenset({"years", "fees", "distance"})
"""What is not known and an amount says so."""


def measures(route: PlanRoute, plan: Plan, words: Wording) -> Line:
    """Return what a route is compared on, and what else is not known of its programmes."""
    missing = Counter(name for step in route.programmes for name in step.missing)
    to_find = missing.pop("employer", 0)
    names = [unknown_name(name, n, words) for name, n in missing.items() if name not in SAID]
    said = line(Span(" · ".join(amounts(route, plan.request, words)), "strong"))
    if names:
        unknown = words(" · non renseigné : ", " · unknown: ") + ", ".join(names)
        said = line(said, Span(unknown, "muted"))
    if to_find:
        said = line(said, Span(f" · {unknown_name('employer', to_find, words)}", "muted"))
    return said


def amounts(route: PlanRoute, asked: Request, words: Wording) -> Iterator[str]:
    """Yield the length, the fees and, near a city, the distance of a route."""
    if not route.school:
        yield words("sans école, sans frais de scolarité", "no school, no fees")
        return
    if route.years is None:
        unknown = words("durée inconnue", "length unknown")
        yield unknown + _at_least(route.years_at_least, words.years, words)
    else:
        yield words.years(route.years)
    if route.total_eur is None:
        unknown = _free(route, words) or words("frais inconnus", "fees unknown")
        yield unknown + _at_least(route.total_eur_at_least, words.euros, words)
    else:
        yield words.euros(route.total_eur)
    if not asked.near:
        return
    if route.kilometres is None:
        unknown = words("distance inconnue", "distance unknown")
        away = partial(_away, words=words)
        yield unknown + _at_least(route.kilometres_at_least, away, words)
    else:
        yield _away(route.kilometres, words)


def _free(route: PlanRoute, words: Wording) -> str | None:
    """Return that the one course of a route was free, when that is read and not known of today."""
    return free_once(route.programmes[0], words) if len(route.programmes) == 1 else None


def _away(kilometres: float, words: Wording) -> str:
    if kilometres < 1:
        return words("à moins d'un km", "under 1 km away")
    return words(f"à {words.kilometres(kilometres)}", f"{words.kilometres(kilometres)} away")


def _at_least(known: float, said: Callable[[float], str], words: Wording) -> str:
    """Return how much is known of an amount that is not known whole; nothing when it is 0."""
    return words(f" (au moins {said(known)})", f" (at least {said(known)})") if known else ""
