"""How a programme is offered: whether it still is, as an apprentice only, with places left."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from avcareers.model.school import Programme, Selectivity

    from .recognition import Standing

YEARS_SHOWN_AS_CURRENT = 2
"""A session may be so many calendar years old and still say that a programme is offered."""


def last_seen(programme: "Programme", today: str) -> int | None:
    """Return the last session, or intake announced, of a programme when it is too old, on a day (ISO), to be current.

    None when it is recent, or when neither was read: that alone makes nothing doubtful.
    """
    sessions = [each.session for each in programme.selectivity]
    last = max((*sessions, programme.last_intake or 0)) or None
    if last is None or int(today[:4]) - last <= YEARS_SHOWN_AS_CURRENT:
        return None
    return last


def to_check(programme: "Programme", registration: "Standing", today: str) -> bool:
    """True if a programme may no longer be offered: said closed, its title expired, or last seen long ago."""
    if programme.reported_closed:
        return True
    title_expired = programme.award == "rncp" and registration == "expired"
    return title_expired or last_seen(programme, today) is not None


def has_places_left(session: "Selectivity | None") -> bool:
    """True if fewer were admitted than there were places in a session, as far as is known."""
    if session is None or session.admitted is None or session.places is None:
        return False
    return session.admitted < session.places


def is_apprenticeship(programme: "Programme") -> bool:
    """True if a programme is a national diploma done as an apprentice only."""
    whole = programme.alternance is not None and programme.alternance.mode == "full"
    return programme.award == "national" and whole and tuple(programme.routes) == ("apprentissage",)
