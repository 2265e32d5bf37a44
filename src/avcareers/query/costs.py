"""What a programme costs under each status one may follow it: amounts read, else a rule.

An amount that the school's own record gives wins over a rule as long as it may still hold. What
neither gives is not known. The CVEC, the student contribution to campus life, is never counted.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from avcareers.model.covering import is_covered, routes_of
from avcareers.model.vocabulary import Route

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
    """Return the fees that may still hold on a day (ISO): dated, and not over for two years."""
    return tuple(fees for fees in programme.fees if fees.year and fees_hold(fees.year, today))


def older_fees(programme: "Programme", today: str) -> "tuple[Fees, ...]":
    """Return the other fees: of a year that is over for too long, or that is not stated."""
    return tuple(fees for fees in programme.fees if not (fees.year and fees_hold(fees.year, today)))


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


class OldAmounts(NamedTuple):
    """Amounts of a year that is over for too long, or of no stated year."""

    low_eur: float
    """Euros; the lowest amount."""
    high_eur: float
    """Euros; the highest amount."""
    school_years: tuple[str, ...]
    """School years of the amounts, the oldest first; empty when none is stated."""
    programmes: int
    """How many programmes."""


def old_amounts(programmes: "Iterable[tuple[tuple[Fees, ...], float]]") -> OldAmounts | None:
    """Return what the amounts of some programmes that are no cost any more come to; None without any.

    Each programme comes with the years to count.
    """
    known = [(fees, years) for fees, years in programmes if fees and years]
    every = [(one, years) for fees, years in known for one in fees]
    if not every:
        return None
    dated = tuple(sorted({one.year for one, _ in every if one.year}))
    low = min(one.low * years for one, years in every)
    high = max((one.high or one.low) * years for one, years in every)
    return OldAmounts(low, high, dated, len(known))


class CostSummary(NamedTuple):
    """What the programmes of a school cost, status by status: one never stands for the others."""

    by_status: tuple[StatusCosts, ...]
    """Where it is known: at school first, amounts that hold for all the years before others."""
    programmes: int
    """How many programmes there are."""
    unknown: int
    """Programmes of which no cost is known."""
    old: OldAmounts | None = None
    """Amounts read for those programmes that are no cost any more; null without any."""


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
    older = [(older_fees(p, today), p.years or 0) for p, costs in every if not costs]
    return SchoolCosts(
        _summary([_amounts(costs) for _, costs in every])._replace(
            old=old_amounts((fees, 1) for fees, _ in older)
        ),
        _summary(
            [_amounts(_of_all_years(costs, p.years), p.years or 0) for p, costs in every]
        )._replace(old=old_amounts(older)),
    )


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


def _summary(programmes: list[tuple[Amount, ...]]) -> CostSummary:
    """Return what some programmes cost, from the amounts of each."""
    groups: dict[tuple[Route, bool], dict[int, list[Amount]]] = {}
    for place, amounts in enumerate(programmes):
        for amount in amounts:
            group = groups.setdefault((amount[0].route, amount[0].some_years), {})
            group.setdefault(place, []).append(amount)
    found = [
        _of_status(route, some, list(chain.from_iterable(of.values())), len(of))
        for (route, some), of in sorted(groups.items(), key=lambda g: (g[0][0] != "scolaire", g[0]))
    ]
    unknown = sum(not amounts for amounts in programmes)
    return CostSummary(tuple(found), len(programmes), unknown)


def _of_status(route: Route, some: bool, amounts: list[Amount], programmes: int) -> StatusCosts:
    low = min(low for _, low, _ in amounts)
    high = max(high for _, _, high in amounts)
    years = tuple(sorted({cost.school_year for cost, _, _ in amounts if cost.school_year}))
    return StatusCosts(route, some, low, high, programmes, years)
