"""How the minimum pay of a job moved: a bar for each amount."""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from avcareers.query.pay import PayHistory, PaySeries
from avcareers.text.wording import Wording

from .labels import label
from .naming import job_title
from .page import Item, Page, Section, Span, line
from .pay import fixed_line
from .pay_parts import named_group, why_outdated

BAR, FIRST_BAR = 30, 5
"""Characters of the longest bar of a history, and of the shortest."""


def history_page(history: PayHistory, words: Wording) -> Page:
    """Draw how each floor moved, as bars."""
    sections: list[Section] = []
    group = ""
    for series in history.series:
        last = series.floors[-1]
        heading = named_group(last, words)
        sections.append(Section(last.grid.series, f"IDCC {last.idcc}", _bars(series, words),
                                heading=heading if heading != group else ""))  # fmt: skip
        group = heading
    return Page(
        title=line(Span(job_title(history.job, words), "strong"),
                   words(" – évolution des minima", " – how the minima moved")),
        lead=(line(Span(fixed_line(words), "warn")),),
        sections=tuple(sections),
        footer=() if sections else (
            line(words("Aucun minimum trouvé.", "No minimum found.")),),
    )  # fmt: skip


class Moved(NamedTuple):
    """How one minimum moved, to be drawn as a curve beside its table."""

    title: str
    said: str
    """The move in a few words."""
    days: tuple[int, ...]
    """When each amount took effect, as a number of days."""
    values: tuple[float, ...]
    rows: tuple[tuple[str, str, str], ...]
    """Of each amount: since when, how much, and by how much more than the one before."""


def moves(history: PayHistory, words: Wording, most: int) -> tuple[Moved, ...]:
    """Return how the minimums nearest to the job moved: those that did, as many as are asked for."""
    moving = [series for series in history.series if len(series.floors) > 1]
    return tuple(_moved(series, words) for series in moving[:most])


def _moved(series: PaySeries, words: Wording) -> Moved:
    first, last = series.floors[0], series.floors[-1]
    amounts = tuple(floor.amount_eur or 0 for floor in series.floors)
    rises = ("", *(_percent(100 * (after / before - 1), words) if before else ""
                   for before, after in pairwise(amounts)))  # fmt: skip
    end = "" if last.current else why_outdated(last, words)
    named = f"{named_group(last, words)} – {first.function}, {words.of(first.basis)}"
    return Moved(
        title=f"{named}. {end}" if end else named,
        said=f"{first.function}{_change(series, words)}",
        days=tuple(date.fromisoformat(floor.valid_from).toordinal() for floor in series.floors),
        values=amounts,
        rows=tuple(
            (words.day(floor.valid_from), words.euros(amount), rise)
            for floor, amount, rise in zip(series.floors, amounts, rises, strict=True)
        ),
    )


def _bars(series: PaySeries, words: Wording) -> tuple[Item, ...]:
    first, last = series.floors[0], series.floors[-1]
    named = Span(f"{first.function}, {words.of(first.basis)}", "muted")
    amounts = [floor.amount_eur or 0 for floor in series.floors]
    low, high = min(amounts), max(amounts)
    # Bars from zero would not show a rise of one percent.
    start = low - (high - low) * FIRST_BAR / (BAR - FIRST_BAR)
    items = [Item(line(named, _change(series, words), _cut(low, high, words)))]
    for place, (floor, amount) in enumerate(zip(series.floors, amounts, strict=True)):
        # One amount, or several that are equal, have no move to draw.
        length = round(BAR * (amount - start) / (high - start)) if high > start else 0
        rise = _percent(100 * (amount / amounts[place - 1] - 1), words) if place else ""
        computed = label(words, "pay-method", "computed") if floor.method == "computed" else ""
        said = "".join(f"  {part}" for part in (rise, computed) if part)
        bar = (Span("█" * length, "accent"), " ") if length else ("– ",)
        items.append(Item(line(f"{floor.valid_from} ", *bar, words.euros(amount),
                               Span(said, "muted"))))  # fmt: skip
    if not last.current and why_outdated(last, words):
        items.append(Item(line(Span(why_outdated(last, words), "warn"))))
    return tuple(items)


def _cut(low: float, high: float, words: Wording) -> Span:
    """Return the warning that bars do not start at zero, when they show a move."""
    said = words(" – les barres ne partent pas de zéro", " – bars do not start at zero")
    return Span(said if high > low else "", "muted")


def _change(series: PaySeries, words: Wording) -> str:
    change = series.change_percent
    if change is None:
        return ""
    percent, since = _percent(change, words), series.floors[0].valid_from[:4]
    return words(f" : {percent} depuis {since}", f": {percent} since {since}")


def _percent(change: float, words: Wording) -> str:
    number = f"{'+' if change >= 0 else '−'}{words.number(round(abs(change), 1))}"
    return words(f"{number} %", f"{number}%")
