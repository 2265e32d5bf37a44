"""Who answers for a school and its diplomas, in full: each entry with its end and who says it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from avcareers.text.capitals import in_small_letters
from avcareers.text.folding import fold
from avcareers.text.wording import Wording

from .answers import end_phrase
from .citations import general_rule
from .facts import listing_phrase, registration_phrase
from .labels import label
from .naming import counted
from .page import Item, Line, Section, Span, line, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from avcareers.model.certification import Certification
    from avcareers.query.awarded import Registration
    from avcareers.query.recognition import AnyWeighed
    from avcareers.query.school import SchoolSheet

CERTIFIERS_NAMED = 3
"""Certifiers a line names before it counts the others."""


def recognition_section(sheet: "SchoolSheet", words: Wording, *, full: bool) -> Section:
    """Return what is recognised of the school and of its diplomas.

    In full, these are the eight things that “recognised” mixes up, the missing ones too. In short,
    what the verdict says is not said again, and what is not known is one line.
    """
    items = tuple(_in_full(sheet, words) if full else _known(sheet, words))
    return Section("recognition", words("Qui en répond", "Who stands behind it"), items)


def cited(source: str, sheet: "SchoolSheet", words: Wording) -> Span:
    """Return who says a fact, and when it was read."""
    card = sheet.cited[source]
    read = f"{words('lu le', 'read on')} {words.day(card.read_on)}"
    return Span(f" [{card.publisher}, {read}{general_rule(card, words)}]", "muted")


def certifiers_phrase(names: "Iterable[str]", sheet: "SchoolSheet", words: Wording) -> str:
    """Return who delivers a certification: the school by its own name, others as one writes them."""
    school = sheet.school
    known = {fold(name): name
             for name in (*school.other_names, school.name, school.legal_name) if name}  # fmt: skip
    written = dict.fromkeys(known.get(fold(name)) or in_small_letters(name) for name in names)
    # A ministry is why a family asks: it leads, and is never among those counted.
    ministries = [name for name in written if fold(name).startswith("ministere")]
    own = {word for word in fold(school.name).split() if len(word) > 3}
    # Then those that share most words of the school's name: it is looked for among them.
    others = sorted((name for name in written if name not in ministries),
                    key=lambda name: -len(own.intersection(fold(name).split())))  # fmt: skip
    most = CERTIFIERS_NAMED + (len(written) == CERTIFIERS_NAMED + 1)
    kept = [*ministries, *others[: max(most - len(ministries), 0)]]
    return ", ".join(kept) + words.and_others(len(written) - len(kept))


def _by_kind(sheet: "SchoolSheet") -> "dict[str, list[AnyWeighed]]":
    kinds: dict[str, list[AnyWeighed]] = defaultdict(list)
    every: list[AnyWeighed] = [*sheet.recognition, *sheet.of_diplomas]
    for weighed in every:
        kinds[weighed.entry.kind].append(weighed)
    return kinds


_GRANTS = ("visa", "grade-licence", "grade-master")
_BESIDES = ("profession", "accreditation", "soutien")
"""Kinds that count for nothing, said when there are some."""


def _known(sheet: "SchoolSheet", words: Wording) -> Iterator[Item]:
    """Yield what is known, each entry under its kind, then what is not."""
    kinds = _by_kind(sheet)
    for kind in ("tutelle", "contrat", "diplome-national", *_GRANTS):
        yield from _entries(_kind_title(kind, words), kinds[kind], sheet, words)
    yield from _registered_alike(sheet, words)
    yield from _possibly(words("Certification possible", "Possible certification"), sheet, words)
    for kind in ("qualiopi", *_BESIDES):
        yield from _entries(_kind_title(kind, words), kinds[kind], sheet, words)
    missing = [
        said + _verify(topic, sheet, words)
        for found, said, topic in (
            ((*kinds["tutelle"], *kinds["contrat"]),
             words("tutelle ou contrat", "supervision or contract"), None),
            (_certified(sheet) or kinds["rncp"] or _possible(sheet), words("inscription au RNCP", "RNCP registration"), "rncp"),
            ([w for kind in _GRANTS for w in kinds[kind]],
             words("visa ou grade", "visa or degree"), "visa-et-grade"),
            (kinds["qualiopi"], "Qualiopi", "qualiopi"),
        )
        if not found
    ]  # fmt: skip
    if missing:
        unknown = words(f"{words.unknown.capitalize()} : ", f"{words.unknown.capitalize()}: ")
        yield Item(line(Span(unknown + words(" ; ", "; ").join(missing), "unknown")))


def _kind_title(kind: str, words: Wording) -> str:
    said = label(words, "recognition", kind)
    return said[0].upper() + said[1:]


def _in_full(sheet: "SchoolSheet", words: Wording) -> Iterator[Item]:
    kinds = _by_kind(sheet)
    over = [*kinds["tutelle"], *kinds["contrat"]]
    yield from _or_unknown(words("1 Tutelle ou contrat", "1 Supervision or contract"), over, sheet,
                           words)  # fmt: skip
    yield from _in_force(sheet, words)
    named = counted(label(words, "award", each.award) for each in sheet.school.programmes)
    yield _titled(words("3 Nature des diplômes", "3 Nature of the diplomas"), _or(named, words),
                  words=words)  # fmt: skip
    certifiers = [name for each in _certified(sheet) for name in each.certification.certifiers]
    said = certifiers_phrase(certifiers, sheet, words)
    yield _titled(words("4 Qui délivre", "4 Who awards them"), _or(said, words),
                  Span(" [RNCP]" if said else "", "muted"), words=words)  # fmt: skip
    levels = sorted({p.level for p in sheet.school.programmes if p.level})
    yield _titled(
        words("5 Niveau", "5 Level"), _or(", ".join(map(str, levels)), words), words=words
    )
    title = words("6 Certification", "6 Certification")
    if not _certified(sheet) and not _possible(sheet):
        yield from _or_unknown(title, kinds["rncp"], sheet, words, "rncp")
    else:
        yield from _registrations(title, sheet, words)
        yield from _possibly(title, sheet, words)
        yield from _entries(title, kinds["rncp"], sheet, words)
    grants = [weighed for kind in _GRANTS for weighed in kinds[kind]]
    yield from _or_unknown(words("7 Visa ou grade", "7 Visa or degree"), grants, sheet, words,
                           "visa-et-grade")  # fmt: skip
    yield from _or_unknown("8 Qualiopi", kinds["qualiopi"], sheet, words, "qualiopi")
    for kind in _BESIDES:
        yield from _entries(_kind_title(kind, words), kinds[kind], sheet, words)


def _titled(title: str, *parts: "str | Span | Line", words: Wording) -> Item:
    return Item(line(Span(title + words(" : ", ": "), "muted"), *parts))


def _or(said: str, words: Wording) -> Span:
    return Span(said) if said else Span(words.unknown, "unknown")


def _or_unknown(
    title: str,
    found: "list[AnyWeighed]",
    sheet: "SchoolSheet",
    words: Wording,
    topic: str | None = None,
) -> Iterator[Item]:
    if not found:
        where = Span(_verify(topic, sheet, words), "muted")
        yield _titled(title, Span(words.unknown, "unknown"), where, words=words)
    yield from _entries(title, found, sheet, words)


def _entries(
    title: str, found: "list[AnyWeighed]", sheet: "SchoolSheet", words: Wording
) -> Iterator[Item]:
    for weighed in found:
        entry = weighed.entry
        who = "" if entry.kind == "rncp" else f"{label(words, 'authority', entry.authority)} – "
        yield _titled(title, who, words.of(entry.detail), end_phrase(weighed, words),
                      cited(entry.source, sheet, words), words=words)  # fmt: skip


def _verify(topic: str | None, sheet: "SchoolSheet", words: Wording) -> str:
    """Return where something missing is verified."""
    # On the first page of a site, nothing of a school is found.
    places = [each for each in sheet.checked_at.get(topic or "", ())
              if urlsplit(each.url).path.strip("/")]  # fmt: skip
    if not places:
        return ""
    return words(f" – vérifier : {places[0].url}", f" – check at: {places[0].url}")


def _in_force(sheet: "SchoolSheet", words: Wording) -> Iterator[Item]:
    title = words("2 En cours", "2 In force")
    kinds = _by_kind(sheet)
    found = [weighed.entry for some in kinds.values() for weighed in some
             if weighed.standing == "in-force"]  # fmt: skip
    if not found:
        yield _titled(title, Span(words("rien", "nothing"), "warn"), words=words)
        return
    names = dict.fromkeys(
        f"{label(words, 'recognition', e.kind)} ({label(words, 'authority', e.authority)}"
        + (words(f", jusqu'au {words.part_day(e.until)}", f", until {words.part_day(e.until)}")
           if e.until else "") + ")"
        for e in found
    )  # fmt: skip
    yield _titled(title, Span(", ".join(names), "good"), words=words)
    for weighed in kinds["diplome-national"]:
        entry = weighed.entry
        yield Item(line("  ", words.of(entry.detail), cited(entry.source, sheet, words)))


def _possible(sheet: "SchoolSheet") -> "list[Registration]":
    """Return the titles of the register that may be its diplomas, though no page read says so."""
    return [each for one in sheet.diplomas for each in one.possible]


def seen_in(title: "Certification") -> str:
    """Return where the end of a title was read, or else that it was registered on a day."""
    return title.sources[0] if title.expires or not title.listed else title.listed.source


def _possibly(title: str, sheet: "SchoolSheet", words: Wording) -> Iterator[Item]:
    for each in _possible(sheet):
        url = each.certification.url
        unlinked = words(f" – aucune page lue ne dit que la formation y mène ; vérifier : {url}",
                         f" – no page read says that the programme leads to it; check at: {url}")  # fmt: skip
        yield _titled(title, registration_line(each, words), _certified_by(each, sheet, words),
                      Span(unlinked, "warn"), cited(seen_in(each.certification), sheet, words),
                      words=words)  # fmt: skip


def _certified(sheet: "SchoolSheet") -> "list[Registration]":
    """Return the registrations of its programmes, each once."""
    named = dict.fromkeys(
        p.record.certification for p in sheet.programmes if p.record.certification
    )
    return [sheet.registration(slug) for slug in named]


def _registrations(title: str, sheet: "SchoolSheet", words: Wording) -> Iterator[Item]:
    """Yield the registrations of its programmes, with who certifies them, and their successors."""
    for registration in _certified(sheet):
        by = _certified_by(registration, sheet, words)
        yield _titled(title, registration_line(registration, words), by, words=words)
        if registration.standing == "expired":
            for after in registration.certification.replaced_by:
                successor = registration_line(sheet.registration(after), words)
                yield Item(
                    line(Span(words("  remplacée par ", "  replaced by "), "muted"), successor)
                )


def _registered_alike(sheet: "SchoolSheet", words: Wording) -> Iterator[Item]:
    """Yield the registrations: on one line those that end on one day, under the same certifiers."""
    alike: dict[tuple[str, str], list[Registration]] = {}
    for each in _certified(sheet):
        ends = text_of(_end_line(each, words)), _certified_by(each, sheet, words).text
        alike.setdefault(ends, []).append(each)
    for (_, by), same in alike.items():
        names = ", ".join(_numbered(each, words) for each in same)
        after = dict.fromkeys(
            sheet.registration(slug).certification.number
            for each in same if each.standing == "expired"
            for slug in each.certification.replaced_by
        )  # fmt: skip
        next_numbers = ", ".join(map(str, after))
        followed = words(
            f" ; remplacée par RNCP {next_numbers}", f"; replaced by RNCP {next_numbers}"
        )
        yield _titled(words("Certification", "Certification"), f"RNCP {names}",
                      *_end_line(same[0], words), followed if after else "", Span(by, "muted"),
                      words=words)  # fmt: skip


def _certified_by(registration: "Registration", sheet: "SchoolSheet", words: Wording) -> Span:
    who = certifiers_phrase(registration.certification.certifiers, sheet, words)
    return Span(words(f" – certificateur : {who}", f" – awarded by: {who}") if who else "", "muted")


def _numbered(registration: "Registration", words: Wording) -> str:
    certification = registration.certification
    if not certification.title:
        return str(certification.number)
    inferred = words(" (intitulé reconstitué)", " (title inferred)")
    title = words.quoted(certification.title)
    return f"{certification.number} {title}{inferred if certification.title_inferred else ''}"


def registration_line(registration: "Registration", words: Wording) -> Line:
    """Return a certification: its number, title, end, and what the register says of it."""
    return line(f"RNCP {_numbered(registration, words)}", *_end_line(registration, words))


def _end_line(registration: "Registration", words: Wording) -> Line:
    certification, standing = registration
    until = registration_phrase(certification.expires, standing, words)
    said = Span(f", {until}", "good" if standing == "in-force" else "warn")
    if standing == "in-force" or not certification.listed:
        return line(said)
    return line(said, Span(f" ({listing_phrase(certification.listed, words)})", "muted"))
