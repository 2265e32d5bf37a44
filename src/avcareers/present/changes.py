"""The page of what changed in the facts."""

from collections.abc import Iterator

from avcareers.query.changes import THEMES, ChangedFact, ChangedRecord, ChangeList, Theme
from avcareers.text.wording import Wording

from .changed import before_and_after, fact_name
from .labels import label
from .page import Column, Line, Next, Page, Role, Row, Span, line
from .tables import table_of

DRAWN = 20
"""Records that a screen shows, of all that changed."""
NAMED = 8
"""Records that are named, of those added."""
_THEMES: dict[Theme, tuple[str, str]] = {
    "pay": ("Paie", "Pay"),
    "recognition": ("Diplômes et reconnaissance", "Diplomas and recognition"),
    "cost": ("Frais", "Fees"),
    "ways-in": ("Comment on entre", "How one gets in"),
    "other": ("Le reste", "The rest"),
}
_COUNTED = {
    "world-changed": (("changé", "changés"), ("changed", "changed")),
    "caught-up": (("rattrapé", "rattrapés"), ("caught up", "caught up")),
    "corrected": (("corrigé", "corrigés"), ("corrected", "corrected")),
    "newly-known": (("désormais connu", "désormais connus"), ("newly known", "newly known")),
    "now-unknown": (("n'est plus connu", "ne sont plus connus"), ("no longer known", "no longer known")),
    "added": (("ajouté", "ajoutés"), ("added", "added")),
    "removed": (("retiré", "retirés"), ("removed", "removed")),
    "renamed": (("renommé", "renommés"), ("renamed", "renamed")),
    "read-again": (("relu, inchangé", "relus, inchangés"), ("read again, the same", "read again, the same")),
}  # fmt: skip
"""Kinds of change, as they stand after a number of facts."""
_RECORDS = {
    "profession": (("métier", "métiers"), ("job", "jobs")),
    "school": (("école", "écoles"), ("school", "schools")),
    "topic": (("sujet", "sujets"), ("topic", "topics")),
    "stage": (("étape", "étapes"), ("stage", "stages")),
    "department": (("département", "départements"), ("department", "departments")),
    "certification": (("certification", "certifications"), ("certification", "certifications")),
    "diploma": (("diplôme national", "diplômes nationaux"), ("national diploma", "national diplomas")),
    "agreement": (("convention", "conventions"), ("agreement", "agreements")),
    "minimum-wage": (("SMIC", "SMIC"), ("minimum wage", "minimum wages")),
    "rule": (("règle de coût", "règles de coût"), ("cost rule", "cost rules")),
    "earning": (("chiffre de revenu", "chiffres de revenu"), ("earnings figure", "earnings figures")),
}  # fmt: skip
_NEWS = ("profession", "school", "topic")
"""Kinds of record whose coming into the catalogue is news."""
_ROLES: dict[str, Role] = {
    "world-changed": "accent", "caught-up": "plain", "corrected": "warn", "newly-known": "good", "added": "good",
    "now-unknown": "unknown", "removed": "bad", "renamed": "plain", "read-again": "muted",
}  # fmt: skip


def changes_page(found: ChangeList, words: Wording, *, record: str = "") -> Page:
    """Present what changed since a release: of everything, or of the record of a key."""
    rows = tuple(_rows(found, words, one=bool(record)))
    title = words("Ce qui a changé dans les données", "What changed in the data")
    version = found.until.version if found.until else ""
    columns = (
        Column("slug", words("Clé", "Key"), 12, plain_only=True),
        Column("fact", words("Quoi", "What"), 16, ratio=4),
        Column("before", words("Avant", "Before"), 9, ratio=3),
        Column("after", words("Maintenant", "Now"), 9, ratio=3),
        Column("kind", words("Sens", "Meaning"), 9, ratio=2),
    )
    return Page(
        title=line(Span(title, "strong"), Span(f" – {version}" if version else "", "muted")),
        lead=tuple(_verdict(found, words)),
        table=table_of(words, columns, rows),
        empty=_nothing(found, words),
        instead=tuple(_instead(found, words, record)),
        footer=tuple(_footer(found, rows, words, one=bool(record))),
        next=tuple(_next(found, words, record)),
    )


def _since(found: ChangeList, words: Wording) -> str:
    return (
        words.since(found.since.day)
        if found.since
        else words("depuis le début", "since the beginning")
    )


