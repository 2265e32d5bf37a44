"""What a short sheet says of pay, once its verdict has said the floor that leads."""

from avcareers.query.job import JobSheet
from avcareers.query.pay import PayRow
from avcareers.text.wording import Wording

from .earnings import brief_line
from .labels import label
from .page import Item, Line, Section, Span, line
from .pay import not_due, of_permanent_staff, other_floors, per_work


def brief_pay_section(sheet: JobSheet, words: Wording) -> Section:
    """Return where the floor that leads was read, and what people of the sector earn."""
    pay = sheet.pay
    items = [Item(_origin(pay.headline, words))] if pay.headline else []
    if pay.headline and pay.headline.permanent:
        items.append(Item(of_permanent_staff(words)))
    permanent = len(items) > 1
    if earned := brief_line(sheet.earnings, words):
        items.append(Item(earned))
    per_works = [per_work(minimum, pay.as_of, words) for minimum in pay.job.work_minimums]
    if not pay.headline:
        # Then the verdict has no amount: the first of these comes before what others earn.
        items = [*per_works[:1], *items]
    # Whose minimum it is decides; what others of the sector earn gives way to it.
    least = len(items) - (permanent and bool(earned))
    items += (Item(said) for said in not_due(pay, words))
    items += per_works[0 if pay.headline else 1 :]
    if pay.floors:
        rest = other_floors(len(pay.floors), int(bool(pay.headline)), words)
        command = Span(words.command("pay", pay.job.slug), "command")
        items.append(Item(line(Span(rest or words("Le détail : ", "Details: "), "muted"), command)))
    return Section("pay", words("Paie", "Pay"), tuple(items), least=max(least, 1))


def _origin(floor: PayRow, words: Wording) -> Line:
    """Return since when the floor holds, for which function and in which agreement."""
    day, agreement = words.day(floor.valid_from), words.of(floor.agreement)
    computed = f" ({label(words, 'pay-method', 'computed')})" if floor.method == "computed" else ""
    # Agreements give both genders: one is enough to say which function it is.
    function = words.quoted(floor.function.split(" / ")[0])
    return line(words(
        f"Minimum du {day}{computed} : {function}, convention {agreement}.",
        f"Minimum of {day}{computed}: {function}, {agreement} agreement."))  # fmt: skip
