"""What a programme costs under each status one may follow it: amounts read, else a rule.

An amount that the school's own record gives wins over a rule as long as it may still hold. What
neither gives is not known. The CVEC, the student contribution to campus life, is never counted.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from avcareers.model.covering import is_covered, routes_of, taught_at_school
from avcareers.model.vocabulary import FeesScope, Route

if TYPE_CHECKING:
    from avcareers.model.base import Text
    from avcareers.model.rule import Rule
    from avcareers.model.school import Fees, Programme, School

FEES_HOLD_YEARS = 2
"""Years after the end of its school year during which an amount still says something."""
SCHOOL_YEAR_BEGINS = "09-01"
"""Day of the year, month first."""


class Cost(NamedTuple):
    """What a year costs under one status."""

    route: Route
    """Status: at school, or as an apprentice."""
    eur_per_year: float
    """Euros per year; the lowest amount of a range."""
    eur_per_year_high: float | None
    """Euros per year; the highest amount of a range."""
    every_year: float | None
    """Euros per year that hold for all the years: what is compared. Null when the programme is in
    alternance for some years only and what the others cost is not known."""
    origin: Literal["figure", "rule"]
    """Whether the amount was read for this programme, or follows from a rule."""
    rule: str | None
    """Key of that rule."""
    school_year: str | None
    """School year of the amount; null for a rule that holds from one year to the next."""
    years_ago: int | None
    """School years since then: 0 for the one under way, 1 for last year's."""
    covers: "Text"
    """What it pays for, or the rule in a few words."""
    leaves_out: "Text | None"
    """What a rule leaves to be paid besides."""
    sources: tuple[str, ...]
    """Where it was read."""

    @property
    def some_years(self) -> bool:
        """True if it holds for the years in alternance only."""
        return self.every_year != self.eur_per_year


class Costing(NamedTuple):
    """What there is to know to judge costs."""

    rules: "tuple[Rule, ...]"
    """Those that hold on the day."""
    today: str
    """ISO day of the question."""
    routes: tuple[str, ...] = ()
    """Statuses asked for: their costs alone count; none means that all do."""

    def counted(self, costs: Iterable[Cost]) -> Cost | None:
        """Return the cost that counts: the lowest that holds for all the years, if one is known."""
        known = [
            (cost.every_year, -(cost.years_ago or 0) - 1, place, cost)
            for place, cost in enumerate(costs)
            if cost.every_year is not None and (not self.routes or cost.route in self.routes)
        ]
        return min(known, key=lambda found: found[:3])[3] if known else None


def costing(rules: "Iterable[Rule]", today: str, routes: tuple[str, ...] = ()) -> Costing:
    """Return what it takes to judge costs on a day (ISO), of all the rules there are."""
    return Costing(tuple([rule for rule in rules if _holds(rule, today)]), today, routes)


def costs_of(school: "School", programme: "Programme", around: Costing) -> tuple[Cost, ...]:
    """Return what a year of a programme costs under each status, where that is known."""
    return tuple(_costs(school, programme, around))


def _costs(school: "School", programme: "Programme", around: Costing) -> Iterator[Cost]:
    routes = routes_of(programme)
    read = current_fees(programme, around.today)
    # An amount read says what is asked of pupils, where the programme has any.
    paid = "scolaire" if "scolaire" in routes or not routes else routes[0]
    at_school: float | None = None
    for route in dict.fromkeys((paid, *routes)):
        if route == paid and read:
            found = [_read(fees, route, around.today) for fees in read]
        else:
            rule = _rule_for(school, programme, route, around) if route in routes else None
            found = [_ruled(rule, route, around.today)] if rule else []
        if route == "scolaire":
            at_school = min((cost.eur_per_year for cost in found), default=None)
        elif _is_partial(programme):
            found = [_of_some_years(cost, at_school) for cost in found]
        yield from found


def _read(fees: "Fees", route: Route, today: str) -> Cost:
    return Cost(
        route, fees.low, fees.high, fees.low, "figure", None, fees.year,
        _years_ago(fees.year, today), fees.covers, None, (fees.source,),
    )  # fmt: skip


def _ruled(rule: "Rule", route: Route, today: str) -> Cost:
    amount = rule.eur_per_year
    return Cost(
        route, amount, None, amount, "rule", rule.slug, rule.year, _years_ago(rule.year, today),
        rule.says, rule.leaves_out, rule.sources,
    )  # fmt: skip


