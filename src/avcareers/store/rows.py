"""A validated record → the rows that say it in the catalogue."""

import re
from collections.abc import Iterator
from typing import Any

from avcareers.model.certification import Certification
from avcareers.model.chain import Department, Stage
from avcareers.model.conditions import known_conditions
from avcareers.model.content import AnyRecord
from avcareers.model.diploma import Diploma
from avcareers.model.pay import Agreement, PayFloor
from avcareers.model.place import Place
from avcareers.model.profession import Profession
from avcareers.model.region import Region
from avcareers.model.school import School
from avcareers.model.source import Source
from avcareers.model.topic import Topic
from avcareers.text.folding import collation_key, fold

from .known import Known
from .references import references
from .sites import located, sites_of

Row = tuple[Any, ...]

UNNAMED = frozenset(
    {
        "source",
        "rome",
        "agreement",
        "pay-basis",
        "minimum-wage",
        "synonym",
        "rule",
        "earning",
        "release",
    }
)
"""Kinds that nobody asks for by name."""

_CARDS = {
    "profession": {"slug", "title", "department", "stages", "level", "summary", "works_on", "rome",
                   "sources"},
    "release": {"slug", "day", "note"},
    "school": {"slug", "name", "kind", "type", "website", "campuses", "recognition", "sources"},
}  # fmt: skip
"""What lists show of a record, when that is not all of it."""

_RECOGNITION_DETAIL: Any = {"recognition": {"__all__": {"detail"}}}
_SHOWN_BY_SHEETS: Any = {
    "admission_note": True,
    "alternance": {"detail"},
    "doubts": True,
    **_RECOGNITION_DETAIL,
}
"""What cards of schools and programmes leave out: texts, more than half of what they say."""

TableRow = tuple[str, Row]
"""A row, after the name of its table."""


def rows_of(kind: str, position: int, record: AnyRecord, known: Known) -> Iterator[TableRow]:
    """Yield the rows of a record that `position` others came before."""
    folded, exact = collation_key(_label(record))
    collation = f"{folded}\0{exact}"
    document = record.model_dump_json()
    card = (
        record.model_dump_json(include=_CARDS[kind], exclude=_RECOGNITION_DETAIL)
        if kind in _CARDS
        else document
    )
    yield "record", (kind, record.slug, position, collation, card, document)
    if kind not in UNNAMED:
        # Ranks ascend, so a name that is a title and an alias of one record stays a title.
        for rank, label in (*_ranked_names(record), *_parts_of_name(record)):
            yield "name", (kind, fold(label), record.slug, rank, label)
    if kind != "source":
        for _, target, slug in references(record):
            if target == "source":
                yield "citation", (slug, kind, record.slug)
    for facet, value in _facets(record):
        yield "facet", (kind, facet, value, record.slug)
    if isinstance(record, Profession):
        yield from _conditions(record, known)
        yield from _relations(record)
        yield from _hand_overs(record, known)
    if isinstance(record, School):
        yield from _campuses(record, known)
        yield from _programmes(record, known)


def floor_row(floor: PayFloor, known: Known) -> Row:
    """Return the row of a pay floor."""
    grid = known.grids[floor.grid]
    return (
        grid.idcc, floor.function, grid.series, floor.basis, grid.valid_from, floor.grid,
        floor.amount_eur,
    )  # fmt: skip


def _label(record: AnyRecord) -> str:
    """Return the name a record is sorted by."""
    match record:
        case Profession():
            label = record.title.fr_m
        case School() | Place() | Region():
            label = record.name
        case Stage() | Department() | Diploma():
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


_LISTED, _BRACKETS = re.compile(", | et | and "), re.compile(r" \(.*?\)")
"""What stands between the parts of a name, and what a name says beside itself."""


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
        case Stage() | Department() | Diploma():
            yield from ((1, name) for name in (record.name.fr, record.name.en))
        case Place():
            yield 1, record.name
        case Region():
            yield 1, record.name
            yield from ((2, name) for name in (*record.other_names, *record.former))
            for county in record.departments:
                yield from ((3, name) for name in (county.name, county.code))
        case Topic():
            yield from ((1, title) for title in (record.title.fr, record.title.en))
            yield from ((2, name) for name in record.other_names)
        case Certification():
            yield 1, str(record.number)


