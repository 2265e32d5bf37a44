"""`avcareers` alone."""

import shlex
from pathlib import Path

import pytest

from avcareers.present.home import home_page
from avcareers.query.home import Home
from avcareers.text.wording import Wording

from ..runner import Run

COUNTS = Home({"profession": 1, "school": 1, "source": 1}, "2026-11-30", False)
COMMANDS = [
    item.line[0].text.removeprefix("avcareers ")
    for section in home_page(COUNTS, Wording("fr")).sections
    for item in section.items
]


def test_nothing_asked_gives_the_first_screen(run: Run) -> None:
    status, out, _ = run("-o", "table")
    assert status == 0
    assert "7 métiers, 9 écoles, 12 sources" in out
    assert "avcareers job show scripte" in out
    assert run("-o", "table", "--lang", "en").out != out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_first_screen_has_an_answer(
    run: Run, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*shlex.split(command), real=True)
    assert status == 0, err
    assert out or "écrit" in err


def test_old_data_are_said_to_be(run: Run) -> None:
    assert "plus d’un an" in run("-o", "table", "--today", "2031-01-01", COLUMNS="120").out


def test_the_first_screen_fits_one(run: Run) -> None:
    for language in ("fr", "en"):
        out = run("-o", "table", COLUMNS="80", AVCAREERS_LANG=language, real=True).out
        assert len(out.splitlines()) <= 16
