"""Rules on sources: a fact cites a page that was read for it."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Any

from avcareers.model.content import Content
from avcareers.store.references import Path, references

from .finding import Finding

Subjects = frozenset[str]

OF_SCHOOLS = frozenset(
    {
        "fees", "recognition", "award", "course", "alternance", "selectivity", "admission", "place",
        "insertion",
    }
)  # fmt: skip
OF_JOBS = frozenset(
    {"tasks", "conditions", "status", "pay", "earnings", "ways_in", "outlook", "award", "course"}
)

SUBJECTS: tuple[tuple[str, Subjects], ...] = (
    ("school.programmes.fees.source", frozenset({"fees"})),
    ("school.programmes.alternance.source", frozenset({"alternance"})),
    ("school.programmes.selectivity.source", frozenset({"selectivity"})),
    ("school.programmes.places.source", frozenset({"selectivity"})),
    ("school.*recognition.source", frozenset({"recognition"})),
    ("school.*", OF_SCHOOLS),
    ("certification.*", frozenset({"award", "alternance"})),
    ("diploma.*", frozenset({"recognition"})),
    ("rule.*", frozenset({"fees"})),
    ("agreement.*", frozenset({"pay", "status"})),
    ("minimum-wage.*", frozenset({"pay"})),
    ("profession.day_to_day.*", frozenset({"conditions"})),
    ("profession.hiring.*", frozenset({"status"})),
    ("profession.changes.*", frozenset({"outlook", "pay", "status", "conditions"})),
    ("profession.next_roles_support.*", frozenset({"ways_in"})),
    ("profession.tools.*", frozenset({"tasks", "course", "award"})),
    ("profession.*", OF_JOBS),
    ("rome.*", frozenset({"conditions", "ways_in"})),
    ("earning.*", frozenset({"earnings", "outlook"})),
    ("stage.*", frozenset({"tasks", "outlook"})),
)
"""What the source of a fact must be about, one of these: the first line that fits its field.

A field that no line fits, as those of a topic, may rest on a page about anything.
"""


def sources_are_about_something(content: Content) -> Iterator[Finding]:
    """A source says what it was read for: a general rule is a rule on something."""
    for source in content.sources:
        if not set(source.about) - {"rule"}:
            yield Finding(
                "source",
                source.slug,
                ("about",),
                "about-nothing",
                "must say what it was read for (docs/words.md)",
                ", ".join(source.about) or "nothing",
                "add to `about` what the facts that cite it are about, or remove it if none does",
            )


def pages_are_listed_once(content: Content) -> Iterator[Finding]:
    """A page is one source, however its address is written; in a repository, a page is a file."""
    first: dict[str, str] = {}
    for source in content.sources:
        page = _page(source.url or "")
        if not page:
            continue
        if _REPOSITORY.fullmatch(page):
            yield Finding(
                "source",
                source.slug,
                ("url",),
                "source-repository",
                "must name the file that was read, and the commit",
                source.url or "",
                "write https://github.com/OWNER/NAME/blob/COMMIT/PATH",
            )
        elif page in first:
            yield Finding(
                "source",
                source.slug,
                ("url",),
                "source-twice",
                f"must not be the page of {first[page]} again",
                source.url or "",
                f"cite {first[page]} instead, add to its `about`, and remove this one",
            )
        first.setdefault(page, source.slug)


_REPOSITORY = re.compile(r"git(hub|lab)\.com/[^/]+/[^/]+")


def _page(url: str) -> str:
    """Return an address without what does not change the page: scheme, `www.`, last slash."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/").lower()


_OF_OURSELVES = re.compile(r"(?i)\b(notre|nos|nous|du projet|our|ours|ourselves|we)\b")


def official_addresses_say_what_they_are(content: Content) -> Iterator[Finding]:
    """An official address says what stands there: the very text, or what holds it."""
    for source in content.sources:
        if bool(source.official_url) != bool(source.official_page):
            yield Finding(
                "source",
                source.slug,
                ("official_page",),
                "official-page",
                "must stand beside `official_url`, and never alone",
                source.official_page or "nothing",
                "write both, or neither (docs/data.md)",
            )


def notes_are_for_readers(content: Content) -> Iterator[Finding]:
    """A note says what the page is, not how this catalogue was made."""
    for source in content.sources:
        for language in ("fr", "en") if source.note else ():
            told = _OF_OURSELVES.search(getattr(source.note, language))
            if told:
                yield Finding(
                    "source",
                    source.slug,
                    ("note", language),
                    "note-of-ourselves",
                    "must tell a reader what the page is, not how the catalogue was made",
                    told[0],
                    "say what was read, or how far the page can be trusted",
                )


def facts_cite_a_page_about_them(content: Content) -> Iterator[Finding]:
    """A fact cites a page that was read for what the fact is about."""
    about = {source.slug: source.about for source in content.sources}
    for kind, record in content.all_records():
        for path, target, slug in references(record):
            wanted = wanted_of(_field(kind, path)) if target == "source" else None
            if wanted and wanted.isdisjoint(about[slug]):
                yield _uncited(kind, record, path, slug, wanted)


def _field(kind: str, path: Path) -> str:
    """Return the field at a path, without places in lists: `school.programmes.fees.source`."""
    return ".".join((kind, *(step for step in path if isinstance(step, str))))


def wanted_of(field: str) -> Subjects | None:
    """Return what the source of a field must be about, one of these; None for anything."""
    return next((subjects for pattern, subjects in SUBJECTS if fnmatch(field, pattern)), None)


def _uncited(kind: str, record: Any, path: Path, slug: str, wanted: Subjects) -> Finding:
    subjects = " or ".join(f"`{each}`" for each in sorted(wanted))
    return Finding(
        kind,
        record.slug,
        path,
        "source-about",
        f"must cite a page that was read for {subjects}",
        slug,
        f"cite the page that says it; or, if {slug} does say it, add that to its `about` in "
        "sources.yaml; or remove the fact, which is then unknown",
    )
