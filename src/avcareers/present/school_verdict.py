"""What decides about a school, in five lines: who answers for it, its diplomas, cost, alternance, entry."""

from collections import Counter
from collections.abc import Callable, Collection
from itertools import groupby
from typing import TYPE_CHECKING

from avcareers.query.alternance import IN_ALTERNANCE
from avcareers.text.wording import Wording

from .answers import school_answer
from .costs import costs_phrase
from .labels import label
from .page import Line, Section, Span, labelled, line
from .selectivity import selectivity_range

if TYPE_CHECKING:
    from avcareers.query.awarded import Awarded
    from avcareers.query.school import SchoolSheet

Group = Collection["Awarded"]


def verdict(sheet: "SchoolSheet", words: Wording) -> Section:
    """Return the lines that decide, all of them: what is not known is said to be."""
    said = (
        (words("L'école", "The school"), school_line(sheet, words)),
        (words("Ses diplômes", "Its diplomas"), line(diplomas_phrase(sheet, words))),
        (words("Coût par an", "Cost per year"), line(costs_phrase(sheet.costs.per_year, words))),
        (words("Alternance", "Alternance"), line(alternance_summary(sheet, words))),
        (words("Sélection", "Selection"), line(selection_phrase(sheet, words))),
    )
    items = tuple(labelled(title + words(" :", ":"), text) for title, text in said)
    return Section("summary", words("En bref", "In brief"), items, least=len(items))


def school_line(sheet: "SchoolSheet", words: Wording) -> Line:
    """Return who answers for the school itself, and on which day."""
    said = school_answer(sheet.school, sheet.recognition, words)
    day = words.day(sheet.today)
    return line(Span(said, "good" if sheet.recognised.school else "strong"),
                Span(words(f" (au {day})", f" (on {day})"), "muted"))  # fmt: skip


def diplomas_phrase(sheet: "SchoolSheet", words: Wording) -> str:
    """Return what the programmes lead to, by legal nature: « diplôme d'État : BTS ; 2 titres… »."""
    names = {each.national.slug: each.national.name for each in sheet.programmes if each.national}

    def national(group: Group, words: Wording) -> str:
        count = words.count(_programmes(group), ("diplôme d'État", "diplômes d'État"),
                            ("State diploma", "State diplomas"))  # fmt: skip
        several = [(words.of(names[one.diploma or ""]), len(one.programmes)) for one in group]
        alone = len(several) == 1
        return f"{count} ({', '.join(n if alone else f'{n} : {some}' for n, some in several)})"

    of_award: dict[str, Callable[[Group, Wording], str]] = {
        "national": national, "grade": _grants, "visa": _grants, "rncp": _titles,
        "cqp": _of_award(("certificat de branche (CQP)", "certificats de branche (CQP)"),
                         ("certificate of the trade (CQP)", "certificates of the trade (CQP)")),
        "school": _of_award(("diplôme d'école", "diplômes d'école"),
                            ("diploma of its own", "diplomas of its own")),
    }  # fmt: skip
    said = (
        of_award[award](tuple(group), words)
        for award, group in groupby(sheet.diplomas, key=lambda one: one.award)
    )
    return words(" ; ", "; ").join(said) or words.unknown


def _programmes(group: Group) -> int:
    return sum(len(one.programmes) for one in group)


Forms = tuple[str, str]


def _of_award(fr: Forms, en: Forms) -> Callable[[Group, Wording], str]:
    return lambda group, words: words.count(_programmes(group), fr, en)


def _grants(group: Group, words: Wording) -> str:
    """Return which visas or degrees the State grants, and until when."""
    alike: dict[tuple[str | None, str], list[Awarded]] = {}
    for one in group:
        alike.setdefault((one.granted, end_of(one, words)), []).append(one)
    return ", ".join(
        f"{_granted(granted, _programmes(same), words)} ({end})"
        for (granted, end), same in alike.items()
    )


def _granted(granted: str | None, count: int, words: Wording) -> str:
    if granted in {None, "visa"}:
        return words.count(count, ("diplôme visé par l'État", "diplômes visés par l'État"),
                           ("diploma with the State's visa", "diplomas with the State's visa"))  # fmt: skip
    name = label(words, "granted", granted)
    return words.count(count, (f"diplôme {name}", f"diplômes {name}"),
                       (f"diploma {name}", f"diplomas {name}"))  # fmt: skip


def end_of(one: "Awarded", words: Wording) -> str:
    """Return until when a diploma is registered or granted."""
    if one.until is None:
        return words("échéance inconnue, à vérifier", "end unknown, to be checked")
    end = words.part_day(one.until)
    the = "le " if len(one.until) == len("2026-11-23") else ""
    if one.standing == "expired":
        return words(f"terminé depuis {the}{end}", f"ended {end}")
    return words(f"jusqu'{'au ' if the else 'en '}{end}", f"until {end}")


def _titles(group: Group, words: Wording) -> str:
    """Return how many titles are registered, and how many registrations hold on the day."""
    count = _programmes(group)
    title = words.count(count, ("titre d'école inscrit au RNCP", "titres d'école inscrits au RNCP"),
                        ("title of its own in the RNCP", "titles of its own in the RNCP"))  # fmt: skip
    if len(group) == 1:
        return f"{title} ({end_of(next(iter(group)), words)})"
    by_standing = Counter[str]()
    for one in group:
        by_standing[one.standing] += len(one.programmes)
    each = (f"{words.number(some)} {words(*_STANDINGS[known])}"
            for known, some in by_standing.items())  # fmt: skip
    return f"{title} ({', '.join(each)})"


_STANDINGS = {
    "in-force": ("en vigueur", "in force"),
    "end-unknown": ("d'échéance inconnue", "with no known end"),
    "expired": ("dont l'inscription est échue", "whose registration has ended"),
    "informative": ("sans numéro connu", "with no known number"),
}


def alternance_summary(sheet: "SchoolSheet", words: Wording) -> str:
    """Return how programmes are done in alternance, and how many: « en partie pour 2 formations »."""
    modes = Counter(programme.alternance for programme in sheet.programmes)
    if len(modes) < 2:
        (mode,) = modes or ("unknown",)
        return (words("oui, ", "yes, ") if mode in IN_ALTERNANCE else "") + label(
            words, "alternance", mode
        )
    said: list[str] = []
    for mode in (mode for mode in _MODES if mode in modes):
        some = words.number(modes[mode])
        if not said:
            some = words.count(
                modes[mode], ("formation", "formations"), ("programme", "programmes")
            )
        name = label(words, "alternance", mode)
        said.append(words(f"{name} pour {some}", f"{name} for {some}"))
    return words(" ; ", "; ").join(said)


_MODES = ("full", "partial", "likely", "none", "unknown")


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
