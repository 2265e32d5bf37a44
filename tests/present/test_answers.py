"""How it is said who answers: for a school, for a diploma, or why none is known to."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.present.answers import (
    answers_cell,
    answers_short,
    authorities_cell,
    diploma_phrase,
    end_phrase,
    school_answer,
    school_phrase,
)
from avcareers.present.page import text_of
from avcareers.query.costs import Costing
from avcareers.query.judged import CandidateSchool
from avcareers.query.recognition import Grounds, Weighed, of_school, standing
from avcareers.query.schools import Held
from avcareers.text.wording import Wording

TODAY = "2026-11-23"
FR, EN = Wording("fr"), Wording("en")
BTS: Any = SimpleNamespace(
    name=SimpleNamespace(fr="BTS", en="BTS"), authority="mesr", text="", sources=("loi",)
)
ON = Grounds(TODAY, {"bts": BTS}, {"rncp-1": "2028-06-25", "rncp-2": "2024-01-01", "rncp-3": None})


def entry(kind: str, until: str | None = None, authority: str = "mesr") -> Any:
    return SimpleNamespace(kind=kind, until=until, authority=authority)


def school(kind: str, *entries: Any) -> Any:
    return SimpleNamespace(kind=kind, type=None, recognition=entries)


def programme(award: str, *entries: Any, certification: str | None = None) -> Any:
    record: Any = SimpleNamespace(
        award=award,
        recognition=entries,
        diploma="bts" if award == "national" else None,
        certification=certification,
        fees=(),
        alternance=None,
        selectivity=(),
        last_intake=None,
        reported_closed=None,
        possible_certifications=(),
        last_cycle=False,
        routes=(),
        years=None,
    )
    (candidate,) = CandidateSchool(school("private"), [record], Costing((), TODAY), ON).programmes
    return candidate.judged


def row(of_school: Any, of_diploma: Any, standing: Any, answered: int = 3) -> Any:
    return SimpleNamespace(
        answers_school=of_school,
        answers_diploma=of_diploma,
        standing=standing,
        held=Held(among=3, answered=answered, alternance=3),
        programmes=(),
    )


@pytest.mark.parametrize(
    ("standing", "cell"),
    [("in-force", "à vérifier"), ("end-unknown", "échéance inconnue"), ("expired", "échu"),
     ("informative", "–")],
)  # fmt: skip
def test_a_school_nobody_answers_for_says_why(standing: Any, cell: str) -> None:
    assert text_of(answers_cell(row((), (), standing), FR)) == cell
    some = "" if cell == "–" else " (2 sur 3)"
    assert text_of(answers_cell(row((), (), standing, 2), FR)) == cell + some


@pytest.mark.parametrize(
    ("of_school", "of_diploma", "fr", "en"),
    [
        (("culture",), (), ("école", "Culture"), ("school", "Culture")),
        ((), ("mesr",), ("diplôme", "Ens. supérieur"), ("diploma", "Higher Ed.")),
        (("mesr",), ("mesr",), ("école et diplôme", "Ens. supérieur"),
         ("school and diploma", "Higher Ed.")),
        (("culture",), ("mesr",), ("école et diplôme", "Culture, Ens. supérieur"),
         ("school and diploma", "Culture, Higher Ed.")),
    ],
)  # fmt: skip
def test_a_row_says_for_what_a_ministry_answers_and_apart_which_one(
    of_school: Any, of_diploma: Any, fr: tuple[str, str], en: tuple[str, str]
) -> None:
    found = row(of_school, of_diploma, "in-force")
    for words, said in ((FR, fr), (EN, en)):
        cells = answers_cell(found, words), authorities_cell(found, words)
        assert tuple(map(text_of, cells)) == said


@pytest.mark.parametrize(
    ("of_school", "answered", "fr", "en"),
    [
        ((), 1, "1 diplôme sur 3", "1 of 3 diplomas"),
        (("mesr",), 2, "école et 2 diplômes sur 3", "school and 2 of 3 diplomas"),
        (("culture",), 1, "école et 1 diplôme sur 3", "school and 1 of 3 diplomas"),
    ],
)  # fmt: skip
def test_a_row_says_of_how_many_diplomas_a_ministry_answers_for_some_only(
    of_school: Any, answered: int, fr: str, en: str
) -> None:
    found = row(of_school, ("mesr",), "in-force", answered)
    assert text_of(answers_cell(found, FR)) == fr
    assert text_of(answers_cell(found, EN)) == en


@pytest.mark.parametrize(
    ("taught_at", "fr"),
    [
        (school("public", entry("tutelle", authority="culture")),
         "école publique sous tutelle du ministère de la Culture"),
        (school("private", entry("contrat")), "école privée sous contrat avec l'État"),
        (school("private", entry("qualiopi")), "école privée"),
    ],
)  # fmt: skip
def test_a_school_is_called_by_who_answers_for_it(taught_at: Any, fr: str) -> None:
    assert school_phrase(taught_at.kind, of_school(taught_at, TODAY), FR) == fr


@pytest.mark.parametrize(
    ("taught", "fr"),
    [
        (programme("national"),
         "diplôme national (BTS), dont le ministère de l'Enseignement supérieur répond"),
        (programme("visa", entry("visa", "2029-08-31")),
         "diplôme visé par l'État jusqu'au 31 août 2029"),
        (programme("visa", entry("visa")),
         "diplôme visé par l'État, échéance inconnue : à vérifier"),
        (programme("grade", entry("grade-master", "2026-08-31")),
         "diplôme conférant le grade de master : le dernier texte lu s'arrêtait au 31 août 2026 ; "
         "renouvellement non trouvé, à vérifier"),
        (programme("rncp", certification="rncp-1"),
         "titre d'école inscrit au RNCP jusqu'au 25 juin 2028"),
        (programme("rncp", certification="rncp-2"),
         "titre d'école dont l'inscription au RNCP est échue depuis le 1er janvier 2024"),
        (programme("rncp", certification="rncp-3"),
         "titre d'école inscrit au RNCP, échéance inconnue"),
        (programme("school"), "diplôme d'école"),
    ],
)  # fmt: skip
def test_a_diploma_is_called_by_what_answers_for_it(taught: Any, fr: str) -> None:
    assert diploma_phrase(taught, FR) == fr


def test_a_private_school_that_prepares_for_a_bts_is_not_answered_for_itself() -> None:
    taught = programme("national")
    said = school_answer("private", (), "informative", "informative", FR)
    assert said == "privée ; aucun ministère n'en répond, d'après les sources lues"
    assert text_of(answers_short(taught, FR)) == "diplôme"


@pytest.mark.parametrize(
    ("visa", "said"),
    [
        ("in-force", "il doit exister, car l'État ne vise que les diplômes d'écoles reconnues"),
        ("end-unknown", "il doit exister, car l'État ne vise que les diplômes d'écoles reconnues"),
        ("to-check", "il a dû exister"),
    ],
)
def test_a_school_whose_diploma_holds_a_visa_is_not_said_to_be_unrecognised(
    visa: Any, said: str
) -> None:
    """A visa is granted to the diploma of a recognised school: the claim may well be true."""
    told = school_answer("private", (), "informative", visa, FR)
    assert told.startswith("privée ; l'arrêté qui la reconnaît n'a pas été trouvé, mais ")
    assert said in told
    assert "aucun ministère" in school_answer("private", (), "informative", "expired", FR)


def test_an_ended_accreditation_is_to_be_checked() -> None:
    accreditation = entry("accreditation", "2022")
    found = Weighed(accreditation, standing(accreditation, TODAY))
    assert end_phrase(found, FR).text.strip() == (
        "Le dernier texte lu s'arrêtait en 2022 ; renouvellement non trouvé, à vérifier."
    )


def test_a_degree_that_ended_within_a_year_may_have_been_renewed() -> None:
    for until, is_worth in (
        ("2026-08-31", "to-check"),
        ("2025-08-31", "expired"),
        ("2026", "in-force"),
    ):
        assert standing(entry("grade-master", until), "2026-11-30") == is_worth
    found = Weighed(entry("grade-master", "2026-08-31"), "to-check")
    assert end_phrase(found, FR).text.strip() == (
        "Le dernier texte lu s'arrêtait au 31 août 2026 ; renouvellement non trouvé, à vérifier."
    )


@pytest.mark.parametrize(
    ("kind", "until", "expected"),
    [
        ("tutelle", None, ""),
        ("visa", None, "Échéance inconnue."),
        ("rncp", None, "Échéance inconnue."),
        ("rncp", "2026-11-22", "Échu depuis le 22 novembre 2026."),
        ("visa", "2026-11-23", "Jusqu'au 23 novembre 2026."),
        ("visa", "2027", "Jusqu'en 2027."),
    ],
)
def test_an_entry_says_until_when_it_holds(kind: str, until: str | None, expected: str) -> None:
    found = Weighed(entry(kind, until), standing(entry(kind, until), TODAY))
    assert end_phrase(found, FR).text.strip() == expected
