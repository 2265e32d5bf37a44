"""Rules on the releases of the data."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from avcareers.model.content import Content
from avcareers.model.errors import Problem
from avcareers.model.release import Release
from avcareers.releases.making import lost_keys
from avcareers.releases.published import read_edition
from avcareers.store.data_files import FILE_OF, RELEASED

from .finding import Finding


def releases_follow_one_another(content: Content) -> Iterator[Finding]:
    """Releases stand in the order of their days and versions, and a version says its month."""
    for before, after in pairwise(content.changes):
        if after.day < before.day or _order(after) <= _order(before):
            yield _finding(after, ("day",), "must come after the one above", "put the newest last")
    for release in content.changes:
        if release.slug[:7] != release.day[:7]:
            yield _finding(release, ("day",), f"must lie in {release.slug[:7]}", "correct the day")


def changes_are_of_records(content: Content) -> Iterator[Finding]:
    """What changed in the last release is there, or is said to be removed; nothing is said twice."""
    known = {(kind, record.slug) for kind, record in content.all_records()}
    for release in content.changes[-1:]:
        seen = set()
        for index, change in enumerate(release.records):
            key = (change.record, change.slug)
            path = ("records", index, "slug")
            if (key in known) == (change.kind == "removed"):
                mend = "correct the key, or its kind: removed"
                yield _finding(release, path, f"must be a {change.record} that is there", mend)
            if key in seen:
                yield _finding(release, path, "must be said once", "join the two")
            seen.add(key)


def _order(release: Release) -> tuple[int, ...]:
    return tuple(map(int, release.slug.split("-")))


def _finding(release: Release, path: tuple[str | int, ...], must: str, mend: str) -> Finding:
    value: object = release
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
    return Finding("release", release.slug, path, "releases", must, str(value), mend)


def published_keys_stay(folder: Path, content: Content) -> Iterator[Problem]:
    """Yield each key that the last release published and that nothing answers to any more.

    Raise DataError when what the last release said can't be read.
    """
    edition = read_edition(folder)
    if edition is None:
        return
    last = content.changes[-1].slug.replace("-", ".") if content.changes else ""
    if edition.version != last:
        message = f"must be of the last release ({last or 'none'}), found {edition.version}"
        yield Problem(RELEASED, 0, 0, "", f"{message}: take it back from its commit")
    for kind, slug in lost_keys(edition, content):
        message = (
            f"must still answer, it was published in {edition.version}: put it back, or name it in "
            "`formerly` of what replaces it [published-keys]"
        )
        yield Problem(FILE_OF[kind], 0, 0, slug, message)
