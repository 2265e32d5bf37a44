"""The parts of a job's sheet about working conditions and contracts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.model.conditions import CONDITIONS, KnownCondition
from avcareers.query.job import JobSheet
from avcareers.text.wording import Wording

from .labels import label
from .page import Item, Line, Section, Span, labelled, line, text_of

if TYPE_CHECKING:
    from avcareers.model.profession import Hiring


def conditions_section(
    sheet: JobSheet, words: Wording, full: bool, *, said: Collection[str] = ()
) -> Section:
    """Return the checklist: what is known, then what is not, in one line.

    `said` holds the conditions that another part has said: then those that are not known are not
    named, but it is said that there are some.
    """
    conditions = [each for each in sheet.conditions if each.what not in said]
    if full:
        items = [Item(_condition_line(each, words), bullet=True) for each in conditions]
    else:
        items = list(_by_answer(conditions, words))
    told = {*said, *(each.what for each in conditions)}
    names = [label(words, "condition", name) for name in CONDITIONS if name not in told]
    if names and said:
        other = words("Autres conditions de travail : ", "Other working conditions: ")
        items.append(Item(line(Span(f"{other}{words.unknown}", "unknown"))))
    elif names:
        unknown = words("Non renseigné : ", "Unknown: ") + ", ".join(names)
        items.append(Item(line(Span(unknown, "unknown"))))
    return Section(
        "conditions", words("Au quotidien", "Day to day"), tuple(items), least=len(items)
    )


def condition_answer(condition: KnownCondition, words: Wording) -> str:
    """Return the answer; what the ROME says of a code is told from what is said of the job."""
    return label(words, "answer", condition.answer) + _of_code(condition.of_code, words)


def _of_code(of_code: bool, words: Wording) -> str:
    return words(", d'après France Travail", ", says France Travail") if of_code else ""


def _condition_line(condition: KnownCondition, words: Wording) -> Line:
    note = words.of(condition.note) if condition.note else ""
    if condition.of_code and condition.answer == "no" and not note:
        # Nights alone are denied so: model/conditions.py says when.
        note = words(
            "Sa fiche ne parle que de travail en journée", "Its sheet speaks of daytime work only"
        )
    note = f". {_sentence(note)}" if note else ""
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
        hirings = sheet.job.hiring
        items = tuple(Item(_hiring_line(each, hirings, words), bullet=True) for each in hirings)
    else:
        items = tuple(_hirings_by_regime(sheet, words))
    return Section("contracts", words("Contrats", "Contracts"), items, least=1)


def contracts_phrase(sheet: JobSheet, words: Wording) -> str:
    """Return in a cell what a short sheet says of contracts."""
    said = (text_of(item.line) for item in _hirings_by_regime(sheet, words))
    return words(" ; ", "; ").join(said) or words.unknown


def _hiring_line(hiring: "Hiring", all_of_job: "tuple[Hiring, ...]", words: Wording) -> Line:
    sector = label(words, "sector", hiring.sector)
    employed = [h for h in all_of_job if h.sector == hiring.sector and h.regime != "auteur"]
    # Several ways to be hired in a sector: each is for other posts of the job.
    posts = ", ".join(map(words.quoted, hiring.listed_as)) if len(employed) > 1 else ""
    said = [f"{_contract(hiring, words)}.", _text_read(hiring, words)]
    if hiring.confidence != "high":
        said.append(_sentence(label(words, "confidence", hiring.confidence)))
    first, *rest = said
    return line(
        Span(sector[0].upper() + sector[1:], "strong"),
        words(f", pour {posts}", f", as {posts}") if posts and hiring in employed else "",
        words(" : ", ": "),
        first,
        Span(f" {' '.join(rest)}", "muted"),
    )


def _contract(hiring: "Hiring", words: Wording) -> str:
    """Return how one is hired, and what scheme the hours or the fees come under."""
    if hiring.regime == "auteur":
        return words("le travail se paie en droits d'auteur, au régime des artistes-auteurs",
                     "the work is paid as author's fees, under the authors' scheme")  # fmt: skip
    unknown = words("CDD d'usage : non renseigné", "CDD d'usage: unknown")
    match hiring.regime:
        case "annexe8" | "annexe10":
            annexe = hiring.regime.removeprefix("annexe")
            scheme = words(f"les heures comptent pour l'intermittence (annexe {annexe})",
                           f"hours count towards the intermittent scheme (annexe {annexe})")  # fmt: skip
        case "general":
            scheme = words("chômage au régime général", "unemployment under the general scheme")
        case "journaliste":
            scheme = words("contrat de journaliste", "a journalist's contract")
        case _:
            scheme = words("régime non renseigné", "scheme unknown")
    usage = {
        True: words("embauche en CDD d'usage", "hired on a CDD d'usage"),
        False: words("embauche en CDI ou en CDD ordinaire",
                     "hired on a permanent or an ordinary fixed-term contract"),
        None: unknown,
    }  # fmt: skip
    return f"{usage[hiring.cdd_usage]}{words(' ; ', '; ')}{scheme}"


def _text_read(hiring: "Hiring", words: Wording) -> str:
    """Return the state in which the text was read, known to the month."""
    if not hiring.as_of:
        return words("Texte sans date.", "Undated text.")
    month = words.part_day(hiring.as_of[:7])
    # « Version de novembre », but « version d'avril ».
    of = "d'" if month[0] in "ao" else "de "
    if any(source.startswith("kali-") for source in hiring.sources):
        return words(f"Convention lue dans sa version {of}{month}.",
                     f"Agreement read in its {month} version.")  # fmt: skip
    return words(f"Texte lu dans sa version {of}{month}.", f"Text read in its {month} version.")


def _sentence(text: str) -> str:
    """Return a remark as a sentence of its own."""
    return f"{text[0].upper()}{text[1:].rstrip('.')}."


def _hirings_by_regime(sheet: JobSheet, words: Wording) -> Iterable[Item]:
    grouped: dict[str | None, list[str]] = {}
    for hiring in sheet.job.hiring:
        sectors = grouped.setdefault(hiring.regime, [])
        name = label(words, "sector", hiring.sector)
        if name not in sectors:
            sectors.append(name)
    for regime, sectors in grouped.items():
        unknown = words("régime non renseigné", "scheme unknown")
        name = label(words, "regime", regime) if regime else unknown
        capital = name[0].upper() + name[1:]
        yield labelled(words(f"{capital} :", f"{capital}:"), line(", ".join(sectors)))
