"""Which schools match, in which order, and what was left out."""

from itertools import combinations
from typing import Any

import pytest

from avcareers.query.costs import Costing
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.judged import CandidateSchool
from avcareers.query.nearby import Near
from avcareers.query.recognition import grounds
from avcareers.query.schools import SchoolList, list_schools
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import View

ALL = {
    "atelier-des-dunes",
    "ateliers-du-levant",
    "belle-aurore",
    "centre-mirabelle",
    "cours-vermeil",
    "ecole-du-phare",
    "institut-cornouaille",
    "lycee-des-goelands",
    "quai-neuf",
}
RECOGNISED = {"ecole-du-phare", "lycee-des-goelands", "institut-cornouaille"}
IN_ALTERNANCE = {
    "lycee-des-goelands",
    "institut-cornouaille",
    "centre-mirabelle",
    "quai-neuf",
    "atelier-des-dunes",
}


def slugs(found: SchoolList) -> list[str]:
    return [row.school.slug for row in found.schools]


def reasons(found: SchoolList) -> dict[str, int]:
    return {left.reason: left.schools for left in found.left_out}


def ask(catalogue: Catalogue, today: str, **filters: Any) -> SchoolList:
    return list_schools(catalogue, SchoolFilters(**filters), today)


def near(catalogue: Catalogue, city: str, km: float) -> Near:
    return Near(catalogue.document("place", city), km)


def test_without_filters_every_school_is_listed(catalogue: Catalogue, today: str) -> None:
    found = ask(catalogue, today)
    assert set(slugs(found)) == ALL
    assert found.matching == found.known == len(ALL)
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"recognised": True}, RECOGNISED),
        ({"alternance": True}, IN_ALTERNANCE),
        ({"recognised": True, "unverified": True}, RECOGNISED | {"belle-aurore"}),
        ({"alternance": True, "unverified": True}, IN_ALTERNANCE | {"ateliers-du-levant"}),
        ({"recognised_by": ("culture",)}, {"ecole-du-phare"}),
        ({"recognised_by": ("mesr",)}, {"institut-cornouaille"}),
        ({"recognised_by": ("education",)}, {"lycee-des-goelands"}),
        ({"recognised_by": ("rncp",)}, {"institut-cornouaille", "centre-mirabelle"}),
        (
            {"recognised_by": ("rncp",), "unverified": True},
            {"institut-cornouaille", "centre-mirabelle", "atelier-des-dunes", "quai-neuf"},
        ),
        ({"recognised_by": ("culture", "education")}, {"ecole-du-phare", "lycee-des-goelands"}),
        ({"kinds": ("public",)}, {"ecole-du-phare", "lycee-des-goelands"}),
        ({"kinds": ("consular", "association")},
         {"centre-mirabelle", "belle-aurore", "atelier-des-dunes"}),
        ({"jobs": ("scripte",)}, {"ecole-du-phare"}),
        ({"jobs": ("realisateur",)}, {"ecole-du-phare", "institut-cornouaille", "cours-vermeil"}),
        ({"jobs": ("chef-monteur",), "max_fees": 1000}, {"lycee-des-goelands", "centre-mirabelle"}),
        ({"jobs": ("monteur",), "max_fees": 1000}, {"lycee-des-goelands", "centre-mirabelle"}),
        ({"jobs": ("scripte",), "kinds": ("private",)}, set()),
        ({"departments": ("image",)}, {"ateliers-du-levant", "quai-neuf", "atelier-des-dunes"}),
        ({"awards": ("national",)}, {"lycee-des-goelands"}),
        ({"awards": ("visa", "national")},
         {"lycee-des-goelands", "institut-cornouaille", "ateliers-du-levant", "belle-aurore"}),
        ({"routes": ("scolaire",)}, {"lycee-des-goelands"}),
        ({"routes": ("apprentissage",)},
         {"lycee-des-goelands", "institut-cornouaille", "centre-mirabelle"}),
        ({"levels": (7,)}, {"ecole-du-phare"}),
        ({"levels": (5,)}, {"lycee-des-goelands", "atelier-des-dunes"}),
        ({"entry_level": 0}, {"atelier-des-dunes"}),
        ({"regions": ("Bretagne",)},
         {"ecole-du-phare", "belle-aurore", "lycee-des-goelands", "institut-cornouaille",
          "quai-neuf"}),
        ({"regions": ("La Réunion", "Île-de-France")},
         {"centre-mirabelle", "institut-cornouaille"}),
        ({"max_fees": 0}, {"lycee-des-goelands"}),
        ({"max_fees": 1000}, {"lycee-des-goelands", "ecole-du-phare", "centre-mirabelle"}),
        ({"alternance": True, "recognised": True}, {"lycee-des-goelands", "institut-cornouaille"}),
        ({"alternance": True, "recognised": True, "kinds": ("private",)},
         {"institut-cornouaille"}),
        ({"alternance": True, "max_fees": 1000, "jobs": ("monteur",)},
         {"lycee-des-goelands", "centre-mirabelle"}),
    ],
)  # fmt: skip
def test_filters_keep_exactly_the_schools_they_name(
    catalogue: Catalogue, today: str, filters: dict[str, Any], expected: set[str]
) -> None:
    assert set(slugs(ask(catalogue, today, **filters))) == expected


