"""One programme inside a plan: where, how to get in, what it costs, who answers for it."""

from collections.abc import Iterator

from avcareers.query.plan.steps import PlanProgramme
from avcareers.text.wording import Wording

from ..answers import diploma_phrase, school_phrase
from ..costs import cost_phrase
from ..facts import alternance_phrase, cities_phrase
from ..labels import entry_level_label, label
from ..naming import course_name, length_phrase
from ..page import Line, Span, line
from ..selectivity import session_phrase

_UNKNOWN = {
    "entry": ("niveau d'entrée", "entry level"),
    "admission": ("admission", "admission"),
    "years": ("durée", "length"),
    "fees": ("frais", "fees"),
    "distance": ("lieu", "place"),
    "alternance": ("alternance", "alternance"),
    "registration": ("inscription au RNCP à ce jour", "RNCP registration today"),
    "employer": ("employeur à trouver", "employer to find"),
    "recognition": ("échéance de la reconnaissance", "end of the recognition"),
    "offer": ("ouverture actuelle", "whether it still opens"),
}


def unknown_name(name: str, times: int, words: Wording) -> str:
    """Name what is not known of one programme, or of several."""
    said = words(*_UNKNOWN[name])
    return said if times == 1 else f"{said} × {times}"


def programme_name(step: PlanProgramme, words: Wording) -> Line:
    """Name a programme, its school and its cities."""
    where = cities_phrase(step.cities)
    # The name of the school may say its city.
    city = f", {where}" if where and where not in step.school_name else ""
    away = ""
    if step.kilometres is not None and step.kilometres >= 1:
        away = f" ({words.kilometres(step.kilometres)})"
    return line(
        Span(course_name(step.programme.record, words), "strong"),
        f" – {step.school_name}",
        Span(f"{city}{away}" if where else "", "muted"),
    )


def programme_facts(step: PlanProgramme, words: Wording, *, sessions: int) -> Iterator[Line]:
    """Yield what deciding needs: entry, admission, past sessions, length, fees, who answers."""
    programme = step.programme.record
    entry = programme.entry_level
    door = [words("entrée : ", "entry: ")
            + (words("à demander à l'école", "ask the school") if entry is None
               else entry_level_label(words, entry))]  # fmt: skip
    if programme.admission:
        door.append(", ".join(label(words, "admission", way) for way in programme.admission))
    yield line(" · ".join(door))
    if programme.admission_note:
        # An age, a year already done: it closes the door as surely as a level.
        yield line(words.of(programme.admission_note))
    for found in step.programme.sessions[:sessions]:
        yield line(session_phrase(found, words))
    yield line(length_and_cost(step, words))
    level = words(f", niveau {programme.level}", f", level {programme.level}")
    diploma = diploma_phrase(step.programme, words)
    yield line(f"{diploma}{level if programme.level else ''}")
    yield line(school_phrase(step.school_kind, step.school_recognition, words))


def length_and_cost(step: PlanProgramme, words: Wording) -> str:
    """Return how long a programme is, what it costs, and whether it is done in alternance."""
    length = length_phrase(step.programme.record, words) or words(
        "durée inconnue", "length unknown"
    )
    alternance = alternance_phrase(step.programme.alternance, words)
    cost = cost_phrase(step.programme.cost, words, step.programme.uncounted)
    if not step.programme.uncounted and (free := free_once(step, words)):
        cost = words(f"frais : {free}", f"fees: {free}")
    return f"{length} · {cost} · {alternance}"


def free_once(step: PlanProgramme, words: Wording) -> str | None:
    """Return that a course was free, when a page says so and nothing tells what it costs today."""
    fees = step.programme.record.fees
    if step.programme.cost or not fees or any(one.low or one.high for one in fees):
        return None
    year = max((one.year for one in fees if one.year), default=None)
    return (words(f"gratuit en {year}, à vérifier", f"free in {year}, to be checked") if year
            else words("gratuit, année non précisée", "free, year not stated"))  # fmt: skip
