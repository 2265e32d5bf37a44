"""The section of what is open too, though no route takes it."""

from collections.abc import Iterator

from avcareers.query.plan.also import is_paid
from avcareers.query.plan.plan import Plan
from avcareers.query.plan.steps import PlanProgramme
from avcareers.text.wording import Wording

from ..labels import entry_level_label
from ..naming import length_phrase
from ..page import Item, Line, Section, Span, line
from .programme import length_and_cost, programme_name


def also_section(plan: Plan, words: Wording) -> Section:
    """Return what is open too, each with what tells it from the routes, and how many others are."""
    items = []
    for step in plan.also:
        items.append(Item(programme_name(step, words), bullet=True))
        items.append(Item(line(" · ".join(_told(step, plan, words))), branch=("  ", "    ")))
    left = plan.also_in_all - len(plan.also)
    if left:
        more = words.count(left, ("autre", "autres"), ("other", "others"))
        items.append(Item(line(Span(f"+ {more}", "muted"))))
    return Section("also", words("Ouvertes aussi", "Open too"), tuple(items))


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
        yield line(Span(f"{head}{ages}{words(' : ', ': ')}", "strong"),
                   _in_short(paid[0], words), ".")  # fmt: skip
    public = [step for step in plan.also if step.school_kind == "public" and step not in paid]
    if public and not any(step.school_kind == "public" for step in ends):
        yield line(Span(words("En école publique : ", "At a public school: "), "strong"),
                   _in_short(public[0], words), ".")  # fmt: skip


def _paid(step: PlanProgramme) -> bool:
    return is_paid(step.programme.record, step.fees_eur_per_year)


def _in_short(step: PlanProgramme, words: Wording) -> Line:
    name = programme_name(step, words)
    length = length_phrase(step.programme.record, words)
    return line(name, words(f" ; {length}", f"; {length}") if length else "")


def _told(step: PlanProgramme, plan: Plan, words: Wording) -> Iterator[str]:
    programme = step.programme.record
    if _paid(step):
        yield words("payée si un employeur signe", "paid if an employer signs")
    elif step.school_kind == "public":
        yield words("publique", "public")
    if (asked := programme.entry_level or 0) > plan.request.level:
        entry = entry_level_label(words, asked)
        yield words(f"entrée : {entry}", f"entry: {entry}")
    yield length_and_cost(step, words)
    if programme.places and programme.places.count:
        yield words(f"{programme.places.count} places", f"{programme.places.count} places")
