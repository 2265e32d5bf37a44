"""Places as people type them: what is understood, and what is asked again."""

import pytest

from avcareers.model.errors import AmbiguousValueError, BadValueError
from avcareers.present.failures import failure_message
from avcareers.present.places import place_note, region_note
from avcareers.query.whereabouts import find_place, find_region, regions_overseas
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

FR = Wording("fr")

CITIES = {
    # Cities of the catalogue, however they are written.
    "Lyon": ("Lyon", "69", None),
    "LYON": ("Lyon", "69", None),
    "lyon, auvergne-rhône-alpes": ("Lyon", "69", "compté depuis Lyon (69)"),
    "Lyon (Rhône)": ("Lyon", "69", "compté depuis Lyon (69)"),
    "Lyon 69": ("Lyon", "69", "compté depuis Lyon (69)"),
    "ville de Lyon": ("Lyon", "69", "compté depuis Lyon (69)"),
    "St Etienne": ("Saint-Étienne", "42", "compté depuis Saint-Étienne (42)"),
    "havre": ("Le Havre", "76", "compté depuis Le Havre (76)"),
    "Le Mans": ("Le Mans", "72", None),
    # Arrondissements.
    "Lyon 9e": ("Lyon", "69", "« Lyon 9e » : compté depuis Lyon (69)."),
    "Paris 18": ("Paris", "75", "compté depuis Paris (75)"),
    "Paris XX": None,
    "paris 18ème": ("Paris", "75", "compté depuis Paris (75)"),
    "18e arrondissement de Paris": ("Paris", "75", "compté depuis Paris (75)"),
    "Marseille 6ème arrondissement": ("Marseille", "13", "compté depuis Marseille (13)"),
    "Paris 21": None,
    "Lyon 10e": None,
    # Post codes.
    "75018": ("Paris", "75", "« 75018 » : compté depuis Paris (75)."),
    "75116": ("Paris", "75", "compté depuis Paris (75)"),
    "69009": ("Lyon", "69", "compté depuis Lyon (69)"),
    "59000": ("Lille", "59", "compté depuis Lille (59)"),
    "97400": ("Saint-Denis", "974", "compté depuis Saint-Denis (974)"),
    "33000 Bordeaux": ("Bordeaux", "33", "compté depuis Bordeaux (33)"),
    "Bordeaux 33000": ("Bordeaux", "33", "compté depuis Bordeaux (33)"),
    "01500": ("Ambérieu-en-Bugey", "01", None),
    "01400": ("Châtillon-sur-Chalaronne", "01", "plusieurs communes"),
    "75700": ("Paris", "75", "aucune commune connue"),
    "69009 Lyon cedex 9": ("Lyon", "69", "compté depuis Lyon (69)"),
    "99999": None,
    # Départements and regions.
    "Gironde": ("Bordeaux", "33", "compté depuis Bordeaux, sa préfecture"),
    "33": ("Bordeaux", "33", "« 33 » : département (Gironde), compté depuis Bordeaux"),
    "2A": ("Ajaccio", "2A", "Corse-du-Sud"),
    "1": ("Bourg-en-Bresse", "01", "Ain"),
    "974": ("Saint-Denis", "974", "La Réunion"),
    "Bretagne": ("Rennes", "35", "« Bretagne » : région, comptée depuis Rennes."),
    "Alsace": ("Strasbourg", "67", "région, comptée depuis Strasbourg"),
    # Small communes.
    "Ambérieu-en-Bugey": ("Ambérieu-en-Bugey", "01", None),
    "amberieu en bugey": ("Ambérieu-en-Bugey", "01", None),
    "Saint-Aubin (39)": ("Saint-Aubin", "39", None),
    "Saint-Aubin, Jura": ("Saint-Aubin", "39", "compté depuis Saint-Aubin (39)"),
    # One name, two cities.
    "Saint-Denis La Réunion": ("Saint-Denis", "974", "compté depuis Saint-Denis (974)"),
    "saint-denis-974": ("Saint-Denis", "974", None),
    "Saint-Denis (93)": ("Saint-Denis", "93", None),
    "Saint-Denis, Île-de-France": ("Saint-Denis", "93", "compté depuis Saint-Denis (93)"),
    "St-Denis 93": ("Saint-Denis", "93", "compté depuis Saint-Denis (93)"),
    "Trifouillis-les-Oies": None,
    "": None,
}

