"""The texts that set the minimums of a job."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from avcareers.query.pay import Pay
from avcareers.text.wording import Wording

from .citations import official_spans
from .page import Line, Span, line

if TYPE_CHECKING:
    from avcareers.model.source import Source

NAMED = 2
"""Texts that are all named; of more, that of the floor that leads."""


def texts_of(pay: Pay, words: Wording) -> Iterator[Line]:
    """Yield the text behind the floor that leads, or each of few: its title, when and where it was read; then where the others are."""
    first = pay.totalled or pay.headline
    leading = (first,) if first else ()
    sources = {s.slug: s for f in (*leading, *pay.floors) for s in (f.source, *f.increases)}
    named = list(sources.values())[: NAMED if len(sources) <= NAMED else 1]
    left = len(sources) - len(named)
    computed = {f.source.slug for f in (*leading, *pay.floors) if f.method == "computed"}
    for source in named:
        if source.slug in computed:
            head = words("Calculé à partir de : ", "Computed from: ")
            if left:
                head = words(
                    "Premier minimum calculé à partir de : ", "First minimum computed from: "
                )
        elif left:
            head = words("Texte du premier minimum : ", "Text of the first minimum: ")
        else:
            head = words("Texte : ", "Text: ")
        yield line(Span(head, "muted"), *_text(source, words))
    if left:
        others = words.count(left, ("autre texte", "autres textes"), ("other text", "other texts"))
        yield line(Span(others + words(" : ", ": "), "muted"),
                   Span(words.command("sources", pay.job.slug), "command"))  # fmt: skip


def _text(source: "Source", words: Wording) -> Line:
    day = words.day(source.read_on)
    where = "" if source.url else words(" dans une copie", " in a copy")
    read = Span(words(f" (lu{where} le {day})", f" (read{where} on {day})"), "muted")
    place = (Span(f" {source.url}", "accent"),) if source.url else official_spans(source, words)
    return line(Span(words.source(source.slug, source.title)), read, *place)
