"""Results as the published JSON values: what is promised is there, and nothing else."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from avcareers.model.outputs import (
    JobDetail,
    SchoolDetail,
)
from avcareers.model.source import Source
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.job import job_sheet
from avcareers.query.school import school_sheet
from avcareers.query.schools import list_schools
from avcareers.render import shapes
from avcareers.store.catalogue import Catalogue

TODAY = "2026-11-23"


def answers(catalogue: Catalogue) -> dict[Any, list[Any]]:
    return {
        JobDetail: [
            shapes.job(job_sheet(catalogue, s, TODAY)) for s in catalogue.slugs("profession")
        ],
        SchoolDetail: [
            shapes.school(school_sheet(catalogue, s, TODAY)) for s in catalogue.slugs("school")
        ],
    }


SHAPES = [
    JobDetail, SchoolDetail
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_answer_has_the_published_shape(catalogue: Catalogue, shape: Any) -> None:
    found = answers(catalogue)[shape]
    assert found
    adapter: TypeAdapter[Any] = TypeAdapter(shape)
    for record in found:
        adapter.validate_json(json.dumps(record))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_promised_key_is_there_even_when_nothing_is_known(
    catalogue: Catalogue, shape: Any
) -> None:
    for record in answers(catalogue)[shape]:
        assert set(record) == set(shape.model_fields)


@pytest.mark.parametrize("shape", [JobDetail, SchoolDetail])
def test_a_source_is_given_whole_wherever_it_is_cited(catalogue: Catalogue, shape: Any) -> None:
    cited = [source for record in answers(catalogue)[shape] for source in record["sources"]]
    assert cited
    for source in cited:
        assert set(source) == set(Source.model_fields)


@pytest.mark.parametrize(
    ("slug", "recognised"),
    [("ecole-du-phare", True), ("ateliers-du-levant", False), ("belle-aurore", False),
     ("centre-mirabelle", False), ("cours-vermeil", False)],
)  # fmt: skip
def test_recognised_means_today(catalogue: Catalogue, slug: str, recognised: bool) -> None:
    assert shapes.school(school_sheet(catalogue, slug, TODAY))["recognised"] is recognised


@pytest.mark.parametrize(
    "filters",
    [
        SchoolFilters(recognised_by=("rncp",)),
        SchoolFilters(recognised=True, unverified=True),
        SchoolFilters(recognised_by=("culture",)),
    ],
)
def test_recognised_does_not_depend_on_what_was_asked(
    catalogue: Catalogue, filters: SchoolFilters
) -> None:
    """`recognised` is published as: a ministry answers for it, on the day of the answer."""
    found = list_schools(catalogue, filters, TODAY)
    listed = {row.school.slug: row.recognised for row in found.schools}
    assert listed
    for slug, recognised in listed.items():
        assert shapes.school(school_sheet(catalogue, slug, TODAY))["recognised"] is recognised, slug


@pytest.mark.parametrize(
    ("slug", "standings"),
    [
        ("institut-cornouaille", ["in-force", "informative"]),
        ("ateliers-du-levant", ["expired"]),
        ("belle-aurore", ["end-unknown", "expired"]),
        ("ecole-du-phare", ["in-force", "informative"]),
    ],
)
def test_each_entry_is_weighed(catalogue: Catalogue, slug: str, standings: list[str]) -> None:
    found = shapes.school(school_sheet(catalogue, slug, TODAY))
    assert [entry["standing"] for entry in found["recognition"]] == standings


def test_training_names_its_examples_by_slug(catalogue: Catalogue) -> None:
    training = shapes.job(job_sheet(catalogue, "monteur", TODAY))["training"]
    assert training["schools"] == 4
    assert {"school": "institut-cornouaille", "programme": "montage"} in training["examples"]
    assert shapes.job(job_sheet(catalogue, "chef-monteur", TODAY))["training"]["through"] == {
        "monteur": 4
    }
