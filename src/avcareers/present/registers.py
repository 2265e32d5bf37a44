"""The page of what the official registers say otherwise."""

from collections import Counter
from typing import Any

from avcareers.registers.comparison import INACTIVE, Difference, RegisterAudit
from avcareers.registers.patches import patch_yaml
from avcareers.text.wording import Wording

from .page import Column, Line, Next, Page, Row, Span, line
from .tables import table_of


def register_audit_page(
    found: RegisterAudit, words: Wording, *, patches: bool = False, written: bool = False
) -> Page:
    """Present what the registers say otherwise, with the YAML to write when `patches` asks it."""
    count = len(found.differences)
    return Page(
        title=line(
            Span(words("Écarts avec les registres officiels", "Differences with the registers"),
                 "strong"), f" – {words.number(count)}"),
        lead=tuple(line(Span(_source(source.title, source.read_on, words), "muted"))
                   for source in found.sources),
        table=table_of(words,
            _columns(words, patches=patches),
            tuple(_row(difference, words, patches=patches) for difference in found.differences),
        ),
        empty=words("Le catalogue dit la même chose que les registres.",
                    "The catalogue says what the registers say."),
        footer=tuple(_footer(found, words, written=written)),
        next=() if written or not count else (
            Next("avcareers data audit … --write",
                 words("appliquer les correctifs", "apply the patches")),),
    )  # fmt: skip


def _source(title: str, read_on: str, words: Wording) -> str:
    return f"{title} ({words('lu le', 'read on')} {words.day(read_on)})"


def _columns(words: Wording, *, patches: bool) -> tuple[Column, ...]:
    columns: tuple[Column, ...] = (
        Column("record", words("Fiche", "Record"), 12, ratio=2),
        Column("field", words("Champ", "Field"), 12, ratio=2),
        Column("ours", words("Chez nous", "Ours"), 12, ratio=3),
        Column("theirs", words("Au registre", "Register"), 12, ratio=3),
    )
    if patches:
        columns += (Column("patch", words("Correctif", "Patch"), 20, ratio=4),)
    return columns


def _row(difference: Difference, words: Wording, *, patches: bool) -> Row:
    cells = (
        line(Span(difference.slug, "accent")),
        line(difference.field),
        _value(difference.ours, words),
        _theirs(difference, words),
    )
    return Row((*cells, line(patch_yaml(difference))) if patches else cells)


def _theirs(difference: Difference, words: Wording) -> Line:
    if difference.theirs is None:
        said = (
            words("absente de l'export", "not in the export")
            if difference.kind == "certification"
            else words("aucune ligne à ce titre", "no row of that title")
        )
        return line(Span(said, "warn"))
    if difference.theirs == INACTIVE:
        return line(Span(words("inactive, sans date de fin", "inactive, no end date"), "warn"))
    shown = _value(difference.theirs, words)
    if difference.path == ("programmes",):
        return line(shown, Span(words(" (plusieurs formations possibles)",
                                      " (may be several programmes)"), "warn"))  # fmt: skip
    return shown


def _value(value: Any, words: Wording) -> Line:
    match value:
        case None:
            return line(Span(words.unknown, "unknown"))
        case bool():
            return line(words("oui", "yes") if value else words("non", "no"))
        case list():
            return line(", ".join(map(str, value)))
        case dict():
            return line(_session(value, words))
        case _:
            return line(str(value))


def _session(entry: dict[str, Any], words: Wording) -> str:
    """Return the figures of a session in one line."""
    parts = []
    if "candidates" in entry:
        parts.append(
            words.count(entry["candidates"], ("candidat", "candidats"), ("applicant", "applicants"))
        )
    if "admitted" in entry:
        number = words.number(entry["admitted"])
        parts.append(words(f"{number} admis", f"{number} admitted"))
    if "places" in entry:
        parts.append(words.count(entry["places"], ("place", "places"), ("place", "places")))
    name = f"{entry['title']}, " if "title" in entry else ""
    figures = f"{words(' : ', ': ')}{', '.join(parts)}" if parts else ""
    return f"{name}session {entry['session']}{figures}"


def _footer(found: RegisterAudit, words: Wording, *, written: bool) -> list[Line]:
    """Count the differences by register, and those a patch mends."""
    counts = Counter(difference.register for difference in found.differences)
    listed = [f"{source.slug} {words.number(counts[source.slug])}" for source in found.sources]
    ready = sum(difference.patch is not None for difference in found.differences)
    left = len(found.differences) - ready
    patches = words.count(ready, ("correctif", "correctifs"), ("patch", "patches"))
    done = words(" appliqué" if ready < 2 else " appliqués", " applied") if written else words(
        " prêt" if ready < 2 else " prêts", " ready")  # fmt: skip
    by_hand = words.count(left, ("écart", "écarts"), ("difference", "differences"))
    return [
        line(Span(words("Écarts par registre : ", "Differences by register: "), "muted"),
             ", ".join(listed)),
        line(f"{patches}{done}{words(' ; ', '; ')}{by_hand} ",
             words("à trancher à la main.", "to settle by hand.")),
    ]  # fmt: skip
