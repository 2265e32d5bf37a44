"""The page of what the official registers say otherwise."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from avcareers.registers.comparison import INACTIVE, Difference, Register, RegisterAudit
from avcareers.registers.patches import patch_yaml
from avcareers.text.wording import Wording

from .page import Column, Line, Next, Page, Row, Span, line
from .tables import table_of


def register_audit_page(found: RegisterAudit, words: Wording, *, patches: bool = False) -> Page:
    """Present what the registers say otherwise, with the YAML to write when `patches` asks it."""
    count = len(found.differences)
    read = zip(found.registers, found.sources, strict=True)
    ready = any(difference.patch is not None for difference in found.differences)
    return Page(
        title=line(
            Span(words("Écarts avec les registres officiels", "Differences with the registers"),
                 "strong"), f" – {words.number(count)}"),
        table=table_of(words,
            _columns(words, patches=patches),
            tuple(_row(difference, words, patches=patches) for difference in found.differences),
        ),
        empty=_empty(found, words),
        footer=(*(line(Span(_source(source.title, source.read_on, words), "muted"),
                       words(" : ", ": "), compared(register, words))
                  for register, source in read), *_footer(found, words)),
        next=(Next("avcareers data audit … --write",
                   words("voir les correctifs, puis les appliquer", "see the patches, then apply them")),
              ) if ready else (),
    )  # fmt: skip


def _empty(found: RegisterAudit, words: Wording) -> str:
    if not any(register.compared for register in found.registers):
        return words("Rien n'a été comparé.", "Nothing was compared.")
    return words("Partout où l'on a pu comparer, le catalogue dit la même chose que les registres.",
                 "Wherever they could be compared, the catalogue says what the registers say.")  # fmt: skip


def compared(register: Register, words: Wording) -> str:
    """Return how much of the catalogue an export could be compared with, and why nothing was."""
    if register.compared:
        ours, all_ours = register.compared, words.number(register.of)
        if register.session:
            return words.count(
                ours,
                ("formation comparée", "formations comparées"),
                ("programme compared", "programmes compared"),
            ) + words(
                f" ; {all_ours} ont des chiffres au catalogue.",
                f"; {all_ours} have figures in the catalogue.",
            )
        return words.count(
            ours,
            ("certification comparée", "certifications comparées"),
            ("certification compared", "certifications compared"),
        ) + words(f" sur {all_ours}.", f", of {all_ours}.")
    if register.session is None:
        return words(
            f"rien n'a été comparé : l'export n'a aucune des {register.of} certifications du "
            "catalogue.",
            f"nothing compared: the export has none of the {register.of} certifications of the "
            "catalogue.",
        )
    if register.latest and register.session < register.latest:
        return words(
            f"rien n'a été comparé : session {register.session}, le catalogue a {register.latest}.",
            f"nothing compared: session {register.session}, the catalogue has {register.latest}.",
        )
    return words(
        "rien n'a été comparé : aucune ligne n'est d'une formation du catalogue.",
        "nothing compared: no row is of a programme of the catalogue.",
    )


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
        _older(_theirs(difference, words), difference, words),
    )
    return Row((*cells, line(patch_yaml(difference))) if patches else cells)


def _older(said: Line, difference: Difference, words: Wording) -> Line:
    """Return what a register says, and what the record cites that is newer."""
    if not difference.newer:
        return said
    return line(
        said,
        Span(
            words(f" (plus ancien que {difference.newer})", f" (older than {difference.newer})"),
            "warn",
        ),
    )


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


def _footer(found: RegisterAudit, words: Wording) -> Iterator[Line]:
    """Count the differences by register, those a patch mends, and those an older export decides not."""
    counts = Counter(difference.register for difference in found.differences)
    listed = [f"{source.slug} {words.number(counts[source.slug])}" for source in found.sources]
    if not found.differences:
        return
    ready = sum(difference.patch is not None for difference in found.differences)
    older = sum(difference.newer is not None for difference in found.differences)
    patches = words.count(
        ready, ("correctif prêt", "correctifs prêts"), ("patch ready", "patches ready")
    )
    by_hand = words.count(
        len(found.differences) - ready - older,
        ("écart à trancher", "écarts à trancher"),
        ("difference", "differences"),
    )
    yield line(
        Span(words("Écarts par registre : ", "Differences by register: "), "muted"),
        ", ".join(listed),
    )
    yield line(
        f"{patches}{words(' ; ', '; ')}{by_hand} ", words("à la main.", "to settle by hand.")
    )
    if older:
        yield line(
            Span(
                words(
                    "L'export est plus ancien que ce que cite la fiche pour "
                    f"{words.count(older, ('écart', 'écarts'), ('', ''))} : rien n'en sera écrit.",
                    "The export is older than what the record cites for "
                    f"{words.count(older, ('', ''), ('difference', 'differences'))}: nothing of it will be written.",
                ),
                "warn",
            )
        )
