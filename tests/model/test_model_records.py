"""Every record is frozen, strict, closed to unknown fields, and described field by field."""

import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from annotated_types import Le
from pydantic import BaseModel, TypeAdapter, ValidationError

from avcareers.model import topic
from avcareers.model.base import Record
from avcareers.model.certification import Certification
from avcareers.model.chain import Stage
from avcareers.model.content import Content, type_of_records
from avcareers.model.pay import Agreement
from avcareers.model.place import Place
from avcareers.model.rome import RomeEntry
from avcareers.model.school import Fees, Insertion, Programme, School, Selectivity
from avcareers.model.source import Source
from avcareers.model.vocabulary import EntryLevel
from avcareers.render.schemas import answer_types


def models_in(annotation: Any, seen: dict[str, type[BaseModel]]) -> None:
    """Collect the models an annotation leads to."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation.__name__ in seen:
            return
        seen[annotation.__name__] = annotation
        for field in annotation.model_fields.values():
            models_in(field.annotation, seen)
    for part in get_args(annotation):
        models_in(part, seen)


def every_model() -> Iterator[type[BaseModel]]:
    """Return every model that a data file or an answer holds."""
    seen: dict[str, type[BaseModel]] = {}
    for name in Content.model_fields:
        models_in(type_of_records(name), seen)
    for shape in (topic.Topic, *answer_types().values()):
        models_in(shape, seen)
    yield from seen.values()


MODELS = tuple(every_model())


PROGRAMME = {"slug": "image", "title": "Image", "sources": ("fiche",)}


@pytest.mark.parametrize(("award", "diploma"), [("national", "bts"), ("school", None)])
def test_a_national_award_names_its_diploma(award: str, diploma: str | None) -> None:
    assert Programme.model_validate({**PROGRAMME, "award": award, "diploma": diploma})


@pytest.mark.parametrize(
    ("award", "diploma", "said"),
    [("national", None, "must name its diploma"), ("rncp", "bts", "only a national award")],
)
def test_an_award_with_the_wrong_diploma_is_refused(
    award: str, diploma: str | None, said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        Programme.model_validate({**PROGRAMME, "award": award, "diploma": diploma})


def test_the_walk_reaches_the_deepest_models() -> None:
    assert {"Selectivity", "Condition", "Deliverable", "Problem", "Course", "Check"} <= {
        model.__name__ for model in MODELS
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_described_by_a_sentence(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        assert field.description, f"{model.__name__}.{name}"
        assert field.description.strip()[-1] in ".?", f"{model.__name__}.{name}"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_says_what_it_is(model: type[BaseModel]) -> None:
    assert (model.__doc__ or "").strip().endswith(".")
    assert issubclass(model, Record)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_model_takes_an_unknown_field(model: type[BaseModel]) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate_json('{"inconnu": 1}')
    assert "inconnu" in [
        e["loc"][0] for e in caught.value.errors() if e["type"] == "extra_forbidden"
    ]


PLACE = {
    "slug": "lyon", "name": "Lyon", "department": "69", "region": "Auvergne-Rhône-Alpes",
    "lat": 45.75, "lon": 4.85,
}  # fmt: skip
SOURCE = {"slug": "fiche", "title": "Fiche", "publisher": "CNC", "read_on": "2026-11-01"}
TEXT = {"fr": "Tout.", "en": "All."}
FEES = {"low": 300, "high": 900, "covers": TEXT, "source": "fiche"}
CERTIFICATION = {
    "slug": "rncp-1", "number": 1, "url": "https://www.francecompetences.fr/1", "sources": ["fiche"],
}  # fmt: skip
ROME = {"slug": "l1505", "code": "L1505", "title": "Image", "riasec": "AR", "source": "fiche"}
SESSION = {"session": 2025, "counted_as": "applicants", "source": "fiche"}


def validated(model: type[BaseModel], value: dict[str, Any]) -> Any:
    """Validate plain values as a data file gives them."""
    return TypeAdapter(model).validate_json(json.dumps(value))


def test_a_record_can_not_be_changed() -> None:
    city = validated(Place, PLACE)
    with pytest.raises(ValidationError, match="frozen"):
        city.name = "Lille"
    with pytest.raises(ValidationError, match="frozen"):
        del city.name
    assert city.name == "Lyon"


def test_the_lists_of_a_record_can_not_be_changed(small_school: School) -> None:
    assert isinstance(small_school.sources, tuple)
    assert isinstance(small_school.other_names, tuple)


@pytest.fixture
def small_school() -> School:
    return validated(
        School,
        {
            "slug": "ecole", "name": "École", "kind": "public", "other_names": ["E", "C"],
            "sources": ["fiche"], "reviewed": "2026-11-01",
        },
    )  # fmt: skip


@pytest.mark.parametrize(
    ("model", "value", "field", "bad"),
    [
        (Place, PLACE, "lat", "45.75"),
        (Place, PLACE, "lat", True),
        (Place, PLACE, "lat", 91),
        (Place, PLACE, "lon", -180.5),
        (Place, PLACE, "population", 3.5),
        (Place, PLACE, "population", True),
        (Place, PLACE, "population", -1),
        (Place, PLACE, "department", 69),
        (Place, PLACE, "department", "2C"),
        (Place, PLACE, "department", "100"),
        (Place, PLACE, "name", 3),
        (Place, PLACE, "name", ["Lyon"]),
        (Source, SOURCE, "read_on", 2026),
        (Source, SOURCE, "url", "cnc"),
        (Source, SOURCE, "read_on", None),
        (Source, SOURCE, "note", "Page sans date."),
        (Source, SOURCE, "note", {"fr": "Page sans date."}),
        (Certification, CERTIFICATION, "number", "1"),
        (Certification, CERTIFICATION, "number", 1.5),
        (Certification, CERTIFICATION, "number", True),
        (Certification, CERTIFICATION, "number", 0),
        (Certification, CERTIFICATION, "title_inferred", 1),
        (Certification, CERTIFICATION, "title_inferred", "true"),
        (Certification, CERTIFICATION, "apprenticeship", 0),
        (Certification, CERTIFICATION, "level", 9),
        (Certification, CERTIFICATION, "sources", []),
        (Certification, CERTIFICATION, "sources", "fiche"),
        (RomeEntry, ROME, "code", "Z1505"),
        (RomeEntry, ROME, "code", "L150"),
        (RomeEntry, ROME, "riasec", "AX"),
        (Fees, FEES, "low", "300"),
        (Fees, FEES, "low", -1),
        (Fees, FEES, "low", True),
        (Fees, FEES, "covers", "Tout."),
        (Selectivity, SESSION, "session", 1999),
        (Selectivity, SESSION, "counted_as", "voeux"),
        (Selectivity, SESSION, "candidates", "12"),
    ],
)
def test_a_loose_or_impossible_value_is_refused(
    model: type[BaseModel], value: dict[str, Any], field: str, bad: object
) -> None:
    validated(model, value)
    with pytest.raises(ValidationError) as caught:
        validated(model, {**value, field: bad})
    assert {error["loc"][0] for error in caught.value.errors()} == {field}


@pytest.mark.parametrize("code", ["01", "2A", "2B", "75", "974", "988"])
def test_french_departments_are_taken(code: str) -> None:
    assert validated(Place, {**PLACE, "department": code}).department == code


def test_a_code_in_other_digits_than_ours_is_refused() -> None:
    with pytest.raises(ValidationError):
        validated(Place, {**PLACE, "department": "٦٩"})


def test_a_fee_is_one_amount_or_a_range_in_order() -> None:
    assert validated(Fees, {**FEES, "high": 300}).high == 300
    with pytest.raises(ValidationError):
        validated(Fees, {**FEES, "low": 900, "high": 300})


@pytest.mark.parametrize("missing", ["cohort", "months", "uai", "source"])
def test_a_rate_of_insertion_never_stands_without_its_cohort(missing: str) -> None:
    known: dict[str, Any] = {
        "uai": "9740001A", "centre": "CFA Mirabelle", "cohort": "2023-2024", "months": 6,
        "employed_percent": 58.0, "source": "fiche",
    }  # fmt: skip
    assert Insertion(**known).employed_percent == 58
    del known[missing]
    with pytest.raises(ValidationError, match=missing):
        Insertion(**known)


def test_unknown_is_not_zero() -> None:
    programme = Programme.model_fields
    assert programme["years"].default is None
    assert programme["alternance"].default is None
    assert validated(Fees, {key: FEES[key] for key in FEES if key != "high"}).high is None


def test_a_stage_says_at_least_two_things_that_happen() -> None:
    field = Stage.model_fields["happens"]
    with pytest.raises(ValidationError):
        TypeAdapter(field.rebuild_annotation()).validate_json(json.dumps([TEXT]))


def test_a_content_reads_file_by_file(small_school: School) -> None:
    city = validated(Place, PLACE)
    content = Content(places=(city,), schools=(small_school,))
    assert list(content.all_records()) == [("school", small_school), ("place", city)]


def numbers(annotation: Any, limits: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the limits of each number that a type holds."""
    if get_origin(annotation) is Annotated:
        annotation, *notes = get_args(annotation)
        limits = (*limits, *(n for note in notes for n in getattr(note, "metadata", [note])))
    if annotation in (int, float):
        yield limits
    for part in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from numbers(part, limits)


