"""How it is said who answers: for a school, and for a diploma. Two questions, never one answer.

« Un ministère en répond » is said of a school by supervision or contract alone, and of a diploma by
what makes it national, or by its visa or degree. A *cell* stands in a table, a *phrase* inside a line.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from avcareers.text.wording import Wording

from .facts import registration_phrase
from .labels import label
from .naming import part_phrase
from .page import Line, Span, line

if TYPE_CHECKING:
    from avcareers.query.judged import JudgedProgramme
    from avcareers.query.recognition import AnyWeighed, Standing, Weighed
    from avcareers.query.schools import SchoolRow


_SPACE = "\N{NO-BREAK SPACE}"


def answers_cell(row: "SchoolRow", words: Wording) -> Line:
    """Return for what ministries answer, the school, the diploma or both; or why none is known to.

    Where that holds of some of the matching programmes only, it is said of how many.
    """
    some, among = row.held.answered, row.held.among
    diploma = words("diplôme", "diploma")
    if some < among:
        several = words("diplôme" if some == 1 else "diplômes", "diplomas")
        diploma = words(f"{some} {several} sur {among}", f"{some} of {among} {several}")
    said = words("école", "school") if row.answers_school else ""
    if row.answers_diploma:
        said = words(f"{said} et {diploma}", f"{said} and {diploma}") if said else diploma
    doubtful = [programme.offer_to_check for programme in row.programmes] or [False]
    if said and not row.answers_school and all(doubtful):
        return line(Span(said + words(", offre à vérifier", ", offer to be checked"), "warn"))
    if said:
        return line(Span(said, "good"))
    if row.standing == "in-force" and _registered_only(row.programmes):
        return line(Span(words("– (titre RNCP)", "– (RNCP title)"), "muted"))
    doubt = _doubt(row.standing, words)
    # A dash says that nothing is known to answer, whatever the programme.
    part = part_phrase(some, among, words) if doubt.text != "–" else ""
    return line(doubt, Span(part, "muted"))


def _registered_only(programmes: "Iterable[JudgedProgramme]") -> bool:
    """True if a title is registered and no ministry may answer: a registration is no recognition."""
    answers = [programme.answers for programme in programmes]
    registered = any(who.registration == "in-force" for who in answers)
    return registered and all(who.answer() in {"expired", "informative"} for who in answers)


def authorities_cell(row: "SchoolRow", words: Wording) -> Line:
    """Return the ministries that answer, for the school or for a diploma, in short."""
    whose = dict.fromkeys((*row.answers_school, *row.answers_diploma))
    return line(", ".join(label(words, "authority-short", authority) for authority in whose))


def answers_short(programme: "JudgedProgramme", words: Wording) -> Line:
    """Return for what a ministry answers: the school, the diploma, or both; a dash for neither."""
    school, diploma = programme.recognised
    if school and diploma:
        return line(Span(words("école et diplôme", "school and diploma"), "good"))
    if school or diploma:
        return line(Span(label(words, "recognised-as", "school" if school else "diploma"), "good"))
    return line(_doubt(programme.answers.answer(), words))


def _doubt(standing: "Standing", words: Wording) -> Span:
    """Return why no ministry is known to answer."""
    said: dict[str, Span] = {
        # Only an entry whose end is unknown, or a registration, brought the school in.
        "in-force": Span(words("à vérifier", "to be checked"), "warn"),
        "end-unknown": Span(words("échéance inconnue", "end unknown"), "warn"),
        "to-check": Span(words("à vérifier", "to be checked"), "warn"),
        "expired": Span(words("échu", "expired"), "warn"),
    }
    return said.get(standing, Span("–", "muted"))


def school_phrase(kind: str | None, recognition: "Iterable[Weighed]", words: Wording) -> str:
    """Return who answers for a school: « école publique sous tutelle du ministère de la Culture »."""
    owned = label(words, "school-of-kind", kind)
    above = _above(recognition, words)
    return f"{owned} {above}" if above else owned


def _above(recognition: "Iterable[Weighed]", words: Wording) -> str:
    """Return under whom a school is; an empty text when no ministry answers for it."""
    in_force = [weighed.entry for weighed in recognition if weighed.standing == "in-force"]
    over = [entry.authority for entry in in_force if entry.kind == "tutelle"]
    if over:
        whose = words.list(_of(authority, words) for authority in dict.fromkeys(over))
        return words(f"sous tutelle {whose}", f"under {whose}")
    if in_force:
        return words("sous contrat avec l'État", "under contract with the State")
    return ""


def school_answer(
    kind: str | None,
    recognition: "Iterable[Weighed]",
    standing: "Standing",
    visa: "Standing",
    words: Wording,
) -> str:
    """Return who answers for a school itself: « privée ; aucun ministère n'en répond… ».

    `standing` is how far a ministry answers for it. Nothing more is said of a public school: the
    State or a local authority runs it. The best `visa` of its diplomas takes it for granted that
    the State recognises the school: what was not found is then not said to be missing.
    """
    owned = label(words, "owned-by", kind)
    if standing == "in-force":
        return f"{owned}, {_above(recognition, words)}"
    if kind == "public" and standing == "informative":
        return owned
    said = _presupposed(visa, words) or _no_answer({standing}, words)
    return owned + words(" ; ", "; ") + said


def _presupposed(visa: "Standing", words: Wording) -> str:
    """Return that a visa presupposes the recognition of the school; nothing without such a visa."""
    if visa not in PRESUPPOSING:
        return ""
    whose = words(*PRESUPPOSING[visa])
    return words(
        f"l'arrêté qui la reconnaît n'a pas été trouvé, mais {whose} : le demander à l'école",
        f"the order that recognises it was not found, but {whose}: ask the school for it",
    )


_HELD = ("il doit exister, car l'État ne vise que les diplômes d'écoles reconnues",
         "there must be one, as the State grants its visa to diplomas of recognised schools only")  # fmt: skip
PRESUPPOSING: "dict[Standing, tuple[str, str]]" = {
    "in-force": _HELD,
    "end-unknown": _HELD,
    "to-check": ("il a dû exister, car un diplôme, visé il y a moins d'un an encore, le supposait",
                 "there must have been one, as a diploma still held a visa less than a year ago"),
}  # fmt: skip
"""A visa is granted to the diploma of a recognised school (order of 8 March 2001): by standing."""


def _of(authority: str, words: Wording) -> str:
    name = label(words, "authority", authority)
    return words(f"du {name}", f"the {name}")


def diploma_phrase(programme: "JudgedProgramme", words: Wording) -> str:
    """Return what answers for the diploma of a programme, and until when."""
    award = programme.record.award
    if programme.national:
        whose = label(words, "authority", programme.national.authority)
        return diploma_name(programme, words) + words(f", dont le {whose} répond",
                                                      f", under the {whose}")  # fmt: skip
    if award in {"visa", "grade"}:
        return _granted(programme, words)
    return _registered(programme, words) if award == "rncp" else label(words, "award", award)


def diploma_short(programme: "JudgedProgramme", words: Wording) -> str:
    """Return the diploma of a programme for a cell: kind, until when, level."""
    record = programme.record
    level = (
        words(f", niv.{_SPACE}{record.level}", f", level{_SPACE}{record.level}")
        if record.level
        else ""
    )
    if programme.national:
        return words(f"{words.of(programme.national.name)}, diplôme national{level}",
                     f"{words.of(programme.national.name)}, national diploma{level}")  # fmt: skip
    if record.award in {"visa", "grade"}:
        entries = _grants(programme)
        kind = entries[0].entry.kind if entries else record.award
        until = _end_in_short(entries[0], words) if entries else ""
        name = label(words, "recognition" if entries else "award", kind)
        return name + (f", {until[0].lower()}{until[1:]}" if until else "") + level
    if record.award != "rncp":
        numbers = ", ".join(slug.removeprefix("rncp-") for slug in record.possible_certifications)
        maybe = words(f" (RNCP {numbers} ?)", f" (RNCP {numbers}?)") if numbers else ""
        return label(words, "award", record.award) + maybe + level
    number = (record.certification or "").removeprefix("rncp-")
    said = words("titre RNCP", "RNCP title") + (f" {number}" if number else "")
    if programme.registered != "informative":
        until = registration_phrase(programme.registered_until, programme.registered, words)
        said += f", {until}"
    return said + level


def _end_in_short(weighed: "AnyWeighed", words: Wording) -> str:
    if weighed.standing == "to-check":
        day = words.part_day(weighed.entry.until or "")
        return words(f"à vérifier (dernière fin lue : {day})",
                     f"to be checked (last end read: {day})")  # fmt: skip
    return end_phrase(weighed, words).text.strip(" .")


def renewal_phrase(until: str, words: Wording) -> str:
    """Return that what is granted text after text ended, and that no renewal was found."""
    day = words.part_day(until)
    if len(until) == len("2026-11-23"):
        return words(f"le dernier texte lu s'arrêtait au {day} ; renouvellement non trouvé, à vérifier",
                     f"the last text read ended on {day}; no renewal found, to be checked")  # fmt: skip
    return words(f"le dernier texte lu s'arrêtait en {day} ; renouvellement non trouvé, à vérifier",
                 f"the last text read ended in {day}; no renewal found, to be checked")  # fmt: skip


def diploma_name(programme: "JudgedProgramme", words: Wording) -> str:
    """Return the nature of the diploma of a programme: « diplôme national (BTS) »."""
    if programme.national:
        name = words.of(programme.national.name)
        return words(f"diplôme national ({name})", f"national diploma ({name})")
    return label(words, "award", programme.record.award)


def _grants(programme: "JudgedProgramme") -> "list[AnyWeighed]":
    """Return the visas and degrees a diploma was granted, those in force first."""
    found = [w for w in programme.recognition if w.entry.kind not in {"rncp", "diplome-national"}]
    return sorted(found, key=lambda weighed: weighed.standing != "in-force")


def _granted(programme: "JudgedProgramme", words: Wording) -> str:
    """Return until when the State grants its visa or degree to a diploma."""
    entries = _grants(programme)
    said = label(words, "award", programme.record.award)
    if not entries:
        return said
    entry, standing = entries[0]
    kind = words(f"diplôme {label(words, 'granted', entry.kind)}",
                 f"diploma {label(words, 'granted', entry.kind)}")  # fmt: skip
    if entry.until is None:
        return words(f"{kind}, échéance inconnue : à vérifier",
                     f"{kind}, end unknown: to be checked")  # fmt: skip
    end = words.part_day(entry.until)
    if standing == "to-check":
        return f"{kind}{words(' : ', ': ')}{renewal_phrase(entry.until, words)}"
    if standing == "expired":
        return words(f"{kind}, échu depuis le {end}", f"{kind}, ended {end}")
    return words(f"{kind} jusqu'au {end}", f"{kind} until {end}")


def _registered(programme: "JudgedProgramme", words: Wording) -> str:
    """Return until when a title is registered; a registration says nothing of the school."""
    until = registration_phrase(programme.registered_until, programme.registered, words)
    match programme.registered:
        case "in-force":
            return words(f"titre d'école inscrit au RNCP {until}",
                         f"school title registered in the RNCP {until}")  # fmt: skip
        case "expired":
            return words(f"titre d'école dont l'inscription au RNCP est {until}",
                         f"school title whose RNCP registration has been {until}")  # fmt: skip
        case "end-unknown":
            return words(f"titre d'école inscrit au RNCP, {until}",
                         f"school title registered in the RNCP, {until}")  # fmt: skip
    return label(words, "award", "rncp")


def _no_answer(standings: "set[Standing]", words: Wording) -> str:
    """Return why no ministry answers: what is not known, or over, is not the same as nothing."""
    if "end-unknown" in standings:
        return words("un visa ou un grade, dont l'échéance est inconnue",
                     "a visa or degree, whose end is unknown")  # fmt: skip
    if "to-check" in standings:
        return words("un visa ou un grade dont le dernier texte lu est arrivé à sa fin, à vérifier",
                     "a visa or degree whose last text read has ended, to be checked")  # fmt: skip
    if "expired" in standings:
        return words("ce dont un ministère répondait est échu",
                     "what a ministry stood behind has expired")  # fmt: skip
    return words("aucun ministère n'en répond, d'après les sources lues",
                 "no ministry stands behind it, in the sources we read")  # fmt: skip


def end_phrase(weighed: "AnyWeighed", words: Wording) -> Span:
    """Return until when a recognition entry holds; nothing when it has no end."""
    entry, standing = weighed
    if entry.until:
        end = words.part_day(entry.until)
        the = "le " if len(entry.until) == len("2026-11-23") else ""
        if standing == "to-check":
            said = renewal_phrase(entry.until, words)
            return Span(f" {said[0].upper()}{said[1:]}.", "warn")
        if standing == "expired":
            return Span(
                words(f" Échu depuis {the}{end}.", f" Expired {'on' if the else 'in'} {end}."),
                "warn",
            )
        return Span(words(f" Jusqu'{'au' if the else 'en'} {end}.", f" Until {end}."), "good")
    if standing == "end-unknown" or entry.kind == "rncp":
        return Span(words(" Échéance inconnue.", " End unknown."), "warn")
    return Span("")
