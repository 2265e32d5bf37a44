"""From what the registers say otherwise to the data files that say it too, with their source."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from avcareers.model.base import Record
from avcareers.model.content import Content
from avcareers.model.errors import DataError, Problem
from avcareers.model.source import Source
from avcareers.store.data_files import DATA_FILES, Snapshot
from avcareers.store.formatting import refuse_lost_comments, written
from avcareers.store.validation import load
from avcareers.store.writing import differing, write_texts
from avcareers.text.constraints import must

from .comparison import Difference, RegisterAudit

_ENTRY_DEPTH = 4
"""Steps down to an entry of a programme's list: programmes, which, selectivity, which."""

R = TypeVar("R", bound=Record)


def patch_yaml(difference: Difference) -> str:
    """Return a patch as one line of YAML to put in the record, or nothing when there is none."""
    if difference.patch is None:
        return ""
    name = next(step for step in reversed(difference.path) if isinstance(step, str))
    text = yaml.safe_dump(
        {name: difference.patch},
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
    )
    return text.strip().removeprefix("{").removesuffix("}")


def patched_texts(snapshot: Snapshot, content: Content, audit: RegisterAudit) -> dict[str, str]:
    """Return the new text of each data file that the patches change, the sources first, by path.

    A patched record cites the export, and the catalogue is validated as it will be. Raise
    DataError when it would be refused, or when a file to change holds comments: they would be
    lost.
    """
    patches = [difference for difference in audit.differences if difference.patch is not None]
    if not patches:
        return {}
    records: dict[str, tuple[Record, ...]] = {
        "source": _with_sources(content.sources, audit.sources, patches)
    }
    files = {file.kind: file for file in DATA_FILES}
    for kind, found in _by(patches, lambda difference: difference.kind).items():
        by_slug = _by(found, lambda difference: difference.slug)
        records[kind] = tuple(
            _patched(record, by_slug[record.slug], files[kind].path)
            if record.slug in by_slug
            else record
            for record in getattr(content, files[kind].name)
        )
    texts = {
        path: text
        for kind, those in records.items()
        for path, text in written(files[kind], those, snapshot).items()
        if snapshot.contents[path] != text.encode("utf-8")
    }
    refuse_lost_comments(snapshot, texts)
    patched = {path: text.encode("utf-8") for path, text in texts.items()}
    load(snapshot._replace(contents={**snapshot.contents, **patched}))
    return texts


def shown_changes(snapshot: Snapshot, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what new texts change in the data files, as lines that `diff -u` writes."""
    from difflib import unified_diff

    for path, text in texts.items():
        before = snapshot.text(path).splitlines()
        yield from unified_diff(before, text.splitlines(), path, path, lineterm="", n=2)


def write_patched(snapshot: Snapshot, texts: Mapping[str, str]) -> None:
    """Write the new texts, all of them or none: what was replaced is put back if one fails."""
    before = {path: snapshot.text(path) for path in texts}
    try:
        write_texts(snapshot.folder, texts)
    except BaseException:
        replaced = differing(snapshot.folder, before)
        write_texts(snapshot.folder, {path: before[path] for path in replaced})
        raise


def _by(differences: Iterable[Difference], key: Any) -> dict[str, list[Difference]]:
    groups: dict[str, list[Difference]] = defaultdict(list)
    for difference in differences:
        groups[key(difference)].append(difference)
    return dict(groups)


def _with_sources(
    ours: tuple[Source, ...], exports: tuple[Source, ...], patches: list[Difference]
) -> tuple[Source, ...]:
    """Add the exports that patches cite. One already cited was read again: its day moves on.

    A source of that name at another address is a copy someone read elsewhere: it stays as it is.
    """
    cited = {difference.register for difference in patches}
    known = {source.slug: source for source in ours}
    for export in exports:
        if export.slug not in cited:
            continue
        source = known.get(export.slug, export)
        if source.url == export.url and source.read_on < export.read_on:
            source = source.model_copy(update={"read_on": export.read_on})
        known[export.slug] = source
    return tuple(known.values())


def _patched(record: R, differences: list[Difference], file: str) -> R:
    """Return a record with its patches applied, and the export among its sources."""
    plain = record.model_dump(mode="json")
    for difference in differences:
        _put(plain, difference)
        _cite(plain, difference)
    try:
        return type(record).model_validate_json(json.dumps(plain))
    except ValidationError as error:
        slug = plain["slug"]
        raise DataError(
            tuple(
                Problem(
                    file,
                    0,
                    0,
                    ".".join(map(str, (slug, *details["loc"]))),
                    must(details["type"], details.get("ctx", {}), details["msg"])
                    + " once patched from the register",
                )
                for details in error.errors(include_url=False)
            )
        ) from None


def _put(plain: dict[str, Any], difference: Difference) -> None:
    *steps, last = difference.path
    target: Any = plain
    for step in steps:
        target = target[step]
    target[last] = difference.patch


def _cite(plain: dict[str, Any], difference: Difference) -> None:
    """Name the export wherever the patch stands: record, programme, and entry of a session."""
    register, field = difference.register, difference.path
    _add(plain["sources"], register)
    if field[0] != "programmes":
        return
    programme = plain["programmes"][field[1]]
    _add(programme["sources"], register)
    if len(field) > _ENTRY_DEPTH:
        entry = programme[field[2]][field[3]]
        # The figures that were not corrected still rest on it.
        _add(programme["sources"], entry["source"])
        entry["source"] = register


def _add(sources: list[str], slug: str) -> None:
    if slug not in sources:
        sources.append(slug)
