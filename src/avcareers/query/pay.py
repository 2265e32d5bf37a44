"""The minimum pay of a job: what agreements set, on which day, and what the law adds."""

import json
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Rows, Unpublished
from avcareers.model.hired import on_usage
from avcareers.model.vocabulary import GridStatus, PayMethod, PayUnit
from avcareers.store.catalogue import Catalogue

from .agreements import agreements_by_number, article, is_over, newest_grids
from .cards import Cards, in_order

if TYPE_CHECKING:
    from avcareers.model.base import Text
    from avcareers.model.pay import Agreement, Grid, GridSeries, MinimumWage, PayBasis
    from avcareers.model.profession import Profession
    from avcareers.model.source import Source

Units = tuple[PayUnit, int]
"""A unit, and how many of it a total pays."""

Rank = tuple[int, int, int, int]
"""Whether the scale is for other works (1), place of the function in the job, of the series in the
agreement, and whether people are hired by another basis (1)."""


class PayRow(NamedTuple):
    """A gross minimum that an agreement sets for a job."""

    idcc: str
    """Number of the agreement."""
    agreement: "Text"
    """Name of the agreement."""
    section: "Text"
    """Part of the agreement."""
    function: str
    """Function as the agreement prints it."""
    amount_eur: float | None
    """Gross euros, in the unit; nothing for an outdated floor, except in a history."""
    total_eur: float | None
    """Gross euros for the weeks or days asked for; nothing when the unit is another."""
    unit: PayUnit
    """Unit of the amount."""
    basis: "Text"
    """What the amount pays."""
    valid_from: str
    """Day it took effect, for members of the employers' bodies that signed it at least."""
    valid_from_all: str | None
    """Day it bound every employer of the branch; nothing when not known."""
    method: PayMethod
    """Read, or computed from a published increase."""
    rule: "Text | None"
    """How it was computed."""
    status: GridStatus
    """Whether the text binds the whole branch."""
    to_confirm: bool
    """Whether the amount was read once only, or rests on a deduction."""
    conditions: "tuple[Text, ...]"
    """When the agreement lets people be hired for the function."""
    newest_text: str | None
    """The newest text known to change the amount, found or not; nothing when not looked up."""
    looked_up: str | None
    """Day a newer text was last looked for."""
    current: bool
    """Whether nothing known says the amount is outdated on the day asked for."""
    outdated_why: "Text | None"
    """Why it is outdated."""
    below_minimum_wage: bool
    """Whether it is under the SMIC of that day, which then applies instead."""
    article: str | None
    """Number of the article in the KALI base."""
    source: "Source"
    """Text it was read in or computed from."""
    increases: "tuple[Source, ...]"
    """Where the increases of a computed amount were read."""
    set_by: Annotated["Agreement", Unpublished]
    """The agreement."""
    grid: Annotated["Grid", Unpublished]
    """The grid it belongs to."""
    pays: Annotated["PayBasis", Unpublished]
    """What the amount pays, with the hours it is worth."""
    rank: Annotated[Rank, Unpublished]
    """The lower, the nearer to how the job is mostly hired."""
    brief_conditions: Annotated["tuple[Text, ...]", Unpublished] = ()
    """The same conditions in a few words, those that have them."""
    permanent: bool = False
    """Whether it is for permanent staff, in a sector that hires for the job on CDD d'usage."""
    headline: bool = False
    """Whether this is the floor that leads: of the first function of the job that has one due."""

    @property
    def hourly_eur(self) -> float | None:
        """Gross euros for each hour it pays; nothing when its hours or its amount are not known."""
        hours = self.pays.week_hours or self.pays.base_hours
        return self.amount_eur / hours if self.amount_eur and hours else None

    @property
    def due(self) -> bool:
        """True if this is what is due: neither outdated, nor under the SMIC."""
        return self.current and not self.below_minimum_wage


class Pay(NamedTuple):
    """The floors of a job on a day."""

    job: Annotated["Profession", Unpublished]
    """The job."""
    as_of: Annotated[str, Unpublished]
    """Day the floors are asked for (ISO)."""
    floors: Annotated[tuple[PayRow, ...], Rows]
    """In force or last known that day, by agreement, section, function and basis."""
    units: Annotated[Units | None, Unpublished]
    """What the totals pay; nothing when none is asked for."""
    minimum_wage: Annotated["MinimumWage | None", Unpublished]
    """The SMIC in force that day; nothing before the first one known."""
    elsewhere: Annotated[int, Unpublished] = 0
    """Floors in other agreements, when the one asked for has none."""

    @property
    def headline(self) -> PayRow | None:
        """The floor that leads; nothing when none is due."""
        return next((floor for floor in self.floors if floor.headline), None)

    @property
    def sources(self) -> "tuple[Source, ...]":
        """The texts that set the floors in force, each once, in their order."""
        read = (text for f in self.floors if f.current for text in (f.source, *f.increases))
        return tuple({text.slug: text for text in read}.values())

    @property
    def totalled(self) -> PayRow | None:
        """The floor whose total leads: the nearest to the job of those that have one."""
        totals = (floor for floor in self.floors if floor.total_eur is not None)
        return min(totals, key=lambda floor: (not floor.headline, floor.rank), default=None)

    @property
    def leads(self) -> tuple[PayRow, ...]:
        """One floor for each agreement, in the order of the job.

        Of an agreement, one for works of the job if any, then one that is due if any.
        """
        found: dict[str, PayRow] = {}
        for floor in sorted(self.floors, key=lambda f: (f.rank[0], not f.due, f.rank)):
            found.setdefault(floor.idcc, floor)
        return tuple(sorted(found.values(), key=lambda floor: floor.rank))

    @property
    def leading(self) -> tuple[PayRow, ...]:
        """Every floor: those that lead an agreement first, then the rest as listed."""
        leads = self.leads
        return (*leads, *(floor for floor in self.floors if floor not in leads))


