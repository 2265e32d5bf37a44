"""What decides about a school, in five lines: who answers for it, its diplomas, cost, alternance, entry."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from avcareers.query.offer import last_seen
from avcareers.text.wording import Wording

from .answers import renewal_phrase, school_answer
from .costs import costs_phrase
from .labels import label
from .page import Line, Section, Span, labelled, line
from .selectivity import selectivity_range

if TYPE_CHECKING:
    from avcareers.query.awarded import Awarded, Registration
    from avcareers.query.school import SchoolSheet


def verdict(sheet: "SchoolSheet", words: Wording) -> Section:
    """Return the lines that decide, all of them: what is not known is said to be."""
    said = (
        (words("L'école", "The school"), school_line(sheet, words)),
        (words("Ses diplômes", "Its diplomas"), line(diplomas_phrase(sheet, words))),
        (words("Coût par an", "Cost per year"), line(costs_phrase(sheet.costs.per_year, words))),
        (words("Alternance", "Alternance"), line(alternance_summary(sheet, words))),
        (words("Sélection", "Getting in"), line(selection_phrase(sheet, words))),
    )
    items = tuple(labelled(title + words(" :", ":"), text) for title, text in said)
    return Section("summary", words("En bref", "In brief"), items, least=len(items))


def school_line(sheet: "SchoolSheet", words: Wording) -> Line:
    """Return who answers for the school itself, and on which day."""
    day = words.day(sheet.today)
    return line(Span(school_phrase(sheet, words), "good" if sheet.recognised.school else "strong"),
                Span(words(f" (au {day})", f" (on {day})"), "muted"))  # fmt: skip


def school_phrase(sheet: "SchoolSheet", words: Wording) -> str:
    """Return who answers for the school itself, as every screen says it."""
    standing = sheet.answers.answer("school")
    return school_answer(sheet.school.kind, sheet.recognition, standing, sheet.visa, words)


def diplomas_phrase(sheet: "SchoolSheet", words: Wording) -> str:
    """Return what the programmes lead to, by legal nature: « diplôme national (BTS) pour 2… ».

    A programme not seen offered lately is said to be so beside what it leads to.
    """
    names = {each.national.slug: each.national.name for each in sheet.programmes if each.national}
    said: dict[str, list[str]] = {}
    titles = [one for one in sheet.diplomas if one.award == "rncp"]
    for one in sheet.diplomas:
        match one.award:
            case "national":
                name = words.of(names[one.diploma or ""])
                kind = words(f"diplôme national ({name})", f"national diploma ({name})")
            case "grade" | "visa":
                kind = f"{_granted(one, words)} ({end_of(one, words)})"
            case "rncp":
                kind = _titles(titles, sheet, words)
            case "unsettled":
                kind = _unsettled(one, words)
            case award:
                kind = label(words, "award", award)
        said.setdefault(kind, []).extend(one.programmes)
    doubts = {kind: offer_doubt(slugs, sheet, words) for kind, slugs in said.items()}
    return shared_out({kind: len(slugs) for kind, slugs in said.items()}, words, doubts)


def offer_doubt(programmes: "Sequence[str]", sheet: "SchoolSheet", words: Wording) -> str:
    """Return how many of some programmes are to be checked, for their last session seen is old."""
    records = [each.record for each in sheet.programmes if each.record.slug in programmes]
    sessions = [seen for each in records if (seen := last_seen(each, sheet.today))]
    if not sessions:
        return ""
    some = len(sessions) < len(records)
    which = words(f", dont {len(sessions)}", f", {len(sessions)} of them") if some else ","
    return which + words(f" à vérifier (dernière session vue : {max(sessions)})",
                         f" to be checked (last session seen: {max(sessions)})")  # fmt: skip


def shared_out(
    said: dict[str, int], words: Wording, doubts: "Mapping[str, str] | None" = None
) -> str:
    """Return what holds of how many programmes, then what is in doubt; of all without a number."""
    doubts = doubts or {}
    if len(said) < 2:
        return "".join(what + doubts.get(what, "") for what in said) or words.unknown
    parts: list[str] = []
    for what, count in said.items():
        some = words.number(count)
        if not parts:
            some = words.count(count, ("formation", "formations"), ("programme", "programmes"))
        parts.append(words(f"{what} pour {some}", f"{what} for {some}") + doubts.get(what, ""))
    return words(" ; ", "; ").join(parts)


def _granted(one: "Awarded", words: Wording) -> str:
    if one.granted is None:
        return label(words, "award", one.award)
    granted = label(words, "granted", one.granted)
    return words(f"diplôme {granted}", f"diploma {granted}")


def end_of(one: "Awarded", words: Wording) -> str:
    """Return until when a diploma is registered or granted."""
    if one.until is None:
        return words("échéance inconnue, à vérifier", "end unknown, to be checked")
    end = words.part_day(one.until)
    the = "le " if len(one.until) == len("2026-11-23") else ""
    if one.standing == "to-check":
        return renewal_phrase(one.until, words)
    if one.standing == "expired":
        return words(f"échu depuis {the}{end}", f"expired {'on' if the else 'in'} {end}")
    return words(f"jusqu'{'au ' if the else 'en '}{end}", f"until {end}")


def _titles(titles: "list[Awarded]", sheet: "SchoolSheet", words: Wording) -> str:
    """Return of the titles of a school which registrations hold on the day, and which soon end."""
    kind = words("titre d'école inscrit au RNCP", "title registered in the RNCP")
    soon = sheet.ending_soon(titles)
    if len({(one.standing, one.until) for one in titles}) == 1:
        near = words(", fin proche", ", which is near") if soon else ""
        return f"{kind} ({end_of(titles[0], words)}{near})"
    standings = Counter(one.standing for one in titles)
    each = [
        f"{words.number(some)} {words(*_STANDINGS[known])}" for known, some in standings.items()
    ]
    each += [f"{len(soon)} {end_of(soon[0], words)}"] if soon else []
    return f"{kind} ({', '.join(each)})"


def _unsettled(one: "Awarded", words: Wording) -> str:
    """Return that a diploma is not established, and which titles of the register may be it."""
    titles = words.list(
        f"RNCP {each.certification.number}, {registered_phrase(each, words)}"
        for each in one.possible
    )
    said = label(words, "award", one.award)
    return words(f"{said} (peut-être {titles} : rien de lu ne le dit)",
                 f"{said} (perhaps {titles}: nothing we read says so)")  # fmt: skip


def registered_phrase(registration: "Registration", words: Wording) -> str:
    """Return the level of a title, and until when it is registered, or on which day it was."""
    title, standing = registration
    level = words(f"niveau {title.level}, ", f"level {title.level}, ") if title.level else ""
    if title.expires:
        day = words.day(title.expires)
        ended = standing == "expired"
        return level + words(f"échu depuis le {day}" if ended else f"jusqu'au {day}",
                             f"expired on {day}" if ended else f"until {day}")  # fmt: skip
    if title.listed and title.listed.active:
        day = words.day(title.listed.on)
        return level + words(f"actif au registre le {day}", f"active in the register on {day}")
    return level + words("échéance inconnue", "end unknown")


_STANDINGS = {
    "in-force": ("en vigueur", "in force"),
    "end-unknown": ("d'échéance inconnue", "with no known end"),
    "expired": ("dont l'inscription est échue", "whose registration has ended"),
    "informative": ("sans numéro connu", "with no known number"),
}


def alternance_summary(sheet: "SchoolSheet", words: Wording) -> str:
    """Return how programmes are done in alternance: « en partie pour 2 formations ; non pour 3 »."""
    modes = Counter(programme.alternance for programme in sheet.programmes)
    known = [mode for mode in _MODES if mode in modes] or ["unknown"]
    yes = words("oui, ", "yes, ") if len(known) == 1 and known[0] in _YES else ""
    return yes + shared_out(
        {label(words, "alternance", mode): modes[mode] for mode in known}, words
    )


_YES = ("full", "partial")
_MODES = (*_YES, "likely", "none", "unknown")


def selection_phrase(sheet: "SchoolSheet", words: Wording) -> str:
    """Return how one gets in, then how many asked and were admitted."""
    ways = dict.fromkeys(way for each in sheet.programmes for way in each.record.admission)
    named = words.list(label(words, "admission", way) for way in ways)
    numbers = selectivity_range(sheet.programmes, words)
    if numbers:
        return words(" ; ", "; ").join(filter(None, (named, numbers)))
    if not named:
        return words.unknown
    if [*ways] == ["open"]:
        return named
    unknown = words("candidats et admis non renseignés", "applicants and admitted unknown")
    return words(f"{named} ; {unknown}", f"{named}; {unknown}")
