"""Prices, ages and the absence of alternance hold for a time, and rest on a page that can know them."""

from types import ModuleType
from typing import Any

import pytest

from avcareers.audit.check import findings

PROGRAMME = ("schools", 0, "programmes", 0)


def found(small: ModuleType, source: dict[str, Any], **programme: Any) -> list[tuple[Any, ...]]:
    """Return the rules that refuse a programme read on one page, and where."""
    data = small.records()
    data["sources"][0] |= source
    data["schools"][0]["programmes"][0] |= programme
    return [finding[2:4] for finding in findings(small.content(data))]


@pytest.mark.parametrize(
    ("published", "year", "covers", "wrong"),
    [
        ("2017-04-04", "2016-2017", "Tout.", False),
        ("2017-04-04", "2017-2018", "Tout.", True),
        ("2017-04-04", "2017-2018", "Annoncé pour 2017-2018.", False),
        ("2017-09-16", "2017-2018", "Tout.", False),
        ("2017-09-16", "2018-2019", "Tout.", True),
        (None, "2017-2018", "Tout.", False),
    ],
)
def test_an_amount_is_of_the_school_year_that_ran_when_its_page_was_published(
    small: ModuleType, published: str | None, year: str, covers: str, wrong: bool
) -> None:
    fees = {"low": 7120, "year": year, "covers": {"fr": covers, "en": "All."}, "source": "fiche"}
    at = ("programmes", 0, "fees", 0, "year")
    refused = found(small, {"published": published}, fees=[fees])
    assert refused == ([(at, "fees-year")] if wrong else [])


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ("De 18 à 26 ans.", True),
        ("De 18 à 26 ans (juillet 2021).", False),
        ("Moins de 30 ans (page sans date).", False),
        ("Deux ans d'expérience.", False),
    ],
)
def test_an_age_limit_says_of_which_year_it_is(small: ModuleType, note: str, wrong: bool) -> None:
    refused = found(small, {}, admission_note={"fr": note, "en": "As read."})
    at = ("programmes", 0, "admission_note", "fr")
    assert refused == ([(at, "age-undated")] if wrong else [])


@pytest.mark.parametrize(
    ("slug", "mode", "omits", "wrong"),
    [
        ("image", "none", True, True),
        ("image", "unknown", True, False),
        ("image", "none", False, False),
        ("bts-image-scolaire", "none", True, False),
    ],
)
def test_no_alternance_is_not_read_in_a_list_without_apprentices(
    small: ModuleType, slug: str, mode: str, omits: bool, wrong: bool
) -> None:
    read = {"mode": mode, "source": "fiche"}
    refused = found(small, {"omits_apprentices": omits}, slug=slug, alternance=read)
    assert refused == ([(("programmes", 0, "alternance", "mode"), "alternance-none")] * wrong)
