"""A programme, and what holds of it on a day: judged once, where lists and sheets are built."""

from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Unpublished

from .alternance import alternance_mode
from .costs import current_fees
from .recognition import Weighed, weighed

if TYPE_CHECKING:
    from avcareers.model.school import Fees, Programme, Selectivity


class JudgedProgramme(NamedTuple):
    """A programme, and what holds of it on the day of the answer."""

    record: Annotated["Programme", Merged()]
    """The programme."""
    recognition: Annotated[tuple[Weighed, ...], Unpublished]
    """What is recognised of its award alone."""
    current_fees: Annotated["tuple[Fees, ...]", Unpublished]
    """The fees that may still hold."""
    alternance: Annotated[str, Unpublished]
    """How it is done in alternance: a mode, or `unknown`."""
    sessions: Annotated["tuple[Selectivity, ...]", Unpublished]
    """How hard it was to enter, the last session first."""

    @property
    def lowest_fees(self) -> float | None:
        """Return the lowest of the fees that hold, in euros a year; None when none is known."""
        return min((fees.low for fees in self.current_fees), default=None)

    @property
    def last_session(self) -> "Selectivity | None":
        """Return how hard it was to enter last; None when nothing is known."""
        return self.sessions[0] if self.sessions else None

    @property
    def totals(self) -> tuple[float, ...]:
        """Return what all its years cost, in euros, at each of the fees that hold."""
        years = self.record.years
        return tuple(fees.low * years for fees in self.current_fees) if years else ()


def judged(programme: "Programme", today: str) -> JudgedProgramme:
    """Return a programme with what holds of it on a day (ISO)."""
    return JudgedProgramme(
        programme,
        weighed(programme.recognition, today) if programme.recognition else (),
        current_fees(programme, today),
        alternance_mode(programme),
        tuple(sorted(programme.selectivity, key=attrgetter("session"), reverse=True)),
    )
