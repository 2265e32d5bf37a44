"""Short sourced answers, as they are shown."""

import io
from collections.abc import Callable

import pytest

from avcareers.model.errors import NotFoundError
from avcareers.present.failures import failure_message
from avcareers.present.page import Page, text_of
from avcareers.present.search import search_page
from avcareers.present.topics import topic_sheet_page, topics_page
from avcareers.query.pay import minimum_wage
from avcareers.query.search.ranking import search
from avcareers.query.topics import list_topics, topic_sheet
from avcareers.render.safety import printable
from avcareers.render.terminal import print_page
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-30"
Reading = Callable[[Page], list[str]]


def screen(page: Page, width: int = 80) -> list[str]:
    """Return the lines of a page on a screen."""
    stream = io.StringIO()
    print_page(page, stream, color=False, width=width)
    return stream.getvalue().rstrip("\n").split("\n")


def texts(page: Page, key: str) -> list[str]:
    """Return the lines of a section, none when it is not there."""
    return [text_of(i.line) for section in page.sections if section.key == key
            for i in section.items]  # fmt: skip


def test_every_real_answer_holds_in_twenty_five_lines(
    real_catalogue: Catalogue, words: Wording
) -> None:
    long = {}
    for topic in list_topics(real_catalogue).topics:
        lines = screen(topic_sheet_page(topic_sheet(real_catalogue, topic.slug, TODAY), words))
        assert max(map(len, lines)) <= 80
        if len(lines) > 25:
            long[topic.slug] = len(lines)
    assert long == {}


def test_a_shortened_answer_keeps_the_start_and_says_that_it_is_shortened(
    real_catalogue: Catalogue, words: Wording
) -> None:
    shortened = words("Réponse abrégée", "Shortened")
    short = 0
    for topic in list_topics(real_catalogue).topics:
        page = topic_sheet_page(topic_sheet(real_catalogue, topic.slug, TODAY), words)
        told = " ".join(" ".join(screen(page)).split())
        whole = " ".join(" ".join(screen(page._replace(brief_lines=None))).split())
        assert (shortened in told) == (told != whole)
        short += told != whole
        for statement in topic.answer[:2]:
            start = printable(" ".join(words.of(statement.text).split()[:3]))
            assert start in told
    assert short  # some are long enough to be shortened


def test_the_list_gives_every_answer_as_written(
    catalogue: Catalogue, words: Wording, read: Reading
) -> None:
    found = list_topics(catalogue)
    topics = found.topics
    assert [t.slug for t in topics] == [
        "contrat-court",
        "mot-fragile",
        "rumeur",
        "grille-sans-date",
    ]
    page = topics_page(found, words)
    assert page.table
    assert [text_of(row.cells[0]) for row in page.table.rows] == [t.slug for t in topics]
    assert [text_of(row.cells[1]) for row in page.table.rows] == [words.of(t.title) for t in topics]
    question = words("Peut-on me faire signer deux contrats brefs ?",
                     "Can I be given two short contracts?")  # fmt: skip
    assert text_of(page.table.rows[0].cells[2]) == question
    assert text_of(page.title).endswith("4")


def test_a_short_answer_says_since_when_and_marks_what_is_weak(
    catalogue: Catalogue, words: Wording
) -> None:
    page = topic_sheet_page(topic_sheet(catalogue, "contrat-court", TODAY), words)
    first, second, third = texts(page, "answer")
    since = words("(depuis le 1er août 2016)", "(since 1 August 2016)")
    weak = words("[source fragile]", "[weak source]")
    assert since in first
    assert words("depuis", "since") not in second
    assert third.endswith(weak)
    assert weak not in first + second


def test_an_answer_that_rests_on_one_weak_source_says_so_at_each_line(
    catalogue: Catalogue, words: Wording
) -> None:
    page = topic_sheet_page(topic_sheet(catalogue, "mot-fragile", TODAY), words)
    assert all(words("[source fragile]", "[weak source]") in text for text in texts(page, "answer"))
    assert texts(page, "doubts") == [
        words("Aucune page officielle n'a été lue.", "No official page was read.")
    ]


