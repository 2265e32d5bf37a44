"""What one asks of a plan, and what a programme alike many others is worth to the one who asks."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from avcareers.store.catalogue import Catalogue
from avcareers.store.traits import Traits

from ..alternance import IN_ALTERNANCE
from ..costs import fees_hold
from ..entry_level import presumed_entry_level
from ..nearby import Near
from ..recognition import answered_for
from .routes import Limits

if TYPE_CHECKING:
    from avcareers.model.school import Recognition

FREE_FOR_APPRENTICES = "code-travail-l6211-1"
"""Source of the rule that an apprentice pays nothing: Labour Code, article L. 6211-1."""
IN_DOUBT = frozenset({"unknown", "likely"})
"""Modes of alternance that settle nothing."""


class Request(NamedTuple):
    """Where one starts from, and what one accepts."""

    level: int = 0
    """Level held: 0 none, 3 CAP, 4 bac, 5 bac+2, 6 bac+3, 7 bac+5."""
    job: str | None = None
    """Job one starts from, when it is one."""
    near: Near | None = None
    alternance: bool = False
    recognised: bool = False
    max_fees: float | None = None
    """Euros a year."""
    max_total: float | None = None
    """Euros, all years together."""
    max_years: float | None = None
    no_school: bool = False
    unknown_too: bool = False
    """Let in what a limit cannot judge because it is not known."""

    @property
    def limits(self) -> Limits:
        """Give the limits on a whole route."""
        reach = self.near.within_km if self.near else None
        return Limits(self.max_years, self.max_total, reach, self.unknown_too)


class Reason(NamedTuple):
    """Why a programme is closed."""

    kind: str
    """`entry`, `fees`, `total`, `years`, `distance`, `alternance`, `recognition`: a limit passed;
    the same with `-unknown`: not known."""
    found: float | None = None
    """What the programme asks for, in the unit of the limit; for `entry-unknown`, the level presumed."""
    limit: float | None = None


class Judged(NamedTuple):
    """What a programme is worth to one person, one day."""

    fees: float | None
    """Lowest current fee, in euros a year."""
    recognised: bool
    """Whether a ministry answers for it or its school, this day."""
    missing: tuple[str, ...]
    """What is not known: `entry`, `admission`, `years`, `fees`, `distance`, `alternance`,
    `registration`, `recognition`; `employer`: who will sign the contract of alternance."""
    reasons: tuple[Reason, ...]
    """What closes it whatever the route; empty when it is open."""


def judge_of(catalogue: Catalogue, request: Request, today: str) -> "Judge":
    """Give what judges programmes for one person, on a day (ISO)."""
    law = catalogue.cards("source", [FREE_FOR_APPRENTICES])
    return Judge(request, today, bool(law))


class Judge(NamedTuple):
    """Who asks, and when."""

    request: Request
    today: str
    """ISO day."""
    apprentices_pay_nothing: bool
    """Whether the catalogue holds the text that says so."""

    def judged(self, traits: Traits, away: float | None) -> Judged:
        """Judge programmes of these traits, so many kilometres away."""
        known = [low for year, low in traits.fees if fees_hold(year, self.today)]
        fees = min(known, default=0.0 if self._is_free(traits) else None)
        # They hold what judging needs of the entries of the record.
        standing = answered_for(cast("Iterable[Recognition]", traits.recognition), self.today)
        return Judged(
            fees,
            standing == "in-force",
            tuple(self._missing(traits, fees, away, standing)),
            tuple(self._reasons(traits, fees, away, standing)),
        )

    def _is_free(self, traits: Traits) -> bool:
        """Tell whether the law lets nobody who follows the programme be asked for fees.

        That is known where apprenticeship is the only way to follow it, from end to end. Of other
        alternance the contract is not known, and a year as a pupil may cost.
        """
        only = traits.alternance == "full" and traits.routes == ["apprentissage"]
        return self.apprentices_pay_nothing and only

    def _missing(
        self, traits: Traits, fees: float | None, away: float | None, standing: str
    ) -> Iterator[str]:
        if traits.entry_level is None:
            yield "entry"
        if not traits.admission_known:
            yield "admission"
        if traits.years is None:
            yield "years"
        if fees is None:
            yield "fees"
        if self.request.near and away is None:
            yield "distance"
        if self.request.alternance and traits.alternance in IN_DOUBT:
            yield "alternance"
        if traits.alternance in IN_ALTERNANCE and not self._may_be_a_pupil(traits):
            yield "employer"
        if self._registration_in_doubt(traits):
            yield "registration"
        if self.request.recognised and standing == "end-unknown":
            yield "recognition"

    def _may_be_a_pupil(self, traits: Traits) -> bool:
        return "scolaire" in traits.routes and not self.request.alternance

    def _registration_in_doubt(self, traits: Traits) -> bool:
        """Tell whether nothing says that the registration of a title is in force today."""
        if traits.award not in {"rncp", "cqp"}:
            return False
        return traits.registered_until is None or traits.registered_until < self.today

    def _reasons(
        self, traits: Traits, fees: float | None, away: float | None, standing: str
    ) -> Iterator[Reason]:
        asked = self.request
        if traits.entry_level is None and not asked.unknown_too:
            presumed = presumed_entry_level(traits.level, traits.years)
            if presumed > asked.level:
                yield Reason("entry-unknown", float(presumed), float(asked.level))
        if asked.alternance and traits.alternance not in IN_ALTERNANCE:
            known_not = None if traits.alternance in IN_DOUBT else 1.0
            yield from self._closing("alternance", known_not, 0.0)
        if asked.recognised and standing != "in-force":
            known_not = None if standing == "end-unknown" else 1.0
            yield from self._closing("recognition", known_not, 0.0)
        if asked.max_fees is not None:
            yield from self._closing("fees", fees, asked.max_fees)
        if asked.near:
            yield from self._closing("distance", away, asked.near.within_km)

    def _closing(self, kind: str, found: float | None, limit: float) -> Iterator[Reason]:
        if found is None:
            if not self.request.unknown_too:
                yield Reason(f"{kind}-unknown", None, limit)
        elif found > limit:
            yield Reason(kind, found, limit)
