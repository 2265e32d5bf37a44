"""The sections of what is open too, or later, though no route takes it."""

from collections.abc import Iterator

from avcareers.query.plan.also import is_paid
from avcareers.query.plan.plan import Plan
from avcareers.query.plan.steps import PlanProgramme
from avcareers.text.wording import Wording

from ..labels import entry_level_label
from ..naming import length_phrase
from ..page import Item, Line, Section, Span, line
from .programme import length_and_cost, programme_name

AFTER_BAC = {4: 0, 5: 2, 6: 3, 7: 5}
"""Years that the levels take, counted from the bac."""


def also_sections(plan: Plan, words: Wording) -> Iterator[Section]:
    """Yield what is open too, each with what tells it from the routes, then what a level has to be gained for."""
    now = [step for step in plan.also if not _is_later(step, plan)]
    items = _items(now, plan, words)
    if left := plan.also_in_all - len(now):
        more = words.count(left, ("autre", "autres"), ("other", "others"))
        items.append(Item(line(Span(f"+ {more}", "muted"))))
    if items:
        yield Section("also", words("Ouvertes aussi", "Open too"), tuple(items))
    if later := [step for step in plan.also if _is_later(step, plan)]:
        title = words("Plus tard, après un autre diplôme", "Later, after another diploma")
        yield Section("later", title, tuple(_items(later, plan, words)))


def _items(steps: list[PlanProgramme], plan: Plan, words: Wording) -> list[Item]:
    items = []
    for step in steps:
        items.append(Item(programme_name(step, words), bullet=True))
        items.append(Item(line(" · ".join(_told(step, plan, words))), branch=("  ", "    ")))
    return items


def _is_later(step: PlanProgramme, plan: Plan) -> bool:
    """True if one has to gain a level before."""
    return (step.programme.record.entry_level or 0) > plan.request.level


def also_lines(plan: Plan, words: Wording) -> Iterator[Line]:
    """Yield the sentences on a programme that an employer pays for, and on a public one, when no route ends there."""
    ends = [route.programmes[-1] for route in plan.routes if route.school]
    paid = [step for step in plan.also if _paid(step)]
    if paid and not any(_paid(step) for step in ends):
        aged = "apprentissage" in paid[0].programme.record.routes
        ages = (
            words(", de 16 à 29 ans sauf exceptions", ", aged 16 to 29 with exceptions")
            if aged
            else ""
        )
        head = words("Payée, avec un employeur à trouver", "Paid, with an employer to be found")
        yield _in_short(f"{head}{ages}", paid[0], plan, words)
    public = [step for step in plan.also if step.school_kind == "public" and step not in paid]
    if public and not any(step.school_kind == "public" for step in ends):
        head = words("En école publique", "At a public school")
        yield _in_short(head, public[0], plan, words)


def _paid(step: PlanProgramme) -> bool:
    return is_paid(step.programme.record, step.fees_eur_per_year)


def _in_short(head: str, step: PlanProgramme, plan: Plan, words: Wording) -> Line:
    """Name a programme in a sentence: a level to gain first is said before it, and its years are counted."""
    length = length_phrase(step.programme.record, words) or ""
    if _is_later(step, plan):
        entry = entry_level_label(words, step.programme.record.entry_level or 0)
        head += words(f", mais d’abord « {entry} »", f", but first “{entry}”")
        if length and (whole := _in_all(step, plan, words)):
            length = words(f"{length} de plus, {whole}", f"{length} more, {whole}")
    return line(Span(f"{head}{words(' : ', ': ')}", "strong"), programme_name(step, words),
                words(f" ; {length}", f"; {length}") if length else "", ".")  # fmt: skip


def _in_all(step: PlanProgramme, plan: Plan, words: Wording) -> str:
    """Return how long it is from the level held, what comes before counted; nothing when not known."""
    programme = step.programme.record
    first, held = AFTER_BAC.get(programme.entry_level or 0), AFTER_BAC.get(plan.request.level)
    if not programme.years or first is None or held is None:
        return ""
    whole = words.years(first - held + programme.years)
    return words(f"{whole} en tout", f"{whole} in all")


def _told(step: PlanProgramme, plan: Plan, words: Wording) -> Iterator[str]:
    programme = step.programme.record
    if _paid(step):
        yield words("payée si un employeur signe", "paid if an employer signs")
    elif step.school_kind == "public":
        yield words("publique", "public")
    if _is_later(step, plan):
        entry = entry_level_label(words, programme.entry_level or 0)
        yield words(f"entrée : {entry}", f"entry: {entry}")
        if whole := _in_all(step, plan, words):
            yield whole
    yield length_and_cost(step, words)
    if programme.places and programme.places.count:
        yield words(f"{programme.places.count} places", f"{programme.places.count} places")
