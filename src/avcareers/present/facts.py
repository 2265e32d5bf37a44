"""How the other facts of schools and programmes are said: registration, alternance, place.

Costs are said in `costs`, and how hard it is to enter in `selectivity`. A *cell* stands in a table; a
*phrase* inside a line; the others are lines of a sheet.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from avcareers.text.wording import Wording

from .citations import Cite
from .costs import cost_in_short
from .labels import label
from .page import Line, Role, Span, line

if TYPE_CHECKING:
    from avcareers.model.certification import Listing
    from avcareers.model.school import Insertion
    from avcareers.query.judged import JudgedProgramme
    from avcareers.query.nearby import PlacedCampus
    from avcareers.query.public_nearby import Nearest
    from avcareers.query.recognition import Standing
    from avcareers.query.school import SchoolSheet

CITIES = 2
"""Cities a cell or a phrase names before it counts the others."""


def registration_phrase(until: str | None, standing: "Standing", words: Wording) -> str:
    """Return until when a certification is registered: « échue depuis le 30 juin 2025 »."""
    if until is None:
        return words("échéance inconnue", "end unknown")
    day = words.part_day(until)
    if standing == "expired":
        return words(f"échue depuis le {day}", f"expired on {day}")
    return words(f"jusqu'au {day}", f"until {day}")


def listing_phrase(listed: "Listing", words: Wording) -> str:
    """Return whether the register counted a certification as active, and on which day."""
    day = words.day(listed.on)
    if listed.active:
        return words(f"active au registre le {day}", f"active in the register on {day}")
    return words(f"absente des certifications actives le {day}",
                 f"not among the active certifications on {day}")  # fmt: skip


def insertion_phrase(insertion: "Insertion", words: Wording) -> str:
    """Return what became of the apprentices of a whole centre; each share is said with what it is a share of."""
    months, work, study = insertion.months, insertion.employed_percent, insertion.studying_percent
    said = []
    if study is not None:
        share = words.number(study)
        said.append(words(f"{share} % des apprentis en fin de cursus poursuivent leurs études",
                          f"{share}% of apprentices at the end of their course go on studying"))  # fmt: skip
    if work is not None:
        share = words.number(work)
        said.append(words(f"parmi ceux qui n'en poursuivent pas, {share} % en emploi {months} mois après la sortie",
                          f"of those who do not, {share}% in a job {months} months after leaving")
                    if said else
                    words(f"{share} % de ceux qui ne poursuivent pas d'études en emploi {months} mois après la sortie",
                          f"{share}% of those who do not go on studying in a job {months} months after leaving"))  # fmt: skip
    said.append(words(f"années {insertion.cohort} réunies",
                      f"years {insertion.cohort} together"))  # fmt: skip
    where = f"{insertion.centre} ({insertion.uai})"
    return f"{where}{words(' : ', ': ')}{words(' ; ', '; ').join(said)}."


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


def alternance_and_fees(
    programme: "JudgedProgramme", words: Wording, *, also_apprentice: bool = False
) -> tuple[str, ...]:
    """Return both as phrases, or as one when neither is known.

    Where the same diploma is taught as an apprentice in a course of its own, that is what is said.
    """
    cost = cost_in_short(programme.cost, words)
    if also_apprentice:
        return words("aussi en apprentissage", "also as an apprentice"), cost
    if programme.alternance == "unknown" and programme.cost is None:
        return (words("alternance et frais non renseignés", "alternance and fees unknown"),)
    return alternance_phrase(programme.alternance, words), cost


def alternance_evidence(programme: "JudgedProgramme", words: Wording) -> str:
    """Return what the evidence says of alternance, and of when it is; an empty text without any.

    Of a title that has ended since, that it has: the evidence may not hold for what follows it.
    """
    known = programme.record.alternance
    if not known or not known.detail:
        return ""
    said = words.of(known.detail) + (f" ({known.as_of})" if known.as_of else "")
    if known.mode not in {"none", "unknown"} and programme.registered == "expired":
        end = words.day(programme.registered_until or "")
        said += words(f" Ce titre a pris fin le {end}.", f" This title ended on {end}.")
    return said


def alternance_line(
    programme: "JudgedProgramme", cite: Cite, words: Wording, *, detailed: bool = True
) -> Line:
    """Return how a programme is done in alternance, which years, what the evidence says, and who.

    Unless `detailed`, the evidence is left out: it is said elsewhere.
    """
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
    if detailed and (evidence := alternance_evidence(programme, words)):
        parts.append(Span(f" – {evidence}"))
    if known:
        parts.append(cite(known.source))
    return tuple(parts)


def kilometres_cell(away: float | None, words: Wording) -> Line:
    """Return a distance in kilometres, without decimals or unit; an empty cell when it is not known."""
    # As `Wording.kilometres` rounds it: a list and a plan say the same.
    return line("" if away is None else words.number(round(round(away, 1))))


def cities_cell(names: Sequence[str], words: Wording) -> Line:
    """Return the first cities, and how many others."""
    return line(cities_phrase(names) if names else Span(words.unknown, "unknown"))


def kind_cell(kind: str | None, words: Wording) -> Line:
    """Return who owns a school."""
    return line(Span(label(words, "school-kind", kind), "plain" if kind else "unknown"))


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


def away_phrase(nearest: "Nearest", city: str, school: tuple[str, str], words: Wording) -> str:
    """Return how far a public programme is from a school, in the words given for it.

    It is counted from the city where the address of the school is not known.
    """
    away = nearest.kilometres
    if away is None:
        return ""
    if away < 1 and not nearest.from_address:
        return words(f"à {city} aussi", f"in {city} too")
    start = school if nearest.from_address else (words.of_place(city), f"from {city}")
    far = words("moins d'un km", "under 1 km") if away < 1 else words.kilometres(away)
    return words(f"à {far} {start[0]}", f"{far} {start[1]}")


def apprentices_note(programmes: "Iterable[JudgedProgramme]", words: Wording) -> Iterator[Line]:
    """Yield at what age one may be an apprentice, under what shows a way to be one.

    The ages are those of the code du travail (L. 6222-1); the answer named has the exceptions.
    """
    if any("apprentissage" in each.record.routes for each in programmes):
        yield line(
            Span(words("En apprentissage : de 16 à 29 ans, sauf exceptions : ",
                       "As an apprentice: aged 16 to 29, with exceptions: "), "muted"),
            Span(words.command("explain", "apprentissage-ou-contrat-pro"), "command"),
        )  # fmt: skip


def contact_line(sheet: "SchoolSheet", words: Wording) -> Line:
    """Return where to reach a school: its own address, else the official directory, else neither."""
    if sheet.school.website:
        return line(Span(words("Site : ", "Website: "), "muted"),
                    Span(sheet.school.website, "accent"))  # fmt: skip
    unknown = Span(words(f"Site : {words.unknown}", f"Website: {words.unknown}"), "unknown")
    if sheet.directory is None:
        return line(unknown)
    return line(unknown, Span(words(" ; adresse et téléphone à l'annuaire officiel : ",
                                    "; address and telephone in the official directory: "),
                              "muted"), Span(sheet.directory, "accent"))  # fmt: skip


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
