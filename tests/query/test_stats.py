"""How complete the catalogue is, counted."""

from avcareers.model.profession import DayToDay
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
    assert found.sources_per_job == (1, 8 / 7, 2)


def test_unknown_alternance_and_old_costs_are_not_known(catalogue: Catalogue, today: str) -> None:
    shares = {s.what: (s.having, s.of) for s in stats(catalogue, today).programmes}
    # Unknown: Phare réalisation, Belle Aurore (explicit), Vermeil.
    assert shares["alternance"] == (9, 12)
    # Still holding: both of the Phare, Goélands, Cornouaille montage, Mirabelle.
    assert shares["cost"] == (5, 12)


def test_schools_are_counted_by_what_is_known_of_them(catalogue: Catalogue, today: str) -> None:
    shares = {s.what: (s.having, s.of) for s in stats(catalogue, today).schools}
    assert shares["campuses"] == (8, 9)
    assert shares["located"] == (1, 9)
    assert shares["recognition"] == (2, 9)
