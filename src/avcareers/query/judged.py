"""Schools and programmes, and what holds of them on a day: judged once, for lists and sheets."""

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged, Unpublished

from .alternance import alternance_mode
from .costs import (
    Cost,
    Costing,
    Uncounted,
    costs_of,
    lacks_school_cost,
    older_fees,
    uncounted,
)
from .offer import to_check
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
    from collections.abc import Iterable

    from avcareers.model.diploma import Diploma
    from avcareers.model.school import Fees, Programme, School, Selectivity


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
    offer_to_check: bool
    """True if it may no longer be offered: a source says it closed, its title expired, or its last session
    read is old."""
    costs: tuple[Cost, ...]
    """What a year costs under each status, where that is known."""
    cost: Annotated[Cost | None, Unpublished]
    """The cost that counts: the lowest, under the statuses asked for."""
    older_fees: Annotated["tuple[Fees, ...]", Unpublished]
    """Amounts of the record that are no price: too old, of no stated year, or only a part."""
    alternance: Annotated[str, Unpublished]
    """How it is done in alternance: a mode, or `unknown`."""
    sessions: Annotated["tuple[Selectivity, ...]", Unpublished]
    """How hard it was to enter, the last session first."""

    @property
    def lacks_school_cost(self) -> bool:
        """True if what it costs without an employer is not known, where it may be followed so."""
        return lacks_school_cost(self.record, self.costs)

    @property
    def uncounted(self) -> tuple[Uncounted, ...]:
        """Return the amounts read that are no price today, when its price at school is not known."""
        return uncounted([(self.older_fees, 1)]) if self.lacks_school_cost else ()

    @property
    def some_years(self) -> bool:
        """True if its cost is known for the years in alternance only."""
        return self.cost is None and bool(self.costs)

    @property
    def lowest_cost(self) -> float | None:
        """Return the lowest cost, in euros a year; None when none is known."""
        return self.cost.every_year if self.cost else None

    def in_full(self, whole: "Programme", on: Grounds) -> "JudgedProgramme":
        """Return it with its whole record, when it was judged by its card."""
        return self._replace(
            record=whole,
            recognition=of_diploma(whole, on),
            older_fees=older_fees(whole, on.today),
        )

    @property
    def last_session(self) -> "Selectivity | None":
        """Return how hard it was to enter last; None when nothing is known."""
        return self.sessions[0] if self.sessions else None


class CandidateSchool:
    """A school to be judged, with all its programmes."""

    def __init__(
        self, school: "School", programmes: "Iterable[Programme]", around: Costing, on: Grounds
    ) -> None:
        """Take cards or records, and what it takes to judge costs and who answers."""
        self.school = school
        self.around = around
        self.on = on
        self.recognition = of_school(school, on.today)
        self.programmes = tuple([CandidateProgramme(each, self) for each in programmes])


class CandidateProgramme:
    """A programme to be judged: each thing once, when it is asked for. Filters ask for few."""

    def __init__(self, record: "Programme", taught_by: CandidateSchool) -> None:
        """Take a card or a record."""
        self.record = record
        self.taught_by = taught_by

    @cached_property
    def answers(self) -> WhoAnswers:
        """Return who answers for its school and for its diploma."""
        of_school, on = self.taught_by.recognition, self.taught_by.on
        return WhoAnswers(of_school, of_diploma(self.record, on), registration(self.record, on))

    @property
    def registered_until(self) -> str | None:
        """Return the last day its certification is registered; None when that is not known."""
        return self.taught_by.on.ends.get(self.record.certification or "")

    @property
    def registered(self) -> Standing:
        """Return whether its certification is registered; informative when it names none."""
        if not self.record.certification:
            return "informative"
        return registered(self.registered_until, self.taught_by.on.today)

    @cached_property
    def alternance(self) -> str:
        """Return how it is done in alternance: a mode, or `unknown`."""
        return alternance_mode(self.record)

    @cached_property
    def costs(self) -> tuple[Cost, ...]:
        """Return what a year costs under each status, where that is known."""
        return costs_of(self.taught_by.school, self.record, self.taught_by.around)

    @cached_property
    def cost(self) -> Cost | None:
        """Return the cost that counts."""
        return self.taught_by.around.counted(self.costs)

    @cached_property
    def judged(self) -> JudgedProgramme:
        """Return it with all that holds of it."""
        record, answers, on = self.record, self.answers, self.taught_by.on
        return JudgedProgramme(
            record,
            answers.recognised,
            answers.diploma,
            answers,
            on.diplomas.get(record.diploma or ""),
            self.registered,
            self.registered_until,
            to_check(record, self.registered, on.today),
            self.costs,
            self.cost,
            older_fees(record, on.today),
            self.alternance,
            tuple(sorted(record.selectivity, key=attrgetter("session"), reverse=True)),
        )