def test_a_full_answer_cites_each_of_its_statements(catalogue: Catalogue, words: Wording) -> None:
    sheet = topic_sheet(catalogue, "contrat-court", TODAY)
    page = topic_sheet_page(sheet, words, full=True)
    assert page.brief_lines is None
    first, second, third = texts(page, "answer")
    assert first.endswith(
        words("[Service imaginaire, 1er mai 2025]", "[Service imaginaire, 1 May 2025]")
    )
    assert second.endswith("[Journal imaginaire, 2024]")
    assert third.endswith("[Blog du cinéphile]")
    listed = " ".join(texts(page, "sources"))
    for source in sheet.sources:
        assert source.title in listed
    assert "https://www.service-public.fr/imaginaire" in " ".join(texts(page, "check"))


def test_every_real_answer_cites_each_statement_in_full(
    real_catalogue: Catalogue, words: Wording
) -> None:
    for topic in list_topics(real_catalogue).topics:
        sheet = topic_sheet(real_catalogue, topic.slug, TODAY)
        page = topic_sheet_page(sheet, words, full=True)
        shown = texts(page, "answer")
        assert len(shown) == len(topic.answer)
        cited = {source.slug: source.publisher for source in sheet.sources}
        for statement, text in zip(topic.answer, shown, strict=True):
            assert text.startswith(words.of(statement.text))
            assert f"[{cited[statement.source]}" in text
        _counted, *cited_in_full, _error = texts(page, "sources")
        assert len(cited_in_full) == len(topic.sources)


def test_a_short_answer_cites_no_source_but_counts_them(
    catalogue: Catalogue, words: Wording
) -> None:
    page = topic_sheet_page(topic_sheet(catalogue, "contrat-court", TODAY), words)
    assert not any("Journal imaginaire" in text for text in texts(page, "answer"))
    counted, _error = texts(page, "sources")
    assert counted == words(
        "3 sources, relues le 20 novembre 2026", "3 sources, reviewed on 20 November 2026"
    )
    assert "avcareers explain contrat-court --full" in [step.command for step in page.next]


@pytest.mark.parametrize("full", [False, True])
def test_what_no_longer_holds_is_marked_apart(
    catalogue: Catalogue, words: Wording, full: bool
) -> None:
    page = topic_sheet_page(topic_sheet(catalogue, "contrat-court", TODAY), words, full=full)
    (section,) = [section for section in page.sections if section.key == "obsolete"]
    assert section.label == words("Faux ou périmé", "Wrong or outdated")
    dead, never = section.items
    assert [dead.line[0].role, never.line[0].role] == ["bad", "bad"]
    assert dead.line[0].text == words(
        "On lit qu'un oral suffit.", "Some pages say that spoken words are enough."
    )
    assert words("(depuis 2016)", "(since 2016)") in text_of(dead.line)
    assert words("depuis", "since") not in text_of(never.line)
    answer = " ".join(texts(page, "answer"))
    assert dead.line[0].text not in answer


def test_a_part_with_nothing_to_say_is_not_there(catalogue: Catalogue, words: Wording) -> None:
    page = topic_sheet_page(topic_sheet(catalogue, "grille-sans-date", TODAY), words)
    assert [section.key for section in page.sections] == ["answer", "doubts", "sources"]


def test_an_answer_without_date_says_its_doubt(catalogue: Catalogue, words: Wording) -> None:
    page = topic_sheet_page(topic_sheet(catalogue, "grille-sans-date", TODAY), words)
    assert texts(page, "doubts") == [
        words("La page lue ne porte pas de date.", "The page read bears no date.")
    ]
    assert not any(words("depuis", "since") in text for text in texts(page, "answer"))


