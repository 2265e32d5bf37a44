"""Under which statuses a programme is followed, and which cost rules cover it there.

Records and stored views are read alike: nothing here needs the validator.
"""

from typing import Any

from .vocabulary import Route


def routes_of(programme: Any) -> tuple[Route, ...]:
    """Return the statuses a programme is followed under, as far as the record tells.

    A national diploma of which none is known is presumed to be open at school, and so are the years
    of a programme that are not in alternance. Nothing is presumed of one wholly in alternance.
    """
    routes: tuple[Route, ...] = tuple(programme.routes)
    mode = programme.alternance.mode if programme.alternance else "unknown"
    presumed = mode == "partial" or (not routes and programme.award == "national")
    if "scolaire" in routes or mode == "full" or not presumed:
        return routes
    return ("scolaire", *routes)


def taught_at_school(programme: Any) -> bool:
    """True if a programme may be followed without an employer, as far as the record tells."""
    routes = routes_of(programme)
    return not routes or "scolaire" in routes


def is_covered(rule: Any, school: Any, programme: Any, route: str) -> bool:
    """True if a programme, followed under a status, meets every condition of a cost rule."""
    covers = rule.covers
    return (
        (not covers.routes or route in covers.routes)
        and (not covers.diplomas or programme.diploma in covers.diplomas)
        and (not covers.kinds or school.kind in covers.kinds)
        and (not covers.types or school.type in covers.types)
    )
