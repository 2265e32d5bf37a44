"""What the official registers say that the catalogue does not, field by field."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from avcareers.model.answer import Unpublished
from avcareers.model.certification import Certification
from avcareers.model.content import Content
from avcareers.model.school import Programme, School
from avcareers.model.source import Source
from avcareers.text.folding import fold
from avcareers.text.wording import Wording

from .courses import Courses, applicants, matched_courses
from .parcoursup import ParcoursupExport, ParcoursupRow, read_parcoursup
from .rncp import RncpExport, RncpSheet, read_rncp

LICENCE = "Licence Ouverte 2.0"
INACTIVE = "INACTIVE"
"""The register's word for a registration that is over, shown where its last day is not known."""
FIGURES = ("candidates", "admitted", "places")


FieldPath = tuple[str | int, ...]
"""Path of a field inside a record."""


class Difference(NamedTuple):
    """One thing a register says otherwise."""

    kind: str
    """Kind of record."""
    slug: str
    """Record."""
    field: str
    """Field of the record: `programmes[2].selectivity`."""
    ours: Any
    """Value in the catalogue, as JSON; nothing when not known."""
    theirs: Any
    """Value in the register, as JSON; nothing when the register does not hold the thing at all."""
    patch: Any
    """Value the field should take; nothing when a person has to decide."""
    register: str
    """Slug of the register's export, as a source."""
    newer: str | None
    """Source of the record that is more recent than the export, which then decides nothing."""
    path: Annotated[FieldPath, Unpublished]
    """The field, step by step."""


class Register(NamedTuple):
    """An export that was read, and how much of the catalogue it could be compared with."""

    slug: str
    """Its key, as a source."""
    day: str | None
    """Day of the export, for the register of certifications."""
    session: int | None
    """Session of its figures, for Parcoursup."""
    compared: int
    """Certifications or programmes of the catalogue that it was compared with."""
    of: int
    """Certifications of the catalogue, or programmes with figures of Parcoursup."""
    latest: int | None
    """Latest session that the catalogue has figures of."""


class RegisterAudit(NamedTuple):
    """What the registers say that the catalogue does not."""

    registers: tuple[Register, ...]
    """The exports, in the order they were read."""
    differences: tuple[Difference, ...]
    """By register, then by record."""
    sources: Annotated[tuple[Source, ...], Unpublished]
    """The exports read, as sources to cite."""


def audit_registers(
    content: Content, *, rncp: Path | None, parcoursup: Path | None, read_on: str
) -> RegisterAudit:
    """Compare a catalogue with the exports given, read on that ISO day.

    Raise ExportError when one of them is not the file expected.
    """
    differences: list[Difference] = []
    sources: list[Source] = []
    registers: list[Register] = []
    if rncp:
        numbers = frozenset(record.number for record in content.certifications)
        export = read_rncp(rncp, numbers)
        sources.append(rncp_source(export, read_on))
        differences.extend(rncp_differences(content, export))
        found, all_ours = len(export.sheets), len(content.certifications)
        registers.append(Register(sources[-1].slug, export.day, None, found, all_ours, None))
    if parcoursup:
        uais = {campus.uai for school in content.schools for campus in school.campuses}
        session = read_parcoursup(parcoursup, frozenset(uai for uai in uais if uai))
        sources.append(parcoursup_source(session, read_on))
        differences.extend(parcoursup_differences(content, session, read_on))
        registers.append(_compared(content, session))
    return RegisterAudit(tuple(registers), tuple(differences), tuple(sources))


def _compared(content: Content, export: ParcoursupExport) -> Register:
    """Count the programmes whose figures a row of the export was compared with."""
    latest = _latest_session(content)
    of = compared = 0
    for school in content.schools:
        matched = matched_courses(school, export).matched
        for index, programme in enumerate(school.programmes):
            own = [entry.session for entry in applicants(programme)]
            newest = max(own, default=latest - 1)
            of += bool(own)
            compared += index in matched and (export.session in own or newest < export.session)
    return Register(
        f"parcoursup-{export.session}", None, export.session, compared, of, latest or None
    )


def _latest_session(content: Content) -> int:
    """Return the latest session that the catalogue has figures of; 0 when it has none."""
    return max(
        (entry.session for school in content.schools for programme in school.programmes
         for entry in applicants(programme)),
        default=0,
    )  # fmt: skip


