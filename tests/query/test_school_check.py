"""What to ask a school: facts and rules."""

import math
import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from avcareers.model.content import Content
from avcareers.query.public_nearby import NEAREST, REACHES_KM
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
    # The others are raised of schools of the real catalogue, below.
    assert raised == set(RULES) - {
        "registration-unlinked", "registration-ending", "offer-closed", "length-unsure"}  # fmt: skip
    for rule in RULES:
        assert any(rule not in dict(found) for found in RAISED.values())


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("2024-12-28", None),
        ("2024-12-29", "registration-ending"),
        ("2025-06-30", "registration-ending"),
        ("2025-07-01", "registration-expired"),
    ],
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


@pytest.mark.slow
def test_each_trade_of_a_private_school_has_one_public_programme_and_a_near_one(
    real_catalogue: Catalogue, today: str
) -> None:
    schools = list(real_catalogue.documents("school"))
    places = {place.slug: place for place in real_catalogue.documents("place")}
    sites: dict[str | None, list[Any]] = defaultdict(list)
    apprentices = set()
    for school in schools:
        if school.kind == "public":
            for programme in school.programmes:
                if programme.diploma and "apprentissage" in programme.routes:
                    apprentices.add((school.slug, programme.certification or programme.title))
                sites[programme.certification] += [
                    located(campus, places) for campus in campuses_of(school, programme)
                ]
    named = 0
    for school in schools[::3]:
        found = school_check(real_catalogue, school.slug, today).nearest_public
        if school.kind == "public":
            assert found == ()
            continue
        departments = [(n.campus, slug) for n in found for slug in n.departments]
        assert len(departments) == len(set(departments)) >= len(found), school.slug
        assert len({nearest.course[:2] for nearest in found}) == len(found)
        assert len({nearest.course.school for nearest in found}) <= NEAREST
        taught = {job for programme in school.programmes for job in programme.leads_to}
        for nearest in found:
            named += 1
            assert taught.issuperset(nearest.jobs)
            assert nearest.jobs
            course = nearest.course.taught
            also = (nearest.course.school, course.certification or course.title) in apprentices
            alone = "apprentissage" not in course.routes
            assert nearest.also_apprentice == (also and alone), (school.slug, nearest.course[:2])
            twins = sites[nearest.course.taught.certification]
            if not nearest.same_diploma or nearest.kilometres is None or len(twins) < 2:
                continue
            own = [located(c, places) for c in school.campuses if c.place == nearest.campus]
            away = min(kilometres_between(*one, *there) for one in own for there in twins)
            reach = next((each for each in REACHES_KM if away <= each), math.inf)
            assert nearest.kilometres <= reach, (school.slug, nearest.course[:2])
    assert named > 50


@pytest.mark.parametrize("school", ["esra-paris", "eicar", "3is", "travelling"])
def test_directing_camera_sound_and_editing_each_find_a_public_programme(
    real_catalogue: Catalogue, today: str, school: str
) -> None:
    found = school_check(real_catalogue, school, today).nearest_public
    trades = {slug for nearest in found for slug in nearest.departments}
    assert trades >= {"realisation", "image", "son", "postproduction"}
    assert len({(nearest.course.taught.title, nearest.campus) for nearest in found}) == len(found)
    assert not any(nearest.judged.offer_to_check for nearest in found)
    # What it takes to enter, and its price, come with each.
    assert all(nearest.entry_level is not None for nearest in found)
    assert any(cost.eur_per_year == 0 for nearest in found for cost in nearest.costs)


def test_what_is_far_and_teaches_something_else_is_not_set_beside_a_school(
    real_catalogue: Catalogue, today: str
) -> None:
    """Not an engineer's degree at 385 km beside a school of drawing, nor any licence beside a licence."""
    (drawing,) = school_check(real_catalogue, "emile-cohl", today).nearest_public
    assert drawing.departments == ("animation",)
    for nearest in school_check(
        real_catalogue, "institut-catholique-de-lyon", today
    ).nearest_public:
        assert not nearest.same_diploma


def test_a_school_that_sells_a_bts_is_set_beside_the_public_one_that_prepares_for_it(
    real_catalogue: Catalogue, today: str
) -> None:
    found = school_check(real_catalogue, "escpm-lille", today).nearest_public
    assert {n.course.school for n in found} == {"lycee-jean-rostand-roubaix"}
    assert all(nearest.same_diploma for nearest in found)
    # Its BTS is not proposed for each of its options.
    assert len({nearest.course.taught.certification for nearest in found}) == len(found) == 4


def test_of_a_course_whose_last_cycle_alone_is_known_no_total_is_worked_out(
    changed: Changed, content: Content, today: str
) -> None:
    schools = with_programme(content, "studio-tramontane", "prise-de-vues", last_cycle=True)
    found = school_check(changed(schools=schools), "studio-tramontane", today)
    rules = {rule for rule, slug in points(found) if slug == "prise-de-vues"}
    assert "length-unsure" in rules
    assert "total-cost" not in rules
    assert fact(found, "length-unsure", "prise-de-vues") == {"years": 3}
    whole = school_check(changed(), "studio-tramontane", today).sheet.costs.in_all
    assert found.sheet.costs.in_all.by_status != whole.by_status


def test_a_check_never_says_what_its_doubts_contradict(
    real_catalogue: Catalogue, today: str
) -> None:
    check = school_check(real_catalogue, "cinecreatis", today)
    assert "no-registration" not in {point.rule for point in check.points}
    assert [p.facts["numbers"] for p in check.points if p.rule == "registration-unlinked"] == [
        ("40926",)
    ]
    assert check.diplomas[0].possible[0].certification.level == 6
    for slug in real_catalogue.slugs("school"):
        sheet = school_check(real_catalogue, slug, today)
        missing = {point.programme for point in sheet.points if point.rule == "no-registration"}
        for programme in sheet.sheet.programmes:
            told = " ".join(doubt.fr for doubt in programme.record.doubts)
            assert programme.record.slug not in missing or not re.search(r"RNCP ?\d{4}", told), slug
            said = {doubt.fr for doubt in sheet.doubts}
            assert {doubt.fr for doubt in programme.record.doubts} <= said


def test_a_school_of_several_cities_has_a_public_one_near_each_or_says_where_none_is(
    real_catalogue: Catalogue, today: str
) -> None:
    check = school_check(real_catalogue, "cinecreatis", today)
    assert {each.campus for each in check.nearest_public} == {
        "nantes", "montpellier", "lyon", "bordeaux"}  # fmt: skip
    assert check.unserved == ()
    for slug in ("3is", "eicar", "mjm-graphic-design", "esra-bretagne"):
        check = school_check(real_catalogue, slug, today)
        served = {each.campus for each in check.nearest_public}
        assert not served.intersection(check.unserved), slug
        named = {each.course.school for each in check.nearest_public}
        assert not named.intersection(each.school for each in check.national_contests), slug
    (first, *_) = school_check(real_catalogue, "arfis", today).national_contests
    assert first.entry_level == 5
