"""How a source is cited."""

from avcareers.present.citations import source_line, source_lines
from avcareers.present.page import text_of
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording


def test_a_citation_says_who_what_when_and_where(catalogue: Catalogue, words: Wording) -> None:
    cited = text_of(source_line(catalogue.document("source", "releve-ancien"), words))
    assert cited == words(
        "Observatoire imaginaire : Relevé des tarifs de 2018 "
        "(version du 1er octobre 2018, lu le 1er février 2025) "
        "https://observatoire.example.org/tarifs-2018 – État ancien, gardé faute de mieux.",
        "Observatoire imaginaire: Relevé des tarifs de 2018 "
        "(version of 1 October 2018, read on 1 February 2025) "
        "https://observatoire.example.org/tarifs-2018 – État ancien, gardé faute de mieux.",
    )


def test_a_source_without_address_or_version_is_cited_without_them(
    catalogue: Catalogue, words: Wording
) -> None:
    (cited,) = source_lines([catalogue.document("source", "texte-de-branche")], words)
    assert text_of(cited) == words(
        "Journal imaginaire : Convention imaginaire de la production, titre II "
        "(lu le 22 novembre 2026)",
        "Journal imaginaire: Convention imaginaire de la production, titre II "
        "(read on 22 November 2026)",
    )


def test_what_a_reader_must_know_of_a_source_is_told(catalogue: Catalogue, words: Wording) -> None:
    source = catalogue.document("source", "releve-ancien")
    assert source.note == "État ancien, gardé faute de mieux."
    assert "gardé faute de mieux" in text_of(source_line(source, words))
