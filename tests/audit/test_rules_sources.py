"""A fact cites a page that was read for it, and a source is about something."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from avcareers.audit.check import findings
from avcareers.audit.sources import SUBJECTS, facts_cite_a_page_about_them, wanted_of
from avcareers.model.base import Refers
from avcareers.model.content import Content, type_of_records
from avcareers.model.vocabulary import SourceAbout, values
from avcareers.store.validation import load_with_places

PROGRAMME = ("schools", 0, "programmes", 0)
JOB = ("professions", 2)


def with_a_page(small: ModuleType, *about: str) -> Any:
    """Return records, and a second page read for some subjects."""
    data = small.records()
    page = {"slug": "page", "title": "Page", "publisher": "Un site", "read_on": "2026-11-01"}
    data["sources"].append(page | {"about": list(about)})
    return data


def found(small: ModuleType, data: Any) -> list[tuple[Any, ...]]:
    """Return what is found, without its words."""
    return [finding[:4] for finding in findings(small.content(data))]


NIGHTS = {"nights": {"answer": "yes", "source": "page"}}
HIRING = [{"sector": "cinema", "confidence": "high", "sources": ["page"]}]
ADMITTED = [{"session": 2025, "counted_as": "applicants", "source": "page"}]
CASES = [
    ((*PROGRAMME, "fees", 0, "source"), "page", "fees", "selectivity"),
    ((*PROGRAMME, "alternance", "source"), "page", "alternance", "fees"),
    ((*PROGRAMME, "selectivity"), ADMITTED, "selectivity", "alternance"),
    ((*PROGRAMME, "recognition", 0, "source"), "page", "recognition", "award"),
    (("schools", 0, "recognition", 0, "source"), "page", "recognition", "place"),
    (("schools", 0, "sources"), ["page"], "place", "tasks"),
    ((*JOB, "day_to_day"), NIGHTS, "conditions", "tasks"),
    ((*JOB, "hiring"), HIRING, "status", "conditions"),
    ((*JOB, "sources"), ["page"], "tasks", "fees"),
    (("agreements", 0, "grids", 0, "source"), "page", "pay", "earnings"),
    (("minimum_wages", 0, "sources"), ["page"], "pay", "tasks"),
    (("certifications", 0, "sources"), ["page"], "award", "fees"),
    (("stages", 0, "sources"), ["page"], "tasks", "fees"),
]


@pytest.mark.parametrize(("path", "value", "about", "other"), CASES)
def test_a_fact_cites_a_page_about_it(
    small: ModuleType, path: tuple[str | int, ...], value: Any, about: str, other: str
) -> None:
    assert found(small, small.put(with_a_page(small, about, "rule"), path, value)) == []
    wrong = found(small, small.put(with_a_page(small, other, "rule"), path, value))
    assert [finding[3] for finding in wrong] == ["source-about"]
    assert wrong[0][2][: len(path) - 2] == path[2:]


def test_an_answer_may_rest_on_a_page_about_anything(small: ModuleType) -> None:
    data = with_a_page(small, "insertion")
    small.put(data, ("topics", 0, "sources"), ["fiche", "page"])
    small.put(data, ("topics", 0, "answer", 0, "source"), "page")
    assert found(small, data) == []


@pytest.mark.parametrize(("about", "fine"), [((), False), (("rule",), False), (("fees",), True)])
def test_a_source_is_about_something(small: ModuleType, about: tuple[str, ...], fine: bool) -> None:
    assert found(small, with_a_page(small, *about)) == (
        [] if fine else [("source", "page", ("about",), "about-nothing")]
    )


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        ("https://www.example.org/fiche/", "http://example.org/Fiche", True),
        ("https://example.org/fiche/1", "https://example.org/fiche/2", False),
        (None, None, False),
    ],
    ids=["another-writing", "another-page", "no-address"],
)
def test_a_page_is_one_source(
    small: ModuleType, one: str | None, other: str | None, twice: bool
) -> None:
    data = with_a_page(small, "place")
    data["sources"][-1] |= {"url": one}
    data["sources"].append(data["sources"][-1] | {"slug": "page-b", "url": other})
    expected = [("source", "page-b", ("url",), "source-twice")] if twice else []
    assert found(small, data) == expected


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"url": "https://github.com/someone/data/"}, "source-repository"),
        ({"url": "https://github.com/someone/data/blob/1a2b3c4/file.csv"}, None),
        ({"official_url": "https://www.example.org/texte"}, "official-page"),
        ({"official_page": "order"}, "official-page"),
        ({"official_url": "https://www.example.org/texte", "official_page": "text"}, None),
    ],
)
def test_where_a_copy_was_read_and_where_it_is_official_can_be_looked_up(
    small: ModuleType, fields: dict[str, str], rule: str | None
) -> None:
    data = with_a_page(small, "place")
    data["sources"][-1] |= fields
    assert [finding[3] for finding in found(small, data)] == [rule] * bool(rule)


@pytest.mark.parametrize(
    ("french", "english", "language"),
    [
        ("Connu par un relevé du projet.", "Read in part.", "fr"),
        ("Lu en partie.", "Title of our own.", "en"),
        ("Page sans date.", "Undated page.", None),
    ],
)
def test_the_note_of_a_source_is_for_readers(
    small: ModuleType, french: str, english: str, language: str | None
) -> None:
    data = with_a_page(small, "place")
    data["sources"][-1]["note"] = {"fr": french, "en": english}
    wrong = found(small, data)
    assert wrong == (
        [("source", "page", ("note", language), "note-of-ourselves")] if language else []
    )


def test_what_is_wrong_is_said_where_it_stands_with_how_to_mend_it(small: ModuleType) -> None:
    data = with_a_page(small, "place")
    small.put(data, (*PROGRAMME, "fees", 0, "source"), "page")
    content, places = load_with_places(small.sources(data))
    (finding,) = facts_cite_a_page_about_them(content)
    problem = places.located(finding.kind, finding.slug, finding.field, finding.must)
    assert (problem.file, problem.where) == (
        "schools.yaml",
        "ecole-de-lyon.programmes[0].fees[0].source",
    )
    assert problem.line > 1
    assert "`fees`" in finding.must
    assert "sources.yaml" in finding.mend


def fields_that_cite(kind: str, model: type[BaseModel], above: str) -> Iterator[str]:
    """Yield the path of each field of a model, and of those below it, that names sources."""
    for name, field in model.model_fields.items():
        marks = [*field.metadata, *(m for part in parts(field.annotation) for m in metadata(part))]
        if any(isinstance(mark, Refers) and mark.kind == "source" for mark in marks):
            yield f"{above}.{name}"
        for part in parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from fields_that_cite(kind, part, f"{above}.{name}")


def parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from parts(part)


def metadata(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__metadata__", ())


FIELDS = [
    path
    for name, field in Content.model_fields.items()
    if field.title not in {None, "source"}
    for model in get_args(type_of_records(name))[:1]
    for path in fields_that_cite(str(field.title), model, str(field.title))
]


def test_fields_that_cite_are_found() -> None:
    assert {"school.programmes.fees.source", "topic.answer.source", "rule.sources"} <= set(FIELDS)


@pytest.mark.parametrize("field", [field for field in FIELDS if not field.startswith("topic.")])
def test_each_field_says_what_its_page_is_about(field: str) -> None:
    subjects = wanted_of(field)
    assert subjects, f"say in audit/sources.py what the source of {field} must be about"
    assert subjects <= set(values(SourceAbout)) - {"rule"}


def test_no_line_stands_behind_a_wider_one() -> None:
    assert {wanted_of(pattern.replace("*", "x")) for pattern, _ in SUBJECTS} == {
        subjects for _, subjects in SUBJECTS
    }
