"""Words of the trade, explained where a page uses them."""

from collections.abc import Collection

import pytest

from avcareers.present.glosses import WORDS, Word, glossed
from avcareers.present.page import Column, Item, Page, Row, Section, Table, line, text_of
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import LANGUAGES, Wording

WORDS_AT_MOST, COLUMNS = 6, 80


def explained(page: Page, words: Wording, *, about: Collection[str] = ()) -> list[str]:
    return [text_of(spans) for spans in glossed(page, words, about=about).closing]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.name[0])
def test_a_gloss_is_short_finds_its_own_name_and_leads_to_a_topic(
    real_catalogue: Catalogue, word: Word
) -> None:
    for language in LANGUAGES:
        words = Wording(language)
        name, means = words(*word.name), words(*word.means)
        assert len(means.split()) <= WORDS_AT_MOST
        told = explained(Page(line(f"{name}, {name.lower()}")), words)
        assert bool(told) == bool(means)
        assert all(len(text) <= COLUMNS for text in told)
    if word.topic:
        found = real_catalogue.find("topic", word.topic).slug
        topic = real_catalogue.document("topic", found)
        # So that the topic's own page does not explain what it is about.
        names = {name.lower() for name in (topic.slug, *topic.other_names)}
        assert not names.isdisjoint(name.lower() for name in word.name)


def test_a_word_is_explained_once_wherever_the_page_says_it(words: Wording) -> None:
    pages = (
        Page(line("RNCP"), lead=(line("RNCP"),)),
        Page(line("x"), sections=(Section("a", "RNCP", (Item(line("au RNCP")),)),)),
        Page(line("x"), table=Table((Column("a", "A", 5),), (Row((line("RNCP 41241"),)),))),
        Page(line("x"), table=Table((Column("a", "RNCP", 5),), ())),
    )
    for page in pages:
        (told,) = explained(page, words)
        assert told == words(
            "RNCP : répertoire national des certifications – avcareers explain rncp",
            "RNCP: national directory of certifications – avcareers explain rncp",
        )


def test_what_a_page_does_not_say_is_not_explained_nor_what_it_is_about(words: Wording) -> None:
    assert explained(Page(line("Romeo, annexe 80, encdd")), words) == []
    assert explained(Page(line("RNCP, VAE")), words, about={"rncp"}) == explained(
        Page(line("VAE")), words
    )


def test_both_annexes_are_explained_when_they_are_named_together(words: Wording) -> None:
    together = words("annexes 8 et 10", "annexes 8 and 10")
    assert len(explained(Page(line(together)), words)) == 2


def test_the_footer_of_the_page_comes_first(words: Wording) -> None:
    told = explained(Page(line("CQP"), footer=(line("3"),)), words)
    assert (told[0], len(told)) == ("3", 2)