def verdict(found: ChangeList, words: Wording) -> str:
    """Return what decides of what changed, in one sentence."""
    said: list[str] = []
    said += (_minimums(kind, number, words) for kind, number in _by_kind(found.amounts))
    added = found.whole.get("added", {})
    for record, number in _in_order(added):
        if record in _NEWS:
            feminine = "ajoutées" if number > 1 else "ajoutée"
            masculine = "ajoutés" if number > 1 else "ajouté"
            ending = words(feminine if record == "school" else masculine, "added")
            said.append(f"{_number(record, number, words)} {ending}")
    if others := sum(number for record, number in added.items() if record not in _NEWS):
        said.append(words.count(others, ("autre fiche ajoutée", "autres fiches ajoutées"),
                                ("other record added", "other records added")))  # fmt: skip
    several = sum(sum(kinds.values()) for kinds in found.facts.values())
    if several and not said:
        changed = ("fait a changé", "faits ont changé"), ("fact changed", "facts changed")
        if all(set(kinds) == {"caught-up"} for kinds in found.facts.values()):
            changed = ("fait rattrapé", "faits rattrapés"), ("fact caught up", "facts caught up")
        said.append(words.count(several, *changed))
    since = _since(found, words)
    return f"{since[0].upper()}{since[1:]}{words(' : ', ': ')}{words.list(said)}." if said else ""


def _minimums(kind: str, number: int, words: Wording) -> str:
    """Return how many minimums changed, the way they did."""
    (one, several), (en, _) = _COUNTED[kind]
    return words.count(number, (f"minimum {one}", f"minimums {several}"),
                       (f"minimum {en}", f"minimums {en}"))  # fmt: skip


def _verdict(found: ChangeList, words: Wording) -> Iterator[Line]:
    """Yield the verdict, then each theme with what happened in it."""
    if said := verdict(found, words):
        yield line(Span(said, "strong"))
    yield from _legend(found, words)
    for theme in THEMES:
        kinds = found.facts.get(theme, {})
        # Minimums say more than the scales that hold them.
        if kinds and not (theme == "pay" and found.amounts):
            (first, number), *rest = _by_kind(kinds)
            facts = words.count(number, ("fait", "faits"), ("fact", "facts"))
            _, _, what = words.count(number, *_COUNTED[first]).partition(" ")
            more = (words.count(number, *_COUNTED[kind]) for kind, number in rest)
            counts = ", ".join((f"{facts} {what}", *more))
            yield line(Span(words(*_THEMES[theme]), "muted"), words(" : ", ": "), f"{counts}.")
    for kind, fr, en in (("removed", "Retirés", "Removed"),
        ("renamed", "Renommés", "Renamed"), ("read-again", "Relus, inchangés", "Read again, the same")):  # fmt: skip
        if counts_of := found.whole.get(kind):
            counted = (_number(record, number, words) for record, number in _in_order(counts_of))
            yield line(Span(words(fr, en), "muted"), words(" : ", ": "), ", ".join(counted), ".")


def _legend(found: ChangeList, words: Wording) -> Iterator[Line]:
    """Yield what the kinds mean that might be taken for one another, before anything is read."""
    kinds = {fact.kind for each in found.records for fact in each.facts}
    told = {
        "world-changed": words("un texte ou une date d'après la version précédente.",
                               "a text or a date after the release before."),
        "caught-up": words("un texte ou une date plus récents que ceux que nous citions, mais d'avant la version "
                           "précédente : ce n'est pas une nouvelle.",
                           "a text or a date later than those we cited, but older than the release before: no news."),
        "corrected": words("nous avions tort, ou rien n'est daté.", "we had it wrong, or nothing bears a date."),
    }  # fmt: skip
    for kind in (kind for kind in told if kind in kinds):
        named = label(words, "change", kind)
        yield line(Span(words.quoted(f"{named[0].upper()}{named[1:]}"), _ROLES[kind]),
                   Span(f"{words(' : ', ': ')}{told[kind]}", "muted"))  # fmt: skip


def _in_order(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: [*_RECORDS].index(each[0]))