REGIONS = {
    "IDF": ("Île-de-France", "région Île-de-France"),
    "Île de France": ("Île-de-France", None),
    "ile de france": ("Île-de-France", None),
    "région parisienne": ("Île-de-France", "région Île-de-France"),
    "PACA": ("Provence-Alpes-Côte d'Azur", "région Provence-Alpes-Côte d'Azur"),
    "Région Sud": ("Provence-Alpes-Côte d'Azur", "région Provence-Alpes-Côte d'Azur"),
    "AURA": ("Auvergne-Rhône-Alpes", "région Auvergne-Rhône-Alpes"),
    "Réunion": ("La Réunion", "région La Réunion"),
    "La Réunion": ("La Réunion", None),
    "Bretagne": ("Bretagne", None),
    "région Bretagne": ("Bretagne", "région Bretagne"),
    "BZH": ("Bretagne", "région Bretagne"),
    "Brittany": ("Bretagne", "région Bretagne"),
    "Hauts de France": ("Hauts-de-France", None),
    "HDF": ("Hauts-de-France", "région Hauts-de-France"),
    "Grand-Est": ("Grand Est", None),
    "Alsace": ("Grand Est", "est une partie de la région Grand Est"),
    "Aquitaine": ("Nouvelle-Aquitaine", "est une partie de la région Nouvelle-Aquitaine"),
    "midi pyrenees": ("Occitanie", "est une partie de la région Occitanie"),
    "Nord-Pas-de-Calais": ("Hauts-de-France", "est une partie de la région Hauts-de-France"),
    "Gironde": ("Nouvelle-Aquitaine", "est un département de la région Nouvelle-Aquitaine"),
    "33": ("Nouvelle-Aquitaine", "est un département (Gironde)"),
    "2a": ("Corse", "est un département (Corse-du-Sud)"),
    "Guyane": ("Guyane", None),
    "Lyon": ("Auvergne-Rhône-Alpes", "est une ville"),
    "75018": ("Île-de-France", "est une ville"),
    "Bretange": None,
    "Bavière": None,
}


@pytest.mark.parametrize("typed", CITIES)
def test_a_city_is_understood_or_asked_again(real_catalogue: Catalogue, typed: str) -> None:
    if CITIES[typed] is None:
        with pytest.raises(BadValueError):
            find_place(real_catalogue, "--near", typed)
        return
    name, department, said = CITIES[typed]  # type: ignore[misc]
    found = find_place(real_catalogue, "--near", typed)
    assert (found.place.name, found.place.department) == (name, department)
    note = (place_note(found, typed, FR) or "").replace("\xa0", " ")
    assert (said or "") in note


def test_a_place_that_is_none_is_told_what_may_be_typed(
    real_catalogue: Catalogue, words: Wording
) -> None:
    with pytest.raises(BadValueError) as raised:
        find_place(real_catalogue, "--near", "99999")
    assert words("un code postal", "a post code") in failure_message(raised.value, words)


@pytest.mark.parametrize("typed", REGIONS)
def test_a_region_is_understood_or_asked_again(real_catalogue: Catalogue, typed: str) -> None:
    if REGIONS[typed] is None:
        with pytest.raises(BadValueError):
            find_region(real_catalogue, "--region", typed)
        return
    region, said = REGIONS[typed]  # type: ignore[misc]
    found = find_region(real_catalogue, "--region", typed)
    assert found.region == region
    note = region_note(found, typed, FR)
    assert (said in (note or "")) if said else note is None


def test_every_region_county_and_city_is_understood_by_its_name(real_catalogue: Catalogue) -> None:
    for region in real_catalogue.documents("region"):
        names = (region.slug, region.name, *region.other_names, *region.former)
        counties = [each for c in region.departments for each in (c.name, c.code)]
        for name in (*names, *counties):
            assert find_region(real_catalogue, "--region", name).region == region.name, name
        for county in region.departments:
            found = find_place(real_catalogue, "--near", county.code)
            assert found.place.slug == county.seat
    for place in real_catalogue.documents("place"):
        assert find_place(real_catalogue, "--near", place.slug).place == place
        asked = f"{place.name} ({place.department})"
        assert find_place(real_catalogue, "--near", asked).place == place


