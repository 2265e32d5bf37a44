"""How a source is cited."""

from avcareers.present.citations import general_rule, source_line, source_lines
from avcareers.present.page import text_of
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording


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
