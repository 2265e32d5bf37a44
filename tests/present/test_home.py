"""The first screen."""

from collections.abc import Callable

from avcareers.present.home import home_page
from avcareers.present.page import Page, text_of
from avcareers.query.home import Home
from avcareers.text.wording import Wording

Read = Callable[[Page], list[str]]
COUNTS = Home({"profession": 115, "school": 211, "source": 1}, "2026-11-30", False)


def test_it_counts_what_there_is_to_ask_about(words: Wording, read: Read) -> None:
    shown = "\n".join(read(home_page(COUNTS, words)))
    assert words("115 métiers, 211 écoles", "115 jobs, 211 schools") in shown


def test_every_line_is_a_command_to_copy(words: Wording) -> None:
    page = home_page(COUNTS, words)
    commands = [item.line[0].text for section in page.sections for item in section.items]
    assert len(commands) == 11
    assert all(command.startswith("avcareers ") for command in commands)


def test_it_says_of_what_day_the_data_are_and_warns_when_that_is_long_ago(
    words: Wording, read: Read
) -> None:
    shown = "\n".join(read(home_page(COUNTS, words)))
    assert words("lues jusqu'au 30 novembre 2026", "read up to 30 November 2026") in shown
    warning = words("plus d'un an", "over a year old")
    assert warning not in shown
    assert warning in "\n".join(read(home_page(COUNTS._replace(old=True), words)))


def test_a_language_asked_for_by_an_option_is_said_once() -> None:
    page = home_page(COUNTS, Wording("en", ("--lang", "en")))
    commands = [text_of(item.line) for part in page.sections for item in part.items]
    assert not [each for each in commands if "--lang" in each]
    last = text_of(page.footer[-1])
    assert "--lang en" in last
    assert "AVCAREERS_LANG=en" in last
    alone = home_page(COUNTS, Wording("en"))
    assert "--lang" not in " ".join(map(text_of, alone.footer))
