"""The minimum pay of a job: native units, dates, what it is not."""

from collections.abc import Iterator
from itertools import groupby

from avcareers.query.pay import Floor, Pay, Week
from avcareers.text.wording import Wording

from .jobs import job_title
from .page import Column, Item, Line, Next, Page, Row, Section, Span, line
from .tables import table_of

_UNITS = {
    "hour": ("l'heure", "an hour"),
    "day": ("le jour", "a day"),
    "week": ("la semaine", "a week"),
    "month": ("le mois", "a month"),
    "fee": ("le cachet ou forfait", "a fee"),
}
BAR = 30
"""Characters of the longest bar of a history."""


def fixed_line(words: Wording) -> str:
    """Give the line that stands by every figure."""
    return words("Minimum conventionnel brut, pas un revenu.",
                 "Gross minimum under the collective agreement, not an income.")  # fmt: skip


def pay_page(pay: Pay, words: Wording, *, units: tuple[str, int] | None = None) -> Page:
    """Present the floors of a job, in their own units, and what so many of a unit make."""
    columns: tuple[Column, ...] = (
        Column("function", words("Fonction", "Function"), 20, ratio=3),
        Column("basis", words("Base", "Basis"), 18, ratio=3, rank=1),
        Column("amount", words("Minimum brut", "Gross minimum"), 13, ratio=0, right=True),
        Column("unit", "", 10, ratio=0),
        Column("valid_from", words("Depuis le", "Since"), 10, ratio=0, rank=1),
        Column("method", words("Montant", "Amount"), 9, ratio=0, rank=2),
    )
    total = _total_column(units, words)
    if total:
        columns = (*columns[:4], total, *columns[4:])
    rows = tuple(Row(_cells(floor, words, units), _group(floor, words)) for floor in pay.floors)
    day = words.day(pay.as_of)
    return Page(
        title=line(Span(job_title(pay.job, words), "strong"),
                   words(f" – minima au {day}", f" – minimum pay on {day}")),
        lead=(line(Span(fixed_line(words), "warn")),),
        table=table_of(words, columns, rows),
        empty=words("Aucun minimum trouvé pour ce métier dans les conventions lues.",
                    "No minimum found for this job in the agreements read."),
        footer=tuple(_footer(pay, words, units)),
        next=tuple(_next(pay, words)),
    )  # fmt: skip


def _group(floor: Floor, words: Wording) -> str:
    agreement = floor.agreement
    return f"{agreement.idcc} {words.of(agreement.name)} – {words.of(floor.grid.section)}"


def _cells(floor: Floor, words: Wording, units: tuple[str, int] | None) -> tuple[Line, ...]:
    shown = floor.current and not floor.below_minimum_wage
    cells: list[Line] = [
        line(floor.function),
        line(words.of(floor.basis.name)),
        _amount(floor, words),
        line(words(*_UNITS[floor.basis.unit])) if shown else line(""),
        line(floor.grid.valid_from),
        line(Span(words(*_METHODS[floor.grid.method]), "muted")),
    ]
    if units:
        unit, count = units
        fits = shown and floor.basis.unit == unit
        total = Span(words.euros(floor.amount_eur * count), "strong") if fits else Span("")
        cells.insert(4, line(total))
    return tuple(cells)


_METHODS = {"published": ("publié", "published"), "computed": ("calculé", "computed")}


def _amount(floor: Floor, words: Wording) -> Line:
    if not floor.current:
        return line(Span(words("périmé", "outdated"), "warn"))
    if floor.below_minimum_wage:
        return line(Span(words("sous le SMIC", "under SMIC"), "warn"))
    return line(Span(words.euros(floor.amount_eur), "strong"))


def _total_column(units: tuple[str, int] | None, words: Wording) -> Column | None:
    if not units:
        return None
    unit, count = units
    names = {"week": (("semaine", "semaines"), ("week", "weeks")),
             "day": (("jour", "jours"), ("day", "days"))}  # fmt: skip
    return Column("total", words.count(count, *names[unit]), 13, ratio=0, right=True)