def test_a_programme_in_alternance_that_does_not_lead_to_the_job_does_not_count(
    catalogue: Catalogue, today: str
) -> None:
    # quai-neuf: assistanat in alternance, prise de vues (which leads to cadreur) not.
    found = ask(catalogue, today, alternance=True, jobs=("cadreur",))
    assert set(slugs(found)) == {"atelier-des-dunes"}
    assert reasons(found) == {"alternance-likely": 1}  # Levant


@pytest.mark.parametrize("filters", [{}, {"jobs": ("monteur",)}, {"alternance": True}])
def test_a_row_tells_of_how_many_programmes_each_of_its_facts_holds(
    catalogue: Catalogue, today: str, filters: dict[str, Any]
) -> None:
    found = ask(catalogue, today, **filters)
    for row in found.schools:
        assert row.held.among == len(row.programmes)
        modes = [programme.alternance for programme in row.programmes]
        assert row.held.alternance == modes.count(row.alternance)
        for known in row.costs.by_status:
            assert known.programmes == sum(
                any(cost.route == known.route and cost.some_years == known.some_years
                    for cost in programme.costs)
                for programme in row.programmes
            )  # fmt: skip
        if row.answers_diploma:
            assert row.held.answered == sum(p.recognised.diploma for p in row.programmes)
    assert any(row.joined for row in found.schools) == (not filters)


def test_a_row_names_only_the_programmes_that_made_the_school_match(
    catalogue: Catalogue, today: str
) -> None:
    found = ask(catalogue, today, alternance=True)
    rows = {row.school.slug: [p.record.slug for p in row.programmes] for row in found.schools}
    assert rows["quai-neuf"] == ["assistanat"]
    assert rows["institut-cornouaille"] == ["montage"]


def test_a_programme_taught_on_another_campus_is_not_near(catalogue: Catalogue, today: str) -> None:
    # The scripte programme of the Phare is taught in Brest only, though it has a campus in Lyon.
    around_lyon = near(catalogue, "lyon", 30)
    assert set(slugs(ask(catalogue, today, near=around_lyon))) == {
        "ecole-du-phare", "ateliers-du-levant", "cours-vermeil"
    }  # fmt: skip
    assert slugs(ask(catalogue, today, near=around_lyon, jobs=("scripte",))) == []
    assert slugs(ask(catalogue, today, near=around_lyon, jobs=("realisateur",))) == [
        "cours-vermeil", "ecole-du-phare"
    ]  # fmt: skip
    around_rennes = near(catalogue, "rennes", 20)
    assert "institut-cornouaille" not in slugs(
        ask(catalogue, today, near=around_rennes, alternance=True)
    )


def test_the_distance_is_to_where_a_matching_programme_is_taught(
    catalogue: Catalogue, today: str
) -> None:
    # Cornouaille has a campus in Rennes, but its alternance is in Saint-Denis, 300 km away.
    found = ask(catalogue, today, near=near(catalogue, "rennes", 400), alternance=True)
    away = {row.school.slug: row.kilometres for row in found.schools}
    assert away["lycee-des-goelands"] == 0
    assert away["institut-cornouaille"] == pytest.approx(310, abs=10)


def test_a_region_is_that_of_the_campus_where_the_programme_is_taught(
    catalogue: Catalogue, today: str
) -> None:
    found = ask(catalogue, today, regions=("Auvergne-Rhône-Alpes",), jobs=("scripte",))
    assert slugs(found) == []


