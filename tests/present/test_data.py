"""The pages for those who keep the data."""

import re
from collections.abc import Callable

from avcareers.present.data import stale_page, stats_page
from avcareers.present.page import Page, text_of
from avcareers.query.stale import StaleList, stale
from avcareers.query.stats import stats
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

Read = Callable[[Page], list[str]]


def test_a_share_is_drawn_counted_and_named(
    catalogue: Catalogue, today: str, words: Wording, read: Read
) -> None:
    shown = read(stats_page(stats(catalogue, today), words))
    assert f"{'█' * 13}{'░' * 7} 8/12 {words('alternance connue', 'alternance known')}" in shown
    assert not any(re.search(r"\bNone\b", text) for text in shown)


def test_records_are_named_in_the_language(
    catalogue: Catalogue, today: str, french: Wording, read: Read
) -> None:
    page = stats_page(stats(catalogue, today), french)
    told = "\n".join(text_of(i.line) for s in page.sections if s.key == "records" for i in s.items)
    assert "métier" in told
    assert "profession" not in told


def test_what_is_stale_has_a_row_and_a_reason(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = stale_page(stale(catalogue, today, older_than_days=365), words)
    assert page.table is not None
    assert [text_of(cell) for cell in page.table.rows[0].cells] == [
        "2024-01-15", words("école", "school"), "atelier-des-dunes",
        words("relue il y a longtemps", "reviewed long ago"),
    ]  # fmt: skip


def test_nothing_stale_says_so(words: Wording, read: Read) -> None:
    assert words("Rien à relire.", "Nothing to read again.") in read(
        stale_page(StaleList(()), words)
    )
