"""A programme, and what holds of it on a day: judged once, where lists and sheets are built."""

from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Unpublished

from .alternance import alternance_mode
from .costs import Cost, Costing, costs_of
from .recognition import (
    Grounds,
    Recognised,
    Standing,
    WeighedDiploma,
    WhoAnswers,
    of_diploma,
    of_school,
    registered,
    registration,
)

if TYPE_CHECKING:
    from avcareers.model.diploma import Diploma
    from avcareers.model.school import Programme, School, Selectivity


class JudgedProgramme(NamedTuple):
    """A programme, and what holds of it on the day of the answer."""

    record: Annotated["Programme", Merged()]
    """The programme."""
    recognised: Recognised
    """Whether a ministry answers for its school, and for its diploma, on the day of the answer."""
    recognition: tuple[WeighedDiploma, ...]
    """What is recognised of its diploma."""
    answers: Annotated[WhoAnswers, Unpublished]
    """Who answers for its school and for its diploma."""
    national: Annotated["Diploma | None", Unpublished]
    """The national diploma it leads to, when its award is one."""
    registered: Annotated[Standing, Unpublished]
    """Whether its certification is registered; informative when it names none."""
    registered_until: str | None
    """Last day its certification is registered; null when it names none, or the day is not known."""
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

    def in_full(self, whole: "Programme", on: Grounds) -> "JudgedProgramme":
        """Return it with its whole record, when it was judged by its card."""
        return self._replace(record=whole, recognition=of_diploma(whole, on))

    @property
    def last_session(self) -> "Selectivity | None":
        """Return how hard it was to enter last; None when nothing is known."""
        return self.sessions[0] if self.sessions else None

    @property
    def totals(self) -> tuple[float, ...]:
        """Return what all its years cost, in euros, at each of the costs that are known."""
        years, known = self.record.years, (cost.every_year for cost in self.costs)
        return tuple(euros * years for euros in known if euros is not None) if years else ()


def judged(
    programme: "Programme", school: "School", around: Costing, on: Grounds
) -> JudgedProgramme:
    """Return a programme of a school with what holds of it on a day (ISO)."""
    costs = costs_of(school, programme, around)
    until = on.ends.get(programme.certification or "")
    answers = WhoAnswers(
        of_school(school, on.today), of_diploma(programme, on), registration(programme, on)
    )
    return JudgedProgramme(
        programme,
        answers.recognised,
        answers.diploma,
        answers,
        on.diplomas.get(programme.diploma or ""),
        registered(until, on.today) if programme.certification else "informative",
        until,
        costs,
        around.counted(costs),
        alternance_mode(programme),
        tuple(sorted(programme.selectivity, key=attrgetter("session"), reverse=True)),
    )
