"""How complete the catalogue is, counted."""

from avcareers.model.profession import DayToDay
from avcareers.query.pay import pay_of
from avcareers.query.stats import CONDITIONS, stats
from avcareers.store.catalogue import Catalogue


def test_every_condition_of_the_model_is_counted() -> None:
    assert set(CONDITIONS) == set(DayToDay.model_fields)


def test_what_is_known_is_counted_over_all(catalogue: Catalogue, today: str) -> None:
    found = stats(catalogue, today)
    jobs = {share.what: (share.having, share.of) for share in found.jobs}
    assert jobs["rome"] == (6, 7)
    assert jobs["variants"] == (1, 7)
    assert jobs["other_names"] == (6, 7)
    conditions = {share.what: share.having for share in found.conditions}
    assert conditions["seasonality"] == 1
    assert conditions["working_alone"] == 3
    # Of two jobs themselves, and of one by its ROME code.
    assert conditions["travel"] == 3
    assert found.sources_per_job == (1, 8 / 7, 2)


def test_unknown_alternance_and_old_costs_are_not_known(catalogue: Catalogue, today: str) -> None:
    shares = {s.what: (s.having, s.of) for s in stats(catalogue, today).programmes}
    # Unknown: Phare réalisation, Belle Aurore (explicit), Vermeil; likely: the Levant.
    assert shares["alternance"] == (8, 12)
    # Still holding: both of the Phare, Goélands, Cornouaille montage, Mirabelle.
    assert shares["cost"] == (5, 12)


def test_schools_are_counted_by_what_is_known_of_them(catalogue: Catalogue, today: str) -> None:
    shares = {s.what: (s.having, s.of) for s in stats(catalogue, today).schools}
    assert shares["campuses"] == (8, 9)
    assert shares["located"] == (1, 9)
    assert shares["recognition"] == (2, 9)


def test_a_floor_is_current_when_one_leads(catalogue: Catalogue, today: str) -> None:
    (counted,) = (s for s in stats(catalogue, today).jobs if s.what == "current_floor")
    heads = [pay_of(catalogue, slug, today).headline for slug in catalogue.slugs("profession")]
    assert (counted.having, counted.of) == (len(heads) - heads.count(None), len(heads))
    assert 0 < counted.having < counted.of


def test_jobs_that_a_programme_prepares_for_are_counted(catalogue: Catalogue, today: str) -> None:
    (counted,) = (s for s in stats(catalogue, today).jobs if s.what == "programme")
    led_to = {
        job
        for school in catalogue.documents("school")
        for programme in school.programmes
        for job in programme.leads_to
    }
    assert (counted.having, counted.of) == (len(led_to), 7)


def test_alternance_that_is_only_likely_is_counted_apart(catalogue: Catalogue, today: str) -> None:
    shares = {s.what: s.having for s in stats(catalogue, today).programmes}
    modes = [
        programme.alternance.mode
        for school in catalogue.documents("school")
        for programme in school.programmes
        if programme.alternance
    ]
    assert shares["alternance_likely"] == modes.count("likely") > 0
    assert shares["alternance"] == sum(mode in {"none", "partial", "full"} for mode in modes)


def test_sources_that_say_what_they_were_read_for_are_counted(
    catalogue: Catalogue, today: str
) -> None:
    (about,) = stats(catalogue, today).sources
    assert (about.what, about.having, about.of) == ("about", 12, 12)
