"""Rules on minimum pay: every amount has what makes it readable, and the tables agree."""

from collections import defaultdict
from collections.abc import Iterator

from avcareers.model.content import Content
from avcareers.model.pay import Grid

from .finding import Finding

TOLERANCE = 0.02
"""Rounding of published amounts, as a share."""

RATIOS = (
    # Two bases of one grid and function, and how many times the first the second is worth.
    ("semaine-35h-cddu", "semaine-39h-cddu", 40 / 35),
    ("mois-35h-cddu", "mois-39h-cddu", 40 / 35),
    ("jour-7h-cddu", "jour-8h-cddu", 8 / 7),
    ("heure-cddu", "jour-8h-cddu", 8),
)


def floors_agree_with_each_other(content: Content) -> Iterator[Finding]:
    """A week is worth its hours: where two bases stand, one is the other times its hours."""
    amounts: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for floor in content.floors:
        amounts[floor.grid, floor.function][floor.basis] = floor.amount_eur
    owner = {
        grid.slug: agreement.slug for agreement in content.agreements for grid in agreement.grids
    }
    for (grid, function), found in amounts.items():
        for first, second, ratio in RATIOS:
            if first not in found or second not in found:
                continue
            expected = found[first] * ratio
            if abs(found[second] / expected - 1) > TOLERANCE:
                yield Finding("agreement", owner[grid], ("grids",), "pay-ratio",
                              f"{second} must be about {expected:.2f} for {function} in {grid}",
                              f"{found[second]:.2f}", "read the text again")  # fmt: skip


def grids_are_dated(content: Content) -> Iterator[Finding]:
    """A grid of a series has a day of its own; a computed one its rule; an outdated one its why."""
    for agreement in content.agreements:
        days: set[tuple[str, str]] = set()
        for index, grid in enumerate(agreement.grids):
            path = ("grids", index)
            if (grid.series, grid.valid_from) in days:
                yield Finding("agreement", agreement.slug, (*path, "valid_from"), "pay-day",
                              "must be the only grid of its series on that day", grid.valid_from,
                              "make one grid of the two")  # fmt: skip
            days.add((grid.series, grid.valid_from))
            if (grid.method == "computed") != (grid.rule is not None):
                yield Finding("agreement", agreement.slug, (*path, "rule"), "pay-rule",
                              "must say how it was computed if it was, and only then", grid.method,
                              "add or remove `rule`")  # fmt: skip
            outdated = grid.outdated_from
            if (outdated is None) != (grid.outdated_why is None):
                yield Finding(
                    "agreement",
                    agreement.slug,
                    (*path, "outdated_why"),
                    "pay-outdated",
                    "must say why it is outdated",
                    str(outdated),
                    "add the other field",
                )
            if outdated and outdated <= grid.valid_from:
                yield Finding(
                    "agreement",
                    agreement.slug,
                    (*path, "outdated_from"),
                    "pay-outdated",
                    f"must come after {grid.valid_from}",
                    outdated,
                    "correct the day",
                )


def newest_grids_are_current(content: Content) -> Iterator[Finding]:
    """A grid that a later one of its series replaces needs no `outdated_from` of its own later."""
    for agreement in content.agreements:
        newest: dict[str, str] = {}
        for grid in agreement.grids:
            newest[grid.series] = max(newest.get(grid.series, ""), grid.valid_from)
        for index, grid in enumerate(agreement.grids):
            outdated = grid.outdated_from
            if outdated and grid.valid_from < newest[grid.series] <= outdated:
                yield Finding("agreement", agreement.slug, ("grids", index, "outdated_from"),
                              "pay-outdated", "must come before the grid that replaces it",
                              outdated, "remove it")  # fmt: skip


def series_are_looked_up(content: Content) -> Iterator[Finding]:
    """Every series of grids names, once, the newest text known to touch it."""
    for agreement in content.agreements:
        named = [series.slug for series in agreement.series]
        for index, slug in enumerate(named):
            if slug in named[:index]:
                yield Finding("agreement", agreement.slug, ("series", index, "slug"), "pay-series",
                              "must be named once", slug, "make one series of the two")  # fmt: skip
        for index, grid in enumerate(agreement.grids):
            if grid.series not in named:
                yield Finding("agreement", agreement.slug, ("grids", index, "series"),
                              "pay-series", "must be one of `series`, with its newest text",
                              grid.series, "look the newest text up and add it")  # fmt: skip


