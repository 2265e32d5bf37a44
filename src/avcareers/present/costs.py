"""How costs are said: what a year of a programme costs, and the programmes of a school together."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from avcareers.text.wording import Wording

from .citations import Cite
from .labels import label
from .page import Line, Span, line

if TYPE_CHECKING:
    from avcareers.model.school import Fees
    from avcareers.query.costs import Cost, CostSummary, OldAmounts, StatusCosts
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


def programmes_cell(
    low: float | None,
    high: float | None,
    programmes: "Iterable[JudgedProgramme]",
    words: Wording,
) -> Line:
    """Return what a year of some programmes costs; else for the years in alternance; else old amounts.

    The amounts are those of `school show`, shorter.
    """
    if low is not None:
        return fees_cell(low, high, words)
    every = tuple(programmes)
    some = [cost for each in every for cost in each.costs if cost.some_years]
    if some:
        low = min(cost.eur_per_year for cost in some)
        high = max(cost.eur_per_year_high or cost.eur_per_year for cost in some)
        return line(amounts(low, high, words, "cell"),
                    Span(words(" (années en alternance)", " (years in alternance)"), "muted"))  # fmt: skip
    return _unknown_cell([fees for each in every for fees in each.older_fees], words)


def _unknown_cell(older: "Iterable[Fees]", words: Wording) -> Line:
    """Return a question mark, and whether an amount was read that is old, or bears no year."""
    dated = {fees.year is not None for fees in older}
    told = words(" (ancien)", " (old)") if True in dated else words(" (non daté)", " (undated)")
    return line(Span(f"?{told}" if dated else "?", "unknown"))


def fees_cell(low: float | None, high: float | None, words: Wording) -> Line:
    """Return what a year costs, in euros, or a question mark when it is not known."""
    return line(Span("?", "unknown") if low is None else amounts(low, high, words, "cell"))


def cost_phrase(cost: "Cost | None", words: Wording, old: "OldAmounts | None" = None) -> str:
    """Return what a year costs, and why: « gratuit en lycée public, hors matériel »."""
    if cost is None:
        return words("frais : ", "fees: ") + unknown_cost(old, words)
    amount = amounts(cost.eur_per_year, cost.eur_per_year_high, words)
    when = ", ".join(filter(None, (cost.school_year, age_phrase(cost, words))))
    if cost.origin == "figure":
        return words(f"{amount} par an ({when})", f"{amount} a year ({when})")
    said = words.of(cost.covers)
    if cost.eur_per_year:
        said = words(f"{amount} par an ({said} {when})", f"{amount} a year ({said} {when})")
    left = f", {words.of(cost.leaves_out)}" if cost.leaves_out else ""
    return f"{said}{left}{_years_meant(cost, words)}"


def unknown_cost(old: "OldAmounts | None", words: Wording, among: int = 1) -> str:
    """Return that no cost of some programmes is known, and the old amounts, of how many of them."""
    if old is None:
        return words.unknown
    of = ""
    if old.programmes < among:
        some = words.count(old.programmes, ("formation", "formations"), ("programme", "programmes"))
        of = words(f", {some} sur {among}", f", {some} of {among}")
    return only_old(old.low_eur, old.high_eur, old.school_years, words, of=of)


def only_old(
    low: float, high: float, years: "tuple[str, ...]", words: Wording, *, of: str = ""
) -> str:
    """Return that only old amounts are known: « montant actuel non renseigné ; 8 000 € (2022-2023, ancien) »."""
    when = words("année non précisée", "year not stated")
    if years:
        first, last = years[0], years[-1]
        when = first if first == last else words(f"{first} à {last}", f"{first} to {last}")
        when += words(", ancien", ", old")
    when += of
    amount = amounts(low, high, words, "sentence")
    return words(f"montant actuel non renseigné ; {amount} ({when})",
                 f"current amount unknown; {amount} ({when})")  # fmt: skip


def cost_in_short(cost: "Cost | None", words: Wording) -> str:
    """Return what a year costs in the fewest words: « 178 € par an (2025-2026) »."""
    if cost is None:
        return words("frais non renseignés", "fees unknown")
    if cost.origin == "rule" and not cost.eur_per_year:
        return words.of(cost.covers)
    amount = amounts(cost.eur_per_year, cost.eur_per_year_high, words)
    year = f" ({cost.school_year})" if cost.school_year else ""
    return words(f"{amount} par an{year}", f"{amount} a year{year}")


def costs_cell(programme: "JudgedProgramme", words: Wording) -> Line:
    """Return what a year costs under each status, or that it is not known."""
    if not programme.costs:
        return _unknown_cell(programme.older_fees, words)
    several = len({cost.route for cost in programme.costs}) > 1
    said = []
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
    """Return what the programmes of a school cost, status by status, and of how many it is unknown.

    « 0 € en apprentissage (1 formation sur 10) ; non renseigné pour 9 ».
    """
    said = [_status_phrase(each, summary.programmes, words) for each in summary.by_status]
    if said and summary.unknown:
        count = words.number(summary.unknown)
        lacking = unknown_cost(summary.old, words, summary.unknown)
        said.append(words(f"pour {count} : {lacking}", f"for {count}: {lacking}") if summary.old
                    else words(f"{lacking} pour {count}", f"{lacking} for {count}"))  # fmt: skip
    return words(" ; ", "; ").join(said) or unknown_cost(summary.old, words, summary.unknown)


def _status_phrase(known: "StatusCosts", total: int, words: Wording) -> str:
    when = f"{label(words, 'by-route', known.route)}{_years_meant(known, words)}"
    of = []
    if known.programmes < total:
        count = words.count(
            known.programmes, ("formation", "formations"), ("programme", "programmes")
        )
        of.append(words(f"{count} sur {words.number(total)}", f"{count} of {words.number(total)}"))
    if known.school_years:
        first, last = known.school_years[0], known.school_years[-1]
        of.append(first if first == last else words(f"{first} à {last}", f"{first} to {last}"))
    about = f" ({', '.join(of)})" if of else ""
    amount = (
        amounts(known.low_eur, known.high_eur, words, "sentence")
        if known.high_eur
        else words("gratuit", "free")
    )
    return f"{amount} {when}{about}"


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
        yield line(_titled(title, words), *_amount_read(fees.low, fees.high, words),
                   f", {when}. {words.of(fees.covers)}",
                   Span(check, "warn"),
                   cite(fees.source))  # fmt: skip


def _amount_read(low: float, high: float | None, words: Wording) -> Line:
    amount = amounts(low, high, words, "brief")
    return line(Span(f"{amount} {words('par an', 'a year')}", "strong"))


def _titled(title: str, words: Wording) -> Span:
    return Span(words(f"{title} : ", f"{title}: "), "muted")