def _footer(pay: Pay, words: Wording, units: tuple[str, int] | None) -> Iterator[Line]:
    agreements = {floor.agreement.idcc: floor.agreement for floor in pay.floors}
    for agreement in agreements.values():
        covers = words.of(agreement.scope)
        yield line(Span(f"{agreement.idcc} ", "strong"), covers)
    for reason in dict.fromkeys(_reason(f, words) for f in pay.floors if not f.current):
        if reason:
            yield line(Span(words("Périmé : ", "Outdated: "), "warn"), reason)
    rules = {words.of(f.grid.rule) for f in pay.floors if f.current and f.grid.rule}
    for rule in sorted(rules):
        yield line(Span(words("Calculé : ", "Computed: "), "muted"), rule)
    if pay.minimum_wage:
        wage = pay.minimum_wage
        amount, day = words.euros(wage.hourly_eur), words.day(wage.valid_from)
        yield line(words(
            f"SMIC : {amount} brut l'heure depuis le {day} ({wage.text}). Un minimum plus bas "
            "n'est pas dû : le SMIC s'applique.",
            f"SMIC (legal minimum wage): {amount} gross an hour since {day} ({wage.text}). A lower "
            "minimum is not what is due: the SMIC applies."))  # fmt: skip
    if units:
        yield line(Span(words(
            "Totaux : autant de fois le minimum, aux heures de la base, sans heures en plus.",
            "Totals: so many times the minimum, at the hours of the basis, without extra hours."),
            "muted"))  # fmt: skip
    sources = {slug for f in pay.floors for slug in (f.grid.source, *f.grid.increases)}
    if sources:
        read = max(pay.sources[slug].read_on for slug in sources)
        count = words.count(len(sources), ("texte", "textes"), ("text", "texts"))
        yield line(Span(words(
            f"Sources : {count}, dernière lecture le {words.day(read)} ; liste dans "
            f"avcareers pay {pay.job.slug} -o json",
            f"Sources: {count}, last read on {words.day(read)}; listed by "
            f"avcareers pay {pay.job.slug} -o json"), "muted"))  # fmt: skip


def _reason(floor: Floor, words: Wording) -> str:
    """Say why a floor is not what is due; nothing when a newer grid replaced it."""
    agreement = floor.agreement
    if floor.grid.outdated_why:
        return words.of(floor.grid.outdated_why)
    if agreement.replaced_by and agreement.replaced_on:
        day = words.day(agreement.replaced_on)
        return words(
            f"l'IDCC {agreement.replaced_by} remplace l'IDCC {agreement.idcc} depuis le {day}.",
            f"IDCC {agreement.replaced_by} replaced IDCC {agreement.idcc} on {day}.")  # fmt: skip
    return ""


def _next(pay: Pay, words: Wording) -> Iterator[Next]:
    slug = pay.job.slug
    if pay.floors:
        yield Next(f"avcareers pay {slug} --history", words("l'évolution", "how it moved"))
    yield Next(f"avcareers job show {slug}", words("la fiche", "the sheet"))
    yield Next("avcareers explain convention-collective",
               words("laquelle s'applique", "which one applies"))  # fmt: skip


def history_page(pay: Pay, words: Wording) -> Page:
    """Draw how each floor moved, as bars."""
    sections: list[tuple[str, Section]] = []
    for key, group in groupby(
        pay.floors, key=lambda f: (_group(f, words), f.function, f.basis.slug)
    ):
        floors = list(group)
        highest = max(floor.amount_eur for floor in floors)
        items = [Item(line(Span(f"{key[1]}, {words.of(floors[0].basis.name)}", "muted"),
                           _change(floors, words)))]  # fmt: skip
        for floor in floors:
            bar = "█" * max(1, round(BAR * floor.amount_eur / highest))
            computed = words(" calculé", " computed") if floor.grid.method == "computed" else ""
            items.append(Item(line(f"{floor.grid.valid_from} ", Span(bar, "accent"),
                                   f" {words.euros(floor.amount_eur)}",
                                   Span(computed, "muted"))))  # fmt: skip
        last = floors[-1]
        if not last.current and _reason(last, words):
            items.append(Item(line(Span(_reason(last, words), "warn"))))
        heading = key[0] if not sections or sections[-1][0] != key[0] else ""
        sections.append((key[0], Section(f"{last.grid.series}", f"IDCC {last.agreement.idcc}",
                                         tuple(items), heading=heading)))  # fmt: skip
    return Page(
        title=line(Span(job_title(pay.job, words), "strong"),
                   words(" – évolution des minima", " – how the minima moved")),
        lead=(line(Span(fixed_line(words), "warn")),),
        sections=tuple(section for _, section in sections),
        footer=() if sections else (line(words("Aucun minimum trouvé.", "No minimum found.")),),
    )  # fmt: skip