def _of_some_years(cost: Cost, at_school: float | None) -> Cost:
    """Return a cost that holds for the years in alternance; the others are paid as at school."""
    every_year = None if at_school is None else max(cost.eur_per_year, at_school)
    return cost._replace(every_year=every_year)


def _is_partial(programme: "Programme") -> bool:
    return programme.alternance is not None and programme.alternance.mode == "partial"


def _rule_for(
    school: "School", programme: "Programme", route: str, around: Costing
) -> "Rule | None":
    """Return the rule that covers a programme under a status: of several years, the last."""
    covering = [rule for rule in around.rules if is_covered(rule, school, programme, route)]
    return max(covering, key=lambda rule: (rule.year or "", rule.since or ""), default=None)


def _holds(rule: "Rule", today: str) -> bool:
    if rule.year:
        return rule.year[:4] + "-" + SCHOOL_YEAR_BEGINS <= today and fees_hold(rule.year, today)
    return (rule.since or "") <= today and (rule.until is None or today <= rule.until)


def _years_ago(year: str | None, today: str) -> int | None:
    if year is None:
        return None
    under_way = int(today[:4]) - (today[5:] < SCHOOL_YEAR_BEGINS)
    return under_way - int(year[:4])


def current_fees(programme: "Programme", today: str) -> "tuple[Fees, ...]":
    """Return the fees that may still hold on a day (ISO): of a whole year, dated, not over for long."""
    return tuple(fees for fees in programme.fees if _is_price(fees, today))


def older_fees(programme: "Programme", today: str) -> "tuple[Fees, ...]":
    """Return the other amounts: of a year over for too long, or not stated, or that are only a part."""
    return tuple(fees for fees in programme.fees if not _is_price(fees, today))


def _is_price(fees: "Fees", today: str) -> bool:
    return fees.scope == "year" and bool(fees.year) and fees_hold(fees.year or "", today)


def fees_hold(year: str, today: str) -> bool:
    """True if the fees of a school year may still hold on a day (ISO)."""
    return int(year[5:]) >= int(today[:4]) - FEES_HOLD_YEARS


class CostRange(NamedTuple):
    """What some programmes cost, in euros a year."""

    low: float
    high: float


def cost_range(costs: Iterable[Cost], routes: tuple[str, ...] = ()) -> CostRange | None:
    """Return the lowest and the highest of costs that hold for all the years; None without any."""
    known = [
        (cost.every_year, max(cost.eur_per_year_high or 0.0, cost.every_year))
        for cost in costs
        if cost.every_year is not None and (not routes or cost.route in routes)
    ]
    if not known:
        return None
    return CostRange(min(low for low, _ in known), max(high for _, high in known))


class StatusCosts(NamedTuple):
    """What some programmes of a school cost under one status, the lowest amount to the highest."""

    route: Route
    """Status: at school, or as an apprentice."""
    some_years: bool
    """Whether it holds for the years in alternance only."""
    low_eur: float
    """Euros; the lowest amount."""
    high_eur: float
    """Euros; the highest amount."""
    programmes: int
    """How many programmes."""
    school_years: tuple[str, ...]
    """School years of the amounts, the oldest first; empty when a rule holds from year to year."""


class Uncounted(NamedTuple):
    """Amounts read that are no price today: old, of no stated year, or a part of what is asked."""

    scope: FeesScope
    """What they are; of `year` they are old, or bear no year."""
    low_eur: float
    """Euros; the lowest amount."""
    high_eur: float
    """Euros; the highest amount."""
    school_years: tuple[str, ...]
    """School years of the amounts, the oldest first; empty when none is stated."""
    programmes: int
    """How many programmes."""


def uncounted(programmes: "Iterable[tuple[tuple[Fees, ...], float]]") -> tuple[Uncounted, ...]:
    """Return what the amounts of some programmes that are no price come to: whole ones first.

    Each programme comes with the years to count; a part is not multiplied. What was free once, or on
    a page without a year, says nothing of today.
    """
    alike: dict[tuple[FeesScope, bool], list[tuple[int, Fees, float]]] = {}
    for place, (fees, years) in enumerate(programmes):
        for one in fees:
            if years and (one.scope != "year" or one.high or one.low):
                alike.setdefault((one.scope, not one.year), []).append((place, one, years))
    return tuple(_together(alike[key], key[0]) for key in sorted(alike, key=_whole_first))


