"""The page of what a query found."""

from avcareers.query.search.ranking import Found, Hit
from avcareers.text.wording import Wording

from .labels import label
from .page import Column, Line, Next, Page, Row, Span, line
from .tables import table_of

_WHY = {
    "name": ("nom exact", "exact name"),
    "other-name": ("autre nom", "other name"),
    "near-name": ("nom proche", "near name"),
    "all-words": ("tous les mots", "all the words"),
    "meaning": ("sens voisin", "close in meaning"),
    "read-as": ("lu comme", "read as"),
    "some-words": ("une partie des mots", "some of the words"),
}


def search_page(found: Found, words: Wording) -> Page:
    """Present hits, the best first, each with why it is there."""
    columns = (
        Column("name", words("Trouvé", "Found"), 24, ratio=4),
        Column("kind", words("Sorte", "Kind"), 9, ratio=0),
        Column("slug", words("Clé", "Key"), 20, ratio=3, rank=1),
        Column("why", words("Pourquoi", "Why"), 20, ratio=3, rank=2),
    )
    rows = tuple(
        Row((
            line(Span(words.of(hit.name), "strong")),
            line(label(words, "search-kind", hit.kind)),
            line(Span(hit.slug, "accent")),
            line(_why(hit, words)),
        ))
        for hit in found.hits
    )  # fmt: skip
    empty = words(f"Rien trouvé pour {words.quoted(found.query)}.",
                  f"Nothing found for {words.quoted(found.query)}.")  # fmt: skip
    if found.suggestions:
        near = ", ".join(found.suggestions)
        empty += words(f" Noms proches : {near}.", f" Near names: {near}.")
    return Page(
        title=line(Span(words("Recherche", "Search"), "strong"), f" – {found.query}"),
        lead=_outside(found, words),
        table=table_of(words, columns, rows),
        empty=empty,
        next=tuple(Next(words.command(*_command(hit)), words.of(hit.name))
                   for hit in found.hits[:2]),
    )  # fmt: skip


def _outside(found: Found, words: Wording) -> tuple[Line, ...]:
    """Say what the catalogue leaves out, when that is what was asked for."""
    best = found.hits[0] if found.hits else None
    return (line(Span(words.of(best.outside), "warn")),) if best and best.outside else ()


def _why(hit: Hit, words: Wording) -> str:
    why = words(*_WHY[hit.why])
    return f"{why}{words(' : ', ': ')}{hit.matched}"


def _command(hit: Hit) -> tuple[str, ...]:
    match hit.kind:
        case "topic":
            return "explain", hit.slug
        case "programme":
            return "school", "show", hit.slug.split("/")[0]
        case _:
            return hit.kind, "show", hit.slug