def _by_kind(kinds: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(kinds.items(), key=lambda each: [*_COUNTED].index(each[0]))


def _number(record: str, number: int, words: Wording) -> str:
    return words.count(number, *_RECORDS[record])


def record_name(changed: ChangedRecord, words: Wording) -> str:
    """Return what a record is called; its key when it is no longer there."""
    return words(changed.fr, changed.en) or changed.slug


def _rows(found: ChangeList, words: Wording, *, one: bool) -> Iterator[Row]:
    """Yield the changes of each record: on a screen, of the first records, those added apart."""
    drawn = 0
    for changed in found.records:
        added = changed.kind == "added" and not changed.facts
        shown = one or found.all or bool(found.kinds) or (drawn < DRAWN and not added)
        drawn += shown and not one
        for cells in _cells(found, changed, words):
            heading = f"{record_name(changed, words)} – {label(words, 'kind', changed.record)}"
            group = words.day(changed.day) if one else heading
            yield Row((line(changed.slug), *cells), group=group, plain_only=not shown)


def _cells(
    found: ChangeList, changed: ChangedRecord, words: Wording
) -> Iterator[tuple[Line, Line, Line, Line]]:
    name = record_name(changed, words)
    if changed.kind:
        olds = ", ".join(changed.formerly)
        yield line(name), line(olds), line(changed.slug if olds else ""), _kind(changed.kind, words)
    for fact in changed.facts:
        what = fact_name(changed.record, changed.slug, fact, found.names, words)
        before, after = before_and_after(changed.record, fact, found.names, words)
        yield line(what), line(before), line(_amounts(fact, after, words)), _kind(fact.kind, words)
    if changed.texts:
        texts = words("textes récrits : ", "texts written again: ") + ", ".join(changed.texts)
        yield line(Span(texts, "muted")), line(), line(), line()


def _amounts(fact: ChangedFact, after: str, words: Wording) -> str:
    if not fact.minimums or fact.field in {"floors", "pay"}:
        return after
    counted = words.count(len(fact.minimums), ("minimum", "minimums"), ("minimum", "minimums"))
    return f"{after} ({counted})"


def _kind(kind: str, words: Wording) -> Line:
    return line(Span(label(words, "change", kind), _ROLES[kind]))


def _nothing(found: ChangeList, words: Wording) -> str:
    if not found.until:
        return words("Ces données n'ont pas encore de version : rien à comparer.",
                     "These data have no release yet: there is nothing to compare.")  # fmt: skip
    since = found.asked or (found.since.day if found.since else "")
    day = words.since(since) if since.count("-") == 2 else since
    return words(f"Rien n'a changé {day}, dans ce qui est demandé.",
                 f"Nothing changed {day}, of what is asked.")  # fmt: skip


def _instead(found: ChangeList, words: Wording, record: str) -> Iterator[Line]:
    if found.until:
        day = words.day(found.until.day)
        yield line(words(f"La dernière version, {found.until.version}, est du {day}.",
                         f"The last release, {found.until.version}, is of {day}."))  # fmt: skip
        if found.asked or found.kinds:
            command = words.command("changes", *((record,) if record else ()))
            yield line(words("Tout : ", "All: "), Span(command, "command"))


def _footer(
    found: ChangeList, rows: tuple[Row, ...], words: Wording, *, one: bool
) -> Iterator[Line]:
    if found.asked and found.first_day and _day_before(found.asked, found.first_day):
        yield line(words(f"L'histoire des données commence le {words.day(found.first_day)}.",
                         f"The history of the data begins on {words.day(found.first_day)}."))  # fmt: skip
    added = [each for each in found.records if each.kind == "added"]
    if added and not one and not found.all and not found.kinds:
        for kind in _NEWS:
            names = [record_name(each, words) for each in added if each.record == kind]
            if names:
                more = words.and_others(len(names) - NAMED)
                first = ", ".join(names[:NAMED])
                title = words("Ajoutés", "Added")
                counted = _number(kind, len(names), words)
                yield line(Span(f"{title}, {counted}", "muted"), words(" : ", ": "), first + more)
    hidden = len({row.cells[0] for row in rows if row.plain_only})
    if hidden:
        yield line(words(f"{words.number(hidden)} fiches de plus : ", f"{words.number(hidden)} more records: "),
                   Span(words.command("changes", "--all"), "command"))  # fmt: skip
    if found.amounts:
        yield line(Span(words("Minimum conventionnel brut, pas un revenu.",
                              "Gross minimum of an agreement, not an income."), "muted"))  # fmt: skip


def _day_before(asked: str, first: str) -> bool:
    return asked.count("-") == 2 and asked < first


def _next(found: ChangeList, words: Wording, record: str) -> Iterator[Next]:
    if not record and (first := next((r for r in found.records if r.record == "school"), None)):
        yield Next(words.command("changes", first.slug),
                   words("ce qui a changé pour une école", "what changed for one school"))  # fmt: skip
    yield Next(
        words.command("changes", "--coming"), words("ce qui prend fin bientôt", "what ends soon")
    )
