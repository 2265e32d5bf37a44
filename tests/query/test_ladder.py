"""The ladder between jobs."""

from itertools import pairwise

import pytest

from avcareers.query.ladder import Tree, _ways, ladder_into, path_between
from avcareers.store.catalogue import Catalogue

DIAMOND = {"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ("e",), "x": ("e",)}


def test_the_ways_are_promotions_from_one_end_to_the_other(catalogue: Catalogue) -> None:
    path = path_between(catalogue, "assistant-monteur", "chef-monteur")
    assert path.meeting is None
    for way in path.ways:
        assert (way[0], way[-1]) == ("assistant-monteur", "chef-monteur")
        for lower, upper in pairwise(way):
            assert upper in catalogue.document("profession", lower).next_roles


def test_alternatives_of_one_length_are_all_given() -> None:
    assert _ways(DIAMOND, "a", "d") == (("a", "b", "d"), ("a", "c", "d"))


def test_a_way_much_longer_than_the_shortest_is_left_out() -> None:
    steps = {"a": ("z", "b"), "b": ("c",), "c": ("d",), "d": ("z",)}
    assert _ways(steps, "a", "z") == (("a", "z"),)


def test_a_circle_of_promotions_does_not_go_on_for_ever() -> None:
    assert _ways({"a": ("b",), "b": ("a",)}, "a", "z") == ()


def test_a_job_does_not_lead_to_itself(catalogue: Catalogue) -> None:
    assert path_between(catalogue, "monteur", "monteur").ways == ()


def test_jobs_no_ladder_joins_are_told_what_connects_them(catalogue: Catalogue) -> None:
    path = path_between(catalogue, "chef-monteur", "assistant-monteur")
    assert path.ways == ()
    assert path.meeting is not None
    assert path.meeting.backwards[0][0] == "assistant-monteur"


def slugs(tree: Tree) -> set[str]:
    return {tree.slug}.union(*(slugs(before) for before in tree.before))


@pytest.mark.parametrize("target", ["chef-monteur", "etalonneur", "realisateur"])
def test_the_tree_holds_exactly_the_jobs_that_lead_there(catalogue: Catalogue, target: str) -> None:
    jobs = {job.slug: job for job in catalogue.documents("profession")}
    reached = {target}
    while True:
        more = {s for s, job in jobs.items() if set(job.next_roles) & reached} - reached
        if not more:
            break
        reached |= more
    assert slugs(ladder_into(catalogue, target).tree) == reached
