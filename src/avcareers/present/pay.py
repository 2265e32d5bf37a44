"""The minimum pay of a job: native units, dates, what it is not."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from avcareers.query.pay import Pay, PayRow, Rank, Units
from avcareers.text.folding import fold
from avcareers.text.wording import Wording

from .labels import label
from .naming import job_title
from .openings import to_type
from .page import Column, Item, Line, Next, Page, Row, Span, line, text_of
from .pay_parts import by_agreement, computed_from, named_group, outdated, without_minimum
from .pay_sector import lower_phrases
from .pay_texts import texts_of
from .tables import table_of

if TYPE_CHECKING:
    from avcareers.model.profession import WorkMinimum

_COMMAS = re.compile(r", (?![^(]*\))")
"""Those between the parts of a section, not within brackets."""
_WORD, _BRACKETS = re.compile(r"\d+|\w{4,}|cd[di]"), re.compile(r" \(([^()]*)\)")


def fixed_line(words: Wording) -> str:
    """Return the line that stands by every figure."""
    return words("Minimum conventionnel brut, pas un revenu.",
                 "Gross minimum under the collective agreement, not an income.")  # fmt: skip


def pay_page(pay: Pay, words: Wording, *, every: bool = True) -> Page:
    """Present the floors of a job in their own units: `every` one, or one for each agreement.

    When totals are asked for, those that have one. What is outdated is said in words below.
    """
    totals = tuple(floor for floor in _nearest_first(pay) if floor.total_eur is not None)
    shown = _nearest_first(pay) if every else totals or pay.leads
    grouped = every or bool(totals)
    columns = [
        *(() if grouped else (
            Column("agreement", words("Convention", "Agreement"), 18, ratio=3),
            Column("section", words("Partie", "Part"), 20, ratio=2, rank=2, plain_only=True),
        )),
        Column("function", words("Fonction", "Function"), 14, ratio=3),
        Column("basis", words("Base", "Basis"), 16, ratio=3),
        Column("amount", words("Minimum brut", "Gross minimum"), 12, ratio=0, right=True),
        Column("unit", "", 10, ratio=0),
        *((_total_column(pay.units, words),) if pay.units and totals else ()),
        Column("valid_from", words("Depuis le", "Since"), 10, ratio=0, rank=1),
        Column("method", words("Montant", "Amount"), 11, ratio=0, rank=2),
    ]  # fmt: skip
    rows = tuple(_row(floor, [c.key for c in columns], words, grouped=grouped) for floor in shown)
    day = words.day(pay.as_of)
    return Page(
        title=line(Span(job_title(pay.job, words), "strong"),
                   words(f" – minima au {day}", f" – minimum pay on {day}")),
        lead=(*_headline(pay, words), line(Span(fixed_line(words), "warn")), *_left(pay, shown, words)),
        table=table_of(words, columns, rows),
        empty=_none_found(pay, words) if not shown else "",
        instead=tuple(_elsewhere(pay, words)),
        footer=tuple(_footer(pay, shown, words, every=every)),
        next=tuple(_next(pay, words)),
    )  # fmt: skip


def _left(pay: Pay, shown: tuple[PayRow, ...], words: Wording) -> Iterator[Line]:
    """Yield how many floors the table leaves out, and how to see them, before it."""
    left = sum(floor.current for floor in pay.floors) - sum(floor.current for floor in shown)
    if left:
        said = words("Les {} autres minima", "The {} other minimums").format(words.number(left))
        if left == 1:
            said = words("L'autre minimum", "The other minimum")
        yield line(said, words(", hors du tableau : ", ", not in the table: "),
                   Span(words.command("pay", pay.job.slug, "--all"), "command"))  # fmt: skip


def _none_found(pay: Pay, words: Wording) -> str:
    if pay.job.work_minimums:
        return words(
            "Aucun salaire minimum dans les conventions lues, mais des minima par œuvre : ",
            "No minimum wage in the agreements read, but minimums per work: ",
        ) + words.command("job", "show", pay.job.slug)
    return words("Aucun minimum trouvé pour ce métier dans les conventions lues.",
                 "No minimum found for this job in the agreements read.")  # fmt: skip


def _elsewhere(pay: Pay, words: Wording) -> Iterator[Line]:
    """Yield how many minimums there are without the agreement that was asked for."""
    if pay.elsewhere:
        said = words.count(pay.elsewhere, ("minimum", "minima"), ("minimum", "minimums"))
        yield line(Span(words("Sans --agreement : ", "Without --agreement: "), "strong"), said)
        yield to_type(words.command("pay", pay.job.slug))


def _nearest_first(pay: Pay) -> tuple[PayRow, ...]:
    """Return every floor, part by part: the floor that leads first, then the nearest to the job."""
    first = pay.totalled or pay.headline
    order = {floor.idcc: place for place, floor in enumerate(pay.leads)}

    def nearness(floor: PayRow) -> tuple[bool, bool, Rank]:
        return floor is not first, not floor.due, floor.rank

    parts: dict[tuple[str, str], tuple[bool, bool, Rank]] = {}
    for floor in pay.floors:
        part = floor.idcc, floor.section.fr
        parts[part] = min(parts.get(part, nearness(floor)), nearness(floor))

    def place(floor: PayRow) -> tuple[object, ...]:
        part = floor.idcc, floor.section.fr
        elsewhere = first is not None and floor.idcc != first.idcc
        return elsewhere, order[floor.idcc], parts[part], part, nearness(floor)

    return tuple(sorted(pay.floors, key=place))


def _headline(pay: Pay, words: Wording) -> Iterator[Line]:
    """Yield the floor that leads, its total first when one is asked for, and which floors might lead."""
    if pay.units and pay.totalled:
        total, (_, count) = _euros(pay.totalled.total_eur, words), pay.units
        many = _so_many(pay.units, words)
        yield line(Span(words(f"{total} pour {many}", f"{total} for {many}"), "strong"),
                   words(" : ", ": "), f"{words.number(count)} × ",
                   *_item(pay.totalled, words).line)  # fmt: skip
    elif pay.headline:
        yield _item(pay.headline, words).line
        yield from (item.line for item in _lower(pay, words))
    first = pay.totalled or pay.headline
    if first and first.permanent:
        yield of_permanent_staff(words)
    yield from not_due(pay, words)


def of_permanent_staff(words: Wording) -> Line:
    """Return the warning on a floor of permanent staff: the job is hired otherwise too, for a minimum not known."""
    return line(Span(words(
        "C'est le minimum d'un salarié permanent ; celui d'un CDD d'usage à la télévision est inconnu.",
        "It is the minimum of permanent staff; that of a CDD d'usage in television is unknown."),
        "warn"))  # fmt: skip


def not_due(pay: Pay, words: Wording) -> Iterator[Line]:
    """Yield which floors would lead if they were due: of the agreements before the one that does."""
    first = pay.headline
    before = [floor for floor in pay.leads if first and not floor.due and floor.rank < first.rank]
    for current, said in (
        (True, words("sous le SMIC, qui s'applique", "under the SMIC, which applies")),
        (False, words("minimum remplacé, nouveau montant inconnu",
                      "minimum replaced, new amount unknown")),
    ):  # fmt: skip
        names = [f"{floor.idcc} {words.of(floor.agreement)}" for floor in before
                 if floor.current is current]  # fmt: skip
        if names:
            yield line(Span(f"{', '.join(names)}{words(' : ', ': ')}{said}.", "warn"))


def _row(floor: PayRow, keys: list[str], words: Wording, *, grouped: bool) -> Row:
    """Return the row of a floor; of one that is outdated, for programs only."""
    every: dict[str, Line] = {
        "agreement": line(f"{floor.idcc} {words.of(floor.agreement)}"),
        "section": line(words.of(floor.section)),
        "function": line(floor.function),
        "basis": line(words.of(floor.basis)),
        "amount": _amount(floor, words),
        "unit": line(label(words, "pay-unit", floor.unit) if floor.due else ""),
        "total": line(Span(_euros(floor.total_eur, words), "strong")),
        "valid_from": line(floor.valid_from),
        "method": line(_how(floor, words)),
    }
    group = named_group(floor, words) if grouped else ""
    return Row(tuple(every[key] for key in keys), group, plain_only=not floor.current)


def _how(floor: PayRow, words: Wording) -> Span:
    if floor.due and floor.to_confirm:
        return Span(words("à confirmer", "to confirm"), "warn")
    return Span(label(words, "pay-method", floor.method), "muted")


def _amount(floor: PayRow, words: Wording) -> Line:
    if not floor.current:
        return line(Span(words("remplacé", "replaced"), "warn"))
    if floor.below_minimum_wage:
        return line(Span(words("sous le SMIC", "under SMIC"), "warn"))
    return line(Span(_euros(floor.amount_eur, words), "strong"))


def _euros(amount: float | None, words: Wording) -> str:
    return "" if amount is None else words.euros(amount)


def _total_column(units: Units, words: Wording) -> Column:
    return Column("total", _so_many(units, words), 13, ratio=0, right=True)


def _so_many(units: Units, words: Wording) -> str:
    unit, count = units
    names = {"week": (("semaine", "semaines"), ("week", "weeks")),
             "day": (("jour", "jours"), ("day", "days"))}  # fmt: skip
    return words.count(count, *names[unit])


def _footer(pay: Pay, shown: tuple[PayRow, ...], words: Wording, *, every: bool) -> Iterator[Line]:
    if pay.units:
        yield from _about_totals(pay, shown, words)
    yield from by_agreement(pay, shown, words, every=every)
    yield from _conditions(shown, words)
    yield from outdated(pay, shown, words, every=every)
    yield from without_minimum(pay, words)
    doubtful = dict.fromkeys(f.function for f in shown if f.due and f.to_confirm)
    if doubtful:
        yield line(Span(words("À confirmer : ", "To be confirmed: "), "warn"), ", ".join(doubtful))
    yield from computed_from(shown, words, every=every)
    if pay.minimum_wage:
        wage = pay.minimum_wage
        amount, day = words.euros(wage.hourly_eur), words.day(wage.valid_from)
        text = f" ({wage.text})" if every else ""
        yield line(words(
            f"SMIC : {amount} brut l'heure depuis le {day}{text} ; sous ce seuil, le SMIC s'applique.",
            f"SMIC (legal minimum wage): {amount} gross an hour since {day}{text}; under it, the SMIC "
            "applies."))  # fmt: skip
    yield from texts_of(pay, words)


def _conditions(shown: tuple[PayRow, ...], words: Wording) -> Iterator[Line]:
    """Yield when the functions whose amount is shown may be used."""
    found: dict[str, dict[str, None]] = {}
    for floor in shown:
        for condition in floor.conditions if floor.current else ():
            found.setdefault(words.of(condition), {})[words.quoted(floor.function)] = None
    for said, functions in found.items():
        yield line(Span(f"{', '.join(functions)}{words(' : ', ': ')}", "warn"), said)


def _about_totals(pay: Pay, shown: tuple[PayRow, ...], words: Wording) -> Iterator[Line]:
    """Yield what the totals count, and how many floors have none."""
    whole = [floor for floor in pay.floors if floor.due]
    without = sum(floor.total_eur is None for floor in whole)
    if without == len(whole):
        yield line(Span(words(
            "Aucun minimum de ce métier n'est fixé dans cette unité : pas de total.",
            "No minimum of this job is set in that unit: no total."), "warn"))  # fmt: skip
        return
    yield line(Span(words(
        "Totaux : autant de fois le minimum, aux heures de la base, sans heures en plus. Rien n'assure d'être "
        "engagé aussi longtemps.",
        "Totals: so many times the minimum, at the hours of the basis, without extra hours. Nothing assures one "
        "of being hired for so long."),
        "muted"))  # fmt: skip
    if without and len(shown) < len(pay.floors):
        counted = words.count(without, ("minimum fixé", "minima fixés"), ("minimum", "minimums"))
        yield line(Span(words(f"Sans total : {counted} dans une autre unité (--all les montre).",
                              f"Without a total: {counted} set in another unit (--all shows them)."),
                        "muted"))  # fmt: skip


def _next(pay: Pay, words: Wording) -> Iterator[Next]:
    slug = pay.job.slug
    if pay.floors:
        yield Next(words.command("pay", slug, "--history"), words("l'évolution", "how it moved"))
    yield Next(words.command("job", "show", slug), words("la fiche", "the sheet"))
    yield Next(words.command("explain", "convention-collective"),
               words("laquelle s'applique", "which one applies"))  # fmt: skip


def pay_items(pay: Pay, words: Wording, limit: int) -> tuple[Item, ...]:
    """Return the few lines a job's sheet has room for: floors, then minimums per work."""
    items = _amounts(pay, words, limit)
    if pay.floors:
        due = sum(floor.due for floor in pay.floors)
        items.append(Item(line(
            Span(f"{fixed_line(words)} {other_floors(len(pay.floors), min(due, limit), words)}",
                 "muted"),
            Span(words.command("pay", pay.job.slug), "command"))))  # fmt: skip
    return tuple(items)


