"""Flat tables that are no list of a record: made of several, or of what the catalogue computes."""

from collections.abc import Iterator
from typing import Any

from avcareers.model.base import Text
from avcareers.model.conditions import CONDITIONS, known_conditions
from avcareers.model.covering import is_covered, routes_of
from avcareers.model.profession import Condition, HandOver, Neighbour, StepSupport
from avcareers.model.release import FactChange
from avcareers.model.school import Fees

from .declaration import MODELS, Column, ForeignKey, Made, Rows, column
from .records import Records

CHECKLIST = [
    f"day_to_day_{line}_{part}"
    for line in CONDITIONS
    for part in ("answer", "note_fr", "note_en", "source")
]
"""Columns that the checklist of a job would have beside its other facts."""
TABLE_OF_KIND = {
    "profession": "jobs", "diploma": "diplomas", "pay-basis": "pay_bases", "rome": "rome",
    "minimum-wage": "minimum_wages", "rule": "cost_rules",
}  # fmt: skip
"""Tables whose name is not that of the kind and an s."""


def table_name(kind: str) -> str:
    """Return the table of the records of a kind."""
    return TABLE_OF_KIND.get(kind, f"{kind}s")


def _text(name: str, says: str, *, required: bool = True, values: tuple[str, ...] = ()) -> Column:
    return Column(name, "string", says, required, values)


def _key(name: str, kind: str, says: str, *, required: bool = True) -> Column:
    return Column(name, "string", says, required, refers=kind)


JOB = _key("job", "profession", "Key of the job.")
POSITION = Column("position", "integer", "Place in the list, from 1.", required=True)


def _pair(
    of: Any, field: str, before: str = "", *, required: bool | None = None
) -> Iterator[Column]:
    """Yield the two columns of a text in both languages."""
    for language in Text.model_fields:
        yield column(f"{before}{language}", of, f"{field}.{language}", required=required)


def _both(text: Any) -> tuple[Any, Any]:
    return (text.fr, text.en) if text else (None, None)


def _job_names(records: Records) -> Rows:
    for job in records.of("profession"):
        title = job.title
        names = [
            ("title-m", "fr", title.fr_m), ("title-f", "fr", title.fr_f), ("title", "en", title.en),
            *(("other", "fr", name) for name in job.other_names.fr),
            *(("other", "en", name) for name in job.other_names.en),
            *(("rome", "fr", name) for name in job.rome_appellations),
            *(("asked", language, getattr(text, language))
              for text in job.asked for language in ("fr", "en")),
        ]  # fmt: skip
        yield from ((job.slug, position, *name) for position, name in enumerate(names, 1))


JOB_NAMES = Made(
    "What a job is called: its titles, its other names, how people ask for it.",
    (
        JOB,
        POSITION,
        _text(
            "kind",
            "A title in one gender or in English, another name, what the ROME calls it, or how "
            "people ask for it who do not know its name.",
            values=("title-m", "title-f", "title", "other", "rome", "asked"),
        ),
        _text("language", "Language of the name.", values=("fr", "en")),
        _text("name", "The name."),
    ),
    _job_names,
)


def _job_relations(records: Records) -> Rows:
    for job in records.of("profession"):
        support = {step.job: step for step in job.next_roles_support}
        found: list[tuple[Any, ...]] = [
            *(("answers-to", other, None, None, None) for other in job.answers_to),
            *(("works-with", other, None, None, None) for other in job.works_with),
        ]
        for other in job.next_roles:
            step = support.get(other)
            says = (*_both(step.says), step.source) if step else (None, None, None)
            found.append(("next-role", other, *says))
        found += [
            ("confused-with", each.job, *_both(each.difference), None) for each in job.confused_with
        ]
        yield from ((job.slug, position, *row) for position, row in enumerate(found, 1))


JOB_RELATIONS = Made(
    "A job that another answers to, works with, leads to or is confused with; the first named first.",
    (
        JOB,
        POSITION,
        _text(
            "relation",
            "Usual superior, close colleague, usual promotion, or a job it is confused with.",
            values=("answers-to", "works-with", "next-role", "confused-with"),
        ),
        _key("other", "profession", "Key of the other job."),
        column("says_fr", Neighbour, "difference.fr", required=False),
        column("says_en", Neighbour, "difference.en", required=False),
        column("source", StepSupport, "source", required=False),
    ),
    _job_relations,
)


def _hand_overs(records: Records) -> Rows:
    deliverables = {
        each.slug: each.name for stage in records.of("stage") for each in stage.deliverables
    }
    for job in records.of("profession"):
        for place, over in enumerate(job.hands_over, 1):
            what = over.what or deliverables[over.deliverable]
            for receiver in dict.fromkeys(over.to):
                yield job.slug, place, receiver, over.stage, over.deliverable, *_both(what)


HAND_OVERS = Made(
    HandOver.__doc__ or "",
    (
        JOB,
        Column("hand_over", "integer", "Place of what is handed over, from 1.", required=True),
        _key("receiver", "profession", "Key of a job that receives it."),
        column("stage", HandOver, "stage"),
        column("deliverable", HandOver, "deliverable"),
        *_pair(HandOver, "what", "what_", required=True),
    ),
    _hand_overs,
)


def _job_conditions(records: Records) -> Rows:
    codes = {entry.code: entry for entry in records.of("rome")}
    for job in records.of("profession"):
        main = codes.get(job.rome[0]) if job.rome else None
        for said in known_conditions(job, main):
            yield job.slug, said.what, said.answer, *_both(said.note), said.source, said.of_code