def test_every_number_has_a_most_that_can_be_written() -> None:
    """A number of 19 digits, which another of 18 rounds up to, could not be read again."""
    unbounded = [
        f"{model.__name__}.{name}"
        for model in MODELS
        if model.__module__.startswith("avcareers.model.")
        for name, field in model.model_fields.items()
        for limits in numbers(Annotated[field.annotation, *field.metadata, None])
        if not any(isinstance(limit, Le) and limit.le < 10**15 for limit in limits)
    ]
    assert unbounded == []


@pytest.mark.parametrize(
    ("steps", "sound"),
    [
        ([(36, 43), (44, 48), (49, None)], True),
        ([(36, 43)], True),
        ([(44, 48), (36, 43)], False),
        ([(36, 43), (43, None)], False),
        ([(36, 43), (45, None)], False),
        ([(36, None), (44, None)], False),
        ([(43, 36)], False),
    ],
)
def test_overtime_steps_follow_one_another(steps: list[Any], sound: bool) -> None:
    record = {
        "slug": "idcc-1", "idcc": "0001", "name": TEXT, "scope": TEXT, "sources": ["a"],
        "overtime": [{"from_hour": first, "to_hour": last, "increase_percent": 25.0, "source": "a"}
                     for first, last in steps],
    }  # fmt: skip
    if sound:
        assert len(Agreement.model_validate_json(json.dumps(record)).overtime) == len(steps)
    else:
        with pytest.raises(ValidationError, match="overtime"):
            Agreement.model_validate_json(json.dumps(record))


@pytest.mark.parametrize("level", [1, 2, 8, -1])
def test_a_level_that_nobody_may_enter_with_is_refused(level: int) -> None:
    with pytest.raises(ValidationError, match="Input should be 0, 3, 4, 5, 6 or 7"):
        TypeAdapter(EntryLevel).validate_python(level)
