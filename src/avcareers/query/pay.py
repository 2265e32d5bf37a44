"""The minimum pay of a job: what agreements set, on which day, and what the law adds."""

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.catalogue import Catalogue

from .naming import Cards

if TYPE_CHECKING:
    from avcareers.model.pay import Agreement, Grid, MinimumWage, PayBasis
    from avcareers.model.profession import Profession


class Floor(NamedTuple):
    """A gross minimum that an agreement sets for a function."""

    agreement: "Agreement"
    grid: "Grid"
    function: str
    basis: "PayBasis"
    amount_eur: float
    current: bool
    """Whether, on the day asked for, no newer grid replaced it and nothing known outdates it."""
    below_minimum_wage: bool
    """Whether it is under the SMIC of that day, which then applies instead."""


class Pay(NamedTuple):
    """The floors of a job on a day."""

    job: "Profession"
    """Card of the job."""
    as_of: str
    """Day the floors are asked for (ISO)."""
    every_grid: bool
    """Whether the floors are the whole history up to that day."""
    floors: tuple[Floor, ...]
    """In force or last known that day, by agreement, section, function and basis."""
    with_overtime: tuple[str, ...]
    """Numbers (IDCC) of the agreements whose overtime steps are known, of all jobs."""
    minimum_wage: "MinimumWage | None"
    """The SMIC in force that day; nothing before the first one known."""
    sources: Cards
    """Sources of the grids, by key."""


class Step(NamedTuple):
    """A step of a week's pay: some hours at one rate."""

    hours: float
    increase_percent: float
    hourly_eur: float
    total_eur: float
    source: str | None
    """Article that sets the increase; nothing for the base rate."""


class Week(NamedTuple):
    """What a shooting week of some hours pays at the least."""

    floor: Floor
    """The floor the base rate is taken from."""
    hours: float
    steps: tuple[Step, ...]
    total_eur: float


def pay_of(
    catalogue: Catalogue,
    slug: str,
    as_of: str,
    *,
    agreement: str | None = None,
    every_grid: bool = False,
) -> Pay:
    """Give the floors of a job on a day (ISO), or its whole history up to that day.

    `agreement` (an IDCC number) narrows to one. A floor known to be outdated is given as such:
    it must not be shown as what is due.
    """
    job = catalogue.document("profession", slug)
    agreements = _agreements(catalogue, {function.idcc for function in job.pay_functions})
    bases = {basis.slug: basis for basis in catalogue.documents("pay-basis")}
    wage = minimum_wage(catalogue, as_of)
    floors: list[Floor] = []
    for function in job.pay_functions:
        if function.idcc not in agreements or agreement not in (None, function.idcc):
            continue
        record = agreements[function.idcc]
        rows = _rows(catalogue, function.idcc, function.function, as_of)
        newest = _newest(record, as_of)
        floors += (
            _floor(record, bases, row, as_of, wage, last=row.grid in newest)
            for row in rows
            if every_grid or row.grid in newest
        )
    ordered = sorted(
        floors,
        key=lambda f: (
            list(agreements).index(f.agreement.idcc), f.grid.series, f.function, f.basis.slug,
            f.grid.valid_from,
        ),
    )  # fmt: skip
    cited = {f.grid.source for f in ordered}
    cited |= {source for f in ordered for source in f.grid.increases}
    cited |= {step.source for record in agreements.values() for step in record.overtime}
    return Pay(
        job=job,
        as_of=as_of,
        every_grid=every_grid,
        floors=tuple(ordered),
        with_overtime=agreement_numbers(catalogue, "overtime"),
        minimum_wage=wage,
        sources=catalogue.cards("source", cited),
    )


def agreement_numbers(catalogue: Catalogue, facet: str = "idcc") -> tuple[str, ...]:
    """Give the numbers of all agreements, or of those whose `overtime` is known, as written."""
    sql = """
        SELECT value FROM facet JOIN record USING (kind, slug)
        WHERE kind = 'agreement' AND facet = ? ORDER BY position
    """
    return tuple(number for (number,) in catalogue.rows(sql, (facet,)))


