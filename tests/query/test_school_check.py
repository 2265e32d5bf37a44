"""What to ask a school: facts and rules."""

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from avcareers.model.content import Content
from avcareers.query.school_check import (
    RULES,
    SchoolCheck,
    school_check,
)
from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of, located
from avcareers.text.degree_names import COMMERCIAL_NAMES, STATE_NAMES
from avcareers.text.geography import kilometres_between

from ..own_data import RAISED

Changed = Callable[..., Catalogue]


@pytest.fixture(scope="session")
def content(content_to_check: Content) -> Content:
    """Return the records of the schools to check."""
    return content_to_check


@pytest.fixture(scope="session")
def catalogue(catalogue_to_check: Catalogue) -> Catalogue:
    """Return the catalogue of the schools to check."""
    return catalogue_to_check


def points(check: SchoolCheck) -> list[tuple[str, str]]:
    return [(point.rule, point.programme) for point in check.points]


def fact(check: SchoolCheck, rule: str, programme: str) -> dict[str, Any]:
    """Return the facts of one point."""
    (point,) = [p for p in check.points if (p.rule, p.programme) == (rule, programme)]
    return point.facts


def with_programme(content: Content, school: str, programme: str, **fields: Any) -> Any:
    """Return the schools with one programme changed."""
    schools = []
    for record in content.schools:
        if record.slug == school:
            kept = tuple(
                p.model_copy(update=fields) if p.slug == programme else p for p in record.programmes
            )
            record = record.model_copy(update={"programmes": kept})  # noqa: PLW2901
        schools.append(record)
    return tuple(schools)


@pytest.mark.parametrize("school", RAISED)
def test_the_rules_raise_these_points_in_this_order_and_no_other(
    catalogue: Catalogue, today: str, school: str
) -> None:
    assert points(school_check(catalogue, school, today)) == RAISED[school]


def test_every_rule_is_raised_here_and_not_for_every_school() -> None:
    raised = {rule for found in RAISED.values() for rule, _ in found}
    # The other is raised of schools of the real catalogue, below.
    assert raised == set(RULES) - {"registration-unlinked"}
    for rule in RULES:
        assert any(rule not in dict(found) for found in RAISED.values())


@pytest.mark.parametrize(
    ("day", "rule"), [("2025-06-30", None), ("2025-07-01", "registration-expired")]
)
def test_a_registration_ends_after_its_last_day(
    catalogue: Catalogue, day: str, rule: str | None
) -> None:
    found = school_check(catalogue, "studio-tramontane", day)
    rules = [r for r, slug in points(found) if slug == "prise-de-vues" and "registration" in r]
    assert rules == ([rule] if rule else [])


@pytest.mark.parametrize("award", ["national", "grade"])
def test_a_state_name_is_not_asked_about_when_the_state_confers_it(
    changed: Changed, content: Content, today: str, award: str
) -> None:
    schools = with_programme(content, "studio-tramontane", "montage", award=award)
    found = school_check(changed(schools=schools), "studio-tramontane", today)
    assert ("state-name", "montage") not in points(found)
    assert ("commercial-name", "mise-en-scene") in points(found)


@pytest.mark.parametrize("award", ["visa", "rncp", "cqp", "school"])
def test_a_state_name_is_asked_about_under_any_other_award(
    changed: Changed, content: Content, today: str, award: str
) -> None:
    schools = with_programme(content, "studio-tramontane", "montage", award=award)
    found = school_check(changed(schools=schools), "studio-tramontane", today)
    assert fact(found, "state-name", "montage") == {"name": "Licence"}


@pytest.mark.parametrize(
    ("name", "state", "commercial"),
    [
        ("Master Cinéma", "Master", None),
        ("licence pro son", "licence", None),
        ("Masters of Film", "Masters", None),
        ("Mastère Montage", None, "Mastère"),
        ("Cycle mastères", None, "mastères"),
        ("BACHELOR image", None, "BACHELOR"),
        ("MBA Production", None, "MBA"),
        ("Mastering audio", None, None),
        ("Masterclass de jeu", None, None),
        ("Licencié en arts", None, None),
        ("BTS audiovisuel", None, None),
        ("Bachelor préparant à la licence", "licence", "Bachelor"),
    ],
)
def test_names_of_degrees_and_of_trade_are_told_apart(
    name: str, state: str | None, commercial: str | None
) -> None:
    found = [pattern.search(name) for pattern in (STATE_NAMES, COMMERCIAL_NAMES)]
    assert [match and match[0] for match in found] == [state, commercial]


