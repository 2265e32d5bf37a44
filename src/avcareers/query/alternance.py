"""How a programme is done in alternance."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from avcareers.model.school import Programme

IN_ALTERNANCE = frozenset({"partial", "full"})
"""Modes that count: the programme itself is known to be done in alternance."""

MOST_FIRST = ("full", "partial", "likely", "unknown", "none")
"""Modes, from the most that is known to be done in alternance: what is not known may be some."""


def alternance_mode(programme: "Programme") -> str:
    """Return how a programme is done in alternance: a mode, or `unknown`."""
    return programme.alternance.mode if programme.alternance else "unknown"


def most_of(modes: Iterable[str]) -> str:
    """Return the most that one of some programmes is done in alternance; `unknown` without any."""
    return min(modes, key=MOST_FIRST.index, default="unknown")
