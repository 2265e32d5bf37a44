"""How a source is cited, and an error reported."""

import tomllib

from avcareers.present.citations import (
    ISSUES,
    error_item,
    general_rule,
    source_line,
    source_lines,
)
from avcareers.present.job import job_sheet_page
from avcareers.present.page import text_of
from avcareers.present.school import school_sheet_page
from avcareers.present.stages import stage_sheet_page
from avcareers.present.topics import topic_sheet_page
from avcareers.query.job import job_sheet
from avcareers.query.school import school_sheet
from avcareers.query.stages import stage_sheet
from avcareers.query.topics import topic_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

from ..runner import ROOT

TODAY = "2026-11-23"


def test_a_citation_says_who_what_when_and_where(catalogue: Catalogue, words: Wording) -> None:
    cited = text_of(source_line(catalogue.document("source", "releve-ancien"), words))
    assert cited == words(
        "Observatoire imaginaire : Relevé des tarifs de 2018 "
        "(version du 1er octobre 2018, lu le 1er février 2025 pour : frais) "
        "https://observatoire.example.org/tarifs-2018 – État ancien, gardé faute de mieux.",
        "Observatoire imaginaire: Relevé des tarifs de 2018 "
        "(version of 1 October 2018, read on 1 February 2025 for: fees) "
        "https://observatoire.example.org/tarifs-2018 – Old version, kept for want of a better one.",
    )


def test_a_source_without_address_or_version_is_cited_without_them(
    catalogue: Catalogue, words: Wording
) -> None:
    (cited,) = source_lines([catalogue.document("source", "texte-de-branche")], words)
    assert text_of(cited) == words(
        "Journal imaginaire : Convention imaginaire de la production, titre II "
        "(lu le 22 novembre 2026 pour : secteur, règle générale, contrats et droits, tâches, "
        "voies d'accès)",
        "Journal imaginaire: Convention imaginaire de la production, titre II "
        "(read on 22 November 2026 for: the field, general rule, contracts and rights, tasks, ways in)",
    )


def test_what_a_reader_must_know_of_a_source_is_told_in_their_language(
    catalogue: Catalogue, words: Wording
) -> None:
    source = catalogue.document("source", "releve-ancien")
    told = words(
        "État ancien, gardé faute de mieux.", "Old version, kept for want of a better one."
    )
    assert words.of(source.note) == told
    assert text_of(source_line(source, words)).endswith(f" – {told}")


def test_a_page_that_names_no_school_is_said_to_state_a_rule(
    catalogue: Catalogue, words: Wording
) -> None:
    law, visit = (
        catalogue.document("source", s) for s in ("decrets-imaginaires", "visites-des-ecoles")
    )
    assert general_rule(law, words) == words(", règle générale", ", general rule")
    assert general_rule(visit, words) == ""


def test_every_sheet_ends_with_how_to_report_an_error_in_it(
    catalogue: Catalogue, words: Wording
) -> None:
    job = job_sheet(catalogue, "scripte", TODAY)
    topic = topic_sheet(catalogue, catalogue.slugs("topic")[0], TODAY)
    school = school_sheet(catalogue, "ecole-du-phare", TODAY)
    stage = stage_sheet(catalogue, "tournage")
    pages = {
        "scripte": (job_sheet_page(job, words), job_sheet_page(job, words, full=True)),
        topic.topic.slug: (
            topic_sheet_page(topic, words),
            topic_sheet_page(topic, words, full=True),
        ),
        "ecole-du-phare": (school_sheet_page(school, words),),
        "tournage": (stage_sheet_page(stage, words),),
    }
    for key, shown in pages.items():
        for page in shown:
            sources = page.sections[-1]
            assert sources.key == "sources"
            assert sources.items[-1] == error_item(key, words)
            # A short sheet keeps it.
            assert page.brief_lines is None or sources.least == len(sources.items)


def test_an_error_is_reported_with_the_key_and_where_the_project_says(words: Wording) -> None:
    assert text_of(error_item("scripte", words, address="").line) == words(
        "Une erreur ? Signalez-la avec la clé «\N{NO-BREAK SPACE}scripte\N{NO-BREAK SPACE}» et la "
        "page qui le montre.",
        "An error? Report it with the key “scripte” and the page that shows it.",
    )
    said = text_of(error_item("scripte", words, address="https://example.org/issues").line)
    assert said.endswith(": https://example.org/issues")


def test_the_address_is_that_of_the_metadata() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project.get("urls", {}).get("Issues", "") == ISSUES
