"""The flat tables: nothing of the models is left out by oversight, keys are keys, names resolve."""

from collections.abc import Iterator
from types import NoneType
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from avcareers.query.school import school_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.store.flat import records as reading
from avcareers.store.flat.declaration import MODELS, Path, Table, columns_of, way
from avcareers.store.flat.records import Records
from avcareers.store.flat.relation import Relation, relations
from avcareers.store.flat.tables import KEPT_IN_JSON, TABLES

Cells = dict[str, Any]
DAY = "2026-12-01"
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "date": (str,), "integer": (int,), "boolean": (bool,), "number": (int, float),
}  # fmt: skip


def lists_of(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """Yield the paths of the lists that a record holds."""
    for name, field in model.model_fields.items():
        if name in KEPT_IN_JSON:
            continue
        (nested,) = [*_models(field.annotation), None][:1]
        is_list = "tuple" in str(field.annotation)
        if is_list:
            yield f"{before}{name}"
        if nested:
            yield from lists_of(nested, f"{before}{name}{'/' if is_list else '.'}")


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]


def test_every_kind_and_every_list_of_a_record_has_a_table() -> None:
    paths = {(table.kind, path.steps) for table in TABLES if not table.made for path in table.paths}
    made = {
        ("school", "recognition"), ("school", "programmes/recognition"),
        ("school", "programmes/fees"), ("synonym", ""),
    }  # fmt: skip
    wanted = {(kind, path) for kind, model in MODELS.items() for path in ("", *lists_of(model))}
    assert wanted - paths - made == set()


def rows_of(table: Relation, records: Records) -> list[Cells]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(records)]


def faults(catalogue: Catalogue) -> Iterator[str]:
    """Yield what of the tables is not as they declare."""
    records = Records(catalogue)
    every = {table.name: rows_of(table, records) for table in relations()}
    for table in relations():
        rows = every[table.name]
        keys = [tuple(row[name] for name in table.key) for row in rows]
        if len(set(keys)) < len(keys):
            yield f"{table.name}: two rows of one key"
        for column in table.columns:
            found = {row[column.name] for row in rows}
            odd = [
                value for value in found if not isinstance(value, (*TYPES[column.type], NoneType))
            ]
            if odd:
                yield f"{table.name}.{column.name}: {odd[:3]} of another type"
            if column.required and None in found:
                yield f"{table.name}.{column.name}: empty"
            if column.values and not found <= {None, *column.values}:
                yield f"{table.name}.{column.name}: {found.difference(column.values)}"
        for key in table.foreign_keys:
            there = {tuple(row[name] for name in key.to) for row in every[key.table]}
            asked = {tuple(row[name] for name in key.columns) for row in rows}
            if lost := {one for one in asked if None not in one} - there:
                yield f"{table.name}.{key.columns}: {sorted(lost)[:3]} not in {key.table}"


def test_keys_are_keys_and_names_resolve(catalogue: Catalogue) -> None:
    assert list(faults(catalogue)) == []


@pytest.mark.slow
def test_the_real_tables_hold_what_they_declare_and_no_column_is_empty(
    real_catalogue: Catalogue,
) -> None:
    assert list(faults(real_catalogue)) == []
    records = Records(real_catalogue)
    for table in relations():
        filled = {name for row in rows_of(table, records) for name, value in row.items()
                  if value is not None}  # fmt: skip
        assert filled == {column.name for column in table.columns}, table.name


def has_ended(until: str | None) -> bool:
    return until is not None and until < DAY[: len(until)]


@pytest.mark.slow
def test_one_table_says_every_title_that_the_check_of_a_school_says_has_not_ended(
    real_catalogue: Catalogue,
) -> None:
    (table,) = [each for each in relations() if each.name == "recognitions"]
    every = rows_of(table, Records(real_catalogue))
    for slug in real_catalogue.slugs("school"):
        sheet = school_sheet(real_catalogue, slug, DAY)
        rows = [row for row in every if row["school"] == slug and not has_ended(row["until"])]
        of_school = [(one.entry.kind, one.entry.until) for one in sheet.recognition
                     if one.standing not in {"expired", "to-check"}]  # fmt: skip
        assert of_school == [
            (row["kind"], row["until"]) for row in rows if row["recognised"] == "school"
        ]
        said, written = set(), {(row["programme"], row["kind"], row["until"]) for row in rows}
        for one in sheet.diplomas:
            kind = {"rncp": "rncp", "cqp": "rncp", "national": "diplome-national"}.get(
                one.award, one.granted
            )
            if one.standing in {"in-force", "end-unknown"} and kind:
                until = None if one.award == "national" else one.until
                said |= {(programme, kind, until) for programme in one.programmes}
        assert said <= written, slug
        own = {one.record.slug for one in sheet.programmes if one.record.award in {"rncp", "cqp"}}
        assert {one for one in said if one[1] == "rncp"} == {
            one for one in written if one[0] in own and one[1] == "rncp"
        }, slug
        assert {number for one in sheet.diplomas for number in one.numbers} <= {
            row["number"] for row in every if row["school"] == slug
        }


@pytest.mark.slow
def test_a_column_that_is_left_out_has_nothing_in_it_or_stands_elsewhere(
    real_catalogue: Catalogue,
) -> None:
    for table in TABLES:
        whole = way(Table(table.name, table.kind), Path("")) if table.leave else None
        for column, place in whole.fields if whole else ():
            if column.name in table.leave and place[0] != "day_to_day":
                values = {getattr(each, place[0]) for each in real_catalogue.documents(table.kind)}
                assert values == {None}, (table.name, column.name)


def test_a_kind_of_many_records_is_read_again_not_held(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = [rows_of(table, Records(catalogue)) for table in relations()]
    monkeypatch.setattr(reading, "READ_TOGETHER", 2)
    monkeypatch.setattr("avcareers.store.catalogue.READ_TOGETHER", 2)
    records = Records(catalogue)
    assert [rows_of(table, records) for table in relations()] == at_once
    assert records._kept["profession"] == []


def test_columns_say_what_the_models_say() -> None:
    (jobs,) = [table for table in relations() if table.name == "jobs"]
    summary = next(column for column in jobs.columns if column.name == "summary_fr")
    assert summary.description == "The job in one sentence of at most 25 words. In French."
    (stages,) = [table for table in relations() if table.name == "job_stages"]
    assert [key.table for key in stages.foreign_keys] == ["jobs", "stages"]
    described = [column.description for table in relations() for column in table.columns]
    assert all(described)
    assert [column.name for column, _ in columns_of(MODELS["place"])][:2] == ["slug", "name"]
