"""How costs are said: what a year of a programme costs, and the programmes of a school together."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from avcareers.text.wording import Wording

from .citations import Cite
from .labels import label
from .naming import part_phrase
from .page import Line, Span, joined, line, text_of

if TYPE_CHECKING:
    from avcareers.query.costs import Cost, CostSummary, StatusCosts, Uncounted
    from avcareers.query.judged import JudgedProgramme

RangeForm = Literal["cell", "phrase", "brief", "sentence"]


def amounts(low: float, high: float | None, words: Wording, form: RangeForm = "phrase") -> str:
    """Return an amount in euros, or a range: a cell « 90–95 € », a phrase « 90 € à 95 € ».

    In French a range is also brief, « de 90 à 95 € », or a sentence, « de 90 € à 95 € ».
    """
    if not high or high == low:
        return words.euros(low)
    number, least, most = words.number(low), words.euros(low), words.euros(high)
    if form == "cell":
        return f"{number}–{most}"
    french = {"phrase": f"{least} à {most}", "brief": f"de {number} à {most}"}
    return words(french.get(form, f"de {least} à {most}"), f"{least} to {most}")


def summary_cell(summary: "CostSummary", routes: "Sequence[str]", words: Wording) -> Line:
    """Return what a year costs without an employer, then as an apprentice: « 7 400 € ; 0 € en apprentissage ».

    Where that holds of some programmes only, it is said of how many. Of statuses asked for, the
    others are left out. Where school is free for all, apprenticeship is not said to be free too.
    """
    said: list[Line] = []
    known = [each for each in summary.by_status if not routes or each.route in routes]
    at_school = [each for each in known if each.route == "scolaire"]
    if summary.unknown and not at_school and (not routes or "scolaire" in routes):
        said.append(_unknown_cell(summary.uncounted, words))
    free = any(each.programmes == summary.programmes and not each.high_eur for each in at_school)
    for each in at_school if free else known:
        amount = amounts(each.low_eur, each.high_eur, words, "cell")
        how = ""
        if each.route == "apprentissage":
            how += words(" en apprentissage", " as an apprentice")
        if each.some_years:
            how += words(" (années en alternance)", " (years in alternance)")
        part = part_phrase(each.programmes, summary.programmes, words)
        said.append(line(amount, Span(how + part, "muted")))
    return joined(said, words(" ; ", "; ")) if said else line(Span("?", "unknown"))


def _unknown_cell(read: "Sequence[Uncounted]", words: Wording) -> Line:
    """Return a question mark, and what was read that is no price: old, undated, or a part."""
    told = ""
    for one in read[:1]:
        old = (
            words(" (ancien)", " (old)") if one.school_years else words(" (non daté)", " (undated)")
        )
        told = old if one.scope == "year" else words(" (partiel)", " (a part)")
    return line(Span(f"?{told}", "unknown"))


def cost_phrase(cost: "Cost | None", words: Wording, read: "Sequence[Uncounted]" = ()) -> str:
    """Return what a year costs, and why: « gratuit en lycée public, hors matériel »."""
    if cost is None:
        return words("frais : ", "fees: ") + unknown_cost(read, words)
    amount = amounts(cost.eur_per_year, cost.eur_per_year_high, words)
    when = ", ".join(filter(None, (cost.school_year, age_phrase(cost, words))))
    if cost.origin == "figure":
        return f"{_a_year(amount, cost, words)} ({when})"
    said = words.of(cost.covers)
    if cost.eur_per_year:
        said = words(f"{amount} par an ({said} {when})", f"{amount} a year ({said} {when})")
    left = f", {words.of(cost.leaves_out)}" if cost.leaves_out else ""
    return f"{said}{left}{_years_meant(cost, words)}"


def unknown_cost(read: "Sequence[Uncounted]", words: Wording, among: int = 1) -> str:
    """Return that a price is not known, and what was read that is none, of how many programmes.

    « scolarité non renseignée (inscription seule : 430 € en 2022-2023) ».
    """
    if not read:
        return words.unknown
    if read[0].scope == "registration":
        head = words("scolarité non renseignée", "tuition unknown")
    else:
        head = words("montant actuel non renseigné", "current amount unknown")
    said = words(" ; ", "; ").join(_read_once(one, among, words) for one in read)
    return f"{head} ({said})"


def _read_once(one: "Uncounted", among: int, words: Wording) -> str:
    free = words("gratuit", "free")
    amount = amounts(one.low_eur, one.high_eur, words, "sentence") if one.high_eur else free
    if one.school_years:
        first, last = one.school_years[0], one.school_years[-1]
        when = (words(f" en {first}", f" in {first}") if first == last
                else words(f" entre {first} et {last}", f" between {first} and {last}"))  # fmt: skip
    else:
        when = words(", année non précisée", ", year not stated")
    if one.programmes < among:
        some = words.count(one.programmes, ("formation", "formations"), ("programme", "programmes"))
        when += words(f", pour {some}", f", for {some}")
    part = "" if one.scope == "year" else scope_phrase(one.scope, words) + words(" : ", ": ")
    return part + amount + when


def scope_phrase(scope: str, words: Wording) -> str:
    """Return what an amount that is a part only pays for: « inscription seule »."""
    return label(words, "fees-scope", scope)


def cost_in_short(cost: "Cost | None", words: Wording) -> str:
    """Return what a year costs in the fewest words: « 178 € par an (2025-2026) »."""
    if cost is None:
        return words("frais non renseignés", "fees unknown")
    if cost.origin == "rule" and not cost.eur_per_year:
        return words.of(cost.covers)
    amount = amounts(cost.eur_per_year, cost.eur_per_year_high, words)
    year = f" ({cost.school_year})" if cost.school_year else ""
    return f"{_a_year(amount, cost, words)}{year}"


def _a_year(amount: str, cost: "Cost", words: Wording) -> str:
    """Say that an amount is a year's; what is free is so whatever it lasts."""
    if not (cost.eur_per_year or cost.eur_per_year_high):
        return words("gratuit", "free")
    return words(f"{amount} par an", f"{amount} a year")