JOB_CONDITIONS = Made(
    "What is known of a working condition of a job; one that has no row is not known.",
    (
        JOB,
        _text("condition", "Line of the frank checklist.", values=CONDITIONS),
        column("answer", Condition, "answer"),
        *_pair(Condition, "note", "note_"),
        column("source", Condition, "source"),
        Column(
            "of_code",
            "boolean",
            "Whether the ROME says so, of all the jobs of a code.",
            required=True,
        ),
    ),
    _job_conditions,
)


def _costs(records: Records) -> Rows:
    rules = tuple(records.of("rule"))
    for school in records.of("school"):
        for programme in school.programmes:
            rows = _costs_of(school, programme, rules)
            yield from (
                (school.slug, programme.slug, place, *row) for place, row in enumerate(rows, 1)
            )


def _costs_of(school: Any, programme: Any, rules: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    routes = routes_of(programme)
    # As in query/costs.py: an amount read is what is asked of pupils, where there are any.
    paid = "scolaire" if "scolaire" in routes or not routes else routes[0]
    for fees in programme.fees:
        yield (paid, "figure", None, fees.low, fees.high, fees.year, fees.scope,
               *_both(fees.covers), fees.source)  # fmt: skip
    for route in routes:
        for rule in rules:
            if is_covered(rule, school, programme, route):
                yield (route, "rule", rule.slug, rule.eur_per_year, None, rule.year, "year",
                       *_both(rule.says), rule.sources[0])  # fmt: skip


COSTS = Made(
    "What a year of a programme costs under a status: an amount read for it, or one that a rule sets. "
    "An amount read that still holds wins over a rule.",
    (
        _key("school", "school", "Key of the school."),
        _text("programme", "Key of the programme, unique within the school."),
        POSITION,
        _text("route", "Status under which it is followed.", values=("scolaire", "apprentissage")),
        _text("origin", "Whether the amount was read for this programme, or follows from a rule.",
              values=("figure", "rule")),
        _key("rule", "rule", "Key of the rule.", required=False),
        column("low", Fees, "low"),
        column("high", Fees, "high"),
        column("year", Fees, "year"),
        column("scope", Fees, "scope"),
        *_pair(Fees, "covers", "covers_"),
        column("source", Fees, "source"),
    ),
    _costs,
    (ForeignKey(("school", "programme"), "programmes", ("school", "slug")),),
)  # fmt: skip


def _citations(records: Records) -> Rows:
    sql = "SELECT source, kind, slug FROM citation ORDER BY source, kind, slug"
    for source, kind, slug in records.rows(sql):
        yield source, table_name(kind), slug


CITATIONS = Made(
    "A record that rests on a source, for one of its facts at least.",
    (
        _key("source", "source", "Key of the source."),
        _text("record_table", "Table of the record."),
        _text("record", "Key of the record."),
    ),
    _citations,
)


def _changes(records: Records) -> Rows:
    for release in records.of("release"):
        rows = [row for record in release.records for row in _changed(record)]
        yield from ((release.slug, position, *row) for position, row in enumerate(rows, 1))


def _changed(record: Any) -> Iterator[tuple[Any, ...]]:
    head = (table_name(record.record), record.slug)
    if record.kind:
        yield *head, None, record.kind, next(iter(record.formerly), None), None
    for each in record.facts:
        if each.before is not None or each.after is not None:
            yield *head, each.fact, each.kind, _said(each.before), _said(each.after)
        yield from ((*head, each.fact, each.kind, value, None) for value in each.lost)
        yield from ((*head, each.fact, each.kind, None, value) for value in each.gained)


def _said(value: Any) -> str | None:
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


CHANGES = Made(
    "What changed in a record from the release before: the record itself when no fact is named.",
    (
        _key("release", "release", "Key of the release."),
        POSITION,
        _text("record_table", "Table of the record."),
        _text("record", "Key of the record; of one that is gone, the key it had."),
        column("fact", FactChange, "fact", required=False),
        column("kind", FactChange, "kind"),
        _text("before", "What was said: a value, one of several, or an older key.", required=False),
        _text("after", "What is said now.", required=False),
    ),
    _changes,
)


def _doubts(records: Records) -> Rows:
    for name, key, record in everything(records):
        for place, doubt in enumerate(getattr(record, "doubts", ()), 1):
            yield name, key, place, *_both(doubt)


DOUBTS = Made(
    "What could not be verified of a record.",
    (
        _text("record_table", "Table of the record."),
        _text("record", "Key of the record; of a programme, `school/programme`."),
        POSITION,
        _text("fr", "The doubt, in French."),
        _text("en", "The doubt, in English."),
    ),
    _doubts,
)


def _renamed(records: Records) -> Rows:
    for name, key, record in everything(records):
        for former in getattr(record, "formerly", ()):
            before = key.rpartition("/")[0]
            yield name, f"{before}/{former}" if before else former, key


RENAMED = Made(
    "An older key that still finds a record: replace it by the present one.",
    (
        _text("record_table", "Table of the record."),
        _text("former", "The older key; of a programme, `school/programme`."),
        _text("record", "The present key."),
    ),
    _renamed,
)


def everything(records: Records) -> Iterator[tuple[str, str, Any]]:
    """Yield every record, with its table and its key; programmes too."""
    for kind in MODELS:
        for record in records.of(kind):
            yield table_name(kind), record.slug, record
            for programme in getattr(record, "programmes", ()):
                yield "programmes", f"{record.slug}/{programme.slug}", programme
