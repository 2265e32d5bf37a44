"""What would open an empty list: each change is enough, and the command that asks for it works."""

import pytest

from avcareers.query.filters.declaration import written
from avcareers.store.catalogue import Catalogue

from ..suggestions import Answer, asking

EMPTY: dict[tuple[str, ...], tuple[str, ...]] = {
    ("jobs", "--department", "son", "--level", "head", "--stage", "distribution"): (
        "--stage", "--department",
    ),
    ("jobs", "--entry", "--level", "head"): ("--level", "--entry"),
    ("schools", "--job", "monteur", "--region", "Corse", "--alternance"): (
        "--region", "--alternance",
    ),
    ("schools", "--job", "scripte", "--near", "Brest", "--within", "5"): ("--within", "--near"),
    ("schools", "--programmes", "--job", "monteur", "--near", "Ajaccio", "--max-fees", "0"): (
        "--within", "--near",
    ),
    ("schools", "--job", "scripte", "--max-years", "0.1"): ("--max-years",),
    ("schools", "--job", "scripte", "--entry", "none"): ("--entry",),
    ("schools", "--job", "etalonneur", "--entry", "none", "--max-years", "1", "--recognised",
     "--near", "Lille"): ("--job", "--entry"),
}  # fmt: skip
"""What has no answer, and options of which something is said."""


@pytest.mark.parametrize("asked", EMPTY, ids=" ".join)
def test_each_change_proposed_opens_the_list_as_far_as_it_says(
    real_catalogue: Catalogue, asked: tuple[str, ...]
) -> None:
    with asking(real_catalogue) as ask:
        answer = ask(*asked)
        assert answer.empty
        found = getattr(answer.found, "found", answer.found)
        assert found.openings
        proposed = [*answer.suggested()]
        opened = [ask(*command) for command in proposed]
    assert not any(one.empty for one in opened)
    assert [matching(one) for one in opened[: len(found.openings)]] == [
        opening.found.matching for opening in found.openings
    ]
    told = {word for one in found.openings for word in (*one.without, *one.given)}
    assert told >= set(EMPTY[asked])


def matching(answer: Answer) -> int:
    """Return how many jobs or schools a list has."""
    return int(getattr(answer.found, "found", answer.found).matching)


def test_no_change_is_proposed_for_a_list_that_has_rows(real_catalogue: Catalogue) -> None:
    with asking(real_catalogue) as ask:
        assert ask("jobs", "--stage", "tournage").found.openings == ()
        assert ask("schools", "--job", "monteur").found.openings == ()


def test_a_reach_is_as_long_as_the_nearest_school_is_far(real_catalogue: Catalogue) -> None:
    with asking(real_catalogue) as ask:
        first = ask("schools", "--job", "scripte", "--near", "Brest", "--within", "5").found
        nearest = first.openings[0].found.schools[0]
        assert 5 < nearest.kilometres <= first.openings[0].asked.near.within_km
        assert nearest.kilometres > first.openings[0].asked.near.within_km - 10


def test_the_first_job_that_leads_to_one_that_would_match_is_named(
    real_catalogue: Catalogue,
) -> None:
    with asking(real_catalogue) as ask:
        answer = ask("jobs", "--entry", "--department", "son", "--rome", "L1508", "--level", "head")
        assert answer.empty
        first, *_, last = answer.found.climb
        assert ("path", first.slug, last.slug) in set(answer.suggested())


@pytest.mark.parametrize(
    "options",
    [
        ("schools", "--near", "brest", "--within", "70", "--entry", "bac+2", "--kind", "public"),
        ("schools", "--region", "Île-de-France", "--diploma-level", "5", "--max-fees", "0"),
        ("schools", "--recognised-as", "diploma", "--alternance", "--include-unverified"),
        ("schools", "--job", "scripte", "--max-years", "2.5", "--open-to", "apprentissage"),
    ],
    ids=" ".join,
)
def test_what_is_asked_is_written_as_it_is_typed(
    real_catalogue: Catalogue, options: tuple[str, ...]
) -> None:
    with asking(real_catalogue) as ask:
        filters = ask(*options).found.filters
        assert ask("schools", *written(filters)).found.filters == filters


@pytest.mark.parametrize(
    "asked",
    [
        ("pay", "scripte", "--agreement", "1307"),
        ("path", "figurant"),
    ],
    ids=" ".join,
)
def test_other_answers_that_are_empty_propose_one_that_is_not(
    real_catalogue: Catalogue, asked: tuple[str, ...]
) -> None:
    with asking(real_catalogue) as ask:
        answer = ask(*asked)
        assert answer.empty
        proposed = [*answer.suggested()]
        assert asked[0] in {command[0] for command in proposed}
        assert not any(ask(*command).empty for command in proposed)
