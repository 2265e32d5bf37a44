"""The page of a comparison."""

import re

import pytest

from avcareers.model.errors import MixedKindsError, SameRecordError
from avcareers.present.compare import comparison_page
from avcareers.present.failures import failure_message, failure_status
from avcareers.present.handouts import comparison_handout_page
from avcareers.present.job import job_sheet_page
from avcareers.present.labels import label
from avcareers.present.naming import job_title
from avcareers.present.page import Page, text_of
from avcareers.present.paper import PaperWording
from avcareers.present.pay import pay_items
from avcareers.present.pay_sector import lower_phrases
from avcareers.present.school import school_sheet_page
from avcareers.query.compare import JobComparison, SchoolComparison, compare, put_together
from avcareers.query.job import job_sheet
from avcareers.query.school import school_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording


def test_a_screen_draws_what_differs_and_sums_up_the_rest(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = comparison_page(compare(catalogue, ("monteur", "chef-monteur"), today), words)
    assert page.table
    for row in page.table.rows:
        assert row.plain_only == (len({text_of(cell) for cell in row.cells[1:]}) == 1)
    assert 0 < len(page.table.drawn) < len(page.table.rows)
    same, unknown = map(text_of, page.footer)
    assert same.startswith(words("Pareil : ", "The same: "))
    assert unknown.startswith(words("Non renseigné pour les deux : ", "Unknown for both: "))
    for row in page.table.rows:
        title, first = text_of(row.cells[0]), text_of(row.cells[1])
        if row.plain_only:
            assert title.lower() in (unknown if first == words.unknown else same).lower()
        if row.plain_only and first != words.unknown:
            assert first in same


def test_what_decides_between_two_jobs_comes_first(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    decides = words.of(real_catalogue.document("profession", "monteur").confused_with[0].difference)
    for names in (("monteur", "chef-monteur"), ("chef-monteur", "monteur")):
        lead = comparison_page(compare(real_catalogue, names, today), words).lead
        assert decides == text_of(lead[0]) or "monteur" in {
            each.job for each in real_catalogue.document("profession", "chef-monteur").confused_with
        }
        assert len(lead) == 2


def test_two_names_of_one_job_are_one_and_it_is_said(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    with pytest.raises(SameRecordError) as refused:
        compare(real_catalogue, ("perchman", "premier-assistant-son"), today)
    assert refused.value.slug == "premier-assistant-son"
    found = compare(real_catalogue, ("perchman", "premier-assistant-son", "monteur"), today)
    assert len(found.sheets) == 2
    assert "perchman" in text_of(comparison_page(found, words).lead[0])


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("focus puller best boy", ("focus puller", "best boy")),
        ("chef monteur scripte", ("chef monteur", "scripte")),
        ("zut alors", ()),
    ],
)
def test_names_without_quotes_are_put_together(
    real_catalogue: Catalogue, typed: str, names: tuple[str, ...]
) -> None:
    assert put_together(real_catalogue, tuple(typed.split())) == names


def test_a_job_beside_a_school_is_told_which_is_which_and_what_to_type(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    with pytest.raises(MixedKindsError) as refused:
        compare(real_catalogue, ("monteur", "la-femis"), today)
    said = failure_message(refused.value, words)
    assert f"{words.quoted('monteur')} ({words('métier', 'job')})" in said
    assert f"{words.quoted('la-femis')} ({words('école', 'school')})" in said
    assert "avcareers compare monteur chef-monteur" in said
    assert failure_status(refused.value) == 2


def test_jobs_that_one_school_alone_prepares_for_are_counted_and_named(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    found = compare(real_catalogue, ("3is", "la-femis"), today)
    assert isinstance(found, SchoolComparison)
    cells = row_of(comparison_page(found, words), words("Prépare à", "Prepares for"))
    for sheet, cell in zip(found.sheets, cells, strict=True):
        assert cell.startswith(words.count(len(sheet.jobs), ("métier", "métiers"), ("job", "jobs")))
    shared = real_catalogue.document("profession", "monteur")
    assert all(job_title(shared, words) not in cell.split(", ") for cell in cells)


def test_what_is_not_known_is_said_to_be(catalogue: Catalogue, today: str, words: Wording) -> None:
    found = compare(catalogue, ("lycee-des-goelands", "institut-cornouaille"), today)
    page = comparison_page(found, words)
    assert page.table
    cells = [text_of(cell) for row in page.table.rows for cell in row.cells[1:]]
    assert all(cells)
    assert words.unknown in cells


def test_each_line_of_the_checklist_is_compared_by_itself(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = comparison_page(compare(catalogue, ("monteur", "chef-monteur"), today), words)
    assert page.table
    titles = {text_of(row.cells[0]) for row in page.table.rows}
    assert {words("Nuits", "Nights"), words("Travail seul", "Working alone"),
            words("École publique", "State school")} <= titles  # fmt: skip


def test_a_school_is_answered_for_by_name(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    found = compare(real_catalogue, ("la-femis", "ens-louis-lumiere"), today)
    page = comparison_page(found, words)
    assert page.table
    answered = next(row for row in page.table.rows
                    if text_of(row.cells[0]) == words("L'école", "The school"))  # fmt: skip
    assert [text_of(cell) for cell in answered.cells[1:]] == [
        words(
            "publique, sous tutelle du ministère de la Culture",
            "public, under the Ministry of Culture",
        ),
        words(
            "publique, sous tutelle du ministère de l'Enseignement supérieur",
            "public, under the Ministry of Higher Education",
        ),
    ]
    assert all(any(c.isdigit() for c in text_of(cell)) for row in page.table.rows
               if text_of(row.cells[0]).startswith("Places") for cell in row.cells[1:])  # fmt: skip


def row_of(page: Page, title: str) -> list[str]:
    """Return the cells of a row, without its title."""
    assert page.table
    (row,) = [row for row in page.table.rows if text_of(row.cells[0]) == title]
    return [text_of(cell) for cell in row.cells[1:]]


def test_a_job_has_the_pay_and_the_contracts_of_its_sheet(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    sheets = [job_sheet(real_catalogue, slug, today) for slug in real_catalogue.slugs("profession")]
    page = comparison_page(JobComparison(tuple(sheets)), words)
    pay = row_of(page, words("Paie minimale", "Minimum pay"))
    contracts = row_of(page, words("Contrats", "Contracts"))
    for sheet, paid, hired in zip(sheets, pay, contracts, strict=True):
        sections = {part.key: part.items for part in job_sheet_page(sheet, words).sections}
        first = sheet.pay.headline
        unit = (
            first and f"{words.euros(first.amount_eur or 0)} {label(words, 'pay-unit', first.unit)}"
        )
        assert not unit or unit in paid, sheet.job.slug
        amounts = pay_items(sheet.pay, words, 1)
        amounts = amounts[:-1] if sheet.pay.floors else amounts  # the last names the command
        said = [text_of(item.line) for item in amounts]
        said += [f"{one[0].upper()}{one[1:]}." for one in lower_phrases(sheet.pay, words)]
        assert paid == (" ".join(said) or words.unknown)
        assert all(text_of(item.line) in hired for item in sections.get("contracts", ()))


def test_the_pay_of_a_gaffer_is_that_of_a_shooting_week(
    real_catalogue: Catalogue, today: str
) -> None:
    page = comparison_page(compare(real_catalogue, ("gaffer", "key-grip"), today), Wording("fr"))
    for cell in row_of(page, "Paie minimale"):
        assert cell.startswith(
            "1\N{NARROW NO-BREAK SPACE}499,83\N{NO-BREAK SPACE}€ la semaine (5 jours : 46 h"
        )
        assert "construction" not in cell
    assert "pas un revenu" in text_of(page.lead[-1])


def test_a_school_is_not_summed_up_by_its_cheapest_way(
    real_catalogue: Catalogue, today: str
) -> None:
    page = comparison_page(compare(real_catalogue, ("3is", "la-femis"), today), Wording("fr"))
    assert "scolarité non renseignée (inscription seule : 430\xa0€" in row_of(page, "Par an")[0]
    assert "430" not in row_of(page, "En tout")[0]
    assert "290" not in row_of(page, "En tout")[0]
    for title in ("Par an", "En tout"):
        free, unknown = row_of(page, title)
        assert "0\xa0€ si un employeur signe (apprentissage, 1 formation sur 10)" in free
        assert "pour 9 formations sur 10 : " in free
        assert unknown == "non renseigné"


def test_the_places_and_applicants_of_one_programme_bear_its_name(
    real_catalogue: Catalogue, today: str
) -> None:
    page = comparison_page(compare(real_catalogue, ("3is", "la-femis"), today), Wording("fr"))
    _, of_femis = row_of(page, "Candidats, admis, places")
    assert "La Résidence : 4 – Première année (2015)" in of_femis
    assert "7 formations : De 3 à 12" in of_femis
    of_3is, _ = row_of(page, "Candidats, admis, places")
    # Both programmes that Parcoursup has, the places beside those admitted.
    assert of_3is.startswith("Cinéma & audiovisuel : 408 candidats, 75 admis, 200 places (2025)")
    assert "option son : 205 candidats, 25 admis, 100 places (2025)" in of_3is
    assert any("peu d'admis ne veut pas dire" in text_of(said) for said in page.footer)


def test_a_course_named_once_is_known_by_its_tracks_after(
    real_catalogue: Catalogue, today: str, french: Wording
) -> None:
    found = compare(real_catalogue, ("travelling", "eicar"), today)
    told, _ = row_of(comparison_page(found, french), "Candidats, admis, places")
    assert told.count("BTS métiers de l'audiovisuel") == 1
    assert "; montage et postproduction : 156 candidats, 6 admis, 12 places (2025)" in told


def test_a_school_has_the_awards_costs_and_applicants_of_its_sheet(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    slugs = real_catalogue.slugs("school")
    sheets = tuple(school_sheet(real_catalogue, slug, today) for slug in slugs)
    page = comparison_page(SchoolComparison(sheets), words)
    costs = row_of(page, words("Par an", "Per year"))
    applied = row_of(page, words("Candidats, admis, places", "Applied, admitted, places"))
    awards = row_of(page, words("Ses diplômes", "Its diplomas"))
    for sheet, cost, asked, award in zip(sheets, costs, applied, awards, strict=True):
        told = "\n".join(
            text_of(item.line)
            for section in school_sheet_page(sheet, words, full=True).sections
            for item in section.items
        )
        assert award in told, sheet.school.slug
        unknown = sum(programme.lacks_school_cost for programme in sheet.programmes)
        silent = words(r"non renseignée?\b", r"\bunknown\b")
        assert bool(re.search(silent, cost)) == bool(unknown or not sheet.programmes)
        of = words(f"pour {unknown} formation", f"for {unknown} programme")
        assert unknown in {0, len(sheet.programmes)} or of in cost
        for programme in sheet.programmes:
            if programme.last_session and programme.last_session.candidates is not None:
                number = words.number(programme.last_session.candidates)
                assert number in asked, sheet.school.slug
                assert number in told, sheet.school.slug


def test_how_many_programmes_are_in_alternance_is_counted(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    found = compare(catalogue, ("institut-cornouaille", "lycee-des-goelands"), today)
    assert isinstance(found, SchoolComparison)
    page = comparison_page(found, words)
    for sheet, cell in zip(found.sheets, row_of(page, "Alternance"), strict=True):
        modes = [programme.alternance for programme in sheet.programmes]
        for mode in modes:
            assert f"{label(words, 'alternance', mode)} ({modes.count(mode)})" in cell


def test_the_nearest_public_school_is_the_first_thing_to_try_and_stands_on_paper(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    found = compare(real_catalogue, ("eicar", "creative-seeds"), today)
    assert isinstance(found, SchoolComparison)
    assert found.public
    school = found.public.course.taught_by
    first = comparison_page(found, words).next[0]
    assert first.command.startswith(f"avcareers school show {school.slug}")
    assert school.name in first.why
    paper = comparison_handout_page(found, today, PaperWording(words.language, real_catalogue))
    assert any(school.name in text_of(each) for each in paper.footer)


def test_who_answers_for_schools_stands_first_when_it_is_the_same_of_all(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = comparison_page(compare(real_catalogue, ("eicar", "creative-seeds"), today), words)
    assert text_of(page.lead[0]).startswith(words("Chaque école : privée", "Each school: private"))
    assert words("l'école (", "the school (") not in text_of(page.footer[0])
    page = comparison_page(compare(real_catalogue, ("eicar", "la-femis"), today), words)
    assert not page.lead
    assert page.table
    assert text_of(page.table.drawn[0].cells[0]) == words("L'école", "The school")


def test_no_row_of_a_comparison_is_denied_by_another_nor_by_what_is_said_to_be_unknown(
    real_catalogue: Catalogue, today: str, french: Wording
) -> None:
    """« Places, hors Parcoursup » held a number of Parcoursup, and « places » were said to be unknown."""
    slugs = real_catalogue.slugs("school")
    for one, other in (("arfis", "lyon-2"), *zip(slugs[::23], slugs[11::23], strict=False)):
        page = comparison_page(compare(real_catalogue, (one, other), today), french)
        assert page.table
        titles = [text_of(row.cells[0]) for row in page.table.rows]
        told = [word for title in titles for word in re.findall(r"\w{5,}", title.lower())]
        assert len(told) == len(set(told)), told
        unknown = " ".join(
            text_of(said) for said in page.footer if "Non renseigné" in text_of(said)
        )
        for row in page.table.drawn:
            title = text_of(row.cells[0]).lower()
            assert title not in unknown.lower(), (one, other)
            assert "hors parcoursup" not in title
