"""Programmes as offers to one person: what each costs, how far it is, what closes it."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of

from .nearby import Near, nearest_kilometres
from .offer_sketches import sketched
from .recognition import answered_for
from .routes import NONE, UNKNOWN, Amount, Course, Limits, Measures
from .school_filters import IN_ALTERNANCE, alternance_mode, lowest_fees

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


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
    """What the programme asks for, in the unit of the limit."""
    limit: float | None = None


class Offer(NamedTuple):
    """A programme, as one person meets it."""

    key: str
    """`school/programme`."""
    school: "School"
    """Card of its school."""
    programme: "Programme"
    fees: float | None
    """Lowest current fee, in euros a year."""
    kilometres: float | None
    """Distance to its nearest campus; nothing when not known or no city was given."""
    cities: tuple[str, ...]
    """Names of the cities it is taught in; the nearest alone when a city was given."""
    recognised: bool
    """Whether a ministry answers for it or its school, this day."""
    missing: tuple[str, ...]
    """What is not known: `entry`, `admission`, `years`, `fees`, `distance`, `alternance`,
    `registration`, `recognition`."""
    reasons: tuple[Reason, ...]
    """What closes it whatever the route; empty when it is open."""
    leads_to: tuple[str, ...]
    """Jobs it leads to, among those that matter for the question."""
    measured: bool
    """Whether distance is measured."""

    @property
    def total(self) -> float | None:
        """Give the fees of all its years, in euros; nothing when not known."""
        if self.fees == 0:
            return 0.0
        if self.fees is None or not self.programme.years:
            return None
        return self.fees * self.programme.years

    def course(self, promotions: int | None) -> Course:
        """Give what the search for routes needs to know of it."""
        distance = _amount(self.kilometres) if self.measured else NONE
        own = Measures(
            _amount(self.programme.years), _amount(self.total), distance, len(self.missing)
        )
        return Course(self.key, self.programme.entry_level, self.programme.level, own, promotions)


def offers_for(
    catalogue: Catalogue, jobs: Iterable[str], request: Request, today: str, *, also: str = ""
) -> dict[str, Offer]:
    """Give the programmes that lead to some jobs, and all those of one more school, by key.

    They hold what choosing needs, not the whole record: `described` gives that of a few.
    """
    wanted = frozenset(jobs)
    sketches = sketched(catalogue, wanted, also, places=bool(request.near),
                        recognition=request.recognised)  # fmt: skip
    return _judged(catalogue, sketches, wanted, request, today)


def described(
    catalogue: Catalogue, offers: Iterable[Offer], request: Request, today: str
) -> dict[str, Offer]:
    """Give the same offers with the whole record of each programme and the card of its school."""
    named = {offer.key: offer for offer in offers}
    jobs = frozenset(job for offer in named.values() for job in offer.leads_to)
    schools = sorted({offer.school.slug for offer in named.values()})
    sql = """
        SELECT record.card, programme.document FROM record
        JOIN programme ON programme.school = record.slug
        WHERE kind = 'school' AND slug IN (SELECT value FROM json_each(?))
        ORDER BY slug, programme.position
    """
    pairs = catalogue.read_pairs(sql, [json.dumps(schools)])
    kept = [pair for pair in pairs if f"{pair[0].slug}/{pair[1].slug}" in named]
    return _judged(catalogue, kept, jobs, request, today)


def _judged(
    catalogue: Catalogue,
    pairs: "Iterable[tuple[School, Programme]]",
    jobs: frozenset[str],
    request: Request,
    today: str,
) -> dict[str, Offer]:
    found = list(pairs)
    cities = {campus.place for school, _ in found for campus in school.campuses}
    places = catalogue.cards("place", cities)
    ends = _ends(catalogue, {p.certification for _, p in found if p.certification})
    judge = _Judge(request, today, places, ends)
    offers = (judge.offer(school, programme, jobs) for school, programme in found)
    return {offer.key: offer for offer in offers}


def _ends(catalogue: Catalogue, slugs: set[str]) -> dict[str, str | None]:
    """Give the last day of each registration; nothing when it is not known."""
    sql = """
        SELECT slug, json_extract(document, '$.expires') FROM record
        WHERE kind = 'certification' AND slug IN (SELECT value FROM json_each(?))
    """
    return dict(catalogue.rows(sql, (json.dumps(sorted(slugs)),)))


_Where = tuple[float | None, tuple[str, ...]]


class _Judge(NamedTuple):
    """What is needed to meet a programme as one person does."""

    request: Request
    today: str
    places: dict[str, Any]
    ends: dict[str, str | None]

    def offer(self, school: "School", programme: "Programme", jobs: frozenset[str]) -> Offer:
        away, cities = self._where(school, programme)
        fees = lowest_fees(programme, self.today)
        standing = answered_for((*school.recognition, *programme.recognition), self.today)
        return Offer(
            f"{school.slug}/{programme.slug}",
            school,
            programme,
            fees,
            away,
            cities,
            standing == "in-force",
            tuple(self._missing(programme, fees, away, standing)),
            tuple(self._reasons(programme, fees, away, standing)),
            tuple(job for job in programme.leads_to if job in jobs),
            self.request.near is not None,
        )

    def _where(self, school: "School", programme: "Programme") -> _Where:
        campuses = campuses_of(school, programme)
        near = self.request.near
        if not near or not campuses:
            names = (self.places[campus.place].name for campus in campuses)
            return None, tuple(dict.fromkeys(names))
        away, place = min(
            (nearest_kilometres(near, [campus], self.places) or 0.0, campus.place)
            for campus in campuses
        )
        return away, (self.places[place].name,)

    def _missing(
        self, programme: "Programme", fees: float | None, away: float | None, standing: str
    ) -> Iterator[str]:
        if programme.entry_level is None:
            yield "entry"
        if not programme.admission:
            yield "admission"
        if programme.years is None:
            yield "years"
        if fees is None:
            yield "fees"
        if self.request.near and away is None:
            yield "distance"
        if self.request.alternance and alternance_mode(programme) in {"unknown", "likely"}:
            yield "alternance"
        if self._registration_in_doubt(programme):
            yield "registration"
        if self.request.recognised and standing == "end-unknown":
            yield "recognition"

    def _registration_in_doubt(self, programme: "Programme") -> bool:
        """Tell whether nothing says that the registration of a title is in force today."""
        if programme.award not in {"rncp", "cqp"}:
            return False
        end = self.ends.get(programme.certification or "")
        return end is None or end < self.today

    def _reasons(
        self, programme: "Programme", fees: float | None, away: float | None, standing: str
    ) -> Iterator[Reason]:
        asked = self.request
        if asked.alternance and alternance_mode(programme) not in IN_ALTERNANCE:
            unknown = alternance_mode(programme) in {"unknown", "likely"}
            yield from self._closing("alternance", None if unknown else 1.0, 0.0)
        if asked.recognised and standing != "in-force":
            unknown = standing == "end-unknown"
            yield from self._closing("recognition", None if unknown else 1.0, 0.0)
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


def _amount(value: float | None) -> Amount:
    return UNKNOWN if value is None else Amount(value)