class PaySeries(NamedTuple):
    """How one floor moved: its amounts, the oldest first."""

    floors: tuple[PayRow, ...]
    change_percent: float | None
    """From the first amount to the last; nothing when there is only one."""


class PayHistory(NamedTuple):
    """The floors of a job since the first one known."""

    job: Annotated["Profession", Unpublished]
    """The job."""
    floors: Annotated[tuple[PayRow, ...], Rows]
    """In force up to the day asked for, by agreement, section, function, basis and day."""
    series: Annotated[tuple[PaySeries, ...], Unpublished]
    """The same, by what they pay; nearest first to how the job is mostly hired."""


def pay_of(
    catalogue: Catalogue,
    slug: str,
    as_of: str,
    *,
    agreement: str | None = None,
    units: Units | None = None,
) -> Pay:
    """Return the floors of a job on a day (ISO), with their totals for so many units.

    `agreement` (an IDCC number) narrows to one. A floor known to be outdated is there without its
    amount: it must not be shown as what is due.
    """
    job = catalogue.document("profession", slug)
    day = _Day(as_of, minimum_wage(catalogue, as_of), units)
    lines = [line for line in _lines(catalogue, job, as_of, agreement) if line.newest]
    elsewhere = 0
    if agreement and not lines:
        elsewhere = sum(line.newest for line in _lines(catalogue, job, as_of, None))
    return Pay(job, as_of, _headed(_rows(catalogue, lines, day)), units, day.wage, elsewhere)


def pay_history(
    catalogue: Catalogue, slug: str, as_of: str, *, agreement: str | None = None
) -> PayHistory:
    """Return every floor of a job up to a day (ISO), with its amount even if it is outdated."""
    job = catalogue.document("profession", slug)
    day = _Day(as_of, minimum_wage(catalogue, as_of), every_amount=True)
    floors = _headed(_rows(catalogue, _lines(catalogue, job, as_of, agreement), day))
    groups = groupby(floors, lambda f: (f.idcc, f.agreement, f.section, f.function, f.pays.slug))
    series = sorted((_series(tuple(group)) for _, group in groups), key=lambda s: s.floors[-1].rank)
    return PayHistory(job, floors, tuple(series))


def jobs_with_a_floor(catalogue: Catalogue, as_of: str) -> int:
    """Return how many jobs have a floor that is due on a day (ISO): one that leads."""
    current = [
        grid.slug
        for agreement in catalogue.documents("agreement")
        for newest in [newest_grids(agreement, as_of)]
        for grid in agreement.grids
        if grid.slug in newest and not is_over(agreement, grid, as_of)
    ]
    bases = {basis.slug: basis for basis in catalogue.documents("pay-basis")}
    wage = minimum_wage(catalogue, as_of)
    sql = """
        SELECT DISTINCT slug, basis, amount_eur
        FROM record, json_each(document, '$.pay_functions') AS named
        JOIN pay_floor ON idcc = json_extract(named.value, '$.idcc')
            AND function = json_extract(named.value, '$.function')
        WHERE kind = 'profession' AND grid IN (SELECT value FROM json_each(?))
    """
    found = catalogue.rows(sql, (json.dumps(current),))
    return len({job for job, basis, eur in found if not _is_below(eur, bases[basis], wage)})


def _headed(floors: tuple[PayRow, ...]) -> tuple[PayRow, ...]:
    """Return floors with the one that leads flagged: the first due, by rank."""
    due = [(floor.rank, place) for place, floor in enumerate(floors) if floor.due]
    first = min(due)[1] if due else None
    return tuple(f._replace(headline=place == first) for place, f in enumerate(floors))


def _series(floors: tuple[PayRow, ...]) -> PaySeries:
    first, last = floors[0].amount_eur, floors[-1].amount_eur
    moved = 100 * (last / first - 1) if first and last and len(floors) > 1 else None
    return PaySeries(floors, moved)


