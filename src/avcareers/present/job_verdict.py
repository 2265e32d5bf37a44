"""What decides, at the head of a job's sheet: what one does, how one gets in, what it pays, when."""

from collections.abc import Iterable, Iterator

from avcareers.model.conditions import KnownCondition
from avcareers.query.job import JobSheet
from avcareers.query.pay import Pay, PayRow
from avcareers.text.wording import Wording

from .labels import label
from .naming import in_a_line
from .page import Item, Line, Section, Span, labelled, line
from .pay_sector import lower_phrases, unit_phrase, where_due

WHEN = ("nights", "weekends", "holidays", "travel")
"""Working conditions that the verdict says: the rest of the sheet need not, when it is short."""


def verdict_section(sheet: JobSheet, words: Wording, full: bool) -> Section:
    """Return the lines that decide, then, in full, other names and kinds of work."""
    items = [
        Item(line(words.of(sheet.job.summary))),
        labelled(words("Sans école :", "Without a school:"), line(_without_school(sheet, words))),
        labelled(words("Paie :", "Pay:"), pay_line(sheet.pay, words)),
        Item(_when(sheet, words)),
    ]
    if full:
        items += _names(sheet, words)
    return Section("summary", words("En bref", "In brief"), tuple(items), least=len(items))


def _without_school(sheet: JobSheet, words: Wording) -> str:
    first = sheet.job.ways_in.without_school[0]
    return _sentence(in_a_line(words.of(first)))


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def pay_line(pay: Pay, words: Wording) -> Line:
    """Return the floor that leads, where it is due, and from how much pay goes where it is lower."""
    floor = pay.headline
    if floor and floor.amount_eur is not None:
        amount = f"{words.euros(floor.amount_eur)} {words('brut', 'gross')}"
        unit, year = unit_phrase(floor, words), floor.valid_from[:4]
        lower = words(" ; ", "; ").join(lower_phrases(pay, words, brief=True))
        return line(
            "" if lower else words("au moins ", "at least "),
            Span(f"{amount} {unit}", "strong"),
            f" {where_due(floor, words)}",
            words(f" depuis {year} (minimum{_permanent(floor, words)}, pas un revenu)",
                  f" since {year} (a minimum{_permanent(floor, words)}, not an income)"),
            f"{words(' ; ', '; ')}{lower}." if lower else ".",
        )  # fmt: skip
    if pay.job.work_minimums:
        return line(words("un minimum par œuvre : ni un salaire, ni un revenu.",
                          "a minimum per work: neither a wage nor an income."))  # fmt: skip
    if pay.floors:
        return line(words("les minimums lus sont remplacés, ou sous le SMIC, qui s'applique.",
                          "the minimums read were replaced, or are under the SMIC, which applies."))  # fmt: skip
    return line(Span(words("minimum non renseigné.", "minimum unknown."), "unknown"))


def _permanent(floor: PayRow, words: Wording) -> str:
    return words(" d'un salarié permanent", " for permanent staff") if floor.permanent else ""


def _when(sheet: JobSheet, words: Wording) -> Line:
    """Return in sentences what is known of nights, weekends, public holidays and travel, and what is not."""
    known = [each for each in sheet.conditions if each.what in WHEN]
    own, of_code = ([each for each in known if each.of_code == code] for code in (False, True))
    according = words("d'après France Travail, ", "according to France Travail, ")
    said = [*_worked(own, words), *(f"{according}{one}" for one in _worked(of_code, words))]
    if [_answers(own), _answers(of_code)] == [{"sometimes"}, {"sometimes"}]:
        # One sentence for two: what the ROME says of the code follows what is said of the job.
        said = [words(" et, ", " and, ").join((said[0], according + _listed(of_code, words)))]
    sentences = [f"{one[0].upper()}{one[1:]}." for one in said]
    told = {each.what for each in known}
    unknown = [label(words, "condition", name) for name in WHEN if name not in told]
    if not unknown:
        return line(" ".join(sentences))
    rest = words("Non renseigné : ", "Unknown: ") + f"{', '.join(unknown)}."
    return line(" ".join([*sentences, ""]), Span(rest, "unknown"))


def _answers(known: list[KnownCondition]) -> set[str]:
    return {each.answer for each in known}


def _listed(known: Iterable[KnownCondition], words: Wording) -> str:
    return words.list(label(words, "condition-when", each.what) for each in known)


def _worked(known: list[KnownCondition], words: Wording) -> Iterator[str]:
    """Yield when one works, then when one does not."""
    always, at_times, never = (
        [each for each in known if each.answer == answer] for answer in ("yes", "sometimes", "no")
    )
    if always:
        rest = words(", parfois ", ", sometimes ") + _listed(at_times, words) if at_times else ""
        yield words("on travaille ", "you work ") + _listed(always, words) + rest
    elif at_times:
        yield words("on travaille parfois ", "you sometimes work ") + _listed(at_times, words)
    if never:
        names = (label(words, "condition-when", each.what) for each in never)
        yield words("on ne travaille pas ", "you do not work ") + words(" ni ", " or ").join(names)


def _names(sheet: JobSheet, words: Wording) -> Iterator[Item]:
    names = sheet.job.other_names
    own, other = (names.fr, names.en) if words.language == "fr" else (names.en, names.fr)
    for title, known in (
        (words("Autres noms :", "Other names:"), own),
        (words("En anglais :", "In French:"), other),
    ):
        if known:
            yield labelled(title, line(", ".join(known)))
    works = ", ".join(label(words, "work", work) for work in sheet.job.works_on)
    yield labelled(words("Sur :", "On:"), line(works))
