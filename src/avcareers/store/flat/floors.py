"""The flat table of minimum pay: each amount, whether it was read, and whether it is what is due."""

from collections.abc import Iterator
from typing import Any, get_args

from avcareers.model.pay import Agreement, Grid, PayBasis, PayFloor
from avcareers.model.source import Source
from avcareers.model.vocabulary import OfficialPage, PayMethod

from .declaration import Column, ForeignKey, Made, Rows, column
from .records import Records


def _pay_floors(records: Records) -> Rows:
    bases = {basis.slug: basis for basis in records.of("pay-basis")}
    wages = ((wage.valid_from, wage.hourly_eur) for wage in records.of("minimum-wage"))
    _, smic = max(wages, default=("", 0.0))
    addresses = {
        each.slug: (each.url, "read") if each.url else (each.official_url, each.official_page)
        for each in records.of("source")
    }
    of_grid = {
        grid.slug: (agreement.slug, grid, until, addresses[grid.source])
        for agreement in records.of("agreement")
        for grid, until in _grids(agreement)
    }
    sql = """
        SELECT idcc, grid, series, function, basis, amount_eur, valid_from FROM pay_floor
        ORDER BY idcc, series, valid_from, grid, function, basis
    """
    for idcc, grid, series, function, basis, amount, since in records.rows(sql):
        agreement, table, until, (url, page) = of_grid[grid]
        pays = bases[basis]
        under = amount / pays.base_hours < smic - 0.005 if pays.base_hours and not until else None
        method = "to-confirm" if function in table.to_confirm else table.method
        if table.method == "computed" and page == "read":
            page = "computed-from"
        yield (agreement, idcc, series, grid, function, basis, pays.unit, amount, since, until,
               method, under, table.source, url, page)  # fmt: skip


def _grids(agreement: Any) -> Iterator[tuple[Any, str | None]]:
    """Yield each grid with the first day its amounts were no longer due, as far as is known."""
    for grid in agreement.grids:
        newer = (
            later.valid_from
            for later in agreement.grids
            if later.series == grid.series and later.valid_from > grid.valid_from
        )
        ends = (grid.outdated_from, agreement.replaced_on, *newer)
        yield grid, min((end for end in ends if end), default=None)


PAY_FLOORS = Made(
    "A gross minimum of a collective agreement: not an income. `pay_grids` says whether it binds all.",
    (
        Column("agreement", "string", "Key of the agreement.", required=True, refers="agreement"),
        column("idcc", Agreement, "idcc"),
        column("series", Grid, "series"),
        Column("grid", "string", "Key of the grid it belongs to.", required=True),
        column("function", PayFloor, "function"),
        Column("basis", "string", "What the amount pays.", required=True, refers="pay-basis"),
        column("unit", PayBasis, "unit"),
        column("amount_eur", PayFloor, "amount_eur"),
        column("valid_from", Grid, "valid_from"),
        Column(
            "valid_until",
            "date",
            "First day it was no longer due: a newer grid, a newer text or agreement. None: in force, "
            "as far as is known.",
            required=False,
        ),
        Column(
            "method",
            "string",
            "Whether the amount was read, or computed from a published increase; to be confirmed when it was read "
            "once only, or rests on a deduction.",
            required=True,
            values=(*get_args(PayMethod), "to-confirm"),
        ),
        Column(
            "under_smic",
            "boolean",
            "Whether it is under the newest SMIC by the hours it pays: the SMIC is then what is due. None: no longer "
            "in force, or those hours are not known.",
            required=False,
        ),
        column("source", Grid, "source"),
        column("source_url", Source, "url")._replace(
            description="Address of the text: where it was read, else where it is officially published."
        ),
        Column(
            "source_page",
            "string",
            "What that address is: where the amount was read, or the text it was computed from, which does not hold "
            "it; or else an official page that was not opened: the text, the whole agreement, or the order that "
            "extends the text.",
            required=False,
            values=("read", "computed-from", *get_args(OfficialPage)[:3]),
        ),
    ),
    _pay_floors,
    (
        ForeignKey(("grid",), "pay_grids", ("slug",)),
        ForeignKey(("agreement", "series"), "pay_series", ("agreement", "slug")),
    ),
)
