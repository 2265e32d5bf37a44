"""The first screen."""

from collections.abc import Callable

from avcareers.present.home import home_page
from avcareers.present.page import Page
from avcareers.query.home import Home
from avcareers.text.wording import Wording

Read = Callable[[Page], list[str]]
COUNTS = Home({"profession": 115, "school": 211, "source": 1})


def test_it_counts_what_there_is_to_ask_about(words: Wording, read: Read) -> None:
    shown = "\n".join(read(home_page(COUNTS, words)))
    assert words("115 métiers, 211 écoles", "115 jobs, 211 schools") in shown


def test_every_line_is_a_command_to_copy(words: Wording) -> None:
    page = home_page(COUNTS, words)
    commands = [item.line[0].text for section in page.sections for item in section.items]
    assert len(commands) >= 10
    assert all(command.startswith("avcareers ") for command in commands)