def test_a_commercial_name_is_looked_for_where_the_school_writes_it(
    changed: Changed, content: Content, today: str
) -> None:
    schools = with_programme(
        content, "atelier-sirocco", "etalonnage", course_name="Bachelor Couleur"
    )
    found = school_check(changed(schools=schools), "atelier-sirocco", today)
    assert points(found) == [("commercial-name", "etalonnage")]
    assert fact(found, "commercial-name", "etalonnage") == {"name": "Bachelor"}


def test_a_national_diploma_may_bear_any_name(
    changed: Changed, content: Content, today: str
) -> None:
    schools = with_programme(
        content, "lycee-des-remparts", "bts-montage", course_name="Bachelor et licence"
    )
    found = school_check(changed(schools=schools), "lycee-des-remparts", today)
    assert points(found) == [("employer", "bts-montage")]


@pytest.mark.parametrize(
    ("programme", "total"),
    [("prise-de-vues", (15000, 18001.5, 3)), ("mise-en-scene", (14000, 14000, 2)),
     ("montage", (1500, 1500, 0.5))],
)  # fmt: skip
def test_the_total_cost_is_the_fees_times_the_years(
    catalogue: Catalogue,
    content: Content,
    today: str,
    programme: str,
    total: tuple[float, float, float],
) -> None:
    facts = fact(school_check(catalogue, "studio-tramontane", today), "total-cost", programme)
    assert (facts["low"], facts["high"], facts["years"]) == total
    years = total[2]
    (school,) = [record for record in content.schools if record.slug == "studio-tramontane"]
    (course,) = [record for record in school.programmes if record.slug == programme]
    (fees,) = course.fees
    assert facts["low"] == fees.low * years
    assert facts["high"] == (fees.high or fees.low) * years
    assert facts["year"] == fees.year


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ({"fees": ()}, ["fees-unknown"]),
        ({"years": None}, []),
    ],
)
def test_without_fees_or_length_there_is_no_total(
    changed: Changed, content: Content, today: str, fields: dict[str, Any], rules: list[str]
) -> None:
    schools = with_programme(content, "studio-tramontane", "mise-en-scene", **fields)
    found = school_check(changed(schools=schools), "studio-tramontane", today)
    cost = [
        r for r, slug in points(found) if slug == "mise-en-scene" and ("cost" in r or "fees" in r)
    ]
    assert cost == rules


@pytest.mark.parametrize(
    ("mode", "rule"),
    [("none", None), ("unknown", "alternance-unknown"), ("likely", "employer"),
     ("partial", "employer"), ("full", "employer")],
)  # fmt: skip
def test_an_employer_is_asked_about_when_there_is_one_to_find(
    changed: Changed, content: Content, today: str, mode: str, rule: str | None
) -> None:
    (school,) = [record for record in content.schools if record.slug == "atelier-sirocco"]
    alternance = school.programmes[0].alternance
    assert alternance
    schools = with_programme(
        content, "atelier-sirocco", "etalonnage",
        alternance=alternance.model_copy(update={"mode": mode}),
    )  # fmt: skip
    found = school_check(changed(schools=schools), "atelier-sirocco", today)
    assert [r for r, _ in points(found)] == ([rule] if rule else [])


def test_the_nearest_public_programme_shares_a_job(catalogue: Catalogue, today: str) -> None:
    (found,) = school_check(catalogue, "cours-nomade", today).nearest_public
    assert (found.course.school, found.course.programme) == (
        "lycee-des-remparts",
        "bts-montage",
    )
    assert found.jobs == ("monteur",)
    # Cours Nomade is nowhere on the map: no distance is made up.
    assert found.kilometres is None