def test_an_answer_leads_to_its_neighbours_and_commands(catalogue: Catalogue) -> None:
    sheet = topic_sheet(catalogue, "contrat-court", TODAY)
    page = topic_sheet_page(sheet, Wording("fr"))
    commands = [step.command for step in page.next]
    # Its first neighbour as written is « mot-fragile ».
    assert "avcareers explain mot-fragile" in commands
    assert "avcareers pay scripte" in commands


@pytest.mark.parametrize("width", [40, 60, 120])
def test_an_answer_is_never_wider_than_the_screen(
    catalogue: Catalogue, words: Wording, width: int
) -> None:
    for topic in list_topics(catalogue).topics:
        for full in (False, True):
            page = topic_sheet_page(topic_sheet(catalogue, topic.slug, TODAY), words, full=full)
            assert max(map(len, screen(page, width))) <= width


def test_a_date_that_a_sentence_gives_is_not_repeated_after_it(
    real_catalogue: Catalogue, words: Wording
) -> None:
    undated = 0
    for topic in list_topics(real_catalogue).topics:
        page = topic_sheet_page(topic_sheet(real_catalogue, topic.slug, TODAY), words, full=True)
        for text, statement in zip(texts(page, "answer"), topic.answer, strict=True):
            if day := statement.holds_from and words.part_day(statement.holds_from):
                assert text.count(day) >= 1, text
                assert f"({words.since(statement.holds_from)})" not in text or (
                    day not in words.of(statement.text)
                ), text
                undated += day in words.of(statement.text)
    assert undated


def test_what_to_read_next_is_offered_once(real_catalogue: Catalogue, words: Wording) -> None:
    for topic in list_topics(real_catalogue).topics:
        steps = [n.command for n in topic_sheet_page(topic_sheet(real_catalogue, topic.slug, TODAY),
                                                     words).next]  # fmt: skip
        assert len(steps) == len(set(steps)), topic.slug


@pytest.mark.parametrize("asked", ["belgique", "INSAS", "Québec", "ecal"])
def test_what_the_catalogue_leaves_out_is_said_first(
    real_catalogue: Catalogue, words: Wording, asked: str
) -> None:
    slug = real_catalogue.find("topic", asked).slug
    left_out = words.of(topic_sheet(real_catalogue, slug, TODAY).topic.outside)
    page = topic_sheet_page(topic_sheet(real_catalogue, slug, TODAY), words)
    assert text_of(page.lead[0]) == left_out
    found = search(real_catalogue, asked)
    assert (found.hits[0].slug, found.hits[0].kind) == (slug, "topic")
    assert text_of(search_page(found, words).lead[0]) == left_out


@pytest.mark.parametrize("asked", ["vae", "507 heures"])
def test_what_is_in_the_catalogue_is_not_said_to_be_outside(
    real_catalogue: Catalogue, words: Wording, asked: str
) -> None:
    lead = search_page(search(real_catalogue, asked), words).lead
    assert not [text for spans in lead for text, role in spans if role == "warn"]


def test_a_school_of_no_catalogue_is_told_by_the_topic_that_explains_it(
    real_catalogue: Catalogue, words: Wording
) -> None:
    with pytest.raises(NotFoundError) as caught:
        real_catalogue.find("school", "insas")
    assert "avcareers explain ecoles-hors-de-france" in failure_message(caught.value, words)


def test_shares_of_the_minimum_wage_are_said_in_euros_of_the_day(
    real_catalogue: Catalogue, words: Wording
) -> None:
    for day in (TODAY, "2026-05-31"):
        wage = minimum_wage(real_catalogue, day)
        sheet = topic_sheet(real_catalogue, "apprentissage-ou-contrat-pro", day)
        head, first, *_ = texts(topic_sheet_page(sheet, words), "euros")
        assert words.day(wage.valid_from) in head
        expected = [
            words.euros(round(wage.monthly_35h_eur * share / 100)) for share in (27, 39, 55)
        ]
        assert f"{', '.join(expected)} {words('avant 18 ans', 'under 18')}" in first
    assert texts(topic_sheet_page(topic_sheet(real_catalogue, "smic", TODAY), words), "euros") == []
