"""How the facts of schools and programmes are said: fees, alternance, selectivity, place.

Each is said here alone. A *cell* stands in a table; a *phrase* inside a line; the others are lines
of a sheet.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from avcareers.text.wording import Wording

from .labels import label
from .naming import course_name
from .page import Line, Role, Span, line

if TYPE_CHECKING:
    from avcareers.model.certification import Listing
    from avcareers.model.school import Fees, Insertion, Places, Selectivity
    from avcareers.query.costs import Cost, CostSummary, StatusCosts
    from avcareers.query.judged import JudgedProgramme
    from avcareers.query.nearby import PlacedCampus
    from avcareers.query.recognition import Standing

CITIES = 2
"""Cities a cell or a phrase names before it counts the others."""

PROGRAMMES = 2
"""Programmes a phrase names before it counts them."""

Cite = Callable[[str], Span]
"""Returns who says a fact, from the key of its source."""

RangeForm = Literal["cell", "phrase", "brief", "sentence"]


def amounts(low: float, high: float | None, words: Wording, form: RangeForm = "phrase") -> str:
    """Return an amount in euros, or a range: a cell « 90–95 € », a phrase « 90 € à 95 € ».

    In French a range is also brief, « de 90 à 95 € », or a sentence, « de 90 € à 95 € ».
    """
    if not high or high == low:
        return words.euros(low)
    number, least, most = words.number(low), words.euros(low), words.euros(high)
    if form == "cell":
        return f"{number}–{most}"
    french = {"phrase": f"{least} à {most}", "brief": f"de {number} à {most}"}
    return words(french.get(form, f"de {least} à {most}"), f"{least} to {most}")


def registration_phrase(until: str | None, standing: "Standing", words: Wording) -> str:
    """Return until when a certification is registered: « échue depuis le 30 juin 2025 »."""
    if until is None:
        return words("échéance inconnue", "end unknown")
    day = words.part_day(until)
    if standing == "expired":
        return words(f"échue depuis le {day}", f"expired since {day}")
    return words(f"jusqu'au {day}", f"until {day}")


def listing_phrase(listed: "Listing", words: Wording) -> str:
    """Return whether the register counted a certification as active, and on which day."""
    day = words.day(listed.on)
    if listed.active:
        return words(f"active au registre le {day}", f"active in the register on {day}")
    return words(f"absente des certifications actives le {day}",
                 f"not among the active certifications on {day}")  # fmt: skip


def insertion_phrase(insertion: "Insertion", words: Wording) -> str:
    """Return what became of the apprentices of a whole centre, and of which leavers."""
    months, work, study = insertion.months, insertion.employed_percent, insertion.studying_percent
    said = []
    if work is not None:
        share = words.number(work)
        said.append(words(f"{share} % en emploi {months} mois après la sortie",
                          f"{share}% in a job {months} months after leaving"))  # fmt: skip
    if study is not None:
        share = words.number(study)
        said.append(words(f"{share} % en poursuite d'études", f"{share}% still studying"))
    cohort = words(f"apprentis sortis, années {insertion.cohort} réunies",
                   f"apprentices who left, years {insertion.cohort} together")  # fmt: skip
    where = f"{insertion.centre} ({insertion.uai})"
    return f"{where}{words(' : ', ': ')}{', '.join(said)}{words(' ; ', '; ')}{cohort}."


def part_phrase(some: int, among: int, words: Wording) -> str:
    """Return of how many of the programmes of a row a cell holds: « (1 sur 3) »; nothing for all."""
    return words(f" ({some} sur {among})", f" ({some} of {among})") if 0 < some < among else ""


def fees_cell(low: float | None, high: float | None, words: Wording) -> Line:
    """Return what a year costs, in euros, or a question mark when it is not known."""
    return line(Span("?", "unknown") if low is None else amounts(low, high, words, "cell"))


def cost_phrase(cost: "Cost | None", words: Wording) -> str:
    """Return what a year costs, and why: « gratuit en lycée public, hors matériel »."""
    if cost is None:
        return words("frais : non renseigné", "fees: unknown")
    amount = amounts(cost.eur_per_year, cost.eur_per_year_high, words)
    when = ", ".join(filter(None, (cost.school_year, age_phrase(cost, words))))
    if cost.origin == "figure":
        return words(f"{amount} par an ({when})", f"{amount} a year ({when})")
    said = words.of(cost.covers)
    if cost.eur_per_year:
        said = words(f"{amount} par an ({said} {when})", f"{amount} a year ({said} {when})")
    left = f", {words.of(cost.leaves_out)}" if cost.leaves_out else ""
    return f"{said}{left}{_years_meant(cost, words)}"


def cost_in_short(cost: "Cost | None", words: Wording) -> str:
    """Return what a year costs in the fewest words: « 178 € par an (2025-2026) »."""
    if cost is None:
        return words("frais non renseignés", "fees unknown")
    if cost.origin == "rule" and not cost.eur_per_year:
        return words.of(cost.covers)
    amount = amounts(cost.eur_per_year, cost.eur_per_year_high, words)
    year = f" ({cost.school_year})" if cost.school_year else ""
    return words(f"{amount} par an{year}", f"{amount} a year{year}")


def age_phrase(cost: "Cost", words: Wording) -> str:
    """Return how old the amount of a rule is, when it is not this year's."""
    if cost.origin == "figure" or not cost.years_ago:
        return ""
    if cost.years_ago == 1:
        return words("l'an dernier", "last year")
    ago = words.years(cost.years_ago)
    return words(f"il y a {ago}", f"{ago} ago")


