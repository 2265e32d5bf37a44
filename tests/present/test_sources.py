"""The pages of sources."""

from avcareers.present.page import Page, text_of
from avcareers.present.sources import source_sheet_page, sources_page
from avcareers.query.sources import list_sources, sources_of
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording


def part(page: Page, key: str) -> list[str]:
    return [text_of(item.line) for s in page.sections if s.key == key for item in s.items]


def test_every_source_is_a_row_with_its_day_and_weight(
    catalogue: Catalogue, words: Wording
) -> None:
    table = sources_page(list_sources(catalogue), words).table
    assert table is not None
    rows = {text_of(row.cells[0]): [text_of(c) for c in row.cells[1:]] for row in table.rows}
    assert len(rows) == 12
    assert rows["releve-ancien"] == [
        "Observatoire imaginaire", "Relevé des tarifs de 2018", "2025-02-01", "1"
    ]  # fmt: skip


def test_the_sources_of_a_record_carry_their_key(
    catalogue: Catalogue, words: Wording, today: str
) -> None:
    told = part(source_sheet_page(sources_of(catalogue, "realisatrice", today), words), "sources")
    assert len(told) == 2
    assert told[0].endswith("[guide-des-etapes]")


def test_a_source_says_what_it_supports(catalogue: Catalogue, words: Wording, today: str) -> None:
    page = source_sheet_page(sources_of(catalogue, "texte-de-branche", today), words)
    assert part(page, "records") == [
        words("métier (5) ", "job (5) ") + "cadreur, chef-monteur, monteur, realisateur, scripte"
    ]
