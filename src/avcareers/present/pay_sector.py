"""Where the minimum that leads is due, for how many hours, and how low the others of a job go."""

from avcareers.query.pay import Pay, PayRow
from avcareers.text.wording import Wording

from .labels import label
from .naming import in_a_line


def where_due(floor: PayRow, words: Wording) -> str:
    """Return in a few words where a floor is due: the sector, the works if only some, what they must be."""
    named = words.quoted(words.of(floor.set_by.name))
    said = words(f"sous la convention {named}", f"under the agreement {named}")
    if floor.set_by.where:
        said = words.of(floor.set_by.where)
    series = (one for one in floor.set_by.series if one.slug == floor.grid.series)
    works = words.list([label(words, "work", work) for one in series for work in one.works])
    only = ", ".join(part for part in (works, *map(words.of, floor.brief_conditions)) if part)
    return f"{said} ({only})" if only else said


def unit_phrase(floor: PayRow, words: Wording) -> str:
    """Return the unit of a floor; of a week, with the hours it pays: two weeks are not alike."""
    hours = floor.pays.week_hours
    if hours is None:
        return label(words, "pay-unit", floor.unit)
    counted = words.number(hours)
    return words(f"la semaine de {counted}\N{NO-BREAK SPACE}h", f"a {counted}-hour week")


def lower_phrase(pay: Pay, words: Wording) -> str:
    """Return in which case pay may be under the floor that leads, and from how much; nothing if in none.

    The case is another agreement, another part of the same one, or another function of the job.
    """
    floor, first = pay.lowest, pay.headline
    if not floor or not first or floor is first:
        return ""
    amount, hours = words.euros(floor.amount_eur or 0), ""
    listed = _as_listed(pay, floor, words) if floor.function != first.function else ""
    if listed or floor.unit != first.unit:
        amount += listed or f" {unit_phrase(floor, words)}"
    elif floor.pays.week_hours is not None:
        hours = f"{words.number(floor.pays.week_hours)}\N{NO-BREAK SPACE}h"
    same = words(" de la même convention", " of the same agreement")
    same = same if first.hourly_eur is None else ""
    if floor.idcc == first.idcc and floor.function == first.function:
        parts = (hours, words.of(floor.section), *map(words.of, floor.brief_conditions))
        case = words(" ; ", "; ").join(filter(None, parts))
        return words(f"dès {amount} dans un autre cas{same} ({case})",
                     f"from {amount} in another case{same} ({case})")  # fmt: skip
    amount += f" ({hours})" if hours else ""
    if floor.idcc == first.idcc:
        only = "".join(f", {words.of(one)}" for one in floor.brief_conditions)
        # Agreements give both genders: one is enough to say which function it is.
        function = words.quoted(floor.function.split(" / ")[0]) + same + only
        return words(f"dès {amount} pour la fonction {function}",
                     f"from {amount} for the job title {function}")  # fmt: skip
    there = where_due(floor, words)
    if any(lead.idcc == floor.idcc and lead.section != floor.section for lead in pay.leads):
        there += f" ({in_a_line(words.of(floor.section))})"
    return words(f"ailleurs, dès {amount} {there}", f"elsewhere, from {amount} {there}")


def _as_listed(pay: Pay, floor: PayRow, words: Wording) -> str:
    """Return the unit of a floor, and its amount in the unit in which the table leads its agreement.

    Nothing where that is the same unit: the amount is then in the table.
    """
    same = (one for one in pay.leads if (one.idcc, one.function) == (floor.idcc, floor.function))
    listed = next((one for one in same if one.due and one.unit != floor.unit), None)
    if listed is None:
        return ""
    there = f"{words.euros(listed.amount_eur or 0)} {label(words, 'pay-unit', listed.unit)}"
    return f" {unit_phrase(floor, words)} ({there})"