def _years_meant(cost: "Cost | StatusCosts", words: Wording) -> str:
    """Return for which years a cost holds, when that is not all of them."""
    if not cost.some_years:
        return ""
    return words(", pendant les années en alternance", ", during the years in alternance")


def costs_phrase(summary: "CostSummary", words: Wording) -> str:
    """Return what the programmes of a school cost, status by status, and of how many it is unknown.

    « 0 € en apprentissage (1 formation sur 10) ; non renseigné pour 9 ».
    """
    said = [_status_phrase(each, summary.programmes, words) for each in summary.by_status]
    if said and summary.unknown:
        count = words.number(summary.unknown)
        said.append(words(f"{words.unknown} pour {count}", f"{words.unknown} for {count}"))
    return _in_turn(said, words) or words.unknown


def _status_phrase(known: "StatusCosts", total: int, words: Wording) -> str:
    when = f"{label(words, 'by-route', known.route)}{_years_meant(known, words)}"
    of = []
    if total > 1:
        count = words.count(
            known.programmes, ("formation", "formations"), ("programme", "programmes")
        )
        of.append(words(f"{count} sur {words.number(total)}", f"{count} of {words.number(total)}"))
    if known.school_years:
        first, last = known.school_years[0], known.school_years[-1]
        of.append(first if first == last else words(f"{first} à {last}", f"{first} to {last}"))
    about = f" ({', '.join(of)})" if of else ""
    return f"{amounts(known.low_eur, known.high_eur, words, 'sentence')} {when}{about}"


def _in_turn(said: Iterable[str], words: Wording) -> str:
    return words(" ; ", "; ").join(said)


def cost_lines(programme: "JudgedProgramme", cite: Cite, words: Wording) -> Iterator[Line]:
    """Yield what a year costs under each status, then the amounts too old to hold; and who says it."""
    old = [fees for fees in programme.record.fees if not _counts(fees, programme)]
    title = words("Frais", "Fees")
    if not programme.costs and not old:
        yield line(_titled(title, words), Span(words.unknown, "unknown"))
    several = len({cost.route for cost in programme.costs}) > 1
    for cost in programme.costs:
        route = f" ({label(words, 'route', cost.route)})" if several else ""
        begins = _titled(f"{title}{route}", words)
        if cost.origin == "rule":
            yield line(begins, Span(cost_phrase(cost, words), "strong"), ".", cite(cost.sources[0]))
        else:
            yield line(begins, *_amount_read(cost.eur_per_year, cost.eur_per_year_high, words),
                       f", {cost.school_year}. {words.of(cost.covers)}",
                       cite(cost.sources[0]))  # fmt: skip
    for fees in old:
        when = fees.year or words("année non précisée", "year not stated")
        yield line(_titled(title, words), *_amount_read(fees.low, fees.high, words),
                   f", {when}. {words.of(fees.covers)}",
                   Span(words(" (ancien : à vérifier)", " (old: check it)"), "warn"),
                   cite(fees.source))  # fmt: skip