def minimum_wage(catalogue: Catalogue, day: str) -> Any:
    """Return the SMIC in force on a day (ISO), or nothing before the first one known."""
    known = (w for w in catalogue.documents("minimum-wage") if w.valid_from <= day)
    return max(known, key=lambda wage: wage.valid_from, default=None)


class _Line(NamedTuple):
    """A line of the tables of pay, with the records it names."""

    agreement: "Agreement"
    grid: "Grid"
    function: str
    basis: "PayBasis"
    amount_eur: float
    newest: bool
    """Whether its grid is the last of its series."""
    place: int
    """Place of its function in the job."""
    job: "Profession"
    """The job."""

    @property
    def series(self) -> "tuple[int, GridSeries | None]":
        """The series of its grid, with its place in the agreement."""
        named = self.agreement.series
        found = ((place, one) for place, one in enumerate(named) if one.slug == self.grid.series)
        return next(found, (len(named), None))


def _lines(
    catalogue: Catalogue, job: "Profession", as_of: str, only: str | None
) -> tuple[_Line, ...]:
    """Return the lines of a job up to a day, by agreement, series, function, basis and day."""
    agreements = agreements_by_number(catalogue, {function.idcc for function in job.pay_functions})
    bases = {basis.slug: basis for basis in catalogue.documents("pay-basis")}
    grids = {grid.slug: grid for record in agreements.values() for grid in record.grids}
    newest = {slug for record in agreements.values() for slug in newest_grids(record, as_of)}
    sql = """
        SELECT grid, basis, amount_eur FROM pay_floor
        WHERE idcc = ? AND function = ? AND valid_from <= ?
    """
    lines = [
        _Line(
            agreement=agreements[function.idcc],
            grid=grids[grid],
            function=function.function,
            basis=bases[basis],
            amount_eur=amount,
            newest=grid in newest,
            place=place,
            job=job,
        )
        for place, function in enumerate(job.pay_functions)
        if function.idcc in agreements and only in (None, function.idcc)
        for grid, basis, amount in catalogue.rows(sql, (function.idcc, function.function, as_of))
    ]
    rank = {number: place for place, number in enumerate(agreements)}
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                rank[line.agreement.idcc], line.grid.series, line.function, line.basis.slug,
                line.grid.valid_from, line.grid.slug,
            ),
        )
    )  # fmt: skip


class _Day(NamedTuple):
    """What floors are judged by."""

    as_of: str
    wage: "MinimumWage | None"
    units: Units | None = None
    every_amount: bool = False
    """Whether outdated amounts are wanted too."""


def _rows(catalogue: Catalogue, lines: Iterable[_Line], day: _Day) -> tuple[PayRow, ...]:
    lines = tuple(lines)
    cited = {slug for line in lines for slug in (line.grid.source, *line.grid.increases)}
    sources = catalogue.cards("source", cited)
    return tuple(_row(line, day, sources) for line in lines)


def _row(line: _Line, day: _Day, sources: Cards) -> PayRow:
    agreement, grid, basis = line.agreement, line.grid, line.basis
    source = sources[grid.source]
    place, series = line.series
    other_works = bool(series and series.works and set(series.works).isdisjoint(line.job.works_on))
    other_basis = bool(series and series.hired_by and series.hired_by != basis.slug)
    current = line.newest and not is_over(agreement, grid, day.as_of)
    conditions = [one for one in agreement.conditions if line.function in one.functions]
    row = PayRow(
        idcc=agreement.idcc,
        agreement=agreement.name,
        section=grid.section,
        function=line.function,
        amount_eur=line.amount_eur if current or day.every_amount else None,
        total_eur=None,
        unit=basis.unit,
        basis=basis.name,
        valid_from=grid.valid_from,
        valid_from_all=grid.valid_from_all,
        method=grid.method,
        rule=grid.rule,
        status=grid.status,
        to_confirm=line.function in grid.to_confirm,
        conditions=tuple(one.text for one in conditions),
        newest_text=series.newest_text if series else None,
        looked_up=series.looked_up if series else None,
        current=current,
        outdated_why=None if current else grid.outdated_why,
        below_minimum_wage=_is_below(line.amount_eur, basis, day.wage),
        article=article(source),
        source=source,
        increases=in_order(sources, grid.increases),
        set_by=agreement,
        grid=grid,
        pays=basis,
        rank=(int(other_works), line.place, place, int(other_basis)),
        brief_conditions=tuple(one.brief for one in conditions if one.brief),
        permanent=bool(series and series.permanent_in and on_usage(line.job, series.permanent_in)),
    )
    if not row.due or not day.units or day.units[0] != row.unit:
        return row
    return row._replace(total_eur=round(line.amount_eur * day.units[1], 2))


def _is_below(amount_eur: float, basis: "PayBasis", wage: "MinimumWage | None") -> bool:
    """True if a floor is known to be under the SMIC, which is set by the hour."""
    hours = basis.base_hours
    # A month of 151.67 hours is a third of a hundredth too long: four cents of its SMIC.
    return bool(wage and hours and amount_eur + 0.05 < wage.hourly_eur * hours)
