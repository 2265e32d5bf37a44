"""One programme inside a plan: where, how to get in, what it costs, who answers for it."""

from collections.abc import Iterator

from avcareers.query.alternance import alternance_mode
from avcareers.query.costs import current_fees
from avcareers.query.plan.offers import Offer
from avcareers.text.wording import Wording

from ..labels import entry_level_label, label
from ..naming import course_name
from ..page import Line, Span, line

CITIES = 2
"""Cities of a programme named, at most."""
_UNKNOWN = {
    "entry": ("niveau d'entrée", "entry level"),
    "admission": ("admission", "admission"),
    "years": ("durée", "length"),
    "fees": ("frais", "fees"),
    "distance": ("lieu", "place"),
    "alternance": ("alternance", "alternance"),
    "registration": ("inscription au RNCP en cours", "RNCP registration in force"),
    "employer": ("employeur à trouver", "employer to find"),
    "recognition": ("échéance de la reconnaissance", "end of the recognition"),
}


def unknown_name(name: str, times: int, words: Wording) -> str:
    """Name what is not known of one programme, or of several."""
    said = words(*_UNKNOWN[name])
    return said if times == 1 else f"{said} × {times}"


def offer_name(offer: Offer, words: Wording) -> Line:
    """Name a programme, its school and its cities."""
    school = offer.school
    where = ", ".join(offer.cities[:CITIES])
    if len(offer.cities) > CITIES:
        where += f" +{len(offer.cities) - CITIES}"
    away = ""
    if offer.kilometres is not None and offer.kilometres >= 1:
        away = f" ({words.kilometres(offer.kilometres)})"
    return line(
        Span(course_name(offer.programme, words), "strong"),
        f" – {school.name}",
        Span(f", {where}{away}" if where else "", "muted"),
    )


def offer_facts(offer: Offer, today: str, words: Wording, *, sessions: int) -> Iterator[Line]:
    """Write what deciding needs: entry, admission, past sessions, length, fees, award."""
    programme = offer.programme
    entry = programme.entry_level
    door = [words("entrée : ", "entry: ")
            + (words("à demander à l'école", "ask the school") if entry is None
               else entry_level_label(words, entry))]  # fmt: skip
    if programme.admission:
        door.append(", ".join(label(words, "admission", way) for way in programme.admission))
    yield line(" · ".join(door))
    yield from (line(said) for said in _sessions(offer, sessions, words))
    length = words.years(programme.years) if programme.years else words("durée ", "length ") + "?"
    mode = label(words, "alternance", alternance_mode(programme))
    yield line(
        f"{length} · {_fees(offer, today, words)} · "
        + words(f"alternance : {mode}", f"alternance: {mode}")
    )
    award = label(words, "award", programme.award)
    level = words(f", niveau {programme.level}", f", level {programme.level}")
    answered = _answered(offer, words)
    yield line(f"{award}{level if programme.level else ''} · {answered}")


def _answered(offer: Offer, words: Wording) -> str:
    """Say whether a ministry answers for the school, and that it may not mean this award."""
    if not offer.recognised:
        return words("aucun ministère connu ne répond de l'école",
                     "no ministry known to answer for the school")  # fmt: skip
    said = words("un ministère répond de l'école", "a ministry answers for the school")
    if offer.programme.award in {"rncp", "cqp", "school"}:
        said += words(", pas forcément de ce titre", ", not always for this award")
    return said


def _fees(offer: Offer, today: str, words: Wording) -> str:
    if offer.fees_origin and offer.fees_origin.year is None:
        return words("gratuit en apprentissage (code du travail, L. 6211-1)",
                     "free in an apprenticeship (Labour Code, L. 6211-1)")  # fmt: skip
    known = current_fees(offer.programme, today)
    if not known:
        return words("frais : non renseigné", "fees: unknown")
    least = min(known, key=lambda fees: fees.low)
    amount = words.euros(least.low)
    if least.high and least.high != least.low:
        amount = words(f"{amount} à {words.euros(least.high)}",
                       f"{amount} to {words.euros(least.high)}")  # fmt: skip
    return words(f"{amount} par an ({least.year})", f"{amount} a year ({least.year})")


def _sessions(offer: Offer, count: int, words: Wording) -> Iterator[str]:
    """Say how hard it was to enter, the last session first; wishes and people are not compared."""
    found = sorted(offer.programme.selectivity, key=lambda entry: -entry.session)
    for entry in found[:count]:
        asked = words.unknown if entry.candidates is None else words.number(entry.candidates)
        if entry.counted_as == "confirmed-wishes":
            said = words(f"{asked} vœux confirmés", f"{asked} confirmed wishes")
        else:
            said = words(f"candidatures : {asked}", f"applicants: {asked}")
        if entry.admitted is not None:
            said += words(f", admis : {words.number(entry.admitted)}",
                          f", admitted: {words.number(entry.admitted)}")  # fmt: skip
        if entry.places is not None:
            said += words(f", places : {words.number(entry.places)}",
                          f", places: {words.number(entry.places)}")  # fmt: skip
        yield words(f"session {entry.session} – {said}", f"{entry.session} session – {said}")