def test_one_name_of_several_cities_is_answered_with_all(
    real_catalogue: Catalogue, words: Wording
) -> None:
    with pytest.raises(AmbiguousValueError) as raised:
        find_place(real_catalogue, "--near", "Saint-Denis")
    assert raised.value.near[:2] == ("Saint-Denis (974)", "Saint-Denis (93)")
    assert "Saint-Denis (974)" in failure_message(raised.value, words)
    for named in raised.value.near:
        assert find_place(real_catalogue, "--near", named).place.name == "Saint-Denis"


def test_a_commune_of_a_common_name_is_asked_again_with_the_largest(
    real_catalogue: Catalogue,
) -> None:
    with pytest.raises(AmbiguousValueError) as raised:
        find_place(real_catalogue, "--near", "Saint-Aubin")
    assert "Saint-Aubin (39)" in raised.value.near
    assert raised.value.more


def test_a_mistyped_city_brings_the_cities_it_may_be(real_catalogue: Catalogue) -> None:
    for typed, city in (("Lion", "Lyon"), ("Renes", "Rennes"), ("Amberieu en Buge",
                                                               "Ambérieu-en-Bugey")):  # fmt: skip
        with pytest.raises(BadValueError) as raised:
            find_place(real_catalogue, "--near", typed)
        assert city in raised.value.near


def test_without_the_list_of_communes_the_cities_are_understood_all_the_same(
    catalogue: Catalogue,
) -> None:
    assert find_place(catalogue, "--near", "Rennes").place.slug == "rennes"
    assert find_place(catalogue, "--near", "BZH").place.slug == "rennes"
    assert find_place(catalogue, "--near", "35510").place.name == "Rennes"
    assert find_place(catalogue, "--near", "Cesson-Sévigné").place.region == "Bretagne"


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Sainte-Marie", ("Sainte-Marie (974)", "Sainte-Marie (972)")),
        ("Saint-Denis", ("Saint-Denis (974)", "Saint-Denis (93)")),
        ("Aix", ("Aix-en-Provence (13)", "Aix-les-Bains (73)")),
        ("Villefranche", ("Villefranche-sur-Saône (69)",)),
        ("bourg", ("Bourg-en-Bresse (01)", "Bourg (33)")),
    ],
)
def test_cities_of_one_name_and_much_larger_ones_that_it_begins_are_told_apart(
    real_catalogue: Catalogue, typed: str, named: tuple[str, ...]
) -> None:
    with pytest.raises(AmbiguousValueError) as raised:
        find_place(real_catalogue, "--near", typed)
    assert raised.value.near[: len(named)] == named
    for each in raised.value.near:
        found = find_place(real_catalogue, "--near", each)
        assert f"{found.place.name} ({found.place.department})" == each


@pytest.mark.parametrize(
    ("typed", "taken", "other"),
    [
        ("Saint-Pierre", "Saint-Pierre (974)", "Saint-Pierre (972)"),
        ("Montreuil", "Montreuil (93)", "Montreuil (85)"),
    ],
)
def test_the_much_larger_city_of_a_name_is_taken_and_told(
    real_catalogue: Catalogue, typed: str, taken: str, other: str
) -> None:
    note = place_note(find_place(real_catalogue, "--near", typed), typed, FR) or ""
    assert f"compté depuis {taken}" in note
    assert f'--near "{other}"' in note


@pytest.mark.parametrize("typed", ["DOM", "outre-mer", "DOM-TOM", "Overseas"])
def test_the_regions_overseas_have_a_name_together(real_catalogue: Catalogue, typed: str) -> None:
    found = regions_overseas(real_catalogue, typed)
    assert found == ("Guadeloupe", "Guyane", "La Réunion", "Martinique", "Mayotte")
    assert regions_overseas(real_catalogue, "Guyane") == ()
