"""Which agreements and which of their parts the minimums of a job stand in, and what is not known of the others."""

from collections.abc import Iterator

from avcareers.model.vocabulary import AGREEMENTS_OF
from avcareers.query.pay import Pay, PayRow
from avcareers.query.pay_lowest import lower_part
from avcareers.text.wording import Wording

from .labels import label
from .page import Line, Span, line


def named_group(floor: PayRow, words: Wording) -> str:
    """Return the agreement of a floor, and the part of it where the floor stands."""
    return f"{floor.idcc} {words.of(floor.agreement)} – {words.of(floor.section)}"


def by_agreement(
    pay: Pay, shown: tuple[PayRow, ...], words: Wording, *, every: bool
) -> Iterator[Line]:
    """Yield whom each agreement covers; of one that has one row, its part, and from how much in another."""
    for idcc, agreement in {floor.idcc: floor.set_by for floor in shown if floor.current}.items():
        rows = [floor for floor in shown if floor.idcc == idcc and floor.current]
        part, first = "", rows[0]
        # The first row's part, and what is lower, stand in the sentences above the table.
        if not every and len(rows) == 1 and first is not shown[0]:
            part = words(" Ici : ", " Here: ") + words.of(first.section) + "."
            if lower := lower_part(first, pay) if first.due else None:
                amount, where = words.euros(lower.amount_eur or 0), words.of(lower.section)
                part += words(f" Dès {amount} dans une autre partie : {where}.",
                              f" From {amount} in another part: {where}.")  # fmt: skip
        yield line(Span(f"{idcc} ", "strong"), words.of(agreement.scope), part)
    if any(floor.current for floor in shown):
        yield line(Span(words(
            "Fonction : le nom du métier dans la convention, ou l'emploi le plus proche qu'elle paie.",
            "Job title: the name of the job in the agreement, or the nearest job that it pays."), "muted"))  # fmt: skip


def outdated(pay: Pay, shown: tuple[PayRow, ...], words: Wording, *, every: bool) -> Iterator[Line]:
    """Yield which floors were replaced by an amount that is not known, and why: in parts left out of the table too.

    There their function is that of a row of the table.
    """
    due = {floor.idcc for floor in shown if floor.current}
    beside = () if every else (f for f in pay.floors if not f.current and f.idcc in due)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for floor in (*(floor for floor in shown if not floor.current), *beside):
        known = floor.idcc in due
        where = named_group(floor, words) if known else f"{floor.idcc} {words.of(floor.agreement)}"
        functions = found.setdefault((where, why_outdated(floor, words)), {})
        if every or not known:
            functions[floor.function] = None
    for (where, why), functions in found.items():
        named = f" ({', '.join(functions)})" if functions else ""
        yield line(
            Span(words(f"{where} : minimum remplacé, nouveau montant inconnu",
                       f"{where}: minimum replaced, new amount unknown"), "warn"),
            f"{named}. {why}".rstrip())  # fmt: skip


def why_outdated(floor: PayRow, words: Wording) -> str:
    """Return why an outdated floor is not what is due; nothing if a newer grid replaced it."""
    agreement = floor.set_by
    if floor.outdated_why:
        return words.of(floor.outdated_why)
    if agreement.replaced_by and agreement.replaced_on:
        day = words.day(agreement.replaced_on)
        return words(
            f"l'IDCC {agreement.replaced_by} remplace l'IDCC {agreement.idcc} depuis le {day}.",
            f"IDCC {agreement.replaced_by} replaced IDCC {agreement.idcc} on {day}.")  # fmt: skip
    return ""


def without_minimum(pay: Pay, words: Wording) -> Iterator[Line]:
    """Yield in which sectors a text names the job, while no minimum was found."""
    have = {function.idcc for function in pay.job.pay_functions}
    found: dict[str, list[str]] = {}
    for hired in pay.job.hiring if have else ():
        if hired.regime != "auteur" and have.isdisjoint(AGREEMENTS_OF[hired.sector]):
            found.setdefault(hired.sector, []).extend(map(words.quoted, hired.listed_as))
    told = [f"{label(words, 'sector', sector)} ({', '.join(dict.fromkeys(named))})"
            for sector, named in found.items() if named]  # fmt: skip
    if told:
        yield line(Span(words("Métier nommé par un texte, sans minimum trouvé : ",
                              "Job named by a text, no minimum found: "), "warn"),
                   words(" ; ", "; ").join(told), ".")  # fmt: skip


def computed_from(shown: tuple[PayRow, ...], words: Wording, *, every: bool) -> Iterator[Line]:
    """Yield which amounts were computed, and from what: each rule at length with every floor."""
    found = [floor for floor in shown if floor.current and floor.method == "computed"]
    head = Span(words("Calculé : ", "Computed: "), "muted")
    if every:
        yield from (
            line(head, rule) for rule in sorted({words.of(f.rule) for f in found if f.rule})
        )
    elif any(floor.due for floor in found):
        named = ", ".join(f"{f.idcc} ({words.euros(f.amount_eur or 0)})" for f in found if f.due)
        yield line(head, words(f"{named}, à partir d'un texte plus ancien et des hausses publiées depuis.",
                               f"{named}, from an older text and the increases published since."))  # fmt: skip
