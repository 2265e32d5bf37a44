"""Where the minimum that leads is due, for how many hours, and how low the others of a job go."""

from avcareers.query.pay import Pay, PayRow
from avcareers.query.pay_lowest import lower_part, lowest
from avcareers.text.wording import Wording

from .labels import label
from .naming import in_a_line

NEARLY = 0.97
"""From how much of the floor that leads another part of its agreement pays about as much."""


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


def lower_phrases(pay: Pay, words: Wording, *, brief: bool = False) -> tuple[str, ...]:
    """Return in which cases pay may be under the floor that leads, and from how much: the lowest of all last.

    A case is another part of the same agreement, another function of the job or another agreement.
    `brief`: where there are two cases, each in fewer words.
    """
    first, least = pay.headline, lowest(pay)
    if not first or not least or least is first:
        return ()
    part = lower_part(first, pay)
    if not part or part is least or (part.amount_eur or 0) > NEARLY * (first.amount_eur or 0):
        return (_lower_phrase(pay, first, least, words),)
    return tuple(_lower_phrase(pay, first, one, words, brief=brief) for one in (part, least))


def _lower_phrase(
    pay: Pay, first: PayRow, floor: PayRow, words: Wording, *, brief: bool = False
) -> str:
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
        if brief:
            return words(f"dès {amount} ({case})", f"from {amount} ({case})")
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
    if not brief and any(
        lead.idcc == floor.idcc and lead.section != floor.section for lead in pay.leads
    ):
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