def _amount_read(low: float, high: float | None, words: Wording) -> Line:
    amount = amounts(low, high, words, "brief")
    return line(Span(f"{amount} {words('par an', 'a year')}", "strong"))


def _counts(fees: "Fees", programme: "JudgedProgramme") -> bool:
    """True if an amount of the record is one of the costs that hold."""
    return any(
        cost.origin == "figure" and (cost.eur_per_year, cost.school_year) == (fees.low, fees.year)
        for cost in programme.costs
    )


def _titled(title: str, words: Wording) -> Span:
    return Span(words(f"{title} : ", f"{title}: "), "muted")


_MODE_ROLES: dict[str, Role] = {
    "full": "good",
    "partial": "good",
    "likely": "warn",
    "unknown": "unknown",
}


def alternance_cell(mode: str, words: Wording) -> Line:
    """Return how something is done in alternance; what is known to be, or is not, stands out."""
    return line(_mode(mode, words))


def _mode(mode: str, words: Wording) -> Span:
    return Span(label(words, "alternance", mode), _MODE_ROLES.get(mode, "plain"))


def alternance_phrase(mode: str, words: Wording) -> str:
    """Return how a programme is done in alternance: « alternance : en partie »."""
    said = label(words, "alternance", mode)
    return words(f"alternance : {said}", f"alternance: {said}")


def alternance_and_fees(programme: "JudgedProgramme", words: Wording) -> tuple[str, ...]:
    """Return both as phrases, or as one when neither is known."""
    if programme.alternance == "unknown" and programme.cost is None:
        return (words("alternance et frais non renseignés", "alternance and fees unknown"),)
    return alternance_phrase(programme.alternance, words), cost_in_short(programme.cost, words)


def alternance_line(programme: "JudgedProgramme", cite: Cite, words: Wording) -> Line:
    """Return how a programme is done in alternance, which years, what the evidence says, and who."""
    parts = [
        Span(words("Alternance : ", "Alternance: "), "muted"),
        _mode(programme.alternance, words),
    ]
    known = programme.record.alternance
    if known and known.years:
        years = words.list(map(str, known.years))
        parts.append(Span(words(f" (année {years})", f" (year {years})")))
    if known and known.contract_before_entry is not None:
        signed = known.contract_before_entry
        parts.append(Span(words(", contrat signé avant l'entrée", ", contract signed before entry")
                          if signed else words(", contrat non exigé avant l'entrée",
                                               ", contract not required before entry")))  # fmt: skip
    if known and known.detail:
        dated = f" ({known.as_of})" if known.as_of else ""
        parts.append(Span(f" – {words.of(known.detail)}{dated}"))
    if known:
        parts.append(cite(known.source))
    return tuple(parts)


def selectivity_cell(last: "Selectivity | None", words: Wording) -> Line:
    """Return admitted over applicants of the last session; wishes are said to be wishes."""
    if last is None:
        return line(Span("?", "unknown"))
    asked = "?" if last.candidates is None else words.number(last.candidates)
    if last.counted_as == "confirmed-wishes":
        return line(words(f"{asked} vœux", f"{asked} wishes"), Span(f" {last.session}", "muted"))
    admitted = "?" if last.admitted is None else words.number(last.admitted)
    return line(f"{admitted} / {asked}", Span(f" {last.session}", "muted"))


def selectivity_phrase(programmes: "Iterable[JudgedProgramme]", words: Wording) -> str:
    """Return how many asked and were admitted in the last session of each programme, by name."""
    last = ((programme, programme.last_session) for programme in programmes)
    return _by_programme(
        (
            (programme, f"{', '.join(said)} ({session.session})")
            for programme, session in last
            if session and (said := _asked_and_admitted(session, words))
        ),
        words,
    )


def selectivity_lines(sessions: "Iterable[Selectivity]", words: Wording) -> Iterator[Line]:
    """Yield how many asked and were admitted, by session."""
    for found in sessions:
        parts = [*_asked_and_admitted(found, words), *_places_offered(found, words)]
        title = words(f"Parcoursup {found.session} : ", f"Parcoursup {found.session}: ")
        yield line(Span(title, "muted"), ", ".join(parts))