def current_floors_are_of_the_newest_text(content: Content) -> Iterator[Finding]:
    """A grid older than the newest text of its series is not shown as current."""
    for agreement in content.agreements:
        newest = {series.slug: series for series in agreement.series}
        last = {grid.series: grid.valid_from for grid in _by_day(agreement.grids)}
        for index, grid in enumerate(agreement.grids):
            text = newest.get(grid.series)
            outdated = grid.outdated_from or agreement.replaced_on
            if text is None or grid.valid_from < last[grid.series]:
                continue
            if grid.valid_from < text.text_from and (not outdated or outdated > text.text_from):
                yield Finding("agreement", agreement.slug, ("grids", index, "valid_from"),
                              "pay-newest", f"must be {text.text_from} or later, or be outdated then:"
                              f" {text.newest_text} is newer", grid.valid_from,
                              "add the new grid, or `outdated_from` and `outdated_why`")  # fmt: skip


def _by_day(grids: tuple[Grid, ...]) -> list[Grid]:
    return sorted(grids, key=lambda grid: grid.valid_from)


def grids_have_their_table(content: Content) -> Iterator[Finding]:
    """A grid has amounts in the table of its agreement."""
    filled = {floor.grid for floor in content.floors}
    for agreement in content.agreements:
        for index, grid in enumerate(agreement.grids):
            if grid.slug not in filled:
                yield Finding("agreement", agreement.slug, ("grids", index, "slug"), "pay-table",
                              f"must have lines in data/pay/{agreement.idcc}.csv", grid.slug,
                              "write its amounts there, or remove the grid")  # fmt: skip


def pay_functions_have_a_floor(content: Content) -> Iterator[Finding]:
    """A function that a job is paid as has an amount in a table of its agreement."""
    idcc = {grid.slug: a.idcc for a in content.agreements for grid in a.grids}
    known = {(idcc[floor.grid], floor.function) for floor in content.floors}
    for job in content.professions:
        for index, function in enumerate(job.pay_functions):
            if (function.idcc, function.function) not in known:
                yield Finding("profession", job.slug, ("pay_functions", index), "pay-function",
                              f"must stand in data/pay/{function.idcc}.csv", function.function,
                              "write it as the table does, or remove it")  # fmt: skip


def conditions_hold(content: Content) -> Iterator[Finding]:
    """A condition is of functions with an amount, none of it in a scale for works it bars them from."""
    amounts: dict[str, set[str]] = defaultdict(set)
    for floor in content.floors:
        amounts[floor.function].add(floor.grid)
    for agreement in content.agreements:
        works = {one.slug: set(one.works) for one in agreement.series}
        for index, condition in enumerate(agreement.conditions):
            barred = set(condition.barred_from)
            for function in condition.functions:
                grids = [grid for grid in agreement.grids if grid.slug in amounts[function]]
                path = ("conditions", index, "functions")
                if not grids:
                    yield Finding("agreement", agreement.slug, path, "pay-condition",
                                  f"must stand in data/pay/{agreement.idcc}.csv", function,
                                  "write it as the table does, or remove it")  # fmt: skip
                for grid in grids:
                    if works[grid.series] and works[grid.series] <= barred:
                        yield Finding("agreement", agreement.slug, path, "pay-condition",
                                      f"must have no amount in {grid.slug}, which is for works it is"
                                      " barred from", function, "remove its lines")  # fmt: skip


def work_minimums_are_dated(content: Content) -> Iterator[Finding]:
    """A minimum per work ends after it began, and was looked up since."""
    for job in content.professions:
        for index, minimum in enumerate(job.work_minimums):
            for field, day in (("until", minimum.until), ("looked_up", minimum.looked_up)):
                if day and day < minimum.since:
                    yield Finding("profession", job.slug, ("work_minimums", index, field),
                                  "work-minimum", f"must be {minimum.since} or later", day,
                                  "correct one of the days")  # fmt: skip
