"""How a source is cited."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from avcareers.text.wording import Wording

from .labels import label
from .page import Item, Line, Span, line

if TYPE_CHECKING:
    from avcareers.model.source import Source


ISSUES = ""
"""Address at which errors are reported, as the project's metadata give it; nothing until they do.

Reading the metadata would take longer than drawing a page: a test compares them instead.
"""

Cite = Callable[[str], Span]
"""Returns who says a fact, from the key of its source."""


def source_line(
    source: "Source", words: Wording, *, noted: bool = False, licensed: bool = False
) -> Line:
    """Cite a source: who, what, the day of its version, the day it was read and for what, where.

    What must be known of it stands already above when it is `noted`. Under what licence is said when
    asked for (`licensed`).
    """
    read = words(f"lu le {words.day(source.read_on)}", f"read on {words.day(source.read_on)}")
    if source.about:
        subjects = ", ".join(label(words, "about", each) for each in source.about)
        read += words(f" pour : {subjects}", f" for: {subjects}")
    dated = ""
    if source.published:
        day = words.day(source.published)
        dated = words(f"version du {day}, ", f"version of {day}, ")
    parts = [
        Span(source.publisher, "strong"),
        Span(words(" : ", ": ")),
        Span(words.source(source.slug, source.title)),
    ]
    parts.append(Span(f" ({dated}{read})", "muted"))
    if source.url:
        parts.append(Span(f" {source.url}", "accent"))
    parts += official_spans(source, words)
    if licensed:
        under = source.licence or words("licence non indiquée", "licence not stated")
        parts.append(Span(f" – {under}", "muted"))
    if source.note:
        same = words("même remarque que plus haut.", "same remark as above.")
        parts.append(Span(f" – {same if noted else words.of(source.note)}", "muted"))
    return line(*parts)


def official_spans(source: "Source", words: Wording) -> Line:
    """Return where a source is officially published, when it was read elsewhere; else nothing."""
    if not source.official_url:
        return ()
    what = label(words, "official-page", source.official_page or "text")
    return line(
        Span(f" – {what}{words(' : ', ': ')}", "muted"), Span(source.official_url, "accent")
    )


def source_lines(sources: "Iterable[Source]", words: Wording) -> list[Line]:
    """Cite several sources; what must be known of several is said once."""
    lines, said = [], set()
    for source in sources:
        note = words.of(source.note) if source.note else ""
        lines.append(source_line(source, words, noted=note in said))
        said.add(note)
    return lines


def error_item(key: str, words: Wording, *, address: str = ISSUES) -> Item:
    """Return the line that ends a sheet: how to report an error in the record of that key."""
    named = words.quoted(key)
    said = words(f"Une erreur ? Signalez-la{words.whom()} avec la clé {named} et la page qui le montre",
                 f"An error? Report it{words.whom()} with the key {named} and the page that shows it")  # fmt: skip
    if not address:
        return Item(line(Span(f"{said}.", "muted")))
    return Item(line(Span(said + words(" : ", ": "), "muted"), Span(address, "accent")))


def general_rule(source: "Source", words: Wording) -> str:
    """Return « , règle générale » for a page that states one and names no school; else nothing."""
    return f", {label(words, 'about', 'rule')}" if "rule" in source.about else ""
