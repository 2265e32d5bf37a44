"""The ladder between jobs."""

from itertools import pairwise

import pytest

from avcareers.query.ladder import Ladder, _ladder, _reversed, _ways, ladder_into, path_between
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


def test_a_ladder_of_countless_ways_is_answered() -> None:
    steps = {
        f"{floor:02}{door}": tuple(f"{floor + 1:02}{other}" for other in "abcd")
        for floor in range(40)
        for door in "abcd"
    }
    ways = _ways(steps, "00a", "39d")
    assert len(ways) == 5
    assert ways[0] == ("00a", *(f"{floor:02}a" for floor in range(1, 39)), "39d")
    assert _ways(steps, "00a", "elsewhere") == ()
    cards = dict.fromkeys({*steps, *(above for targets in steps.values() for above in targets)})
    assert slugs(_ladder(_reversed(steps), "39d", cards)) == {*steps} - {"39a", "39b", "39c"}


def test_a_job_does_not_lead_to_itself(catalogue: Catalogue) -> None:
    assert path_between(catalogue, "monteur", "monteur").ways == ()


def test_jobs_no_ladder_joins_are_told_what_connects_them(catalogue: Catalogue) -> None:
    path = path_between(catalogue, "chef-monteur", "assistant-monteur")
    assert path.ways == ()
    assert path.meeting is not None
    assert path.meeting.backwards[0][0] == "assistant-monteur"


def test_jobs_of_separate_ladders_are_told_what_they_share(real_catalogue: Catalogue) -> None:
    meeting = path_between(real_catalogue, "scripte", "monteur").meeting
    assert meeting is not None
    assert meeting.taught_by
    for school in meeting.taught_by:
        programmes = real_catalogue.document("school", school).programmes
        assert any({"scripte", "monteur"} <= set(p.leads_to) for p in programmes)
    meeting = path_between(real_catalogue, "scripte", "chef-monteur").meeting
    assert meeting is not None
    assert ("scripte", "chef-monteur") in meeting.hand_overs
    meeting = path_between(real_catalogue, "premier-assistant-realisateur", "scripte").meeting
    assert meeting is not None
    stages = [set(real_catalogue.document("profession", job).stages)
              for job in ("premier-assistant-realisateur", "scripte")]  # fmt: skip
    assert set(meeting.shared_stages) == stages[0] & stages[1]


def test_each_ladder_is_given_once_in_a_tree(real_catalogue: Catalogue) -> None:
    drawn: list[str] = []

    def walk(tree: Ladder) -> None:
        if tree.before:
            assert not tree.given_above
            drawn.append(tree.slug)
        if tree.given_above:
            assert tree.slug in drawn
        for before in tree.before:
            walk(before)

    walk(ladder_into(real_catalogue, "directeur-production"))
    assert len(drawn) == len(set(drawn))


def slugs(tree: Ladder) -> set[str]:
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
    assert slugs(ladder_into(catalogue, target)) == reached
