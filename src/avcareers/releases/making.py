"""The next release of the data: what it would say, and the files that it writes."""

from collections.abc import Iterable, Iterator
from typing import Annotated, NamedTuple

from avcareers.model.answer import Unpublished
from avcareers.model.content import Content
from avcareers.model.release import FactChange, RecordChange, Release
from avcareers.model.vocabulary import ChangeKind
from avcareers.store.data_files import DATA_FILES, RELEASED, Snapshot
from avcareers.store.formatting import written
from avcareers.store.writing import differing, write_texts

from .comparison import by_meaning, changes
from .published import Edition, edition_of, read_edition, write_edition

EXAMPLES = 3
"""Changes shown of those that are judged together."""
_FILE = next(file for file in DATA_FILES if file.kind == "release")


class Example(NamedTuple):
    """One change of a fact."""

    slug: str
    """Key of the record."""
    fact: str
    """Path of the fact in it."""
    before: str | float | bool | None
    """What the release before said."""
    after: str | float | bool | None
    """What this one says."""
    lost: tuple[str, ...]
    """What is no longer among the values of a fact that has several."""
    gained: tuple[str, ...]
    """What is newly among them."""


class Alike(NamedTuple):
    """Changes of one field and one kind, which are judged together."""

    record: str
    """Kind of the records."""
    field: str
    """Field that changed: `programmes.fees`."""
    kind: ChangeKind
    """What the changes are proposed to mean."""
    number: int
    """How many there are."""
    examples: tuple[Example, ...]
    """The first of them."""


class Draft(NamedTuple):
    """A release that is not written yet."""

    version: str
    """Version it would have: `2026.11.2`."""
    day: str
    """Day it would be made (ISO)."""
    since: str | None
    """Version it is compared with; none for the first."""
    records: dict[str, int]
    """Records, by what happened to them as a whole: added, removed, renamed, read again, changed."""
    alike: tuple[Alike, ...]
    """The facts that changed, those that are judged together as one."""
    edition: Annotated[Edition, Unpublished]
    """What the data say."""
    changes: Annotated[tuple[RecordChange, ...], Unpublished]
    """What changed, record by record."""


def draft(snapshot: Snapshot, content: Content, day: str) -> Draft:
    """Return the release that data would make on a day, each change with the kind proposed.

    Raise DataError when what the last release said can't be read.
    """
    before = read_edition(snapshot.folder)
    version = next_version((release.slug for release in content.changes), day)
    now = edition_of(content, version, day)
    return release_of(
        now, before.version if before else None, changes(before, now) if before else ()
    )


def judged(made: Draft, kinds: dict[tuple[str, str, str], ChangeKind]) -> Draft:
    """Return a draft whose changes have the kinds given, by record, field and the kind proposed."""
    new = {
        id(fact): kinds.get(key)
        for key, group in by_meaning(made.changes).items()
        for _, fact in group
    }
    told = tuple(
        record.model_copy(update={"facts": tuple(_told(fact, new[id(fact)]) for fact in record.facts)})
        for record in made.changes
    )  # fmt: skip
    return release_of(made.edition, made.since, told)


def _told(fact: FactChange, kind: ChangeKind | None) -> FactChange:
    return FactChange.model_validate({**fact.model_dump(), "kind": kind}) if kind else fact


def release_of(now: Edition, since: str | None, found: tuple[RecordChange, ...]) -> Draft:
    """Return what an edition, compared with the release before, would be released as."""
    counts: dict[str, int] = {}
    for change in found:
        counts[change.kind or "changed"] = counts.get(change.kind or "changed", 0) + 1
    alike = tuple(
        Alike(
            record,
            field,
            group[0][1].kind,
            len(group),
            tuple(
                Example(of.slug, fact.fact, fact.before, fact.after, fact.lost, fact.gained)
                for of, fact in group[:EXAMPLES]
            ),
        )
        for (record, field, _), group in by_meaning(found).items()
    )
    return Draft(now.version, now.day, since, counts, alike, now, found)


def next_version(slugs: Iterable[str], day: str) -> str:
    """Return the version after those released, in the month of a day: `2026.11.2`."""
    month = day[:7].replace("-", ".")
    numbers = [int(slug.rpartition("-")[2]) for slug in slugs if slug[:7] == day[:7]]
    return f"{month}.{max(numbers, default=0) + 1}"


def write_release(snapshot: Snapshot, content: Content, made: Draft) -> tuple[str, ...]:
    """Write the files of a release, and return their paths in the data folder."""
    slug = made.version.replace(".", "-")
    release = Release(slug=slug, day=made.day, records=made.changes)
    sheet = f"{_FILE.name}/{slug}.yaml"
    known = snapshot._replace(contents={**snapshot.contents, sheet: b""})
    texts = written(_FILE, (*content.changes, release), known)
    texts = {path: texts[path] for path in differing(snapshot.folder, texts)}
    write_texts(snapshot.folder, texts)
    # Last: until it stands, the release is not made, and the check says so.
    write_edition(snapshot.folder, made.edition)
    return *texts, RELEASED


def lost_keys(edition: Edition, content: Content) -> Iterator[tuple[str, str]]:
    """Yield the kind and the key of what a release published and that nothing answers to any more.

    Older keys were published too. A programme is `SCHOOL/PROGRAMME`: of a school that goes by another
    key, any is answered by the school.
    """
    kept: dict[tuple[str, str], str] = {}
    for kind, record in content.all_records():
        for slug in (record.slug, *getattr(record, "formerly", ())):
            kept[kind, slug] = record.slug
    programmes = {
        (school.slug, slug)
        for school in content.schools
        for programme in school.programmes
        for slug in (programme.slug, *programme.formerly)
    }
    for (kind, slug), said in edition.records.items():
        own = [old for old in said.formerly if "/" not in old]
        yield from ((kind, key) for key in (slug, *own) if (kind, key) not in kept)
        if kept.get((kind, slug)) != slug:
            continue
        taught = [at.split(".")[1] for at in said.facts if at.startswith("programmes.")]
        taught += (old.partition("/")[0] for old in said.formerly if "/" in old)
        for key in dict.fromkeys(taught):
            if (slug, key) not in programmes:
                yield kind, f"{slug}/{key}"
