"""`avcareers` alone."""

import shlex
from pathlib import Path

import pytest

from avcareers.present.home import home_page
from avcareers.query.home import Home
from avcareers.text.wording import Wording

from ..runner import Run

COUNTS = Home({"profession": 1, "school": 1, "source": 1})
COMMANDS = [
    item.line[0].text.removeprefix("avcareers ")
    for section in home_page(COUNTS, Wording("fr")).sections
    for item in section.items
]


def test_nothing_asked_gives_the_first_screen(run: Run) -> None:
    status, out, _ = run("-o", "table")
    assert status == 0
    assert "7 métiers, 9 écoles, 12 sources" in out
    assert "avcareers jobs list" in out
    assert run("-o", "table", "--lang", "en").out != out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_first_screen_has_an_answer(
    run: Run, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*shlex.split(command), real=True)
    assert status == 0, err
    assert out or "écrit" in err
