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


_OPTIONS = {"fees": "--max-fees", "total": "--max-total", "years": "--max-years"}


def _opens(reason: Reason, words: Wording) -> str:
    """Return what would open a closed route: an option, a level, a question to the school."""
    found = reason.found or 0.0
    if reason.kind in _OPTIONS:
        return f"{_OPTIONS[reason.kind]} {found:g}"
    match reason.kind:
        case "entry":
            start = _STARTS[int(found)]
            return words(f"l'obtenir d'abord (--from {start})", f"get it first (--from {start})")
        case "distance":
            return f"--within {int(found) + 1}"
        case "alternance" | "recognition":
            return words(f"sans --{_LIMITS[reason.kind]}", f"without --{_LIMITS[reason.kind]}")
        case _:
            return words("demander à l'école, ou --include-unknown",
                         "ask the school, or --include-unknown")  # fmt: skip


_LIMITS = {"alternance": "alternance", "recognition": "recognised"}
