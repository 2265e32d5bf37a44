"""What changed in the facts, from one release of the data to the next."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Annotated, Any, Literal, NamedTuple

from avcareers.model.answer import Unpublished
from avcareers.model.vocabulary import ChangeKind, FollowedKind
from avcareers.store.catalogue import Catalogue

from .changed_minimums import Amounts, Minimum, happened
from .changed_names import REFERS, Names, names_of
from .still_so import still_so

Theme = Literal["pay", "recognition", "cost", "ways-in", "other"]
"""What a change is about, what decides first before the rest."""
THEMES: tuple[Theme, ...] = ("pay", "recognition", "cost", "ways-in", "other")

_ORDER: tuple[FollowedKind, ...] = (
    "agreement", "school", "profession", "topic", "certification", "diploma", "minimum-wage", "rule",
    "earning", "stage", "department",
)  # fmt: skip
"""Kinds of record, those asked about most often first."""

_PAY, _RECOGNITION, _COST = (
    frozenset({"agreement", "minimum-wage", "earning", "profession.pay"}),
    frozenset(
        {"certification", "diploma", "school.kind", "school.recognition",
         "school.programmes.recognition", "school.programmes.award", "school.programmes.diploma",
         "school.programmes.certification", "school.programmes.level"}
    ),
    frozenset({"rule", "school.programmes.fees"}),
)  # fmt: skip
_WAYS_IN = frozenset(
    {"school.programmes", "school.programmes.entry_level", "school.programmes.admission",
     "school.programmes.selectivity", "school.programmes.places", "school.programmes.alternance",
     "school.programmes.routes", "school.programmes.years", "profession.certificates"}
)  # fmt: skip


class ChangedFact(NamedTuple):
    """How one fact of a record differs from what the release before said."""

    fact: str
    """Path of the fact in the record: `programmes.montage.fees`."""
    field: str
    """Field it leads to, without the keys on the way: `programmes.fees`."""
    theme: Theme
    """What it is about."""
    kind: ChangeKind
    """What happened."""
    before: str | float | bool | None
    """What the release before said, of a fact that is one value; absent when it said nothing."""
    after: str | float | bool | None
    """What this one says; absent when it says nothing."""
    lost: tuple[str, ...]
    """What is no longer among the values of a fact that has several."""
    gained: tuple[str, ...]
    """What is newly among them."""
    minimums: tuple[Minimum, ...]
    """Minimums that it changes; none of what is not minimum pay, and when they are not known."""


class ChangedRecord(NamedTuple):
    """What changed in one record, in one release."""

    record: FollowedKind
    """Kind of record."""
    slug: str
    """Its key, or the one it had when it was removed."""
    fr: str
    """What it is called, in French."""
    en: str
    """What it is called, in English."""
    version: str
    """Release that says so: `2026.11.2`."""
    day: str
    """Day of that release (ISO)."""
    theme: Theme
    """What decides first of what changed in it."""
    kind: ChangeKind | None
    """What happened to it as a whole: added, removed, renamed, read again; absent otherwise."""
    formerly: tuple[str, ...]
    """Keys it had before, when it was renamed or took others in."""
    facts: tuple[ChangedFact, ...]
    """Facts that changed, what decides first before the rest."""
    texts: tuple[str, ...]
    """Fields whose texts, which are ours, were written again; only when all is asked for."""


class ReleaseRow(NamedTuple):
    """A release of the data."""

    version: str
    """Its version."""
    day: str
    """Day it was made (ISO)."""


class ChangeList(NamedTuple):
    """What changed since a release."""

    since: ReleaseRow | None
    """The release it is counted from; absent before the first."""
    until: ReleaseRow | None
    """The last release."""
    first_day: str | None
    """Day of the first release: earlier ones are not known."""
    asked: str | None
    """Day or version asked for, if one is."""
    kinds: tuple[str, ...]
    """Kinds of change asked for; all when none is."""
    amounts: dict[str, int]
    """Minimums that changed or are new, by what happened."""
    facts: dict[str, dict[str, int]]
    """Facts that changed, by what they are about, then by what happened."""
    whole: dict[str, dict[str, int]]
    """Records that changed as a whole, by what happened, then by kind of record."""
    records: tuple[ChangedRecord, ...]
    """What changed, record by record, what decides first before the rest, the newest first."""
    names: Annotated[Names, Unpublished]
    """What the records that facts name are called in both languages, by kind and key."""
    all: Annotated[bool, Unpublished]
    """Whether texts were asked for."""


def releases(catalogue: Catalogue) -> tuple[ReleaseRow, ...]:
    """Return the releases of the data, the first first."""
    cards = catalogue.cards("release").values()
    return tuple(ReleaseRow(card.slug.replace("-", "."), card.day) for card in cards)


def list_changes(
    catalogue: Catalogue,
    *,
    since: str | None = None,
    kinds: tuple[str, ...] = (),
    record: tuple[str, str] | None = None,
    whole: bool = False,
) -> ChangeList:
    """Return what changed since a day or a version: of everything, or of one record by kind and key.

    By default, what the last release changed; of one record, all that is known. `whole` adds the texts
    that are ours.
    """
    made = releases(catalogue)
    start = _start(made, since, whole=record is not None)
    found = tuple(
        changed
        for release in catalogue.documents("release")
        if release.slug.replace("-", ".") in {each.version for each in made[start:]}
        for changed in _of_release(catalogue, release, record, kinds, whole=whole)
    )
    names = _names(catalogue, found)
    found = tuple(
        sorted(
            (_called(each, names) for each in found),
            key=lambda each: (
                THEMES.index(each.theme),
                bool(each.facts) and all(fact.kind == "caught-up" for fact in each.facts),
                each.kind == "added" and not each.facts,
                _newest_first(each.version),
                _ORDER.index(each.record),
                each.slug,
            ),
        )
    )
    return ChangeList(
        since=made[start - 1] if start else None,
        until=made[-1] if made else None,
        first_day=made[0].day if made else None,
        asked=since,
        kinds=kinds,
        amounts=_amounts(found),
        facts=_counted((f.theme, f.kind) for changed in found for f in changed.facts),
        whole=_counted((each.kind, each.record) for each in found if each.kind),
        records=found,
        names=names,
        all=whole,
    )


def _amounts(found: Iterable[ChangedRecord]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for changed in found:
        for fact in changed.facts:
            counts[fact.kind] += len(fact.minimums)
    return {kind: number for kind, number in sorted(counts.items()) if number}


def _called(changed: ChangedRecord, names: Names) -> ChangedRecord:
    fr, en = names.get((changed.record, changed.slug), ("", ""))
    return changed._replace(fr=fr, en=en)


def _names(catalogue: Catalogue, found: Iterable[ChangedRecord]) -> Names:
    """Return what is called what: the records that changed, and those that their facts name."""
    asked: set[tuple[str, str]] = set()
    for changed in found:
        asked.add((changed.record, changed.slug))
        for fact in changed.facts:
            steps = fact.fact.split(".")
            if steps[0] == "programmes":
                asked.add(("programme", f"{changed.slug}/{steps[1]}"))
            elif steps[0] in {"series", "floors"}:
                asked.add(("grid", changed.slug))
            if kind := REFERS.get(steps[-1]):
                values = (*fact.lost, *fact.gained, fact.before, fact.after)
                asked.update((kind, value) for value in values if isinstance(value, str))
    return names_of(catalogue, asked)


def _start(made: tuple[ReleaseRow, ...], since: str | None, *, whole: bool) -> int:
    """Return the place of the first release that is told: the first is what all are counted from."""
    if since is None:
        return 1 if whole else max(len(made) - 1, 1)
    versions = tuple(release.version for release in made)
    if since in versions:
        return versions.index(since) + 1
    return max(sum(release.day <= since for release in made), 1)


def _newest_first(version: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in version.split("."))


def _counted(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for (outer, inner), number in sorted(Counter(pairs).items()):
        counts.setdefault(outer, {})[inner] = number
    return counts


def _of_release(
    catalogue: Catalogue,
    release: Any,
    record: tuple[str, str] | None,
    kinds: Collection[str],
    *,
    whole: bool,
) -> Iterator[ChangedRecord]:
    """Yield what a release says changed, of the kinds asked for: of all records or of one."""
    amounts = Amounts(catalogue)
    version = release.slug.replace("-", ".")
    last = version == releases(catalogue)[-1].version
    paid: tuple[ChangedFact, ...] = ()
    if record and record[0] == "profession":
        paid = tuple(_paid(catalogue, release, record[1], amounts))
    changes = [each for each in release.records if not record or (each.record, each.slug) == record]
    if record and paid and not changes:
        changes = [_Unchanged(*record)]
    for change in changes:
        said = still_so(catalogue, change) if last else change.facts
        every = (*(f for each in said for f in _facts(change.record, each, amounts)), *paid)
        facts = tuple(fact for fact in every if not kinds or fact.kind in kinds)
        facts = in_order(facts)
        kind = change.kind if not kinds or change.kind in kinds else None
        texts = change.texts if whole and not kinds else ()
        if kind or facts or texts:
            yield ChangedRecord(
                record=change.record,
                slug=change.slug,
                fr="",
                en="",
                version=version,
                day=release.day,
                theme=facts[0].theme if facts else _theme(change.record, ""),
                kind=kind,
                formerly=change.formerly,
                facts=facts,
                texts=texts,
            )


def in_order(facts: Iterable[ChangedFact]) -> tuple[ChangedFact, ...]:
    """Return facts, what decides first before the rest."""
    return tuple(sorted(facts, key=lambda fact: (THEMES.index(fact.theme), fact.fact)))


def _fact(record: str, fact: Any, amounts: Amounts) -> ChangedFact:
    field = field_of(fact.fact)
    return ChangedFact(
        fact.fact,
        field,
        _theme(record, field),
        fact.kind,
        fact.before,
        fact.after,
        fact.lost,
        fact.gained,
        amounts.changed(fact) if record == "agreement" else (),
    )


def _facts(record: str, fact: Any, amounts: Amounts) -> Iterator[ChangedFact]:
    """Yield a change, that of a scale once for each thing that happened to its minimums."""
    whole = _fact(record, fact, amounts)
    apart: dict[ChangeKind, list[Minimum]] = {}
    for each in whole.minimums if whole.field == "floors" else ():
        apart.setdefault(happened(each, whole.kind), []).append(each)
    for kind, minimums in apart.items():
        functions = {each.function for each in minimums}
        lost, gained = (
            tuple(each for each in said if each.rpartition("=")[0] in functions)
            for said in (whole.lost, whole.gained)
        )
        yield whole._replace(kind=kind, minimums=tuple(minimums), lost=lost, gained=gained)
    if not apart:
        yield whole


def field_of(fact: str) -> str:
    """Return the field that a path leads to, without the keys on the way: `programmes.fees`."""
    head, *rest = fact.split(".")
    return ".".join((head, *rest[1:2])) if head == "programmes" else head


def _theme(record: str, field: str) -> Theme:
    own = {record, f"{record}.{field}"}
    for theme, known in zip(THEMES, (_PAY, _RECOGNITION, _COST, _WAYS_IN), strict=False):
        if own & known:
            return theme
    return "other"


class _Unchanged(NamedTuple):
    """A record whose own facts did not change in a release."""

    record: str
    slug: str
    kind: None = None
    formerly: tuple[str, ...] = ()
    facts: tuple[Any, ...] = ()
    texts: tuple[str, ...] = ()


def _paid(catalogue: Catalogue, release: Any, slug: str, amounts: Amounts) -> Iterator[ChangedFact]:
    """Yield the minimums of a job's functions that a release changed, told with their agreements."""
    job = catalogue.document("profession", slug)
    functions = {(f"idcc-{each.idcc}", each.function): each.idcc for each in job.pay_functions}
    for change in release.records:
        for fact in change.facts if change.record == "agreement" else ():
            for each in amounts.changed(fact):
                if idcc := functions.get((change.slug, each.function)):
                    yield paid_fact(idcc, fact.kind, each)


def paid_fact(idcc: str, kind: ChangeKind, minimum: Minimum) -> ChangedFact:
    """Return what a job is told of a minimum that a change of its agreement, of a kind, changed."""
    path = f"pay.{idcc}.{minimum.basis}.{minimum.function}"
    kind = happened(minimum, kind)
    return ChangedFact(path, "pay", "pay", kind, minimum.before, minimum.after, (), (), (minimum,))
