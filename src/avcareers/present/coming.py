"""The page of what ends on a day that is known."""

from avcareers.query.coming import Ending, EndingList
from avcareers.text.wording import Wording

from .labels import label
from .page import Column, Next, Page, Row, Span, line
from .tables import table_of

NAMED = 3
"""Schools that are named, of those that prepare for a registration."""


def endings_page(found: EndingList, words: Wording, *, record: str = "") -> Page:
    """Present what ends from a day on, the soonest first: of everything, or of a record."""
    columns = (
        Column("until", words("Jusqu'au", "Until"), 10, ratio=0),
        Column("kind", words("Ce qui prend fin", "What ends"), 12, ratio=2),
        Column("title", words("De quoi", "Of what"), 20, ratio=4),
        Column("school", words("École", "School"), 12, ratio=3, rank=1),
        Column("slug", words("Clé", "Key"), 10, plain_only=True),
        Column("schools", words("Écoles", "Schools"), 10, plain_only=True),
    )
    number = words.count(len(found.endings), ("échéance", "échéances"), ("end", "ends"))
    return Page(
        title=line(Span(words("Ce qui prend fin", "What ends"), "strong"), f" – {number}"),
        table=table_of(words, columns, tuple(_row(ending, found, words) for ending in found.endings)),
        empty=words("Aucune échéance n'est connue.", "No end is known."),
        footer=(line(Span(words(
            "Un enregistrement ou un visa peut être renouvelé : vérifiez avant d'y renoncer.",
            "A registration or a visa may be renewed: check before you give it up."), "muted")),),
        next=(Next(words.into(words("echeances.ics", "ends.ics"), "changes", *((record,) if record else ()), "-o", "ics"),
                   words("en faire un calendrier", "make it a calendar")),),
    )  # fmt: skip


def _row(ending: Ending, found: EndingList, words: Wording) -> Row:
    of = ending.course or ending.title or ending.certification or ""
    among = tuple(found.names[slug] for slug in ending.schools)
    schools = ending.name or ", ".join(among[:NAMED]) + words.and_others(len(among) - NAMED)
    return Row((
        line(words.part_day(ending.until)),
        line(label(words, "recognition", ending.kind)),
        line(of),
        line(schools),
        line(ending.certification or ending.school or ""),
        line(", ".join(ending.schools)),
    ))  # fmt: skip