@pytest.mark.parametrize("school", ["ecole-du-ponant", "lycee-des-remparts"])
def test_a_public_school_is_not_sent_elsewhere(
    catalogue: Catalogue, today: str, school: str
) -> None:
    check = school_check(catalogue, school, today)
    assert check.sheet.jobs
    assert check.nearest_public == ()


def is_later(programme: Any) -> bool:
    return programme.diploma in {"licence", "master"} or (programme.entry_level or 0) > 4


def test_the_nearest_public_programme_is_really_the_nearest(
    real_catalogue: Catalogue, today: str
) -> None:
    schools = list(real_catalogue.documents("school"))
    places = {place.slug: place for place in real_catalogue.documents("place")}
    taught = [
        (programme, located(campus, places))
        for school in schools if school.kind == "public"
        for programme in school.programmes
        for campus in campuses_of(school, programme)
    ]  # fmt: skip
    wrong = {}
    measured = 0
    for school in schools:
        found = school_check(real_catalogue, school.slug, today).nearest_public
        if school.kind == "public":
            assert found == ()
            continue
        levels = [p.entry_level for p in school.programmes if p.entry_level is not None]
        entry = min(levels, default=None)
        from_there = [p for p in school.programmes if p.entry_level == entry]
        jobs = {job for programme in from_there for job in programme.leads_to}
        here = [located(campus, places) for campus in school.campuses]
        own = {p.diploma for p in school.programmes if p.diploma}
        away: dict[tuple[bool, bool], list[float]] = defaultdict(list)
        for programme, there in taught:
            if jobs & set(programme.leads_to) and entry in {programme.entry_level, None}:
                worth = programme.diploma not in own, is_later(programme)
                away[worth] += [kilometres_between(*one, *there) for one in here]
        if not here or not away:
            assert all(each.kilometres is None for each in found)
            continue
        measured += 1
        assert 1 <= len(found) <= 3
        assert all(jobs & set(n.jobs) <= set(n.course.taught.leads_to) for n in found)
        assert all(entry in {n.course.taught.entry_level, None} for n in found)
        assert len({n.course.school for n in found}) == len(found)
        # The same diploma first, a degree of theory last; within reach, the one that shares most jobs.
        best, first = min(away), found[0]
        assert first.same_diploma == (not best[0]), school.slug
        assert is_later(first.course.taught) == best[1], school.slug
        if first.kilometres is None or first.kilometres - min(away[best]) > 30:
            wrong[school.slug] = (first.kilometres, min(away[best]))
    assert measured > 50
    assert wrong == {}


def test_who_enters_with_the_bac_is_not_sent_to_a_master(
    real_catalogue: Catalogue, today: str
) -> None:
    found = school_check(real_catalogue, "esra-paris", today).nearest_public
    assert {n.course.taught.entry_level for n in found} == {4}


def test_a_school_that_sells_a_bts_is_set_beside_the_public_ones_that_prepare_for_it(
    real_catalogue: Catalogue, today: str
) -> None:
    found = school_check(real_catalogue, "escpm-lille", today).nearest_public
    assert (found[0].course.school, found[0].same_diploma) == ("lycee-jean-rostand-roubaix", True)
    for school in ("eicar", "3is", "cinecreatis", "esra-paris"):
        nearest = school_check(real_catalogue, school, today).nearest_public
        assert nearest[0].course.taught.diploma not in {"licence", "master"}, school


def test_a_check_never_says_what_its_doubts_contradict(
    real_catalogue: Catalogue, today: str
) -> None:
    check = school_check(real_catalogue, "cinecreatis", today)
    assert "no-registration" not in {point.rule for point in check.points}
    assert [p.facts["numbers"] for p in check.points if p.rule == "registration-unlinked"] == [
        ("40926",)
    ]
    for slug in real_catalogue.slugs("school"):
        sheet = school_check(real_catalogue, slug, today)
        missing = {point.programme for point in sheet.points if point.rule == "no-registration"}
        for programme in sheet.sheet.programmes:
            told = " ".join(doubt.fr for doubt in programme.record.doubts)
            assert programme.record.slug not in missing or not re.search(r"RNCP ?\d{4}", told), slug
            said = {doubt.fr for doubt in sheet.doubts}
            assert {doubt.fr for doubt in programme.record.doubts} <= said
