"""How low the minimums of a job go: of all that are due, and in another part of one agreement."""

from .pay import Pay, PayRow

ALIKE = 1.005
"""Up to how many times the lowest a floor is as low: a month, a week and a day are each rounded."""


def lowest(pay: Pay) -> PayRow | None:
    """Return the floor due that is the lowest by the hour it pays, which may be the one that leads.

    Where that is the one that leads, the lowest in its unit: a shorter week. When its hours are not
    known, the lowest of its agreement in its unit.
    """
    first, due = pay.headline, [floor for floor in pay.floors if floor.due]
    if not first:
        return None
    rates = [floor.hourly_eur or float("inf") for floor in due]
    least = min(rates) * ALIKE
    alike = [floor for floor, rate in zip(due, rates, strict=True) if rate <= least]
    if first.hourly_eur and first not in alike:
        return min(alike, key=lambda floor: (floor.unit != first.unit, floor.rank))
    same = (each for each in due if each.unit == first.unit
            and (first.hourly_eur or each.idcc == first.idcc))  # fmt: skip
    return min(same, key=lambda floor: (floor.amount_eur or 0, not floor.headline))


def lower_part(floor: PayRow, pay: Pay) -> PayRow | None:
    """Return the lowest floor of the same function and unit in the other parts of its agreement, if it is lower.

    By the hour, or by the amount when hours are not known.
    """

    def rate(one: PayRow) -> float:
        return (one.hourly_eur if floor.hourly_eur else one.amount_eur) or float("inf")

    others = [one for one in pay.floors if one.due and one.section != floor.section
              and (one.idcc, one.function, one.unit) == (floor.idcc, floor.function, floor.unit)]  # fmt: skip
    least = min(map(rate, others), default=float("inf")) * ALIKE
    if least >= rate(floor):
        return None
    return min((one for one in others if rate(one) <= least), key=lambda one: one.rank)
