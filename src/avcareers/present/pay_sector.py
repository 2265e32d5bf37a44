"""Where the minimum that leads is due, and how low the others of a job go."""

from avcareers.query.pay import Pay, PayRow
from avcareers.text.wording import Wording

from .labels import label

WHERE = {
    "3097": ("au cinéma", "in film"),
    "2642": ("en production audiovisuelle", "in television production"),
    "2412": ("en animation", "in animation"),
    "2717": ("en entreprise technique", "at a technical provider"),
    "3252": ("en entreprise technique", "at a technical provider"),
    "3241": ("dans une chaîne de télévision", "at a television channel"),
    "1307": ("dans une salle de cinéma", "in a cinema"),
    "1922": ("dans une radio privée", "at a private radio station"),
    "716": ("en distribution de films", "in film distribution"),
    "892": ("en distribution de films", "in film distribution"),
    "1480": ("en agence de presse ou en radio privée", "at a press agency or private radio station"),
    "1734": ("pour la télévision", "for television"),
}  # fmt: skip
"""Where each agreement holds, in a few words, by its number."""


def where_due(floor: PayRow, words: Wording) -> str:
    """Return in a few words where a floor is due: the sector, the works if only some, what they must be."""
    named = words.of(floor.agreement)
    other = f"avec la convention {named}", f"under the {named} agreement"
    said = words(*WHERE.get(floor.idcc, other))
    series = (one for one in floor.set_by.series if one.slug == floor.grid.series)
    works = words.list([label(words, "work", work) for one in series for work in one.works])
    only = ", ".join(part for part in (works, *map(words.of, floor.brief_conditions)) if part)
    return f"{said} ({only})" if only else said


def lower_phrase(pay: Pay, words: Wording) -> str:
    """Return where pay may be under the floor that leads, and from how much; nothing if nowhere is."""
    floor, first = pay.lowest, pay.headline
    if not floor or not first or floor is first:
        return ""
    amount = words.euros(floor.amount_eur or 0)
    here, there = where_due(first, words), where_due(floor, words)
    if here == there or floor.idcc == first.idcc:
        only = "" if here == there else ", ".join(map(words.of, floor.brief_conditions))
        return words(f"parfois dès {amount}", f"sometimes from {amount}") + (only and f" ({only})")
    return words(f"ailleurs, dès {amount} {there}", f"elsewhere, from {amount} {there}")
