"""The answer to « is it recognised? »: the school and each of its diplomas, apart."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.text.wording import Wording

from .costs import costs_phrase
from .labels import label
from .page import Item, Line, Span, joined, labelled, line
from .school_programmes import names_phrase, taught
from .school_recognition import certifiers_phrase, cited, seen_in
from .school_verdict import (
    alternance_summary,
    diplomas_phrase,
    end_of,
    offer_doubt,
    registered_phrase,
    school_line,
)

if TYPE_CHECKING:
    from avcareers.query.awarded import Awarded, Registration
    from avcareers.query.school import SchoolSheet
    from avcareers.query.school_check import SchoolCheck


def recognised_items(check: "SchoolCheck", words: Wording) -> Iterator[Item]:
    """Yield who answers for the school and for its diplomas together, what a year costs, and alternance."""
    sheet = check.sheet
    said = [each.entry.source for each in check.recognition if each.standing == "in-force"]
    sources = [cited(source, sheet, words) for source in dict.fromkeys(said)]
    yield Item(line(Span(words("L'école : ", "The school: "), "muted"),
                    school_line(sheet, words), ".", *sources))  # fmt: skip
    yield Item(line(Span(words("Ses diplômes : ", "Its diplomas: "), "muted"),
                    Span(diplomas_phrase(sheet, words), "strong"), "."))  # fmt: skip
    alternance = line(Span(alternance_summary(sheet, words), "strong"), ".")
    yield labelled(words("En alternance :", "In alternance:"), alternance)
    yield labelled(words("Coût par an :", "Cost per year:"),
                   line(costs_phrase(sheet.costs.per_year, words), "."))  # fmt: skip


def diploma_items(check: "SchoolCheck", words: Wording) -> Iterator[Item]:
    """Yield what each of its diplomas is: number, authority, end."""
    sheet = check.sheet
    for one in check.diplomas:
        which = names_phrase(taught(one.programmes, sheet), sheet, words)
        named = line(Span(which, "strong"), words(" : ", ": ")) if which else line()
        doubt = offer_doubt(one.programmes, sheet, words).removeprefix(", ")
        old = Span(f" {doubt[0].upper()}{doubt[1:]}." if doubt else "", "warn")
        (first, *rest) = _worth(one, sheet, words)
        if not which:
            first = Span(first.text[:1].upper() + first.text[1:], first.role)
        yield Item(line(named, first, *rest, old), True)
    if levels := levels_line((one.level for one in check.diplomas), words):
        yield Item(levels)
    titles = [one for one in check.diplomas if one.award == "rncp"]
    if titles:
        by = _delivered_alike(titles, sheet, words)
        yield Item(line(Span(by + words(
            "Un titre inscrit au RNCP n'est pas un diplôme national, et ne dit rien de l'école.",
            "A title in the RNCP is no national diploma, and says nothing of the school."), "muted")))  # fmt: skip


def _level(one: "Awarded", words: Wording) -> str:
    if one.level is None:
        return ""
    return words(f", niveau {one.level}", f", level {one.level}")


def levels_line(levels: "Iterable[int | None]", words: Wording) -> Line:
    """Return what the levels of some diplomas mean, once for all; nothing when none is known."""
    known = sorted({level for level in levels if level in _LEVELS})
    if not known:
        return line()
    each = words.list(words(*_LEVELS[level]) for level in known)
    one = len(known) == 1
    said = words(
        f"{each}. Un niveau n'est ni un grade ni un diplôme national : un titre du niveau de la licence n'est pas une licence. ",
        f"{each}. A level is neither a degree nor a national diploma: a title of the level of the licence is no licence. ",
    )
    head = words("Le niveau : " if one else "Les niveaux : ", "The level: " if one else "Levels: ")
    # Where no option is typed, on paper, what is said is enough.
    more = words.command("explain", "niveau") if words.aside("explain") else ""
    return line(Span(head + said, "muted"), Span(more, "command"))


_LEVELS = {
    4: ("4, celui du bac", "4, that of the bac"),
    5: ("5, celui du BTS (deux ans après le bac)", "5, that of the BTS (two years after the bac)"),
    6: (
        "6, celui de la licence (trois ans après le bac)",
        "6, that of the licence (three years after the bac)",
    ),
    7: (
        "7, celui du master (cinq ans après le bac)",
        "7, that of the master (five years after the bac)",
    ),
}
"""Whose level it is, in the national framework (Insee)."""


def _delivered_alike(titles: "list[Awarded]", sheet: "SchoolSheet", words: Wording) -> str:
    """Return who delivers the titles, when it is the same for all."""
    if len({one.delivered_by for one in titles}) > 1:
        return ""
    who = certifiers_phrase(titles[0].delivered_by, sheet, words)
    if not who:
        return ""
    return words(f"Certificateur de ces titres : {who}. " if len(titles) > 1 else f"Certificateur : {who}. ",
                 f"Titles awarded by {who}. " if len(titles) > 1 else f"Title awarded by {who}. ")  # fmt: skip


def _worth(one: "Awarded", sheet: "SchoolSheet", words: Wording) -> Line:
    """Return what a diploma is, who answers for it or delivers it, and until when."""
    if one.award == "national":
        return _national(one, sheet, words)
    if one.award in {"visa", "grade"}:
        return _granted(one, sheet, words)
    if one.award == "unsettled":
        return joined((_possible(each, sheet, words) for each in one.possible), " ")
    if one.award != "rncp":
        said = label(words, "award", one.award) + _level(one, words)
        return line(said, words(" ; aucun ministère n'en répond, d'après les sources lues.",
                                "; no ministry stands behind it, in the sources we read."))  # fmt: skip
    return _title(one, sheet, words)


def _national(one: "Awarded", sheet: "SchoolSheet", words: Wording) -> Line:
    diploma = next(p.national for p in sheet.programmes
                   if p.national and p.national.slug == one.diploma)  # fmt: skip
    name, whose = words.of(diploma.name), label(words, "authority", one.authority)
    level = _level(one, words)
    said = words(f"diplôme national ({name}){level} ; le {whose} en répond.",
                 f"national diploma ({name}){level}; the {whose} stands behind it.")  # fmt: skip
    return line(Span(said, "good"), _numbers(one))


def _numbers(one: "Awarded") -> Span:
    numbers = ", ".join(map(str, one.numbers))
    return Span(f" RNCP {numbers}." if numbers else "", "muted")


def _granted(one: "Awarded", sheet: "SchoolSheet", words: Wording) -> Line:
    if one.granted is None:
        said = label(words, "award", one.award)
        return line(
            Span(words(f"{said}, sans preuve trouvée.", f"{said}, no proof found."), "warn")
        )
    name = label(words, "recognition", one.granted)
    by = label(words, "authority", one.authority)
    said = f"{name} ({by}){_level(one, words)}, {end_of(one, words)}."
    return line(Span(said, "good" if one.standing == "in-force" else "warn"),
                _delivered(one, sheet, words), _numbers(one))  # fmt: skip


def _possible(found: "Registration", sheet: "SchoolSheet", words: Wording) -> Line:
    """Return a title of the register that may be the diploma, and that no page says so."""
    title, until = found.certification, registered_phrase(found, words)
    who = certifiers_phrase(title.certifiers, sheet, words)
    by = words(f" ; certificateur : {who}", f"; awarded by {who}") if who else ""
    named = f"RNCP {title.number}, {words.quoted(title.title or '')}, {until}{by}"
    return line(Span(words(f"aucune page lue ne dit que la formation mène au {named}.",
                           f"no page read says that the programme leads to {named}."), "warn"),
                cited(seen_in(title), sheet, words))  # fmt: skip


def _title(one: "Awarded", sheet: "SchoolSheet", words: Wording) -> Line:
    title = words.quoted(one.title or "")
    number = "".join(f" {number}" for number in one.numbers)
    if one.standing == "informative":
        return line(words(f"titre {title}, dit inscrit au RNCP : numéro non renseigné.",
                          f"title {title}, said to be in the RNCP: number unknown."))  # fmt: skip
    level = _level(one, words)
    said = words(f"titre {title}, RNCP{number}{level}, {end_of(one, words)}.",
                 f"title {title}, RNCP{number}{level}, {end_of(one, words)}.")  # fmt: skip
    titles = [each for each in sheet.diplomas if each.award == "rncp"]
    by = "" if _delivered_alike(titles, sheet, words) else _delivered(one, sheet, words)
    return line(Span(said, "good" if one.standing == "in-force" else "warn"), by)


def _delivered(one: "Awarded", sheet: "SchoolSheet", words: Wording) -> str:
    who = certifiers_phrase(one.delivered_by, sheet, words)
    return words(f" Délivré par {who}.", f" Awarded by {who}.") if who else ""