def pay_phrase(pay: Pay, words: Wording) -> str:
    """Return in a cell what a short sheet says: the floor that leads, or minimums per work."""
    said = [item.line for item in (*_amounts(pay, words, 1), *_lower(pay, words))]
    return " ".join(map(text_of, said)) or words.unknown


def _lower(pay: Pay, words: Wording) -> Iterator[Item]:
    for said in lower_phrases(pay, words):
        yield Item(line(f"{said[0].upper()}{said[1:]}."))


def _amounts(pay: Pay, words: Wording, limit: int) -> list[Item]:
    due = [floor for floor in pay.leading if floor.due]
    due.sort(key=lambda floor: not floor.headline)
    items = [Item(said) for said in not_due(pay, words)]
    items += [_item(floor, words) for floor in due[:limit]]
    if pay.headline and pay.headline.permanent:
        items.append(Item(of_permanent_staff(words)))
    if not items and pay.floors:
        items.append(Item(line(Span(words(
            "Les montants trouvés ont été remplacés ou sont sous le SMIC.",
            "The amounts found were replaced or are under the SMIC."), "warn"))))  # fmt: skip
    return [*items, *(per_work(minimum, pay.as_of, words) for minimum in pay.job.work_minimums)]


def per_work(minimum: "WorkMinimum", today: str, words: Wording) -> Item:
    """Return a minimum per work; what may have ended is to be checked."""
    parts = [Span(words("Par œuvre, pas un salaire : ", "Per work, not a wage: "), "muted"),
             Span(words.of(minimum.text)),
             Span(words(f" Contrats depuis le {words.day(minimum.since)}.",
                        f" Contracts since {words.day(minimum.since)}."), "muted")]  # fmt: skip
    if minimum.until and minimum.until < today:
        end, seen = words.day(minimum.until), words.day(minimum.looked_up)
        parts.append(Span(words(
            f" À vérifier : obligatoire pour tous jusqu'au {end}, suite non trouvée le {seen}.",
            f" To be checked: binding on all until {end}, nothing later found on {seen}."),
            "warn"))  # fmt: skip
    return Item(tuple(parts), bullet=True)


