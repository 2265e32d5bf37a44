"""A programme, and what holds of it on a day: judged once, where lists and sheets are built."""

from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Unpublished

from .alternance import alternance_mode
from .costs import Cost, Costing, costs_of
from .recognition import Weighed, weighed

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School, Selectivity


class JudgedProgramme(NamedTuple):
    """A programme, and what holds of it on the day of the answer."""

    record: Annotated["Programme", Merged()]
    """The programme."""
    recognition: Annotated[tuple[Weighed, ...], Unpublished]
    """What is recognised of its award alone."""
    costs: tuple[Cost, ...]
    """What a year costs under each status, where that is known."""
    cost: Annotated[Cost | None, Unpublished]
    """The cost that counts: the lowest, under the statuses asked for."""
    alternance: Annotated[str, Unpublished]
    """How it is done in alternance: a mode, or `unknown`."""
    sessions: Annotated["tuple[Selectivity, ...]", Unpublished]
    """How hard it was to enter, the last session first."""

    @property
    def lowest_cost(self) -> float | None:
        """Return the lowest cost, in euros a year; None when none is known."""
        return self.cost.every_year if self.cost else None

    @property
    def last_session(self) -> "Selectivity | None":
        """Return how hard it was to enter last; None when nothing is known."""
        return self.sessions[0] if self.sessions else None

    @property
    def totals(self) -> tuple[float, ...]:
        """Return what all its years cost, in euros, at each of the costs that are known."""
        years, known = self.record.years, (cost.every_year for cost in self.costs)
        return tuple(euros * years for euros in known if euros is not None) if years else ()


def judged(programme: "Programme", school: "School", around: Costing) -> JudgedProgramme:
    """Return a programme of a school with what holds of it on a day (ISO)."""
    today, costs = around.today, costs_of(school, programme, around)
    return JudgedProgramme(
        programme,
        weighed(programme.recognition, today) if programme.recognition else (),
        costs,
        around.counted(costs),
        alternance_mode(programme),
        tuple(sorted(programme.selectivity, key=attrgetter("session"), reverse=True)),
    )