def test_near_a_city_the_closest_come_first(catalogue: Catalogue, today: str) -> None:
    found = ask(catalogue, today, near=near(catalogue, "brest", 300))
    kilometres = [row.kilometres for row in found.schools]
    assert slugs(found)[:2] == ["belle-aurore", "ecole-du-phare"]
    assert set(slugs(found)) == {
        "belle-aurore", "ecole-du-phare", "lycee-des-goelands", "institut-cornouaille", "quai-neuf"
    }  # fmt: skip
    assert None not in kilometres
    assert kilometres == sorted(kilometres)  # type: ignore[type-var]


def test_two_cities_of_one_name_are_not_the_same_place(catalogue: Catalogue, today: str) -> None:
    assert slugs(ask(catalogue, today, near=near(catalogue, "saint-denis-93", 30))) == [
        "institut-cornouaille"
    ]
    assert slugs(ask(catalogue, today, near=near(catalogue, "saint-denis-974", 30))) == [
        "centre-mirabelle"
    ]


def test_a_school_without_a_city_is_counted_as_left_out_of_a_search_by_place(
    catalogue: Catalogue, today: str
) -> None:
    assert reasons(ask(catalogue, today, regions=("Bretagne",)))["place-unknown"] == 1
    assert "place-unknown" not in reasons(ask(catalogue, today, kinds=("public",)))


def test_a_school_without_a_city_that_other_filters_refuse_is_not_blamed_on_its_city(
    catalogue: Catalogue, today: str
) -> None:
    # The only school without a campus is an association: among public ones, none lacks a city.
    found = ask(catalogue, today, regions=("Bretagne",), kinds=("public",))
    assert "place-unknown" not in reasons(found)


def test_unknown_and_old_fees_are_left_out_and_counted(catalogue: Catalogue, today: str) -> None:
    found = ask(catalogue, today, max_fees=1000)
    assert "ateliers-du-levant" not in slugs(found)  # 500 € in 2018-2019
    assert "belle-aurore" not in slugs(found)  # undated
    # Levant (old), Belle Aurore (undated), Quai Neuf, Vermeil, Dunes and one of Cornouaille's
    # programmes say nothing that still holds.
    assert reasons(found) == {"fees-unknown": 6}


def test_what_recognition_leaves_out_is_told_by_reason(catalogue: Catalogue, today: str) -> None:
    assert reasons(ask(catalogue, today, recognised=True)) == {
        "recognition-end-unknown": 1,  # Belle Aurore
        "recognition-to-check": 1,  # Levant's visa, which ended within a year
    }
    # Nobody answers for Quai Neuf nor Vermeil, as far as the sources say: that excludes them.
    assert reasons(ask(catalogue, today, recognised=True, kinds=("private",))) == {
        "recognition-to-check": 1,
    }
    found = ask(catalogue, today, recognised=True, jobs=("monteur",))
    assert reasons(found)["recognition-end-unknown"] == 1  # Belle Aurore


def test_a_registration_asked_for_is_left_out_for_its_own_reasons(
    catalogue: Catalogue, today: str
) -> None:
    found = ask(catalogue, today, recognised_by=("rncp",), kinds=("association",))
    # Dunes: one of two registrations. Belle Aurore has none, which excludes it.
    assert reasons(found) == {"recognition-end-unknown": 1}


def test_narrowing_to_an_authority_does_not_widen_recognition(
    catalogue: Catalogue, today: str
) -> None:
    # A registration is not a ministry: asked for both, a school must have both.
    both = set(slugs(ask(catalogue, today, recognised=True, recognised_by=("rncp",))))
    assert both == {"institut-cornouaille"}


def test_what_alternance_leaves_out_is_told_by_reason(catalogue: Catalogue, today: str) -> None:
    assert reasons(ask(catalogue, today, alternance=True)) == {
        "alternance-likely": 1,  # Levant
        "alternance-unknown": 3,  # Phare (one programme silent), Belle Aurore, Vermeil
    }


@pytest.mark.parametrize(
    "filters",
    [
        {"alternance": True},
        {"recognised": True},
        {"alternance": True, "recognised": True},
        {"max_fees": 100},
        {"levels": (6,)},
        {"entry_level": 4, "recognised": True},
    ],
)
def test_each_school_is_counted_once(
    catalogue: Catalogue, today: str, filters: dict[str, Any]
) -> None:
    found = ask(catalogue, today, **filters)
    assert found.matching + sum(reasons(found).values()) <= found.known


def test_the_day_decides_of_a_visa(catalogue: Catalogue) -> None:
    def recognised(day: str) -> set[str]:
        return set(slugs(ask(catalogue, day, recognised=True)))

    assert "ateliers-du-levant" in recognised("2026-11-22")
    assert "ateliers-du-levant" not in recognised("2026-11-23")
    assert "institut-cornouaille" in recognised("2027-08-31")
    assert "institut-cornouaille" not in recognised("2027-09-01")