def _newer(cited: Iterable[tuple[str, str]], day: str) -> str | None:
    """Return the most recent of the sources cited, each with its day, if it is newer than a day."""
    last, slug = max(((found, slug) for slug, found in cited), default=("", ""))
    return slug if last > day else None


def _days(record: Certification, sources: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Yield what a certification cites, each with the day of its state: when it was read, at worst."""
    for slug in record.sources:
        listed = record.listed
        export = listed.on if listed and listed.source == slug else None
        yield slug, export or sources[slug].published or sources[slug].read_on


def rncp_source(export: RncpExport, read_on: str) -> Source:
    """Return the source that a day's export of the register is."""
    return Source(
        slug=f"rncp-export-{export.day}",
        title=f"Répertoire national des certifications professionnelles, export du "
        f"{Wording('fr').day(export.day)}",
        publisher="France compétences",
        url="https://www.data.gouv.fr/datasets/5eebbc067a14b6fecc9c9976",
        licence=LICENCE,
        published=export.day,
        read_on=read_on,
        about=("award", "recognition"),
    )


def parcoursup_source(export: ParcoursupExport, read_on: str) -> Source:
    """Return the source that a session's figures of admission are."""
    return Source(
        slug=f"parcoursup-{export.session}",
        title=f"Parcoursup, vœux de poursuite d'études et réponses des établissements, session "
        f"{export.session}",
        publisher="MESR-SIES",
        url="https://data.enseignementsup-recherche.gouv.fr/explore/dataset/fr-esr-parcoursup/",
        licence=LICENCE,
        read_on=read_on,
        about=("admission", "selectivity"),
    )


def rncp_differences(content: Content, export: RncpExport) -> Iterator[Difference]:
    """Yield what the register of certifications says otherwise, by certification."""
    slugs = {record.number: record.slug for record in content.certifications}
    register = f"rncp-export-{export.day}"
    sources = {source.slug: source for source in content.sources}
    for record in sorted(content.certifications, key=lambda record: record.slug):
        sheet = export.sheets.get(record.number)
        newer = _newer(_days(record, sources), export.day)
        if sheet is None:
            # What was registered since is not in an older export: nothing to tell.
            absent = [] if newer else [_Found("number", record.number, None, None)]
            found: Iterable[_Found] = absent
        else:
            found = (
                *_title(record, sheet),
                *_level_and_end(record, sheet, export.day),
                *_successors(record, sheet, slugs),
                *_apprenticeship(record, sheet),
            )
        for field, ours, theirs, patch in found:
            yield Difference("certification", record.slug, field, ours, theirs,
                             None if newer else patch, register, newer, (field,))  # fmt: skip


class _Found(NamedTuple):
    field: str
    ours: Any
    theirs: Any
    patch: Any


def _title(record: Certification, sheet: RncpSheet) -> Iterator[_Found]:
    """The official title replaces one that is missing or was put together from the sheet."""
    if sheet.title is None:
        return
    if record.title is None or record.title_inferred:
        if record.title != sheet.title:
            yield _Found("title", record.title, sheet.title, sheet.title)
        if record.title_inferred:
            yield _Found("title_inferred", True, False, False)
        return
    # A title someone read as official is not overwritten: which of the two is, a person decides.
    if fold(record.title) not in {fold(title) for title in (sheet.title, *sheet.full_titles)}:
        yield _Found("title", record.title, sheet.title, None)


def _level_and_end(record: Certification, sheet: RncpSheet, day: str) -> Iterator[_Found]:
    """The level, the certifiers and the last day are the register's, wherever it gives them."""
    if sheet.level is not None and sheet.level != record.level:
        yield _Found("level", record.level, sheet.level, sheet.level)
    # Registers write names in capitals without accents: neither makes another certifier.
    theirs = list(sheet.certifiers)
    if theirs and set(map(fold, theirs)) != set(map(fold, record.certifiers)):
        yield _Found("certifiers", list(record.certifiers) or None, theirs, theirs)
    if sheet.expires is not None and sheet.expires != record.expires:
        yield _Found("expires", record.expires, sheet.expires, sheet.expires)
    known = sheet.expires or record.expires
    if not sheet.active and (known is None or known >= day):
        yield _Found("expires", record.expires, INACTIVE, None)


def _successors(
    record: Certification, sheet: RncpSheet, slugs: Mapping[int, str]
) -> Iterator[_Found]:
    """Successors are added; those the catalogue does not hold can't be named in it."""
    ours = list(record.replaced_by)
    new = [slugs.get(number, f"rncp-{number}") for number in sheet.replaced_by]
    held = set(slugs.values())
    added = [slug for slug in new if slug not in ours and slug in held]
    unknown = [slug for slug in new if slug not in ours and slug not in held]
    if added:
        yield _Found("replaced_by", ours or None, added, [*ours, *added])
    if unknown:
        yield _Found("replaced_by", ours or None, unknown, None)


def _apprenticeship(record: Certification, sheet: RncpSheet) -> Iterator[_Found]:
    theirs = sheet.apprenticeship
    if theirs is not None and theirs != record.apprenticeship:
        yield _Found("apprenticeship", record.apprenticeship, theirs, theirs)


def parcoursup_differences(
    content: Content, export: ParcoursupExport, read_on: str
) -> Iterator[Difference]:
    """Yield what the figures of admission say otherwise, by school and programme.

    The file bears no day: that of its reading stands for it.
    """
    register = f"parcoursup-{export.session}"
    sources = {source.slug: source for source in content.sources}
    latest = _latest_session(content)
    for school in sorted(content.schools, key=lambda school: school.slug):
        courses = matched_courses(school, export)
        for path, ours, theirs, patch in _selectivity(school, courses, export.session, latest):
            cited = _cited(school, path)
            newer = _newer(((slug, sources[slug].read_on) for slug in cited), read_on)
            yield Difference("school", school.slug, _written(path), ours, theirs,
                             None if newer else patch, register, newer, path)  # fmt: skip


def _cited(school: School, path: FieldPath) -> tuple[str, ...]:
    """Return the source of the figure at a path, if it is one that may be overwritten."""
    match path:
        case ("programmes", int(index), "selectivity", int(place), _):
            return (school.programmes[index].selectivity[place].source,)
    return ()


def _written(path: FieldPath) -> str:
    """Return a path as `programmes[2].selectivity`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _selectivity(
    school: School, courses: Courses, session: int, latest: int
) -> Iterator[tuple[FieldPath, Any, Any, Any]]:
    for index, programme in enumerate(school.programmes):
        path: FieldPath = ("programmes", index, "selectivity")
        row = courses.matched.get(index)
        if row is not None:
            for step, ours, theirs, patch in _figures(programme, row, session, latest):
                yield (*path, *step), ours, theirs, patch
        elif index in courses.missing:
            newest = max(entry.session for entry in applicants(programme))
            yield path, {"session": newest}, None, None
    for row, indexes in courses.ambiguous if session >= latest else ():
        slugs = [school.programmes[index].slug for index in indexes]
        yield ("programmes",), slugs, {**_entry(row, session), "title": row.title}, None


def _figures(
    programme: Programme, row: ParcoursupRow, session: int, latest: int
) -> Iterator[tuple[FieldPath, Any, Any, Any]]:
    """Each figure of the same session; or the whole session, when it is newer than ours.

    Without figures of ours, it is new unless it is older than the latest the catalogue has.
    """
    for place, entry in enumerate(programme.selectivity):
        if entry.session == session and entry.counted_as == "applicants":
            for name in FIGURES:
                ours, theirs = getattr(entry, name), getattr(row, name)
                if theirs is not None and theirs != ours:
                    yield (place, name), ours, theirs, theirs
            return
    theirs = _entry(row, session)
    own = max(applicants(programme), key=lambda entry: entry.session, default=None)
    if (own.session if own else latest - 1) < session and set(FIGURES) & set(theirs):
        written = [entry.model_dump(exclude_none=True) for entry in programme.selectivity]
        newer = sum(entry["session"] > session for entry in written)
        written.insert(newer, {**theirs, "source": f"parcoursup-{session}"})
        ours = own.model_dump(exclude_none=True, exclude={"source"}) if own else None
        yield (), ours, theirs, written


def _entry(row: ParcoursupRow, session: int) -> dict[str, Any]:
    figures = {name: getattr(row, name) for name in FIGURES if getattr(row, name) is not None}
    return {"session": session, "counted_as": "applicants", **figures}
