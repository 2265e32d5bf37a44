"""The closed routes of a plan: why, and what would open each."""

from collections.abc import Iterator

from avcareers.model.vocabulary import ENTRY_LEVELS
from avcareers.query.plan.judging import Reason
from avcareers.query.plan.plan import Plan
from avcareers.text.wording import Wording

from ..labels import entry_level_label
from ..page import Item, Section, Span, line
from .programme import programme_name


def closed_section(plan: Plan, words: Wording) -> Iterator[Section]:
    """Yield the section of the nearest closed routes; none when no route is closed."""
    items = []
    for closed in plan.closed:
        why = ", ".join(_why(reason, words) for reason in closed.reasons)
        how = words(" ; ", "; ").join(
            dict.fromkeys(_opens(reason, words) for reason in closed.reasons)
        )
        named = line(Span("✗ ", "bad"), programme_name(closed.programme, words))
        items.append(Item(named, branch=("", "  ")))
        items.append(Item(line(Span(why, "warn"), " → ", how), branch=("  ", "    ")))
    left = plan.closed_in_all - len(plan.closed)
    if left > 0:
        items.append(Item(line(Span(words(
            f"+ {words.count(left, ('autre', 'autres'), ('', ''))}",
            f"+ {words.number(left)} more"), "muted"))))  # fmt: skip
    if items:
        yield Section("closed", words("Fermées", "Closed"), tuple(items))


def _why(reason: Reason, words: Wording) -> str:
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
_STARTS = {level: name for name, level in ENTRY_LEVELS.items()}
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


_OPTIONS = {"fees": "--max-fees", "total": "--max-total", "years": "--max-years",
            "distance": "--within"}  # fmt: skip


def _opens(reason: Reason, words: Wording) -> str:
    """Return what would open a closed route: an option, a level, a question to the school."""
    found = reason.found or 0.0
    match reason.kind:
        case "fees" | "total" | "years" | "distance":
            return _wider(reason.kind, found, words)
        case "entry":
            start = words.option(f" (--from {_STARTS[int(found)]})", "")
            return words("l'obtenir d'abord", "get it first") + start
        case "alternance" | "recognition":
            option, meaning = _LIMITS[reason.kind]
            without = words.option(f"--{option}", words(*meaning))
            return words(f"sans {without}", f"without {without}")
        case _:
            unknown = words.option(words(", ou --include-unknown", ", or --include-unknown"), "")
            return words("demander à l'école", "ask the school") + unknown


def _wider(kind: str, found: float, words: Wording) -> str:
    """Return the option by which a limit is widened to what was found."""
    match kind:
        case "fees":
            euros = words.euros(found)
            meaning = words(f"accepter {euros} par an", f"accept {euros} a year")
        case "total":
            euros = words.euros(found)
            meaning = words(f"accepter {euros} en tout", f"accept {euros} in all")
        case "years":
            meaning = words("accepter ", "accept ") + words.years(found)
        case _:
            found = int(found) + 1
            meaning = words("accepter ", "accept ") + words.kilometres(found)
    return words.option(f"{_OPTIONS[kind]} {found:g}", meaning)


_LIMITS = {
    "alternance": ("alternance", ("l'alternance", "alternance")),
    "recognition": ("recognised", ("qu'un ministère en réponde", "a ministry answering for it")),
}
