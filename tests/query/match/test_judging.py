"""Groups and their order, on drawn jobs: a law for every answer."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avcareers.query.match.judging import (
    GROUPS,
    SELDOM,
    JobFacts,
    Judged,
    given_back,
    judge,
    seldom_known,
)

LIKES = ("draw", "listen", "write")
CONDITIONS = ("nights", "travel", "weekends")
ANSWERS = st.sampled_from(["yes", "sometimes", "no"])
JOBS = st.lists(
    st.builds(
        JobFacts,
        slug=st.just(""),
        entry=st.booleans(),
        activities=st.frozensets(st.sampled_from(LIKES)),
        conditions=st.dictionaries(st.sampled_from(CONDITIONS), ANSWERS),
        way=st.sampled_from(["open", "unknown", "none", "closed"]),
    ),
    max_size=6,
).map(lambda jobs: [job._replace(slug=str(place)) for place, job in enumerate(jobs)])
SOME_LIKES, SOME_CONDITIONS = (
    st.lists(st.sampled_from(values), unique=True).map(tuple) for values in (LIKES, CONDITIONS)
)
QUIETLY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A machine that does other things is slow, which says nothing of what is tested."""
WORST = (*GROUPS, None)


def places(judged: tuple[Judged, ...]) -> dict[str, int]:
    """Return how good the group of each job is: 0 is the best."""
    return {one.slug: WORST.index(one.group) for one in judged}


@given(JOBS, SOME_LIKES, SOME_CONDITIONS, st.data())
@QUIETLY
def test_asking_less_never_loses_a_job_nor_makes_it_less_sure(
    jobs: list[JobFacts], likes: tuple[str, ...], refused: tuple[str, ...], data: st.DataObject
) -> None:
    before = places(judge(jobs, likes, refused))
    fewer = tuple(data.draw(st.lists(st.sampled_from(refused), unique=True)) if refused else ())
    more = tuple(dict.fromkeys((*likes, *data.draw(SOME_LIKES)))) if likes else ()
    lifted = data.draw(st.sampled_from([(likes, fewer), (more, refused), ((), refused)]))
    after = places(judge(jobs, *lifted))
    assert all(after[slug] <= before[slug] for slug in before)


@given(JOBS, SOME_LIKES, SOME_CONDITIONS)
@QUIETLY
def test_groups_and_their_order_follow_from_what_is_known(
    jobs: list[JobFacts], likes: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    judged = judge(jobs, likes, refused)
    assert judged == judge(jobs, likes, refused)
    facts = {job.slug: job for job in jobs}
    kept = [one for one in judged if one.group]
    for one in judged:
        job, met = facts[one.slug], set(likes) & facts[one.slug].activities
        answers = {job.conditions.get(name) for name in refused}
        silent = any(
            job.conditions.get(name) is None and any(name in other.conditions for other in jobs)
            for name in refused
        )
        doubts = silent or job.way in {"unknown", "none"}
        assert set(one.likes) == met
        assert (one.group is None) == (
            "yes" in answers or job.way == "closed" or (bool(likes) and not met)
        )
        if one.group:
            sure = "fits-if" if "sometimes" in answers else "fits"
            assert one.group == ("ask-first" if doubts else sure)
    order = [
        (GROUPS.index(one.group), -len(one.likes),
         sum(facts[one.slug].conditions.get(name) != "no" for name in refused),
         not facts[one.slug].entry, int(one.slug))
        for one in kept if one.group
    ]  # fmt: skip
    assert order == sorted(order)


@given(JOBS, SOME_LIKES, SOME_CONDITIONS)
@QUIETLY
def test_what_a_condition_left_out_gives_back_is_what_it_gives_back(
    jobs: list[JobFacts], likes: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    judged = judge(jobs, likes, refused)
    kept = sum(one.group is not None for one in judged)
    for name in refused:
        without = judge(jobs, likes, tuple(other for other in refused if other != name))
        assert given_back(judged, [name]) == sum(bool(one.group) for one in without) - kept
    if likes:
        free = judge(jobs, (), refused)
        assert given_back(judged, ["like"]) == sum(bool(one.group) for one in free) - kept


def test_what_is_known_of_few_jobs_puts_no_other_in_doubt() -> None:
    def job(slug: str, **conditions: str) -> JobFacts:
        return JobFacts(slug, entry=True, activities=frozenset(), conditions=conditions)

    driver, *others = job("driver", licence="yes"), *(job(str(n), nights="no") for n in range(19))
    jobs = (driver, *others)
    assert len(jobs) * SELDOM > 1
    assert seldom_known(jobs, ("licence", "nights")) == {"licence": 1}
    assert {one.group for one in judge(jobs, (), ("licence",))} == {"fits", None}
    assert judge(jobs, (), ("nights",))[-1].group == "ask-first"
