"""Cycles of a relation are found, one for each knot, whatever the order of the records."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.audit.ladder import cycles


@pytest.mark.parametrize(
    "relation",
    [
        {},
        {"a": ()},
        {"a": ("b",), "b": ("c",), "c": ()},
        {"a": ("b", "c"), "b": ("c",), "c": ()},
        {"a": ("nowhere",)},
    ],
)
def test_a_relation_that_goes_up_has_no_cycle(relation: dict[str, tuple[str, ...]]) -> None:
    assert cycles(relation) == []


def test_a_cycle_begins_at_its_smallest_slug_and_follows_the_relation() -> None:
    assert cycles({"c": ("a",), "b": ("c",), "a": ("b",)}) == [("a", "b", "c")]


def test_two_knots_are_two_cycles() -> None:
    relation = {"a": ("b",), "b": ("a",), "x": ("y",), "y": ("z",), "z": ("x",)}
    assert sorted(cycles(relation)) == [("a", "b"), ("x", "y", "z")]


def test_two_loops_of_one_knot_are_both_told() -> None:
    assert sorted(cycles({"a": ("b",), "b": ("a", "c"), "c": ("b",)})) == [("a", "b"), ("b", "c")]


def test_the_relation_is_left_as_it_was() -> None:
    relation = {"a": ["b"], "b": ["a"]}
    cycles(relation)
    assert relation == {"a": ["b"], "b": ["a"]}


_slugs = st.sampled_from("abcdef")
_relations = st.dictionaries(_slugs, st.lists(_slugs, max_size=3, unique=True), max_size=6)


@settings(deadline=None)
@given(_relations)
def test_every_cycle_told_is_one_of_the_relation(relation: dict[str, list[str]]) -> None:
    for loop in cycles(relation):
        assert len(set(loop)) == len(loop)
        assert loop[0] == min(loop)
        for here, there in zip(loop, (*loop[1:], loop[0]), strict=True):
            assert there in relation[here]


@settings(deadline=None)
@given(_relations)
def test_nothing_told_means_nothing_comes_back(relation: dict[str, list[str]]) -> None:
    def reach(start: str) -> set[str]:
        """Return what is reached from a slug, its own loops left aside."""
        seen: set[str] = set()
        waiting = [target for target in relation[start] if target != start]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += [target for target in relation.get(here, ()) if target != here]
        return seen

    assert bool(cycles(relation)) == any(slug in reach(slug) for slug in relation)
