"""What filters answer of a school and its programmes: yes, no, or why it is not known."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.query.alternance import alternance_mode
from avcareers.query.costs import Costing
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.judging import EXCLUDED, REASONS, Judge, Verdict
from avcareers.query.filters.school_answers import Surroundings
from avcareers.query.filters.schools import UNVERIFIED, SchoolFilters
from avcareers.query.judged import CandidateSchool
from avcareers.query.recognition import Grounds
from avcareers.store.sites import campuses_of

TODAY = "2026-11-23"
PLACES = {"brest": SimpleNamespace(region="Bretagne"), "lyon": SimpleNamespace(region="Rhône")}
BREST, LYON = SimpleNamespace(place="brest"), SimpleNamespace(place="lyon")


def programme(**known: Any) -> Any:
    fields: dict[str, Any] = {
        "slug": "montage",
        "leads_to": ("monteur",),
        "award": "school",
        "routes": (),
        "level": None,
        "entry_level": None,
        "years": None,
        "fees": (),
        "alternance": None,
        "campuses": (),
        "recognition": (),
        "certification": None,
        "diploma": None,
        "selectivity": (),
        "last_intake": None,
        "reported_closed": None,
        "last_cycle": False,
    }
    return SimpleNamespace(**fields | known)


def fees(low: float, year: str | None, high: float | None = None) -> Any:
    return SimpleNamespace(
        low=low, high=high, year=year, scope="year", covers="scolarité", source="page"
    )


def in_mode(mode: str) -> Any:
    return programme(alternance=SimpleNamespace(mode=mode))


def entry(kind: str, until: str | None = None) -> Any:
    return SimpleNamespace(kind=kind, until=until, authority="mesr")


def verdict(*programmes: Any, campuses: Any = (), recognition: Any = (), **asked: Any) -> Verdict:
    """Return what is answered of a school; of its programmes left out, see `programmes_left_out`."""
    found = _verdict(programmes, campuses, recognition, asked)
    records = tuple(programme.record for programme in found.programmes)
    return found._replace(programmes=records, left_out=())


def programmes_left_out(*programmes: Any, **asked: Any) -> tuple[str, ...]:
    return _verdict(programmes, (), (), asked).left_out


def _verdict(
    programmes: tuple[Any, ...], campuses: Any, recognition: Any, asked: dict[str, Any]
) -> Verdict:
    school: Any = SimpleNamespace(
        kind="private", type=None, campuses=campuses, recognition=recognition
    )
    unverified = asked.get("unverified", False)
    jobs = {"monteur": "montage", "cadreur": "image"}
    around = Surroundings(PLACES, jobs, asked.get("recognised_as"), unverified)
    judge = Judge(SchoolFilters(**asked), around)
    return judge.verdict(
        CandidateSchool(school, programmes, Costing((), TODAY), Grounds(TODAY, {}, {}))
    )


def lacks(reason: str) -> Verdict:
    return Verdict(False, (), reason)


def test_an_absent_alternance_is_unknown_and_not_none() -> None:
    assert alternance_mode(programme()) == "unknown"
    assert alternance_mode(in_mode("none")) == "none"


@pytest.mark.parametrize(
    ("asked", "known", "unknown", "refused"),
    [
        ({"levels": (6,)}, {"level": 6}, "level-unknown", {"level": 5}),
        ({"max_years": 2}, {"years": 2}, "length-unknown", {"years": 2.5}),
        ({"entry_level": 4}, {"entry_level": 0}, "entry-unknown", {"entry_level": 5}),
        (
            {"max_fees": 500},
            {"fees": (fees(500, "2026-2027"),)},
            "fees-unknown",
            {"fees": (fees(501, "2026-2027"),)},
        ),
    ],
)
def test_a_missing_fact_is_told_apart_from_a_contrary_one(
    asked: dict[str, Any], known: dict[str, Any], unknown: str, refused: dict[str, Any]
) -> None:
    yes, no, silent = programme(**known), programme(**refused), programme()
    assert verdict(yes, no, silent, **asked) == Verdict(True, (yes,))
    assert verdict(no, **asked) == EXCLUDED
    assert verdict(no, silent, **asked) == lacks(unknown)
    assert programmes_left_out(yes, no, silent, **asked) == (unknown,)


def test_a_missing_fact_is_no_excuse_when_another_fact_refuses() -> None:
    assert verdict(programme(), levels=(6,), jobs=("cadreur",)) == EXCLUDED
    # Whatever its level, nobody answers for the school.
    assert verdict(programme(), levels=(6,), recognised=True) == EXCLUDED


def test_filters_hold_for_one_and_the_same_programme() -> None:
    cheap = programme(fees=(fees(100, "2026-2027"),), leads_to=("cadreur",))
    dear = programme(fees=(fees(9000, "2026-2027"),), leads_to=("monteur",))
    assert verdict(cheap, dear, jobs=("monteur",), max_fees=500) == EXCLUDED


def test_a_missing_fact_of_one_programme_does_not_excuse_another() -> None:
    other = programme(level=6, leads_to=("cadreur",))
    wanted = programme(level=5, leads_to=("monteur",))
    silent = programme(leads_to=("cadreur",))
    assert verdict(other, wanted, silent, jobs=("monteur",), levels=(6,)) == EXCLUDED


def test_filters_on_places_hold_for_one_and_the_same_campus() -> None:
    near_brest: Any = SimpleNamespace(
        place=SimpleNamespace(lat=48.4, lon=-4.5), within_km=50.0
    )  # fmt: skip
    brest = SimpleNamespace(place="brest", lat=48.4, lon=-4.5)
    lyon = SimpleNamespace(place="lyon", lat=45.8, lon=4.8)
    asked: dict[str, Any] = {"near": near_brest, "regions": ("Rhône",)}
    assert not verdict(programme(), campuses=(brest, lyon), **asked).passes
    assert verdict(programme(), campuses=(brest, lyon), near=near_brest).passes


def test_a_department_is_reached_through_the_jobs_of_the_programme() -> None:
    image, montage = programme(leads_to=("cadreur",)), programme(leads_to=("monteur",))
    assert verdict(image, montage, departments=("image",)) == Verdict(True, (image,))


def test_a_school_without_programmes_passes_when_nothing_is_asked_of_them() -> None:
    assert verdict() == Verdict(True)
    assert verdict(recognition=(entry("tutelle"),), recognised=True) == Verdict(True)


def test_of_a_school_without_programmes_only_known_facts_exclude() -> None:
    assert verdict(levels=(6,)) == lacks("programmes-unknown")
    assert verdict(alternance=True) == lacks("programmes-unknown")
    assert verdict(campuses=(BREST,), regions=("Bretagne",)) == lacks("programmes-unknown")
    assert verdict(campuses=(LYON,), regions=("Bretagne",)) == EXCLUDED
    # It may lead to a diploma that a ministry answers for; for the school, nobody is known to.
    assert verdict(recognised=True) == lacks("programmes-unknown")
    assert verdict(levels=(6,), recognised=True) == lacks("programmes-unknown")
    assert verdict(levels=(6,), recognised_as="school") == EXCLUDED


def test_a_school_under_a_ministry_is_kept_without_programmes_unless_something_is_asked_of_them() -> (
    None
):
    under = {"recognition": (entry("tutelle"),), "recognised": True}
    assert verdict(**under) == Verdict(True)
    assert verdict(**under, levels=(6,)) == lacks("programmes-unknown")
    assert verdict(**under, recognised_as="diploma") == lacks("programmes-unknown")


def test_the_visa_of_one_course_is_not_joined_with_the_apprenticeship_of_another() -> None:
    visa = programme(recognition=(entry("visa", "2030-08-31"),))
    apprenticed = in_mode("full")
    assert verdict(visa, apprenticed, alternance=True, recognised=True) == lacks(
        "alternance-unknown"
    )
    refused = programme(
        recognition=(entry("visa", "2030-08-31"),), alternance=SimpleNamespace(mode="none")
    )
    assert verdict(refused, apprenticed, alternance=True, recognised=True) == EXCLUDED
    under = (entry("contrat"),)
    found = verdict(refused, apprenticed, recognition=under, alternance=True, recognised=True)
    assert found == Verdict(True, (apprenticed,))


def test_a_city_that_is_not_known_may_be_in_the_region() -> None:
    assert verdict(programme(), regions=("Bretagne",)) == lacks("place-unknown")


@pytest.mark.parametrize(
    ("modes", "expected"),
    [
        (["none", "likely"], lacks("alternance-likely")),
        (["unknown", "likely"], lacks("alternance-likely")),
        (["none", "unknown"], lacks("alternance-unknown")),
        (["none"], EXCLUDED),
    ],
)
def test_alternance_counts_only_when_known(modes: list[str], expected: Verdict) -> None:
    assert verdict(*map(in_mode, modes), alternance=True) == expected
    full, partial = in_mode("full"), in_mode("partial")
    found = verdict(*map(in_mode, modes), full, partial, alternance=True)
    assert found == Verdict(True, (full, partial))


def test_likely_alternance_comes_in_when_unverified_facts_are_asked_for() -> None:
    likely, unknown = in_mode("likely"), in_mode("unknown")
    asked: dict[str, Any] = {"alternance": True, "unverified": True}
    assert verdict(likely, unknown, **asked) == Verdict(True, (likely,))
    assert verdict(unknown, **asked) == lacks("alternance-unknown")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), EXCLUDED),
        ((entry("qualiopi"),), EXCLUDED),
        ((entry("visa", "2020-08-31"),), lacks("recognition-expired")),
        ((entry("visa"),), lacks("recognition-end-unknown")),
        ((entry("visa"), entry("visa", "2020-08-31")), lacks("recognition-end-unknown")),
    ],
)
def test_a_recognition_that_ended_or_whose_end_is_unknown_is_told_apart_from_none(
    entries: Any, expected: Verdict
) -> None:
    assert verdict(programme(recognition=entries), recognised=True) == expected
    asked: dict[str, Any] = {"recognised_as": "diploma"}
    assert verdict(programme(recognition=entries), **asked) == expected


def test_what_is_not_known_of_a_programme_nobody_answers_for_does_not_matter() -> None:
    known, silent = programme(level=6, recognition=(entry("visa"),)), programme()
    assert verdict(known, silent, levels=(6,), recognised=True) == lacks("recognition-end-unknown")


def test_the_first_reason_is_that_of_the_first_filter() -> None:
    found = verdict(programme(), levels=(6,), max_fees=500, alternance=True)
    assert found == lacks("level-unknown")


def test_a_programme_is_taught_on_its_own_campuses_or_on_all() -> None:
    school: Any = SimpleNamespace(campuses=(BREST, LYON))
    assert campuses_of(school, programme(campuses=("lyon",))) == (LYON,)
    assert campuses_of(school, programme()) == (BREST, LYON)


def test_every_filter_that_judges_can_say_why_it_does_not_know() -> None:
    for filter_ in entries(SchoolFilters).values():
        assert bool(filter_.judge) == bool(filter_.unknown)
    assert set(REASONS) >= UNVERIFIED
