"""The closed routes of a plan: why, and what would open each."""

from collections.abc import Iterator

from avcareers.query.plan.closed import FARTHEST_KM
from avcareers.query.plan.judging import Reason
from avcareers.query.plan.plan import Plan, PlanClosed
from avcareers.query.plan.remedies import PlanOpening, PlanWidest
from avcareers.query.plan.request import typed
from avcareers.text.wording import Wording

from ..facts import registration_phrase
from ..labels import entry_level_label
from ..page import Item, Line, Section, Span, line
from .programme import programme_name


def closed_section(plan: Plan, words: Wording) -> Iterator[Section]:
    """Yield the section of what is closed, by what closes it; none when no route is closed."""
    items = []
    for closed in plan.closed:
        why = ", ".join(_why(reason, closed, words) for reason in closed.reasons)
        alike = words.number(closed.alike)
        more = words(f" (+ {alike} de même)", f" (+ {alike} alike)") if closed.alike else ""
        if more and {reason.kind for reason in closed.reasons} == {"distance"}:
            other = words.count(closed.alike, ("autre", "autres"), ("other", "others"))
            more = words(f" (+ {other}, plus loin)", f" (+ {other}, farther)")
        named = line(Span("✗ ", "bad"), programme_name(closed.programme, words))
        items.append(Item(named, branch=("", "  ")))
        how = line(Span(why, "warn"), " → ", _opens(closed.opens, words), Span(more, "muted"))
        items.append(Item(how, branch=("  ", "    ")))
    counted = sum(1 + closed.alike for closed in plan.closed)
    if (left := plan.closed_in_all - counted) > 0:
        items.append(Item(line(Span(words(
            f"+ {words.count(left, ('autre', 'autres'), ('', ''))}",
            f"+ {words.number(left)} more"), "muted"))))  # fmt: skip
    # A command is of no use on paper.
    if plan.opens_most and words.option("-", ""):
        items.append(Item(_most(plan, plan.opens_most, words)))
        if farther := plan.opens_most.farther:
            items.append(Item(line(Span(_beyond(farther, words), "muted"))))
    if items:
        yield Section("closed", words("Fermées", "Closed"), tuple(items))


def _opens(opening: PlanOpening, words: Wording) -> str:
    """Return all that opens a closed route: what to ask instead, or to ask the school.

    On paper, options are what they mean.
    """
    without = words("sans ", "without ")
    left_out = [
        without + words.option(option, words(*_WITHOUT[option])) for option in opening.without
    ]
    widened = words.list(_given(opening, words))
    if left_out and widened:
        widened = words.option(words("avec ", "with "), "") + widened
    said = ", ".join(part for part in (words.list(left_out), widened) if part)
    if "--include-unknown" not in opening.given:
        return said
    ask = words("demander à l'école", "ask the school")
    return ask + (words(f", ou {said}", f", or {said}") if said else "")


def _given(opening: PlanOpening, words: Wording) -> Iterator[str]:
    """Yield the options to give, each with its value; on paper, what those that have one mean."""
    given = iter(opening.given)
    for option in given:
        if option != "--include-unknown":
            value = next(given)
            yield words.option(f"{option} {value}", _wider(option, value, words))
        elif said := words.option(option, ""):
            yield said


def _wider(option: str, value: str, words: Wording) -> str:
    """Return what it means to give an option that widens a limit."""
    match option:
        case "--from":
            return words("l'obtenir d'abord", "getting it first")
        case "--max-fees":
            euros = words.euros(float(value))
            return words(f"accepter {euros} par an", f"accepting {euros} a year")
        case "--max-total":
            euros = words.euros(float(value))
            return words(f"accepter {euros} en tout", f"accepting {euros} in all")
        case "--max-years":
            return words("accepter ", "accepting ") + words.years(float(value))
        case _:
            return words("accepter ", "accepting ") + words.kilometres(float(value))


_WITHOUT = {
    "--alternance": ("l'alternance", "alternance"),
    "--recognised": ("qu'un ministère en réponde", "a ministry standing behind it"),
}


def _beyond(farther: int, words: Wording) -> str:
    """Return how many no reach that is proposed comes to."""
    away = words.kilometres(FARTHEST_KM)
    return words(
        f"Trop loin seulement, à plus de {away} : "
        + words.count(farther, ("autre", "autres"), ("", "")) + ".",
        f"Only too far, over {away} away: {words.number(farther)} more.",
    )  # fmt: skip


def _most(plan: Plan, most: PlanWidest, words: Wording) -> Line:
    """Return which one option opens the most, and the command that gives it."""
    said = words.count(most.programmes, ("formation de plus", "formations de plus"),
                       ("more programme", "more programmes"))  # fmt: skip
    if "--within" in most.opens.given and not plan.school:
        # What a nearer course opens further on is not counted.
        said = words(f"au moins {said}", f"at least {said}")
    options = (word for option, value in typed(most.asked) for word in (option, *value))
    command = words.command("plan", plan.target.slug, *options)
    return line(Span(words(f"Ce qui ouvre le plus – {said} : ", f"What opens the most – {said}: "),
                     "strong"), Span(command, "command"))  # fmt: skip


def _why(reason: Reason, closed: PlanClosed, words: Wording) -> str:
    if reason.kind == "registration-ended":
        judged = closed.programme.programme
        until = registration_phrase(judged.registered_until, "expired", words)
        return words(f"inscription au RNCP {until}", f"RNCP registration {until}")
    return _passed(reason, words)


def _passed(reason: Reason, words: Wording) -> str:
    """Return which limit is passed, and by how much."""
    found, limit = reason.found or 0.0, reason.limit or 0.0
    match reason.kind:
        case "entry" | "entry-unknown":
            needed, (fr, en) = entry_level_label(words, int(found)), _ENTRY[reason.kind]
            return words(fr.format(needed), en.format(needed))
        case "fees":
            over = words.euros(found - limit)
            return words(f"{over} par an de trop", f"{over} a year over")
        case "total":
            over = words.euros(found - limit)
            return words(f"{over} de trop en tout", f"{over} over in all")
        case "years":
            over = words.years(found - limit)
            return words(f"{over} de trop", f"{over} over")
        case "distance":
            away = words.kilometres(found)
            return words(f"à {away}", f"{away} away")
        case _:
            return words(*_SIMPLE[reason.kind])


_ENTRY = {
    "entry": ("demande : {}", "asks for: {}"),
    "entry-unknown": (
        "niveau d'entrée non renseigné (d'ordinaire : {})",
        "entry level unknown (usually: {})",
    ),
}
_SIMPLE = {
    "alternance": ("pas en alternance", "not in alternance"),
    "alternance-unknown": ("alternance non renseignée", "alternance unknown"),
    "recognition": (
        "aucun ministère ne répond de l'école ni du diplôme",
        "no ministry stands behind the school or the diploma",
    ),
    "recognition-unknown": ("reconnaissance sans échéance connue", "recognition, end unknown"),
    "fees-unknown": ("frais non renseignés", "fees unknown"),
    "total-unknown": ("frais non renseignés", "fees unknown"),
    "years-unknown": ("durée non renseignée", "length unknown"),
    "distance-unknown": ("lieu non renseigné", "place unknown"),
}