def _asked_and_admitted(found: "Selectivity", words: Wording) -> list[str]:
    parts = []
    if found.candidates is not None:
        what = label(words, "counted-as", found.counted_as)
        parts.append(f"{words.number(found.candidates)} {what}")
    if found.admitted is not None:
        admitted = words.number(found.admitted)
        parts.append(words(f"{admitted} admis", f"{admitted} admitted"))
    return parts


def _places_offered(found: "Selectivity", words: Wording) -> list[str]:
    if found.places is None:
        return []
    return [words.count(found.places, ("place", "places"), ("place", "places"))]


def places_phrase(places: "Places", words: Wording) -> str:
    """Return how many are taken, and what is counted."""
    count = f"{words.number(places.count)} – " if places.count else ""
    return f"{count}{words.of(places.of)}"


def all_places_phrase(programmes: "Iterable[JudgedProgramme]", words: Wording) -> str:
    """Return the places of each programme, by name: those it has, and those of its last session."""
    return _by_programme(
        ((programme, said) for programme in programmes for said in _places(programme, words)),
        words,
    )


def _places(programme: "JudgedProgramme", words: Wording) -> Iterator[str]:
    if programme.record.places:
        yield places_phrase(programme.record.places, words).removesuffix(".")
    session = programme.last_session
    if session:
        for offered in _places_offered(session, words):
            yield f"{offered} (Parcoursup {session.session})"


def _by_programme(facts: "Iterable[tuple[JudgedProgramme, str]]", words: Wording) -> str:
    """Return facts of programmes, each after the names of those that share it, or their number."""
    shared: dict[str, list[str]] = {}
    for programme, fact in facts:
        shared.setdefault(fact, []).append(course_name(programme.record, words))
    return _in_turn(
        (f"{_named(names, words)}{words(' : ', ': ')}{fact}" for fact, names in shared.items()),
        words,
    ) or words.unknown  # fmt: skip


def _named(programmes: list[str], words: Wording) -> str:
    if len(programmes) <= PROGRAMMES:
        return words.list(programmes)
    return words.count(len(programmes), ("formation", "formations"), ("programme", "programmes"))


def session_phrase(found: "Selectivity", words: Wording) -> str:
    """Return how hard it was to enter in one session; wishes and people are not compared."""
    asked = words.unknown if found.candidates is None else words.number(found.candidates)
    if found.counted_as == "confirmed-wishes":
        said = words(f"{asked} vœux confirmés", f"{asked} confirmed wishes")
    else:
        said = words(f"candidatures : {asked}", f"applicants: {asked}")
    if found.admitted is not None:
        admitted = words.number(found.admitted)
        said += words(f", admis : {admitted}", f", admitted: {admitted}")
    if found.places is not None:
        places = words.number(found.places)
        said += words(f", places : {places}", f", places: {places}")
    return words(f"session {found.session} – {said}", f"{found.session} session – {said}")


def kilometres_cell(away: float | None, words: Wording) -> Line:
    """Return a distance in kilometres, without decimals; an empty cell when it is not known."""
    return line("" if away is None else words.number(round(away)))


def cities_cell(names: Sequence[str], words: Wording) -> Line:
    """Return the first cities, and how many others."""
    return line(cities_phrase(names) if names else Span(words.unknown, "unknown"))


def cities_phrase(names: Sequence[str]) -> str:
    """Return the first cities, and how many others: « Lyon, Nantes +3 »; an empty text without one."""
    more = len(names) - CITIES
    return ", ".join(names[:CITIES]) + (f" +{more}" if more > 0 else "")


def nearest_phrase(cities: Sequence[str], away: float | None, words: Wording) -> str:
    """Return the nearest city and how far it is; else the first one, and whether it is the only."""
    if not cities:
        return words("lieu non renseigné", "place unknown")
    if away is not None:
        return f"{cities[0]}, {words.kilometres(away)}"
    elsewhere = words(" et ailleurs", " and elsewhere") if len(cities) > 1 else ""
    return f"{cities[0]}{elsewhere}"


def campus_line(located: "PlacedCampus") -> Line:
    """Return where a campus is."""
    campus, city = located
    address = ", ".join(part for part in (campus.address, campus.postcode) if part)
    parts = [Span(city.name, "strong"), Span(f" ({city.region})")]
    if address:
        parts.append(Span(f", {address}"))
    if campus.uai:
        parts.append(Span(f" – UAI {campus.uai}", "muted"))
    return tuple(parts)