def _whole_first(key: tuple[FeesScope, bool]) -> tuple[bool, FeesScope, bool]:
    return key[0] != "year", *key


def _together(found: "list[tuple[int, Fees, float]]", scope: FeesScope) -> Uncounted:
    low = min(one.low * years for _, one, years in found)
    high = max((one.high or one.low) * years for _, one, years in found)
    dated = tuple(sorted({one.year for _, one, _ in found if one.year}))
    return Uncounted(scope, low, high, dated, len({place for place, *_ in found}))


class CostSummary(NamedTuple):
    """What the programmes of a school cost, status by status: one never stands for the others."""

    by_status: tuple[StatusCosts, ...]
    """Where it is known: at school first, amounts that hold for all the years before others."""
    programmes: int
    """How many programmes there are."""
    unknown: int
    """Programmes that one may follow without an employer, and of which that price is not known."""
    uncounted: tuple[Uncounted, ...] = ()
    """Amounts read for those programmes that are no price today, whole ones first."""


class SchoolCosts(NamedTuple):
    """What the programmes of a school cost."""

    per_year: CostSummary
    """A year."""
    in_all: CostSummary
    """All the years; unknown when the length is and it is not free, or when only some years have a
    known cost."""


Amount = tuple[Cost, float, float]
"""A cost, with the lowest and the highest amount in euros that it comes to."""


def school_costs(taught: "Iterable[tuple[Programme, tuple[Cost, ...]]]", today: str) -> SchoolCosts:
    """Return what the programmes of a school cost together on a day (ISO), from each with its costs."""
    every = tuple(taught)
    silent = [
        (older_fees(p, today), _whole_years(p)) for p, costs in every if lacks_school_cost(p, costs)
    ]
    whole = [
        (tuple(one for one in fees if one.scope == "year"), years or 0) for fees, years in silent
    ]
    records = [p for p, _ in every]
    return SchoolCosts(
        _summary(records, [_amounts(costs) for _, costs in every])._replace(
            uncounted=uncounted((fees, 1) for fees, _ in silent)
        ),
        _summary(
            records,
            [
                _amounts(_of_all_years(costs, _whole_years(p)), _whole_years(p) or 0)
                for p, costs in every
            ],
        )._replace(uncounted=uncounted(whole)),
    )


def _whole_years(programme: "Programme") -> float | None:
    """Return how long a programme lasts; None when that, or more than its last cycle, is not known."""
    return None if programme.last_cycle else programme.years


def lacks_school_cost(programme: "Programme", costs: Iterable[Cost]) -> bool:
    """True if what a year costs without an employer is not known, of a programme that allows it."""
    return taught_at_school(programme) and all(cost.route != "scolaire" for cost in costs)


def _of_all_years(costs: Iterable[Cost], years: float | None) -> list[Cost]:
    """Return the costs that say what all the years cost; what is free is, however long it lasts."""
    return [
        cost
        for cost in costs
        if not cost.some_years and (years or not (cost.eur_per_year or cost.eur_per_year_high))
    ]


def _amounts(costs: Iterable[Cost], times: float = 1) -> tuple[Amount, ...]:
    return tuple(
        (cost, cost.eur_per_year * times, (cost.eur_per_year_high or cost.eur_per_year) * times)
        for cost in costs
    )


def _summary(records: "list[Programme]", amounts: list[tuple[Amount, ...]]) -> CostSummary:
    """Return what some programmes cost, from the amounts of each."""
    groups: dict[tuple[Route, bool], dict[int, list[Amount]]] = {}
    for place, some in enumerate(amounts):
        for amount in some:
            group = groups.setdefault((amount[0].route, amount[0].some_years), {})
            group.setdefault(place, []).append(amount)
    found = [
        _of_status(route, some, list(chain.from_iterable(of.values())), len(of))
        for (route, some), of in sorted(groups.items(), key=lambda g: (g[0][0] != "scolaire", g[0]))
    ]
    unknown = sum(
        lacks_school_cost(record, (cost for cost, *_ in of))
        for record, of in zip(records, amounts, strict=True)
    )
    return CostSummary(tuple(found), len(records), unknown)


def _of_status(route: Route, some: bool, amounts: list[Amount], programmes: int) -> StatusCosts:
    low = min(low for _, low, _ in amounts)
    high = max(high for _, _, high in amounts)
    years = tuple(sorted({cost.school_year for cost, _, _ in amounts if cost.school_year}))
    return StatusCosts(route, some, low, high, programmes, years)