def _parts_of_name(record: AnyRecord) -> Iterator[tuple[int, str]]:
    """Yield what the name of a department lists: « Lumière, électricité et machinerie » is each."""
    if isinstance(record, Department):
        for name in (record.name.fr, record.name.en):
            yield from ((2, part) for part in _LISTED.split(_BRACKETS.sub("", name)))


def _facets(record: AnyRecord) -> Iterator[tuple[str, str]]:
    match record:
        case Profession():
            yield from _job_facets(record)
        case School():
            if record.kind:
                yield "kind", record.kind
        case Agreement():
            yield "idcc", record.idcc
            if record.overtime:
                yield "overtime", record.idcc
        case _:
            pass


def _job_facets(job: Profession) -> Iterator[tuple[str, str]]:
    yield "department", job.department
    yield "level", job.level
    yield from (("stage", stage) for stage in job.stages)
    yield from (("rome", code) for code in job.rome)
    yield from (("work", work) for work in job.works_on)
    yield from (("status", hiring.regime) for hiring in job.hiring if hiring.regime)
    if any(hiring.cdd_usage for hiring in job.hiring):
        yield "status", "cdd-usage"
    yield from (("activity", doing.activity) for doing in job.activities)


def _conditions(job: Profession, known: Known) -> Iterator[TableRow]:
    """Yield the conditions a job has, always or at times at least, and those it is without."""
    main = known.rome.get(job.rome[0]) if job.rome else None
    for said in known_conditions(job, main):
        facet = "without" if said.answer == "no" else "with"
        yield "facet", ("profession", facet, said.what, job.slug)
        if said.answer == "yes":
            yield "facet", ("profession", "always", said.what, job.slug)


def _relations(job: Profession) -> Iterator[TableRow]:
    for name, targets in (
        ("answers_to", job.answers_to),
        ("works_with", job.works_with),
        ("next_roles", job.next_roles),
        ("confused_with", tuple(neighbour.job for neighbour in job.confused_with)),
    ):
        for position, slug in enumerate(targets):
            yield "relation", (name, job.slug, slug, position)


def _hand_overs(job: Profession, known: Known) -> Iterator[TableRow]:
    for over in job.hands_over:
        what = known.deliverables[over.deliverable] if over.deliverable else over.what
        if what is None:
            continue
        for receiver in over.to:
            row = (job.slug, receiver, over.stage, over.deliverable, what.fr, what.en)
            yield "hand_over", row


def _campuses(school: School, known: Known) -> Iterator[TableRow]:
    for position, campus in enumerate(school.campuses):
        place = known.places[campus.place]
        lat, lon = located(campus, known.places)
        yield "campus", (school.slug, position, place.slug, place.region, lat, lon)


def _programmes(school: School, known: Known) -> Iterator[TableRow]:
    for position, programme in enumerate(school.programmes):
        where = (school.slug, position)
        key = f"{school.slug}/{programme.slug}"
        keys = [f"{school.slug}/{slug}" for slug in (programme.slug, *programme.formerly)]
        names = ((1, programme.title), (2, programme.course_name))
        for rank, name in (*((0, each) for each in keys), *names):
            if name:
                yield "name", ("programme", fold(name), key, rank, name)
        card = programme.model_dump_json(exclude=_SHOWN_BY_SHEETS)
        document = programme.model_dump_json()
        sites = sites_of(school, programme, known.places)
        yield "programme", (*where, sites, card, document)
        yield "programme_facet", ("award", programme.award, *where)
        for job in programme.leads_to:
            yield "programme_facet", ("job", job, *where)
            yield "programme_facet", ("department", known.jobs[job].department, *where)
        for route in programme.routes:
            yield "programme_facet", ("route", route, *where)
        if programme.diploma:
            yield "programme_facet", ("diploma", programme.diploma, *where)
        if programme.certification:
            yield "programme_facet", ("certification", programme.certification, *where)
