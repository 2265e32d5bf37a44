"""The parts of a job's sheet about working conditions and contracts."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from avcareers.query.job import JobSheet
from avcareers.text.wording import Wording

from .labels import label
from .page import Item, Line, Section, Span, labelled, line

if TYPE_CHECKING:
    from avcareers.model.profession import Condition, Hiring


def conditions_section(sheet: JobSheet, words: Wording, full: bool) -> Section:
    """Return the lines of the seven conditions: what is known, then what is not."""
    checklist: list[tuple[str, Condition | None]] = [
        (name, getattr(sheet.job.day_to_day, name)) for name in _CONDITIONS
    ]
    if full:
        items = tuple(Item(_condition_line(n, c, words), bullet=True) for n, c in checklist)
    else:
        items = tuple(_conditions_by_answer(checklist, words))
    return Section("conditions", words("Au quotidien", "Day to day"), items, least=1)


_CONDITIONS = (
    "nights_and_weekends",
    "travel",
    "physical_load",
    "own_equipment",
    "driving_licence",
    "seasonality",
    "working_alone",
)


def _condition_line(name: str, condition: "Condition | None", words: Wording) -> Line:
    colon = words(" : ", ": ")
    what = label(words, "condition", name)
    if condition is None:
        return line(what, colon, Span(words.unknown, "unknown"))
    answer = Span(label(words, "answer", condition.answer), "strong")
    note = f" ({words.of(condition.note)})" if condition.note else ""
    return line(what, colon, answer, note)


def _conditions_by_answer(
    checklist: "list[tuple[str, Condition | None]]", words: Wording
) -> Iterable[Item]:
    grouped: dict[str | None, list[str]] = defaultdict(list)
    for name, condition in checklist:
        grouped[condition.answer if condition else None].append(label(words, "condition", name))
    for answer in ("yes", "sometimes", "no"):
        if names := grouped.get(answer):
            title = label(words, "answer", answer)
            yield labelled(
                words(f"{title.capitalize()} :", f"{title.capitalize()}:"), line(", ".join(names))
            )
    if names := grouped.get(None):
        yield Item(line(Span(words("Non renseigné : ", "Unknown: ") + ", ".join(names), "unknown")))


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