def costs_cell(programme: "JudgedProgramme", words: Wording) -> Line:
    """Return what a year costs under each status, or that it is not known."""
    if not programme.costs:
        return _unknown_cell(programme.uncounted, words)
    several = programme.lacks_school_cost or len({cost.route for cost in programme.costs}) > 1
    said = (
        [text_of(_unknown_cell(programme.uncounted, words))] if programme.lacks_school_cost else []
    )
    for cost in programme.costs:
        amount = cost_in_short(cost, words)
        at_school = cost.origin == "figure" or cost.eur_per_year
        route = f" {label(words, 'by-route', cost.route)}" if several and at_school else ""
        years = (
            words(" (années en alternance)", " (years in alternance)") if cost.some_years else ""
        )
        said.append(f"{amount}{route}{years}")
    return line(words(" ; ", "; ").join(dict.fromkeys(said)))


def age_phrase(cost: "Cost", words: Wording) -> str:
    """Return how old the amount of a rule is, when it is not this year's."""
    if cost.origin == "figure" or not cost.years_ago:
        return ""
    if cost.years_ago == 1:
        return words("l'an dernier", "last year")
    ago = words.years(cost.years_ago)
    return words(f"il y a {ago}", f"{ago} ago")


def _years_meant(cost: "Cost | StatusCosts", words: Wording) -> str:
    """Return for which years a cost holds, when that is not all of them."""
    if not cost.some_years:
        return ""
    return words(", pendant les années en alternance", ", during the years in alternance")


def costs_phrase(summary: "CostSummary", words: Wording) -> str:
    """Return what the programmes of a school cost: without an employer first, then as an apprentice.

    « non renseigné pour 9 formations sur 10 ; 0 € si un employeur signe (apprentissage, 1 formation sur 10) ».
    """
    of_school = [each for each in summary.by_status if each.route == "scolaire"]
    said = [_status_phrase(each, summary.programmes, words) for each in of_school]
    if summary.unknown:
        said.append(_lacking(summary, words))
    said += [_status_phrase(each, summary.programmes, words)
             for each in summary.by_status if each not in of_school]  # fmt: skip
    return words(" ; ", "; ").join(said) or words.unknown