def _change(floors: list[Floor], words: Wording) -> str:
    first, last = floors[0], floors[-1]
    if first is last:
        return ""
    change = 100 * (last.amount_eur / first.amount_eur - 1)
    percent = f"{'+' if change >= 0 else '−'}{words.number(round(abs(change), 1))}"
    since = first.grid.valid_from[:4]
    return words(f" : {percent} % depuis {since}", f": {percent}% since {since}")


def week_page(pay: Pay, weeks: tuple[Week, ...], words: Wording) -> Page:
    """Present what a shooting week pays, step by step, each with its article."""
    sections = []
    for week in weeks:
        items = []
        for step in week.steps:
            rate = words.number(step.increase_percent)
            what = words(f"+{rate} %", f"+{rate}%") if step.increase_percent else words(
                "taux de base", "base rate")  # fmt: skip
            cited = Span(f" [{pay.sources[step.source].title}]", "muted") if step.source else ""
            items.append(Item(line(
                f"{words.number(step.hours)} h × {words.euros(step.hourly_eur)} ({what}) = ",
                Span(words.euros(step.total_eur), "strong"), cited)))  # fmt: skip
        items.append(Item(line(Span(words(
            f"Total : {words.euros(week.total_eur)} brut",
            f"Total: {words.euros(week.total_eur)} gross"), "strong"))))  # fmt: skip
        sections.append(Section(week.floor.grid.slug, f"IDCC {week.floor.agreement.idcc}",
                                tuple(items), heading=week.floor.function))  # fmt: skip
    return Page(
        title=line(
            Span(job_title(pay.job, words), "strong"),
            words(" – une semaine de tournage", " – a shooting week"),
        ),
        lead=(line(Span(fixed_line(words), "warn")),),
        sections=tuple(sections),
        footer=tuple(_week_footer(pay, weeks, words)),
    )


def _week_footer(pay: Pay, weeks: tuple[Week, ...], words: Wording) -> Iterator[Line]:
    for basis in {week.floor.basis.slug: week.floor.basis for week in weeks}.values():
        name, hours = words.quoted(words.of(basis.name)), words.number(basis.base_hours or 0)
        yield line(words(
            f"Taux de base : minimum {name} divisé par {hours}. Équivalence, nuit, dimanche, "
            "sixième jour et dixième heure s'ajoutent. Taux horaires arrondis à l'affichage.",
            f"Base rate: {name} minimum divided by {hours}. Equivalence, night, Sunday, sixth day "
            "and tenth hour come on top. Hourly rates are rounded for display."))  # fmt: skip
    if not weeks:
        known = ", ".join(pay.with_overtime)
        yield line(words(
            f"Les majorations d'heures ne sont connues ici que pour l'IDCC {known} : aucun minimum "
            "en vigueur de ce métier n'en relève.",
            f"Overtime steps are known here for IDCC {known} only, and no minimum of this job in "
            "force comes under it."))  # fmt: skip


def pay_items(pay: Pay, words: Wording, limit: int) -> tuple[Item, ...]:
    """Give the few lines a job's sheet has room for."""
    current = [f for f in pay.floors if f.current and not f.below_minimum_wage]
    items = [
        Item(line(
            Span(f"{words.euros(floor.amount_eur)} {words(*_UNITS[floor.basis.unit])}", "strong"),
            f" ({words.of(floor.basis.name)}), {floor.function}, IDCC {floor.agreement.idcc} "
            f"{words.of(floor.grid.section)}, ",
            words(f"depuis le {words.day(floor.grid.valid_from)}",
                  f"since {words.day(floor.grid.valid_from)}"),
            Span(words(" (calculé)", " (computed)") if floor.grid.method == "computed" else "", "muted"),
        ), bullet=True)
        for floor in current[:limit]
    ]  # fmt: skip
    if not items and pay.floors:
        items.append(Item(line(Span(words(
            "Les montants trouvés sont périmés ou sous le SMIC.",
            "The amounts found are outdated or under the SMIC."), "warn"))))  # fmt: skip
    if items:
        items.append(Item(line(
            Span(f"{fixed_line(words)} {_others(len(pay.floors), len(current[:limit]), words)}",
                 "muted"),
            Span(f"avcareers pay {pay.job.slug}", "accent"))))  # fmt: skip
    return tuple(items)


def _others(every: int, shown: int, words: Wording) -> str:
    """Announce the floors that are not shown."""
    more = every - shown
    if shown == 0:
        return words("Le détail : ", "Details: ")
    if more == 0:
        return ""
    if more == 1:
        return words("L'autre : ", "The other one: ")
    return words(f"Les {more} autres : ", f"The {more} others: ")