def _item(floor: PayRow, words: Wording) -> Item:
    unit, basis = label(words, "pay-unit", floor.unit), words.of(floor.basis)
    amount = f"{_euros(floor.amount_eur, words)} {unit}"
    day = words.day(floor.valid_from)
    how = _how(floor, words)
    section = _beyond(words.of(floor.section), f"{unit} {basis}")
    return Item(line(
        Span(amount, "strong"),
        "" if basis in unit else f" ({basis})",
        words(f", depuis le {day}", f", since {day}"),
        Span(f" ({how.text})" if floor.method == "computed" or floor.to_confirm else "", how.role),
        words(f". Fonction {words.quoted(floor.function)}, convention {words.of(floor.agreement)} ",
              f". Job title {words.quoted(floor.function)}, {words.of(floor.agreement)} agreement "),
        f"(IDCC {floor.idcc})",
        words(" : ", ": ") + section if section else "",
        ".",
    ), bullet=True)  # fmt: skip


def _beyond(section: str, said: str) -> str:
    """Return what a section of an agreement adds to what is said of the amount already."""
    known = {*_WORD.findall(fold(said))}

    def already(part: str) -> bool:
        found = {*_WORD.findall(fold(part))}
        return bool(found) and found <= known

    parts = (_BRACKETS.sub(lambda m: "" if already(m[1]) else m[0], part)
             for part in _COMMAS.split(section))  # fmt: skip
    return ", ".join(part for part in parts if part and not already(part))


def other_floors(every: int, shown: int, words: Wording) -> str:
    """Announce the floors that are not shown."""
    more = every - shown
    if shown == 0:
        return words("Le détail : ", "Details: ")
    if more == 0:
        return ""
    if more == 1:
        return words("L'autre : ", "The other one: ")
    return words(f"Les {more} autres : ", f"The {more} others: ")
