"""What is handed over about a school, a comparison or a plan: whole on paper, without commands."""

import math
import re

import pytest

from avcareers.present.handouts import (
    check_handout_page,
    comparison_handout_page,
    plan_handout_page,
    school_handout_page,
)
from avcareers.present.page import Page, text_of
from avcareers.present.paper import PaperWording
from avcareers.query.compare import compare
from avcareers.query.nearby import Near
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.query.plan.request import Request
from avcareers.query.plan.school_plan import plan_to_school
from avcareers.query.school_check import school_check
from avcareers.render.handout import handout_html, handout_markdown
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import LANGUAGES, Language

TODAY = "2026-11-30"


def school(catalogue: Catalogue, slug: str, language: Language) -> Page:
    words = PaperWording(language, catalogue)
    return school_handout_page(school_check(catalogue, slug, TODAY), words)


def plan(catalogue: Catalogue, job: str, language: Language, **asked: object) -> Page:
    request = Request(**asked)  # type: ignore[arg-type]
    found = plan_to_job(catalogue, job, request, TODAY)
    return plan_handout_page(found, PaperWording(language, catalogue))


def comparison(catalogue: Catalogue, names: tuple[str, ...], language: Language) -> Page:
    found = compare(catalogue, names, TODAY)
    words = PaperWording(language, catalogue)
    return comparison_handout_page(found, TODAY, words)


def pages(catalogue: Catalogue, language: Language) -> list[Page]:
    """Return a page of each kind, those that say most commands on a screen among them."""
    lyon = Near(catalogue.document("place", "lyon"), 50.0)
    limited = {"level": 4, "near": lyon, "alternance": True, "recognised": True, "max_fees": 300.0}
    to_school = plan_to_school(catalogue, "la-femis", Request(level=4), TODAY)
    return [
        *(school(catalogue, slug, language) for slug in catalogue.slugs("school")[::20]),
        *(plan(catalogue, job, language, **limited) for job in ("monteur", "scripte")),
        plan(catalogue, "monteur", language, level=0, max_years=1.0, max_total=100.0),
        plan_handout_page(to_school, PaperWording(language, catalogue)),
        comparison(catalogue, ("monteur", "etalonneur"), language),
        comparison(catalogue, ("la-femis", "cinefabrique"), language),
    ]


