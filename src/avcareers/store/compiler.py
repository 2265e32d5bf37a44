"""Validated records → one SQLite catalogue."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from avcareers.model.base import Record
from avcareers.model.certification import Certification
from avcareers.model.chain import Department, Stage
from avcareers.model.content import AnyRecord, Content
from avcareers.model.place import Place
from avcareers.model.profession import Profession
from avcareers.model.school import School
from avcareers.model.source import Source
from avcareers.model.topic import Topic
from avcareers.text.folding import collation_key, fold

from .layout import LAYOUT
from .references import references
from .search_index import name_keys, stem_weights, synonyms, titles, word_uses, write_stems
from .searchable import searchable
from .sites import located, sites_of
from .traits import Traits, traits_of

Row = tuple[Any, ...]

UNNAMED = frozenset({"source", "rome", "agreement", "pay-basis", "minimum-wage", "synonym"})
"""Kinds that nobody asks for by name."""


def compile_into(connection: sqlite3.Connection, content: Content, key: str) -> None:
    """Write the whole catalogue into an empty database."""
    connection.executescript(LAYOUT)
    insert = connection.executemany
    insert("INSERT INTO meta VALUES (?, ?)", [("key", key)])
    insert("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)", _records(content))
    # Ranks ascend, so a name that is a title and an alias of one record stays a title.
    insert("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?, ?)", _names(content))
    insert("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?, ?)", _programme_names(content))
    insert("INSERT OR IGNORE INTO facet VALUES ('profession', ?, ?, ?)", _job_facets(content))
    insert("INSERT OR IGNORE INTO facet VALUES ('school', ?, ?, ?)", _school_facets(content))
    insert("INSERT OR IGNORE INTO relation VALUES (?, ?, ?, ?)", _relations(content))
    insert("INSERT INTO hand_over VALUES (?, ?, ?, ?, ?, ?)", _hand_overs(content))
    insert("INSERT INTO campus VALUES (?, ?, ?, ?, ?, ?)", _campuses(content))
    insert("INSERT OR IGNORE INTO traits (facts) VALUES (?)", _traits(content))
    insert(
        "INSERT INTO programme SELECT ?, ?, ?, id, ?, ? FROM traits WHERE facts = ?",
        _programmes(content),
    )
    connection.execute(
        "INSERT INTO traits_job SELECT DISTINCT job.value, traits.id "
        "FROM traits, json_each(facts, ?) AS job ORDER BY 1, 2",
        [f"$[{Traits._fields.index('leads_to')}]"],
    )
    insert("INSERT OR IGNORE INTO programme_facet VALUES (?, ?, ?, ?)", _programme_facets(content))
    insert("INSERT OR REPLACE INTO pay_floor VALUES (?, ?, ?, ?, ?, ?, ?)", _floors(content))
    found = list(searchable(content))
    insert("INSERT INTO title VALUES (?, ?, ?, ?, ?)", titles(found))
    write_stems(connection, stem_weights(found))
    insert("INSERT OR IGNORE INTO search_name VALUES (?, ?, ?, ?, ?)", name_keys(found))
    insert("INSERT INTO search_word VALUES (?, ?, ?)", word_uses(found))
    insert("INSERT INTO search_synonym VALUES (?, ?, ?)", synonyms(content))
    insert("INSERT OR IGNORE INTO citation VALUES (?, ?, ?)", _citations(content))
    connection.commit()
    connection.execute("ANALYZE")
    connection.commit()


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _document(record: Record) -> str:
    return _dump(record.model_dump(mode="json"))


def _records(content: Content) -> Iterator[Row]:
    for position, (kind, record) in enumerate(content.all_records()):
        folded, exact = collation_key(_label(record))
        yield (
            kind, record.slug, position, f"{folded}\0{exact}",
            _dump(_card(record)), _document(record),
        )  # fmt: skip


def _label(record: AnyRecord) -> str:
    """Give the name a record is sorted by."""
    match record:
        case Profession():
            label = record.title.fr_m
        case School() | Place():
            label = record.name
        case Stage() | Department():
            label = record.name.fr
        case Topic():
            label = record.title.fr
        case Source():
            label = record.title
        case Certification():
            label = f"{record.number:06d}"
        case _:
            label = record.slug
    return label


def _card(record: AnyRecord) -> dict[str, Any]:
    match record:
        case Profession():
            fields = {"slug", "title", "department", "stages", "level", "summary", "works_on",
                      "rome", "sources"}  # fmt: skip
        case School():
            fields = {"slug", "name", "kind", "website", "campuses", "recognition", "sources"}
        case Source():
            fields = set(type(record).model_fields)
        case _:
            fields = set(type(record).model_fields)
    return record.model_dump(mode="json", include=fields)


def _names(content: Content) -> Iterator[Row]:
    for kind, record in content.all_records():
        if kind in UNNAMED:
            continue
        for rank, label in _ranked_names(record):
            yield kind, fold(label), record.slug, rank, label


def _programme_names(content: Content) -> Iterator[Row]:
    for school in content.schools:
        for programme in school.programmes:
            slug = f"{school.slug}/{programme.slug}"
            for rank, name in ((1, programme.title), (2, programme.course_name)):
                if name:
                    yield "programme", fold(name), slug, rank, name


def _ranked_names(record: AnyRecord) -> Iterator[tuple[int, str]]:
    yield 0, record.slug
    yield from ((0, slug) for slug in getattr(record, "formerly", ()))
    match record:
        case Profession():
            titles = (record.title.fr_m, record.title.fr_f, record.title.en)
            yield from ((1, title) for title in titles)
            for title in titles:
                # « Lighting gaffer / chief electrician » is also found by each half.
                yield from ((2, part) for part in title.split(" / ") if part != title)
            yield from ((2, name) for name in (*record.other_names.fr, *record.other_names.en))
        case School():
            yield 1, record.name
            yield from ((2, name) for name in (record.legal_name, *record.other_names) if name)
        case Stage() | Department():
            yield from ((1, name) for name in (record.name.fr, record.name.en))
        case Place():
            yield 1, record.name
        case Topic():
            yield from ((1, title) for title in (record.title.fr, record.title.en))
            yield from ((2, name) for name in record.other_names)
        case Certification():
            yield 1, str(record.number)


def _job_facets(content: Content) -> Iterator[Row]:
    for job in content.professions:
        yield "department", job.department, job.slug
        yield "level", job.level, job.slug
        yield from (("stage", stage, job.slug) for stage in job.stages)
        yield from (("rome", code, job.slug) for code in job.rome)
        yield from (("work", work, job.slug) for work in job.works_on)
        yield from (("status", hiring.regime, job.slug) for hiring in job.hiring if hiring.regime)
        if any(hiring.cdd_usage for hiring in job.hiring):
            yield "status", "cdd-usage", job.slug


def _school_facets(content: Content) -> Iterator[Row]:
    for school in content.schools:
        yield "kind", school.kind, school.slug


def _relations(content: Content) -> Iterator[Row]:
    for job in content.professions:
        for name, targets in (
            ("answers_to", job.answers_to),
            ("works_with", job.works_with),
            ("next_roles", job.next_roles),
            ("confused_with", tuple(neighbour.job for neighbour in job.confused_with)),
        ):
            yield from ((name, job.slug, slug, index) for index, slug in enumerate(targets))


def _hand_overs(content: Content) -> Iterator[Row]:
    names = {d.slug: d.name for stage in content.stages for d in stage.deliverables}
    for job in content.professions:
        for over in job.hands_over:
            what = names[over.deliverable] if over.deliverable else over.what
            if what is None:
                continue
            for receiver in over.to:
                yield job.slug, receiver, over.stage, over.deliverable, what.fr, what.en


def _campuses(content: Content) -> Iterator[Row]:
    places = {place.slug: place for place in content.places}
    for school in content.schools:
        for position, campus in enumerate(school.campuses):
            place = places[campus.place]
            yield school.slug, position, place.slug, place.region, *located(campus, places)


def _traits(content: Content) -> Iterator[Row]:
    ends = _registration_ends(content)
    for school in content.schools:
        for programme in school.programmes:
            yield (traits_of(school, programme, ends),)


def _registration_ends(content: Content) -> dict[str, str | None]:
    return {certification.slug: certification.expires for certification in content.certifications}


def _programmes(content: Content) -> Iterator[Row]:
    places = {place.slug: place for place in content.places}
    ends = _registration_ends(content)
    for school in content.schools:
        for position, programme in enumerate(school.programmes):
            yield (
                school.slug, position, f"{school.slug}/{programme.slug}",
                sites_of(school, programme, places), _document(programme),
                traits_of(school, programme, ends),
            )  # fmt: skip


def _programme_facets(content: Content) -> Iterator[Row]:
    department = {job.slug: job.department for job in content.professions}
    for school in content.schools:
        for position, programme in enumerate(school.programmes):
            where = (school.slug, position)
            yield "award", programme.award, *where
            yield from (("job", job, *where) for job in programme.leads_to)
            yield from (("department", department[job], *where) for job in programme.leads_to)
            yield from (("route", route, *where) for route in programme.routes)
            if programme.certification:
                yield "certification", programme.certification, *where


def _floors(content: Content) -> Iterator[Row]:
    grids = {grid.slug: (a.idcc, grid) for a in content.agreements for grid in a.grids}
    for floor in content.floors:
        idcc, grid = grids[floor.grid]
        yield (
            idcc, floor.function, grid.series, floor.basis, grid.valid_from, grid.slug,
            floor.amount_eur,
        )  # fmt: skip


def _citations(content: Content) -> Iterator[Row]:
    for kind, record in content.all_records():
        for _, target, slug in references(record):
            if target == "source" and kind != "source":
                yield slug, kind, record.slug
