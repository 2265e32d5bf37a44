"""An entry job has a programme, or says why none prepares for it; never both."""

from types import ModuleType
from typing import Any

import pytest

from avcareers.audit.check import findings

REASON = {
    "says": {"fr": "On l'apprend auprès d'un cadreur.", "en": "One learns it beside an operator."},
    "sources": ["fiche"],
}


def of_cadreur(small: ModuleType, level: str, *, taught: bool, reason: Any = None) -> Any:
    """Return records where `cadreur` has a level, a programme or none, and perhaps a reason."""
    data = small.records()
    data["professions"][2] |= {"level": level, "no_programme": reason}
    for programme in data["schools"][0]["programmes"]:
        programme["leads_to"] = ["cadreur" if taught else "chef-operateur"]
    return small.content(data)


def found(content: Any) -> list[tuple[Any, ...]]:
    return [finding[:4] for finding in findings(content)]


@pytest.mark.parametrize(
    ("level", "taught", "reason"),
    [
        ("entry", True, None),
        ("entry", False, REASON),
        ("confirmed", False, None),
        ("confirmed", False, REASON),
    ],
)
def test_a_programme_or_a_reason_will_do_and_others_need_none(
    small: ModuleType, level: str, taught: bool, reason: Any
) -> None:
    assert found(of_cadreur(small, level, taught=taught, reason=reason)) == []


def test_an_entry_job_without_programme_or_reason_is_found(small: ModuleType) -> None:
    assert found(of_cadreur(small, "entry", taught=False)) == [
        ("profession", "cadreur", ("no_programme",), "entry-job-without-way")
    ]


@pytest.mark.parametrize("level", ["entry", "confirmed"])
def test_a_reason_beside_a_programme_is_found_and_names_it(small: ModuleType, level: str) -> None:
    content = of_cadreur(small, level, taught=True, reason=REASON)
    (finding,) = findings(content)
    assert finding[:4] == ("profession", "cadreur", ("no_programme",), "programme-all-the-same")
    school = content.schools[0]
    assert finding.found == f"{school.slug}/{school.programmes[-1].slug}"


SON = {"slug": "rncp-7", "number": 7, "title": "Métiers de l’audiovisuel option métiers du son",
       "url": "https://registre.example.org/7", "sources": ["fiche"]}  # fmt: skip


def of_diploma(small: ModuleType, leads_to: list[str], own: list[str]) -> Any:
    """Return records where a school prepares for a certification that leads to jobs."""
    data = small.records()
    data["certifications"].append({**SON, "leads_to": leads_to})
    data["schools"][0]["programmes"][0] |= {"certification": "rncp-7", "leads_to": own}
    job = data["professions"][2] | {"level": "entry"}
    job["ways_in"] = job["ways_in"] | {"public": [
        {"fr": "BTS métiers de l'audiovisuel, option son", "en": "BTS, sound option"}]}  # fmt: skip
    data["professions"][2] = job
    return small.content(data)


def test_a_programme_leads_to_the_jobs_of_its_certification(small: ModuleType) -> None:
    content = of_diploma(small, ["cadreur"], [])
    assert found(content) == []
    assert content.inherited().schools[0].programmes[0].leads_to == ("cadreur",)


def test_a_diploma_that_leads_elsewhere_at_one_school_is_found(small: ModuleType) -> None:
    content = of_diploma(small, ["cadreur"], ["chef-operateur"])
    slug = content.schools[0].slug
    assert ("school", slug, ("programmes", 0, "leads_to"), "same-jobs") in found(content)


def test_a_sheet_that_names_a_diploma_leading_elsewhere_is_found(small: ModuleType) -> None:
    content = of_diploma(small, ["chef-operateur"], [])
    assert ("profession", "cadreur", ("ways_in", "public"), "named-diploma") in found(content)
