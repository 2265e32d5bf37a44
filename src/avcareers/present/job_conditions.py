"""The parts of a job's sheet about working conditions and contracts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.model.conditions import CONDITIONS, KnownCondition
from avcareers.query.job import JobSheet
from avcareers.text.wording import Wording

from .labels import label
from .page import Item, Line, Section, Span, labelled, line

if TYPE_CHECKING:
    from avcareers.model.profession import Hiring


def conditions_section(sheet: JobSheet, words: Wording, full: bool) -> Section:
    """Return the checklist: what is known, then what is not, in one line."""
    if full:
        items = [Item(_condition_line(each, words), bullet=True) for each in sheet.conditions]
    else:
        items = list(_by_answer(sheet.conditions, words))
    known = {each.what for each in sheet.conditions}
    if names := [label(words, "condition", name) for name in CONDITIONS if name not in known]:
        unknown = words("Non renseigné : ", "Unknown: ") + ", ".join(names)
        items.append(Item(line(Span(unknown, "unknown"))))
    return Section("conditions", words("Au quotidien", "Day to day"), tuple(items), least=1)


def condition_answer(condition: KnownCondition, words: Wording) -> str:
    """Return the answer; what the ROME says of a code is told from what is said of the job."""
    return label(words, "answer", condition.answer) + _of_code(condition.of_code, words)


def _of_code(of_code: bool, words: Wording) -> str:
    return words(", d'après la fiche ROME", ", says its ROME sheet") if of_code else ""


def _condition_line(condition: KnownCondition, words: Wording) -> Line:
    note = f" ({words.of(condition.note)})" if condition.note else ""
    return line(
        label(words, "condition", condition.what),
        words(" : ", ": "),
        Span(label(words, "answer", condition.answer), "strong"),
        _of_code(condition.of_code, words),
        note,
    )


def _by_answer(conditions: Iterable[KnownCondition], words: Wording) -> Iterator[Item]:
    grouped: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for each in conditions:
        grouped[each.answer, each.of_code].append(label(words, "condition", each.what))
    for answer in ("yes", "sometimes", "no"):
        for of_code in (False, True):
            if names := grouped.get((answer, of_code)):
                said = label(words, "answer", answer) + _of_code(of_code, words)
                title = said[0].upper() + said[1:]
                yield labelled(words(f"{title} :", f"{title}:"), line(", ".join(names)))


def contracts_section(sheet: JobSheet, words: Wording, full: bool) -> Section:
    """Return the rules under which each sector hires."""
    items: tuple[Item, ...]
    if full:
        items = tuple(Item(_hiring_line(hiring, words), bullet=True) for hiring in sheet.job.hiring)
    else:
        items = tuple(_hirings_by_regime(sheet, words))
    return Section("contracts", words("Contrats", "Contracts"), items, least=1)


def _hiring_line(hiring: "Hiring", words: Wording) -> Line:
    regime = label(words, "regime", hiring.regime) if hiring.regime else words.unknown
    usage = {
        True: words("CDD d'usage possible", "CDD d'usage allowed"),
        False: words("pas de CDD d'usage", "no CDD d'usage"),
        None: words("CDD d'usage : non renseigné", "CDD d'usage: unknown"),
    }[hiring.cdd_usage]
    dated = words.day(hiring.as_of) if hiring.as_of else words("texte non daté", "undated text")
    return line(
        Span(label(words, "sector", hiring.sector), "strong"),
        words(" : ", ": "),
        f"{regime}, {usage}",
        Span(
            f" ({dated} ; {label(words, 'confidence', hiring.confidence)})"
            if words.language == "fr"
            else f" ({dated}; {label(words, 'confidence', hiring.confidence)})",
            "muted",
        ),
    )


def _hirings_by_regime(sheet: JobSheet, words: Wording) -> Iterable[Item]:
    grouped: dict[str | None, list[str]] = {}
    for hiring in sheet.job.hiring:
        sectors = grouped.setdefault(hiring.regime, [])
        name = label(words, "sector", hiring.sector)
        if name not in sectors:
            sectors.append(name)
    for regime, sectors in grouped.items():
        name = label(words, "regime", regime) if regime else words.unknown
        capital = name[0].upper() + name[1:]
        yield labelled(words(f"{capital} :", f"{capital}:"), line(", ".join(sectors)))