def _lacking(summary: "CostSummary", words: Wording) -> str:
    """Return of how many programmes the price without an employer is not known."""
    unknown = unknown_cost(summary.uncounted, words, summary.unknown)
    if summary.unknown == summary.programmes:
        return unknown
    of = _of(summary.unknown, summary.programmes, words)
    return words(f"pour {of} : {unknown}", f"for {of}: {unknown}")


def _of(some: int, total: int, words: Wording) -> str:
    """Return of how many programmes something holds: « 1 formation sur 10 »."""
    count = words.count(some, ("formation", "formations"), ("programme", "programmes"))
    return words(f"{count} sur {words.number(total)}", f"{count} of {words.number(total)}")


def _status_phrase(known: "StatusCosts", total: int, words: Wording) -> str:
    apprentice = known.route == "apprentissage"
    of = [label(words, "route", known.route)] if apprentice else []
    if known.programmes < total:
        of.append(_of(known.programmes, total, words))
    if known.school_years:
        first, last = known.school_years[0], known.school_years[-1]
        of.append(first if first == last else words(f"{first} à {last}", f"{first} to {last}"))
    about = f" ({', '.join(of)})" if of else ""
    if apprentice:
        amount = amounts(known.low_eur, known.high_eur, words, "sentence")
        if_signed = words(" si un employeur signe", " if an employer signs")
        return f"{amount}{if_signed}{_years_meant(known, words)}{about}"
    free = words("gratuit", "free")
    amount = amounts(known.low_eur, known.high_eur, words, "sentence") if known.high_eur else free
    return f"{amount} {label(words, 'by-route', known.route)}{_years_meant(known, words)}{about}"


def cost_lines(programme: "JudgedProgramme", cite: Cite, words: Wording) -> Iterator[Line]:
    """Yield what a year costs under each status, then the amounts too old to hold; and who says it."""
    old = programme.older_fees
    title = words("Frais", "Fees")
    if not programme.costs and not old:
        yield line(_titled(title, words), Span(words.unknown, "unknown"))
    several = len({cost.route for cost in programme.costs}) > 1
    for cost in programme.costs:
        route = f" ({label(words, 'route', cost.route)})" if several else ""
        begins = _titled(f"{title}{route}", words)
        if cost.origin == "rule":
            yield line(begins, Span(cost_phrase(cost, words), "strong"), ".", cite(cost.sources[0]))
        else:
            yield line(begins, *_amount_read(cost.eur_per_year, cost.eur_per_year_high, words),
                       f", {cost.school_year}. {words.of(cost.covers)}",
                       cite(cost.sources[0]))  # fmt: skip
    for fees in old:
        when = fees.year or words("année non précisée", "year not stated")
        check = words(" (ancien : à vérifier)", " (old: check it)") if fees.year else words(
            " (à vérifier)", " (check it)")  # fmt: skip
        if fees.scope != "year":
            part = f", {when} ({scope_phrase(fees.scope, words)}). {words.of(fees.covers)}"
            amount = Span(amounts(fees.low, fees.high, words, "brief"), "strong")
            yield line(_titled(title, words), amount, part, cite(fees.source))
            continue
        yield line(_titled(title, words), *_amount_read(fees.low, fees.high, words),
                   f", {when}. {words.of(fees.covers)}",
                   Span(check, "warn"),
                   cite(fees.source))  # fmt: skip


def _amount_read(low: float, high: float | None, words: Wording) -> Line:
    amount = f"{amounts(low, high, words, 'brief')} {words('par an', 'a year')}"
    return line(Span(amount if low or high else words("gratuit", "free"), "strong"))


def _titled(title: str, words: Wording) -> Span:
    return Span(words(f"{title} : ", f"{title}: "), "muted")
