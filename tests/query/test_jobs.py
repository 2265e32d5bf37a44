"""Which jobs match, and in which order."""

from typing import Any

import pytest

from avcareers.query.jobs import JobFilters, JobList, list_jobs
from avcareers.store.catalogue import Catalogue

CHAIN = [
    "realisateur", "scripte", "cadreur", "assistant-monteur", "monteur", "chef-monteur",
    "etalonneur",
]  # fmt: skip


def slugs(found: JobList) -> list[str]:
    return [row.job.slug for row in found.jobs]


def test_without_filters_jobs_follow_the_chain(catalogue: Catalogue) -> None:
    found = list_jobs(catalogue)
    assert slugs(found) == CHAIN
    assert found.matching == found.known == len(CHAIN)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (JobFilters(stages=("preparation",)),
         ["realisateur", "scripte", "cadreur", "chef-monteur", "etalonneur"]),
        (JobFilters(departments=("montage",)), ["assistant-monteur", "monteur", "chef-monteur"]),
        (JobFilters(departments=("montage", "image")),
         ["cadreur", "assistant-monteur", "monteur", "chef-monteur", "etalonneur"]),
        (JobFilters(levels=("entry",)), ["assistant-monteur"]),
        (JobFilters(levels=("entry", "head")), ["realisateur", "assistant-monteur", "chef-monteur"]),
        (JobFilters(statuses=("annexe8",)), ["realisateur", "scripte", "monteur"]),
        (JobFilters(statuses=("general",)), ["cadreur"]),
        (JobFilters(statuses=("cdd-usage",)), ["realisateur", "scripte", "monteur"]),
        (JobFilters(statuses=("journaliste",)), []),
        (JobFilters(works_on=("pub",)), ["etalonneur"]),
        (JobFilters(works_on=("documentaire",), levels=("entry",)), ["assistant-monteur"]),
        (JobFilters(rome=("L1507",)), ["assistant-monteur", "monteur", "chef-monteur"]),
        (JobFilters(stages=("tournage",), departments=("image",), levels=("confirmed",)),
         ["cadreur", "etalonneur"]),
        (JobFilters(stages=("tournage",), rome=("L1304",), statuses=("cdd-usage",)),
         ["realisateur", "scripte"]),
        (JobFilters(departments=("montage",), statuses=("general",)), []),
        (JobFilters(having=("travel",)), ["realisateur", "scripte", "cadreur"]),
        (JobFilters(having=("travel", "nights")), ["realisateur", "scripte"]),
        (JobFilters(having=("physical_load",)), ["cadreur"]),
        (JobFilters(lacking=("physical_load",)), ["scripte", "monteur"]),
        (JobFilters(lacking=("nights", "physical_load")), []),
    ],
)  # fmt: skip
def test_filters_keep_exactly_the_jobs_they_name(
    catalogue: Catalogue, filters: JobFilters, expected: list[str]
) -> None:
    found = list_jobs(catalogue, filters)
    assert slugs(found) == expected
    assert found.matching == len(expected)
    assert found.known == len(CHAIN)


def test_names_are_sorted_as_a_french_dictionary_does(catalogue: Catalogue) -> None:
    # « Étalonneur » stands between « Chef monteur » and « Monteur », not after « Scripte ».
    assert slugs(list_jobs(catalogue, order="name")) == [
        "assistant-monteur", "cadreur", "chef-monteur", "etalonneur", "monteur", "realisateur",
        "scripte",
    ]  # fmt: skip


def test_levels_go_up(catalogue: Catalogue) -> None:
    levels = [row.job.level for row in list_jobs(catalogue, order="level").jobs]
    order = ["entry", "confirmed", "head"]
    assert levels == sorted(levels, key=order.index)
    assert set(levels) == set(order)


@pytest.mark.parametrize("order", ["chain", "name", "level"])
def test_two_runs_give_the_same_order(catalogue: Catalogue, order: Any) -> None:
    assert slugs(list_jobs(catalogue, order=order)) == slugs(list_jobs(catalogue, order=order))


def test_the_limit_cuts_the_list_and_not_the_count(catalogue: Catalogue) -> None:
    found = list_jobs(catalogue, JobFilters(departments=("montage",)), limit=2)
    assert slugs(found) == ["assistant-monteur", "monteur"]
    assert found.matching == 3


def test_what_is_not_known_of_conditions_is_counted_not_listed(catalogue: Catalogue) -> None:
    # Known to travel: three. Nothing denies it of the four others.
    assert list_jobs(catalogue, JobFilters(having=("travel",))).undecided == 4
    # The job that is carried on a shoulder is out for good; the two that are not are listed.
    assert list_jobs(catalogue, JobFilters(lacking=("physical_load",))).undecided == 4
    assert list_jobs(catalogue, JobFilters(levels=("entry",))).undecided == 0
