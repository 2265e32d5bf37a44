"""How a programme is done in alternance."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from avcareers.model.school import Programme

IN_ALTERNANCE = frozenset({"partial", "full"})
"""Modes that count: the programme itself is known to be done in alternance."""


def alternance_mode(programme: "Programme") -> str:
    """Return how a programme is done in alternance: a mode, or `unknown`."""
    return programme.alternance.mode if programme.alternance else "unknown"