def _agreements(catalogue: Catalogue, numbers: set[str]) -> "dict[str, Agreement]":
    """Give the agreements of those numbers, by number, as written."""
    sql = """
        SELECT document FROM facet JOIN record USING (kind, slug)
        WHERE kind = 'agreement' AND facet = 'idcc' AND value IN (SELECT value FROM json_each(?))
        ORDER BY position
    """
    found = catalogue.read(sql, (json.dumps(sorted(numbers)),))
    return {record.idcc: record for record in found}


def minimum_wage(catalogue: Catalogue, day: str) -> Any:
    """Give the SMIC in force on a day (ISO), or nothing before the first one known."""
    known = (w for w in catalogue.documents("minimum-wage") if w.valid_from <= day)
    return max(known, key=lambda wage: wage.valid_from, default=None)


class _Row(NamedTuple):
    function: str
    series: str
    basis: str
    valid_from: str
    grid: str
    amount_eur: float


def _rows(catalogue: Catalogue, idcc: str, function: str, as_of: str) -> list[_Row]:
    sql = """
        SELECT function, series, basis, valid_from, grid, amount_eur FROM pay_floor
        WHERE idcc = ? AND function = ? AND valid_from <= ? ORDER BY valid_from
    """
    return [_Row(*row) for row in catalogue.rows(sql, (idcc, function, as_of))]


def _newest(agreement: "Agreement", as_of: str) -> set[str]:
    """Give the last grid of each series that took effect by a day.

    A function or a basis that the newest grid no longer has is not what is due any more.
    """
    last: dict[str, str] = {}
    known = [grid for grid in agreement.grids if grid.valid_from <= as_of]
    for grid in known:
        last[grid.series] = max(last.get(grid.series, ""), grid.valid_from)
    return {grid.slug for grid in known if grid.valid_from == last[grid.series]}


def _floor(
    record: "Agreement", bases: dict[str, Any], row: _Row, as_of: str, wage: Any, *, last: bool
) -> Floor:
    grid = next(grid for grid in record.grids if grid.slug == row.grid)
    basis = bases[row.basis]
    ends = (grid.outdated_from, record.replaced_on)
    outdated = any(end is not None and end <= as_of for end in ends)
    below = bool(
        wage and basis.base_hours and row.amount_eur / basis.base_hours < wage.hourly_eur - 0.005
    )
    return Floor(record, grid, row.function, basis, row.amount_eur, last and not outdated, below)


def shooting_week(pay: Pay, hours: float) -> tuple[Week, ...]:
    """Give what a shooting week of so many hours pays, for agreements whose steps are known.

    The base rate is the floor of the agreement's reference week divided by the hours it is worth
    (3097: the 39-hour week is worth 40). Hours up to 35 are at the base rate; each later hour has
    the increase of its step.
    """
    weeks = []
    for floor in pay.floors:
        steps, reference = floor.agreement.overtime, floor.agreement.overtime_basis
        if not steps or floor.basis.slug != reference or not floor.current:
            continue
        if not floor.basis.base_hours or floor.below_minimum_wage:
            continue
        base = floor.amount_eur / floor.basis.base_hours
        parts = [_step(min(hours, steps[0].from_hour - 1), 0, base, None)]
        for step in steps:
            last = min(hours, step.to_hour or hours)
            worked = last - (step.from_hour - 1)
            if worked > 0:
                parts.append(_step(worked, step.increase_percent, base, step.source))
        weeks.append(Week(floor, hours, tuple(parts), round(sum(p.total_eur for p in parts), 2)))
    return tuple(weeks)


def _step(hours: float, increase: float, base: float, source: str | None) -> Step:
    hourly = base * (1 + increase / 100)
    return Step(hours, increase, round(hourly, 2), round(hours * hourly, 2), source)
