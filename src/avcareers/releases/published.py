"""What a release said, kept so that the next one can be compared with it."""

import json
import lzma
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from avcareers.model.content import Content
from avcareers.model.errors import DataError, Problem
from avcareers.store.data_files import RELEASED
from avcareers.store.writing import written_whole

from .facts import DIGITS, FOLLOWED, Document, Fact, facts_of, newest_grids, texts_of


class Published(NamedTuple):
    """What a release said of one record."""

    facts: Mapping[str, Fact]
    """Its facts, by path."""
    texts: Mapping[str, str]
    """A digest of each of its texts, by path."""
    formerly: tuple[str, ...] = ()
    """Older keys that find it; of its programmes too, as `SLUG/PROGRAMME`."""
    read: str = ""
    """Day it was last read against its sources: its own, else the last of theirs."""


class Edition(NamedTuple):
    """What a release said of everything."""

    version: str
    """Its version: `2026.11.2`."""
    day: str
    """Day it was made."""
    records: Mapping[tuple[str, str], Published]
    """What it said of each record, by kind and key."""
    sources: Mapping[str, str] = {}
    """Day of publication of the sources that bear one, by key."""


def edition_of(content: Content, version: str, day: str) -> Edition:
    """Return what data say, as a release of a version and a day would keep it."""
    content = content.inherited()
    sources = {source.slug: source for source in content.sources}
    floors: dict[str, dict[str, list[str]]] = {}
    for row in content.floors:
        amounts = floors.setdefault(row.grid, {}).setdefault(row.basis, [])
        amounts.append(f"{row.function}={row.amount_eur:g}")
    records = {}
    for kind, record in content.all_records():
        if kind in FOLLOWED:
            document = record.model_dump(mode="json", exclude_defaults=True)
            said = published(kind, document, {s: each.read_on for s, each in sources.items()})
            if kind == "agreement":
                said = said._replace(facts={**said.facts, **floor_facts(document, floors)})
            records[kind, record.slug] = said
    days = {slug: each.published for slug, each in sources.items() if each.published}
    return Edition(version, day, records, days)


def floor_facts(
    agreement: Document, floors: Mapping[str, Mapping[str, list[str]]]
) -> dict[str, Fact]:
    """Return the amounts of the last grid of each series, by grid and basis."""
    return {
        f"floors.{grid['slug']}.{basis}": Fact(
            tuple(sorted(amounts)), (grid["source"],), grid["valid_from"]
        )
        for grid in newest_grids(agreement)
        for basis, amounts in floors.get(grid["slug"], {}).items()
    }


def published(kind: str, document: Document, read: Mapping[str, str]) -> Published:
    """Return what a record says; `read` is the day on which each source was read."""
    formerly = list(document.get("formerly", ()))
    for programme in document.get("programmes", ()):
        formerly += (f"{old}/{programme['slug']}" for old in programme.get("formerly", ()))
    last = max((read.get(source, "") for source in document.get("sources", ())), default="")
    return Published(
        facts_of(kind, document),
        texts_of(kind, document),
        tuple(formerly),
        document.get("reviewed", last),
    )


def write_edition(folder: Path, edition: Edition) -> None:
    """Write what a release says into a data folder."""
    with written_whole(folder / RELEASED) as beside:
        beside.write_bytes(_packed(edition))


def _packed(edition: Edition) -> bytes:
    """Return an edition as the bytes of its file: the same for the same edition."""
    cited = sorted(
        {s for said in edition.records.values() for f in said.facts.values() for s in f.sources}
    )
    number = {source: index for index, source in enumerate(cited)}
    said = tuple(edition.records.values())
    facts = [tuple(each.facts.values()) for each in said]
    # What is alike stands together: a third less once compressed.
    columns = [
        list(edition.records),
        [each.read for each in said],
        [each.formerly for each in said],
        [list(each.facts) for each in said],
        [[fact.value for fact in each] for each in facts],
        [[fact.day for fact in each] for each in facts],
        [[[number[source] for source in fact.sources] for fact in each] for each in facts],
        [list(each.texts) for each in said],
        ["".join(each.texts.values()) for each in said],
    ]
    days = [edition.sources.get(source, "") for source in cited]
    whole = [edition.version, edition.day, cited, days, columns]
    raw = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    return lzma.compress(raw, preset=9 | lzma.PRESET_EXTREME)


def read_edition(folder: Path) -> Edition | None:
    """Return what the last release of a data folder said, or nothing before the first.

    Raise DataError when it can't be read.
    """
    path = folder / RELEASED
    if not path.exists():
        return None
    try:
        version, day, cited, days, columns = json.loads(lzma.decompress(path.read_bytes()))
        records = {
            (kind, slug): _published(row, cited)
            for (kind, slug), *row in zip(*columns, strict=True)
        }
    except (OSError, EOFError, lzma.LZMAError, ValueError, LookupError, TypeError) as error:
        message = f"must hold what the last release said ({error}): take it back from its commit"
        raise DataError((Problem(RELEASED, 0, 0, "", message),)) from None
    known = {source: day for source, day in zip(cited, days, strict=True) if day}
    return Edition(version, day, records, known)


def _published(row: list[Any], cited: list[str]) -> Published:
    read, formerly, paths, values, days, sources, texts, digests = row
    facts = (
        Fact(
            tuple(value) if isinstance(value, list) else value,
            tuple(cited[number] for number in numbers),
            day,
        )
        for value, day, numbers in zip(values, days, sources, strict=True)
    )
    parts = (digests[at : at + DIGITS] for at in range(0, len(digests), DIGITS))
    return Published(
        dict(zip(paths, facts, strict=True)),
        dict(zip(texts, parts, strict=True)),
        tuple(formerly),
        read,
    )