def test_the_limit_cuts_the_list_and_not_the_count(catalogue: Catalogue, today: str) -> None:
    found = list_schools(catalogue, SchoolFilters(), today, limit=2)
    assert len(found.schools) == 2
    assert found.matching == len(ALL)


def test_names_are_sorted_as_a_french_dictionary_does(catalogue: Catalogue, today: str) -> None:
    names = [row.school.name for row in ask(catalogue, today).schools]
    assert names == [
        "Atelier des Dunes", "Ateliers du Levant", "Centre Mirabelle", "Cours Vermeil",
        "École du Phare", "Formations du Quai Neuf", "Institut Cornouaille",
        "Lycée des Goélands", "Studio-école Belle Aurore",
    ]  # fmt: skip


def test_by_fees_the_cheapest_come_first_and_the_unknown_last(
    catalogue: Catalogue, today: str
) -> None:
    found = list_schools(catalogue, SchoolFilters(), today, order="fees")
    assert slugs(found)[:4] == [
        "lycee-des-goelands", "ecole-du-phare", "centre-mirabelle", "institut-cornouaille"
    ]  # fmt: skip
    assert slugs(found)[4:] == sorted(slugs(found)[4:])


def test_a_visa_counts_for_its_programme_alone(catalogue: Catalogue, today: str) -> None:
    school = catalogue.document("school", "cours-vermeil")
    visa = catalogue.document("school", "institut-cornouaille").programmes[0].recognition[0]
    silent = school.programmes[0]
    awarded = View({**vars(silent), "recognition": (visa,)})
    candidate = CandidateSchool(
        school, (silent, awarded), Costing((), today), grounds(catalogue, today)
    )
    recognised = [each.answers.recognised for each in candidate.programmes]
    assert recognised == [(False, False), (False, True)]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"recognised_as": "school"}, {"ecole-du-phare"}),
        ({"recognised_as": "diploma"}, {"lycee-des-goelands", "institut-cornouaille"}),
        ({"recognised_as": "school", "recognised_by": ("culture",)}, {"ecole-du-phare"}),
        ({"recognised_as": "diploma", "recognised_by": ("culture",)}, set()),
        ({"recognised_as": "diploma", "recognised_by": ("rncp",)}, {"institut-cornouaille"}),
        ({"recognised_as": "school", "recognised_by": ("rncp",)}, set()),
        ({"recognised": True, "regions": ("Bretagne",)}, {"ecole-du-phare", "lycee-des-goelands"}),
    ],
)
def test_school_and_diploma_are_two_questions(
    catalogue: Catalogue, today: str, filters: dict[str, Any], expected: set[str]
) -> None:
    assert set(slugs(ask(catalogue, today, **filters))) == expected


def test_all_is_asked_of_one_and_the_same_programme(catalogue: Catalogue, today: str) -> None:
    # Cornouaille: the visa is of the editing course, in Saint-Denis; directing is taught in Rennes.
    (row,) = ask(catalogue, today, recognised=True, kinds=("private",)).schools
    assert [programme.record.slug for programme in row.programmes] == ["montage"]
    assert not slugs(ask(catalogue, today, recognised=True, kinds=("private",),
                         jobs=("realisateur",)))  # fmt: skip


def kept(catalogue: Catalogue, today: str, filters: dict[str, Any]) -> set[str]:
    return set(slugs(ask(catalogue, today, **filters)))


SINGLE_FILTERS: list[dict[str, Any]] = [
    {"recognised": True},
    {"kinds": ("private", "public")},
    {"kinds": ("association",)},
    {"recognised_by": ("rncp",)},
    {"regions": ("Bretagne",)},
]
# Values of one filter are alternatives, so only pairs of different filters are narrowed by both.
PAIRS = [(a, b) for a, b in combinations(SINGLE_FILTERS, 2) if not set(a) & set(b)]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_filters_commute(
    catalogue: Catalogue, today: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    both = kept(catalogue, today, {**first, **second})
    assert both == kept(catalogue, today, {**second, **first})
    of_either = kept(catalogue, today, first) & kept(catalogue, today, second)
    # What answers for a programme, and where it is taught, hold for one and the same programme.
    together = {"recognised", "recognised_by", "regions"}
    assert both <= of_either if first.keys() | second.keys() <= together else both == of_either