def said(page: Page) -> str:
    return "\n".join(handout_markdown(page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_paper_is_to_be_typed(real_catalogue: Catalogue, language: Language) -> None:
    for page in pages(real_catalogue, language):
        for text in (said(page), "\n".join(handout_html(page, language))):
            body = text.partition("<body")[2] or text
            assert "avcareers " not in body
            assert " --" not in body
            assert "(--" not in body
            assert "`" not in body
            assert "<code" not in body


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_says_of_what_days_it_is_and_on_what_it_rests(
    real_catalogue: Catalogue, language: Language
) -> None:
    made = "faite le 30 novembre 2026" if language == "fr" else "made on 30 November 2026"
    for page in pages(real_catalogue, language):
        assert text_of(page.lead[-1]).endswith(made)
        last = page.sections[-1]
        assert last.key == "sources"
        assert "2026" in text_of(last.items[0].line)
        assert not page.next


def test_a_private_school_is_handed_over_with_a_public_one_and_questions(
    real_catalogue: Catalogue,
) -> None:
    page = school(real_catalogue, "eicar", "fr")
    keys = [section.key for section in page.sections]
    assert {"public", "questions"} < set(keys)
    public = next(part for part in page.sections if part.key == "public")
    names = {card.name for card in real_catalogue.cards("school").values() if card.kind == "public"}
    assert any(span.text in names for item in public.items for span in item.line)


def test_a_plan_names_the_schools_of_its_routes_alone_with_their_addresses(
    real_catalogue: Catalogue,
) -> None:
    near = Near(real_catalogue.document("place", "lyon"), 50.0)
    page = plan(real_catalogue, "monteur", "fr", level=4, near=near)
    parts = {part.key: [text_of(item.line) for item in part.items] for part in page.sections}
    assert "training" not in parts
    taken = plan_to_job(real_catalogue, "monteur", Request(level=4, near=near), TODAY)
    schools = {step.school_name for route in taken.routes for step in route.programmes}
    assert {text.split(" : ")[0] for text in parts["addresses"]} == schools
    # A lycée has its number in the official directory where its own address is not known.
    told = (" : http", " : annuaire officiel, n° ", " : adresse non renseignée")
    assert all(any(each in text for each in told) for text in parts["addresses"])
    assert len(parts["questions"]) == 3


def test_a_school_without_a_web_address_says_so(real_catalogue: Catalogue) -> None:
    schools = real_catalogue.cards("school")
    slug = next(slug for slug, card in schools.items()
                if not card.website and card.type != "lycee")  # fmt: skip
    for language, unknown in (("fr", "adresse non renseignée"), ("en", "address unknown")):
        words = PaperWording(language, real_catalogue)  # type: ignore[arg-type]
        assert words.command("school", "show", slug) == unknown


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("compare", "monteur", "chef-monteur"), "comparaison des deux"),
        (("plan", "la-femis"), "voies vers « La Fémis »"),
        (("jobs", "--department", "son", "--entry"), "la liste des métiers, « Son (tournage et plateau) »"),
        (("schools", "--job", "monteur", "--near", "lyon", "--within", "50"),
         "la liste des écoles pour « Monteur / Monteuse vidéo » près de Lyon"),
        (("explain", "alternance"), "« L'alternance », https://www.alternance.emploi.gouv.fr/"),
        # The register's form says nothing of what a level is.
        (("explain", "niveau"), "« Niveau 5, 6 ou 7 », https://www.legifrance.gouv.fr/affichCode.do?cidTexte=LEGITEXT000006071191&idSectionTA=LEGISCTA000027864571"),
        (("school", "check", "cinefabrique"), "https://cinefabrique.fr"),
        (("job", "show", "monteur"), "fiche « Monteur / Monteuse vidéo »"),
        (("job", "show", "monteur", "--full"), "la fiche entière"),
        (("stages",), "la chaîne de production"),
    ],
)  # fmt: skip
def test_a_command_is_the_name_of_its_page(
    real_catalogue: Catalogue, command: tuple[str, ...], name: str
) -> None:
    written = PaperWording("fr", real_catalogue).command(*command)
    assert written.replace("\N{NO-BREAK SPACE}", " ") == name


COLUMN, ROOM = 50, 135
"""Characters of a line of a column in the smaller type, and lines of the two columns of a sheet."""


@pytest.mark.slow
def test_the_check_of_a_school_of_eight_programmes_at_most_holds_on_one_sheet(
    real_catalogue: Catalogue,
) -> None:
    words = PaperWording("fr", real_catalogue)
    sheets = {
        slug: check_handout_page(school_check(real_catalogue, slug, TODAY), words)
        for slug in (
            "travelling",
            "eicar",
            "esra-paris",
            "gobelins",
            *real_catalogue.slugs("school")[::6],
        )
        if len(real_catalogue.document("school", slug).programmes) <= 8
    }
    assert len(sheets) > 40
    assert {
        slug: lines for slug, page in sheets.items() if (lines := in_columns(page)) > ROOM
    } == {}


def in_columns(page: Page) -> float:
    """Return about how many lines a page takes in two columns: a title takes one and a half."""
    titles = sum(bool(part.heading) + 1 for part in page.sections)
    said = [text_of(item.line) for part in page.sections for item in part.items]
    return 1.6 * titles + sum(math.ceil(len(text) / COLUMN) for text in said)


def test_paper_names_no_sheet_that_a_family_has_not_nor_a_page_where_nothing_is_found(
    real_catalogue: Catalogue,
) -> None:
    words = PaperWording("fr", real_catalogue)
    for slug in ("cinecreatis", "esra-paris", "clcf", "arfis", "lyon-2"):
        check = school_check(real_catalogue, slug, TODAY)
        for page in (school_handout_page(check, words), check_handout_page(check, words)):
            said = "\n".join(text_of(item.line) for part in page.sections for item in part.items)
            said += "\n".join(map(text_of, page.footer))
            assert "fiche entière" not in said.split("Sources lues")[0] or "éditeur" in said, slug
            assert "/en/" not in said, slug
            assert not re.search(r"https://(travail-emploi|www\.data|www\.enseignementsup-recherche)"
                                 r"\.gouv\.fr/?(\s|$)", said), slug  # fmt: skip
